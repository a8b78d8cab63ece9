"""One database over many reports: its tables, keys and views, and the questions of the docs."""

from __future__ import annotations

import io
import re
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from summarizer import Report, Settings, summarize
from summarizer.errors import OutputError
from summarizer.models import AuditFinding
from summarizer.output import Style
from summarizer.output.database.tables import TABLES, VIEWS
from summarizer.output.many import gathering
from summarizer.vocabulary import Severity
from tests import bundled
from tests.conftest import REPORTS, ROOT

duckdb = pytest.importorskip("duckdb", reason="the extra duckdb is not installed")

EXTRACTIVE = Settings(engine="extractive")
OLD = (
    "关于整改情况的通报\n\n一、整改情况\n"
    "（一）细化整改措施120条，制定制度30项，清退资金12.5万元，群众满意度达到96%。\n"
    "（二）全面清理历年拖欠的工程款项并逐笔建立台账，已经全部支付到位，涉及施工企业37家。\n"
    "（三）安全生产责任制尚未完全落实，仍需持续整改。\n\n中共某县委\n2019年7月1日\n"
)
NEW = OLD.replace("120条", "150条").replace("2019年", "2025年")


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    """The bundled reports, and two of the same office in two years."""
    made = [bundled.summary(path) for path in REPORTS[:3]]
    old, new = (summarize(io.StringIO(text), EXTRACTIVE) for text in (OLD, NEW))
    told = AuditFinding(
        kind="sum", severity=Severity.WARNING, message="合计不等于各项之和", spans=()
    )
    return [*made, old.model_copy(update={"audit": (told,)}), new]


def _gathered(path: Path, reports: list[Report], order: list[int]) -> Path:
    opener = gathering(path)
    assert opener is not None
    made = opener(path, Style())
    for place in order:
        made.add(place, reports[place])
    made.finish()
    return path


@pytest.fixture(scope="module")
def connection(reports, tmp_path_factory: pytest.TempPathFactory):
    """A database of them all, given in no order."""
    path = tmp_path_factory.mktemp("database") / "all.duckdb"
    _gathered(path, reports, [2, 0, 4, 3, 1])
    assert [other.name for other in path.parent.iterdir()] == ["all.duckdb"]
    with duckdb.connect(str(path), read_only=True) as opened:
        yield opened


def test_every_table_holds_what_the_reports_hold(connection, reports: list[Report]):
    """Rows of each table are counted against the reports, and stand in the order of the inputs."""

    def count(table: str) -> int:
        return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608

    assert count("reports") == len(reports)
    assert count("measures") == sum(len(report.measures) for report in reports)
    assert count("figures") == sum(len(report.figures) for report in reports) > 200
    assert count("points") == sum(len(m.points) for r in reports for m in r.measures)
    assert count("sections") == sum(len(list(report.walk())) for report in reports)
    assert count("open_items") == sum(len(report.overview.open) for report in reports)
    assert count("tables") == sum(len(report.tables) for report in reports)
    names = [row[0] for row in connection.execute("SELECT name FROM reports").fetchall()]
    assert names == [report.source.name for report in reports]


def test_values_are_decimals_and_days_are_dates(connection, reports: list[Report]):
    """Types are those of the database, exact, with the place of every value."""
    query = (
        "SELECT value, span_start, period_start FROM figures WHERE report = 1 ORDER BY span_start"
    )
    rows = connection.execute(query).fetchall()
    for (value, start, _), figure in zip(rows, reports[0].figures, strict=True):
        assert isinstance(value, Decimal)
        assert value == figure.value
        assert start == figure.span.start
    issued = connection.execute("SELECT issued_on FROM reports WHERE report = 5").fetchone()[0]
    assert issued == date(2025, 7, 1)


def test_keys_hold(connection):
    """Each table has the key that the docs name, and every row a report."""
    page = (ROOT / "docs" / "database.md").read_text(encoding="utf-8")
    for table in TABLES:
        assert f"`{table.name}`" in page
        query = "SELECT constraint_column_names FROM duckdb_constraints() WHERE table_name = ? AND constraint_type = 'PRIMARY KEY'"
        assert tuple(connection.execute(query, [table.name]).fetchone()[0]) == table.key
        assert ", ".join(table.key) in page
    for view in VIEWS:
        assert f"`{view}`" in page
        connection.execute(f"SELECT * FROM {view}").fetchall()  # noqa: S608


_QUERIES = re.findall(
    r"([^\n]+):\n\n```sql\n(.*?)```",
    (ROOT / "docs" / "database.md").read_text(encoding="utf-8"),
    re.DOTALL,
)
_EXPECTED = {
    "One indicator by year": lambda rows: (
        {(2019, 120), (2025, 150)} <= {(r[0], r[2]) for r in rows}
    ),
    "How an indicator moved": lambda rows: any(30 in row for row in rows),
    "Who set up": lambda rows: any(row[1] > 0 for row in rows),
    "Open items older": lambda rows: (
        rows[0][2].year == 2020 and all(row[2] < date.today() - timedelta(days=364) for row in rows)
    ),
    "Reports whose totals": lambda rows: (
        ("sum", "合计不等于各项之和") in [row[1:] for row in rows]
        and ("jinghu-2025.txt", "conflict") in [row[:2] for row in rows]
    ),
    "Repeated passages": lambda rows: any("拖欠的工程款项" in row[2] for row in rows),
    "How far the measures": lambda rows: sum(row[2] for row in rows) > 100,
    "Money": lambda rows: any(row[1] >= 250000 for row in rows),
    "Documents that several": lambda rows: all(row[1] > 1 for row in rows),
    "Summaries not to be": lambda rows: all(row[2] == "contradicted" for row in rows),
}


def test_there_are_ten_questions():
    """Each question of the page has its expectation here."""
    assert len(_QUERIES) == 10
    assert {next(k for k in _EXPECTED if title.startswith(k)) for title, _ in _QUERIES} == set(
        _EXPECTED
    )


@pytest.mark.parametrize(("title", "query"), _QUERIES, ids=lambda value: value[:18])
def test_the_questions_of_the_page(connection, title: str, query: str):
    """Each query of the docs runs as it stands and answers its question."""
    rows = connection.execute(query).fetchall()
    expected = next(check for name, check in _EXPECTED.items() if title.startswith(name))
    assert expected(rows), rows[:5]


def test_parquet_holds_the_same_tables(connection, reports: list[Report], tmp_path: Path):
    """The folder of Parquet files has the same rows, whatever order the reports came in."""
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    folder = _gathered(tmp_path / "all.parquet", reports, [4, 3, 2, 1, 0])
    for table in TABLES:
        rows = connection.execute(f"SELECT * FROM {table.name}").fetchall()  # noqa: S608
        path = folder / f"{table.name}.parquet"
        assert duckdb.sql(f"SELECT * FROM '{path}'").fetchall() == rows  # noqa: S608
    first = (folder / "figures.parquet").read_bytes()
    _gathered(folder, reports, [0, 1, 2, 3, 4])
    assert (folder / "figures.parquet").read_bytes() == first
    assert [path.name for path in tmp_path.iterdir()] == ["all.parquet"]


def test_what_stands_in_the_way_is_left_alone(reports: list[Report], tmp_path: Path):
    """A folder of something else is not replaced; an abandoned file leaves nothing."""
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    other = tmp_path / "all.parquet"
    other.mkdir()
    (other / "thesis.docx").write_text("mine")
    opener = gathering(other)
    assert opener is not None
    with pytest.raises(OutputError, match="something else"):
        opener(other, Style())
    database = tmp_path / "all.duckdb"
    opener = gathering(database)
    assert opener is not None
    made = opener(database, Style())
    made.add(0, reports[0])
    made.abandon()
    assert [path.name for path in tmp_path.iterdir()] == ["all.parquet"]


def test_one_report_is_a_database_too(reports: list[Report], tmp_path: Path):
    """`save` knows the suffix."""
    reports[3].save(tmp_path / "one.duckdb")
    with duckdb.connect(str(tmp_path / "one.duckdb"), read_only=True) as opened:
        assert opened.execute("SELECT count(*) FROM reports").fetchone() == (1,)
