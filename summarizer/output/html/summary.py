"""The left side of the page: overview, alarms and the outline with its measures."""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.models import Figure, Finding, Measure, Report, Section
from summarizer.output.html.markup import chip, element, link, rows, text
from summarizer.vocabulary import Lang, Verdict, label

# A reader works through alarms, not through thousands of them; the JSON keeps the full list.
_LISTED = 200
_ALARMING = (Verdict.CONTRADICTED, Verdict.UNVERIFIABLE)


def _figure(figure: Figure, unit: str, words: Mapping[str, str]) -> str:
    about = " ".join(
        part
        for part in (
            figure.label or "",
            figure.comparator or "",
            words[figure.direction] if figure.direction else "",
        )
        if part
    )
    content = element("b", text(figure.text))
    if about:
        content += " " + element("span", text(about), classes="of")
    return link(content, unit=unit, span=figure.span)


def _finding(finding: Finding, unit: str, lang: Lang, words: Mapping[str, str]) -> str:
    content = chip(label(finding.verdict, lang), finding.verdict) + " " + text(finding.reason)
    if finding.nearest is not None:
        content += " " + link(
            f"{text(words['go'])}：{text(finding.nearest.text)}",
            unit=unit,
            span=finding.nearest.span,
        )
    return element("div", content, classes=f"finding {finding.verdict}")


def _listed(names: Mapping[str, list[str]], words: Mapping[str, str]) -> str:
    return "".join(rows([chip(words[name]), *items]) for name, items in names.items() if items)


def _measure(measure: Measure, lang: Lang, words: Mapping[str, str], *, named: bool) -> str:
    chips = "".join(
        (
            chip(label(measure.status, lang), measure.status),
            chip(label(measure.category, lang)),
            chip(label(measure.verdict, lang), measure.verdict),
            chip(label(measure.origin, lang)),
        )
    )
    name = f"{measure.marker or ''} {measure.heading or ''}".strip() if named else words["go"]
    head = element(
        "header",
        element("span", text(measure.id), classes="id")
        + element("h3", link(text(name or measure.id), unit=measure.id, classes="where"))
        + chips,
    )
    anchors = _listed(
        {
            "figures": [_figure(figure, measure.id, words) for figure in measure.figures],
            "documents": [
                link(text(d.title), unit=measure.id, span=d.span) for d in measure.documents
            ],
            "dates": [link(text(d.text), unit=measure.id, span=d.span) for d in measure.dates],
            "actors": [chip(actor) for actor in measure.actors],
        },
        words,
    )
    findings = "".join(_finding(f, measure.id, lang, words) for f in measure.findings)
    return element(
        "article",
        head
        + element(
            "p", link(text(measure.summary), unit=measure.id, classes="where"), classes="text"
        )
        + anchors
        + findings,
        classes="card",
        data_u=measure.id,
        data_status=measure.status,
        data_category=measure.category,
        data_verdict=measure.verdict,
        data_origin=measure.origin,
    )


def _section_head(section: Section, words: Mapping[str, str]) -> str:
    head = element("span", text(f"{section.marker}{section.heading or ''}"), classes="head")
    if section.problem and section.problem not in (section.heading or ""):
        head += " " + element(
            "span", text(f"{words['problem']}：{section.problem}"), classes="problem"
        )
    return element("summary", head)


def render_outline(report: Report, lang: Lang, words: Mapping[str, str]) -> str:
    """The outline as nested collapsible sections. Iterative: outlines come from input."""
    closed: dict[str, str] = {}
    for section in reversed(list(report.walk())):
        own = section.measures[0] if len(section.measures) == 1 else None
        repeats = own is not None and own.id == section.id
        lead = "" if repeats else element("p", text(section.summary), classes="lead")
        lead += "".join(_finding(f, "", lang, words) for f in section.findings)
        pieces = [
            (m.span.start, _measure(m, lang, words, named=not repeats)) for m in section.measures
        ]
        pieces += [(child.span.start, closed.pop(child.id)) for child in section.sections]
        inside = lead + "".join(piece for _, piece in sorted(pieces))
        closed[section.id] = element(
            "details",
            _section_head(section, words) + element("div", inside, classes="inside"),
            classes=f"section level{section.level}",
            open="",
        )
    return "".join(closed[section.id] for section in report.sections)


def _panel(title: str, items: list[str], words: Mapping[str, str], *, alarm: bool = False) -> str:
    if not items:
        return ""
    listed = [element("li", item) for item in items[:_LISTED]]
    if len(items) > _LISTED:
        listed.append(element("li", text(words["more"].format(n=len(items) - _LISTED))))
    return element(
        "details",
        element("summary", text(f"{title} ({len(items)})")) + element("ul", "".join(listed)),
        classes="panel alarm" if alarm else "panel",
        **({"open": ""} if alarm else {}),
    )


def render_attention(report: Report, lang: Lang, words: Mapping[str, str]) -> str:
    """What to read first: bad claims, then omitted anchors, then the source's own audit."""
    units: list[tuple[str, tuple[Finding, ...]]] = [("", report.overview.findings)]
    units += [("", section.findings) for section in report.walk()]
    units += [(measure.id, measure.findings) for measure in report.measures]
    alarms = [
        (finding, unit)
        for unit, found in units
        for finding in found
        if finding.verdict in _ALARMING
    ]
    alarms.sort(key=lambda pair: _ALARMING.index(pair[0].verdict))
    bad = [
        (element("span", text(unit), classes="id") + " " if unit else "")
        + text(finding.claim)
        + _finding(finding, unit, lang, words)
        for finding, unit in alarms
    ]
    omitted = [
        link(
            element("b", text(item.text)) + " " + text(item.label or ""),
            unit=item.unit,
            span=item.span,
        )
        + " "
        + element("span", text(item.unit), classes="id")
        for item in report.verification.omitted
    ]
    audit = [
        text(finding.message)
        + rows(link(text(f"{words['position']} {span.start}"), span=span) for span in finding.spans)
        for finding in report.audit
    ]
    return (
        _panel(words["alarms"], bad, words, alarm=True)
        + _panel(words["omitted"], omitted, words)
        + _panel(words["audit"], audit, words)
    )


def render_overview(report: Report, lang: Lang, words: Mapping[str, str]) -> str:
    """The report in a paragraph, its figures, and the counts of claims by verdict."""
    verification = report.verification
    counts = [
        chip(f"{label(verdict, lang)} {count}", verdict if count else "")
        for verdict in Verdict
        for count in (getattr(verification, verdict),)
    ]
    counts.append(chip(f"{verification.summarised}/{verification.units} {words['measures']}"))
    return element(
        "div",
        element("p", text(report.overview.summary))
        + rows(_figure(figure, "", words) for figure in report.overview.figures)
        + rows(counts),
        classes="overview",
        aria_label=words["overview"],
        role="group",
    )
