"""What one clause is worth by its own words, whatever stands around it."""

from __future__ import annotations

from summarizer import patterns as re
from summarizer.engines.extractive import cues, relations, rules
from summarizer.engines.extractive.clauses import COMMAS, Clause

_OPEN = 1.5  # what is not done yet is what a reader must not miss
_HONOUR = 1.0  # more than what it was won by, less than a result in figures
_ACCOUNT = 0.8  # who was held to account is what such reports are read for
_INDICATOR = 1.5  # more than an action: a reader looks for it
_TOLL = 2.5  # as much as an action and a result together: such a clause has neither
_ENACTED = 6.0  # what the first article of a law is there for, before all its aims
EASY, LENGTHY = 30, 0.03  # characters that are read at a glance; what each further one costs
_GAP = 1.5  # the same of what is missing in the end
_IS = re.compile("是(?!否)")  # says of the clause before what that is
# What something means to something else, which nobody did: 民主是防治腐败的有力武器.
_IMPORTS = re.compile(
    r"[^,，]{2,20}(?<![就都只不已仍也总还别])是(?![指否])[^,，]{2,30}的[^,，的]{1,5}(?<![人位体构门])$"
)
_IMPORT = 2.0  # more than it is worth to open a sentence
_CONCLUDES = 2.5  # more than a figure: what an examination came to is what it was held for


def worth_of(
    text: str, figures: int, titles: int, leading: bool, index: int, unended: bool
) -> float:
    """The worth of a clause with so many figures and titles, before what it stands with is known.

    `leading` is true for the first clause of a sentence, `index` its place in the text; `unended`
    where its line ends without a mark.
    """
    length = len(text)
    worth = -min(index, 20) * 0.05 - max(length - EASY, 0) * LENGTHY
    if figures:
        worth += 2.0 + 0.6 * min(figures - 1, 3)
    action = cues.ACTION.search(text) is not None
    # All that starts one is an action too.
    concrete = action and cues.CONCRETE_START.match(text) is not None
    if titles:
        worth += 1.5 if action else 0.3
    if action:
        worth += 1.0
    if concrete:
        worth += 0.6
    if cues.RESULT.search(text):
        worth += 2.8 if cues.STRONG_RESULT.search(text) else 0.7
    if cues.UNFINISHED.search(text):
        worth += _OPEN
    if relations.CONCLUDES.search(text) or (leading and relations.TURNS.match(text)):
        worth += _CONCLUDES
    if figures and relations.GAP.search(text):
        worth += _GAP
    if "被" in text and cues.HONOURED.search(text):
        worth += _HONOUR
    if figures and cues.HELD_TO_ACCOUNT.search(text):
        worth += _ACCOUNT
    if figures and cues.INDICATOR.search(text):
        worth += _INDICATOR
    if figures and cues.TOLL.search(text):
        worth += _TOLL
    if "制定本" in text and rules.ENACTED.match(text):
        worth += _ENACTED
    if leading:
        worth += 0.6
    if unended:
        worth -= 2.5
    if cues.PURPOSE.match(text):
        # What a sentence opens with is rather what is done, behind that it is what for.
        worth -= 0.5 if figures or titles else 0.7 if leading else 1.6
    if not figures and _IMPORTS.match(text):
        worth -= _IMPORT
    if cues.BOILERPLATE.search(text):
        worth -= 1.0 if concrete else 4.5
    if (
        not figures
        and not text.startswith("适用")
        and (length < 7 or ("、" in text and is_slogan(text)))
    ):
        worth -= 1.5
    return worth


def means_much(view: str, clause: Clause, after: Clause) -> bool:
    """Whether all that is told of a clause is how much it matters: …，是发展的必然选择."""
    says = clause.stop in COMMAS and _IS.match(view, after.start)
    return bool(says and cues.BOILERPLATE.search(view, after.start, after.end))


def is_slogan(text: str) -> bool:
    """True for four characters, a chain of such words, or two of about that length: 甲乙丙丁、…"""
    words = text.split("、")
    lengths = {len(word) for word in words}
    if lengths != {4} and not (len(words) == 2 and lengths <= {3, 4, 5}):
        return False
    return all("一" <= character <= "龥" or character == "、" for character in text)
