"""How much is enough: the margins that several decisions go by.

Shares are of letter pairs, by weight. Each value stands in place of two to ten that were typed in
beside the decisions; it was taken where the statements of `benchmarks/statements` (536 right ones
about 45 texts of other genres, 587 faults in them) are told best, and `python
benchmarks/thresholds.py --module margins` prints what moving it does. As they are 9 right
statements are blamed and 412 faults told; below stands how many more or fewer it would be.
"""

from __future__ import annotations

LIKELY = 0.35
"""So much of a clause in one of the source: it is meant, where its slot is told by the letters
beside the word that is judged, by the sort of a name, or by a plan or a lack in it.

0.3: 2 more blamed, 1 fewer told. 0.4: 2 fewer told; 0.5: 9 fewer.
"""
RETOLD = 0.5
"""So much, and the clause is retold: what it says otherwise is said of the same thing.

0.4: 5 more blamed; 0.45: 3 more. 0.55: 1 fewer told. 0.6: 2 fewer blamed, 1 fewer told.
"""
PLAINLY = 0.6
"""So much where only the rest of both clauses is compared, and no letter tells the slot.

0.5: 2 more blamed. 0.55: 1 more, and 2 more told. 0.65: 3 fewer told; 0.7: 6 fewer.
"""
NEARLY_WHOLE = 0.75
"""So much where what is missing is itself the evidence: a condition, a date, a count, a name.

0.65: 1 more told; 0.7: the same. 0.8: 3 fewer told; 0.9: 4 fewer.
"""
AS_LIKELY = 0.05
"""A clause that falls no further behind may be meant as well, and acquits.

0.04: the same. 0.1: 1 more blamed, 1 fewer told; 0.15: 1 more, 2 fewer.
"""
DATE_LEAD = 0.3
"""No other clause may be retold nearly as well as that whose date another one stands for."""
BESIDE = 2
"""Letters beside a word that tell its slot.

1: 2 more blamed, 1 more told. 3: 3 fewer blamed, 7 fewer told.
"""
LONGEST_NAME = 12
"""Letters of a name that may stand in another's place: 国家发展和改革委员会 has ten.

8 to 10: 1 fewer blamed. 15: the same.
"""
LED_BY = 12
"""Letters before a figure, or a clause, that lead on to it: what it is of, how it came about."""
PRECISE = 3
"""Digits of a number that hardly stands in two places by chance."""
