"""Traditional reports: quotations and titles compare as their simplified forms do."""

from __future__ import annotations

import pytest

from summarizer import summarize
from summarizer.analysis import analyse
from summarizer.checking import SourceIndex, Statement, check_statement
from summarizer.engines.extractive import ExtractiveEngine
from summarizer.reading import from_text

pytest.importorskip("opencc", reason="the extra traditional is not installed")

_SOURCE = """糾正案文
壹、被糾正機關：國家安全局。
貳、案由：
一、國安局以「清查黨外陰謀分子」名義，指揮各機關監控異議人士，並依《檔案管理辦法》設「獵明專案」。
二、警總發布「治安特別措施」，責由保安處辦理，會議計召開專案會議73次。
"""


@pytest.mark.parametrize(
    ("statement", "kinds"),
    [
        ("國安局清查「黨外陰謀分子」，設「獵明專案」。", []),
        ("国安局清查“党外阴谋分子”，依《档案管理办法》设“猎明专案”。", []),
        ("國安局依《檔案管理條例》設「獵明專案」。", ["title_altered"]),
        ("國安局清查「黨外陰謀組織」。", ["quotation"]),
    ],
)
def test_quotations_and_titles(statement: str, kinds: list[str]) -> None:
    """Whichever writing a statement is in, what the source prints is not blamed, and else is."""
    index = SourceIndex(analyse(from_text(_SOURCE)))
    unit = next(
        unit for unit in index.units if "獵明" in index.analysis.document.printed(unit.span)
    )
    found = check_statement(Statement(statement, unit), index).findings
    assert [finding.kind for finding in found if finding.severity != "note"] == kinds


_OWN = """監察院行使職權情形
一、陳情案處理情形：經審核相關資料後，扣除屬程序性質書狀，包括送請機關參處216件，屬司法、行政救濟程序228件，併案處理492件。
二、彈劾案4案，彈劾人數4人。
"""


def test_a_summary_in_the_words_of_the_source_is_at_home() -> None:
    """The extracts of a traditional report are found in their units."""
    report = summarize(from_text(_OWN), engine=ExtractiveEngine())
    found = [finding.kind for finding in report.findings if finding.severity != "note"]
    assert found == []
