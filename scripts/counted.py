"""Which nouns a classifier counts, learned from unlabelled official texts.

    python scripts/counted.py FOLDER > lexicons/counted.toml

A noun is told by its last two characters. It stands before a count (新建学校 12所，) and behind one
(12所学校，); what things undergo stands behind the noun that is counted (12所学校改造，) and opens
clauses (改造学校). The thresholds were read off the frequent pairs of 17 million characters.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from pathlib import Path

CLASSIFIERS = "个家项名座所条户件处场支套台辆只位篇部期种类间幢栋艘架块"
COUNT = rf"[0-9][0-9.,]*[万亿余多]*(?P<of>[{CLASSIFIERS}])(?![以左百])"
BEHIND = re.compile(rf"{COUNT}(?P<words>[一-龥]{{2,14}})(?=[，。；、,;\n])")
BEFORE = re.compile(rf"(?P<words>[一-龥]{{2,12}}){COUNT}(?=[，。；、,;\n])")
ALONE = re.compile(rf"(?<=[，。；、\n])(?P<words>[一-龥]{{2}}){COUNT}(?=[，。；、,;\n])")
OPENING = re.compile("(?<=[，；。\n])[一-龥]{2}")
WITHIN = re.compile("(?<=[一-龥])(?=([一-龥]{2}))")
# Markup and spaces, and what stands in short brackets: no part of a phrase.
NOISE = re.compile(r"[ \t　*#]+|[（(][^（()）\n]{0,12}[)）]")
# Ends that only a verb, a particle or a bare unit has.
NO_NOUN = re.compile(
    "[达到至近约超各和为等的有共以之于数量比省国前]$|^[业数体]近|^(?:增加|减少|突破|超过|作日|日内)$|^[亿万]元|^以[上下]"
)
SHORT = 4  # behind a count: the noun with at most one more word
ENOUGH = 3  # of 5,000 pairs half were seen less often
UNDERGONE = 0.4  # of the words before 建设, 改造 and 开工 more than this are themselves counted
VERBAL = 0.12  # share of occurrences that open a clause: 项目 .01, 城市 .08, 改造 .14, 开工 .34
SURELY_VERBAL = 0.2


class Counts:
    """Occurrences of pairs of a classifier and the last two characters of the words with it."""

    def __init__(self, text: str) -> None:
        self.behind: Counter[tuple[str, str]] = Counter()
        self.short: Counter[tuple[str, str]] = Counter()
        self.before: Counter[tuple[str, str]] = Counter()
        self.preceding: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for match in BEHIND.finditer(text):
            words, pair = match["words"], (match["of"], match["words"][-2:])
            self.behind[pair] += 1
            self.short[pair] += len(words) <= SHORT
            if len(words) >= SHORT:
                self.preceding[pair][words[-4:-2]] += 1
        for match in BEFORE.finditer(text):
            self.before[match["of"], match["words"][-2:]] += 1
        self.alone = Counter(match["words"] for match in ALONE.finditer(text))
        self.opening = Counter(OPENING.findall(text))
        self.within = Counter(WITHIN.findall(text))
        self.pooled = [self._pool(counter) for counter in (self.behind, self.before)]
        self.sure = {
            pair
            for pair, times in self.before.items()
            if times >= ENOUGH and self.verbal(pair[1]) < VERBAL
        }

    @staticmethod
    def _pool(counter: Counter[tuple[str, str]]) -> Counter[str]:
        pooled: Counter[str] = Counter()
        for (_, ending), times in counter.items():
            pooled[ending] += times
        return pooled

    def verbal(self, ending: str) -> float:
        """The share of occurrences of two characters that open a clause."""
        return self.opening[ending] / (self.opening[ending] + self.within[ending] + 1)

    def undergone(self, *pairs: tuple[str, str]) -> float:
        """The share of what stands before an ending that its classifier counts by itself."""
        told = [(pair, word, n) for pair in pairs for word, n in self.preceding[pair].items()]
        total = sum(times for _, _, times in told)
        inner = sum(times for pair, word, times in told if (pair[0], word) in self.sure)
        return inner / total if total > ENOUGH else 0.0

    def counted(self, pair: tuple[str, str]) -> bool:
        """Whether the ending is that of a noun that the classifier counts."""
        ending = pair[1]
        if NO_NOUN.search(ending) or self.verbal(ending) >= SURELY_VERBAL:
            return False
        behind, before, short = self.behind[pair], self.before[pair], self.short[pair]
        all_behind, all_before = (pooled[ending] for pooled in self.pooled)
        if all_before >= 5 and self.alone[ending] >= 0.3 * all_before:
            return False  # 竣工12个: a clause by itself
        own = (before >= ENOUGH and before >= 0.3 * behind) or (
            short >= ENOUGH and short >= 0.25 * behind
        )
        if own and (short >= max(5, 0.15 * behind) or self.undergone(pair) <= UNDERGONE):
            return True
        everywhere = all_before >= 5 and all_before >= 0.3 * all_behind
        if not everywhere or self.verbal(ending) >= VERBAL:
            return False
        pairs = [(of, ending) for of in CLASSIFIERS]
        return (short or before) >= 1 < behind + before and self.undergone(*pairs) <= UNDERGONE


def main() -> None:
    """Prints the lexicon."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    files = sorted(parser.parse_args().folder.rglob("*.*"))
    counts = Counts("\n".join(NOISE.sub("", file.read_text("utf-8")) for file in files))
    print("# The last two characters of the nouns that each classifier counts; commonest first.")
    print("# Learned by scripts/counted.py from 1,000 work reports (17 million characters).\n")
    for classifier in CLASSIFIERS:
        pairs = {pair for pair in counts.behind | counts.before if pair[0] == classifier}
        good = [pair for pair in pairs if counts.counted(pair)]
        good.sort(key=lambda pair: (-counts.behind[pair] - counts.before[pair], pair))
        if len(good) >= ENOUGH:
            lines = [" ".join(e for _, e in good[i : i + 24]) for i in range(0, len(good), 24)]
            print(f'"{classifier}" = """\n' + "\n".join(lines) + '"""')


if __name__ == "__main__":
    main()
