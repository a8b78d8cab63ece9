"""The page over many reports: an entry each, search, order, links to each report's page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summarizer import Report
from summarizer.output.many import gathering
from summarizer.output.style import Style
from tests import bundled
from tests.output.reports import report as made_by_hand
from tests.page.visits import REPORTS, Visit, serious

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = ("xining-2025", "kuiwen-2020")


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    """Two real reports and one made by hand, whose name is hostile."""
    found = [bundled.summary(REPORTS / f"{name}.txt") for name in NAMES]
    third = made_by_hand()
    source = third.source.model_copy(update={"name": "../../<b>x</b>.txt", "title": "<i>某区</i>"})
    return [*found, third.model_copy(update={"source": source.with_text(third.source.text)})]


@pytest.fixture(scope="module")
def saved(reports: list[Report], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page over them, taken in another order than that of the inputs."""
    path = tmp_path_factory.mktemp("index") / "all.html"
    opener = gathering(path)
    assert opener is not None
    gathered = opener(path, Style())
    for place in (2, 0, 1):
        gathered.add(place, reports[place])
    assert not path.exists()
    gathered.finish()
    return path


@pytest.fixture
def visit(browser: Browser, saved: Path) -> Iterator[Visit]:
    """The page on a desktop screen."""
    with Visit(browser, saved, viewport={"width": 1200, "height": 900}) as opened:
        yield opened


def titles(visit: Visit) -> list[str]:
    """The titles that are seen, in their order."""
    return visit.page.locator(".entry:not([hidden]) h2").all_text_contents()


def test_an_entry_for_each_report_in_the_order_given(visit: Visit, reports: list[Report]) -> None:
    """Title, issuer, date, headline, key figures, open items and doubts of each."""
    assert titles(visit) == [report.source.title for report in reports]
    last = visit.page.locator(".entry").last.inner_text()
    for told in ("中共某区委", "2025年7月15日", "办结率", "尚有2件正在推进", "83.6%：原文为83.2%"):
        assert told in last
    assert visit.messages == []


def test_every_link_leads_to_a_page_beside_it(visit: Visit, saved: Path) -> None:
    """Each report has its page in the folder, which no name of a file can leave."""
    pages = sorted(path.name for path in (saved.parent / "all_pages").iterdir())
    assert len(pages) == 3
    assert sorted(path.name for path in saved.parent.iterdir()) == ["all.html", "all_pages"]
    visit.page.locator(".entry h2 a").first.click()
    visit.page.wait_for_selector(".card")
    assert visit.page.locator("h1").inner_text() == titles_of(NAMES[0])
    visit.page.go_back()
    visit.page.locator(".entry .columns a").first.click()
    visit.page.wait_for_selector(".card.current, .section.current")


def titles_of(name: str) -> str:
    """The title of a report among the test data."""
    title = bundled.summary(REPORTS / f"{name}.txt").source.title
    assert title is not None
    return title


def test_a_unit_is_told_once_and_leads_to_its_page(visit: Visit) -> None:
    """A doubt that names its units has them as links where they stand, and not once more."""
    named = visit.page.locator(".entry li:has(.tone a.id)")
    assert named.count()
    for item in named.all():
        told = item.inner_text()
        for link in item.locator("a.id").all():
            assert re.search("_pages/.*#[0-9.]+$", link.get_attribute("href") or "")
            unit = re.escape(link.inner_text())
            assert len(re.findall(rf"(?<![\d.]){unit}(?![\d.])", told)) == 1


def test_search_and_order(visit: Visit, reports: list[Report]) -> None:
    """A search leaves what fits; the newest can come first."""
    page = visit.page
    page.fill("#search", "奎文")
    page.wait_for_timeout(250)
    assert titles(visit) == [reports[1].source.title]
    assert page.locator("#count").inner_text() == "1 / 3"
    page.fill("#search", "")
    page.wait_for_timeout(250)
    page.select_option("select[data-order]", "newest")
    newest = sorted(reports, key=lambda report: report.source.issued_on or "", reverse=True)
    assert titles(visit) == [report.source.title for report in newest]


def test_nothing_is_left_of_an_interrupted_run(tmp_path: Path, reports: list[Report]) -> None:
    """Neither a page nor a folder stands there."""
    path = tmp_path / "all.html"
    opener = gathering(path)
    assert opener is not None
    gathered = opener(path, Style())
    gathered.add(0, reports[2])
    gathered.abandon()
    assert list(tmp_path.iterdir()) == []


def test_no_serious_accessibility_violation(browser: Browser, saved: Path) -> None:
    """axe-core finds nothing serious or critical."""
    assert serious(Visit(browser, saved)) == []
