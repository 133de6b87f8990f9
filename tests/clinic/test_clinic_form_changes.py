"""What changed since the last approval: said in sentences, and nothing passes unsaid."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from random import Random
from typing import Any

import msgspec
import pytest
from clinic_library import THREE, kitchen
from hypothesis import given
from hypothesis import strategies as st

from nurseapp.base.paths import forms_folder
from nurseapp.clinic.library.form_changes import structure_changes
from nurseapp.forms.library import load_library

Table = dict[str, Any]


def table(**changed: Any) -> Table:
    written: Table = msgspec.json.decode(msgspec.json.encode(kitchen(**changed)))
    return written


def with_item(number: int, **parts: Any) -> Table:
    changed = copy.deepcopy(THREE)
    changed["items"][number].update(parts)
    return table(**changed)


def with_limit(**parts: Any) -> Table:
    changed = copy.deepcopy(THREE)
    changed["scales"][0]["cut_offs"][0].update(parts)
    return table(**changed)


def with_scale(**parts: Any) -> Table:
    changed = copy.deepcopy(THREE)
    changed["scales"][0].update(parts)
    return table(**changed)


STEP = {"id": "talk", "name": {"nb": "Samtale"}, "due_days": 7, "verified": False}


@pytest.mark.parametrize(
    ("now", "sentence"),
    [
        (table(version=2), "Utgaven er nå 2. Sist godkjent var 1."),
        (with_item(0, points=[0, 1, 3]), "Spørsmål 1: svar nummer 3 gir 3 poeng, før 2."),
        (
            with_item(0, points=[0, 1, 2, 3]),
            "Spørsmål 1: har 4 svar, før 3, eller i en annen rekkefølge.",
        ),
        (with_item(1, topic={"nb": "Skåler"}), "Spørsmål 2: emneordet er endret."),
        (
            with_item(1, critical={"points_at_least": 2, "guide": "talk"}),
            "Spørsmål 2: hvilke svar som krever samtale straks, er endret.",
        ),
        (
            with_item(2, show_when={"item": "1", "at_least": 1}),
            "Spørsmål 3: når det stilles, er endret.",
        ),
        (
            table(items=[*THREE["items"][1:], THREE["items"][0]]),
            "Rekkefølgen på spørsmålene er endret.",
        ),
        (table(items=THREE["items"][:2]), "Spørsmål 3 er tatt bort."),
        (table(steps=[STEP]), "Nytt steg i oppfølgingen: Samtale."),
        (table(scales=[]), "Skalaen Sum er tatt bort."),
        (with_scale(missing="zero"), "Sum: regelen for svar som mangler, er endret."),
        (
            with_scale(concern="low"),
            "Sum: om høye eller lave skårer er grunn til samtale, er endret.",
        ),
        (with_limit(value=4), "Sum: grensen er 4 eller mer (Testvik 2026), før 3 eller mer."),
        (
            with_limit(comparison=">"),
            "Sum: grensen er mer enn 3 (Testvik 2026), før 3 eller mer.",
        ),
        (
            with_limit(monitoring=2),
            "Sum: grensen er 3 eller mer, følg med fra 2 (Testvik 2026), før 3 eller mer.",
        ),
        (
            with_limit(default=False),
            "Sum: resultater holdes ikke lenger mot grensen 3 eller mer (Testvik 2026).",
        ),
        (
            with_limit(verified=False),
            "Sum: hvem grensen 3 eller mer (Testvik 2026) gjelder for, eller kilden, er endret.",
        ),
        (
            table(layout="one_at_a_time", layouts=["one_at_a_time"]),
            "Oppsettet på skjermen er endret. Det kan forskyve skårene.",
        ),
        (table(alone_required=True), "Kravet om å være alene i rommet er endret."),
    ],
)
def test_change_in_a_form_is_said_as_an_approver_needs_it(now: Table, sentence: str) -> None:
    assert sentence in structure_changes(table(), now)


def test_form_that_is_the_same_has_no_changes() -> None:
    assert structure_changes(table(), table()) == ()


def test_part_that_an_older_program_did_not_know_is_named() -> None:
    assert structure_changes(table(), table() | {"song": "la"}) == ("Noe annet er endret: «song».",)


SHIPPED = [
    msgspec.json.decode(msgspec.json.encode(one.form))
    for one in load_library(forms_folder()).forms
    if one.form.age_form in {None, "12"}
]


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every single value."""
    match value:
        case dict():
            parts: Iterable[tuple[Any, Any]] = value.items()
        case list():
            parts = enumerate(value)
        case _:
            yield path
            return
    for key, part in parts:
        yield from places(part, (*path, key))


def changed_at(form: Table, path: tuple[Any, ...]) -> Table:
    now = copy.deepcopy(form)
    inner: Any = now
    for key in path[:-1]:
        inner = inner[key]
    was = inner[path[-1]]
    inner[path[-1]] = 17 if not isinstance(was, int | float) or was != 17 else 18
    return now


@given(st.sampled_from(range(len(SHIPPED))), st.randoms(use_true_random=False))
def test_whatever_single_value_changes_in_any_form_something_is_said(
    number: int, chance: Random
) -> None:
    form = SHIPPED[number]
    path = chance.choice([one for one in places(form) if not said_by_shape(one)])
    found = structure_changes(form, changed_at(form, path))
    assert found, path
    assert all(sentence.strip() and "{" not in sentence for sentence in found)


def said_by_shape(path: tuple[Any, ...]) -> bool:
    """What cannot be anything else in a form that holds: names of parts and their words."""
    return path[-1] in {"id", "nb", "comparison", "source", "monitoring", "value"} or len(path) == 1


def test_whatever_single_value_changes_in_this_form_something_is_said() -> None:
    form = table(steps=[STEP])
    for path in places(form):
        if not said_by_shape(path):
            assert structure_changes(form, changed_at(form, path)), path
