"""The parts of a .docx: a zip of XML, opened with limits."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from io import BytesIO
from types import TracebackType
from typing import cast
from xml.etree import ElementTree

from summarizer.errors import InputError
from summarizer.reading.formats.signatures import BROKEN
from summarizer.reading.limits import MEGABYTE, Limits

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Files saved as "strict" have the same elements under another name.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_CHUNK = 1 << 16  # read at a time, so that a bomb is noticed as it unpacks
_KINDS = {"xl/": "an Excel workbook", "ppt/": "a PowerPoint presentation"}

Element = ElementTree.Element


class Package:
    """An open .docx. Raises InputError for what is none, or is larger than the limits."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except BROKEN as error:
            raise InputError("not a readable docx file: the archive is damaged") from error
        self._names = set(self._zip.namelist())
        self.main = self._main()

    def __enter__(self) -> Package:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zip.close()

    def _main(self) -> str:
        """The part with the text, as the relations of the package name it."""
        for kind, target in self._relations(""):
            if kind == "officeDocument" and target in self._names:
                if target.startswith("word/"):
                    return target
                for folder, what in _KINDS.items():
                    if target.startswith(folder):
                        raise InputError(
                            f"this is {what}, not a report", hint="export its text or a PDF first"
                        )
                return target
        if "word/document.xml" in self._names:
            return "word/document.xml"
        raise InputError("not a readable docx file: it holds no document")

    def related(self, kind: str) -> str | None:
        """The part that the main part names as its numbering, styles, footnotes …"""
        for found, target in self._relations(self.main):
            if found == kind and target in self._names:
                return target
        return None

    def _relations(self, part: str) -> Iterator[tuple[str, str]]:
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path not in self._names:
            return
        for relation in self.parsed(path).iter(f"{_RELATIONS}Relationship"):
            if relation.get("TargetMode") != "External":
                kind = relation.get("Type", "").rsplit("/", 1)[-1]
                target = relation.get("Target", "")
                joined = target.lstrip("/") if target[:1] == "/" else posixpath.join(folder, target)
                yield kind, posixpath.normpath(joined)

    def parsed(self, name: str) -> Element:
        """A part as a tree."""
        root: Element | None = None
        for event, element in self.events(name):
            if event == "start" and root is None:
                root = element
        if root is None:
            raise InputError(f"not a readable docx file: {name} is empty")
        return root

    def events(self, name: str) -> Iterator[tuple[str, Element]]:
        """The elements of a part as they start and end, without the whole part in memory."""
        parser: ElementTree.XMLPullParser[Element] = ElementTree.XMLPullParser(("start", "end"))
        depth = 0
        try:
            for chunk in self._chunks(name):
                parser.feed(chunk)
                for event, element in _read(parser):
                    depth += 1 if event == "start" else -1
                    if depth > self._limits.depth:
                        raise InputError(f"elements nested more than {self._limits.depth} deep")
                    yield event, element
            parser.close()
            yield from _read(parser)
        except ElementTree.ParseError as error:
            raise InputError(f"not a readable docx file: {name} is damaged ({error})") from error

    def _chunks(self, name: str) -> Iterator[bytes]:
        most = self._limits.unpacked * MEGABYTE
        size, held = 0, b""
        try:
            with self._zip.open(name) as part:
                while chunk := part.read(_CHUNK):
                    size += len(chunk)
                    if size > most:
                        raise InputError(
                            f"{name} is larger than {self._limits.unpacked} MB unpacked"
                        )
                    held = (held + chunk).replace(_STRICT, W[1:-1].encode())
                    if b"<!DOCTYPE" in held.replace(b"\0", b""):
                        raise InputError("not a readable docx file: it declares a document type")
                    # What may be the beginning of one of the two stays for the next round.
                    yield held[: -len(_STRICT)]
                    held = held[-len(_STRICT) :]
            yield held
        except (KeyError, *BROKEN) as error:
            # A part that is missing, damaged, encrypted or of an unknown compression: one line for
            # all, for the remedy is the same.
            raise InputError(f"not a readable docx file: {name} is damaged") from error


def _read(parser: ElementTree.XMLPullParser[Element]) -> Iterator[tuple[str, Element]]:
    for event in parser.read_events():
        yield cast("tuple[str, Element]", event)
