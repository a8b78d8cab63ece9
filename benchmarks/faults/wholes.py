"""Faults of a whole summary: a measure omitted 31, duplicated 32, merged 33, invented 34."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from faults.corpus import Source
from faults.records import Split, digest
from summarizer.models import Measure, Report, Section, Span

# No figures, titles or names, so that only the measure itself can be found wanting.
_INVENTED = (
    "对辖区公园绿地开展补植增绿，更换破损座椅和照明设施。",
    "组织青年志愿者到敬老院开展义务理发和文艺演出。",
    "推广校园营养餐，定期公布食材采购渠道。",
    "整治沿街户外广告，拆除存在安全隐患的招牌。",
    "开展图书漂流活动，在公交站点设置阅读角。",
    "为残疾人家庭实施无障碍改造，配发辅助器具。",
    "改造农贸市场通风排水设施，实行摊位星级评定。",
    "推行垃圾分类积分兑换，设置可回收物投放点。",
    "开展古树名木保护，逐株落实养护责任人。",
    "开通夜间公交线路，方便职工下班出行。",
    "建立流浪动物收容点，规范养犬登记。",
    "举办非遗技艺展演，扶持手工作坊。",
)


@dataclass(frozen=True, slots=True)
class WholeFault:
    """A summary of a whole report with one fault; `units` are those it concerns."""

    kind: int
    report: str
    units: tuple[str, ...]
    summary: Report
    change: str

    @property
    def split(self) -> Split:
        """By the first unit concerned."""
        return "tune" if digest("split", self.report, self.units[0]) % 2 else "held-out"


def _rebuilt(report: Report, change: Callable[[Measure], tuple[Measure, ...]]) -> Report:
    def section(old: Section) -> Section:
        return old.model_copy(
            update={
                "sections": tuple(section(below) for below in old.sections),
                "measures": tuple(new for measure in old.measures for new in change(measure)),
            }
        )

    return report.model_copy(update={"sections": tuple(section(s) for s in report.sections)})


def _told(measure: Measure, summary: str) -> Measure:
    return measure.model_copy(
        update={"summary": summary, "figures": (), "dates": (), "documents": (), "findings": ()}
    )


def _omitted(report: Report, gone: Measure) -> Report:
    return _rebuilt(report, lambda m: () if m.id == gone.id else (m,))


def _duplicated(report: Report, first: Measure, second: Measure) -> Report:
    return _rebuilt(report, lambda m: (_told(m, first.summary),) if m.id == second.id else (m,))


def _merged(report: Report, first: Measure, second: Measure) -> Report:
    both = first.summary.rstrip("。；") + "；" + second.summary

    def change(measure: Measure) -> tuple[Measure, ...]:
        if measure.id == second.id:
            return ()
        return (_told(measure, both),) if measure.id == first.id else (measure,)

    return _rebuilt(report, change)


def _invented(report: Report, after: Measure, text: str) -> Report:
    parent, _, last = after.id.rpartition(".")
    place = Span(start=after.span.end, end=after.span.end)
    new = _told(after, text).model_copy(
        update={"id": f"{parent}.{int(last) + 40}".lstrip("."), "span": place, "actors": ()}
    )
    return _rebuilt(report, lambda m: (m, new) if m.id == after.id else (m,))


def whole_faults(source: Source) -> Iterator[WholeFault]:
    """Every fault of kinds 31 to 34 in the extractive summary of one report."""
    report, name = source.report, source.name
    measures = report.measures
    for place, measure in enumerate(measures):
        yield WholeFault(
            31, name, (measure.id,), _omitted(report, measure), f"{measure.id} left out"
        )
        text = _INVENTED[place % len(_INVENTED)]
        changed = _invented(report, measure, text)
        yield WholeFault(34, name, (measure.id,), changed, f"after {measure.id}: {text}")
    for first, second in pairwise(measures):
        units = (second.id, first.id)
        if first.summary == second.summary:
            continue
        changed = _duplicated(report, first, second)
        yield WholeFault(32, name, units, changed, f"{second.id} says what {first.id} says")
        if first.id.rpartition(".")[0] == second.id.rpartition(".")[0]:
            changed = _merged(report, first, second)
            yield WholeFault(33, name, units, changed, f"{second.id} told under {first.id}")
