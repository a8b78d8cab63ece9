"""A summary as somebody wrote it, in Markdown or plain text, taken apart into blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.checking.own_rendering import claims_only

_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(?P<text>.+?)\s*#*$")
_BULLET = re.compile(r"^\s*(?:[-*+•·●▪◦–]|\[[ xX]\])\s+(?=\S)")
_NUMBER = re.compile(
    r"^\s*(?P<id>\d{1,3}(?:\.\d{1,3})+)[.、)）]?(?![\d%])\s*(?=\S)"
    r"|^\s*(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|"
    r"\d{1,3}[.、．)）](?!\d)|[一二三四五六七八九十]{1,3}[是要](?=[\u3400-\u9fff]))\s*"
)
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

    `number` is a dotted id as printed (2.3.1).
    """

    text: str
    heading: bool = False
    number: str | None = None


def blocks_of(text: str) -> list[Block]:
    """The blocks of a summary in their order. Never raises; line ends of any kind."""
    blocks: list[Block] = []
    text = claims_only(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if "|" in line and _TABLE_RULE.match(following):
            continue  # the names of a table's columns are no claims
        block = _block(line)
        if block is not None:
            blocks.append(block)
    return blocks


def _block(line: str) -> Block | None:
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
        line = "，".join(
            cell.strip() for cell in line.strip().strip("|").split("|") if cell.strip()
        )
    line = _BULLET.sub("", line)
    plain = _plain(line)
    number = _NUMBER.match(plain)
    identity = None
    if number is not None:
        identity = number["id"]
        plain = plain[number.end() :]
    plain = plain.strip()
    if not plain:
        return None
    is_heading = heading is not None or bold is not None
    return Block(plain, is_heading, identity)


def _plain(line: str) -> str:
    line = _LINK.sub(r"\1", line)
    line = _FOOTNOTE.sub("", line)
    line = _TAG.sub("", line)
    return _ESCAPED.sub("", _EMPHASIS.sub("", line))
