"""A page that was opened in a browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

REPORTS = Path(__file__).parents[1] / "data" / "reports"


class Visit:
    """A page that was opened, and everything it said or asked for."""

    def __init__(self, browser: Browser, path: Path, address: str = "", **options: Any) -> None:
        self.context = browser.new_context(**options)
        self.page: Page = self.context.new_page()
        self.messages: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.messages.append(message.text))
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))
        self.page.on("dialog", lambda dialog: self.messages.append(dialog.message))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(path.as_uri() + address)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.context.close()

    def hit(self) -> str:
        """What is marked in the source, without white space."""
        return "".join("".join(self.page.locator("#source .hit").all_text_contents()).split())

    def in_view(self, selector: str) -> bool:
        """Whether the first element of this kind is on the screen."""
        script = """(selector) => {
            const box = document.querySelector(selector).getBoundingClientRect();
            return box.bottom > 0 && box.top < innerHeight && box.width > 0;
        }"""
        return bool(self.page.evaluate(script, selector))


def serious(opened: Visit) -> list[str]:
    """The serious and critical violations that axe-core finds; closes the page."""
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed"
    )
    results = axe.Axe().run(opened.page)
    opened.context.close()
    return [
        f"{violation['id']}: {violation['nodes'][0]['html'][:120]}"
        for violation in results.response["violations"]
        if violation["impact"] in {"serious", "critical"}
    ]
