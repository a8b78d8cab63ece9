"""The page of somebody's own text: what is wrong on top, each claim marked where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from summarizer import read
from summarizer.output import html, markdown
from summarizer.output.answer import Answer, judged
from summarizer.output.style import Style
from summarizer.pipeline import verify_answer
from tests.page.visits import REPORTS, Visit, serious

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TEXT = """\
# 西宁市整改小结 <script>window.pwned=1</script>

- 受理噪声投诉**190件**，接诉率和办结率均达100%。
- 新建、改扩建学校32所。
- 建设高标准农田35万亩。
- 推进3#地块。
"""
WRONG = "190件"


@pytest.fixture(scope="module")
def checked():
    """What a chat assistant said, with one figure wrong and one that the source does not have."""
    return verify_answer(TEXT, read(REPORTS / "xining-2025.txt"))


@pytest.fixture(scope="module")
def answer(checked) -> Answer:
    """The text, and what of it the source bears out."""
    return Answer("answer.md", TEXT, checked.borne_out, checked.left_out)


@pytest.fixture(scope="module")
def report(checked):
    """What checking says of it."""
    return checked.report


@pytest.fixture(scope="module")
def saved(report, answer: Answer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its page."""
    path = tmp_path_factory.mktemp("answer") / "answer.html"
    path.write_text(html.render_answer(report, Style(), answer), encoding="utf-8")
    return path


@pytest.fixture
def visit(browser: Browser, saved: Path) -> Iterator[Visit]:
    """The page on a desktop screen."""
    with Visit(browser, saved, viewport={"width": 1400, "height": 900}) as opened:
        yield opened


def test_the_text_stands_as_its_author_wrote_it(visit: Visit) -> None:
    """To the letter, markup and all, but for the numbers of the claims; nothing in it runs."""
    written = visit.page.locator("#written")
    written.evaluate("box => { for (const sup of box.querySelectorAll('sup')) sup.remove(); }")
    assert written.evaluate("box => box.textContent") == TEXT
    assert visit.page.evaluate("() => window.pwned") is None
    assert visit.messages == []


def test_a_wrong_claim_is_marked_where_it_stands(visit: Visit) -> None:
    """The claim is marked in the text, told on top, and both lead to the place in the source."""
    page = visit.page
    claim = page.locator("#written .claim.contradicted")
    assert WRONG in claim.inner_text()
    top = page.locator("#wrong")
    assert "109件" in top.inner_text()
    top.locator(".number").first.click()
    page.wait_for_timeout(300)
    assert page.evaluate("location.hash") == f"#{claim.get_attribute('id')}"
    assert visit.in_view("#written .claim.current")
    assert "109件" in visit.hit()


def test_a_link_to_the_wrong_sentence_opens_it(browser: Browser, saved: Path) -> None:
    """The address of a claim shows it beside the source at once."""
    name = re.search(r'id="(c-\d+)"[^>]*>\D*190件|claimed contradicted" id="(c-\d+)"',
                     saved.read_text(encoding="utf-8"))  # fmt: skip
    assert name is not None
    opened = Visit(
        browser, saved, f"#{name[1] or name[2]}", viewport={"width": 1400, "height": 700}
    )
    opened.page.wait_for_timeout(400)
    assert WRONG in opened.page.locator(".claim.current").inner_text()
    assert opened.in_view("#source .hit")
    opened.context.close()


def test_what_the_source_has_for_a_claim_is_one_step_away(visit: Visit) -> None:
    """A figure that the source has leads to it; the place in the source leads back to a claim."""
    page = visit.page
    page.locator("#written .fig", has_text="100%").click()
    page.wait_for_timeout(200)
    assert visit.hit() == "100%"
    page.locator("#source .a.contradicted").first.click()
    page.wait_for_timeout(200)
    assert WRONG in page.locator(".claim.current").inner_text()


def test_the_undecided_and_the_left_out_are_told(visit: Visit, report) -> None:
    """What could not be decided and what the text leaves out stand on top, with their counts."""
    told = judged(report)
    page = visit.page
    assert told.undecided
    assert "35万亩" in page.locator("#undecided").inner_text()
    left = len(told.left_out) + len(report.verification.omitted)
    assert page.locator("#left_out > summary").inner_text().endswith(f"({left})")


def test_a_unit_is_never_named_without_a_way_to_it(visit: Visit) -> None:
    """The unit in a reason, and each that the text does not speak of, lead to the source."""
    page = visit.page
    page.evaluate(
        "() => { for (const box of document.querySelectorAll('details')) box.open = true }"
    )
    spoken_of = page.locator("#wrong a.id").first
    left_out = page.locator("#left_out li").first.locator("a.id").last
    for link in (spoken_of, left_out):
        page.evaluate("() => { document.getElementById('source').scrollTop = 0 }")
        link.click()
        page.wait_for_timeout(300)
        assert page.locator("#source .lit").count()
        assert visit.in_view("#source .lit")


def test_every_unit_that_is_left_out_is_named(checked, report, answer: Answer) -> None:
    """In Markdown, too, and none that the text speaks of."""
    spoken_of = {measure.id for measure in report.measures}
    named = [unit for unit, _ in answer.left_out]
    assert len(named) > 12
    assert not spoken_of & set(named)
    line = next(
        one for one in markdown.render_answer(report, Style(), answer).split("\n")
        if one.startswith("- 没有单独写到的措施")
    )  # fmt: skip
    assert all(unit in line for unit in named)


def test_every_claim_that_is_counted_is_listed(visit: Visit, report) -> None:
    """A count on a tile is the length of a list below it: nobody has to ask which ones."""
    counts = report.verification
    page = visit.page
    for panel, count in (("wrong", counts.contradicted), ("undecided", counts.unverifiable),
                         ("unread", counts.unread), ("near", counts.approximated)):  # fmt: skip
        assert page.locator(f"#{panel} li").count() == count
    assert counts.unread == 1
    marked = page.locator("#written .claim").count() + page.locator("#written .fig").count()
    assert marked == counts.supported + counts.contradicted + counts.unverifiable + counts.unread


def test_headings_are_seen_as_such(visit: Visit) -> None:
    """The line that Markdown takes for a heading is bold, its marks are kept."""
    assert visit.page.locator("#written b").first.inner_text().startswith("# 西宁市整改小结")


def test_nothing_wrong_is_said(browser: Browser, tmp_path: Path) -> None:
    """A faithful text is told to be so, and how much of it was found."""
    text = "新建、改扩建学校32所，补充教师1240人。"
    checked = verify_answer(text, read(REPORTS / "xining-2025.txt"))
    faithful = Answer("a.txt", text, checked.borne_out)
    path = tmp_path / "faithful.html"
    path.write_text(html.render_answer(checked.report, Style(), faithful), encoding="utf-8")
    opened = Visit(browser, path)
    assert "未发现与原文不符之处。" in opened.page.locator("#top").inner_text()
    assert opened.page.locator("#wrong").count() == 0
    opened.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_accessibility_violation(browser: Browser, saved: Path, scheme: str) -> None:
    """axe-core finds nothing serious or critical."""
    assert serious(Visit(browser, saved, color_scheme=scheme)) == []


def test_the_same_in_markdown(report, answer: Answer) -> None:
    """The Markdown tells what is wrong with its number, and quotes the text with it."""
    page = markdown.render_answer(report, Style(), answer)
    number = next(c.number for c in judged(report).wrong)
    assert re.search(rf"^- \*\*\[{number}\]\*\* .*109件", page, re.MULTILINE)
    shown = MarkdownIt("commonmark").render(page)
    quoted = shown.partition("<blockquote>")[2]
    assert f"<strong>{WRONG}</strong>" in quoted or f"{WRONG}" in quoted
    assert "<script>" not in shown
    assert "&lt;script&gt;" in quoted
