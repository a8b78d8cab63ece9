"""Status words, by the published scale; longest first, with the words that undo them."""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.anchors.records import StatusWord
from summarizer.patterns import lazy
from summarizer.reading.document import View
from summarizer.vocabulary import Status

WORDS: dict[Status, str] = {
    Status.COMPLETED: (
        "全部完成|已经完成|均已完成|已完成|完成整改|整改完成|全面完成|顺利完成|圆满完成|如期完成|"
        "全部办结|已办结|全部整改|整改到位|整改完毕|已整改|全部销号|销号清零|全部清零|已销号|"
        "全部交房|全部交付|已交付|建成投用|建成运营|建成投产|竣工验收|已竣工|已建成|全部落实|"
        "已全部|均已整改|已收回|落实到位|已到位|全部处置|处置完毕|完成了|已落实|已解决|全部解决"
    ),
    Status.MOSTLY_COMPLETED: (
        "基本完成|基本建成|基本整改|基本到位|基本解决|大部分完成|主体完工|取得阶段性"
    ),
    Status.IN_PROGRESS: (
        "正在推进|正在进行|正在办理|正在整改|正在实施|正在建设|正在积极|正在制定|正在开展|正在|"
        "有序推进|稳步推进|加快推进|推进中|进行中|办理中|整改中|建设中|实施中|尚未完成|未完成|尚未"
    ),
    Status.ONGOING: (
        "持续推进|长期坚持|常态化推进|常态化开展|常态化|持续开展|持续巩固|持续深化|持续整改|"
        "持续抓好|坚持不懈|常抓不懈|长期推进"
    ),
    Status.PLANNED: (
        "下一步|下步|计划|拟于|拟|力争|争取|将要|将于|预计|有望|准备|打算|年底前|确保到|即将|"
        "今后|着手"
    ),
}

_STATUS_OF = {word: status for status, words in WORDS.items() for word in words.split("|")}
_PATTERN = re.compile("|".join(sorted(_STATUS_OF, key=len, reverse=True)))
# Words in which a status word is only a part: plans as documents, objects of a verb.
_INSIDE = {
    "计划": re.compile(r".?(?:划生育|计划(?=》|单列|表))"),
    "拟": lazy(r"(?:模|虚|草|比)拟|拟[定订制]|拟(?:签约|任|提拔|聘|录)"),
    "准备": re.compile(r"(?:风险|存款|拨备)?准备金"),
}
_NOUN_BEFORE = re.compile(r"(?:[的定施作习划度训资督查动治设修展程点目年划]|减排|整改|培养|专项)$")


def find_statuses(view: View) -> tuple[StatusWord, ...]:
    """Every status word outside of nouns (a 计划 that is a document is no plan)."""
    text = view.text
    found: list[StatusWord] = []
    for match in _PATTERN.finditer(text):
        word, start, end = match.group(), match.start(), match.end()
        if word in _INSIDE:
            around = text[max(0, start - 1) : end + 3]
            if _INSIDE[word].search(around):
                continue
            if word == "计划" and _NOUN_BEFORE.search(text[max(0, start - 2) : start]):
                continue
        found.append(StatusWord(span=view.source(start, end), text=word, status=_STATUS_OF[word]))
    return tuple(found)
