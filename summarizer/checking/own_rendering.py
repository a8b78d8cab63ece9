"""A Markdown or plain text that this program printed, brought back to what its summary says.

The accounting on the last line tells such a text. Its claims are the overview and, below every
heading with the dotted id of a unit, the unnumbered paragraphs and the points; whatever else is
printed is about the source, the run or the findings, and is told apart by its place or its sign,
so that no words of either language need to be known here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summarizer import patterns as re

# Who wrote it, how many measures, and at the end how long it took.
_ACCOUNTING = re.compile(r"[^·]{1,80} · [\d,]+ .* · [\d.]+ \S{1,3}")
_LONGEST = 400
_Item = tuple[bool, int, str, str]  # as `_items` yields them
_TAG = re.compile(r"\s*〔[^〔〕]*〕$")

_HEADING = re.compile(r"#{2,6} (?:(?P<id>\d+(?:\.\d+)*)(?: |$))?(?P<name>.*)")
_UNIT = re.compile(r"\s*- \*\*(?P<id>\d+(?:\.\d+)*)(?: [^*]*)?\*\*\s*(?P<text>.*)")
_BESIDE = re.compile(r"\s*- (?:[⚠✗❌]|\*[^*])|\*\*")
_BULLET = re.compile(r"\s*- ")
_END = re.compile(r"\[\^\d+\]:|---$")

_NAMED = re.compile(r"(?P<indent> *)(?P<id>\d+(?:\.\d+)*)(?: (?P<name>.*))?$")
_SIGN = re.compile(r"(?P<indent> *)(?P<sign>[•!?≈✗✓·-]) ")


def claims_only(text: str) -> str:
    """The summary in a text of this program as Markdown; any other text as it is."""
    lines = [line.rstrip() for line in text.rstrip().splitlines()]
    last = lines[-1].replace("\\", "") if lines else ""
    if len(last) > _LONGEST or not _ACCOUNTING.fullmatch(last):
        return text
    marked = any(line.startswith("## ") for line in lines)
    return "\n".join(_from_markdown(lines) if marked else _from_text(lines[:-1]))


def _from_markdown(lines: Iterable[str]) -> Iterator[str]:
    """Before the first heading stand facts; the first part is the overview, then the page."""
    parts, unit, told = 0, "", False
    for line in lines:
        if _END.match(line):
            return
        heading = _HEADING.fullmatch(line)
        if heading is not None:
            unit = heading["id"] or ""
            parts += 1
            told = bool(unit) or parts == 1
            if unit:
                yield f"\n## {_numbered(unit, heading['name'])}"
            continue
        named = _UNIT.fullmatch(line) if unit else None
        if not told or (named is None and _BESIDE.match(line)):
            continue
        if named is not None:
            unit = named["id"]
            line = named["text"]
        elif unit and (bullet := _BULLET.match(line)):
            line = line[bullet.end() :]
        elif not unit or not line.strip():
            yield line
            continue
        if line.strip():
            yield f"- {_numbered(unit, _TAG.sub('', line.strip()))}"


def _numbered(unit: str, text: str) -> str:
    """A text with its dotted id; that of a first level (1) would be read as a list's number."""
    return f"{unit} {text}" if "." in unit else text


def _from_text(lines: list[str]) -> Iterator[str]:
    """After the facts stands the overview, then the page; units begin with their id."""
    unit, passed = "", 0
    items = list(_items(lines))
    for number, (gap, indent, sign, item) in enumerate(items):
        passed += gap
        named = _NAMED.fullmatch(item) if not sign else None
        begins = named is not None and (gap or unit) and len(named["indent"]) % 2 == 0
        if begins and named is not None and (unit or indent == 0):
            unit, name = named["id"], named["name"] or ""
            if _heads(items[number + 1 :], indent):
                yield f"\n## {_numbered(unit, name)}"
            else:
                yield f"- {_numbered(unit, _TAG.sub('', name.strip()))}"
        elif unit and gap and indent == 0 and not sign:
            return
        elif sign in ("", "•") and unit:
            yield f"- {_numbered(unit, _TAG.sub('', item.strip()))}"
        elif passed == 1 and not sign:
            yield _TAG.sub("", item.strip())


def _heads(following: Iterable[_Item], indent: int) -> bool:
    """Whether what a line with an id names is told below it: in points, a text or units deeper in.

    An item with no name but its number is told on the line itself.
    """
    for gap, here, sign, item in following:
        if sign == "•":
            return not gap
        if not sign:
            return here > indent and (not gap or _NAMED.fullmatch(item) is not None)
    return False


def _items(lines: list[str]) -> Iterator[_Item]:
    """Whether an empty line stands before an item, its indent, its sign, and it on one line."""
    gap, item, indent, sign, hang = False, "", 0, "", -1
    for line in [*lines, ""]:
        found = _SIGN.match(line)
        here = len(line) - len(line.lstrip())
        heads = _NAMED.fullmatch(line) is not None
        if line and item and not found and not heads and here == hang:
            joint = " " if item[-1].isascii() and line[here].isascii() else ""
            item += joint + line[here:]
            continue
        if item:
            yield gap, indent, sign, item
            gap = False
        if not line:
            gap, item = True, ""
            continue
        indent, sign = here, found["sign"] if found else ""
        item = line[found.end() :] if found else line
        hang = found.end() if found else here
    return
