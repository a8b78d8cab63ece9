"""Many machines: a stage of Ray Data from paths or rows to the tables of `docs/database.md`.

    from summarizer.ray import run, summarize_all

    run(paths, "tables/", settings)               # shard by shard; what is there is not repeated
    summarize_all(ray.data.from_items(rows))      # or a stage of your own pipeline

Needs the extra `ray`. Settings travel without their key: an actor reads OPENAI_API_KEY from the
environment of its own machine.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from summarizer.corpus.finished import Keys, digest
from summarizer.corpus.walk import Input
from summarizer.errors import InternalError, MissingExtraError, SummarizerError, UsageError
from summarizer.output import atomic
from summarizer.output.database.rows import Row, rows_of
from summarizer.output.database.tables import TABLES
from summarizer.settings import Settings

if TYPE_CHECKING:
    from ray.data import Dataset

    from summarizer.models import Report
    from summarizer.reading.reader import Source

CPUS = 0.5
"""Of a core for an actor: Ray's own tasks (reading, writing) need slots too, and with whole cores
two actors on two cores would leave none: the pipeline would wait for itself."""
BATCH = 32  # reports an actor is given at once: with an endpoint these share its calls
SHARD = 2_000  # reports of a shard: what is lost with the driver is at most one


def summarize_all(
    rows: Dataset, settings: Settings | None = None, *, actors: int | None = None
) -> Dataset:
    """A row a report, of rows with `report` (its number, from 1) and either `path`, or `name` with
    `text` or `bytes`.

    Each has `report`, `name`, `error` (empty, or one line: a report that cannot be read stops
    nothing) and `tables`, its rows by table as JSON. `actors` are as many as there are cores.
    """
    ray = _ray()
    count = actors or _cores(ray)
    return rows.map_batches(
        _Actor,
        fn_constructor_args=(settings or Settings(),),
        batch_size=BATCH,
        batch_format="numpy",
        compute=ray.data.ActorPoolStrategy(size=count),
        num_cpus=CPUS,
    )


def rows_of_table(summarized: Dataset, table: str) -> Dataset:
    """The rows of one table, to be written by all machines at once (`.write_parquet(…)`).

    Values are as in JSON: decimals and days as text. Raises UsageError for an unknown table.
    """
    known = [one.name for one in TABLES]
    if table not in known:
        raise UsageError(f"there is no table {table}: one of {', '.join(known)}")
    return summarized.flat_map(_TableRows(table))


def gather(summarized: Dataset, path: str | Path) -> dict[str, str]:
    """Write the folder of Parquet tables that `summarize … -o PATH.parquet` writes, and return why
    others could not be made, by name. Raises OutputError, MissingExtraError."""
    from summarizer.output.database.parquet import Files

    made = Files(Path(path))
    errors: dict[str, str] = {}
    try:
        for row in summarized.iter_rows():
            if row["error"]:
                errors[row["name"]] = row["error"]
            else:
                made.add_rows(int(row["report"]) - 1, json.loads(row["tables"]))
        made.finish()
    except BaseException:
        made.abandon()
        raise
    return errors


def run(
    paths: Sequence[str | Path],
    folder: str | Path,
    settings: Settings | None = None,
    *,
    shard: int = SHARD,
    actors: int | None = None,
) -> dict[str, str]:
    """Summarise all paths into `folder`, a folder of tables for every `shard` of them; returns why
    some could not be made, by name.

    Numbers of reports go on over the shards, so that `read_parquet('folder/*/figures.parquet')` is
    one table. A shard is written whole or not at all, and one that is there, made of the same files
    by this version with these settings, is passed over: after a lost driver the same call goes on.
    Ray itself works a lost node's reports again.
    """
    ray = _ray()
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    errors: dict[str, str] = {}
    keys = Keys(settings or Settings())
    for start in range(0, len(paths), shard):
        target = folder / f"shard-{start // shard:06d}.parquet"
        told = target.with_suffix(".json")
        part = paths[start : start + shard]
        key = digest(*(f"{one} {keys.of(Input(str(one), PurePath(one)))}" for one in part))
        made = _shard(told)
        if not target.exists() or made.get("key") != key:
            told.unlink(missing_ok=True)
            items = [{"report": start + at, "path": str(one)} for at, one in enumerate(part, 1)]
            # Many small blocks, so that no actor waits for another's last one.
            blocks = min(len(items), max(len(items) // BATCH, _cores(ray) * 4))
            rows = ray.data.from_items(items, override_num_blocks=blocks)
            summarized = summarize_all(rows, settings, actors=actors)
            failed = gather(summarized, target)
            made = {"key": key, "errors": failed}
            atomic.write(told, json.dumps(made, ensure_ascii=False))
        errors |= made["errors"]
    return errors


def _shard(told: Path) -> dict[str, Any]:
    """What is told of a shard that was written; empty where nothing is."""
    try:
        made = json.loads(told.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return made if isinstance(made, dict) else {}


class _Actor:
    """Summarises batches; one of these lives in each process of the pool."""

    def __init__(self, settings: Settings) -> None:
        # The key stayed at home: this machine has its own.
        self._settings = settings.model_copy(update={"api_key": Settings().api_key})

    def __call__(self, batch: dict[str, Any]) -> dict[str, Any]:
        given = [dict(zip(batch, row, strict=True)) for row in zip(*batch.values(), strict=True)]
        made = list(self._made(given))
        return {
            "report": [int(row["report"]) for row in given],
            "name": [_name(row) for row in given],
            "error": [error for _, error in made],
            "tables": [tables for tables, _ in made],
        }

    def _made(self, given: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
        """The tables of each row as JSON, or the error that stands in their place."""
        if self._settings.chosen_engine == "llm":
            outcomes = asyncio.run(_asked([_source(row) for row in given], self._settings))
        else:
            outcomes = (_summarized(row, self._settings) for row in given)
        for row, outcome in zip(given, outcomes, strict=True):
            if isinstance(outcome, SummarizerError):
                yield "{}", str(outcome)
            else:
                yield json.dumps(rows_of(outcome, int(row["report"])), default=str), ""


def _summarized(row: dict[str, Any], settings: Settings) -> Report | SummarizerError:
    from summarizer.pipeline import summarize

    try:
        return summarize(_source(row), settings)
    except SummarizerError as error:
        return error
    except Exception as error:  # one bad report never stops the others
        return InternalError.of(error)


async def _asked(sources: list[Source], settings: Settings) -> Iterable[Report | SummarizerError]:
    """The reports of a batch against an endpoint, their calls in flight together."""
    from summarizer.corpus.run import run as run_all

    found: dict[int, Report | SummarizerError] = {}
    async for outcome in run_all(sources, settings):
        made = outcome.report or outcome.error
        if made is not None:
            found[outcome.place] = made
    return [found[place] for place in range(len(sources))]


class _TableRows:
    """A report's rows of one table; a class of this module, which every machine has."""

    def __init__(self, table: str) -> None:
        self._table = table

    def __call__(self, row: dict[str, Any]) -> list[Row]:
        return list(json.loads(row["tables"]).get(self._table, ()))


def _source(row: dict[str, Any]) -> Source:
    from summarizer.reading import from_text

    if row.get("path"):
        return Path(str(row["path"]))
    if row.get("text") is not None:
        return from_text(str(row["text"]), name=_name(row))
    return bytes(row["bytes"])


def _name(row: dict[str, Any]) -> str:
    return str(row.get("name") or row.get("path") or f"report {row['report']}")


def _cores(ray: Any) -> int:
    return max(1, int(ray.cluster_resources().get("CPU", 1)))


def _ray() -> Any:
    """Ray with its data library. Raises MissingExtraError without it."""
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise MissingExtraError(
            "many machines need an optional library", hint="pip install 'report-summarize[ray]'"
        ) from error
    return ray
