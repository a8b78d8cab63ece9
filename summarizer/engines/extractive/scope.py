"""What a clause cannot be told without: its period, topic, condition, actor, intention."""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.anchors.verbs import predicate_at
from summarizer.engines.extractive import cues, norms, relations, rules
from summarizer.engines.extractive.clauses import COMMAS, SEMICOLONS, Clause
from summarizer.engines.extractive.topics import aims, bare, nominal

_MARKED = re.compile(r"《[^《》]*》|“[^“”]*”")
_COLONS = ("：", ":")
_COMMAS = frozenset(COMMAS)
_HALTS = frozenset(("", *COMMAS, *SEMICOLONS))
_LONGEST_PERIOD = 26  # 巡视反馈以来 and a full date; longer ones tell something
_DEEPEST_TOPIC = 3  # topics above one another; bounds what a clause is told with
_COUNTED = norms.COUNTERS | frozenset("家户处所座宗")
_LONGEST_SUBJECT = 40  # 99 % of clauses are shorter than 52, heads far shorter
_LONGEST_AIM = 30  # longer ones leave no room for what is done
# 每年6月20日前, 三日内: by when something is due.
_DEADLINE = re.compile(r"(?:\d[年月日天]?|[年月日季度天])[底末初]?(?:[之以]?[前内])$")
_BARE_PERIOD = 8  # longer ones with a figure tell something


class Scope:
    """Reads clauses in order and tells which are heads and what the others need before them.

    A head (今年以来，/ 对甲问题，/ 既…，) says nothing by itself. Topics and conditions reach to
    the next semicolon, periods and intentions to the end of the sentence.
    """

    def __init__(self) -> None:
        self._sentence = self._segment = -1
        self._stop = ""
        self._last_head = -2
        self._time: int | None = None
        self._next: int | None = None
        self._future: int | None = None
        self._until: int | None = None
        self._told: int | None = None
        self._opens_with: int | None = None
        self._actor: int | None = None
        self._topic = self._broken = self._whole = tuple[int, ...]()
        self._set = self._breach = self._led = self._led_on = self._fresh = self._counted = False
        self._for_all = self._opens = self._denied = self._due = False
        self._main = self._last_main = -1

    def enter(self, clause: Clause, *, paragraph: bool = False) -> None:
        """Begin the next clause, of a new paragraph or of the same.

        The year that opens a paragraph holds for all of its figures, one inside of it for those of
        its sentence.
        """
        if paragraph:
            self._until = None
        if clause.sentence != self._sentence:
            if not self._for_all:
                self._until = None
            self._opens = paragraph or self._sentence < 0
            self._time = self._future = self._next = self._told = self._opens_with = None
            self._whole = ()
            self._set = self._led = False
            self._last_main, self._main = self._main, -1
        self._fresh = clause.segment != self._segment
        if self._fresh:
            same = clause.sentence == self._sentence
            self._broken = (self._topic or self._broken) if same else ()
            self._topic = self._whole if same else ()
            self._actor, self._breach = None, False
        self._sentence, self._segment = clause.sentence, clause.segment

    def leave(self, clause: Clause, text: str) -> None:
        """End the current clause."""
        self._stop = clause.stop
        self._counted = text[-1] in _COUNTED
        self._denied = relations.DENIES.search(text) is not None

    @property
    def opens_sentence(self) -> bool:
        """True before the first clause of a sentence that is no head."""
        return self._main < 0

    @property
    def told_before(self) -> int:
        """The first clause of the sentence before that is no head; -1 where there is none."""
        return self._last_main

    def take_lead(self) -> bool:
        """True once a sentence: for its first clause that is no head."""
        led, self._led = self._led, True
        return not led

    def head(self, index: int, text: str, clause: Clause, figures: int) -> bool:
        """Note what `text` governs; true where it says nothing by itself."""
        if self._opens_with is None:  # what a law is made for: 为了加强管理，…，制定本条例
            self._opens_with = index if text.startswith("为") else -1
        if clause.stop not in _COMMAS:
            return text.endswith(_COLONS)
        if text in relations.TURN_ALONE:
            return True
        if text[0] in cues.CONNECTIVE_STARTS and (match := cues.CONNECTIVE.match(text)) is not None:
            text = text[match.end() :]
        if cues.SAID_BY.match(text):
            if text == "其中" and self._told is not None:
                # Parts are not told as if they stood beside their whole, nor as those of another.
                self._topic = (self._told, index)
            return True
        if norms.asserted(text):
            if norms.by_which(text):
                self._next = self._actor = index
            return self._next == index
        if norms.unfinished(text):
            self._next = index
            self._actor = index if self._takes_over(text) else self._actor
            return True
        if norms.convenes(text):
            self._next = index
            return True
        if self._fresh and self._broken and rules.AGGRAVATED.match(text):
            self._topic = (*self._broken, index)
            return True
        if text.startswith("违反本") and rules.BREACH_OF_IT.match(text):
            return True
        if text.startswith("违反") and rules.BREACH.match(text):
            self._breach = True
            return True
        if self._breach:
            self._breach = not text.endswith("的")
            if rules.MODAL.search(text) is None:
                self._topic = (*self._topic[-_DEEPEST_TOPIC:], index)
                return True
        period = not figures or len(text) <= _BARE_PERIOD
        found = (period and self._period(index, text)) or self._governs(index, text, figures)
        if found:
            goes_on = text.startswith(relations.SECOND_HALF) and self._last_head == index - 1
            if goes_on and self._topic and index not in self._topic:
                self._topic = (*self._topic[-_DEEPEST_TOPIC:], index)
            self._last_head = index
            if index in self._topic and cues.OF_A_WHOLE.match(text):
                self._whole = (index,)
        return found

    def _takes_over(self, text: str) -> bool:
        """Whether another is told of from here on, not who was: 接到报告后应当上报."""
        return self._actor is None or not predicate_at(text, 0, len(text))

    def case(self, index: int) -> bool:
        """Note a clause as part of a case whose end is still to come; it says nothing by itself."""
        if index not in self._topic:
            self._topic = (*self._topic[-_DEEPEST_TOPIC:], index)
        self._last_head = index
        return True

    def _period(self, index: int, text: str) -> bool:
        if len(text) > _LONGEST_PERIOD:
            return False
        if "到" in text and cues.SET_FOR.match(text) is not None:
            self._until, self._set = index, True
            self._for_all = self._opens and self._main < 0
            return True
        if not norms.sets_time(text):
            return False
        if self._for_all and not self._set:
            self._until = None  # 到2035年…。“十四五”时期，: another time begins
        if self._time is not None and self._time == index - 1:
            self._next = self._time
        self._time, self._due = index, _DEADLINE.search(text) is not None
        return True

    def _governs(self, index: int, text: str, figures: int) -> bool:
        if "此" in text and cues.POINTING_HEAD.match(text):
            return True
        if norms.announces(text):
            self._next = index
            return True
        if (
            figures
            and not cues.ACTION.search(text, text.rfind("的") + 1)
            and not cues.GOES_WELL.search(text)
            and cues.COUNTED_TOPIC.match(text)
        ):
            if text.endswith("中"):  # 13家甲中，9家…；320家乙中，69家…: of another whole
                self._topic = self._whole = ()
            self._topic = (*self._topic[-_DEEPEST_TOPIC:], index)
            return True
        if (
            norms.circumstance(text)
            or norms.from_height(text)
            or ("受" in text and cues.SUFFERED.search(text))
        ):
            self._next = index
            return True
        guided = "将" in text and cues.GUIDED.search(text) is not None
        if guided or (cues.TOLD_SUBJECT.match(text) and not norms.does(text)):
            self._next = self._actor = index
            return True
        if cues.CONDITION.match(text):
            self._topic = (*self._topic[-_DEEPEST_TOPIC:], index)
            return True
        plain = _MARKED.sub("“”", text) if "《" in text or "“" in text else text
        follows = self._last_head == index - 1 and bool(self._topic)
        if "以" in plain and "为" in plain and cues.PART_PLAYED.match(plain):
            self._next = index
            return True
        if text.startswith("为") and self._told is None and aims(text.lstrip("为了")):
            if len(plain) <= _LONGEST_AIM:
                self._next = index
            return True
        match = cues.TIGHT_HEAD.match(plain)
        said = "是" in plain and "不是" not in plain
        if plain.endswith("的") and (follows or match is not None or not said):
            tied = self._last_head == index - 1 and not follows
            above = (index - 1,) if index and (tied or text[0] == "或") else ()
            self._topic = (*self._topic[-_DEEPEST_TOPIC:], *above, index)
            return True
        begins = self._fresh or self._last_head == index - 1
        if begins and nominal(plain, counts=figures > 0):
            self._topic = (*self._topic[-_DEEPEST_TOPIC:], index)
            return True
        if figures and norms.puts_first(plain):
            self._next = index
            return True
        if match is not None:
            ended = cues.HEAD_END.search(plain) is not None
            if ended:
                # What stands before the last 的 is a modifier, but 把甲作为乙的重点 is told whole.
                start = match.end()
                if not match.group().endswith(("把", "将")):
                    start = max(plain.rfind("的") + 1, start)
                if cues.FIRM_PREDICATE.search(plain, start):
                    return False
            elif norms.told_here(plain, match):
                return False
            self._topic = (*self._topic[-_DEEPEST_TOPIC:], index) if follows else (index,)
            return True
        if cues.MEANS_END.search(plain):
            if cues.MEANS.match(plain):
                if cues.LED.match(plain):
                    self._next = index
                return True
            if cues.MEANS_OF.match(plain):
                self._next = index
                return True
        if (
            len(plain) <= _LONGEST_SUBJECT
            and cues.SUBJECT_HEAD.match(plain)
            and not (rules.BOUND.match(plain) and norms.does(plain))
        ):
            if cues.OTHERS.search(plain):
                self._next = index
            return True
        match = cues.LOOSE_HEAD.match(plain)
        return match is not None and (
            cues.HEAD_END.search(plain) is not None
            or cues.LOOSE_PREDICATE.search(plain, max(match.end(), plain.rfind("的") + 1)) is None
        )

    def needs(self, index: int, text: str, figures: int) -> set[int]:
        """The indices of the clauses that the clause at `index` must come with."""
        needs = set(self._topic)
        if self._opens_with is not None and self._opens_with >= 0 and rules.ENACTED.match(text):
            return {self._opens_with}
        if self._main < 0:
            self._main = index
            if self._last_main >= 0 and (bare(text) or cues.BARE_MEASURE.match(text)):
                needs.add(self._last_main)
            self._led_on = cues.LED.match(text) is not None
        elif (figures and self._fresh and not needs and cues.GRADE.match(text)) or (
            self._led_on and cues.BY_ONESELF.match(text)
        ):
            needs.add(self._main)
        elif self._stop in _COMMAS and (
            norms.carries_on(text, figures)
            or (self._counted and figures and text[-1] in _COUNTED and norms.only_counts(text))
        ):
            # Whom something was done to opens the sentence: 甲埋头苦干，成为标兵，被授予称号.
            needs.add(self._main if text[0] == "被" else index - 1)
        if self._next is not None:
            needs.add(self._next)
            self._next = None
        if self._time is not None:
            if cues.DATED.match(text):
                self._time = None
            elif figures or self._time == index - 1 or self._due:
                needs.add(self._time)
            self._due = False
        if self._until is not None and (self._set or figures):
            needs.add(self._until)
        if text[0] == "为" and self._told is not None and cues.EFFECT.match(text):
            needs.add(self._told)
        self._told = index
        if self._future is not None:
            needs.add(self._future)
        elif cues.FUTURE.search(text):
            self._future = index
        if self._stop in _COMMAS and norms.asserted(text):
            needs.add(index - 1)
        elif self._takes_over(text) and (cues.OTHER_SUBJECT.match(text) or rules.BOUND.match(text)):
            self._actor = index
        elif self._actor is not None:
            needs.add(self._actor)
        if self._denied and self._stop in _COMMAS and norms.goes_on(text):
            needs.add(index - 1)  # 没有树立甲，真正把乙放在首位: neither was done
        if (index and index - 1 not in needs) and (
            cues.DEMONSTRATIVE.match(text)
            or (self._stop in _HALTS and norms.points_back(text, figures))
        ):
            needs.add(index - 1)
        return needs
