"""Where each unit ends: the tree of units with its extents."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from summarizer.patterns import lazy
from summarizer.reading.document import Document
from summarizer.reading.outline.chains import Chains
from summarizer.reading.outline.nodes import Node, trimmed
from summarizer.reading.outline.notations import WHOLE
from summarizer.reading.outline.parts import chain_headings, part_headings
from summarizer.reading.outline.run_ins import with_run_ins
from summarizer.reading.outline.tokens import Token, tokens_of

# How a text turns from its last unit to the whole: it speaks to the assembly, looks back over the
# whole time, or names shortcomings.
_ADDRESS = r"各位(?:代表|委员|领导|同志)|同志们|让我们"
_TURN = lazy(
    rf"{_ADDRESS}|需要?说明的是|除?(?:以上|上述)"
    r"|本[\u4e00-\u9fff]{2,6}自[^\n。]{2,20}(?:施行|生效|实施|执行)|特此(?:通知|通报|公告|报告)"
    rf"|(?:[一两二三四五六七八九十]|近[几年])?年来[,我]|过去的?[一五]年[,来]"
    r"|(?:回顾|总结)[^\n。,]{0,16}[,:]|(?:总的来?|总体|综合)[看说][,来]"
    r"|[^\n。]{0,12}(?:清醒|清楚|深刻)[^\n。,]{0,4}(?:认识|看到)|[^\n。]{0,16}成绩的同时"
)
# Elder siblings of one paragraph each: of 21 last ones with more, that of 15 was the parent's, of 2
# their own; with two elders of 7 more, 5 and 1.
_ALIKE = 3
_LAST_WORDS = lazy(_ADDRESS)
# How a sentence turns back to all items of an enumeration.
_BACK = lazy(
    r"(?<=[。!?])(?:(?:对于?|面对|针对)?(?:这些|以上|上述)|对此|总之|总的来[看说]|综上)[^\n]"
)
# A number is tried from its first digit only: a long run of digits would be tried from each.
_QUANTITY = lazy(r"(?<!\d)(?<![\d,.][,.])\d[\d.,]*(?:%|‰|[余多]?[^\W\d_年月日届]|万|亿)")


class Tree:
    """The units in the view range `[start, end)` of a document."""

    def __init__(self, document: Document, start: int, end: int) -> None:
        self._document = document
        self._text = document.view.text
        self._start, self._end = start, end
        self._breaks = paragraph_starts(self._text, start, end)

    def grow(self) -> list[Node]:
        """The outermost units; a text without any is one unit."""
        tokens = tokens_of(self._document, self._start, self._end, self._breaks)
        headings = part_headings(self._document, self._breaks, tokens, self._start, self._end)
        roots = self._grown(tokens, headings)
        more = chain_headings(self._text, self._breaks, roots, headings)
        roots = self._grown(tokens, [*headings, *more]) if more else roots
        with_run_ins(self._text, self._breaks, roots)
        return roots

    def _grown(self, tokens: list[Token], headings: Sequence[Token]) -> list[Node]:
        if headings:
            taken = {token.start for token in headings}
            rest = [token for token in tokens if token.start not in taken]
            tokens = sorted([*rest, *headings], key=lambda token: token.start)
        roots = Chains(self._text, tokens, self._breaks).roots()
        if not any(not node.inline for node in roots):
            whole = Token(self._start, self._start, WHOLE, WHOLE.key, 1, 0)
            roots = [Node(whole, 1, inline=False, children=roots)]
        self._close(roots, self._end)
        self._settle(roots, self._usual(roots))
        return roots

    def paragraph_end(self, position: int, limit: int) -> int:
        """The end of the paragraph that holds `position`, at most `limit`."""
        following = bisect_right(self._breaks, position)
        end = self._breaks[following] - 1 if following < len(self._breaks) else self._end
        return min(end, limit)

    def _close(self, roots: list[Node], end: int) -> None:
        """Every unit up to the next one that is not below it."""
        pending = [(roots, end)]
        while pending:
            nodes, limit = pending.pop()
            for node, after in pairwise(nodes):
                node.end = self._trimmed(after.start, node.token.end)
            if nodes:
                nodes[-1].end = limit
            pending.extend((node.children, node.end) for node in nodes if node.children)

    def _usual(self, roots: list[Node]) -> dict[str, int]:
        """For each notation, the most paragraphs that a unit with a sibling behind it has."""
        most: dict[str, int] = {}
        pending = [roots]
        while pending:
            nodes = pending.pop()
            for node, after in pairwise(nodes):
                if after.token.key == node.token.key and not after.fresh:
                    key = node.token.key
                    most[key] = max(most.get(key, 0), self._paragraphs(node))
            pending.extend(node.children for node in nodes if node.children)
        return most

    def _paragraphs(self, node: Node) -> int:
        return bisect_right(self._breaks, node.end - 1) - bisect_right(self._breaks, node.start) + 1

    def _settle(self, roots: list[Node], usual: dict[str, int]) -> None:
        """Give back to the parent what stands behind the last unit of each chain below it."""
        pending: list[tuple[list[Node], bool]] = [(roots, True)]
        while pending:
            nodes, outermost = pending.pop()
            place = 0
            while place < len(nodes):
                last = place + 1 == len(nodes) or (
                    nodes[place + 1].fresh or nodes[place + 1].token.key != nodes[place].token.key
                )
                if last:
                    first = place
                    while (
                        first
                        and not nodes[first].fresh
                        and (nodes[first - 1].token.key == nodes[place].token.key)
                    ):
                        first -= 1
                    self._cut(nodes, first, place, usual, outermost=outermost)
                place += 1
            for node in nodes:
                node.own_end = node.end
                if node.children:
                    node.own_end = self._trimmed(node.children[0].start, node.token.end)
                    pending.append((node.children, False))

    def _cut(
        self, nodes: list[Node], first: int, place: int, usual: dict[str, int], *, outermost: bool
    ) -> None:
        node = nodes[place]
        if outermost and place + 1 == len(nodes):
            self._without_last_words(node)
            return
        cut = self._cut_at(node, nodes[first:place], usual)
        if cut >= node.end:
            return
        moved = self._behind(node, cut)
        if not moved and outermost:
            # Nobody is above.
            return
        node.end = cut if not outermost else self._trimmed(moved[0].start, node.token.end)
        self._shorten(node)
        nodes[place + 1 : place + 1] = moved
        if moved:
            moved[0].fresh = True

    def _without_last_words(self, node: Node) -> None:
        """The last unit of a report ends before the words to the assembly that end it all."""
        last = node
        while last.children:
            last = last.children[-1]
        final = bisect_right(self._breaks, node.end - 1) - 1
        end = node.end
        while final > last.token.paragraph:
            start = self._breaks[final]
            if self._tells(start, end):
                return
            if _LAST_WORDS.match(self._text, start):
                node.end = self._trimmed(start, node.token.end)
                self._shorten(node)
                return
            final, end = final - 1, start

    def _behind(self, node: Node, cut: int) -> list[Node]:
        """The units below one that start behind a place, taken away from where they were."""
        moved: list[Node] = []
        while node.children:
            kept = [child for child in node.children if child.start < cut]
            moved += node.children[len(kept) :]
            node.children = kept
            if not kept:
                break
            node = kept[-1]
        return sorted(moved, key=lambda each: each.start)

    def _tells(self, start: int, end: int) -> bool:
        return _QUANTITY.search(self._text, start, end) is not None

    def _shorten(self, node: Node) -> None:
        """No unit below ends behind the one that holds it."""
        while node.children:
            last = node.children[-1]
            if last.end <= node.end:
                return
            last.end = node.end
            node = last

    def _cut_at(self, node: Node, elder: Sequence[Node], usual: dict[str, int]) -> int:
        """Where the last unit of a chain ends.

        It has as many paragraphs as its elder siblings where these have one each, or a heading
        and one. Where they have more, it ends where the text turns to the whole.
        """
        first = bisect_right(self._breaks, node.start) - 1
        final = bisect_right(self._breaks, node.end - 1) - 1
        sizes = [self._paragraphs(each) for each in elder]
        most = max(sizes) if sizes else usual.get(node.token.key, 0)
        keep = final - first + 1
        if node.token.notation.item:
            if most or not self._bare(first):
                keep = min(keep, max(most, 1))
        elif self._are_alike(node, elder, first) and not self._leads(node):
            keep = 1
        elif len(sizes) > 1 and node.children and not any(each.children for each in elder):
            keep = min(keep, self._before_series(node, first, most))
        for paragraph in range(self._lead(node, first), first + keep):
            if _TURN.match(self._text, self._breaks[paragraph]):
                keep = paragraph - first
                break
        keep = self._whole_chains(node, first, keep)
        end = node.end
        if first + keep <= final:
            end = self._trimmed(self._breaks[first + keep], node.token.end)
        if node.token.notation.item and elder and not node.children:
            start = max(node.token.end, self._breaks[first + keep - 1])
            back = _BACK.search(self._text, start, end)
            end = end if back is None else back.start()
        return end

    def _are_alike(self, node: Node, elder: Sequence[Node], first: int) -> bool:
        """Whether elder siblings of one paragraph each say that the last has no more either."""
        if all(self._sentence(each) for each in elder):
            return bool(elder) and all(self._paragraphs(each) == 1 for each in elder)
        plain = [each for each in elder if not each.children]
        if len(plain) < _ALIKE or node.children or self._bare(first):
            return False
        return all(self._paragraphs(each) == 1 for each in plain)

    def _before_series(self, node: Node, first: int, most: int) -> int:
        """How many paragraphs stand above the first series in a unit whose elders hold none.

        A series further down than the elders reach is the parent's, with the words that lead to it.
        """
        child = node.children[0]
        paragraph = child.token.paragraph - first
        opens = self._breaks[child.token.paragraph] == child.start
        above = paragraph - 1 if opens else paragraph
        told = above > int(self._bare(first))  # a heading alone holds what stands below it
        return above if paragraph >= most and told else self._paragraphs(node)

    def _leads(self, node: Node) -> bool:
        """Whether a unit leads to the series below it with a colon: 主要职责是：（一）…"""
        if not node.children:
            return False
        place = self._trimmed(node.children[0].start, node.token.end)
        return self._text[place - 1] == ":"

    def _lead(self, node: Node, first: int) -> int:
        """The first paragraph that can close a unit: behind its heading and its block units."""
        blocks = [child for child in node.children if not child.inline and not child.fresh]
        blocks += [child for child in node.children[:1] if not child.inline]
        if blocks:
            return max(child.token.paragraph for child in blocks) + 1
        return first + (2 if self._bare(first) else 1)

    def _sentence(self, node: Node) -> bool:
        """Whether a unit is an item of a list: one sentence, and nothing below it."""
        stop = self._text.find("。", node.start, node.end)
        return not node.children and (stop < 0 or stop + 1 >= node.end)

    def _bare(self, paragraph: int) -> bool:
        """Whether a paragraph is no more than a heading."""
        start = self._breaks[paragraph]
        return self._text.find("。", start, self.paragraph_end(start, self._end)) < 0

    def _whole_chains(self, node: Node, first: int, keep: int) -> int:
        """`keep` paragraphs, or more where these would part a chain of the unit's own."""
        for child in node.children:
            paragraph = child.token.paragraph - first
            if paragraph >= keep and not child.fresh:
                keep = paragraph + 1
            elif paragraph >= keep:
                break
        return keep

    def _trimmed(self, position: int, lowest: int) -> int:
        return trimmed(self._text, position, lowest)


def paragraph_starts(text: str, start: int, end: int) -> list[int]:
    """Where the paragraphs of the view range begin."""
    starts = [start]
    position = text.find("\n", start, end)
    while position >= 0:
        starts.append(position + 1)
        position = text.find("\n", position + 1, end)
    return starts
