"""How a source was read, for people who debug a report: units, anchors and noise."""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.analysis import Analysis
from summarizer.anchors.records import Name, Quotation, SetPhrase, StatusWord
from summarizer.assembly import dates, documents, figure, span, tables
from summarizer.models import Noise
from summarizer.output import phrases
from summarizer.output.published import Oddity, OutlineReport, OutlineUnit, PlacedText
from summarizer.output.reading_reasons import Reasons
from summarizer.output.wording import words
from summarizer.vocabulary import Lang

_Anchor = Quotation | SetPhrase | StatusWord | Name

_ODD = {"skip": "skipped", "repeat": "repeated", "back": "backward"}
_OTHERS = {"status": "progress", "name": "names"}


def published(analysis: Analysis, lang: Lang = "zh") -> OutlineReport:
    """The reading of a document as it is published; `lang` words the reasons."""
    document, anchors = analysis.document, analysis.anchors
    others: list[tuple[str, _Anchor]] = [("quotation", item) for item in anchors.quotations]
    others += [("formula", item) for item in anchors.set_phrases]
    others += [("status", item) for item in anchors.statuses]
    others += [("name", item) for item in anchors.names]
    return OutlineReport(
        name=document.name,
        sha256=document.sha256,
        encoding=document.encoding,
        characters=len(document.text),
        title=document.title,
        issuer=document.issuer,
        issued_on=document.issued_on,
        body=span(document.body),
        noise=tuple(Noise(span=span(n.span), reason=n.reason) for n in document.noise),
        units=tuple(
            OutlineUnit(
                id=unit.id,
                level=unit.level,
                marker=unit.marker,
                inline=unit.inline,
                plan=unit.plan,
                heading=unit.heading,
                problem=unit.problem,
                span=span(unit.span),
            )
            for unit in analysis.outline.walk()
        ),
        oddities=tuple(
            Oddity(
                kind=odd.kind,
                unit=odd.unit_id,
                marker=odd.marker,
                expected=odd.expected,
                span=span(odd.span),
            )
            for odd in analysis.outline.oddities
        ),
        tables=tables(analysis, lang),
        figures=tuple(figure(item) for item in anchors.figures if not item.non_quantity),
        dates=dates(anchors),
        documents=documents(anchors),
        others=tuple(
            PlacedText(kind=kind, text=item.text, span=span(item.span))
            for kind, item in sorted(others, key=lambda pair: pair[1].span.start)
        ),
    )


def render(
    reading: OutlineReport, text: str, lang: Lang = "en", *, reasons: Reasons | None = None
) -> str:
    """A line a unit, oddity, anchor and part of the furniture, each with its position; below a
    unit and a figure the reason, where they are given."""
    why = reasons or Reasons()
    word = words(lang)
    facts = (
        (word["title"], reading.title),
        (word["issuer"], reading.issuer),
        (word["issued_on"], reading.issued_on),
    )
    lines = [
        phrases.clean(
            f"{reading.name}: {reading.encoding}, {reading.characters} {word['characters']}"
        ),
        phrases.clean("  ".join(f"{name}: {value or '-'}" for name, value in facts)),
        "",
        f"{word['units']} ({len(reading.units)})",
    ]
    for unit in reading.units:
        name = phrases.name(unit.marker, unit.heading, "")
        if not unit.heading:
            start = "".join(text[unit.span.start : unit.span.start + 60].split())
            name += start.removeprefix(unit.marker)[:24]
        problem = f" [{unit.problem}]" if unit.problem else ""
        flag = f" {word['plan']}" if unit.plan else ""
        indent = "  " * unit.id.count(".")
        place = f"{unit.span.start}-{unit.span.end}"
        lines.append(phrases.clean(f"{unit.id:<9} {place:>13}{flag} {indent} {name}{problem}"))
        lines += _because(why.units.get(unit.id), 24 + len(indent))
    lines += [
        f"  {word[_ODD[odd.kind]]}: {phrases.clean(odd.marker)} {word['at']} {odd.span.start}, "
        f"{word['expected']} {odd.expected}"
        for odd in reading.oddities
    ]
    lines += ["", f"{word['tables_read']} ({len(reading.tables)})"]
    for table in reading.tables:
        name = " ".join(part for part in (table.caption, table.unit_note) if part) or "-"
        state = "" if table.read else f"  {word['unread_part']}: {table.reason}"
        size = f"{len(table.rows)} {word['rows']}"
        lines.append(phrases.clean(f"  {table.span.start:>7}  {table.id} {name}: {size}{state}"))
        for row in table.rows:
            cells = [
                cell.text
                if cell.figure is None
                else f"{cell.text} = {cell.figure.value:f} {cell.figure.unit}"
                for cell in row
            ]
            lines.append(phrases.clean(f"           {' | '.join(cells)}"))
    lines += ["", f"{word['figures']} ({len(reading.figures)})"]
    for item in reading.figures:
        high = "" if item.value_high is None else f"..{item.value_high:f}"
        value = f"{item.value:f}{high} {item.unit} ({item.kind})"
        lines.append(f"  {item.span.start:>7}  {phrases.figure(item)}  = {value}")
        lines += _because(why.figures.get(item.span.start), 11)
    lines += ["", f"{word['dates']} ({len(reading.dates)})"]
    lines += [f"  {item.span.start:>7}  {phrases.date(item)}" for item in reading.dates]
    lines += ["", f"{word['documents']} ({len(reading.documents)})"]
    lines += [f"  {d.span.start:>7}  {phrases.clean(d.title)}" for d in reading.documents]
    lines += ["", f"{word['others']} ({len(reading.others)})"]
    lines += [
        f"  {item.span.start:>7}  {word[_OTHERS.get(item.kind, item.kind)]}: "
        f"{phrases.clean(item.text)}"
        for item in reading.others
    ]
    lines += ["", f"{word['noise']} ({len(reading.noise)})"]
    for part in reading.noise:
        shown = phrases.clean(text[part.span.start : part.span.end])[:40]
        lines.append(
            f"  {part.span.start:>7}-{part.span.end}  {_noise(part.reason, word)}: {shown}"
        )
    return "\n".join(lines) + "\n"


def _noise(reason: str, word: Mapping[str, str]) -> str:
    return word.get(f"noise_{reason.replace(' ', '_')}", reason)


def _because(reason: str | None, indent: int) -> list[str]:
    return [f"{' ' * indent}{phrases.clean(reason)}"] if reason else []
