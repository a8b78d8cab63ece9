"""No number stands in the package without a reason."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT

PACKAGE = ROOT / "summarizer"
BEGINNINGS = ("0", "1", "-1", "0.0", "1.0")


def is_number(node: ast.expr) -> bool:
    """Whether an expression is made of nothing but numbers."""
    parts = [part for part in ast.walk(node) if isinstance(part, ast.expr)]
    shapes = (ast.Constant, ast.UnaryOp, ast.BinOp, ast.Tuple)
    values = [part.value for part in parts if isinstance(part, ast.Constant)]
    numbers = all(
        isinstance(value, int | float) and not isinstance(value, bool) for value in values
    )
    return bool(values) and numbers and all(isinstance(part, shapes) for part in parts)


def is_text(node: ast.stmt | None) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def unexplained(path: Path) -> Iterator[str]:
    """Constants with no comment in their line or above their group, and no text below it."""
    source = path.read_text(encoding="utf-8")
    lines, body = source.splitlines(), ast.parse(source).body
    for place, node in enumerate(body):
        if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
            continue
        if not is_number(node.value) or "#" in lines[node.lineno - 1]:
            continue
        first = last = place
        while first and body[first - 1].end_lineno == body[first].lineno - 1:
            first -= 1
        while last + 1 < len(body) and body[last].end_lineno == body[last + 1].lineno - 1:
            last += 1
        above = lines[body[first].lineno - 2].startswith("#")
        if not above and not any(is_text(item) for item in body[place : last + 1]):
            yield f"{path.relative_to(ROOT)}:{node.lineno}"


def unnamed(path: Path) -> Iterator[str]:
    """Numbers of a class's fields, other than what counting begins with, of which nothing is told."""
    source = path.read_text(encoding="utf-8")
    lines = source.splitlines()
    classes = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ClassDef)]
    for holder in classes:
        told = ast.get_docstring(holder) or ""
        for node, below in zip(holder.body, [*holder.body[1:], None], strict=True):
            if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
                continue
            if not is_number(node.value) or ast.unparse(node.value) in BEGINNINGS:
                continue
            name = ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target)
            if name not in told and "#" not in lines[node.lineno - 1] and not is_text(below):
                yield f"{path.relative_to(ROOT)}:{node.lineno}"


def test_every_number_has_its_reason() -> None:
    """A comment or a text says where it comes from: measured, of a standard, or what it bounds."""
    assert [told for path in sorted(PACKAGE.rglob("*.py")) for told in unexplained(path)] == []


def test_every_number_of_a_class_is_told_of() -> None:
    """The class's own text names the field, or a comment stands beside it."""
    assert [told for path in sorted(PACKAGE.rglob("*.py")) for told in unnamed(path)] == []
