"""Web pages made of a mutated text, and mutated in their own tags."""

from __future__ import annotations

import random
import re
from html import escape

from fuzzing.material import outlined
from fuzzing.mutators import TAGS, bytes_mutated, mutated

_TAG = re.compile(r"<[^<>]{0,200}>")


def page_of(rng: random.Random) -> bytes:
    """A web page."""
    text = mutated(rng, outlined(rng, rng.randint(30, 300)))
    paragraphs = [
        f"<{tag}>{escape(line, quote=False)}</{tag}>"
        for line in text.split("\n")
        for tag in [rng.choice(("p", "p", "p", "div", "li", "h2", "td", "span"))]
    ]
    if rng.random() < 0.3:
        paragraphs.insert(rng.randrange(len(paragraphs) + 1), _html_table(rng))
    page = "<html><head><title>报告</title></head><body>" + "\n".join(paragraphs) + "</body></html>"
    for _ in range(rng.randint(0, 6)):
        page = _tags_mutated(rng, page)
    encoding = rng.choice(("utf-8", "utf-8", "utf-8", "gb18030", "utf-16"))
    data = page.encode(encoding, "ignore")
    return bytes_mutated(rng, data) if rng.random() < 0.15 else data


def _html_table(rng: random.Random) -> str:
    rows = "".join(
        "<tr>" + "".join(f"<td>{mutated(rng, '1234', 1)}</td>" for _ in range(rng.randint(1, 4)))
        for _ in range(rng.randint(1, 5))
    )
    return f"<table><tr><th>项目<th>2024年<th>增长%{rows}</table>"


def _tags_mutated(rng: random.Random, page: str) -> str:
    places = [match.span() for match in _TAG.finditer(page)]
    if not places or rng.random() < 0.4:
        place = rng.randrange(len(page) + 1)
        return page[:place] + rng.choice(TAGS) * rng.choice((1, 1, 1, 300)) + page[place:]
    start, end = rng.choice(places)
    kind = rng.randrange(3)
    if kind == 0:
        return page[:start] + page[end:]
    if kind == 1:
        return page[:end] + page[start:end] * rng.choice((1, 2, 400)) + page[end:]
    return page[:start] + rng.choice(TAGS) + page[end:]
