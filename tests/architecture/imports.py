"""Reads the imports of src/claimtrack: which module imports which, also inside functions."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

SRC = Path(__file__).parents[2] / "src"


@cache
def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name."""
    return {_name(path): path for path in sorted((SRC / "claimtrack").rglob("*.py"))}


def _name(path: Path) -> str:
    parts = path.relative_to(SRC).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room(module: str) -> str:
    """The room of a module: the name below claimtrack; "" for the package itself."""
    return [*module.split("."), ""][1]


def imported(module: str, *, at_load: bool = False) -> Iterator[str]:
    """The project's modules that `module` imports; with `at_load` only those that its own loading loads."""
    tree = ast.parse(modules()[module].read_text(encoding="utf-8"))
    for node in _statements(tree, at_load):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            assert node.module is not None, f"{module}: relative imports hide where they lead"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            yield from _ours(name)


def _ours(name: str) -> Iterator[str]:
    """The module that a dotted name stands for: itself, or the module that defines it."""
    if name.partition(".")[0] != "claimtrack":
        return
    while name not in modules():
        name = name.rpartition(".")[0]
    yield name


def _statements(node: ast.AST, at_load: bool) -> Iterator[ast.Import | ast.ImportFrom]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child
        elif at_load and (isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) or _for_types(child)):
            continue
        else:
            yield from _statements(child, at_load)


def _for_types(node: ast.AST) -> bool:
    """`if TYPE_CHECKING:` is read by the type checker alone."""
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
