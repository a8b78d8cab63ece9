"""The HTML page in a browser: what a reader can do, and what a hostile report cannot."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from summarizer import Report, summarize
from summarizer.models import Finding, Nearest
from summarizer.output.html import render
from summarizer.output.style import Style
from summarizer.reading import from_text
from summarizer.vocabulary import Severity, Verdict

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

REPORTS = Path(__file__).parents[2] / "examples" / "reports"
HOSTILE = """<script>window.pwned=1</script>关于巡视整改进展情况的通报
一、严格</script><img src=x onerror="window.pwned=2">整改
（一）针对“<svg onload=window.pwned=3>责任不实”问题。一是印发《<b onclick=window.pwned=4>方案》，\
新增“javascript:window.pwned=5”岗位12个。二是投入$style 35万元，同比增长5%&lt;。
"""


class Visit:
    """A page that was opened, and everything it said or asked for."""

    def __init__(self, browser: Browser, path: Path, **options: Any) -> None:
        self.context = browser.new_context(**options)
        self.page: Page = self.context.new_page()
        self.messages: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.messages.append(message.text))
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))
        self.page.on("dialog", lambda dialog: self.messages.append(dialog.message))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(path.as_uri())


@pytest.fixture(scope="module")
def report() -> Report:
    """A bundled report with one contradicted claim."""
    made = summarize(REPORTS / "kuiwen-2020.txt")
    finding = Finding(
        kind="value",
        severity=Severity.ERROR,
        verdict=Verdict.CONTRADICTED,
        claim="24项",
        reason="24项：原文为14项",
        nearest=Nearest(text="14项", span=made.find("1.1").figures[1].span),
    )
    first = made.sections[0].sections[0]
    measure = first.measures[0].model_copy(
        update={"verdict": Verdict.CONTRADICTED, "findings": (finding,)}
    )
    changed = first.model_copy(update={"measures": (measure,)})
    top = made.sections[0]
    top = top.model_copy(update={"sections": (changed, *top.sections[1:])})
    return made.model_copy(update={"sections": (top, *made.sections[1:])})


@pytest.fixture(scope="module")
def saved(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of that report."""
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(render(report, Style()), encoding="utf-8")
    return path


@pytest.fixture
def visit(browser: Browser, saved: Path) -> Iterator[Visit]:
    """The page on a desktop screen."""
    opened = Visit(browser, saved, viewport={"width": 1400, "height": 900})
    yield opened
    opened.context.close()


def test_page_is_quiet_and_self_contained(visit: Visit) -> None:
    """Nothing but the file itself is asked for, and the console stays empty."""
    visit.page.wait_for_timeout(200)
    assert visit.messages == []
    assert [url for url in visit.requests if not url.startswith("file:")] == []


def test_every_measure_has_a_card_and_the_source_is_whole(visit: Visit, report: Report) -> None:
    """No measure is missing on the left, no character on the right."""
    assert visit.page.locator(".card").count() == len(report.measures)
    shown = visit.page.evaluate(
        "() => [...document.querySelectorAll('#source p')].map(p => p.textContent).join('\\n')"
    )
    assert shown == report.source.text.replace("\r\n", "\n")


def test_click_on_a_figure_marks_its_place(visit: Visit, report: Report) -> None:
    """A figure's button scrolls the source to that figure and marks exactly it."""
    measure = next(m for m in reversed(report.measures) if m.figures)
    figure = measure.figures[-1]
    key = f"{figure.span.start}-{figure.span.end}"
    visit.page.locator(f'.card [data-s="{key}"]').first.click()
    visit.page.wait_for_timeout(400)
    lit = visit.page.locator("#source .a.lit")
    assert lit.first.is_visible()
    text = "".join(lit.all_text_contents())
    assert "".join(text.split()) == "".join(
        report.source.text[figure.span.start : figure.span.end].split()
    )
    assert visit.page.evaluate(
        "() => { const r = document.querySelector('#source .a.lit').getBoundingClientRect();"
        " return r.top >= 0 && r.bottom <= innerHeight }"
    )


def test_every_link_has_its_place(visit: Visit) -> None:
    """Each button that names a place of the source marks something there, nested ones included."""
    lost = visit.page.evaluate(
        "() => [...document.querySelectorAll('#summary [data-s]')]"
        ".filter(link => (link.click(), !document.querySelector('#source .a.lit')))"
        ".map(link => link.dataset.s)"
    )
    assert lost == []


def test_click_in_the_source_leads_back(visit: Visit, report: Report) -> None:
    """A click on a unit of the source brings its measure into view."""
    measure = report.measures[30]
    visit.page.locator(f'#source .u[data-u="{measure.id}"]').first.click()
    visit.page.wait_for_timeout(400)
    card = visit.page.locator(".card.current")
    assert card.get_attribute("data-u") == measure.id
    assert visit.page.evaluate(
        "() => { const r = document.querySelector('.card.current').getBoundingClientRect();"
        " return r.bottom > 0 && r.top < innerHeight }"
    )


def test_filters_and_search_act_together(visit: Visit, report: Report) -> None:
    """The count is that of the measures which fit the search and every filter."""
    page = visit.page
    status = report.measures[0].status
    expected = [m for m in report.measures if m.status == status]
    page.select_option('select[data-filter="status"]', str(status))
    assert page.locator("#count").inner_text() == f"{len(expected)} / {len(report.measures)}"
    page.fill("#search", "没有这样的词")
    page.wait_for_timeout(200)
    assert page.locator("#nothing").is_visible()
    page.click("#reset")
    assert page.locator(".card:not([hidden])").count() == len(report.measures)


def test_alarms_come_first(visit: Visit) -> None:
    """A contradicted claim stands above the outline with the place of the right figure."""
    alarm = visit.page.locator(".panel.alarm")
    assert "24项：原文为14项" in alarm.inner_text()
    alarm.locator("[data-go]").first.click()
    assert visit.page.locator("#source .a.lit").first.inner_text() == "14项"


def test_keyboard_alone_is_enough(visit: Visit, report: Report) -> None:
    """j and k walk the measures, / reaches the search, Escape leaves it."""
    page = visit.page
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.locator(".card.current").get_attribute("data-u") == report.measures[1].id
    page.keyboard.press("k")
    assert page.locator(".card.current").get_attribute("data-u") == report.measures[0].id
    page.keyboard.press("/")
    assert page.evaluate("() => document.activeElement.id") == "search"
    page.keyboard.press("Escape")
    assert page.evaluate("() => document.activeElement.id") != "search"


def test_phone_shows_one_pane_at_a_time(browser: Browser, saved: Path) -> None:
    """On a narrow screen a figure's button switches to the source, and nothing overflows."""
    phone = Visit(browser, saved, viewport={"width": 390, "height": 800})
    page = phone.page
    assert not page.locator("#source").is_visible()
    page.locator(".card [data-s]").first.click()
    assert page.locator("#source").is_visible()
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    phone.context.close()


def test_print_holds_the_summary(browser: Browser, saved: Path, report: Report) -> None:
    """On paper every measure is there, whichever pane is shown; controls and source are not."""
    opened = Visit(browser, saved, viewport={"width": 700, "height": 900})
    page = opened.page
    page.locator(".card [data-s]").first.click()
    page.locator("summary").first.press("f")
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".card").first.is_visible()
    assert page.locator(".card").last.is_visible()
    assert not page.locator("#source").is_visible()
    assert not page.locator(".tools").is_visible()
    assert page.evaluate("() => document.documentElement.scrollHeight") > 40 * len(report.measures)
    opened.context.close()


def test_hostile_text_stays_text(browser: Browser, tmp_path: Path) -> None:
    """Markup in title, source, headings and titles is shown and never runs."""
    path = tmp_path / "hostile.html"
    made = summarize(from_text(HOSTILE, name="<script>window.pwned=9</script>"))
    path.write_text(render(made, Style()), encoding="utf-8")
    opened = Visit(browser, path)
    opened.page.locator(".card .where").first.click()
    opened.page.wait_for_timeout(200)
    assert opened.page.evaluate("() => window.pwned") is None
    assert opened.messages == []
    assert "<svg onload=window.pwned=3>" in opened.page.locator("#source").inner_text()
    assert opened.page.locator("main img, main svg, main script, main b[onclick]").count() == 0
    opened.context.close()


def test_inline_script_of_another_is_refused(browser: Browser, saved: Path, tmp_path: Path) -> None:
    """Were a script to slip in, the content security policy would refuse it."""
    path = tmp_path / "injected.html"
    page = saved.read_text(encoding="utf-8")
    path.write_text(page.replace("</main>", "<script>window.pwned=1</script></main>"), "utf-8")
    opened = Visit(browser, path)
    assert opened.page.evaluate("() => window.pwned") is None
    assert any("Content Security Policy" in message for message in opened.messages)
    opened.context.close()


def test_no_serious_accessibility_violation(
    browser: Browser, report: Report, tmp_path: Path
) -> None:
    """axe-core finds nothing serious or critical, in light and dark."""
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed"
    )
    path = tmp_path / "part.html"
    # One section holds every kind of element; the whole report takes axe ten times as long.
    part = report.model_copy(update={"sections": report.sections[:1]})
    source = part.source.with_text(part.source.text[:2_000])
    path.write_text(render(part.model_copy(update={"source": source}), Style()), encoding="utf-8")
    for scheme in ("light", "dark"):
        opened = Visit(browser, path, color_scheme=scheme)
        results = axe.Axe().run(opened.page)
        serious = [
            violation["id"]
            for violation in results.response["violations"]
            if violation["impact"] in {"serious", "critical"}
        ]
        assert serious == []
        opened.context.close()
