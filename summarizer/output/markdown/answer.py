"""Somebody's own text in Markdown: what is wrong, undecided, left out, then the text, marked."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.models import Report
from summarizer.output import phrases
from summarizer.output.answer import Answer, Claim, Judged, judged
from summarizer.output.markdown.escape import escape, guard, inline, inline_part
from summarizer.output.places import Places
from summarizer.output.style import Style
from summarizer.output.wording import word
from summarizer.vocabulary import Lang


def render_answer(report: Report, style: Style, answer: Answer) -> str:
    """Lists of what is wrong, undecided and left out, and the text with its claims in bold.

    The number behind a claim in the text is that of the list above.
    """
    lang = style.lang
    places = Places(report, lang)
    told = judged(report)
    title = f"{word('answer_title', lang)}{word(': ', lang)}{phrases.clean(answer.name)}"
    source = report.source
    facts = [
        source.title or source.name,
        phrases.issued(source, lang),
        phrases.length(source, lang),
    ]
    against = " · ".join(phrases.clean(fact) for fact in facts if fact)
    lines = [
        f"# {escape(title)}",
        "",
        f"- {word('against', lang)}{word(': ', lang)}{inline(against)}",
    ]
    lines.append(f"- {inline(phrases.checks(report, lang))}")
    lists = (
        ("wrong", told.wrong),
        ("undecided", told.undecided),
        ("unread", told.unread),
        ("near", told.near),
    )
    for term, claims in lists:
        lines += _list(term, [_claim(claim, places) for claim in claims], lang)
    lines += _list("left_out", _left_out(report, answer, told, places), lang)
    lines += ["", f"## {word('answer', lang)}", "", *_quoted(answer, told.marked)]
    return "\n".join([*lines, "", "---", "", inline(phrases.accounting(report, lang)), ""])


def _list(term: str, items: Sequence[str], lang: Lang) -> list[str]:
    return ["", f"## {word(term, lang)} ({len(items)})", "", *items] if items else []


def _claim(claim: Claim, places: Places) -> str:
    reason = phrases.claimed(claim.finding, places.finding(claim.finding))
    return f"- **[{claim.number}]** {inline(reason)}"


def _left_out(report: Report, answer: Answer, told: Judged, places: Places) -> list[str]:
    lang = places.lang
    items = [f"- {inline(places.finding(c.finding))}" for c in told.left_out]
    if answer.left_out:
        head = word("left_out_units", lang).format(n=len(answer.left_out))
        listed = word(", ", lang).join(unit for unit, _ in answer.left_out)
        items = [f"- {inline(head + word(': ', lang) + listed)}"]
    for item in report.verification.omitted:
        shown = " ".join(part for part in (item.unit, item.label, item.text) if part)
        items.append(f"- {inline(shown)}")
    return items


def _quoted(answer: Answer, claims: Sequence[Claim]) -> list[str]:
    """The text as a quotation, line by line, each claim in bold with its number."""
    pieces: list[str] = []
    at = 0
    for claim in claims:
        span = claim.finding.span_in_summary
        if span is None:
            continue
        start, end = max(span.start, at), min(span.end, len(answer.text))
        pieces.append(_lines(answer.text[at:start]))
        if start < end:
            pieces.append(f"**{_lines(answer.text[start:end])}**")
        pieces.append(f"\\[{claim.number}\\]")
        at = max(start, end)
    pieces.append(_lines(answer.text[at:]))
    # Two blanks at the end of a line keep it a line of its own, as its author wrote it.
    return [f"> {guard(line)}  " if line.strip() else ">" for line in "".join(pieces).split("\n")]


def _lines(text: str) -> str:
    return "\n".join(inline_part(line) for line in text.splitlines(keepends=False)) + (
        "\n" if text.endswith("\n") else ""
    )
