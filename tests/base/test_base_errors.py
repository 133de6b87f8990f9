"""Every failure is a sentence for a nurse, whatever facts it is raised with."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from functools import cache

import pytest
from source_trees import PACKAGE, nodes_of, sources

from nurseapp.base import errors
from nurseapp.base.errors import SituationError

NAMED_IN_THE_TREE = str(errors.__doc__)


def leaves(kind: type[SituationError] = SituationError) -> Iterator[type[SituationError]]:
    below = kind.__subclasses__()
    if not below:
        yield kind
    for each in below:
        yield from leaves(each)


LEAVES = {each.__name__: each for each in leaves() if each.__module__ == errors.__name__}


def facts_asked_for(kind: type[SituationError]) -> set[str]:
    parts = string.Formatter().parse(kind.says + kind.advice)
    return {name for _text, name, _spec, _conversion in parts if name}


@cache
def raised() -> tuple[tuple[str, str, set[str]], ...]:
    return tuple(_raised())


def _raised() -> Iterator[tuple[str, str, set[str]]]:
    """Each place that makes one: where, which, and the facts it gives."""
    for file in sources():
        for node in nodes_of(file):
            match node:
                case ast.Call(func=ast.Name(id=name), args=[], keywords=keywords):
                    facts = {str(each.arg) for each in keywords}
                case ast.Raise(exc=ast.Name(id=name)):
                    facts = set()
                case _:
                    continue
            if name in LEAVES:
                yield f"{file.relative_to(PACKAGE)}:{node.lineno}", name, facts


def test_errors_every_place_gives_just_the_facts_that_the_sentence_tells() -> None:
    assert len(raised()) > 100
    wrong = {
        where: (name, facts)
        for where, name, facts in raised()
        if facts != facts_asked_for(LEAVES[name])
    }
    assert not wrong


def test_errors_only_leaves_are_raised_and_each_of_them_somewhere() -> None:
    """A branch has no sentence of its own to tell; a leaf that nobody raises is dead wood."""
    assert set(LEAVES) == {name for _where, name, _facts in raised()}


@pytest.mark.parametrize("kind", LEAVES.values(), ids=LEAVES)
def test_errors_each_says_what_happened_in_a_whole_sentence(kind: type[SituationError]) -> None:
    told = kind(**{fact: f"<{fact}>" for fact in facts_asked_for(kind)})
    assert told.sentence != SituationError().sentence, "it has a sentence of its own"
    for said in (told.sentence, told.hint):
        assert not said or said[0].isupper() or said.startswith("<")
        assert not said or said.endswith((".", ">"))
        assert "{" not in said
    for fact in facts_asked_for(kind):
        assert f"<{fact}>" in str(told)
    assert kind.__name__ in NAMED_IN_THE_TREE


def test_errors_facts_with_braces_are_told_as_they_are() -> None:
    assert "{0}" in errors.NoStationError(folder="{0}").sentence
