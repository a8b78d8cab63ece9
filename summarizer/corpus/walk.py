"""The inputs that paths stand for: files as they are, folders with all reports below them."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from summarizer.errors import InputError
from summarizer.files import is_regular, opened

STANDARD = "-"

# By these a file in a folder is taken for a report; a file that is named is read whatever it is
# called. `.doc` and others that cannot be read are not passed over in silence when they are named.
SUFFIXES = frozenset(
    {".txt", ".text", ".md", ".docx", ".pdf"}
    | {".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml"}
)
_OWN = ".source.txt"  # what the program writes beside a report made from another format
_MADE_HERE = b'<meta name="generator" content="report-summarize">'
_HEAD = 1024
"""Bytes of a page in which its generator stands: ours is in the first 500."""
_LEFT_BY_EDITORS = ("~$", ".", "#")


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read (`-` is standard input), and what its result is called below a folder.

    `name` has no suffix; of a file found below a folder it holds the folders between.
    """

    path: str
    name: PurePath

    @property
    def source(self) -> str | Path:
        """What `read` is to be given."""
        return source_of(self.path)


def source_of(path: str) -> str | Path:
    """A path of the command line as a source: a file even where its name holds a line end."""
    return path if path == STANDARD else Path(path)


@dataclass(frozen=True, slots=True)
class Found:
    """The inputs in order, the folders that gave none, and whether any folder was walked."""

    inputs: tuple[Input, ...]
    problems: tuple[tuple[str, InputError], ...] = ()
    walked: bool = False


def find_inputs(paths: Iterable[str], *, ignored: Collection[str] = ()) -> Found:
    """The files, and the reports below the folders, each folder in the order of names.

    Files and folders that begin with a dot, links to folders, and what is `ignored` (real paths of
    files or folders: the results of this run) are not looked at. Never raises.
    """
    inputs: list[Input] = []
    problems: list[tuple[str, InputError]] = []
    walked = False
    for path in paths:
        if path == STANDARD or not Path(path).is_dir():
            inputs.append(Input(path, PurePath("stdin" if path == STANDARD else Path(path).stem)))
            continue
        walked = True
        below = list(_below(path, ignored, problems))
        inputs += below
        if not below:
            known = " ".join(sorted(SUFFIXES))
            problems.append((path, InputError(f"{path}: no report in this folder ({known})")))
    return Found(tuple(_told_apart(inputs)), tuple(problems), walked)


def _told_apart(inputs: list[Input]) -> Iterator[Input]:
    """The inputs; where `x.txt` and `x.pdf` would give one name, the names keep their suffixes."""
    paths: dict[PurePath, set[str]] = {}
    for one in inputs:
        paths.setdefault(one.name, set()).add(one.path)
    for one in inputs:
        if len(paths[one.name]) > 1:
            yield Input(one.path, one.name.with_name(PurePath(one.path).name))
        else:
            yield one


def _below(
    folder: str, ignored: Collection[str], problems: list[tuple[str, InputError]]
) -> Iterator[Input]:
    def unreadable(error: OSError) -> None:
        name = str(error.filename)
        problems.append((name, InputError(f"{name}: cannot be read ({error.strerror})")))

    for place, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if _wanted(place, name, ignored))
        for name in sorted(files):
            suffix = PurePath(name).suffix.lower()
            if suffix not in SUFFIXES or name.lower().endswith(_OWN):
                continue
            if _wanted(place, name, ignored):
                path = Path(place, name)
                if not is_regular(path):
                    problems.append((str(path), InputError(f"{path}: is no regular file")))
                    continue
                if suffix == ".html" and _is_a_result(path):
                    continue
                yield Input(str(path), path.relative_to(folder).with_suffix(""))


def _is_a_result(path: Path) -> bool:
    """Whether this program made the page, in this run or an earlier one."""
    try:
        with opened(path) as page:
            return _MADE_HERE in page.read(_HEAD)
    except OSError:
        return False  # reading it will say why


def _wanted(place: str, name: str, ignored: Collection[str]) -> bool:
    if name.startswith(_LEFT_BY_EDITORS):
        return False
    # Real paths cost a look at every folder above: only what has the name is looked at.
    alike = [path for path in ignored if os.path.basename(path) == name]  # noqa: PTH119 (a string)
    return not alike or os.path.realpath(Path(place, name)) not in alike
