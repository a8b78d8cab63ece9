"""The summary of a whole report: the totals and results that it will be quoted by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from summarizer import patterns as re
from summarizer.analysis import Analysis
from summarizer.anchors.verbs import verb_at
from summarizer.engines.base import MeasureDraft, OverviewDraft, PointDraft
from summarizer.engines.digest import is_plan, key_figures, open_items
from summarizer.engines.extractive import cues, rules
from summarizer.engines.extractive.laws import law_overview
from summarizer.engines.extractive.parts import Weigher
from summarizer.engines.extractive.sayings import BRIEF, Saying, is_purpose, sayings
from summarizer.engines.extractive.sections import all_own_points
from summarizer.engines.extractive.topics import verbless
from summarizer.engines.wrongs import is_audit
from summarizer.reading.outline.records import Unit
from summarizer.vocabulary import Origin
from summarizer.words import worded

OVERVIEW_BUDGET = 150  # three or four sentences; read in half a minute
_FIGURE = re.compile(r"\d")
_MARKS = "。；;，,：:… "
_ADVERB = 2  # characters that may stand before the verb of a heading: 牢固树立
_AREA = 6  # shorter headings name a matter and no aim
# A promise among results says that it is one, and so does what falls short.
_NEXT, _SHORT = "下一步：", "仍存问题："
_FOUND = "审计发现："
_BEFORE_FINDINGS = 60  # characters of an audit's overview that tell a result, at most a point
_SAID_AHEAD = re.compile(
    r"目标|下一?步|今后|将(?![军领近])|计划|力争|争取|拟|要(?!求|点|素)|必须|应当|不得|严禁"
)
_SAID_SHORT = worded("cues", "{falls_short}")
_NO_END = 99  # more parts than an overview holds
_RESERVED = (
    BRIEF + len(_NEXT) + 1
)  # characters kept for what a report of results announces, or says of its own faults


_AGAIN = 3.0  # a figure and what is done with it
_LITTLE = 50  # characters: a third of the room, one sentence
_ALIKE = 16  # characters: two parts that begin so say the same in other words
_WORTH = 1.9  # a result with a figure: what fills a gap must be worth it


def overview(
    analysis: Analysis,
    measures: Mapping[str, MeasureDraft],
    weigher: Weigher | None = None,
    own: Mapping[str, Sequence[PointDraft]] | None = None,
) -> OverviewDraft:
    """The report within 150 characters, its key figures and what it leaves open; never raises.

    `own` are the points of the sections' own text, where they are at hand.
    """
    weigher = weigher or Weigher(analysis)
    own = own if own is not None else all_own_points(analysis)
    title = analysis.document.title or ""
    plan, audit = is_plan(analysis), is_audit(title) and "整改" not in title
    key = key_figures(analysis, ranked=weigher.ranked)
    parts = sayings(analysis, measures, own, weigher, key, whole=plan or audit)
    if plan:
        named = [part for part in parts if _FIGURE.search(part.text) or not verbless(part.text)]
        parts = [part._replace(kind="planned", whole=is_purpose(part.text)) for part in named]
    if analysis.outline.is_law:
        figures = [r.figure for r in weigher.ranked if r.figure.span.start in key]
        fines = [figure.text for figure in figures if rules.FINE.search(figure.label or "")]
        told = (part.text for part in parts if any(fine in part.text for fine in fines))
        fined = next(filter(rules.FINE.search, told), "")
        summary = law_overview(analysis, OVERVIEW_BUDGET, fined)
    else:
        summary = _findings(parts) if audit else ""
        summary = summary or _summary(parts)
        summary = _with_areas(summary, analysis.outline.units) if plan else summary
    origins = {draft.origin for draft in measures.values()}
    return OverviewDraft(
        summary=summary,
        origin=Origin.LLM if origins == {Origin.LLM} else Origin.EXTRACTIVE,
        key=key,
        open=open_items(analysis, measures, own),
    )


def _summary(parts: Sequence[Saying]) -> str:
    """What came of the whole, the weightiest results, then a target or what falls short.

    Results stand in the order of the source; of a section one comes before two.
    """
    # Without a figure a part says little of the whole; some texts have none.
    told = [part for part in parts if part.whole or _FIGURE.search(part.text)]
    told = told if any(part.kind != "problem" for part in told) else list(parts)
    results = [part for part in told if part.kind == "result"]
    ahead = [part for part in told if part.kind == "planned"]
    short = [part for part in parts if part.kind == "problem"] if results else []
    chosen: list[Saying] = []
    _add(chosen, [part for part in results if part.whole], OVERVIEW_BUDGET, 1)
    worthy = [part for part in results if part.worth >= _WORTH] or results
    _add(chosen, worthy, OVERVIEW_BUDGET - (_RESERVED if ahead or short else 0))
    done = len(chosen)
    _add(chosen, ahead, OVERVIEW_BUDGET, 1 if results else _NO_END)
    if len(chosen) == done:
        _add(chosen, short, OVERVIEW_BUDGET, 1)
    _add(chosen, worthy, OVERVIEW_BUDGET)
    _fill(chosen, parts)
    if sum(len(part.text) for part in chosen) < _LITTLE:
        _add(chosen, [part for part in parts if part.kind != "problem"], OVERVIEW_BUDGET)
    chosen.sort(key=lambda part: (part.kind != "result", part.start))
    texts = [_printed(part) if results else part.text for part in chosen]
    return f"{'；'.join(texts)}。" if texts else ""


def _findings(parts: Sequence[Saying]) -> str:
    """An audit: its result in one part, then what it found; empty where it found nothing."""
    found = [part for part in parts if part.kind == "problem" and _FIGURE.search(part.text)]
    if not found:
        return ""
    told = [part for part in parts if part.whole or _FIGURE.search(part.text)]
    results = [part for part in told if part.kind == "result"]
    first: list[Saying] = []
    _add(first, results, _BEFORE_FINDINGS, 1)
    chosen: list[Saying] = []
    room = OVERVIEW_BUDGET - len(_FOUND) - sum(len(part.text) + 1 for part in first)
    # Of what was found the largest sums are heard of first.
    ranked = [part._replace(kind="result", worth=float(part.money)) for part in found]
    _add(chosen, ranked, room)
    texts = [part.text for part in (*first, *sorted(chosen, key=lambda part: part.start))]
    texts[len(first)] = _FOUND + texts[len(first)]
    return f"{'；'.join(texts)}。"


def _add(chosen: list[Saying], group: Sequence[Saying], budget: int, most: int = _NO_END) -> None:
    """Add at most `most` of a group, the weightiest that fit the budget with what is chosen.

    What a section tells beside what is chosen of it weighs less: the whole is told by its parts.
    """
    room = budget - sum(len(_printed(part)) + 1 for part in chosen)
    sections = Counter(part.section for part in chosen)
    left = [part for part in group if not any(_same(part, other) for other in chosen)]
    while most and (left := [one for one in left if len(_printed(one)) + 1 <= room]):
        part = max(left, key=lambda one: (one.worth - _AGAIN * sections[one.section], -one.start))
        chosen.append(part)
        sections[part.section] += 1
        room -= len(_printed(part)) + 1
        most -= 1
        left = [one for one in left if not _same(part, one)]


def _fill(chosen: list[Saying], parts: Sequence[Saying]) -> None:
    """Put for what is chosen the whole of what its sentence says, while there is room."""
    for place, part in enumerate(chosen):
        room = OVERVIEW_BUDGET - sum(len(_printed(other)) + 1 for other in chosen)
        longer = [
            other
            for other in parts
            if other.complete
            and other.text.startswith(part.text)
            and 0 < len(other.text) - len(part.text) <= room
        ]
        chosen[place] = max(longer, key=lambda other: len(other.text), default=part)
    texts = [part.text for part in chosen]
    chosen[:] = [
        part
        for part in chosen
        if not any(part.text in text and part.text != text for text in texts)
    ]


def _printed(part: Saying) -> str:
    """A part as it is told among results: what is none says so."""
    if part.kind == "planned" and not _SAID_AHEAD.search(part.text):
        return f"{_NEXT}{part.text}"
    if part.kind == "problem" and not _SAID_SHORT.search(part.text):
        return f"{_SHORT}{part.text}"
    return part.text


def _with_areas(summary: str, units: Sequence[Unit]) -> str:
    """What a plan sets out to do, by the headings of its parts, as far as there is room."""
    told = summary.rstrip("。")
    for unit in units:
        heading = (unit.heading or "").strip(_MARKS)
        verbs = (verb_at(heading, at, len(heading)) for at in range(_ADVERB + 1))
        says = cues.PURPOSE.match(heading) or any(verbs)
        fits = len(told) + len(heading) + 2 <= OVERVIEW_BUDGET
        if says and fits and len(heading) >= _AREA and heading not in told:
            told = f"{told}；{heading}" if told else heading
    return f"{told}。" if told else ""


def _same(one: Saying, other: Saying) -> bool:
    """Whether two parts tell the same words, or of the same what the other is told for."""
    if one.text in other.text or other.text in one.text:
        return True
    if one.text[:_ALIKE] == other.text[:_ALIKE]:
        return True
    return any(
        part.told[:1] and part.told[0] in rest.told for part, rest in ((one, other), (other, one))
    )
