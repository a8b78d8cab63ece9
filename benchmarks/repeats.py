"""Pieces of the notation repeated: does any text cost more than in proportion to its length?

    python benchmarks/repeats.py --seconds 600 --seed 1

A piece of one to six words, marks and line ends is drawn and repeated to some thousand characters.
Where the extractive run takes longer than most, it is taken again three times as long: what then
takes far more than three times as long is printed, with what both took (seconds of the processor).
Needs a system with `setitimer` (not Windows).
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import time
from types import FrameType

from summarizer import summarize
from summarizer.errors import SummarizerError

_WORDS = """
一、 （一） 1. 1 ① 第一条 第一章 首先， 甲 乙丙丁 开展工作 完成3项 ， 。 ； ： 、 | - * # > ** 2024年 1月2日 5% 10万元
《甲》 “一” （ ） 《 》 〔2020〕1号 附件 目录 注： 表1 … —— 增长 下降 同比 其中 分别 市委 责任单位： 牵头 问： 答：
<td> <tr> <table> </table> <br> &nbsp; 关于 的通知 0.5 共 项 个 完成时限 整改 已完成 未 将 计划 http://a.b [x](y)
第1页 编辑 来源： 上一篇 a A
"""
_PIECES = [*_WORDS.split(), "\t", "\u3000", "\n", "\n", "\n", "\r\n", "\f"]
_SIZES = (6_000, 12_000)  # characters
_NOTABLE = 1.5  # seconds; of 12,000 characters of such text most take a quarter of that
_LONGER = 3
_PROPORTION = 4.2  # of three times the text: half as much again is the machine's own noise
_PATIENCE = 120  # seconds for one text


class _TooLong(Exception):
    """The time for one text is over."""


def _stop(signum: int, frame: FrameType | None) -> None:
    raise _TooLong


def _seconds(piece: str, count: int) -> float:
    text = "一、开展工作。完成3项。\n" + piece * count
    started = time.process_time()
    signal.setitimer(signal.ITIMER_REAL, _PATIENCE)
    try:
        summarize(text.encode())
    except SummarizerError:
        pass  # a refusal has its time as well
    except _TooLong:
        return float(_PATIENCE)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return time.process_time() - started


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    signal.signal(signal.SIGALRM, _stop)
    drawn = random.Random(options.seed)
    end = time.time() + options.seconds
    tried = found = 0
    while time.time() < end:
        piece = "".join(drawn.choices(_PIECES, k=drawn.randint(1, 6)))
        if not piece.strip():
            continue
        count = max(1, drawn.choice(_SIZES) // len(piece))
        tried += 1
        once = _seconds(piece, count)
        if once < _NOTABLE:
            continue
        longer = _seconds(piece, count * _LONGER)
        if longer > _PROPORTION * once or longer >= _PATIENCE:
            found += 1
            print(
                f"{piece!r} {count} times: {once:.2f}, {_LONGER * count}: {longer:.2f}", flush=True
            )
    print(f"seed {options.seed}: {tried} pieces, {found} that grow faster than they are long")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
