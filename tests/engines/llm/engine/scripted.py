"""A completer in the process, and a small report, for tests of the engine."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from summarizer import Settings, read
from summarizer.analysis import Analysis, analyse
from summarizer.engines.base import DraftChecker, Drafts
from summarizer.engines.llm import LLMEngine
from summarizer.engines.llm.client.interface import (
    CallStats,
    ChatRequest,
    Completion,
    Message,
    TokenUsage,
    Window,
)
from summarizer.testing.model import Asked, answer, read_request

REPORT = """关于巡视整改进展情况的通报

一、关于学习贯彻方面
（一）针对“学习不深入”问题。一是制定《学习办法》，组织专题学习12次，覆盖干部356人。二是开展集中培训，培训党员1200余人，已全部完成。三是建立督学机制，正在推进。
（二）针对“落实不到位”问题。一是印发《工作方案》，细化措施48条。二是对重点任务逐项督办，办结率达到92.5%。
二、关于作风建设方面
（一）针对“作风不实”问题。一是压减会议15次，同比下降8.3%。二是约谈干部23人，给予处分6人。三是开通热线，受理群众诉求2,310件。
（二）针对“监督不力”问题。一是开展专项检查4轮，追缴资金235万元。二是制定《监督清单》，长期坚持。
三、下一步打算
继续巩固整改成果，力争2025年底前完成剩余任务。
"""

Reply = Callable[[list[Asked], Sequence[Message]], Any]


@dataclass
class Scripted:
    """Answers by a function of what is asked, which returns the answer or raises."""

    reply: Reply = lambda asked, messages: answer(messages)
    stats: CallStats = field(default_factory=CallStats)
    requests: list[list[Asked]] = field(default_factory=list)
    messages: list[Sequence[Message]] = field(default_factory=list)
    window: Window = field(default_factory=lambda: Window(proved=True))
    closed: int = 0

    @property
    def asked_texts(self) -> list[str]:
        """The text of every unit that was asked, once for each time."""
        return [one.text for asked in self.requests for one in asked if one.id[0] == "u"]

    async def complete(
        self, request: ChatRequest[Any], account: CallStats | None = None
    ) -> Completion[Any]:
        """One call."""
        counted = [self.stats, *([account] if account else [])]
        for stats in counted:
            stats.calls += 1
            stats.in_flight += 1
        asked = read_request(request.messages)
        self.requests.append(asked)
        self.messages.append(request.messages)
        try:
            await asyncio.sleep(0)
            raw = json.dumps(self.reply(asked, request.messages), ensure_ascii=False)
        finally:
            for stats in counted:
                stats.in_flight -= 1
        for stats in counted:
            stats.prompt_tokens += 100
            stats.completion_tokens += 50
        usage = TokenUsage(100, 0, 50)
        return Completion(request.answer.model_validate_json(raw), raw, usage, "stop")

    async def aclose(self) -> None:
        """Nothing to close."""
        self.closed += 1


def analysis_of(text: str = REPORT) -> Analysis:
    """A report as the engine is given it."""
    import io

    return analyse(read(io.StringIO(text)))


def settings_in(folder: Path, **values: Any) -> Settings:
    """Settings with a cache of their own."""
    return Settings(**{"model": "fake", "cache_dir": folder / "cache", **values})


def draft(
    analysis: Analysis,
    settings: Settings,
    completer: Scripted,
    check: DraftChecker | None = None,
) -> Drafts:
    """A whole run of the engine."""
    maker = (lambda _: check) if check else None
    return asyncio.run(LLMEngine(settings, check=maker, completer=completer).draft(analysis))
