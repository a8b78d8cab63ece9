"""What the sentence above a series announces: orders and rules, or an account."""

from __future__ import annotations

from summarizer.patterns import lazy
from summarizer.words import worded

# A notice says what holds from now on, whatever it is called (有关事项通知如下); so does who sets
# out rules (提出如下要求, 作如下规定, 具体安排如下). What was told or found (情况通知如下,
# 提出了以下意见, 处理决定如下) is an account.
_ORDERS = worded(
    "headings",
    r"(?:通知(?:如下|以下)"
    r"|(?:提出|作出?|制定|明确|实行|采取)(?:如下|以下|下列)[^。;,:了过]{0,12}(?:{orders})"
    r"|(?:{orders})(?:明确|规定|通知)?如下"
    # 我愿宣布…的八项行动：, 提三点建议：
    r"|(?:宣布|提出?|推出|倡议)(?![了过到])[^。;,:了过]{0,24}[一二两三四五六七八九十几\d][项条点个大][^。;,:了过的]{0,4}"
    r"(?:行动|举措|建议|倡议|主张|希望))[^。;,:]{0,4}[。:!]?\Z",
)
_ACCOUNT = lazy(r"(?:情况|结果|结论|名单|经过|进展|数据)(?:予以|进行|汇总|现)?[通公][知布报告示]")
_LAST = lazy(r"[^。!?\n]*[。:!?]?\Z")


def announces_orders(lead: str) -> bool:
    """True for a text whose last sentence announces what must be done, allowed or arranged."""
    lead = lead.rstrip()
    last = _LAST.search(lead[-200:])
    sentence = last.group() if last is not None else ""
    return _ORDERS.search(sentence) is not None and _ACCOUNT.search(sentence) is None
