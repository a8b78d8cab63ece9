"""One self-contained HTML page: the summary beside its source, no request, no build step."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from importlib.resources import files
from string import Template

from summarizer.models import Report
from summarizer.output.html.markup import element, text
from summarizer.output.html.source import render_source
from summarizer.output.html.summary import render_attention, render_outline, render_overview
from summarizer.output.html.wording import WORDING
from summarizer.output.style import Style
from summarizer.vocabulary import Category, Lang, Origin, Status, Verdict, label

_FILTERS = {"status": Status, "category": Category, "verdict": Verdict, "origin": Origin}
_KEYS = (
    ("/", "key_search"),
    ("j k", "key_next"),
    ("f", "key_fold"),
    ("s", "key_switch"),
    ("t", "key_theme"),
    ("Esc", "key_clear"),
)


def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    """The content security policy's name for an inline script or style (CSP level 2)."""
    digest = hashlib.sha256(content.encode()).digest()
    return "sha256-" + base64.b64encode(digest).decode()


def _filters(report: Report, lang: Lang, words: Mapping[str, str]) -> str:
    selects = []
    for name, terms in _FILTERS.items():
        used = [str(getattr(measure, name)) for measure in report.measures]
        options = element("option", text(words[f"filter_{name}"]), value="")
        for term in terms:
            if count := used.count(term):
                options += element("option", text(f"{label(term, lang)} ({count})"), value=term)
        title = words[f"filter_{name}"]
        selects.append(element("select", options, data_filter=name, aria_label=title))
    return "".join(selects)


def _facts(report: Report, words: Mapping[str, str]) -> str:
    source, inspection = report.source, report.source.inspection
    facts = [source.issuer or ""]
    if source.issued_on:
        facts.append(f"{words['issued']} {source.issued_on}")
    if inspection is not None:
        if inspection.inspectors or inspection.from_:
            period = "–".join(part for part in (inspection.from_, inspection.to) if part)
            facts.append(f"{words['inspection']} {inspection.inspectors or ''} {period}".strip())
        if inspection.feedback_on:
            facts.append(f"{words['feedback']} {inspection.feedback_on}")
    return " · ".join(fact for fact in facts if fact)


def render(report: Report, style: Style) -> str:
    """The page for a report. Report text and model output are escaped wherever they appear."""
    lang = style.lang
    words = WORDING[lang]
    css, script = _asset("page.css"), _asset("page.js")
    run = report.run
    keys = "".join(
        element("dt", "".join(element("kbd", text(key)) for key in names.split()))
        + element("dd", text(words[meaning]))
        for names, meaning in _KEYS
    )
    made_by = f"{words['engine']}: {run.engine}" + (f" · {run.model}" if run.model else "")
    values = {name: text(word) for name, word in words.items()}
    values |= {
        "title": text(report.source.title or words["untitled"]),
        "facts": text(_facts(report, words)),
        "filters": _filters(report, lang, words),
        "overview": render_overview(report, lang, words),
        "attention": render_attention(report, lang, words),
        "outline": render_outline(report, lang, words),
        "source": render_source(report)
        if report.source.attached
        else element("p", text(words["no_source"])),
        "run": text(f"{made_by} · {run.started_at} · sha256 {report.source.sha256}"),
        "keys": element("dl", keys),
        "style": css,
        "script": script,
        "style_hash": _digest(css),
        "script_hash": _digest(script),
    }
    return Template(_asset("page.html")).substitute(values)
