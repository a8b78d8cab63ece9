"""Document numbers (GB/T 9704-2012, 7.2.5): 奎发〔2020〕10号, 国办发[2023]5号, 第2号令."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer import patterns as re
from summarizer.anchors.records import DocumentNumber
from summarizer.patterns import lazy
from summarizer.reading.document import View

_YEAR = re.compile(
    r"[〔\[(【〖（［](?P<year>(?:19|20)[0-9]{2})[〕\])】〗）］]第?(?P<number>[0-9]{1,5})号"
)
_ISSUER = lazy(r"[一-龥]{1,12}\Z")
_NOT_ISSUER = lazy(r".*(?:制定|下发|根据|按照|关于|以及|[文字]号[为是]?|文件|的|了|和|与|《|》)")
_ORDER = re.compile(r"第(?P<number>[0-9]{1,5}|[一二三四五六七八九十百]{1,6})号令")


def spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Each document number as view positions and its canonical text."""
    for match in _YEAR.finditer(text):
        before = text[max(0, match.start() - 12) : match.start()]
        issuer = _ISSUER.search(before)
        name = issuer.group() if issuer else ""
        cut = _NOT_ISSUER.match(name)
        name = name[cut.end() :] if cut else name
        if name:
            canonical = f"{name}〔{match['year']}〕{match['number'].lstrip('0') or '0'}号"
            yield match.start() - len(name), match.end(), canonical
    for match in _ORDER.finditer(text):
        yield match.start(), match.end(), match.group()


def find_document_numbers(view: View) -> tuple[tuple[DocumentNumber, ...], list[tuple[int, int]]]:
    """The document numbers, and their view ranges, both sorted by position."""
    found = sorted(spans(view.text))
    numbers = tuple(
        DocumentNumber(span=view.source(start, end), text=text) for start, end, text in found
    )
    return numbers, [(start, end) for start, end, _ in found]
