"""The body of a Word file in one walk: paragraphs and tables as blocks, as Word shows them.

Shown are insertions, moved text where it went, smart tags, content controls, hyperlinks, results
of fields, text boxes (once), footnotes at the end. Not shown are deletions, moved text where it
was, hidden and struck-out text, instructions of fields, comments.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.errors import InputError
from summarizer.reading.formats.blocks import Block, Cell, Paragraph, Table, raised
from summarizer.reading.formats.word.numbering import Numbering
from summarizer.reading.formats.word.package import Element, Package, W
from summarizer.reading.formats.word.styles import Styles, Switches, value
from summarizer.reading.limits import Limits

# Wrappers whose content is shown as if they were not there; their own properties are not.
_WRAPPERS = frozenset(
    {f"{W}{name}" for name in ("ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple",
                               "sdt", "sdtContent", "dir", "bdo", "ruby", "rubyBase", "subDoc")}
    | {"smartTag", "ins", "moveTo"}
)  # fmt: skip
_SKIPPED = frozenset(
    f"{W}{name}"
    for name in ("del", "moveFrom", "instrText", "delText", "delInstrText", "rt", "sdtPr",
                 "sdtEndPr", "smartTagPr", "customXmlPr", "rubyPr", "rPr", "pPr", "sectPr",
                 "tblPr", "tblGrid", "footnoteReference", "endnoteReference", "annotationRef")
) | {"del", "moveFrom"}  # fmt: skip
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_BOX = f"{W}txbxContent"
_PRINTED = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_NOTES = ("footnotes", "endnotes")
_ORDINARY = (None, "normal")


def body_blocks(package: Package, limits: Limits) -> list[Block]:
    """The blocks of the main part, then those of its notes."""
    style_part, number_part = package.related("styles"), package.related("numbering")
    styles = Styles(package.parsed(style_part) if style_part else None)
    numbering = Numbering(package.parsed(number_part) if number_part else None, styles)
    walk = _Walk(styles, numbering, limits)
    blocks: list[Block] = []
    inside: list[Element] = []
    for event, element in package.events(package.main):
        if event == "start":
            inside.append(element)
            continue
        inside.pop()
        if len(inside) == 2 and inside[-1].tag == f"{W}body":
            blocks.extend(walk.block(element))
            inside[-1].remove(element)
            if len(blocks) > limits.paragraphs:
                raise InputError(f"more than {limits.paragraphs} paragraphs", hint="split the file")
    blocks.extend(walk.flush())
    for kind in _NOTES:
        part = package.related(kind)
        for number, note in enumerate(_notes(package, part) if part else (), start=1):
            inner = [block for child in note for block in walk.block(child)]
            words = " ".join(b.text for b in inner if isinstance(b, Paragraph)).strip()
            if words:
                blocks.append(Paragraph(f"[{number}] {words}"))
    return blocks


def _notes(package: Package, part: str) -> Iterator[Element]:
    for note in package.parsed(part):
        if note.get(f"{W}type") in _ORDINARY:
            yield note


class _Walk:
    """What has to be remembered from one paragraph to the next: numbers, fields, joined ends."""

    def __init__(self, styles: Styles, numbering: Numbering, limits: Limits) -> None:
        self._styles = styles
        self._numbering = numbering
        self._limits = limits
        # One entry a field that is open: whether its result has begun.
        self._fields: list[bool] = []
        self._joined = ""
        self._before = ""

    def block(self, element: Element) -> Iterator[Block]:
        """The blocks of a child of the body, a cell or a box."""
        if element.tag == f"{W}p":
            yield from self._paragraph(element)
        elif element.tag == f"{W}tbl":
            yield self._table(element)
        elif element.tag == f"{_MC}AlternateContent":
            for child in _chosen(element):
                yield from self.block(child)
        elif element.tag in _WRAPPERS or element.tag == _BOX:
            for child in element:
                yield from self.block(child)

    def flush(self) -> Iterator[Block]:
        """What is left of a paragraph whose end was deleted and that nothing follows."""
        if self._joined:
            yield Paragraph(self._joined)
            self._joined = ""

    def _paragraph(self, element: Element) -> Iterator[Block]:
        properties = element.find(f"{W}pPr")
        style = value(properties.find(f"{W}pStyle")) if properties is not None else None
        mark = properties.find(f"{W}rPr") if properties is not None else None
        boxes: list[Element] = []
        text = "".join(self._text(element, self._styles.switches(style), boxes))
        for name in ("del", "moveFrom"):
            if mark is not None and mark.find(f"{W}{name}") is not None:
                # Without its end a paragraph is one with the next, which has the number.
                self._joined += text
                text = ""
                break
        else:
            hidden = mark is not None and Switches().with_properties(mark).hidden
            counts = bool(text.strip() or self._joined) or not hidden
            marker = self._numbering.marker(properties, style) if counts else ""
            text = self._joined + text
            self._joined = ""
            for line in (marker * bool(text.strip()) + text).split("\n"):
                yield Paragraph(line)
        for box in boxes:
            yield from self.block(box)

    def _text(self, element: Element, base: Switches, boxes: list[Element]) -> Iterator[str]:
        """The text that an element shows; text boxes met on the way are put aside."""
        for child in element:
            tag = child.tag
            if tag == f"{W}r":
                yield from self._run(child, base, boxes)
            elif tag == f"{_MC}AlternateContent":
                for chosen in _chosen(child):
                    yield from self._inner(chosen, base, boxes)
            elif tag == f"{W}p" or tag == f"{W}tbl":
                continue
            elif tag in _WRAPPERS:
                yield from self._text(child, base, boxes)
            elif tag not in _SKIPPED:
                yield from self._inner(child, base, boxes)

    def _run(self, run: Element, base: Switches, boxes: list[Element]) -> Iterator[str]:
        properties = run.find(f"{W}rPr")
        switches, above = base, False
        if properties is not None:
            style = value(properties.find(f"{W}rStyle"))
            if style is not None:
                switches = self._styles.switches(style, switches)
            switches = switches.with_properties(properties)
            above = value(properties.find(f"{W}vertAlign")) == "superscript"
        for text in self._run_content(run, base, boxes):
            if not switches.gone and all(self._fields):
                text = raised(text, self._before) if above else text
                self._before = text
                yield text

    def _run_content(self, run: Element, base: Switches, boxes: list[Element]) -> Iterator[str]:
        for child in run:
            tag = child.tag
            if tag == f"{W}t":
                yield child.text or ""
            elif tag in _PRINTED:
                yield _PRINTED[tag]
            elif tag == f"{W}br":
                yield "\n"
            elif tag == f"{W}fldChar":
                self._field(value(child, "fldCharType"))
            elif tag == f"{_MC}AlternateContent":
                for chosen in _chosen(child):
                    yield from self._inner(chosen, base, boxes)
            elif tag not in _SKIPPED:
                yield from self._inner(child, base, boxes)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _inner(self, element: Element, base: Switches, boxes: list[Element]) -> Iterator[str]:
        """What a drawing, a formula or an unknown element holds: text boxes, runs, letters."""
        if element.tag == _BOX:
            boxes.append(element)
        elif element.tag == f"{_MATH}t":
            yield element.text or ""
        elif element.tag == f"{W}r":
            yield from self._run(element, base, boxes)
        elif element.tag == f"{_MC}AlternateContent":
            for chosen in _chosen(element):
                yield from self._inner(chosen, base, boxes)
        elif element.tag not in _SKIPPED:
            for child in element:
                yield from self._inner(child, base, boxes)

    def _table(self, element: Element) -> Table:
        table = Table()
        # Column -> the cell that reaches down to the row being read.
        above: dict[int, Cell] = {}
        for row in _unwrapped(element, f"{W}tr"):
            properties = row.find(f"{W}trPr")
            if properties is not None and properties.find(f"{W}del") is not None:
                continue
            cells: list[Cell] = []
            reaching: dict[int, Cell] = {}
            column = _number_of(properties, "gridBefore")
            for cell in _unwrapped(row, f"{W}tc"):
                told = cell.find(f"{W}tcPr")
                if told is not None and told.find(f"{W}cellDel") is not None:
                    continue
                columns = max(1, _number_of(told, "gridSpan"))
                merge = told.find(f"{W}vMerge") if told is not None else None
                if merge is not None and value(merge) != "restart" and column in above:
                    held = above[column]
                    held.rows += 1
                else:
                    held = Cell(self._cell_blocks(cell), columns)
                    cells.append(held)
                if merge is not None:
                    reaching[column] = held
                column += columns
            above = reaching
            table.rows.append(cells)
        return table

    def _cell_blocks(self, cell: Element) -> list[Block]:
        blocks: list[Block] = []
        for child in cell:
            blocks.extend(self.block(child))
        return [*blocks, *self.flush()]


def _chosen(alternate: Element) -> Iterator[Element]:
    """What Word shows of alternatives: the first choice, else the fallback; never both."""
    for name in ("Choice", "Fallback"):
        found = alternate.find(f"{_MC}{name}")
        if found is not None:
            yield from found
            return


def _unwrapped(parent: Element, tag: str) -> Iterator[Element]:
    """The rows or cells of a parent, those in content controls and insertions too."""
    waiting = list(reversed(parent))
    while waiting:
        child = waiting.pop()
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            waiting.extend(reversed(child))


def _number_of(properties: Element | None, name: str) -> int:
    found = value(properties.find(f"{W}{name}")) if properties is not None else None
    # Word has no more than 63 columns; a longer number is no count of any.
    return min(int(found), 63) if found is not None and found.isdecimal() and len(found) < 9 else 0
