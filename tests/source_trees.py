"""The program's own source, parsed once for all tests that look at it."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
PACKAGE: Final = ROOT / "nurseapp"


@cache
def sources() -> tuple[Path, ...]:
    """Every module of the program, in order."""
    return tuple(sorted(PACKAGE.rglob("*.py")))


@cache
def tree_of(file: Path) -> ast.Module:
    """The module as Python reads it."""
    return ast.parse(file.read_text(encoding="utf-8"))


@cache
def nodes_of(file: Path) -> tuple[ast.AST, ...]:
    """Everything in the module."""
    return tuple(ast.walk(tree_of(file)))
