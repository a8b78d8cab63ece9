"""Page furniture: what a web page or a newspaper prints around a report.

The tables name what is recognised and the reason that is reported for it, `lexicons/furniture.toml`
the words of web pages. Lines are matched without their white space and in half-width forms.
"""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.words import worded

# Recognised on any line of the text.
ANYWHERE = re.compile(
    r"(?P<page_number>[-—–－―·•~\s]*[-—–－―~·•]\s*[0-9０-９]{1,4}\s*[-—–－―~·•][-—–－―~·•\s]*$"
    r"|[0-9０-９]{1,4}\s?[-—–－―]{1,2}$"
    r"|[(（〔\[]?第\s?[0-9]{1,4}\s?[页版](?:[,，/ ]{0,2}共\s?[0-9]{1,4}\s?[页版])?[)）〕\]]?$"
    r"|[Pp](?:age|\.)\s?[0-9]{1,4}(?:\s?(?:of|/)\s?[0-9]{1,4})?$|[0-9]{1,3}\s?/\s?[0-9]{1,3}$)"
    r"|(?P<running_head>[^\n。;；,，:：]{1,12}(?:[日晚早时晨商]|都市)报\s*[^\n。;；,，:：]{0,8}"
    r"20\d\d[-年./]\d{1,2}[-月./]\d{1,2}日?[^\n。;；,，]{0,16}$"
    r"|[^\n。;；,，:：]{2,40}[ \t\u3000]第\s?[0-9A-D]{1,3}\s?[版页]$)"
    r"|(?P<rule>[-*_=—－―─━]{3,}$|[*-](?: ?[*-]){2,}$)"
    r"|(?P<image>!\[[^\]\n]{0,80}\]\()"
    r"|(?P<comment>(?:<!--[^\n]{0,200}-->|</?(?:hr|br|p|div|center)\s*/?>)$)"
)
_CLOSED = (
    (
        "breadcrumb",
        r"(?:您?(?:现在|当前)?(?:所在)?的?位置)(?:[:>].{0,100})?|首页(?:[>»/|-].*)?|[>»]+"
        r"|[^。,;>»]{1,24}(?:[>»]+[^。,;>»]{1,24}){2,8}[>»]*",
    ),
    ("page controls", r"(?:{controls}|[\[\]【】()|/:·>〉\s])+"),
    ("source and date line", r"(?:{fields})[:].{0,150}"),
    (
        "source and date line",
        r"\[?20\d\d(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日(?=.))日?"
        r"(?:\d{1,2}[:时点]\d\d(?:[:分]\d{0,2}秒?)?)?\]?"
        r"(?:(?:来源|作者|浏览|点击|阅读).{0,80})?",
    ),
    ("comment box", r"(?:{comments}).{0,60}"),
    ("related links", r"[\[【(]?(?:{links}).{0,200}"),
    (
        "editor line",
        r"[\[【(]?(?:责任)?(?:编辑|责编|编审|审编|值班编委|美编|校对)[:】].{0,60}"
        r"|\(?责任编辑.{0,40}",
    ),
    # Who printed it when, at the foot of a document (GB/T 9704-2012, 7.4.3).
    ("page footer", r"[^。,;:]{2,30}(?:20|19)\d\d年\d{1,2}月\d{1,2}日印发"),
    ("photo caption", r".{0,80}(?:记者|通讯员).{0,14}摄影?\)?"),
)
_OPEN = worded("furniture", "{site_marks}")
_PATTERN = worded(
    "furniture",
    "|".join(f"(?P<g{index}>(?:{pattern})$)" for index, (_, pattern) in enumerate(_CLOSED)),
)
_LONGEST = 240  # a teaser of three lines; longer lines are prose

ANYWHERE_REASONS = {
    "page_number": "page number",
    "running_head": "running head",
    "rule": "ruled line",
    "image": "image",
    "comment": "markup",
}


def furniture_reason(line: str) -> str | None:
    """Why a line at the top or the bottom of a page is furniture, or None.

    `line` is folded to half-width forms and has no white space.
    """
    if len(line) > _LONGEST:
        return "related links" if line.startswith("友情链接") else None
    match = _PATTERN.match(line)
    if match is not None and match.lastgroup is not None:
        return _CLOSED[int(match.lastgroup[1:])][0]
    return "copyright and licence" if _OPEN.search(line) else None
