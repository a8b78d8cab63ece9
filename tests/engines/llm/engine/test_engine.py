"""A whole run: every unit is accounted for, whatever the model does."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from summarizer.engines.base import Drafts, MeasureDraft, Progress, SectionDraft
from summarizer.engines.llm import LLMEngine
from summarizer.engines.llm.client.interface import Message
from summarizer.errors import (
    BudgetError,
    EndpointError,
    InvalidAnswerError,
    PromptTooLongError,
    RefusedError,
    TransientEndpointError,
    TruncatedError,
)
from summarizer.models import Finding
from summarizer.reading.outline.records import Outline
from summarizer.testing.model import Asked, answer
from summarizer.vocabulary import Origin, Severity, Verdict
from tests.engines.llm.engine.scripted import REPORT, Scripted, analysis_of, draft, settings_in

ANALYSIS = analysis_of()
LEAVES = [unit.id for unit in ANALYSIS.outline.leaves()]
SECTIONS = [u.id for u in ANALYSIS.outline.walk() if not (u.is_leaf and u.inline)]
TASKS = len(LEAVES) + sum(not unit.is_leaf for unit in ANALYSIS.outline.walk()) + 1


def origins(drafts: Drafts) -> dict[str, str]:
    return {unit_id: str(measure.origin) for unit_id, measure in drafts.measures.items()}


def kinds(drafts: Drafts, unit_id: str) -> list[str]:
    return [finding.kind for finding in drafts.measures[unit_id].findings]


def changed(change: Callable[[dict[str, Any], Asked], None], word: str) -> Any:
    """A model whose answer is changed for the units that contain a word."""

    def reply(asked: list[Asked], messages: Sequence[Message]) -> Any:
        given = answer(messages)
        for item in given["units"]:
            (one,) = [one for one in asked if one.id == item["id"]]
            if word in one.text:
                change(item, one)
        return given

    return reply


def test_every_unit_has_a_draft(tmp_path: Path) -> None:
    """A run drafts every leaf, every section and the whole report, once each, by the model."""
    drafts = draft(ANALYSIS, settings_in(tmp_path), Scripted())
    assert list(drafts.measures) == LEAVES
    assert set(drafts.sections) == set(SECTIONS)
    assert drafts.overview.summary
    everything = [*drafts.measures.values(), *drafts.sections.values(), drafts.overview]
    assert {one.origin for one in everything} == {Origin.LLM}
    assert all(one.summary for one in everything)
    assert drafts.model == "fake"
    assert drafts.prompt_digest is not None


def test_each_text_is_asked_once(tmp_path: Path) -> None:
    """No unit is asked twice where nothing goes wrong."""
    completer = Scripted()
    draft(ANALYSIS, settings_in(tmp_path), completer)
    assert len(completer.asked_texts) == len(set(completer.asked_texts)) == len(LEAVES)


def test_the_second_run_makes_no_call(tmp_path: Path) -> None:
    """A run answered from the cache gives the same drafts without a call."""
    first = draft(ANALYSIS, settings_in(tmp_path), Scripted())
    completer = Scripted()
    second = draft(ANALYSIS, settings_in(tmp_path, concurrency=3, api_key="other"), completer)
    assert completer.requests == []
    assert (second.measures, second.sections) == (first.measures, first.sections)
    assert second.usage.calls == 0
    assert second.usage.cache_hits == TASKS


def test_an_edited_paragraph_is_asked_alone(tmp_path: Path) -> None:
    """After an edit only the edited unit is asked again, and what stands above it."""
    draft(ANALYSIS, settings_in(tmp_path), Scripted())
    completer = Scripted()
    edited = analysis_of(REPORT.replace("督学机制", "督学督办机制"))
    drafts = draft(edited, settings_in(tmp_path), completer)
    assert completer.asked_texts == ["建立督学督办机制，正在推进。"]
    assert drafts.usage.cache_hits == TASKS - 4


def test_a_moved_paragraph_is_not_asked(tmp_path: Path) -> None:
    """Ids and markers are no part of the key: a unit that moves is still known."""
    draft(ANALYSIS, settings_in(tmp_path), Scripted())
    completer = Scripted()
    moved = REPORT.replace("一是制定《学习办法》", "一是新增一项。二是制定《学习办法》").replace(
        "二是开展集中", "三是开展集中"
    )
    draft(analysis_of(moved.replace("三是建立", "四是建立")), settings_in(tmp_path), completer)
    assert completer.asked_texts == ["新增一项。"]


@pytest.mark.parametrize("mode", ["off", "refresh"])
def test_the_cache_can_be_left_out(tmp_path: Path, mode: str) -> None:
    """With the cache off or refreshed, everything is asked again."""
    draft(ANALYSIS, settings_in(tmp_path), Scripted())
    completer = Scripted()
    draft(ANALYSIS, settings_in(tmp_path, cache=mode), completer)
    assert len(completer.asked_texts) == len(LEAVES)


def test_the_cache_that_is_off_is_never_made(tmp_path: Path) -> None:
    """With the cache off nothing is written."""
    draft(ANALYSIS, settings_in(tmp_path, cache="off"), Scripted())
    assert list(tmp_path.iterdir()) == []


def point(item: dict[str, Any], **values: object) -> None:
    item["points"][0].update(values)


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (lambda item, one: point(item, text=""), "是空的"),
        (lambda item, one: item.update(points=[]), "是空的"),
        (lambda item, one: point(item, text="done"), "不是中文"),
        (lambda item, one: point(item, text="**督办**到位"), "标记符号"),
        (lambda item, one: point(item, text="督办" * 80), "太长"),
        (lambda item, one: point(item, text="f1=重点任务逐项督办"), "不是原文的话"),
        (lambda item, one: point(item, text="春眠不觉晓处处闻啼鸟"), "说的不是这个单元"),
        (lambda item, one: point(item, status="done"), "status"),
        (lambda item, one: item.update(points=item["points"] * 3), "太多"),
        (lambda item, one: item.update(category="misc"), "category"),
        (lambda item, one: item.update(extra=1), "extra"),
        (lambda item, one: item.pop("actors"), "actors"),
        (lambda item, one: item.update(id="u99"), "没有回答"),
    ],
)
def test_only_the_failing_unit_is_asked_again(
    tmp_path: Path, fault: Callable[[dict[str, Any], Asked], object], told: str
) -> None:
    """A unit whose answer does not fit is asked again by itself, with the reason."""
    spoilt: list[str] = []

    def once(item: dict[str, Any], one: Asked) -> None:
        if not spoilt:
            spoilt.append(one.text)
            fault(item, one)

    completer = Scripted(changed(once, "办结率"))
    drafts = draft(ANALYSIS, settings_in(tmp_path), completer)
    again = [text for text in completer.asked_texts if completer.asked_texts.count(text) > 1]
    assert again == spoilt * 2
    (reask,) = [m[-1].content for m in completer.messages if "没有被采用" in m[-1].content]
    assert told in reask
    assert set(origins(drafts).values()) == {"llm"}


def test_a_repeated_id_is_asked_again(tmp_path: Path) -> None:
    """A unit answered twice in one answer counts as not answered."""
    done: list[int] = []

    def reply(asked: list[Asked], messages: Sequence[Message]) -> Any:
        given = answer(messages)
        if given["units"] and not done:
            done.append(1)
            given["units"].append(given["units"][0])
        return given

    completer = Scripted(reply)
    drafts = draft(ANALYSIS, settings_in(tmp_path), completer)
    assert len(completer.asked_texts) == len(LEAVES) + 1
    assert set(origins(drafts).values()) == {"llm"}


def test_asking_again_is_bounded(tmp_path: Path) -> None:
    """A unit that never gets a valid answer falls back to the source, and says so."""
    completer = Scripted(changed(lambda item, one: point(item, text=" "), "办结率"))
    drafts = draft(ANALYSIS, settings_in(tmp_path, reasks=2), completer)
    assert sum("办结率" in text for text in completer.asked_texts) == 3
    assert origins(drafts) == {**dict.fromkeys(LEAVES, "llm"), "1.2.2": "extractive"}
    assert kinds(drafts, "1.2.2") == ["invalid_answer"]
    assert drafts.measures["1.2.2"].summary


def contradicting(word: str) -> Any:
    def check(unit_id: str, given: MeasureDraft | SectionDraft) -> tuple[Finding, ...]:
        if word not in given.summary:
            return ()
        reason = "原文是92.5%"
        return (
            Finding(
                kind="value",
                severity=Severity.ERROR,
                verdict=Verdict.CONTRADICTED,
                claim=word,
                reason=reason,
            ),
        )

    return check


def wrong(item: dict[str, Any], one: Asked) -> None:
    point(item, text="督办重点任务，办结率达到99.5%。")


def test_a_contradicted_draft_is_asked_again_with_the_finding(tmp_path: Path) -> None:
    """The finding is spelled out, and the corrected answer is taken."""
    times: list[int] = []

    def first_time(item: dict[str, Any], one: Asked) -> None:
        times.append(1)
        if len(times) == 1:
            wrong(item, one)

    completer = Scripted(changed(first_time, "办结率"))
    drafts = draft(ANALYSIS, settings_in(tmp_path), completer, contradicting("99.5%"))
    assert drafts.measures["1.2.2"].origin is Origin.LLM
    assert drafts.measures["1.2.2"].findings == ()
    (reask,) = [m[-1].content for m in completer.messages if "没有被采用" in m[-1].content]
    assert re.search(r"你写的：(§\w+)督办重点任务，办结率达到99\.5%。\1", reask)
    assert "原文是92.5%" in reask
    assert "原文：" in reask
    assert "照原文改，或删去这一句" in reask


def test_a_point_that_stays_contradicted_falls_alone(tmp_path: Path) -> None:
    """Asked again once; then the point falls, and points, labels and category of the model stay."""

    def two(item: dict[str, Any], one: Asked) -> None:
        wrong(item, one)
        item["points"].append({"text": "逐项督办重点任务。", "status": "ongoing"})
        item["category"] = "supervision"

    completer = Scripted(changed(two, "办结率"))
    settings, check = settings_in(tmp_path), contradicting("99.5%")
    drafts = draft(ANALYSIS, settings, completer, check)
    measure = drafts.measures["1.2.2"]
    assert [point.text for point in measure.points] == ["逐项督办重点任务。"]
    assert (measure.origin, measure.status, measure.category) == ("llm", "ongoing", "supervision")
    (fallen,) = measure.rejected
    assert fallen.text == "督办重点任务，办结率达到99.5%。"
    assert "原文是92.5%" in fallen.reason
    assert sum("办结率" in text for text in completer.asked_texts) == 2
    second = Scripted()
    again = draft(ANALYSIS, settings, second, check)
    assert second.requests == []
    assert again.measures == drafts.measures


def test_where_no_point_is_left_the_source_stands_in(tmp_path: Path) -> None:
    """The extract stands beside the model's category, the sentence and the reason are shown."""

    def alone(item: dict[str, Any], one: Asked) -> None:
        wrong(item, one)
        item["category"] = "supervision"

    completer = Scripted(changed(alone, "办结率"))
    settings, check = settings_in(tmp_path), contradicting("99.5%")
    drafts = draft(ANALYSIS, settings, completer, check)
    measure = drafts.measures["1.2.2"]
    assert (measure.origin, measure.category) == ("extractive", "supervision")
    assert measure.points
    assert [point.text for point in measure.rejected] == ["督办重点任务，办结率达到99.5%。"]
    assert kinds(drafts, "1.2.2") == ["rejected_draft"]
    assert {finding.verdict for finding in measure.findings} == {Verdict.SUPPORTED}
    assert "原文是92.5%" in measure.findings[-1].reason
    second = Scripted()
    again = draft(ANALYSIS, settings, second, check)
    assert second.requests == []
    assert again.measures == drafts.measures


def test_a_reask_that_fails_keeps_what_stands(tmp_path: Path) -> None:
    """Where the second answer never comes, the first stands without what is contradicted."""

    def reply(asked: list[Asked], messages: Sequence[Message]) -> Any:
        if "没有被采用" in messages[-1].content:
            raise TransientEndpointError("503")
        given = answer(messages)
        for item in given["units"]:
            if "办结率" in item["points"][0]["text"]:
                wrong(item, asked[0])
                item["points"].append({"text": "逐项督办重点任务。", "status": "ongoing"})
        return given

    drafts = draft(ANALYSIS, settings_in(tmp_path), Scripted(reply), contradicting("99.5%"))
    assert [point.text for point in drafts.measures["1.2.2"].points] == ["逐项督办重点任务。"]
    assert len(drafts.measures["1.2.2"].rejected) == 1


def test_cached_answers_are_checked_by_the_current_checker(tmp_path: Path) -> None:
    """An answer that a newer checker contradicts is asked again, and only that."""
    settings = settings_in(tmp_path)
    draft(ANALYSIS, settings, Scripted(changed(wrong, "办结率")))
    completer = Scripted()
    drafts = draft(ANALYSIS, settings, completer, contradicting("99.5%"))
    assert [text[:4] for text in completer.asked_texts] == ["对重点任"]
    assert drafts.measures["1.2.2"].origin is Origin.LLM


def test_a_contradicted_section_is_asked_again(tmp_path: Path) -> None:
    """Sections and the whole report are checked like units."""

    def reply(asked: list[Asked], messages: Sequence[Message]) -> Any:
        given = answer(messages)
        for section in given["sections"] + given["overview"]:
            section["summary"] = "制定《学习办法》，督办压减，完成99.5%。"
        return given

    completer = Scripted(reply)
    drafts = draft(ANALYSIS, settings_in(tmp_path), completer, contradicting("99.5%"))
    assert drafts.overview.origin is Origin.EXTRACTIVE
    assert [finding.kind for finding in drafts.overview.findings] == ["rejected_draft"]
    assert drafts.sections["1.1"].origin is Origin.EXTRACTIVE
    assert set(origins(drafts).values()) == {"llm"}


def failing(word: str, error: Exception) -> Any:
    def reply(asked: list[Asked], messages: Sequence[Message]) -> Any:
        if any(word in one.text for one in asked if one.id[0] == "u"):
            raise error
        return answer(messages)

    return reply


def test_a_refused_unit_is_found_by_halving(tmp_path: Path) -> None:
    """A refusal costs only the refused unit, which is marked; the others are summarised."""
    completer = Scripted(failing("办结率", RefusedError("declined")))
    drafts = draft(ANALYSIS, settings_in(tmp_path, concurrency=1), completer)
    assert origins(drafts) == {**dict.fromkeys(LEAVES, "llm"), "1.2.2": "extractive"}
    assert kinds(drafts, "1.2.2") == ["refused"]
    assert drafts.usage.refused == 1


def test_a_cut_answer_splits_the_chunk(tmp_path: Path) -> None:
    """An answer cut at the token limit is not repeated but halved."""

    def reply(asked: list[Asked], messages: Sequence[Message]) -> Any:
        if sum(one.id[0] == "u" for one in asked) > 2:
            raise TruncatedError("cut")
        return answer(messages)

    completer = Scripted(reply)
    drafts = draft(ANALYSIS, settings_in(tmp_path, concurrency=1), completer)
    assert set(origins(drafts).values()) == {"llm"}
    sizes = [len([one for one in asked if one.id[0] == "u"]) for asked in completer.requests]
    assert sizes[0] == len(LEAVES)


@pytest.mark.parametrize(
    ("error", "kind", "most"),
    [
        (TruncatedError("cut"), "truncated", 20),
        (InvalidAnswerError("no JSON"), "invalid_answer", 20),
        (TransientEndpointError("503"), "endpoint_failed", 3),
        (BudgetError("spent"), "budget_reached", 3),
        (RefusedError("declined"), "refused", 3),
        (PromptTooLongError("8192 tokens"), "too_long", 3),
    ],
)
def test_a_model_that_never_answers_leaves_the_source(
    tmp_path: Path, error: Exception, kind: str, most: int
) -> None:
    """Where nothing is ever answered, every unit is extractive and says why, in bounded calls."""
    completer = Scripted(failing("", error))
    drafts = draft(ANALYSIS, settings_in(tmp_path, concurrency=1), completer)
    assert set(origins(drafts).values()) == {"extractive"}
    assert all(kinds(drafts, leaf) == [kind] for leaf in LEAVES)
    assert completer.stats.calls <= most * len(LEAVES) // 3


def test_an_endpoint_that_cannot_be_used_ends_the_run(tmp_path: Path) -> None:
    """A wrong key or model is no fault of a unit: the run stops at the first such error."""
    completer = Scripted(failing("", EndpointError("wrong key")))
    with pytest.raises(EndpointError, match="wrong key"):
        draft(ANALYSIS, settings_in(tmp_path), completer)


def test_answers_before_a_stop_are_kept(tmp_path: Path) -> None:
    """What was answered before the run ended is not asked again."""
    settings = settings_in(tmp_path, concurrency=4)
    with pytest.raises(EndpointError):
        draft(ANALYSIS, settings, Scripted(failing("热线", EndpointError("gone"))))
    completer = Scripted()
    draft(ANALYSIS, settings, completer)
    assert 0 < len(completer.asked_texts) < len(LEAVES)


def test_identical_units_are_asked_once(tmp_path: Path) -> None:
    """The same text in the same place of two sections is one question."""
    twice = "一、关于学习方面\n一是制定《学习办法》。二是开展培训3次。\n"
    analysis = analysis_of(twice + twice.replace("一、", "二、", 1))
    completer = Scripted()
    drafts = draft(analysis, settings_in(tmp_path), completer)
    assert sorted(completer.asked_texts) == ["制定《学习办法》。", "开展培训3次。"]
    assert list(drafts.measures) == ["1.1", "1.2", "2.1", "2.2"]


def test_texts_in_flight_are_asked_once(tmp_path: Path) -> None:
    """Two reports drafted at once by one engine ask for what they share once."""
    completer = Scripted()
    engine = LLMEngine(settings_in(tmp_path, cache="off"), completer=completer)

    async def both() -> list[Drafts]:
        return list(await asyncio.gather(engine.draft(ANALYSIS), engine.draft(ANALYSIS)))

    first, second = asyncio.run(both())
    assert len(completer.asked_texts) == len(LEAVES)
    assert (first.measures, first.sections) == (second.measures, second.sections)


def test_an_oversized_unit_is_asked_in_parts(tmp_path: Path) -> None:
    """A unit beyond the budget is cut at sentence ends and its answers are merged into one."""
    sentences = [f"第{number}批整改任务已经部署到各个单位和乡镇街道。" for number in range(300)]
    analysis = analysis_of("一、整改情况\n" + "".join(sentences) + "\n")
    completer = Scripted()
    drafts = draft(analysis, settings_in(tmp_path, chunk_tokens=1000), completer)
    assert list(drafts.measures) == ["1"]
    texts = completer.asked_texts
    assert len(texts) > 3
    assert all(text.endswith("。") for text in texts)
    assert "".join(texts).replace("\n", "") == "整改情况" + "".join(sentences)
    assert drafts.measures["1"].origin is Origin.LLM
    assert len(drafts.measures["1"].summary) <= 170


def test_labels_sit_at_the_figures_of_the_source(tmp_path: Path) -> None:
    """A label is bound to its figure by id, so that the position comes from the source."""

    def label(item: dict[str, Any], one: Asked) -> None:
        item["labels"] = [{"id": "f1", "label": "有关领域"}, {"id": "f9", "label": "没有这个"}]

    analysis = analysis_of("一、整改情况\n外出考察8次，围绕区七大产业链开展调研，形成报告。\n")
    drafts = draft(analysis, settings_in(tmp_path), Scripted(changed(label, "产业链")))
    ((start, text),) = drafts.measures["1"].labels.items()
    assert text == "有关领域"
    assert analysis.document.text[start:].startswith("七大产业链")


def test_progress_ends_at_the_total(tmp_path: Path) -> None:
    """The listener sees every leaf done once, and never more than there are."""
    seen: list[Progress] = []
    engine = LLMEngine(settings_in(tmp_path), progress=seen.append, completer=Scripted())
    asyncio.run(engine.draft(ANALYSIS))
    done = [progress.done for progress in seen]
    assert done == sorted(done)
    assert (seen[-1].done, seen[-1].total) == (len(LEAVES), len(LEAVES))
    assert max(progress.in_flight for progress in seen) > 0


def test_a_text_without_units_makes_no_call(tmp_path: Path) -> None:
    """Where there is nothing to summarise, nothing is asked."""
    completer = Scripted()
    empty = replace(ANALYSIS, outline=Outline(()))
    drafts = draft(empty, settings_in(tmp_path), completer)
    assert completer.requests == []
    assert drafts.measures == {}


def test_usage_counts_what_was_spent(tmp_path: Path) -> None:
    """Calls and tokens of the run are those of the completer since it began."""
    completer = Scripted()
    completer.stats.calls = 7
    drafts = draft(ANALYSIS, settings_in(tmp_path), completer)
    assert drafts.usage.calls == completer.stats.calls - 7
    assert drafts.usage.prompt_tokens == 100 * drafts.usage.calls


def test_a_long_report_is_rolled_up_in_waves(tmp_path: Path) -> None:
    """Where sections hold more than a request can, those below them come first."""
    parts = [
        f"（{'一二三四五六七八九十'[n % 10]}）关于第{n}批整改任务的落实\n"
        + "".join(f"{m}是完成{n}号方案的{m}项部署和督办。" for m in "一二三四五六七八九")
        for n in range(40)
    ]
    analysis = analysis_of("一、整改情况\n" + "\n".join(parts) + "\n二、下一步打算\n继续整改。\n")
    completer = Scripted()
    drafts = draft(analysis, settings_in(tmp_path, chunk_tokens=300), completer)
    assert len(drafts.measures) > 300
    everything = [*drafts.measures.values(), *drafts.sections.values(), drafts.overview]
    assert {one.origin for one in everything} == {Origin.LLM}
    assert max(len(messages[-1].content) for messages in completer.messages) < 1500
