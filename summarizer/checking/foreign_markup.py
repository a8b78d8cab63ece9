"""A summary as somebody wrote it, in Markdown or plain text, taken apart into blocks."""

from __future__ import annotations

from dataclasses import dataclass, replace

from summarizer import patterns as re
from summarizer.checking.own_rendering import claims_only

_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(?P<text>.+?)\s*#*$")
_BULLET = re.compile(r"^\s*(?:[-*+•·●▪◦–]|\[[ xX]\])\s+(?=\S)")
_NUMBER = re.compile(
    r"^\s*(?P<id>\d{1,3}(?:\.\d{1,3})+)[.、)）]?(?![\d%])\s*(?=\S)"
    r"|^\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|"
    r"\d{1,3}[.、．)）](?!\d)|[一二三四五六七八九十]{1,3}[是要](?=[\u3400-\u9fff]))\s*"
)
_LINE = re.compile(r"[^\r\n]+")
_DIGITS = re.compile("[0-9０-９]")
_IS_FIGURE = re.compile(r"[\d%％]|(?:[万亿]|余|多)?[个项条件家户人次元%％]")
_TABLE_RULE = re.compile(r"^\s*\|?[\s:|-]+\|[\s:|-]*$")
_RULE = re.compile(r"^\s*(?:[-*_=]\s*){3,}$|^\s*```")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\n]{0,2000}\)")
_NOTE = re.compile(r"^\s{0,3}\[\^[^\]\n]{1,40}\]:")
_ESCAPED = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_FOOTNOTE = re.compile(r"\[\^?\d{1,3}\]")
_EMPHASIS = re.compile(r"(?<!\\)(?:\*{1,3}|_{2,3}|~~|`)")
_TAG = re.compile(r"<(?:/?[a-zA-Z][^<>\n]{0,80}|!--.*?--)>")
_QUOTE = re.compile(r"^\s*(?:>\s?)+")
_BOLD_LINE = re.compile(r"^\s*\*\*(?P<text>[^*\n]{1,80})\*\*[：:]?\s*$")


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, list item, table row or paragraph, without its markup.

    `number` is a dotted id as printed (2.3.1), `lead` the heading or the line with a colon that it
    stands under. `start` is the place of its line in the summary, `line` that line as given.
    """

    text: str
    heading: bool = False
    number: str | None = None
    lead: str = ""
    start: int = 0
    line: str = ""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Where `[start, end)` of the text stands in the summary, or the whole line."""
        words = self.text[start:end]
        before = self.text.count(words, 0, start) if words else 0
        place = -1
        for _ in range(before + 1):
            place = self.line.find(words, place + 1)
        if place < 0 or not words:
            return self.start, self.start + len(self.line)
        return self.start + place, self.start + place + len(words)


def blocks_of(text: str) -> list[Block]:
    """The blocks of a summary in their order. Never raises; line ends of any kind."""
    blocks: list[Block] = []
    own = claims_only(text)
    lines = [(match.start(), match[0]) for match in _LINE.finditer(own)]
    heading, lead, header = "", "", ""
    for number, (start, line) in enumerate(lines):
        following = lines[number + 1][1] if number + 1 < len(lines) else ""
        if "|" in line and _TABLE_RULE.match(following):
            header = line  # the names of a table's columns are no claims
            continue
        if "|" not in line:
            header = ""
        block = _block(line, header)
        if block is None:
            continue
        item = _BULLET.match(line) is not None or "|" in line or _NUMBER.match(line) is not None
        block = replace(
            block,
            lead=(lead if item and lead else heading),
            start=start if own is text else 0,
            line=line if own is text else text,
        )
        if block.heading:
            heading, lead = block.text, ""
        elif block.text.endswith(("：", ":")):
            lead = block.text.rstrip("：:")
        elif not item:
            lead = ""
        blocks.append(block)
    return blocks


def _block(line: str, header: str) -> Block | None:
    if not line.strip() or any(
        idle.match(line) is not None for idle in (_RULE, _TABLE_RULE, _NOTE)
    ):
        return None
    line = _QUOTE.sub("", line)
    heading = _HEADING.match(line)
    bold = _BOLD_LINE.match(line)
    if heading is not None:
        line = heading["text"]
    elif "|" in line:
        line = _row(line, header)
    line = _BULLET.sub("", line)
    plain = _plain(line)
    number = _NUMBER.match(plain)
    identity = None
    if number is not None and not (number["id"] and _IS_FIGURE.match(plain, number.end())):
        identity = number["id"]
        plain = plain[number.end() :]
    plain = plain.strip()
    if not plain:
        return None
    is_heading = heading is not None or bold is not None
    return Block(plain, is_heading, identity)


def _row(line: str, header: str) -> str:
    """A row as a sentence: each figure with the names of its row and its column."""
    cells, names = _cells(line), _cells(header)
    told = []
    for place, cell in enumerate(cells):
        figure = place and _DIGITS.search(cell)
        name = cells[0] + names[place] if figure and place < len(names) else ""
        if cell and (place or not _DIGITS.search("".join(cells[1:]))):
            told.append(name + cell)
    return "，".join(told)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")] if line else []


def _plain(line: str) -> str:
    line = _LINK.sub(r"\1", line)
    line = _FOOTNOTE.sub("", line)
    line = _TAG.sub("", line)
    return _ESCAPED.sub("", _EMPHASIS.sub("", line))
