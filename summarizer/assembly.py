"""From the source's records and an engine's drafts to the published report.

Whatever can be checked (figures, dates, titles, positions) comes from the source's own anchors;
an engine gives wording, labels, category and status only.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache
from operator import attrgetter
from typing import TypeVar

from summarizer import models
from summarizer.analysis import Analysis
from summarizer.anchors import records
from summarizer.engines.base import Drafts, MeasureDraft, OverviewDraft, SectionDraft
from summarizer.models.values import lean
from summarizer.reading.document import Document
from summarizer.reading.outline.records import Unit
from summarizer.reading.table_doubts import told as told_doubts
from summarizer.spans import Range
from summarizer.vocabulary import Lang, Origin, worst

_start = attrgetter("span.start")


@lru_cache(maxsize=1024)  # a leaf is published as a section and a measure, of one place
def span(place: Range) -> models.Span:
    """A range of the source as it is published."""
    return lean(models.Span(start=place.start, end=place.end))


def source(document: Document) -> models.Source:
    """What is published of a document; carries its text."""
    told = document.inspection
    inspection = None
    if told is not None:
        inspection = models.Inspection(
            inspectors=told.inspectors,
            from_=told.first,
            to=told.last,
            feedback_on=told.feedback_on,
        )
    return models.Source(
        # A path may hold bytes that are no text in any encoding; JSON cannot.
        name=document.name.encode("utf-8", "replace").decode("utf-8"),
        sha256=document.sha256,
        encoding=document.encoding,
        characters=len(document.text),
        script=document.script,
        title=document.title,
        issuer=document.issuer,
        issued_on=document.issued_on,
        kind=document.kind,
        inspection=inspection,
        noise=tuple(lean(models.Noise(span=span(n.span), reason=n.reason)) for n in document.noise),
    ).with_text(document.text)


def figure(anchor: records.Figure, label: str | None = None) -> models.Figure:
    """A figure as it is published; `label` is an engine's better one."""
    published = models.Figure(
        text=anchor.text,
        value=anchor.value,
        value_high=anchor.high,
        unit=anchor.unit,
        kind=anchor.kind,
        qualifier=anchor.qualifier,
        label=label or anchor.label,
        direction=anchor.direction,
        comparator=anchor.comparator,
        period=anchor.period,
        period_from=anchor.period_from,
        per=anchor.per,
        role=anchor.role,
        bound=anchor.bound,
        subject=anchor.subject,
        span=span(anchor.span),
    )
    return lean(published)


def dates(anchors: records.Anchors) -> tuple[models.DateMention, ...]:
    """The dates, without those that are part of a title or a name."""
    return tuple(
        lean(models.DateMention(text=d.text, start=d.first, end=d.last, span=span(d.span)))
        for d in anchors.dates
        if not d.non_date and not d.in_title
    )


def documents(anchors: records.Anchors) -> tuple[models.DocumentTitle, ...]:
    """Titles and document numbers in reading order."""
    cited: list[records.Title | records.DocumentNumber] = [*anchors.titles]
    cited += anchors.document_numbers
    return tuple(
        lean(models.DocumentTitle(title=item.text, span=span(item.span)))
        for item in sorted(cited, key=_start)
    )


def assemble(
    analysis: Analysis,
    drafts: Drafts,
    run: models.Run,
    lang: Lang = "zh",
    *,
    told: Collection[Range] = (),
) -> models.Report:
    """The report of these drafts, not yet checked. Every leaf gives exactly one measure.

    `lang` words the reasons; `told` are the spans of the source's figures that the overview was
    found to speak of.
    """
    sections = tuple(_section(unit, analysis, drafts) for unit in analysis.outline.units)
    origins = [draft.origin for draft in drafts.measures.values()]
    units = models.UnitsByOrigin(
        llm=origins.count(Origin.LLM),
        extractive=origins.count(Origin.EXTRACTIVE),
        refused=drafts.usage.refused,
    )
    return models.Report(
        source=source(analysis.document),
        overview=models.Overview(
            summary=drafts.overview.summary,
            origin=drafts.overview.origin,
            key_figures=_key_figures(drafts.overview, analysis),
            open=tuple(
                lean(
                    models.OpenItem(
                        unit=item.unit, status=item.status, text=item.text, span=span(item.span)
                    )
                )
                for item in drafts.overview.open
            ),
            figures=tuple(
                figure(anchor) for anchor in analysis.anchors.figures if anchor.span in told
            ),
            findings=drafts.overview.findings,
        ),
        sections=sections,
        tables=tables(analysis, lang),
        verification=models.Verification(),
        run=run.model_copy(update={"units": units}),
    )


def _section(unit: Unit, analysis: Analysis, drafts: Drafts) -> models.Section:
    sections: list[models.Section] = []
    measures: list[models.Measure] = []
    if unit.is_leaf:
        measures.append(_measure(unit, analysis, drafts))
    for child in unit.children:
        if child.is_leaf and child.inline:
            measures.append(_measure(child, analysis, drafts))
        else:
            sections.append(_section(child, analysis, drafts))
    # A leaf may go without a summary of its own as a section: it says what its measure says.
    draft: SectionDraft | MeasureDraft | None = drafts.sections.get(unit.id)
    told = draft is not None
    draft = draft or drafts.measures[unit.id]
    own = records.joined([analysis.anchors.within(part) for part in unit.own])
    # A leaf is published twice, as a section and as a measure: what both hold is made once.
    twin = measures[0] if unit.is_leaf else None
    same = twin is not None and not drafts.measures[unit.id].labels
    figures = [anchor for anchor in own.figures if not anchor.non_quantity]
    section = models.Section(
        id=unit.id,
        marker=unit.marker,
        level=unit.level,
        heading=unit.heading,
        problem=unit.problem,
        span=span(unit.span),
        headline=drafts.sections[unit.id].headline if told else "",
        own=tuple(span(part) for part in unit.own),
        summary=draft.summary,
        origin=draft.origin,
        figures=_held(twin.figures, figures) if twin and same else tuple(map(figure, figures)),
        dates=_held(twin.dates, own.dates) if twin else dates(own),
        documents=documents(own),
        findings=draft.findings if told else (),
        sections=tuple(sections),
        measures=tuple(measures),
    )
    return lean(section)


_RecordT = TypeVar("_RecordT", models.Figure, models.DateMention)


def _held(
    published: Iterable[_RecordT], anchors: Iterable[records.Figure | records.DateMention]
) -> tuple[_RecordT, ...]:
    """Those of the published records that stand for one of the anchors."""
    starts = {anchor.span.start for anchor in anchors}
    return tuple(record for record in published if record.span.start in starts)


def _measure(unit: Unit, analysis: Analysis, drafts: Drafts) -> models.Measure:
    draft = drafts.measures[unit.id]
    anchors = analysis.anchors_of(unit)
    measure = models.Measure(
        id=unit.id,
        marker=unit.marker or None,
        heading=unit.heading,
        span=span(unit.span),
        points=tuple(
            lean(
                models.Point(
                    text=point.text, status=point.status, origin=point.origin, span=span(point.span)
                )
            )
            for point in draft.points
        ),
        summary=draft.summary,
        origin=draft.origin,
        extra=dict(draft.extra),
        rejected=tuple(
            models.Rejected(text=point.text, reason=point.reason) for point in draft.rejected
        ),
        category=draft.category,
        status=draft.status,
        actors=draft.actors,
        figures=tuple(
            figure(anchor, draft.labels.get(anchor.span.start))
            for anchor in anchors.figures
            if not anchor.non_quantity
        ),
        dates=dates(anchors),
        documents=documents(anchors),
        verdict=worst([item.verdict for item in draft.findings]),
        findings=draft.findings,
    )
    return lean(measure)


def _key_figures(overview: OverviewDraft, analysis: Analysis) -> tuple[models.KeyFigure, ...]:
    """The figures by which the report will be quoted, each with the innermost unit it is in."""
    chosen = set(overview.key)
    found = []
    for anchor in analysis.anchors.figures:
        if anchor.span.start in chosen:
            holder = analysis.unit_at(anchor.span.start)
            if holder is not None:
                found.append(models.KeyFigure(unit=holder.id, figure=figure(anchor)))
    return tuple(found)


def tables(analysis: Analysis, lang: Lang = "zh") -> tuple[models.Table, ...]:
    """The tables of the source, each with the innermost unit it stands in, figures in cells."""
    found = []
    for number, typed in enumerate(analysis.tables, start=1):
        block = typed.block
        holder = analysis.unit_at(block.span.start)
        figures = {(cell.row, cell.column): figure(cell.figure) for cell in typed.figures}
        found.append(
            models.Table(
                id=f"t{number}",
                unit=holder.id if holder is not None else None,
                span=span(block.span),
                caption=block.caption,
                unit_note=block.unit_note,
                header=tuple(cell.text for cell in block.header),
                rows=tuple(
                    tuple(
                        lean(models.Cell(text=cell.text, figure=figures.get((row, column))))
                        for column, cell in enumerate(cells)
                    )
                    for row, cells in enumerate(block.rows)
                ),
                read=typed.read,
                reason=told_doubts(typed.doubts, lang),
            )
        )
    return tuple(found)
