"""Takes docs/page.png again: the page of a bundled report with one figure shown in the source.

python scripts/screenshot.py [CHROMIUM]
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from summarizer import summarize
from summarizer.models import Measure
from summarizer.output import Style, by_name

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "examples" / "reports" / "xining-2025.txt"
UNIT, SHOWN = "2.4.3", 2


def main() -> None:
    """Render, open, click, save."""
    chromium = sys.argv[1] if len(sys.argv) > 1 else shutil.which("chromium")
    report = summarize(REPORT)
    measure = report.find(UNIT)
    assert isinstance(measure, Measure)  # noqa: S101 - the bundled report is known
    span = measure.figures[SHOWN].span
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        path = Path(folder) / "page.html"
        path.write_text(str(by_name("html").render(report, Style())), encoding="utf-8")
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(path.as_uri())
        page.locator(f'.card [href="#f-{span.start}-{span.end}"]').first.click()
        page.wait_for_timeout(500)
        page.screenshot(path=ROOT / "docs" / "page.png")
        browser.close()


if __name__ == "__main__":
    main()
