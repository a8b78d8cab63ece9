"""The page on a phone and on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summarizer import Report
from summarizer.output.html import render
from summarizer.output.style import Style
from tests import bundled
from tests.page.visits import REPORTS, Visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MOST_PAGES = 12
HEAD = 70


@pytest.fixture(scope="module")
def report() -> Report:
    """A report of 142 measures."""
    return bundled.summary(REPORTS / "jinghu-2025.txt")


@pytest.fixture(scope="module")
def saved(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its page."""
    path = tmp_path_factory.mktemp("screens") / "report.html"
    path.write_text(render(report, Style()), encoding="utf-8")
    return path


@pytest.fixture
def phone(browser: Browser, saved: Path) -> Iterator[Visit]:
    """The page on a phone."""
    with Visit(browser, saved, viewport={"width": 390, "height": 844}, has_touch=True) as opened:
        yield opened


def test_phone_head_is_low_and_gives_way(phone: Visit) -> None:
    """The head takes one row, leaves while one reads on, and comes back when one turns back."""
    page = phone.page
    box = page.locator(".top").bounding_box()
    assert box and box["height"] <= HEAD
    page.locator("#summary").evaluate("pane => { pane.scrollTop = 900; }")
    page.wait_for_timeout(500)
    box = page.locator(".top").bounding_box()
    assert box and box["y"] + box["height"] <= 0
    page.locator("#summary").evaluate("pane => { pane.scrollTop = 700; }")
    page.wait_for_timeout(500)
    box = page.locator(".top").bounding_box()
    assert box and box["y"] >= 0


def test_phone_filters_are_behind_one_button(phone: Visit) -> None:
    """The selects are seen only when they are asked for, and fit the screen."""
    page = phone.page
    assert not page.locator("select").first.is_visible()
    page.locator("#filters > summary").tap()
    box = page.locator("select").first.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 390


def test_phone_shows_one_pane_at_a_time(phone: Visit) -> None:
    """A figure leads to the source, back to its card, and nothing overflows the screen."""
    page = phone.page
    assert not page.locator("#source").is_visible()
    card = page.locator(".card:has(.fig)").nth(9)
    card.locator(".fig").first.tap()
    assert page.locator("#source").is_visible()
    assert not page.locator("#summary").is_visible()
    page.go_back()
    page.wait_for_timeout(300)
    assert page.locator("#summary").is_visible()
    assert phone.in_view(".card.current")
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_paper_holds_the_summary_with_references(browser: Browser, saved: Path) -> None:
    """142 measures on at most 12 pages: the page, the summary with its numbers, the passages."""
    opened = Visit(browser, saved, viewport={"width": 700, "height": 900})
    page = opened.page
    page.locator(".card .fig").first.click()
    page.keyboard.press("f")
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) <= MOST_PAGES
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".card").first.is_visible()
    assert page.locator(".card").last.is_visible()
    points = page.locator(".ref").count()
    assert page.locator(".references li").count() == points
    assert page.locator(".references li").last.is_visible()
    for hidden in ("#source", ".top", ".tabs", ".cite", "#figures"):
        assert not page.locator(hidden).first.is_visible()
    opened.context.close()


def test_the_first_sheet_is_the_page(browser: Browser, saved: Path) -> None:
    """What stands on paper first is the one page alone."""
    pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")
    opened = Visit(browser, saved)
    paper = pdfium.PdfDocument(opened.page.pdf(format="A4", prefer_css_page_size=True))
    opened.context.close()
    first = paper[0].get_textpage().get_text_bounded()
    second = paper[1].get_textpage().get_text_bounded()
    assert "须先看" in first
    assert "逐项摘要" not in first
    assert "逐项摘要" in second
