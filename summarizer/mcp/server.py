"""The tools, over the official SDK."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from summarizer import __version__
from summarizer.analysis import analyse
from summarizer.errors import MissingExtraError, SummarizerError
from summarizer.mcp import answers
from summarizer.mcp.folders import Folders
from summarizer.output import Style, by_name
from summarizer.pipeline import asummarize, verify_text
from summarizer.reading import Document, read
from summarizer.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mcp.server import MCPServer

_INSTRUCTIONS = """\
Long Chinese official reports, read by grammars and summarised with every claim checked against the
source. Before you show the user an answer about one of these reports, have `verify` check it: what
it calls contradicted is wrong, and its `nearest` is what the report says. `find_figures` gives a
figure with its sentence, `outline` the units, `summarize` a page. `reports` lists the names that
the tools take as `report`."""

Report = Annotated[str, Field(description="the name of a report, as `reports` lists it")]


def serve(folders: Sequence[Path], settings: Settings) -> None:
    """Serve the tools on standard input and output until the client leaves.

    Raises InputError for what is no folder, MissingExtraError without the SDK.
    """
    server(Folders(folders), settings).run("stdio")


def server(folders: Folders, settings: Settings) -> MCPServer:
    """The server with its tools; only files of `folders` are ever read."""
    try:
        from mcp.server import MCPServer
    except ImportError as error:
        raise MissingExtraError(
            "the Model Context Protocol needs an optional library",
            hint="pip install 'report-summarize[mcp]'",
        ) from error

    made: MCPServer = MCPServer(
        "summarize", instructions=_INSTRUCTIONS, version=__version__, log_level="WARNING"
    )

    @made.tool()
    async def reports() -> list[str]:
        """The names of all reports that can be asked about."""
        return await asyncio.to_thread(folders.names)

    @made.tool()
    async def outline(report: Report) -> answers.OutlineAnswer:
        """The head of a report and the outline of its units, each with its id."""
        with _told():
            document = await asyncio.to_thread(_document, folders, report, settings)
            return answers.outline(await asyncio.to_thread(analyse, document))

    @made.tool()
    async def summarize(
        report: Report, detail: Literal["page", "sections", "full"] = "page"
    ) -> str:
        """A checked summary of a report: one page, or more of it."""
        with _told():
            path = await asyncio.to_thread(folders.path, report)
            summary = await asummarize(path, settings)
            return str(by_name("md").render(summary, Style(lang=settings.lang, detail=detail)))

    @made.tool()
    async def verify(
        report: Report,
        text: Annotated[str, Field(description="the answer to check, Markdown or plain text")],
    ) -> answers.VerifyAnswer:
        """Check a text about a report, claim by claim, against the report itself; no model asks."""
        with _told():
            document = await asyncio.to_thread(_document, folders, report, settings)
            checked = await asyncio.to_thread(verify_text, text, document, lang=settings.lang)
            return answers.verdict(checked)

    @made.tool()
    async def find_figures(
        report: Report,
        query: Annotated[str, Field(description="words, all of which the figure is said of")],
        limit: Annotated[int, Field(ge=1, le=200)] = 20,
    ) -> answers.FiguresAnswer:
        """The figures of a report about something: value, unit, period, and the sentence."""
        with _told():
            path = await asyncio.to_thread(folders.path, report)
            offline = settings.model_copy(update={"engine": "extractive"})
            return answers.figures(await asummarize(path, offline), query, limit)

    return made


def _document(folders: Folders, name: str, settings: Settings) -> Document:
    return read(folders.path(name), encoding=settings.encoding, limits=settings.file_limits)


@contextmanager
def _told() -> Iterator[None]:
    """An error of ours is told to the assistant in its own words; nothing else is."""
    from mcp.server.mcpserver.exceptions import ToolError

    try:
        yield
    except SummarizerError as error:
        raise ToolError(f"{error} ({error.hint})" if error.hint else str(error)) from None
