"""The HTML page of a report in a browser: what a reader can do, and what a hostile one cannot."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summarizer import Report, summarize
from summarizer.models import Finding, Nearest, Span
from summarizer.output.html import render
from summarizer.output.style import Style
from summarizer.reading import from_text
from summarizer.vocabulary import Severity, Verdict
from tests import bundled
from tests.output.reports import model_report
from tests.page.visits import REPORTS, Visit, serious

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HOSTILE = """<script>window.pwned=1</script>关于巡视整改进展情况的通报
一、严格</script><img src=x onerror="window.pwned=2">整改
（一）针对“<svg onload=window.pwned=3>责任不实”问题。一是印发《<b onclick=window.pwned=4>方案》，\
新增“javascript:window.pwned=5”岗位12个。二是投入$style 35万元\u202e，同比增长5%&lt;。
"""
WRONG = "24项"


@pytest.fixture(scope="module")
def report() -> Report:
    """A real report with one contradicted claim."""
    made = bundled.summary(REPORTS / "kuiwen-2020.txt")
    first = next(m for m in made.measures if m.figures and m.points and not m.findings)
    figure = first.figures[0]
    finding = Finding(
        kind="value",
        severity=Severity.ERROR,
        verdict=Verdict.CONTRADICTED,
        claim=WRONG,
        span_in_summary=Span(start=0, end=2),
        reason=f"{WRONG}：原文为{figure.text}（位置{figure.span.start}）",
        nearest=Nearest(text=figure.text, span=figure.span),
    )
    changed = {"verdict": Verdict.CONTRADICTED, "findings": (finding,)}
    text = made.model_dump(mode="json")

    def edit(sections: list[dict]) -> None:
        for section in sections:
            for measure in section["measures"]:
                if measure["id"] == first.id:
                    measure |= first.model_copy(update=changed).model_dump(mode="json")
            edit(section["sections"])

    edit(text["sections"])
    copy = Report.model_validate(text)
    return copy.model_copy(update={"source": made.source})


@pytest.fixture(scope="module")
def saved(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of that report."""
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(render(report, Style()), encoding="utf-8")
    return path


@pytest.fixture
def visit(browser: Browser, saved: Path) -> Iterator[Visit]:
    """The page on a desktop screen."""
    with Visit(browser, saved, viewport={"width": 1400, "height": 900}) as opened:
        yield opened


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


def test_the_page_comes_first(visit: Visit, report: Report) -> None:
    """Title, overview, key figures, progress, open items and sections stand above the cards."""
    page = visit.page.locator("#top")
    assert page.locator("h1").inner_text() == report.source.title
    assert page.locator(".tiles li").count() == len(report.overview.key_figures)
    assert page.locator(".parts .id").first.inner_text() == report.sections[0].id
    top = page.bounding_box()
    first = visit.page.locator(".card").first.bounding_box()
    assert top and first and top["y"] < first["y"]


def test_click_on_a_figure_marks_its_place(visit: Visit, report: Report) -> None:
    """A figure of a point leads to its place in the source and marks exactly it."""
    link = visit.page.locator(".card .fig").last
    start, end = map(int, link.get_attribute("href").removeprefix("#f-").split("-"))
    link.click()
    visit.page.locator("#source .hit").first.wait_for()
    visit.page.wait_for_timeout(400)
    assert visit.hit() == "".join(report.source.text[start:end].split())
    assert visit.in_view("#source .hit")
    assert visit.page.evaluate("location.hash") == f"#f-{start}-{end}"


def test_every_link_has_its_place(visit: Visit) -> None:
    """Each link to a place of the source finds something there, and each id its unit."""
    lost = visit.page.evaluate(
        """() => [...document.querySelectorAll("#summary a[href^='#']")].filter((link) => {
            const name = link.getAttribute("href").slice(1);
            return name.startsWith("f-")
              ? !document.querySelector(`#source .s[data-s~="${name.slice(2)}"]`)
              : !document.getElementById(name);
        }).map((link) => link.getAttribute("href"))"""
    )
    assert lost == []


def test_a_link_to_a_measure_opens_it(browser: Browser, saved: Path, report: Report) -> None:
    """An address with a unit shows its card and its place in the source at once."""
    measure = report.measures[40]
    opened = Visit(browser, saved, f"#{measure.id}", viewport={"width": 1400, "height": 900})
    opened.page.wait_for_timeout(400)
    assert opened.page.locator(".card.current").get_attribute("id") == measure.id
    assert opened.in_view(".card.current")
    assert opened.in_view("#source .lit")
    opened.context.close()


def test_back_and_forward_follow_the_reader(visit: Visit) -> None:
    """Back leads from a place in the source to the card it was reached from; forward returns."""
    page = visit.page
    card = page.locator(".card:has(.fig)").nth(5)
    unit = card.get_attribute("id")
    href = card.locator(".fig").first.get_attribute("href")
    card.locator(".fig").first.press("Enter")  # a click may miss it on a busy machine
    page.wait_for_function("hash => location.hash === hash", arg=href)
    # From within the page, behind what it has put into its history: the driver may ask too early.
    page.evaluate("history.back()")
    page.wait_for_function("hash => location.hash === hash", arg=f"#{unit}")
    page.locator(".card.current").wait_for()
    assert page.locator(".card.current").get_attribute("id") == unit
    page.evaluate("history.forward()")
    page.wait_for_function("hash => location.hash === hash", arg=href)
    page.locator("#source .hit").first.wait_for()
    assert page.locator("#source .hit").count() > 0


def test_a_sentence_is_copied_with_its_source(
    browser: Browser, saved: Path, report: Report
) -> None:
    """The copied sentence is cited by the report's title, issuer, date and the unit."""
    opened = Visit(browser, saved, viewport={"width": 1400, "height": 900})
    opened.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = opened.page
    measure = report.measures[20]
    card = page.locator(f'.card[id="{measure.id}"]')
    card.locator(".point").first.hover()
    card.locator(".cite").first.click()
    page.wait_for_function("() => document.querySelector('#said').textContent")
    copied = page.evaluate("navigator.clipboard.readText()")
    source = report.source
    sentence = "".join(measure.points[0].text.split())
    assert "".join(copied.split()).startswith(f"“{sentence}”（《{source.title}》")
    assert f"{source.issuer}，{source.issued_on}，第 {measure.id} 项）" in copied
    opened.context.close()


def test_click_in_the_source_leads_to_the_summary(visit: Visit, report: Report) -> None:
    """A click on a unit of the source brings its measure into view."""
    measure = report.measures[30]
    visit.page.locator(f'#source .u[data-u="{measure.id}"]').first.click()
    visit.page.wait_for_timeout(400)
    assert visit.page.locator(".card.current").get_attribute("id") == measure.id
    assert visit.in_view(".card.current")


def test_search_counts_and_marks_both_sides(visit: Visit, report: Report) -> None:
    """A word is counted in summary and source, over line ends too, and the walk shows each."""
    page = visit.page
    term = "干部"
    page.fill("#search", term)
    page.wait_for_function("() => CSS.highlights.has('found')")
    shown = page.locator("#count").inner_text()
    bare = "".join(report.source.text.split())
    assert f"原文 {bare.count(term)}" in shown
    assert int(shown.split()[1]) > 0
    assert page.evaluate("CSS.highlights.get('found').size") >= bare.count(term)
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    marked = page.evaluate("[...CSS.highlights.get('here')].map(range => range.toString())")
    assert ["".join(text.split()) for text in marked] == [term]
    texts = page.locator(".card:not([hidden])").all_text_contents()
    assert texts and all(term in "".join(text.split()) for text in texts)


def test_filters_and_search_act_together(visit: Visit, report: Report) -> None:
    """The filters stand behind one button; the count is that of what fits."""
    page = visit.page
    page.click("#filters > summary")
    status = report.measures[0].status
    expected = [m for m in report.measures if m.status == status]
    page.select_option('select[data-filter="status"]', str(status))
    assert page.locator("#count").inner_text() == f"{len(expected)} / {len(report.measures)}"
    page.fill("#search", "没有这样的词")
    page.wait_for_timeout(300)
    assert page.locator("#nothing").is_visible()
    page.click("#reset")
    assert page.locator(".card:not([hidden])").count() == len(report.measures)


def test_cards_are_ordered_by_doubt_and_back(visit: Visit, report: Report) -> None:
    """What is contradicted comes first where the reader wants it; the report's order returns."""
    page = visit.page
    page.click("#filters > summary")
    page.select_option("select[data-order]", "doubt")
    wrong = next(m.id for m in report.measures if m.verdict is Verdict.CONTRADICTED)
    assert page.locator("#flat .card").first.get_attribute("id") == wrong
    page.select_option("select[data-order]", "")
    order = page.locator("#outline .card").evaluate_all("cards => cards.map(card => card.id)")
    assert sorted(order) == sorted(measure.id for measure in report.measures)
    assert page.locator("#flat .card").count() == 0


def test_the_table_of_figures_sorts_by_value(visit: Visit) -> None:
    """Every figure has a row; a head sorts by number, and the other way by a second click."""
    page = visit.page
    page.locator("#figures > summary").press("Enter")  # a click may miss what still moves
    button = page.locator("#figures th button").nth(2)
    read = "rows => rows.map(row => Number(row.cells[2].dataset.v))"
    button.press("Enter")
    values = page.locator("#figures tbody tr").evaluate_all(read)
    assert values == sorted(values)
    button.press("Enter")
    values = page.locator("#figures tbody tr").evaluate_all(read)
    assert values == sorted(values, reverse=True)
    assert page.locator("#figures th").nth(2).get_attribute("aria-sort") == "descending"


def test_contradictions_come_first_and_are_marked(visit: Visit, report: Report) -> None:
    """A contradicted claim is listed above the cards, marked where it stands, and leads on."""
    page = visit.page
    alarm = page.locator("#alarms")
    assert WRONG in alarm.inner_text()
    measure = next(m for m in report.measures if m.verdict is Verdict.CONTRADICTED)
    marked = page.locator(f'.card[id="{measure.id}"] .claim.contradicted').all_text_contents()
    assert "".join(marked) == measure.summary[:2]
    alarm.locator(".fig").first.click()
    page.wait_for_timeout(200)
    assert visit.hit() == "".join(measure.figures[0].text.split())


def test_badges_only_where_they_say_something(visit: Visit, report: Report) -> None:
    """A point told as reported by the run's own engine carries no badge."""
    told = [p for m in report.measures for p in m.points if p.status != "reported"]
    assert visit.page.locator(".point .badge").count() == len(told)


def test_keyboard_alone_is_enough(visit: Visit, report: Report) -> None:
    """j and k walk the measures, / reaches the search, Escape leaves it."""
    page = visit.page
    current = page.locator(".card.current")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.wait_for_timeout(100)
    assert current.get_attribute("id") == report.measures[1].id
    page.keyboard.press("k")
    page.wait_for_timeout(100)
    assert current.get_attribute("id") == report.measures[0].id
    page.keyboard.press("/")
    assert page.evaluate("() => document.activeElement.id") == "search"
    page.keyboard.press("Escape")
    assert page.evaluate("() => document.activeElement.id") != "search"
    page.keyboard.press("f")
    assert page.locator("#outline .section[open]").count() == 0


def test_theme_and_width_are_remembered(visit: Visit, saved: Path) -> None:
    """The chosen theme and the width of the panes are there when the page is opened again."""
    page = visit.page
    before = page.locator("#summary").bounding_box()
    page.keyboard.press("t")
    theme = page.evaluate("document.documentElement.dataset.theme")
    grip = page.locator("#split").bounding_box()
    assert before and grip
    page.mouse.move(grip["x"] + 4, 400)
    page.mouse.down()
    page.mouse.move(grip["x"] + 204, 400)
    page.mouse.up()
    page.locator("#split").press("ArrowRight")
    page.reload()
    after = page.locator("#summary").bounding_box()
    assert after and after["width"] > before["width"] + 180
    assert page.evaluate("document.documentElement.dataset.theme") == theme


def test_hostile_text_stays_text(browser: Browser, tmp_path: Path) -> None:
    """Markup in title, source, headings and titles is shown and never runs."""
    path = tmp_path / "hostile.html"
    made = summarize(from_text(HOSTILE, name="<script>window.pwned=9</script>"))
    path.write_text(render(made, Style()), encoding="utf-8")
    opened = Visit(browser, path)
    opened.page.locator(".card .id").first.click()
    opened.page.wait_for_timeout(200)
    assert opened.page.evaluate("() => window.pwned") is None
    assert opened.messages == []
    assert "<svg onload=window.pwned=3>" in opened.page.locator("#source").inner_text()
    assert opened.page.locator("main img, main svg[onload], main script").count() == 0
    assert opened.page.locator("main b[onclick]").count() == 0
    assert "\u202e" not in opened.page.locator("#summary").inner_text()
    assert opened.page.locator("#source bdi").inner_text() == "\u202e"
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


def test_extracts_refusals_and_rejections_are_marked(browser: Browser, tmp_path: Path) -> None:
    """In a model's run what it did not write is marked, and what fell is shown with its reason."""
    path = tmp_path / "model.html"
    path.write_text(render(model_report(), Style()), encoding="utf-8")
    opened = Visit(browser, path)
    page = opened.page
    assert page.locator(".badge.extract").count() == 1
    assert page.locator('.card[id="1.2"] .badge.extract').count() == 1
    assert "模型服务拒绝处理这一单元" in page.locator('.card[id="1.2"]').text_content()
    assert page.locator("del").text_content() == "全部办结。"
    assert "原文为正在推进" in page.locator(".rejected").text_content()
    assert page.locator("#tables td").all_inner_texts() == ["道路", "35"]
    assert "列数不齐" in page.locator("#tables").inner_text()
    opened.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_accessibility_violation(browser: Browser, tmp_path: Path, scheme: str) -> None:
    """axe-core finds nothing serious or critical; the hand-made report has every kind of part."""
    path = tmp_path / "part.html"
    path.write_text(render(model_report(), Style()), encoding="utf-8")
    assert serious(Visit(browser, path, color_scheme=scheme)) == []


def test_a_page_without_its_source_says_so(
    browser: Browser, report: Report, tmp_path: Path
) -> None:
    """A stored report that was loaded alone still has a page; the right side says what it lacks."""
    path = tmp_path / "alone.html"
    alone = Report.model_validate_json(report.to_json())
    path.write_text(render(alone, Style()), encoding="utf-8")
    opened = Visit(browser, path)
    assert "未附原文" in opened.page.locator("#source").inner_text()
    opened.page.locator(".card .fig").first.click()
    assert opened.messages == []
    opened.context.close()
