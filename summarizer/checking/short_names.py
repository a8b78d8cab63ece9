"""Short names: 住建局 stands for 住房和城乡建设局, 人社 for 人力资源社会保障."""

from __future__ import annotations

_WINDOW = 8  # letters in which the next one follows: in 人力资源社会保障 the fifth
_CLOSED = frozenset(",;:。由向被把将")  # no name goes on behind them


def stands_for(name: str, text: str) -> bool:
    """True where the letters of a name stand in a text in their order, each near the one before."""
    start = text.find(name[0])
    while start >= 0:
        place = start
        for letter in name[1:]:
            before, place = place, text.find(letter, place + 1, place + _WINDOW)
            if place < 0 or _CLOSED & set(text[before:place]):
                break
        else:
            return True
        start = text.find(name[0], start + 1)
    return False


def runs_through(short: str, long: str) -> bool:
    """True where the letters of the first run through the second in their order."""
    letters = iter(long)
    return all(letter in letters for letter in short)
