"""The account that an item of a balance belongs to: 收入合计 of 市本级政府性基金预算.

A balance names its account once (市本级政府性基金预算收入272亿元), adds and takes off (加上, 减去)
and sums up; what is left over (滚存结余) may follow in a sentence of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.anchors.labels import Label
from summarizer.anchors.raw import Raw
from summarizer.patterns import lazy
from summarizer.vocabulary import FigureKind

# The four budgets of the budget law (预算法, article 5), with the funds that they hold.
_SIDE = lazy(
    "(?P<account>[^0-9,，、]{2,24}?(?:预算|基金(?:[(][^()]{2,12}[)])?|保险|经营|财政))(?:收入|支出)"
)
_ADDS = lazy("[,，;；。(（](?:再?加上?|减去?|减除|扣除|扣减|剔除)")
_LEFT = lazy(
    "(?:年末|年终|当年|本年|累计|收支)*(?:滚存|净)?(?:结余|结转下年)"
    "|(?:当年|本年)?(?:收入|支出)(?:总计|合计|总量)?"
)
_ACT = lazy("[,，、；;](?P<act>动用|安排|补充|调用)$")
_REACH = 4
_SENTENCE_END = lazy("[。!?！？]")


def accounts(
    text: str, raws: Sequence[Raw], labels: Sequence[Label | None]
) -> Iterator[tuple[int, str]]:
    """The amounts that are items of a balance, by index, each with its account."""
    account, place, added = "", -1, False
    for index, (raw, label) in enumerate(zip(raws, labels, strict=True)):
        if raw.kind is not FigureKind.MONEY or label is None:
            continue
        between = text[place : raw.start] if place >= 0 else "\n"
        place = raw.end
        if "\n" in between:
            account, added = "", False
        apart = _SENTENCE_END.search(between) is not None
        begins = not account or apart or "；" in between
        side = _SIDE.fullmatch(label.text) if begins else None
        if side is not None and label.end <= raw.start:
            account, added = side["account"], False
            continue
        added = account != "" and ((added and not apart) or _ADDS.search(between) is not None)
        own = account in label.text or label.text in account
        if account and not own and (added or _LEFT.fullmatch(label.text)):
            yield index, account


def whole_item(text: str, label: Label) -> str:
    """The name of an item with the act that tells it from another one: 动用|预算稳定调节基金."""
    act = _ACT.search(text, max(0, label.start - _REACH), label.start)
    return act["act"] + label.text if act is not None else label.text
