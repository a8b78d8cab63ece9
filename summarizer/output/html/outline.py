"""The outline with a card a unit, and the list of contents that leads to it."""

from __future__ import annotations

from summarizer.models import Measure, Report, Section
from summarizer.output import phrases, told
from summarizer.output.html.markup import element, line, text, to_place, to_unit
from summarizer.output.html.points import Teller, marked
from summarizer.output.wording import word
from summarizer.vocabulary import Lang, label


def render_contents(report: Report, further: dict[str, str]) -> str:
    """Every section with a link, then the further parts of the page (id → name)."""
    rows = []
    for section in report.walk():
        name = phrases.name(section.marker, section.heading, "") or phrases.clean(section.headline)
        depth = min(section.id.count("."), 3)
        rows.append(element("li", to_unit(section.id) + " " + line(name), classes=f"depth{depth}"))
    rows += [
        element("li", element("a", text(name), href=f"#{target}"), classes="depth0")
        for target, name in further.items()
    ]
    return element("ul", "".join(rows), classes="contents")


class Outline:
    """Writes sections and cards. Iterative over sections: outlines come from input."""

    def __init__(self, report: Report, teller: Teller, lang: Lang, *, cards: bool) -> None:
        self._report = report
        self._teller = teller
        self._lang = lang
        self._cards = cards

    def render(self) -> str:
        """Every section as a part that can be closed, in reading order."""
        pieces: list[str] = []
        stack: list[Section | Measure | str] = list(reversed(self._report.sections))
        path: list[Section] = []
        while stack:
            item = stack.pop()
            if isinstance(item, str):
                pieces.append(item)
                path.pop()
            elif isinstance(item, Section):
                path.append(item)
                pieces.append(self._open(item))
                stack.append("</div></details>")
                stack.extend(reversed(told.inside(item)))
            elif self._cards or told.repeats_child(path[-1]):
                pieces.append(self._card(item, path[-1]))
        return "".join(pieces)

    def _open(self, section: Section) -> str:
        """The head of a section, its own summary and what is to be said of it; left open."""
        name = phrases.name(section.marker, section.heading, "")
        head = element("span", text(section.id), classes="id") + " "
        head += element("span", line(name), classes="head")
        problem = phrases.clean(section.problem or "")
        if problem and problem not in name:
            shown = f"{word('problem', self._lang)}{word(': ', self._lang)}{problem}"
            head += " " + element("span", text(shown), classes="problem")
        lead = ""
        if section.summary and not told.repeats_child(section):
            summary = marked(section.summary, told.section_marks(section), ())
            lead = element("p", summary + self._teller.extract_badge(section), classes="lead")
        lead += self._teller.findings(section.findings)
        level = min(section.id.count(".") + 1, 4)
        # A section and its only measure have one id: the card keeps it, being what is cited.
        name_of = "" if told.repeats_child(section) else f' id="{text(section.id)}"'
        return (
            f'<details class="section level{level}"{name_of} open>'
            + element("summary", head)
            + '<div class="inside">'
            + lead
        )

    def _card(self, measure: Measure, section: Section) -> str:
        lang = self._lang
        points, items = self._teller.points(measure)
        alone = told.repeats_child(section)
        name = "" if alone else phrases.name(measure.marker, measure.heading, "")
        has_title = bool(measure.heading) and not alone
        head = element(
            "header",
            to_unit(measure.id)
            + (
                element("h3", line(name))
                if has_title
                else element("span", line(name), classes="of")
            ),
        )
        titles = [
            to_place(line(item.title), item.span, classes="doc")
            for item in told.untold_documents(measure, items)
        ]
        fields = [line(field) for field in phrases.own_fields(measure)]
        actors = [line(actor) for actor in measure.actors]
        rows = ""
        for term, parts in (("actors", actors), ("documents", titles), ("fields", fields)):
            if parts:
                joined = text(word("; ", lang)).join(parts)
                rows += element(
                    "p", text(f"{word(term, lang)}{word(': ', lang)}") + joined, classes="meta"
                )
        body = points + self._teller.rejected(measure) + self._teller.findings(measure.findings)
        card = element(
            "article",
            head + element("div", body + rows, classes="body"),
            classes="card" if has_title else "card untitled",
            id=measure.id,
            title=label(measure.category, lang),
            data_u=measure.id,
            data_status=measure.status,
            data_category=measure.category,
            data_verdict=measure.verdict,
            data_origin=measure.origin,
            data_figures=str(len(measure.figures)),
        )
        return element("div", card, classes="slot")
