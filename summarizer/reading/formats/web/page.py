"""A page as blocks, by the rules of HTML that decide what stands on which line.

White space collapses, inline tags part nothing, blocks and line breaks do; what `hidden`,
`display: none`, `del` and `s` take off the page is left out, and so is navigation; lists are
numbered as they say. What the page calls itself in its head is kept apart.
"""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser

from summarizer import patterns as re
from summarizer.errors import InputError
from summarizer.reading.formats.blocks import Block, Cell, Paragraph, Table, raised
from summarizer.reading.formats.web.lists import Numbered
from summarizer.reading.formats.web.stack import BLOCKS, Open, Stack, names

_SPACE = re.compile(r"[ \t\n\r\f]+")
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_PRE_STYLE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_SKIPPED = names(
    "head script style template noscript iframe object select datalist textarea svg "
    "canvas audio video del s strike rp rt nav"
)
# Regions beside the text of a page (WAI-ARIA landmarks), as `nav` is.
_ELSEWHERE = frozenset({"navigation", "search", "complementary", "contentinfo"})
_VOID = names("area base br col embed hr img input link meta param source track wbr")
# Blocks that a browser sets off by a margin, as paragraphs are.
_APART = names("p h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre figure")
_WIDEST = 1000  # columns of a cell, by the HTML standard
# The name of an article in the head of a page, as the State Council's guide for government sites
# (政府网站发展指引, 2017) lays down.
_ARTICLE = "articletitle"
_LONGEST_NAME = 300  # characters; titles of official texts have at most 90
# What is never closed is searched to the end of the page, each time anew. A page that was cut off
# or lost a quotation mark has one such place, for the next quotation mark ends an open value.
_MOST_UNCLOSED = 20


class _Page(HTMLParser):
    """Collects blocks; one list of them for the page and one for each open cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._stack = Stack()
        self._into: list[list[Block]] = [self.blocks]
        self._tables: list[Table] = []
        self._pieces: list[str] = []
        self._lists: list[Numbered] = []
        self._plain = False  # whether the line that is being read holds more than links
        self._article = ""
        self._title: list[str] = []
        self._titled = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag in _VOID:
            self._void(tag)
            if tag == "meta" and told.get("name", "").lower() == _ARTICLE and not self._article:
                self._article = told.get("content", "")
            return
        for closed in self._stack.closed_by(tag):
            self._left(closed)
        style = told.get("style", "")
        inside = self._stack.top
        hidden = (
            inside.hidden
            or tag in _SKIPPED
            or told.get("role") in _ELSEWHERE
            or "hidden" in told
            or _HIDDEN_STYLE.search(style) is not None
        )
        kept = inside.kept or tag == "pre" or _PRE_STYLE.search(style) is not None
        self._stack.push(
            Open(tag, hidden, kept, inside.above or tag == "sup", inside.linked or tag == "a")
        )
        if tag in BLOCKS:
            self._flush(apart=tag in _APART)
        if not hidden:
            self._entered(tag, told)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # In HTML the slash means nothing: <div/> is an open div. Only foreign elements close so.
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == "br":
            self._void(tag)
            return
        for closed in self._stack.ended(tag):
            self._left(closed)

    def handle_data(self, data: str) -> None:
        top = self._stack.top
        if top.tag == "title" and not self._titled:
            self._title.append(data)
        if top.hidden:
            return
        self._plain = self._plain or not (top.linked or data.isspace())
        if top.above:
            data = raised(data.strip(), self._pieces[-1] if self._pieces else "")
        if not top.kept:
            self._pieces.append(data)
            return
        first, *rest = data.split("\n")
        self._pieces.append(first)
        for line in rest:
            self._flush()
            self._pieces.append(line)

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        # To a browser <![ opens a comment that ends with the tag; the parser knows some words
        # behind it, searches their own end, and gives the page up for any other.
        return self.parse_bogus_comment(i, report)

    def finished(self) -> list[Block]:
        """The blocks of the page once all of it was fed.

        What is never closed is text up to where its tag would end, and the page goes on there:
        the standard takes all the rest for it, which would lose the rest of a report to one
        missing quotation mark. Raises InputError where too much is never closed.
        """
        for _ in range(_MOST_UNCLOSED):
            end = self.rawdata.find(">") + 1
            if not (end and self.rawdata.startswith("<")) or self.cdata_elem:
                break
            self.handle_data(unescape(self.rawdata[:end]))
            rest, self.rawdata = self.rawdata[end:], ""
            self.feed(rest)
        else:
            raise InputError(f"more than {_MOST_UNCLOSED} tags or comments of it are never closed")
        if self.rawdata and not self.cdata_elem:
            # No tag ends in what is left, so there is none: a page that was cut off, or an open &.
            self.handle_data(unescape(self.rawdata))
        for closed in self._stack.all():
            self._left(closed)
        self._flush()
        return self.blocks

    def names(self) -> tuple[str, ...]:
        """What the page calls itself: its article, then its title with the name of the site."""
        found = (" ".join(name.split()) for name in (self._article, "".join(self._title)))
        return tuple(name[:_LONGEST_NAME] for name in found if name)

    def _void(self, tag: str) -> None:
        if tag in ("br", "hr") and not self._stack.top.hidden:
            self._flush()

    def _entered(self, tag: str, told: dict[str, str]) -> None:
        if tag in ("ol", "ul", "menu"):
            self._lists.append(Numbered(tag == "ol", told))
        elif tag == "li" and self._lists:
            self._lists[-1].item(told)
        elif tag == "table":
            self._tables.append(Table())
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables:
            rows = self._tables[-1].rows or [[]]
            self._tables[-1].rows = rows
            cell = Cell(
                columns=min(_count(told.get("colspan")), _WIDEST),
                rows=_count(told.get("rowspan")),
            )
            rows[-1].append(cell)
            self._into.append(cell.blocks)

    def _left(self, closed: Open) -> None:
        """What the end of an element ends: its paragraph, its list, its cell, its table."""
        tag = closed.tag
        self._titled = self._titled or tag == "title"
        if tag in BLOCKS:
            self._flush(apart=tag in _APART, kept=closed.kept)
        if closed.hidden:
            return
        if tag in ("ol", "ul", "menu") and self._lists:
            self._lists.pop().close()
        elif tag in ("td", "th") and len(self._into) > 1:
            self._into.pop()
        elif tag == "table" and self._tables:
            table = self._tables.pop()
            if any(table.rows):
                self._into[-1].append(table)

    def _flush(self, *, apart: bool = False, kept: bool = False) -> None:
        """End the line that is being read; `kept` says that its white space counts."""
        text = "".join(self._pieces)
        self._pieces.clear()
        plain, self._plain = self._plain, False
        if not (kept or self._stack.top.kept):
            text = _SPACE.sub(" ", text).strip(" ")
        if not text:
            return
        paragraph = Paragraph(text, apart)
        if self._lists:
            self._lists[-1].mark(paragraph, linked=not plain)
        self._into[-1].append(paragraph)


def _count(told: str | None) -> int:
    digits = (told or "").strip()
    return max(1, int(digits[:6])) if digits.isdecimal() and digits.isascii() else 1


def read_page(text: str) -> tuple[list[Block], tuple[str, ...]]:
    """The blocks of a page in reading order, and what it calls itself, the surest name first."""
    page = _Page()
    page.feed(text)
    return page.finished(), page.names()
