"""The kinds of input: each makes a case out of a seed and runs it through what reads it.

A case is `past` the door when it was read far enough to reach the outline, the checker or the
validation of answers; else it was turned away in one line, which is looked at too.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from fuzzing import invariants
from fuzzing.bases import base
from fuzzing.exchanges import batch, reply
from fuzzing.material import ANSWERS, outlined, passage
from fuzzing.mutators import bytes_mutated, mutated
from fuzzing.pages import page_of
from fuzzing.pdf_files import pdf_of
from fuzzing.trees import tree_mutated, written
from fuzzing.word_files import word_of
from summarizer import verify
from summarizer.analysis import Analysis, analyse
from summarizer.assembly import assemble
from summarizer.checking import SourceIndex, check_report, places_of
from summarizer.checking.foreign import check_text
from summarizer.engines.extractive import ExtractiveEngine
from summarizer.errors import InputError, SummarizerError
from summarizer.models import Report, Run
from summarizer.models.stored import parse
from summarizer.reading import Document, from_text, read
from summarizer.reading.limits import Limits

Subject = Callable[[random.Random], bool]
LIMITS = Limits(seconds=10, memory=1024, unpacked=16, paragraphs=20_000)


def _size(rng: random.Random) -> int:
    """Characters of a passage: most are short, for a fault needs few, and some are long."""
    return min(3000, 20 + int(rng.expovariate(1 / 110)))


def _turned_away(error: SummarizerError) -> bool:
    invariants.line(f"{error} {error.hint}")
    return False


def _whole(rng: random.Random, made: Callable[[], Document]) -> bool:
    """A document through outline, extract, checks and printing."""
    try:
        document = made()
    except InputError as error:
        return _turned_away(error)
    analysis = analyse(document)
    invariants.reading(document, analysis)
    report = _extracted(analysis)
    invariants.report(report, document)
    kind = rng.randrange(16)
    invariants.printed(report, kind)
    if kind < 4:
        invariants.written(report)
        invariants.outline_printed(analysis)
    if kind < 2:
        invariants.same_again(report, verify(report, document))
    return True


def _extracted(analysis: Analysis) -> Report:
    """What the pipeline makes of it, without analysing the text a second time."""
    index = SourceIndex(analysis)
    drafts = ExtractiveEngine().draft_sync(analysis)
    run = Run(engine=ExtractiveEngine.name, started_at="2025-01-01T00:00:00+00:00", seconds=0.0)
    made = assemble(analysis, drafts, run, told=places_of(drafts.overview.summary, index))
    return check_report(made, analysis, "zh", index=index)


def text(rng: random.Random) -> bool:
    """A decoded text."""
    told = mutated(rng, outlined(rng, _size(rng)))
    return _whole(rng, lambda: from_text(told, name="text"))


def raw(rng: random.Random) -> bool:
    """The bytes of a text file."""
    told = mutated(rng, outlined(rng, _size(rng)), 3)
    encoding = rng.choice(
        ("utf-8", "utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-32")
    )
    data = told.encode(encoding, "ignore")
    if rng.random() < 0.5:
        data = bytes_mutated(rng, data)
    return _whole(rng, lambda: read(data, name="raw"))


def html(rng: random.Random) -> bool:
    """A web page."""
    data = page_of(rng)
    return _whole(rng, lambda: read(data, name="page", limits=LIMITS))


def docx(rng: random.Random) -> bool:
    """A Word file."""
    data = word_of(rng)
    return _whole(rng, lambda: read(data, name="word", limits=LIMITS))


def pdf(rng: random.Random) -> bool:
    """A PDF."""
    data = pdf_of(rng)
    return _whole(rng, lambda: read(data, name="pdf", limits=LIMITS))


def stored(rng: random.Random) -> bool:
    """A stored report whose JSON was changed, verified against its source."""
    document, _, tree, _ = base(rng.randrange(60))
    changed = tree_mutated(rng, tree, odd=0.06)
    if isinstance(changed, dict) and isinstance(changed.get("source"), dict) and rng.random() < 0.9:
        changed["source"] |= {name: tree["source"][name] for name in ("sha256", "characters")}
    try:
        fresh = verify(parse(Report, written(rng, changed), "stored"), document)
    except SummarizerError as error:
        return _turned_away(error)
    told = fresh.verification
    invariants.need(min(told.contradicted, told.unverifiable, told.supported) >= 0, "counts", told)
    invariants.printed(fresh, rng.randrange(16))
    invariants.written(fresh)
    return True


def answer(rng: random.Random) -> bool:
    """A summary that anybody wrote: our own Markdown, an answer of an assistant, the source."""
    _, analysis, _, markdown = base(rng.randrange(60))
    told = rng.choice((markdown, passage(rng, _size(rng), ANSWERS), analysis.document.text))
    checked = check_text(mutated(rng, told), analysis)
    for finding in checked.findings:
        invariants.need(bool(finding.reason), "a finding says why", finding)
    invariants.printed(checked, rng.randrange(16))
    invariants.written(checked)
    return True


SUBJECTS: dict[str, tuple[Subject, float]] = {
    "text": (text, 0.53),
    "raw": (raw, 0.12),
    "html": (html, 0.07),
    "docx": (docx, 0.06),
    "pdf": (pdf, 0.02),
    "stored": (stored, 0.06),
    "answer": (answer, 0.10),
    "batch": (batch, 0.03),
    "reply": (reply, 0.01),
}
"""Each subject with its share of the cases: the dear ones (a file in a process of its own, a reply
through the whole client) are the few."""
