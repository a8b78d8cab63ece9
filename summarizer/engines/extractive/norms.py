"""What a clause is in its sentence: a circumstance, a norm, or what a breach of it costs."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer import patterns as re
from summarizer.anchors.verbs import predicate_at, verb_at
from summarizer.engines.extractive import cues, rules
from summarizer.engines.extractive.clauses import COMMAS, Clause
from summarizer.engines.extractive.topics import aims, bare, verbless
from summarizer.words import worded

_PUT_FIRST = re.compile(
    r"(?:[^,，]{2,24}?(?:应当|可以)(?:依法)?)?(?:对(?![口外标接策象虾台应照])|将(?!军)|把(?![关握脉]))(?=[^,，]{4})"
)
_HANDLED = worded("cues", "{handled}")
_BARE_REACH = 20  # a subject left out is missed within its first words
_MOST_OBJECTS = 5  # clauses; a point holds no more
_AND = ("以及", "及其", "或者", "和")
COUNTERS = frozenset("人件起个名次项条")
_OF = ("对", "对于", "针对")
# Where a clause ends that sets a time or a case, and leaves what is done there to the next.
_SETS = ("前", "后", "内", "时", "的")
# Who is under whose hand when he acts: 秘书长在总理领导下.
# The same of when he does: 国务院在作出决策前.
_UNDER = re.compile(
    r"[^,，]{2,16}在[^,，]{2,24}(?:(?:领导|指导|统一|协助|支持|监督)下|(?<![空提从目])前|(?<![先落])后|(?<![及同按随准])时)$"
)
# In what he does it: 管理部门在检查中, 案件办理过程中.
_AMID = re.compile(r"[^,，]{2,16}在[^,，]{2,24}中$|[^,，]{4,30}过程中$")
# What follows the set time would be told of a verb of its own: …前完成甲.
_SET_MATTER = re.compile(
    r"(?:在[^,，]{1,12}内)?(?:对(?!口|接)|根据|按照|依照|依据|结合|针对|参照)[^,，]{2,}$"
)
_SET_TIME = re.compile(r"(?:在|自|于|从|当|经|按照?|根据)[^,，]{2,}$")


# With whom something is done, and not yet what: 牵头财政、审计等部门, 联合高校院所.
_CONVENES = worded(
    "cues",
    r"(?:[^,，的《“]{2,12}[部委局厅院府])?(?:{convenes})"
    r"[^,，的《“]{2,40}(?:{convened})(?:[（(][^（()）]{1,8}[）)])?$",
)


_TOO = re.compile(r"(?:并且|而且|且|并(?![购网轨联行非])|也|还)")
_TOLL = re.compile(r"(?:造成)?(?:死亡|遇难|失踪|受伤)\d[\d.]*[人名]")  # of which accident
_BY = re.compile(r"(?:根据|按照?|依照|依据|围绕|结合|立足|针对|通过|遵循|对照|基于)")


def does(text: str) -> bool:
    """Whether what says by what somebody must act says what he must do too: 应当依据甲编制乙."""
    by = _BY.search(text)
    if by is None or cues.HEAD_END.search(text) is not None:
        return False
    return cues.LOOSE_PREDICATE.search(text, max(by.end(), text.rfind("的") + 1)) is not None


def announces(text: str) -> bool:
    """Whether a clause says only that something comes, or by whose count: 主要是, 据统计, 既…."""
    return bool(
        cues.ANNOUNCING.search(text)
        or cues.REQUESTING.search(text)
        or cues.OPENING.match(text)
        or cues.COUNTED_BY.match(text)
        or (text.endswith("等") and cues.OPEN_OBJECT.match(text))
    )


def by_which(text: str) -> bool:
    """Whether a norm only says how the next clause is to be done: 可以根据需要."""
    told = cues.LOOSE_PREDICATE.search(text) or "向" in text
    return rules.BY_WHICH.match(text) is not None and not told


def carries_on(text: str, figures: int) -> bool:
    """Whether what a clause behind a comma is said of stands before it: 已完成, 参训50人."""
    return bool(
        cues.CARRIED_ON.match(text)
        or (text[0] in rules.BEARING_STARTS and rules.BEARING.match(text))
        or cues.BARE_MEASURE.match(text)
        or (
            figures
            and cues.CARRIED_LIKELY.search(text, 0, _BARE_REACH)
            and cues.CARRIED_FIGURE.match(text)
        )
        or "即可" in text
        or (figures > 0 and text[0] == "可" and predicate_at(text, 1, len(text)))
    )


def convenes(text: str) -> bool:
    """Whether a clause says only with whom the next is done."""
    return _CONVENES.match(text) is not None


def goes_on(text: str) -> bool:
    """Whether a clause has no subject of its own: it begins with a verb, or how that is done."""
    return aims(text) or predicate_at(text, 0, len(text)) or text.startswith("真正")


def binds(clauses: Sequence[Clause], view: str, index: int) -> bool:
    """Whether a subject is that of a rule: what follows it is a norm, or a condition."""
    after = clauses[index + 1]
    text = view[after.start : after.end]
    cues_of_it = (rules.COMES_TO, rules.ASSERTED)
    return rules.NORM.search(text) is not None or any(cue.match(text) for cue in cues_of_it)


def says_no_subject(text: str) -> bool:
    """Whether a clause is told of whoever the sentence began with: 且每年检查一次, 应当备案."""
    return (
        _TOO.match(text) is not None
        or rules.ASSERTED.match(text) is not None
        or predicate_at(text, 0, len(text))
        or verb_at(text, 0, len(text))
    )


def asserted(text: str) -> bool:
    """Whether a clause is told of the subject before it: 应当…, 由甲…, 不得…."""
    return rules.ASSERTED.match(text) is not None and not text.endswith(_SETS)


def unfinished(text: str) -> bool:
    """Whether a clause says who must act and when, and not yet what: 甲应当自乙之日起十日内."""
    if _UNDER.match(text) or rules.BRINGING.match(text):
        return True
    if text.endswith("中") and _AMID.match(text) and not cues.UNFINISHED.search(text):
        return True
    bound = rules.BOUND.match(text)
    if bound is None:
        return False
    if text.endswith(_SETS) and _SET_TIME.match(text, bound.end()) is not None:
        return True
    verbs = (cues.ACTION, cues.PREDICATE, cues.LOOSE_PREDICATE)
    after = text.rfind("的") + 1
    return _SET_MATTER.match(text, bound.end()) is not None and not any(
        verb.search(text, max(after, bound.end())) for verb in verbs
    )


def cases(clauses: Sequence[Clause], view: str) -> dict[int, int]:
    """The clauses of a case that ends in 的, and the last of the case: 甲，或者乙的，处罚款.

    Those are the clauses of its segment before it, where what follows is a norm, or nothing: an
    item of a list of cases.
    """
    found: dict[int, int] = {}
    start = 0
    for index, clause in enumerate(clauses):
        if index and clauses[index - 1].segment != clause.segment:
            start = index
        if view[clause.end - 1] != "的" or index == start:
            continue
        texts = [view[clauses[low].start : clauses[low].end] for low in range(start, index)]
        if any(rules.MODAL.search(text) for text in texts):
            continue
        after = clauses[index + 1] if index + 1 < len(clauses) else None
        if clause.stop in COMMAS and after is not None:
            text = view[after.start : after.end]
            told = (rules.FOLLOWS, rules.BOUND)
            ends = asserted(text) or any(cue.match(text) for cue in told)
        else:
            ends = index + 1 == len(clauses)
        if ends:
            found.update((low, index) for low in range(start, index))
    return found


def bound_by(clauses: Sequence[Clause], view: str) -> dict[int, int]:
    """The clauses that name whom a norm holds for, with more than one comma, and where it begins.

    甲变更名称、住所，以及乙变更负责人，应当申请变更登记.
    """
    found: dict[int, int] = {}
    start = 0
    for index, clause in enumerate(clauses):
        if index and clauses[index - 1].segment != clause.segment:
            start = index
        text = view[clause.start : clause.end]
        if index - start > 1 and rules.RULED_ACT.match(text):
            before = [view[clauses[low].start : clauses[low].end] for low in range(start, index)]
            joined = any(words.startswith(_AND) for words in before[1:])
            if joined and not any(rules.MODAL.search(words) for words in before):
                found.update((low, index) for low in range(start, index))
        if rules.MODAL.search(text):
            start = index + 1
    return found


def objects(clauses: Sequence[Clause], view: str) -> dict[int, int]:
    """The clauses of an object put first that goes on over commas, and what is done with it.

    将甲完成情况，乙发现的问题，纳入丙. / 可以对甲管理，乙使用，丙缴纳等事项进行调查.
    """
    found: dict[int, int] = {}
    for index, clause in enumerate(clauses[:-2]):
        text = view[clause.start : clause.end]
        put = _PUT_FIRST.match(text)
        if put is None or clause.stop not in COMMAS or _HANDLED.search(text, put.end()):
            continue
        if cues.PREDICATE.search(text, put.end()) and cues.HEAD_END.search(text) is None:
            continue
        for after in range(index + 1, min(index + _MOST_OBJECTS, len(clauses))):
            words = view[clauses[after].start : clauses[after].end]
            handled = _HANDLED.search(words) is not None
            if clauses[after].segment != clause.segment or (aims(words) and not handled):
                break
            if handled:
                if after > index + 1:
                    found.update((low, after) for low in range(index, after))
                break
    return found


def puts_first(text: str) -> bool:
    """Whether a clause names what somebody handles, and not yet how: 财政部将应列入甲的乙."""
    owned = cues.SUBJECT_OBJECT.match(text) if "将" in text or "把" in text else None
    after = max(text.rfind("的") + 1, owned.end()) if owned is not None else 0
    return owned is not None and not any(
        verb.search(text, after) for verb in (cues.PREDICATE, cues.ACTION)
    )


def sets_time(text: str) -> bool:
    """Whether a clause says only when: 今年以来, 巡视反馈后."""
    ends = text.endswith(cues.PERIOD_END) and cues.NO_PERIOD_END.search(text) is None
    if not ends and cues.TIME_HEAD.match(text) is None:
        return False
    told = cues.CONCRETE.search(text) is not None or bare(text)
    return not told or text.endswith(("后", "前"))


def circumstance(text: str) -> bool:
    """在甲的支持下, 站在甲的高度, 除甲外, 待甲后, 剔除甲后: nothing by themselves."""
    if text.startswith(("待", "俟", "剔除", "扣除")) and text.endswith("后"):
        return True
    return (text.startswith(("在", "站在")) and text.endswith(("下", "高度", "角度"))) or (
        text.startswith("除") and text.endswith("外")
    )


def from_height(text: str) -> bool:
    """各级政府要从甲、维护乙的高度: with what follows it is told who must do that."""
    return cues.HEIGHT.search(text) is not None and cues.FROM.match(text) is not None


def only_counts(text: str) -> bool:
    """国家级小巨人企业6家: what is done with them is told of the count before."""
    return cues.RESULT.search(text) is None and verbless(text)


def points_back(text: str, figures: int) -> bool:
    """Whether what a clause tells of stands in the one before it: 其中…, 同比增长5%, 处理16人."""
    if cues.BACKWARD.match(text) or (text[-1] in cues.BARE_ENDS and bare(text)):
        return True
    if not figures:
        return False
    counted = text[-1] in COUNTERS and cues.BARE_COUNT.match(text) is not None
    return counted or any(cue.match(text) for cue in (_TOLL, cues.BACKWARD_FIGURE))


def told_here(plain: str, head: re.Match[str]) -> bool:
    """Whether what opens like a topic tells something of it: 对甲进行乙, not 对甲的组织."""
    start, end = head.end(), len(plain)
    if head.group().endswith(("将", "把")) and any(
        verb_at(plain, place, end) for place in range(start + 1, end - 1)
    ):
        return True
    if head.group().endswith(_OF) and "的" in plain:
        start, end = max(start, plain.rfind("的") + 1), end - 2
    return (
        cues.STRONG_PREDICATE.search(plain, start, end) is not None
        or cues.PREDICATE.search(plain, start, end) is not None
    )
