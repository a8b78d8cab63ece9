"""Sources of any kind → `Document`."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from summarizer import files
from summarizer import patterns as re
from summarizer.errors import InputError, UsageError
from summarizer.reading.decode import check_text, decode
from summarizer.reading.document import Document, NoiseSpan, TableBlock
from summarizer.reading.formats import extract, format_of
from summarizer.reading.formats.pages import PageListener
from summarizer.reading.identify import Fact, identify
from summarizer.reading.joins import flowing
from summarizer.reading.kinds import kind_of
from summarizer.reading.layout import lay_out
from summarizer.reading.limits import MEGABYTE, Limits
from summarizer.reading.lines import Line, split_lines
from summarizer.reading.pages import without_page_furniture
from summarizer.reading.reflow import paragraphs
from summarizer.reading.run_together import run_together
from summarizer.reading.tables.finder import find_tables
from summarizer.reading.tables.grids import Grid
from summarizer.reading.tables.written import written_tables
from summarizer.reading.titles import own_name
from summarizer.reading.torn import torn_around_numbers, with_their_numbers
from summarizer.reading.view import document_view
from summarizer.reading.wrapping import wrapping_of
from summarizer.reading.writing import simplified, writing_of
from summarizer.spans import Range

Source = str | bytes | os.PathLike[str] | IO[str] | IO[bytes] | Document
_FRONT_MATTER = re.compile(
    r"\ufeff?\s{0,16}(---|\+\+\+)[ \t]*\r?\n(?:[^\n]{0,2000}\n){1,80}?\1[ \t]*(?=\r?\n|\Z)"
)


def read(
    source: Source,
    *,
    encoding: str | None = None,
    name: str | None = None,
    limits: Limits | float = 1,
    pages: PageListener | None = None,
) -> Document:
    """Read a report from a path, a text or binary file object, or `-` for standard input.

    A string with a line end in it is the text itself, as bytes are the file's content (see also
    `from_text`). A `Document` is returned as it is. Without `encoding`, UTF-8, UTF-16 and GB18030
    are told apart. Web pages, .docx and PDF files, told by their content, become text in a process
    of its own within `limits` (a number multiplies the usual ones); `encoding` of the document then
    names the format, and spans index the extracted text; `pages` hears, from another thread, how
    many pages of a PDF are read and how many there are. Raises InputError (DecodingError for
    undecodable bytes, MissingExtraError without the library for PDF) with one clear line, and
    UsageError for an unknown encoding.
    """
    if not isinstance(limits, Limits):
        limits = Limits().times(limits)
    if isinstance(source, Document):
        return source
    if isinstance(source, bytes):
        return _from_bytes(source, encoding, name or "<bytes>", limits, pages)
    if isinstance(source, str) and ("\n" in source or "\r" in source):
        return from_text(source.removeprefix("\ufeff"), name or "<text>")
    if isinstance(source, str | os.PathLike):
        path = os.fspath(source)
        if path == "-":
            if sys.stdin is None:
                raise InputError("standard input is closed")
            name = name or "<stdin>"
            data = _within(sys.stdin.buffer, limits, name)
            return _from_bytes(data, encoding, name, limits, pages)
        if not path:
            raise InputError("an empty file name")
        data = _bytes_of(Path(path), limits)
        suffix = Path(path).suffix.lower()
        return _from_bytes(data, encoding, name or Path(path).name, limits, pages, suffix)
    if not hasattr(source, "read"):
        kind = type(source).__name__
        raise UsageError(f"cannot read a {kind}: give a path, an open file or a Document")
    return _from_stream(source, encoding, name or _stream_name(source), limits, pages)


def from_text(text: str, name: str = "<text>") -> Document:
    """A document from decoded text. Raises InputError when it is empty or binary."""
    return _build(check_text(text, name=name), name, "unicode")


def _bytes_of(path: Path, limits: Limits) -> bytes:
    try:
        with files.opened(path, limits.size * MEGABYTE) as file:
            return file.read()
    except FileNotFoundError:
        raise InputError(f"{path}: no such file") from None
    except PermissionError:
        raise InputError(f"{path}: permission denied") from None
    except files.UnusableFileError as error:
        raise InputError(f"{path}: {error.strerror}") from None
    except (OSError, ValueError) as error:
        raise _unreadable(str(path), error) from None


def _unreadable(name: str, error: OSError | ValueError) -> InputError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return InputError(f"{name}: cannot be read ({reason})")


def _within(file: IO[bytes], limits: Limits, name: str) -> bytes:
    """All of a file, where it is no larger than the limit: a pipe tells no size before its end."""
    pieces, left = [], limits.size * MEGABYTE
    try:
        while piece := file.read(MEGABYTE):
            left -= len(piece)
            if left < 0:
                raise InputError(f"{name}: larger than {limits.size} MB")
            pieces.append(piece)
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from None
    return b"".join(pieces)


def _stream_name(source: object) -> str:
    name = getattr(source, "name", None)
    return Path(name).name if isinstance(name, str) and name else "<stream>"


def _from_stream(
    stream: IO[str] | IO[bytes],
    encoding: str | None,
    name: str,
    limits: Limits,
    pages: PageListener | None,
) -> Document:
    try:
        content = stream.read()
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: not valid {error.encoding}") from None
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from None
    if isinstance(content, str):
        return from_text(content.removeprefix("\ufeff"), name)
    return _from_bytes(bytes(content), encoding, name, limits, pages)


def _from_bytes(
    data: bytes,
    encoding: str | None,
    name: str,
    limits: Limits,
    pages: PageListener | None,
    suffix: str = "",
) -> Document:
    found = format_of(data, suffix, name=name) if encoding is None else None
    if found is not None:
        told = extract(data, found, name=name, limits=limits, told=pages)
        return _build(check_text(told.text, name=name), name, found, told.grids, told.names)
    decoded = decode(data, name=name, encoding=encoding)
    return _build(decoded.text, name, decoded.encoding)


def _outside(lines: list[Line], tables: Sequence[TableBlock]) -> tuple[list[Line], frozenset[int]]:
    """The lines that stand in no table, and where those begin that stand right below one."""
    if not tables:
        return lines, frozenset()
    kept: list[Line] = []
    below: set[int] = set()
    waiting = iter(tables)
    table: TableBlock | None = next(waiting)
    for line in lines:
        while table is not None and line.start >= table.span.end:
            table = next(waiting, None)
            below.add(line.start)
        if table is None or line.end <= table.span.start:
            kept.append(line)
    return kept, frozenset(below)


def _told(tables: Sequence[TableBlock], grids: Sequence[Grid]) -> tuple[TableBlock, ...]:
    """The tables that the file itself tells, without those that lines look like."""
    known = [grid.span for grid in grids]
    return tuple(
        table
        for table in tables
        if any(span.start <= table.span.start and table.span.end <= span.end for span in known)
    )


def _printed(found: Fact | None, text: str, source: str) -> str | None:
    """A fact in the writing of the source."""
    if found is None or text is source:
        return found.text if found is not None else None
    printed = "".join(source[found.span.start : found.span.end].split())
    # What was put together from elsewhere (an issuer out of a title) has no other form.
    return printed if simplified(printed) == "".join(found.text.split()) else found.text


def _build(
    source: str,
    name: str,
    encoding: str,
    grids: Sequence[Grid] = (),
    names: Sequence[str] = (),
) -> Document:
    writing = writing_of(source)
    text = writing.text
    noise: list[NoiseSpan] = []
    front = _FRONT_MATTER.match(text)
    start = 0
    if front is not None:
        start = front.end()
        noise.append(NoiseSpan(Range(front.start(1), start), "front matter"))
    grids = grids or written_tables(source)
    tables = find_tables(source, start, grids)
    units = run_together(text, start)
    lines = with_their_numbers(text, split_lines(text, start, units))
    torn = torn_around_numbers(text, lines)
    if torn is not None:
        tables, lines = _told(tables, grids), torn
    found, below = _outside(lines, tables)
    lines, set_aside = without_page_furniture(text, found)
    noise.extend(set_aside)
    wrapping = wrapping_of(text, lines)
    blocks = paragraphs(text, lines, wrapping, below.union(units))
    layout = lay_out(text, blocks, names)
    noise.extend(
        NoiseSpan(Range(blocks[index][0].start, blocks[index][-1].end), reason)
        for index, reason in layout.noise.items()
    )
    spaced = wrapping is None or not wrapping.exact
    view = document_view(
        text,
        [(ranges, spaced) for ranges in flowing(text, blocks, layout.noise)],
        source,
    )
    facts = identify(text, view, blocks, layout, front[0] if front else "")
    title = _printed(facts.title, text, source) or own_name(names)
    return Document(
        name=name,
        text=source,
        encoding=encoding,
        sha256=hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest(),
        view=view,
        body=facts.body,
        closing=facts.closing,
        noise=tuple(sorted(noise, key=lambda item: item.span)),
        title=title,
        title_span=facts.title.span if facts.title else None,
        issuer=_printed(facts.issuer, text, source),
        issuer_span=facts.issuer.span if facts.issuer else None,
        issued_on=facts.issued_on.text if facts.issued_on else None,
        issued_on_span=facts.issued_on.span if facts.issued_on else None,
        inspection=facts.inspection,
        tables=tables,
        script=writing.script,
        converted=writing.converted,
        kind=kind_of(simplified(title) if writing.script == "traditional" else title)
        if title
        else None,
    )
