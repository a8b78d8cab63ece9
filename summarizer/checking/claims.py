"""The claims of a statement, found by the same grammars as the anchors of the source."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from summarizer.anchors import anchors_of_text
from summarizer.anchors.records import Anchors, Figure
from summarizer.checking.base import Statement
from summarizer.checking.equality import flat
from summarizer.checking.scope import Scope, stands_whole
from summarizer.checking.textual import bigrams, clause_at, sentences
from summarizer.spans import Range
from summarizer.vocabulary import FigureKind


@dataclass(frozen=True, slots=True)
class ClaimSentence:
    """A sentence of a statement; `verbatim` where its scope holds it literally."""

    span: Range
    text: str
    pairs: frozenset[str]
    verbatim: bool


@dataclass(frozen=True, slots=True)
class FigureClaim:
    """A figure that a statement tells, with the words around it.

    `before` and `after` are the rest of its clause; `quoted` is true where the scope holds the
    whole clause literally.
    """

    figure: Figure
    before: str
    after: str
    near: frozenset[str]
    wide: frozenset[str]
    sentence: int
    verbatim: bool
    quoted: bool

    @property
    def text(self) -> str:
        """The figure with its qualifier, as printed in the statement."""
        return self.figure.text


@dataclass(frozen=True, slots=True)
class Claims:
    """All that a statement claims. Ranges index `text`."""

    text: str
    anchors: Anchors
    sentences: tuple[ClaimSentence, ...]
    figures: tuple[FigureClaim, ...]

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that holds an offset, or of the last one before it."""
        after = bisect_right(self.sentences, offset, key=lambda sentence: sentence.span.start)
        return max(after - 1, 0)

    def is_verbatim(self, offset: int) -> bool:
        """True where the sentence at `offset` stands in the source literally."""
        return bool(self.sentences) and self.sentences[self.sentence_at(offset)].verbatim


def claims_of(statement: Statement, scope: Scope) -> Claims:
    """The claims of a statement about `scope`. Deterministic; never raises."""
    text = statement.text
    anchors = anchors_of_text(text)
    parts = tuple(_sentence(text, span, scope) for span in sentences(text))
    claims = Claims(text, anchors, parts, ())
    labels = dict(statement.labels)
    figures = tuple(
        _figure(claims, figure, labels.get(figure.text), scope)
        for figure in anchors.figures
        if not figure.loose and not _is_article(figure)
    )
    return Claims(text, anchors, parts, figures)


def _is_article(figure: Figure) -> bool:
    """True for 一 as an article: 一项制度 counts nothing."""
    return figure.kind is FigureKind.COUNT and figure.value == 1 and figure.text.startswith("一")


def _sentence(text: str, span: Range, scope: Scope) -> ClaimSentence:
    words = text[span.start : span.end]
    letters = flat(words).strip(",:.")
    return ClaimSentence(span, words, bigrams(words), len(letters) > 1 and scope.tells(letters))


def _figure(claims: Claims, figure: Figure, label: str | None, scope: Scope) -> FigureClaim:
    text = claims.text
    place = clause_at(text, *figure.span)
    before = text[place.start : figure.span.start]
    after = text[figure.span.end : place.end]
    clause = flat(text[place.start : place.end]).strip(".")
    number = claims.sentence_at(figure.span.start)
    return FigureClaim(
        figure=figure,
        before=before,
        after=after,
        near=bigrams(f"{before} {after} {label or figure.label or ''}"),
        wide=claims.sentences[number].pairs if claims.sentences else frozenset(),
        sentence=number,
        verbatim=claims.is_verbatim(figure.span.start),
        quoted=len(clause) > 5 and stands_whole(clause, scope.own_flat),
    )
