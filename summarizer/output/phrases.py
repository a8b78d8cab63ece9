"""Pieces that several renderers print: a figure with its label, a finding, the accounting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from summarizer.models import (
    AuditFinding,
    DateMention,
    DocumentTitle,
    Figure,
    Finding,
    Measure,
    Report,
    Section,
)
from summarizer.output.wording import word
from summarizer.vocabulary import Lang, Verdict, label

# Control characters could drive a terminal, bidirectional marks could reorder what is read.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_LINE_END = re.compile(r"(?<=[\x21-\x7e])\s*[\n\t\u2028\u2029]\s*(?=[\x21-\x7e])")
_ARROWS = {"up": "↑", "down": "↓", "flat": "→"}
# 提高到57.7%, 提升至2025年的70%: where it came to, not how much it changed.
_LEVEL = re.compile(r"(?<!达)[到至](?:[^，,；;。]{0,12}的)?[约近超]?\s*$")
_BEFORE = 18


def clean(text: str) -> str:
    """One line of printable text: no controls; line ends between Chinese characters vanish."""
    if not text.isprintable():
        text = _LINE_END.sub(" ", text)
        text = re.sub(r"[ ]*[\n\t\u2028\u2029][ ]*", "", text)
        text = _UNSAFE.sub("", text)
        text = text.encode("utf-8", "replace").decode("utf-8")
    return text.strip()


def figure(item: Figure, source: str = "") -> str:
    """A figure as printed, after its label, comparator and direction: 收入 同比↑ 23.63%.

    Where the source, if given, tells a level (提高到57.7%) there is no arrow: ↑ 57.7% would be
    read as a growth of that much.
    """
    before = source[max(0, item.span.start - _BEFORE) : item.span.start]
    arrow = "" if _LEVEL.search(before) else _ARROWS.get(item.direction or "", "")
    parts = (item.label or "", (item.comparator or "") + arrow, item.text)
    return clean(" ".join(part for part in parts if part))


def date(item: DateMention) -> str:
    """A date as printed, with the ISO interval it stands for where that says more."""
    iso = item.start if item.start == item.end else f"{item.start}/{item.end}"
    return clean(f"{item.text} ({iso})")


def documents(items: Iterable[DocumentTitle]) -> list[str]:
    """The titles, each once, in reading order."""
    return list(dict.fromkeys(clean(item.title) for item in items))


def figures(items: Iterable[Figure], source: str = "") -> list[str]:
    """The figures with their labels, each wording once, in reading order."""
    return list(dict.fromkeys(figure(item, source) for item in items))


def name(marker: str | None, heading: str | None, unit_id: str) -> str:
    """What a unit is called: its marker and heading as printed, else its id."""
    return clean(f"{marker or ''}{heading or ''}") or unit_id


def finding(item: Finding, lang: Lang) -> str:
    """A finding on one line: verdict, claim, reason, and the nearest place in the source."""
    claim, reason = clean(item.claim), clean(item.reason)
    told = reason if reason.startswith(claim) else f"{claim} — {reason}" if reason else claim
    line = f"{label(item.verdict, lang)}{word(': ', lang)}{told}"
    if item.nearest is not None and str(item.nearest.span.start) not in item.reason:
        place = f"{word('at', lang)} {item.nearest.span.start}"
        line += f" [{word('nearest', lang)} {clean(item.nearest.text)}, {place}]"
    return line


def observation(note: AuditFinding, lang: Lang) -> str:
    """An observation on the source, with its places where the message does not name them."""
    message = clean(note.message)
    places = [str(span.start) for span in note.spans if str(span.start) not in message]
    return f"{message} [{word('at', lang)} {', '.join(places)}]" if places else message


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
    """Claims by verdict and the source's anchors that are cited, on one line."""
    checked = report.verification
    parts = [f"{label(verdict, lang)} {getattr(checked, verdict.value)}" for verdict in Verdict]
    parts.append(f"{word('cited', lang)} {checked.anchors.cited}/{checked.anchors.total}")
    return " · ".join(parts)


def accounting(report: Report, lang: Lang) -> str:
    """The run on one line: engine, units by origin, calls, tokens, cost and time."""
    run, units = report.run, report.run.units
    parts = [run.engine if run.model is None else f"{run.engine} {clean(run.model)}"]
    written = (("llm", units.llm), ("extractive", units.extractive), ("refused", units.refused))
    origins = [f"{word(origin, lang)} {count}" for origin, count in written if count]
    shown = f" ({word(', ', lang).join(origins)})" if origins else ""
    parts.append(f"{units.llm + units.extractive} {word('measures', lang)}{shown}")
    spent = ((run.calls, "calls"), (run.retries, "retries"), (run.cache_hits, "cache hits"))
    parts += [f"{count:,} {word(term, lang)}" for count, term in spent if count]
    if run.prompt_tokens or run.completion_tokens:
        tokens = f"{run.prompt_tokens:,} + {run.completion_tokens:,}"
        parts.append(f"{tokens} {word('tokens', lang)}")
    if run.cost is not None:
        parts.append(f"${run.cost:.4f}")
    parts.append(f"{run.seconds:.2f} {word('seconds', lang)}")
    return " · ".join(parts)
