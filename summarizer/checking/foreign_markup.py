"""A summary as somebody wrote it, in Markdown or plain text, taken apart into blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEADING = re.compile(r"^\s{0,3}(?P<marks>#{1,6})\s+(?P<text>.+?)\s*#*$")
_BULLET = re.compile(r"^\s*(?:[-*+•·●▪◦–]|\[[ xX]\])\s+(?=\S)")
_NUMBER = re.compile(
    r"^\s*(?P<id>\d{1,3}(?:\.\d{1,3})+)[.、)）]?(?![\d%])\s*(?=\S)"
    r"|^\s*(?P<marker>[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|"
    r"\d{1,3}[.、．)）](?!\d)|[一二三四五六七八九十]{1,3}[是要](?=[\u3400-\u9fff]))\s*"
)
_TABLE_RULE = re.compile(r"^\s*\|?[\s:|-]+\|[\s:|-]*$")
_RULE = re.compile(r"^\s*(?:[-*_=]\s*){3,}$|^\s*```")
_LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)")
_FOOTNOTE = re.compile(r"\[\^?\d{1,3}\]")
_EMPHASIS = re.compile(r"\*{1,3}|_{2,3}|~~|`")
_TAG = re.compile(r"<(?:/?[a-zA-Z][^<>\n]{0,80}|!--.*?--)>")
_QUOTE = re.compile(r"^\s*(?:>\s?)+")
_BOLD_LINE = re.compile(r"^\s*\*\*(?P<text>[^*\n]{1,80})\*\*[：:]?\s*$")


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, list item, table row or paragraph, without its markup.

    `number` is a dotted id as printed (2.3.1), `marker` a number of the source's own kind.
    """

    text: str
    heading: bool = False
    level: int = 0
    number: str | None = None
    marker: str | None = None


def blocks_of(text: str) -> list[Block]:
    """The blocks of a summary in their order. Never raises; line ends of any kind."""
    blocks: list[Block] = []
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if "|" in line and _TABLE_RULE.match(following):
            continue  # the names of a table's columns are no claims
        block = _block(line)
        if block is not None:
            blocks.append(block)
    return blocks


def _block(line: str) -> Block | None:
    if not line.strip() or _RULE.match(line) or _TABLE_RULE.match(line):
        return None
    line = _QUOTE.sub("", line)
    heading = _HEADING.match(line)
    bold = _BOLD_LINE.match(line)
    if heading is not None:
        line = heading["text"]
    elif "|" in line:
        line = "，".join(
            cell.strip() for cell in line.strip().strip("|").split("|") if cell.strip()
        )
    line = _BULLET.sub("", line)
    plain = _plain(line)
    number = _NUMBER.match(plain)
    identity = marker = None
    if number is not None:
        identity, marker = number["id"], number["marker"]
        plain = plain[number.end() :]
    plain = plain.strip()
    if not plain:
        return None
    is_heading = heading is not None or bold is not None
    level = len(heading["marks"]) if heading is not None else 0
    return Block(plain, is_heading, level, identity, marker)


def _plain(line: str) -> str:
    line = _LINK.sub(r"\1", line)
    line = _FOOTNOTE.sub("", line)
    line = _TAG.sub("", line)
    return _EMPHASIS.sub("", line)
