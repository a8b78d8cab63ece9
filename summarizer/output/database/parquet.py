"""The tables as a folder of Parquet files, one a table."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.errors import OutputError
from summarizer.models import Report
from summarizer.output.database.rows import Row
from summarizer.output.database.spool import Spool
from summarizer.output.database.tables import TABLES, Table, Type
from summarizer.output.frame import PRECISION, SCALE, need_pyarrow
from summarizer.output.style import Style

if TYPE_CHECKING:
    import pyarrow

_GROUP = 100_000  # rows of a group: large enough to read fast, small enough to hold


def gather(path: Path, style: Style) -> Files:
    """A folder of tables over many reports."""
    return Files(path)


class Files:
    """A folder that is made beside its path and takes its place when it is whole."""

    def __init__(self, path: Path) -> None:
        """Raises MissingExtraError without pyarrow, OutputError where a file is in the way."""
        need_pyarrow()
        import pyarrow.parquet as parquet

        if path.exists() and not _is_ours(path):
            raise OutputError(f"cannot write {path}: something else stands there")
        self._parquet = parquet
        self._path = path
        self._spool = Spool(path)

    def add(self, place: int, report: Report) -> None:
        """Keep the rows of one report."""
        self._spool.add(place, report)

    def add_rows(self, place: int, tables: Mapping[str, Sequence[Row]]) -> None:
        """Keep the rows of one report that were made elsewhere."""
        self._spool.add_rows(place, tables)

    def finish(self) -> None:
        """Write a file a table."""
        made = self._spool.folder / "made"
        try:
            made.mkdir()
            for table in TABLES:
                self._write(made, table)
            if self._path.exists():
                self._path.rename(self._spool.folder / "before")
            made.rename(self._path)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise OutputError(f"cannot write {self._path}: {reason}") from error
        finally:
            self.abandon()

    def _write(self, folder: Path, table: Table) -> None:
        import pyarrow as pa

        schema = pa.schema([(name, _type(kind)) for name, kind in table.columns.items()])
        with self._parquet.ParquetWriter(folder / f"{table.name}.parquet", schema) as sink:
            held: list[Row] = []
            for batch in self._spool.batches(table.name):
                held += [_typed(row, table) for row in batch]
                if len(held) >= _GROUP:
                    sink.write_table(pa.Table.from_pylist(held, schema=schema))
                    held = []
            sink.write_table(pa.Table.from_pylist(held, schema=schema))

    def abandon(self) -> None:
        """Leave nothing behind; what stood at the path stays."""
        self._spool.remove()


def _is_ours(path: Path) -> bool:
    """Whether a folder holds nothing but tables of an earlier run."""
    names = {f"{table.name}.parquet" for table in TABLES}
    return path.is_dir() and all(inner.name in names for inner in path.iterdir())


def _type(kind: Type) -> pyarrow.DataType:
    import pyarrow as pa

    types: dict[Type, pyarrow.DataType] = {
        "INTEGER": pa.int32(),
        "VARCHAR": pa.string(),
        "VARCHAR[]": pa.list_(pa.string()),
        "DATE": pa.date32(),
        "DECIMAL(38,9)": pa.decimal128(PRECISION, SCALE),
        "BOOLEAN": pa.bool_(),
        "DOUBLE": pa.float64(),
        "JSON": pa.string(),
    }
    return types[kind]


def _typed(row: Row, table: Table) -> Row:
    return {name: _value(row.get(name), kind) for name, kind in table.columns.items()}


def _value(value: Any, kind: Type) -> Any:
    if value is None:
        return None
    if kind == "DATE":
        return date.fromisoformat(value)
    if kind == "DECIMAL(38,9)":
        return Decimal(value)
    if kind == "JSON":
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return value
