"""Several reports beside each other: indicators, what moved, promises, passages that were copied.

No model is asked. `digest` takes of each report what is needed, so that none has to be held.
"""

from __future__ import annotations

from collections.abc import Iterable

from summarizer import patterns as re
from summarizer.corpus.compare.copied import copies_of
from summarizer.corpus.compare.digest import Digest, digest, renumbered
from summarizer.corpus.compare.promises import promises_of
from summarizer.corpus.compare.records import Comparison, Edition
from summarizer.corpus.compare.series import following, moves_of, series_of
from summarizer.models import Report

_YEAR = re.compile("((?:19|20)[0-9]{2})年")

__all__ = ["Comparison", "compare", "compare_digests", "digest"]


def compare(reports: Iterable[Report]) -> Comparison:
    """The reports, numbered in the order of their dates. Never raises."""
    return compare_digests(digest(report, number) for number, report in enumerate(reports, 1))


def compare_digests(digests: Iterable[Digest]) -> Comparison:
    """Like `compare`, of digests with the numbers of the given order, which stands where one tells
    neither its day nor its year."""
    given = sorted(digests, key=lambda one: one.number)
    dates = {one.number: _dated(one) for one in given}
    if all(dates.values()):
        given.sort(key=lambda one: (dates[one.number], one.number))
    given = [renumbered(one, number) for number, one in enumerate(given, 1)]
    pairs = following(given)
    series = series_of(given)
    return Comparison(
        editions=tuple(_edition(one) for one in given),
        series=tuple(one for one in series if one.reports > 1),
        pairs=tuple(pairs),
        moves=moves_of(series, pairs),
        promises=promises_of({one.number: one for one in given}, pairs),
        copies=copies_of(given),
    )


def _dated(one: Digest) -> str:
    """The day it was issued, else the year in its title; empty without either."""
    year = _YEAR.search(one.title or "")
    return one.issued_on or (year[1] if year else "")


def _edition(one: Digest) -> Edition:
    area = "".join(one.area) or None
    return Edition(one.number, one.name, one.title, one.issuer, one.issued_on, area)
