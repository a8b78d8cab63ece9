"""An item of a list in the words of what opens the list: 不得有下列行为：（一）甲 → 不得甲."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.anchors.verbs import predicate_at, verb_at
from summarizer.engines.extractive import rules
from summarizer.engines.extractive.topics import verbless
from summarizer.engines.extractive.whole import fitting, penalties
from summarizer.words import worded

_OF_THEM = r"(?:下列|以下)"
# What follows from any of the cases that a list names: 有下列情形之一的，由甲部门撤销登记：.
_CASES = re.compile(
    rf"(?P<who>[^,，;；。]*?)(?:具?有|具备|属于|符合|出现){_OF_THEM}[^,，。;；:：]{{0,40}}?之一的?[,，](?P<follows>[^。:：]+)：$"
)
# What holds but for those cases: 禁止移植树木，但有下列情形之一的除外：.
_BUT_FOR = re.compile(
    rf"(?P<rule>[^。;；:：]*?[,，]但)(?:具?有|属于|符合)?{_OF_THEM}[^,，。;；:：]{{0,40}}?(?:之一)?的?除外：$"
)
# What nobody may do: 任何人不得有下列行为：, 禁止携带下列物品：.
_FORBIDDEN = re.compile(
    rf"(?:[并也还且])?(?P<said>[^,，;；。]*?(?:不得|禁止|严禁))(?P<done>[^,，。;；:：]{{0,4}}){_OF_THEM}[^,，。;；:：]{{0,24}}(?P<kind>行为|情形|活动|物品)[^,，。;；:：]{{0,4}}：$"
)
# What is done with all of them: 应当对下列事项进行重点检查：.
_HANDLED = re.compile(
    rf"(?P<said>[^,，;；。]*对){_OF_THEM}[^,，。;；:：]{{0,12}}(?P<done>(?:进行|实施|开展|予以)[^,，。;；:：]{{2,8}})：$"
)
# What somebody must or may do with each: 应当履行下列义务：, 享有下列权利：.
_OF_EACH = re.compile(
    rf"(?P<who>[^,，;；。]*?)(?P<must>(?:应当|必须|可以|有权)(?:依法)?)?(?P<done>(?![但且并有]|[按依参]照|[根依]据|办法|条例|规定)[^,，。;；:：、]{{2}}){_OF_THEM}[^,，。;；:：]{{0,12}}：$"
)
# What holds for each: 下列场所应当配备器械：, 持有下列毒品，应当认定为数量大：.
_HOLDS = re.compile(
    rf"(?P<before>[^,，;；。]*?){_OF_THEM}[^,，。;；:：有]{{1,12}}?(?P<says>[,，]?(?:应当|不得|可以|必须|属于|由|一律|依照)[^。:：]+)：$"
)
_REST = re.compile(r"其他[^,，]*(?:行为|情形|活动)")  # what the items before it leave
# Who is bound stands in the clause before: 管理单位应当对使用安全负责，履行下列义务：.
_LONG_WAY = re.compile(
    rf"(?P<who>[^,，。;；:：]{{2,24}}?(?:应当|必须))[^,，。;；:：]*[,，](?:并)?(?:依法)?"
    rf"(?P<done>(?![并且对向由按依])[^,，。;；:：、]{{2}}{_OF_THEM})"
)
_TO_DO = ("履行", "遵守", "符合", "承担", "行使", "具备", "具有", "采取", "做好")
# What these govern is no item but a rule.
_OF_RULES = ("履行", "遵守", "符合", "承担", "行使", "享有")
_LONGEST = 24  # characters before an item; longer ones fill the headline of each
# How or when an item is done, so that it names nobody who does it.
_ADVERBIAL = re.compile(
    r"每|定期|及时|如实|认真|妥善|严格|主动|按|根据|依|对|将|把|在|自(?![己身])|不|擅自|强行|随意|故意|未|以|向|与|就|为|有|无|因|其他"
)
# What a list of things is made of, whatever stands before it.
_THING = worded("rules", "(?:{things})$")
_RULED = re.compile(r"[,，](?:还|也|均)?(?:可以|应当|必须|须)")


def told_in_list(lead: str, item: str, limit: int) -> str:
    """What an item says in its list; empty where it says that by itself, or has no room."""
    lead = _LONG_WAY.sub(r"\g<who>\g<done>", f"{lead.strip().rstrip('。：:')}：")
    cases, but_for = _CASES.search(lead), _BUT_FOR.search(lead)
    if cases is not None:
        closed = "的，" not in item and not item.endswith(("行为", "情形"))
        return fitting(_case(cases["who"], item, cases["follows"], limit), limit) if closed else ""
    if but_for is not None:
        return fitting([f"{but_for['rule']}{item}除外"], limit) if item.endswith("的") else ""
    return fitting(_rule(lead, item), limit)


def _case(who: str, case: str, follows: str, limit: int) -> Iterator[str]:
    """A case with what follows from it, and whose case it is."""
    told, following = [case], follows.replace(",", "，").split("，")
    if (
        following[0].endswith("的") and "；" not in following[0]
    ):  # 之一，造成不良后果的，由甲给予处分
        told, following = [case.removesuffix("的"), following[0]], following[1:]
    elif not case.endswith("的"):
        told = [f"{case}的"]
    case, follows = "，".join(told), "，".join(following)
    whose = f"{who}{case}" if rules.is_actor(who) and _acts(case) else case
    if rules.is_penal(follows):
        costs = [part.split("，") for part in follows.split("；")]
        alone = fitting(penalties([case], costs, limit), limit)
        with_whom = fitting(penalties([whose], costs, limit), limit)
        yield with_whom if with_whom.removeprefix(who) == alone else alone
        return
    for words in (whose, case):
        yield f"{words}，{follows}"
    yield f"{case}，{rules.without_actor(follows)}"


def _rule(lead: str, item: str) -> Iterator[str]:
    """What must or must not be done, with whom it binds where the item does not name him."""
    forbidden = _FORBIDDEN.search(lead)
    if forbidden is not None:
        done = forbidden["done"] if forbidden["kind"] == "物品" else ""
        done = "有" if _REST.fullmatch(item) else done
        act = item if forbidden["kind"] == "物品" else item.removesuffix("的")
        yield f"{forbidden['said']}{done}{act}"
        return
    named = not _acts(item) and (verbless(item) or _THING.search(item) is not None)
    handled = _HANDLED.search(lead)
    if handled is not None:
        if named:
            yield f"{handled['said']}{item}{handled['done']}"
        return
    each = _OF_EACH.search(lead)
    if each is None:
        holds = _HOLDS.search(lead)
        if holds is not None and named:
            if not item.endswith("的"):
                yield f"{holds['before']}{item}{holds['says']}"
            yield f"{item}{holds['says']}"
        return
    if _RULED.search(item) or rules.MODAL.search(item.partition("，")[0]):
        return
    must = f"{each['who']}{each['must'] or ''}"
    before = lead[: each.start()] if not each["who"] else ""
    done = each["done"]
    if named and done not in _OF_RULES:
        opening = f"{must}{done}"
    elif each["must"] and done in _TO_DO and _acts(item):
        opening = must
    else:
        return
    yield from (f"{said}{item}" for said in (before + opening, opening) if len(said) <= _LONGEST)


def _acts(text: str) -> bool:
    """Whether an item says what is done, and not who does it."""
    cues = (_ADVERBIAL, rules.FOLLOWS)
    begins = predicate_at(text, 0, len(text)) or verb_at(text, 0, len(text))
    return begins or any(cue.match(text) is not None for cue in cues)
