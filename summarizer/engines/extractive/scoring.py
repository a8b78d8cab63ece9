"""What each clause is worth in a summary, and which other clauses it cannot be told without."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

from summarizer import patterns as re
from summarizer.engines.extractive import cues, norms, relations, rules
from summarizer.engines.extractive.bare import is_unnamed, named_by
from summarizer.engines.extractive.clauses import COMMAS, Clause, balanced, sound
from summarizer.engines.extractive.scope import Scope
from summarizer.engines.extractive.shorten import LONG, shorten, without_note_marks
from summarizer.engines.extractive.subjects import subjects_of
from summarizer.engines.extractive.topics import is_name, verbless
from summarizer.engines.extractive.worth import EASY, LENGTHY, means_much, worth_of

UNFIT = -100.0  # below any sum of weights
_MAX_REACH = 3  # clauses that a label may stand before its figure
_POINTLESS = 4.0  # what points back to something outside of the unit
_COLONS = ("：", ":")
_ASKS = "?？"
_NOTED = re.compile(r"[①-⑳\[〔]")  # what could be the mark of a note
_MATTER = 1.2  # twice what it is worth to lead a sentence
_OF_A_HEADING = 4  # pairs: two words of a heading are told again
_HEADS = 0.8  # what begins a paragraph says what it is about
DETAIL = 1.5  # the parts of a whole come behind what is told beside it
_BALANCES = 3.0  # more than a figure is worth: of a budget its own income and spending are told
_RUNS_IN = 2.5  # all that it is worth as the action of a sentence that leads a paragraph
_LONGEST_RUN_IN = 16  # characters; 87 % of 617 headings of leaves have no more
_BELOW_RUN_IN = 3  # times as long: what one heads says more than another sentence
_HOLLOW = 3.0  # what is told under a head of set phrases


class Marks(NamedTuple):
    """Positions, in the text of the clauses, of what a summary should carry; sorted.

    `figures` are (start, reach, named): `reach` is where the label or period starts that the figure
    must not be parted from; `named` is false for one without a label. `titles` are starting
    positions.
    """

    figures: Sequence[tuple[int, int, bool]] = ()
    titles: Sequence[int] = ()


class Scored(NamedTuple):
    """A clause, its words and the mark after it as printed, its worth, and what it needs.

    `needs` are the indices of the clauses it must come with.
    A worth of `UNFIT` marks heads, which are told only together with what they govern. `leading`
    is true for the first clause of a sentence that is no head, `opens` for the first of another
    paragraph; `figures` counts its figures.
    """

    clause: Clause
    text: str
    stop: str
    score: float
    needs: tuple[int, ...]
    leading: bool
    figures: int
    opens: bool = False


_NOTES = ("注:", "注：")  # below a table, of how it counts
_SEVERAL = 3  # clauses beside a line that only names something; a list of names has no others
_TURNED = 2.0  # as much as a figure: what a passage comes to, before what it comes from
_AT_ONCE = ("即将", "即时", "即日", "即刻", "即使", "即便", "即可")  # no 即 that says it again
_IS = re.compile("是(?!否)")  # says of the clause before what that is
_LETS = re.compile("让(?!利|步|渡|位)|使(?!用|馆|命|者)")  # what by, the clause before says
_OR_ELSE = ("反之", "否则", "相反")  # say nothing without the case before them


def score_clauses(
    clauses: Sequence[Clause], view: str, printed: str, marks: Marks, heading: str = ""
) -> list[Scored]:
    """Score the clauses of `view`; `printed` are the source's own characters, same length.

    What speaks of what the `heading` names is worth more.
    """
    matter = pairs(heading)
    scope = Scope()
    scored: list[Scored] = []
    figure = title = 0
    figure_marks, title_marks = marks
    all_figures, all_titles = len(figure_marks), len(title_marks)
    last = len(clauses) - 1
    certain = "\n" not in view and sound(view)
    noted = _NOTED.search(printed) is not None
    contrasts = cues.CONTRAST.search(view) is not None
    subjects = subjects_of(clauses, view)
    cases = norms.cases(clauses, view) if "的" in view else {}
    cases.update(norms.bound_by(clauses, view))
    asked = {clause.sentence for clause in clauses if clause.stop and clause.stop in _ASKS}
    asked |= {
        clause.sentence
        for clause in clauses
        if clause.stop in COMMAS and cues.REQUESTING.search(view, clause.start, clause.end)
    }
    subject: int | None = None  # that of all of the sentence
    heads: set[int] = set()  # the sentences that begin a paragraph
    turned: set[int] = set()  # those that what stands before them leads to
    details: set[int] = set()  # those that break down what the one before them tells
    cases.update(norms.objects(clauses, view))
    for index, clause in enumerate(clauses):
        start, end, ended, stop_at, _, sentence = clause
        text, words = view[start:end], printed[start:end]
        if end - start > LONG and ("等" in words or "《" in words or "）" in words or ")" in words):
            words = shorten(words)
        words = without_note_marks(words) if noted else words
        if "提出" in words or "批准" in words:
            words = cues.FORMULA.sub("", words)
        stop = printed[stop_at] if ended else ""
        opens = index > 0 and "\n" in view[clauses[index - 1].end : start]
        scope.enter(clause, paragraph=opens)
        if not index or clauses[index - 1].sentence != sentence:
            subject = index if index in subjects and norms.binds(clauses, view, index) else None
        if opens:
            heads.add(sentence)
        if relations.BREAKDOWN.match(text) and (
            not index or clauses[index - 1].sentence != sentence
        ):
            details.add(sentence)
        first_figure, first_title, reach = figure, title, start
        while figure < all_figures and figure_marks[figure][0] < end:
            reach = min(reach, figure_marks[figure][1])
            figure += 1
        while title < all_titles and title_marks[title] < end:
            title += 1
        figures = figure - first_figure
        unnamed = bool(figures) and is_unnamed(figure_marks[first_figure], start)
        head = scope.head(index, text, clause, figures)
        if index in cases:
            head = scope.case(index)
        if head and relations.LEADS_TO.search(text):
            turned.add(sentence)
        if not head and ended in ("", "\n"):
            # A name on a line of its own: of a place over a signature, of what a table shows.
            named = opens and not figures and last >= _SEVERAL and is_name(text)
            head = named or relations.CAPTION.match(text) is not None
        if head or not (certain or balanced(text)):
            above = (index - 1,) if index - 1 in subjects else ()
            scored.append(Scored(clause, words, stop, UNFIT, above, False, figures, opens))
        else:
            opening = scope.opens_sentence
            needs = scope.needs(index, text, figures)
            if unnamed and opening:
                needs |= named_by(clauses, view, index, scope.told_before)
            elif figures and not opening and relations.AIMED.match(text):
                needs.add(index - 1)  # what is to come to so much
            elif figures and not opening and relations.MEASURES_IT.match(text):
                needs.add(index - 1)
            if reach < start:
                needs |= _covering(clauses, index, reach)
            if contrasts and index < last:
                following = clauses[index + 1]
                told = following.sentence == sentence and not view.endswith(
                    "除外", following.start, following.end
                )
                if told and cues.CONTRAST.match(view, following.start):
                    needs.add(index + 1)
            if index in subjects:
                needs.add(index + 1)
                if index and text.startswith("对于") and clauses[index - 1].stop in COMMAS:
                    needs.add(index - 1)  # what it is that has a meaning for this
            if index - 1 in subjects:
                needs.add(index - 1)
            elif subject not in (None, index) and norms.says_no_subject(text):
                needs.add(subject)
            meant = text.startswith("即") and not text.startswith(_AT_ONCE)
            meant = meant or _LETS.match(text) is not None
            if index and (text in _OR_ELSE or (meant and clauses[index - 1].stop in COMMAS)):
                needs.add(index - 1)
            leading = (index not in subjects or figures > 0) and scope.take_lead()
            worth = worth_of(text, figures, title - first_title, leading, index, ended == "\n")
            if sentence in asked or text.startswith(_NOTES):
                worth -= _POINTLESS
            elif sentence in turned:
                worth += _TURNED
            if leading and sentence in heads:
                worth += _HEADS
            if _runs_in(clauses, index, figures, view):
                worth -= _RUNS_IN
            if matter and leading:
                worth += _MATTER * min(1.0, len(matter & pairs(text)) / _OF_A_HEADING)
            if figures and index and ended != "\n" and relations.EXPLAINS.match(text):
                needs.add(index - 1)
                worth = min(worth, 0.0)  # why so much is asked behind how much
            if figures and relations.BALANCES.match(text):
                worth -= _BALANCES
            if index < last and figures and relations.ADDS.match(text):
                needs.add(index + 1)
            if index < last and figures and relations.BARE_SUM.match(text):
                needs |= {index + 1} if clauses[index + 1].segment == clause.segment else set()
            if sentence in details:
                worth -= DETAIL
            if index in subjects and not figures:
                worth = min(worth, 0.0)  # 已成立业委会的小区: what was done only tells which
            worth += max(end - start - max(len(words), EASY), 0) * LENGTHY
            if not figures and index < last and means_much(view, clause, clauses[index + 1]):
                worth -= _HOLLOW
            if needs and any(low < index and _hollow(scored[low]) for low in needs):
                worth -= _HOLLOW
            if (index == 0 and cues.DEMONSTRATIVE.match(text)) or rules.ABOVE.search(text):
                worth -= _POINTLESS
            scored.append(
                Scored(
                    clause,
                    words,
                    stop,
                    worth,
                    tuple(sorted(needs)) if needs else (),
                    leading,
                    figures,
                    opens,
                )
            )
        scope.leave(clause, text)
    scored = _without_heads(scored, subjects)
    scored = _without_addresses(scored)
    return _with_rests(scored) if contrasts else scored


def _runs_in(clauses: Sequence[Clause], index: int, figures: int, view: str) -> bool:
    """Whether a clause is a heading that runs into its paragraph: 完善管理措施。对甲应当….

    A short sentence of one clause without a figure, which begins a paragraph that goes on.
    """
    clause = clauses[index]
    if figures or clause.end - clause.start > _LONGEST_RUN_IN or clause.stop != "。":
        return False
    if index and clauses[index - 1].sentence == clause.sentence:
        return False
    opens = index == 0 or "\n" in view[clauses[index - 1].end : clause.start]
    line = view.find("\n", clause.end)
    below = (line if line >= 0 else len(view)) - clause.end
    goes_on = below > _BELOW_RUN_IN * (clause.end - clause.start)
    return opens and goes_on and "《" not in view[clause.start : clause.end]


def _without_heads(scored: list[Scored], subjects: Set[int]) -> list[Scored]:
    """What is only the subject of a head is a head itself: 甲的乙，能确定丙的，应当丁."""
    for index in sorted(subjects, reverse=True):
        if scored[index + 1].score <= UNFIT < scored[index].score:
            scored[index] = scored[index]._replace(score=UNFIT, needs=(), leading=False)
    return scored


def _without_addresses(scored: list[Scored]) -> list[Scored]:
    """Whom a document is sent to, on a line of its own, is no statement: 各市人民政府，各部门：."""
    for index, item in enumerate(scored):
        if not item.text.endswith(_COLONS) or item.stop != "\n":
            continue
        place = index
        while place >= 0 and scored[place].clause.sentence == item.clause.sentence:
            place -= 1
        line = range(place + 1, index + 1)
        if all(verbless(scored[at].text) for at in line):
            for at in line:
                scored[at] = scored[at]._replace(score=UNFIT, needs=(), leading=False)
    return scored


def _with_rests(scored: list[Scored]) -> list[Scored]:
    """What is done of a whole needs the clause that tells of the rest: …49件；其余正在办理."""
    for index, item in enumerate(scored):
        if item.score <= UNFIT or cues.REST.match(item.text) is None:
            continue
        for place in range(index - 1, max(index - 1 - _MAX_REACH, -1), -1):
            before = scored[place]
            if before.clause.sentence != item.clause.sentence:
                break
            if before.score > UNFIT and cues.RESULT.search(before.text):
                scored[place] = before._replace(needs=tuple({*before.needs, index}))
                if before.figures and cues.SAID_DONE.search(before.text):
                    break
    return scored


def _hollow(head: Scored) -> bool:
    return head.score <= UNFIT and cues.BOILERPLATE.search(head.text) is not None


def pairs(text: str) -> set[str]:
    """The pairs of neighbouring characters of a text, but for those of its marks."""
    found = {text[place : place + 2] for place in range(len(text) - 1)}
    return {pair for pair in found if pair.isalnum()}


def _covering(clauses: Sequence[Clause], index: int, reach: int) -> set[int]:
    """The clause of the same sentence that holds `reach`, looking back a few clauses."""
    for low in range(index - 1, max(index - 1 - _MAX_REACH, -1), -1):
        if clauses[low].sentence != clauses[index].sentence:
            break
        if clauses[low].start <= reach:
            return {low} if reach < clauses[low].end else set()
    return set()
