"""Pieces that several renderers print: a figure with its label, a finding, the accounting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from unicodedata import category

from summarizer import patterns as re
from summarizer.models import (
    DateMention,
    DocumentTitle,
    Figure,
    Finding,
    Measure,
    Report,
    Section,
    Source,
)
from summarizer.output.periods import of_calendar, period
from summarizer.output.wording import word, words
from summarizer.vocabulary import (
    EXTERNAL,
    FigureRole,
    Lang,
    Origin,
    PeriodFrom,
    Status,
    Verdict,
    label,
)

# Control characters could drive a terminal; format characters (bidirectional marks, zero widths,
# tags) could reorder or hide what is read.
_UNSAFE = frozenset({"Cc", "Cf"})
_LINE_END = re.compile(r"(?<=[\x21-\x7e])\s*[\n\t\u2028\u2029]\s*(?=[\x21-\x7e])")
_HALF_WIDTH = {
    0xFF00 + place: 0x20 + place
    for place in range(1, 0x5F)
    if chr(0x20 + place).isalnum() or chr(0x20 + place) in "%+-."
}
_USUAL = ("同比", "较上年")
ARROWS = {"up": "↑", "down": "↓", "flat": "→"}


def clean(text: str) -> str:
    """One line of printable text: no controls; line ends between Chinese characters vanish."""
    return printable(text).strip()


def printable(text: str) -> str:
    """Like `clean`, with the blanks at both ends.

    Digits and letters of full width are printed at half, each in the place of one: ２７１．０２亿元
    is 271.02亿元 to a reader.
    """
    text = text.translate(_HALF_WIDTH)
    if text.isprintable():
        return text
    text = _LINE_END.sub(" ", text)
    text = re.sub(r"[ ]*[\n\t\u2028\u2029][ ]*", "", text)
    text = "".join(sign for sign in text if category(sign) not in _UNSAFE)
    return text.encode("utf-8", "replace").decode("utf-8")


def figure(item: Figure, start: str = "") -> str:
    """A figure as printed, after its label, comparator and direction: 收入 同比↑ 23.63%.

    Only a change has an arrow: before a level (提高到57.7%) it would be read as a growth. `start`
    is what a level was before, as printed.
    """
    arrow = ARROWS.get(item.direction or "", "") if item.role is FigureRole.CHANGE else ""
    told = f"{start}→{item.text}" if start else item.text
    parts = (item.called, (item.comparator or "") + arrow, told)
    return clean(" ".join(part for part in parts if part))


def moved(item: Figure) -> str:
    """A growth beside its level: ↑5.3%; with what it is compared with, but for the year before."""
    against = "" if item.comparator in (None, *_USUAL) else item.comparator or ""
    return clean(f"{against}{ARROWS.get(item.direction or '', '')}{item.text}")


def key_figure(item: Figure, lang: Lang) -> str:
    """A figure to quote: its label, its own words, and the period it is said of."""
    when = when_of(item, lang)
    return figure(item) + (word("()", lang).format(when) if when else "")


def when_of(item: Figure, lang: Lang) -> str:
    """The period of a figure in words; empty for one that is only the span its unit is about."""
    if item.period is None:
        return ""
    told = item.period_from is not PeriodFrom.INHERITED or of_calendar(item.period)
    return period(item.period, lang) if told else ""


def date(item: DateMention) -> str:
    """A date as printed, with the ISO interval it stands for where that says more."""
    iso = item.start if item.start == item.end else f"{item.start}/{item.end}"
    return clean(f"{item.text} ({iso})")


def documents(items: Iterable[DocumentTitle]) -> list[str]:
    """The titles, each once, in reading order."""
    return list(dict.fromkeys(clean(item.title) for item in items))


def figures(items: Iterable[Figure], lang: Lang) -> list[str]:
    """The figures with labels and periods, each wording once, in reading order."""
    return list(dict.fromkeys(key_figure(item, lang) for item in items))


def name(marker: str | None, heading: str | None, unit_id: str) -> str:
    """What a unit is called: its marker and heading as printed, else its id."""
    return clean(f"{marker or ''}{heading or ''}") or unit_id


def verdict_of(item: Finding, lang: Lang) -> str:
    """The verdict of a finding, and that a model gave it where one did."""
    told = label(item.verdict, lang)
    judged = item.origin is Origin.JUDGE
    return told + word("()", lang).format(label(item.origin, lang)) if judged else told


def claimed(item: Finding, reason: str) -> str:
    """A finding's claim and its reason, the claim once."""
    claim = clean(item.claim)
    if not claim or reason.startswith(claim):
        return reason
    return f"{claim} — {reason}" if reason else claim


def written_by(measure: Measure, report: Report, lang: Lang) -> str:
    """Who wrote a measure; of a text that somebody gave nobody knows."""
    external = report.run.engine == EXTERNAL
    return word(f"by_{EXTERNAL}", lang) if external else label(measure.origin, lang)


def own_fields(measure: Measure) -> list[str]:
    """The answers to a user's own questions, each with its name."""
    return [
        clean(f"{name}={value}")
        for name, value in measure.extra.items()
        if value is not None and value != ""
    ]


def walk(
    sections: Iterable[Section], above: tuple[Section, ...] = ()
) -> Iterator[tuple[tuple[Section, ...], Measure]]:
    """Every measure with the sections it stands in, outermost first, in reading order."""
    for section in sections:
        path = (*above, section)
        inside: list[tuple[int, Measure | Section]] = [(m.span.start, m) for m in section.measures]
        inside += [(s.span.start, s) for s in section.sections]
        for _, item in sorted(inside, key=lambda pair: pair[0]):
            if isinstance(item, Measure):
                yield path, item
            else:
                yield from walk([item], path)


def problem_of(path: tuple[Section, ...]) -> str | None:
    """The problem a measure answers: that of the innermost section that quotes one."""
    return next((s.problem for s in reversed(path) if s.problem), None)


def all_findings(report: Report) -> list[tuple[str, Finding]]:
    """Every finding on the summary with the id of its unit (overview: empty), worst first."""
    found = [("", item) for item in report.overview.findings]
    for section in report.walk():
        found += [(section.id, item) for item in section.findings]
    found += [(measure.id, item) for measure in report.measures for item in measure.findings]
    order = list(Verdict)
    return sorted(found, key=lambda pair: -order.index(pair[1].verdict))


def checks(report: Report, lang: Lang) -> str:
    """Claims by verdict, those that nobody could read, and the anchors cited, on one line."""
    checked = report.verification
    counts = [(verdict, getattr(checked, verdict.value)) for verdict in Verdict]
    shown = (Verdict.SUPPORTED, Verdict.CONTRADICTED)  # told even where there is none
    parts = [f"{label(v, lang)} {count}" for v, count in counts if count or v in shown]
    if checked.unread:
        parts.append(f"{word('unread', lang)} {checked.unread}")
    parts.append(f"{word('cited', lang)} {checked.anchors.cited}/{checked.anchors.total}")
    return " · ".join(parts)


def accounting(report: Report, lang: Lang) -> str:
    """The run on one line: engine, units by origin, points rejected, calls, tokens, cost, time."""
    run, units = report.run, report.run.units
    engine = words(lang).get(f"by_{run.engine}", clean(run.engine))
    parts = [engine if run.model is None else f"{engine} {clean(run.model)}"]
    written = (
        (label("llm", lang), units.llm),
        (label("extractive", lang), units.extractive),
        (word("refused", lang), units.refused),
        (word("rejected", lang), units.rejected),
    )
    origins = [f"{origin} {count}" for origin, count in written if count]
    if run.engine == EXTERNAL:  # nobody knows who wrote it
        origins = []
    shown = word("()", lang).format(word(", ", lang).join(origins)) if origins else ""
    # Figures and accounts alone, as in a communiqué, are no measures.
    acts = any(measure.status is not Status.REPORTED for measure in report.measures)
    counted = word("measures" if acts else "parts", lang)
    parts.append(f"{units.llm + units.extractive} {counted}{shown}")
    spent = ((run.calls, "calls"), (run.retries, "retries"), (run.cache_hits, "cache_hits"))
    parts += [f"{count:,} {word(term, lang)}" for count, term in spent if count]
    if run.prompt_tokens or run.completion_tokens:
        tokens = f"{run.prompt_tokens:,} + {run.completion_tokens:,}"
        parts.append(f"{tokens} {word('tokens', lang)}")
    if run.cost is not None:
        parts.append(f"${run.cost:.4f}")
    parts.append(f"{run.seconds:.2f} {word('seconds', lang)}")
    return " · ".join(parts)


def inspection(source: Source, lang: Lang) -> str:
    """Who inspected, when, and when the findings were told; empty where nothing is stated."""
    told = source.inspection
    if told is None:
        return ""
    days = "/".join(day for day in (told.from_, told.to) if day)
    parts = [clean(told.inspectors or ""), period(days, lang) if days else ""]
    if told.feedback_on:
        parts.append(word("feedback", lang).format(period(told.feedback_on, lang)))
    return word("clauses", lang).join(part for part in parts if part)


def issued(source: Source, lang: Lang) -> str:
    """Issuer and date of issue."""
    day = period(source.issued_on, lang) if source.issued_on else ""
    return " · ".join(part for part in (clean(source.issuer or ""), day) if part)


def length(source: Source, lang: Lang) -> str:
    """The file and how long it is."""
    return f"{clean(source.name)} · {source.characters:,} {word('characters', lang)}"
