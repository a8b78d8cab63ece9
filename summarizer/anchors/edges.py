"""The edges of a noun phrase before its figure: what governs it, what joins it to the figure."""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.anchors.phrases import (
    ACTION,
    ADVERB,
    BASE,
    COMPARED,
    LEFT,
    PREDICATE,
    RIGHT,
)
from summarizer.anchors.verbs import WORD, governed, is_adverb, leading, predicate_at, surely
from summarizer.patterns import lazy

# 全市落实贴息资金: the scope of the whole text before a verb.
_SCOPE = re.compile(
    "(?:[省市县]里|(?:中央|各级|地方|[省市县区]级?)财政|全[国省市区县州旗]|[我本][省市区县州]|市本级|市级|省级)"
    "(?:(?:继续|实际|累计|共)*(?=[一-龥]))"
)
# 整改、停产、取缔|关闭涉污企业: verbs in a row govern the same.
_ROW = lazy("(?:[一-龥]{2}、)*")
# 有就业意愿的毕业生: what is said of a noun goes with it.
_HAVING = lazy("有[^,，。;；的]{2,8}的[一-龥]{2}")
# 享受护理补贴的老年人, 提供住宿的机构: what somebody has or does says who is counted.
_WHO = lazy(
    "(?:享受|提供|参加|从事|持有|符合|接受|领取|患有)[^,，。;；的]{2,8}的[^,，。;；的]{0,10}(?:人|[人党团学官队成社居村职雇会]员|者|户|家庭|机构|企业|单位|学校|公司|职工|对象|群众|学生|儿童)$"
)
_SUFFIXES = frozenset("类型性级")
# 支出儿童福利资金: what is spent is no part of an account's name.
_SPENDING = lazy("支出(?=[^,，。;；、支]{2,14}(?:资金|经费|补[贴助]|[款金])$)")
_TAIL = 20  # half of 185 titles and nine tenths of tails are shorter
# 问题已整改, 部门已承诺负担投资: what has been done parts a subject from its verb.
_DONE = lazy(
    "(?<=..)(?:[均都也又现]?已经?(?!建|婚)|正在|至少|逐步|逐年|又(?:分别)?|曾经?(?![祖孙])|(?P<sum>累计|(?<![公中])共(?![同享建治产和性青])计?|先后|(?<!收入|支出)合计))"
)
_FOUND = lazy("已经?[一-龥]{2,4}的[一-龥]{2}")
# Adverbs that describe no noun: what follows them is a verb, known or not (依法追讨|农民工工资).
_VERB_BEHIND = lazy("(?:依法|着力|大力|全力)[一-龥]{2}(?=[一-龥“]{2})(?!总?[额量率值]|工作)")
_NAMES = 24  # 99.5 % of 1,456 labels of six reports are shorter
_NOT = frozenset("不未无没毫决绝从")  # 不再符合条件的: part of what is said of the noun
_HAS = "有"  # 共有|机关党组织: a verb of one letter
_OWNED = lazy("的")
# 整改完成率, 治理达标率, 水利用系数: what is done is whose rate it is.
_RATE = lazy("[一-龥]{2}(?:率|系数|强度)")
_HOW_MANY = lazy("(?:人[次数]|[户次件起]数)")  # 参加人次, 查处件数
# 更新改造投资: what the money is for, told by two verbs.
_SPENT = lazy("投资|支出|费用|资金|补助")
# Prepositions behind which a predicate has to follow: what they take is no part of its name.
_TOWARDS = lazy("(?:对|向|为|在|面向|围绕|聚焦|针对)$")
# 在专题民主生活会上|批评帮助: where it was done ends in such a word.
_WHERE = lazy("[^,，。;；、]{2,}?(?:会议?上|[程作动]中|期间|方面|范围内)(?=[一-龥]{2})")
_WITHIN = frozenset("中上下内里")
_JOINT = lazy("[、和与及]")
_ALONGSIDE = lazy("及|和其他")


def without_head(text: str, begin: int, end: int) -> int:
    """Where a phrase begins without the adverbs, dates and governing verbs before its noun."""
    told, first = who_by_what(text, begin, end), begin
    begin = _without_head(text, begin, end)
    if begin > first and text[begin : begin + 1] in _SUFFIXES:
        return first  # 维修维护|类支出: a word never begins with its last letter
    return begin if told is None else min(begin, told)


def who_by_what(text: str, begin: int, end: int) -> int | None:
    """Where what somebody has or does begins, if that is what a phrase says of who is counted."""
    who = _WHO.search(text, begin, end)
    return who.start() if who is not None else None


def _without_head(text: str, begin: int, end: int) -> int:
    for _ in range(4):
        if begin >= end:
            break
        window = text[begin:end]
        if window.startswith("、"):
            row = _ROW.match(window, 1)
            begin += row.end() if row is not None else 1
            window = text[begin:end]
        if _HAVING.match(window):
            break
        scope = _SCOPE.match(window)
        if scope is not None:
            told = ACTION.match(window[scope.end() :])
            verb = scope.end() + (told.end() if told is not None else 0)
            if (told is not None and verb + WORD < len(window)) or (
                surely(text, begin + verb, begin + verb + 1, end) and "的" not in window
            ):
                begin, window = begin + scope.end(), window[scope.end() :]
        found = LEFT.match(window) or _SPENDING.match(window)
        if found is None:
            found = ACTION.match(window)
            if found is not None and (len(window) - found.end() < 2 or _named(window, found.end())):
                break
            if found is not None and _ALONGSIDE.match(window, found.end()):
                # 安装及其他产值: one of two nouns, unless both are verbs (新建及改建学校)
                other = begin + found.end() + 1
                if not (ACTION.match(text[other:end]) or governed(text, other, end) > other):
                    break
            if found is not None and (
                _RATE.fullmatch(window, found.end())
                or _HOW_MANY.fullmatch(window, found.end())
                or (found.end() >= 2 * WORD and _SPENT.fullmatch(window, found.end()))
            ):
                break
        if found is not None:
            begin = _behind_second(text, begin + found.end(), end)
            if _TOWARDS.search(window, 0, found.end()):
                begin = _behind_aim(text, begin, end)
            continue
        manner = _VERB_BEHIND.match(text, begin, end)
        if manner is not None:
            begin = manner.end()
            continue
        led = leading(text, begin, end)
        if led > begin:
            begin = led
            continue
        adverb = ADVERB.match(text, begin, end)
        if adverb is None and text[begin] not in _NOT and is_adverb(text[begin : begin + WORD]):
            if ACTION.match(text[begin + WORD : end]):
                begin += WORD
                continue
            place = governed(text, begin + WORD, end)
            begin = place if place > begin + WORD else begin
            break
        verb = adverb.end() if adverb is not None else begin
        place = governed(text, verb, end)
        if place == verb:
            break
        begin = place
    return begin


def _behind_second(text: str, place: int, end: int) -> int:
    """Where what a second verb governs begins, else `place`: 争取|并高效使用|专项资金."""
    if not text.startswith("并", place, end):
        return place
    for verb in (place + 1, place + 1 + WORD):  # the verb, or how it was done
        told = ACTION.match(text[verb:end])
        behind = verb + told.end() if told is not None else governed(text, verb, end)
        if verb < behind <= end - WORD:
            return behind
    return place


def _behind_aim(text: str, begin: int, end: int) -> int:
    """Where the predicate begins behind what a preposition takes, else `begin`: 社会|降低成本."""
    where = _WHERE.match(text, begin, end) if text[begin - 1] == "在" else None
    if where is not None:
        return where.end()
    if text[end - 1] in _WITHIN:
        return begin  # 在百强市排名中
    for place in range(max(begin + WORD, text.rfind("的", begin, end) + 1), end - WORD + 1):
        # 对…整改: what is done to it may be its name
        told = ACTION.match(text[place:end]) if text[begin - 1] != "对" else None
        object_behind = told is not None and place + told.end() + 2 * WORD <= end
        alone = text[begin - 1] == "在" and end - place <= WORD  # 在“世界500强”排名
        if object_behind or (predicate_at(text, place, end) and not alone):
            return place
    return begin


def _named(window: str, end: int) -> bool:
    """组织评价、群众评价各占三成: what looks like a verb is as much part of the name as 群众."""
    first, joint, rest = window.partition("、")
    noun = first[end:]
    return bool(joint) and len(noun) >= WORD and rest.partition("、")[0][WORD:].startswith(noun)


def without_tail(text: str, begin: int, end: int) -> int:
    """Where a phrase ends without the verbs, adverbs and comparisons between it and its figure."""
    for _ in range(4):
        if end - begin > WORD and is_adverb(text[end - WORD : end]):
            end -= WORD
            continue
        if end <= begin:
            break
        low = max(begin, end - _TAIL)
        tail = RIGHT.search(text, low, end)
        if tail is None:
            tail = COMPARED.search(text, low, end) or BASE.search(text, low, end)
        if tail is None:
            break
        end = tail.start()
    return end


def of_clause(text: str, begin: int, end: int) -> tuple[int, int, str]:
    """The object of a clause that tells what has been done, else its subject; and its words.

    有关部门已承诺负担|原估算投资; 反馈问题|已整改; 平台累计发布 is 平台发布.
    """
    done = _DONE.search(text, begin, end)
    if done is None:
        return begin, end, text[begin:end]
    scope = _SCOPE.match(text, begin) if _FOUND.match(text, done.start(), end) else None
    if scope is not None and scope.end() >= done.start():
        return done.start(), end, text[done.start() : end]  # 全市已发现的矿种
    place = without_head(text, done.end(), end)
    known = place > done.end()
    if not known and text[place + WORD : place + WORD + 1] not in _NOT:
        # A verb stands there, known or not; 累计外送电量 has one for its measure.
        verb = 1 if text.startswith(_HAS, place) else WORD
        place = without_head(text, min(place + verb, end), end)
    if end - place > WORD or (known and done["sum"] and end - place == WORD):
        return place, end, text[place:end]
    if done["sum"] and end > done.end():
        return begin, end, text[begin : done.start()] + text[done.end() : end]
    return begin, done.start(), text[begin : done.start()]


def without_modifiers(text: str, begin: int, end: int, longest: int) -> int:
    """Where a phrase that is too long for a name begins without its first modifiers, whole ones.

    What describes a noun ends in 的, a list in its last joint; a phrase without either is one name
    and stays whole, however long.
    """
    for mark in (_OWNED, _JOINT):
        if end - begin <= longest:
            break
        for match in mark.finditer(text, begin + 2, end - 2):
            begin = match.end()
            if end - begin <= longest:
                break
    if end - begin > _NAMES:
        begin = max((cut.end() for cut in PREDICATE.finditer(text, begin, end - 2)), default=begin)
    return begin
