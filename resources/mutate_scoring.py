"""Breaks the scoring in every small way there is, and sees to it that a test falls each time.

`python resources/mutate_scoring.py [MODULE ...]` changes one thing at a time in the modules below
(a comparison, a sign, a number, a condition, a step left out) and runs the quick tests against
each. It prints every change that no test notices and ends with 1 if there is any, but those in
`EQUIVALENT`, which come to the same. It takes ten to thirty minutes; Linux and macOS only.
"""

from __future__ import annotations

import ast
import os
import signal
import sys
from collections.abc import Iterator
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import msgspec
import pytest

ROOT = Path(__file__).resolve().parent.parent
# The modules that are changed, each with the tests that are most likely to notice.
MODULES = {
    "exact": "kinds",
    "worth": "kinds",
    "tally": "missing_answers",
    "scale": "cut_offs",
    "cut_off": "cut_offs",
    "scale_scoring": "missing_answers",
    "rule_scoring": "rules",
    "critical": "kinds",
    "scoring": "rules",
    "visibility": "visibility",
    "condition": "visibility",
    "answer": "answer",
    "family": "families",
    "licensed": "families",
    "age_choice": "age_choice",
}
QUICK = (
    "kinds", "missing_answers", "rules", "cut_offs", "scoring", "visibility", "answer",
    "age_choice", "families",
)  # fmt: skip
SLOWER = ("cases", "phq9", "epds", "meaning_of_kinds", "every_form")
SECONDS = 120
CHILDREN = 2

# What no test can notice, and why.
EQUIVALENT: dict[str, str] = {
    "age_choice: return 0  ->  return -1": "a child that is not born early is not, by any count",
    "condition: for size in range(len(item.options) + 1):  ->  "
    "for size in range(len(item.options) + 2):": "there is no larger set than all of them",
    "condition: worth = sum((option.points or 0 for option in some))  ->  "
    "worth = sum((option.points or -1 for option in some))": (
        "an option that is worth nothing is in no smallest set"
    ),
    "condition: if worth >= least and (not any((set(one) <= set(ids) for one in found))):  ->  "
    "if worth >= least and (not any((set(one) < set(ids) for one in found))):": (
        "no set comes twice"
    ),
}

_SWAPS: dict[type[ast.AST], tuple[type[ast.AST], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Add,),
    ast.Div: (ast.Mult,),
    ast.FloorDiv: (ast.Mult,),
    ast.Mod: (ast.Mult,),
    ast.And: (ast.Or,),
    ast.Or: (ast.And,),
}
_TWINS = {"min": "max", "max": "min", "any": "all", "all": "any"}
_SPEAKING = frozenset({"_", "plural", "mark"})

Change = tuple[Any, str, Any]
"""An object of the tree, its field, and what stands there instead."""


class Mutant(NamedTuple):
    """One module with one thing changed; `name` says what, without the line, which moves."""

    name: str
    line: int
    module: str
    source: str


def mutants_of(module: str) -> Iterator[Mutant]:
    """Every small change of one module's functions and tables."""
    tree = ast.parse((ROOT / "nurseapp" / "forms" / f"{module}.py").read_text(encoding="utf-8"))
    for part in _parts(tree):
        for statement in _statements(part):
            for node in _inside(statement):
                for change in _changes(node):
                    yield _mutant(module, tree, statement, change)


def _mutant(module: str, tree: ast.Module, statement: ast.AST, change: Change) -> Mutant:
    holder, field, value = change
    before, kept = _first_line(statement), getattr(holder, field)
    setattr(holder, field, value)
    try:
        if field in {"body", "orelse"}:
            (step,) = [one for one in kept if one not in value]
            name = f"{module}: {_first_line(step)}  ->  nothing"
        else:
            name = f"{module}: {before}  ->  {_first_line(statement)}"
        return Mutant(name, getattr(statement, "lineno", 0), module, ast.unparse(tree))
    finally:
        setattr(holder, field, kept)


def _first_line(statement: ast.AST) -> str:
    """The statement on one line, a function or a block by its head alone."""
    lines = ast.unparse(statement).splitlines()
    return " ".join(lines) if not getattr(statement, "body", None) else lines[0]


def _parts(tree: ast.Module) -> Iterator[ast.AST]:
    """Functions, and tables named in capitals; types and the shapes of files are left alone."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node
        elif isinstance(node, ast.ClassDef):
            yield from (one for one in node.body if isinstance(one, ast.FunctionDef))
        elif isinstance(node, ast.AnnAssign | ast.Assign):
            target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
            if isinstance(target, ast.Name) and target.id.isupper():
                yield node


def _statements(part: ast.AST) -> Iterator[ast.AST]:
    """The part itself and every statement or case in it, without docstrings."""
    yield part
    for node in ast.walk(part):
        if node is part:
            continue
        said = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if isinstance(node, ast.stmt | ast.match_case) and not said:
            yield node


def _inside(statement: ast.AST) -> Iterator[ast.AST]:
    """The statement and its own expressions, but no statement in it and no words for people."""
    waiting = [statement]
    while waiting:
        node = waiting.pop()
        yield node
        speaks = isinstance(node, ast.Call) and getattr(node.func, "id", "") in _SPEAKING
        if speaks or isinstance(node, ast.JoinedStr):
            continue
        for field, value in ast.iter_fields(node):
            if field in {"annotation", "returns", "decorator_list", "args", "exc"} and not (
                isinstance(node, ast.Call)
            ):
                continue
            children = value if isinstance(value, list) else [value]
            waiting += [
                one
                for one in children
                if isinstance(one, ast.AST) and not isinstance(one, ast.stmt | ast.match_case)
            ]


def _changes(node: ast.AST) -> Iterator[Change]:
    match node:
        case ast.Compare(ops=ops):
            for place, op in enumerate(ops):
                for other in _SWAPS[type(op)]:
                    yield node, "ops", [*ops[:place], other(), *ops[place + 1 :]]
        case ast.BinOp(op=op) | ast.AugAssign(op=op) | ast.BoolOp(op=op):
            yield from ((node, "op", other()) for other in _SWAPS.get(type(op), ()))
        case ast.Constant(value=value):
            yield from ((node, "value", other) for other in _other_values(value))
        case ast.Name(id=name, ctx=ast.Load()) if name in _TWINS:
            yield node, "id", _TWINS[name]
    yield from _turned_round(node)
    yield from _left_out(node)


def _turned_round(node: ast.AST) -> Iterator[Change]:
    match node:
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield node, "operand", _negated(operand)
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            yield node, "test", _negated(test)
        case ast.comprehension(ifs=ifs):
            for place, one in enumerate(ifs):
                yield node, "ifs", [*ifs[:place], _negated(one), *ifs[place + 1 :]]


def _negated(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), test)


def _other_values(value: object) -> Iterator[object]:
    match value:
        case bool():
            yield not value
        case int():
            yield from (value + 1, value - 1)
        case str():
            yield f"{value}X"


def _left_out(node: ast.AST) -> Iterator[Change]:
    """The bodies in a block, each with one step left out."""
    for field in ("body", "orelse"):
        body = getattr(node, field, None)
        if isinstance(body, list):
            for place, step in enumerate(body):
                call = isinstance(step, ast.Expr) and isinstance(step.value, ast.Call)
                sets = isinstance(step, ast.Assign) and not isinstance(step.targets[0], ast.Name)
                if call or sets or isinstance(step, ast.AugAssign | ast.Continue):
                    yield node, field, [*body[:place], ast.Pass(), *body[place + 1 :]]


class _Changed(MetaPathFinder, Loader):
    """Imports the changed module in place of the real one."""

    def __init__(self, mutant: Mutant) -> None:
        self._name = f"nurseapp.forms.{mutant.module}"
        self._source = mutant.source

    def find_spec(self, fullname: str, *_where: object) -> ModuleSpec | None:
        """The changed module, and no other."""
        return spec_from_loader(fullname, self) if fullname == self._name else None

    def exec_module(self, module: ModuleType) -> None:
        """Runs the changed source."""
        module.__file__ = str(ROOT / f"{self._name.replace('.', '/')}.py")
        exec(compile(self._source, module.__file__, "exec"), module.__dict__)  # noqa: S102


def _survives(mutant: Mutant | None) -> bool:
    """Whether every test passes; run in a process of its own, which this call uses up."""
    signal.alarm(SECONDS)
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    if mutant is not None:
        sys.meta_path.insert(0, _Changed(mutant))
    first = (MODULES[mutant.module],) if mutant is not None else ()
    options = ["-x", "-q", "-n", "0", "--hypothesis-seed=0"]
    return all(
        pytest.main([*options, *(f"tests/forms/test_forms_{name}.py" for name in names)]) == 0
        for names in (first, QUICK, SLOWER)
        if names
    )


def _in_a_child(mutant: Mutant | None) -> int:
    """Starts the tests; the process ends with 0 if the mutant survives them."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            code = 0 if _survives(mutant) else 1
        finally:
            os._exit(code)
    return child


def survivors(mutants: Iterator[Mutant]) -> Iterator[Mutant]:
    """Those that no test notices, as soon as that is known."""
    running: dict[int, Mutant] = {}
    for mutant in mutants:
        if len(running) >= CHILDREN:
            yield from _ended(running)
        running[_in_a_child(mutant)] = mutant
    while running:
        yield from _ended(running)


def _ended(running: dict[int, Mutant]) -> Iterator[Mutant]:
    child, status = os.wait()
    mutant = running.pop(child)
    if status == 0:
        yield mutant


def main(modules: list[str]) -> int:
    """Prints what survives; 1 if anything does that is not known to come to the same."""
    os.chdir(ROOT)
    _pid, status = os.waitpid(_in_a_child(None), 0)
    if status:
        print("The tests fail without any change.")  # noqa: T201
        return 1
    mutants = [one for module in modules or MODULES for one in mutants_of(module)]
    left = 0
    for mutant in survivors(iter(mutants)):
        why = EQUIVALENT.get(mutant.name)
        left += why is None
        print(f"{mutant.module}.py:{mutant.line}: {mutant.name}  ({why or 'SURVIVED'})", flush=True)  # noqa: T201
    known = len(mutants) - left
    print(f"{len(mutants)} changes, {known} noticed or coming to the same, {left} not.")  # noqa: T201
    return 1 if left else 0


_READY = msgspec  # what each run needs is here already when it begins

if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
