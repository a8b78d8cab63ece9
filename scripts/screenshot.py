"""Takes the pictures of the docs again; needs Chromium and Playwright.

python scripts/screenshot.py [CHROMIUM]

`page.png`: the page of a bundled report with one figure shown in the source. `many-index.png` and
`many-compare.png`: the page over many reports, and three years of one place beside each other, of
the corpus that `benchmarks/many_reports.py make` writes.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from summarizer import summarize
from summarizer.models import Measure
from summarizer.output import Style, by_name

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
REPORT = ROOT / "examples" / "reports" / "xining-2025.txt"
UNIT, SHOWN = "2.4.3", 2
YEARS = (22, 82, 142)
"""Reports of the corpus that are of one place."""


def main() -> None:
    """Render, open, click, save."""
    chromium = sys.argv[1] if len(sys.argv) > 1 else shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        _page(browser.new_page(viewport={"width": 1280, "height": 800}), Path(folder))
        many = browser.new_page(viewport={"width": 900, "height": 520})
        _many(many, Path(folder))
        browser.close()


def _page(page: Any, folder: Path) -> None:
    report = summarize(REPORT)
    measure = report.find(UNIT)
    assert isinstance(measure, Measure)  # noqa: S101 - the bundled report is known
    span = measure.figures[SHOWN].span
    path = folder / "page.html"
    path.write_text(str(by_name("html").render(report, Style())), encoding="utf-8")
    page.goto(path.as_uri())
    page.locator(f'.card [href="#f-{span.start}-{span.end}"]').first.click()
    page.wait_for_timeout(500)
    page.screenshot(path=DOCS / "page.png")


def _many(page: Any, folder: Path) -> None:
    corpus = folder / "reports"
    _run(ROOT / "benchmarks" / "many_reports.py", "make", corpus, "180")
    years = [corpus / f"report-{number:06d}.txt" for number in YEARS]
    call = ["-m", "summarizer"]
    _run(*call, *sorted(corpus.iterdir())[:12], "-q", "-e", "extractive", "-o", folder / "all.html")
    _run(*call, "compare", *years, "-q", "-o", folder / "compared.html")
    for name, target in (("all", "many-index"), ("compared", "many-compare")):
        page.goto((folder / f"{name}.html").as_uri())
        if name == "compared":
            page.locator("summary").first.click()
        page.wait_for_timeout(500)
        page.screenshot(path=DOCS / f"{target}.png")


def _run(*arguments: str | Path) -> None:
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, check=False)  # noqa: S603 (ours)
    if done.returncode not in (0, 3):
        raise SystemExit(done.returncode)


if __name__ == "__main__":
    main()
