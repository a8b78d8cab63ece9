"""Bytes → text: strict decoding, with detection of the encodings reports arrive in."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from summarizer import patterns as re
from summarizer.errors import DecodingError, InputError, UsageError
from summarizer.patterns import lazy

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_COMMON = lazy(r"[\t-\r -~\u2010-\u203b\u2100-\u27bf\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
# What hardly stands in a real text, but comes out of bytes read in the wrong encoding.
_IMPLAUSIBLE = lazy(
    "[\x80-\x9f\u0250-\u02af\u0530-\u1fff\ua4d0-\uabff\ue000-\uf8ff\U000f0000-\U0010ffff\ufffd]"
)
# The most frequent characters of modern Chinese text cover about a fifth of any report.
_FREQUENT = lazy(
    "[的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会主发年动同工]"
)
_HAN = lazy("[\u4e00-\u9fff]")
_ENOUGH = 40  # characters; of fewer their frequency says nothing
_SAMPLE = 65_536  # characters or bytes that tell an encoding; bounds the work


class Decoded(NamedTuple):
    """A text without its byte order mark, and the name of the encoding it came in."""

    text: str
    encoding: str


def decode(data: bytes, *, name: str, encoding: str | None = None) -> Decoded:
    """Decode strictly; without `encoding`, UTF-8, UTF-16, UTF-32 and GB18030 are told apart.

    Raises InputError for empty and binary data, DecodingError where nothing fits, UsageError for
    an unknown encoding name.
    """
    if not data:
        raise InputError(f"{name}: the file is empty")
    if encoding is not None:
        return _checked(_explicit(data, name, encoding), name)
    for bom, codec in _BOMS:
        if data.startswith(bom):
            text = _strict(data[len(bom) :], codec)
            if text is None:
                raise DecodingError(f"{name}: starts with a {codec} mark but is not valid {codec}")
            return _checked(Decoded(text, codec), name)
    return _checked(_detected(data, name), name)


def check_text(text: str, *, name: str) -> str:
    """`text` when it can be a report. Raises InputError when it is blank or binary."""
    if not text or text.isspace() or not text.strip("\ufeff\u200b \t\r\n"):
        raise InputError(f"{name}: the text is empty")
    controls = len(_CONTROL.findall(text, 0, _SAMPLE))
    if "\0" in text or controls * 100 > min(len(text), _SAMPLE):
        raise InputError(f"{name}: this is binary data, not a text")
    if half := _SURROGATE.search(text):
        raise InputError(f"{name}: half a character (a lone surrogate) at {half.start()}")
    return text


def _checked(decoded: Decoded, name: str) -> Decoded:
    check_text(decoded.text, name=name)
    return decoded


def _explicit(data: bytes, name: str, encoding: str) -> Decoded:
    try:
        codec = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        raise UsageError(f"unknown encoding: {encoding}") from None
    try:
        text = data.decode(codec)
    except (UnicodeError, LookupError, TypeError, AssertionError) as error:
        raise DecodingError(f"{name}: not valid {codec} ({_reason(error)})") from None
    return Decoded(text.removeprefix("\ufeff"), codec)


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"{error.reason} at byte {error.start}"
    return "not a text encoding"


def _detected(data: bytes, name: str) -> Decoded:
    if b"\0" in data:
        return _zero_bytes(data, name)
    text = _strict(data, "utf-8")
    if text is not None:
        return Decoded(text, "utf-8")
    _refuse_damaged_utf8(data, name)
    candidates = []
    for codec in ("gb18030", "utf-16-le", "utf-16-be"):
        text = _strict(data, codec)
        if text is not None and (score := _plausibility(text)) > 0.85:
            candidates.append((score, codec, text))
    if not candidates:
        raise DecodingError(
            f"{name}: neither UTF-8, UTF-16 nor GB18030",
            hint="name the encoding with --encoding",
        )
    _, codec, text = max(candidates, key=lambda candidate: candidate[0])
    return Decoded(text, codec)


def _refuse_damaged_utf8(data: bytes, name: str) -> None:
    # GB18030 accepts most UTF-8 bytes and would turn a file with one bad byte into gibberish.
    sample = data[:_SAMPLE].decode("utf-8", "replace")
    damaged = sample.count("\ufffd")
    foreign = sum(1 for character in sample if character > "\x7f")
    if damaged * 10 < foreign:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise DecodingError(f"{name}: damaged UTF-8 ({_reason(error)})") from None


def _zero_bytes(data: bytes, name: str) -> Decoded:
    # UTF-16 without a mark: ASCII digits and line ends put a zero byte on one side only.
    best = max(
        (
            (_plausibility(text), codec, text)
            for codec in ("utf-16-le", "utf-16-be")
            if (text := _strict(data, codec)) is not None
        ),
        key=lambda candidate: candidate[0],
        default=None,
    )
    if best is None or best[0] <= 0.85 or "\0" in best[2]:
        raise InputError(f"{name}: this is binary data, not a text")
    return Decoded(best[2], best[1])


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _plausibility(text: str) -> float:
    """How much of a text is what Chinese reports are made of, from 0 to about 1.2."""
    sample = text[:_SAMPLE]
    if not sample:
        return 0.0
    size = len(sample)
    common = len(_COMMON.findall(sample)) / size
    implausible = len(_IMPLAUSIBLE.findall(sample)) / size
    han = len(_HAN.findall(sample))
    frequent = len(_FREQUENT.findall(sample))
    # In real Chinese the frequent characters are at least a tenth of all.
    if han >= _ENOUGH and frequent * 20 < han:
        return 0.0
    return common - 10 * implausible + min(frequent / size, 0.2)
