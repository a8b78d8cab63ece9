"""The tables as a DuckDB file, with keys and views."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from summarizer.errors import MissingExtraError, OutputError
from summarizer.models import Report
from summarizer.output.database.spool import Spool
from summarizer.output.database.tables import TABLES, VIEWS, Table
from summarizer.output.style import Style


def gather(path: Path, style: Style) -> Database:
    """A database over many reports."""
    return Database(path)


class Database:
    """A DuckDB file that is made beside its path and takes its place when it is whole."""

    def __init__(self, path: Path) -> None:
        """Raises MissingExtraError without the library."""
        self._duckdb = _library()
        self._path = path
        self._spool = Spool(path)

    def add(self, place: int, report: Report) -> None:
        """Keep the rows of one report."""
        self._spool.add(place, report)

    def finish(self) -> None:
        """Load the rows, table by table, and make the views."""
        made = self._spool.folder / "made.duckdb"
        try:
            with self._duckdb.connect(str(made)) as connection:
                for table in TABLES:
                    self._load(connection, table)
                for name, query in VIEWS.items():
                    connection.execute(f"CREATE VIEW {name} AS {query}")
            Path(made).replace(Path(self._path).resolve())
        except (OSError, self._duckdb.Error) as error:
            reason = " ".join(str(error).split())[:200]
            raise OutputError(f"cannot write {self._path}: {reason}") from error
        finally:
            self.abandon()

    def _load(self, connection: Any, table: Table) -> None:
        columns = [f'"{name}" {kind}' for name, kind in table.columns.items()]
        columns.append(f"PRIMARY KEY ({_names(table.key)})")
        if table.name != "reports":
            columns.append("FOREIGN KEY (report) REFERENCES reports (report)")
        connection.execute(f"CREATE TABLE {table.name} ({', '.join(columns)})")
        connection.execute(f"COMMENT ON TABLE {table.name} IS '{table.about}'")
        rows = self._spool.ordered(table.name)
        if rows.stat().st_size:
            # Typed by the table alone; what does not fit is an error, never guessed at.
            kinds = ", ".join(f"'{name}': '{kind}'" for name, kind in table.columns.items())
            connection.execute(
                f"INSERT INTO {table.name} SELECT {_names(tuple(table.columns))} "  # noqa: S608 (names of this package)
                f"FROM read_json(?, format = 'newline_delimited', columns = {{{kinds}}}, "
                "maximum_object_size = 1073741824)",
                [str(rows)],
            )
        rows.unlink()

    def abandon(self) -> None:
        """Leave nothing behind; what stood at the path stays."""
        self._spool.remove()


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


def _library() -> Any:
    try:
        import duckdb
    except ImportError as error:
        raise MissingExtraError(
            "writing .duckdb needs an optional library",
            hint="pip install 'report-summarize[duckdb]'",
        ) from error
    return duckdb
