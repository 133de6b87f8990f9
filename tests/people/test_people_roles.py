"""Roles: their words, and which cut-offs they are judged by."""

from __future__ import annotations

import pytest

from nurseapp.people.roles import (
    FilledIn,
    Interpreter,
    PersonKind,
    Role,
    filled_in_in_words,
    interpreter_in_words,
    interpreter_warning,
    kind_in_words,
    record_in_words,
    respondent,
    role_in_words,
    role_towards,
)


def test_every_code_has_its_own_words() -> None:
    for codes, words in (
        (PersonKind, [kind_in_words(kind) for kind in PersonKind]),
        (Role, [role_in_words(role) for role in Role]),
        (Role, [role_towards(role, "Blid Bjørk") for role in Role]),
        (Role, [record_in_words(role) for role in Role]),
        (Interpreter, [interpreter_in_words(kind) for kind in Interpreter]),
        (FilledIn, [filled_in_in_words(way) for way in FilledIn]),
    ):
        assert all(words)
        assert len(set(words)) == len(list(codes))


def test_codes_are_the_strings_that_records_keep() -> None:
    assert [role.value for role in Role] == [
        "mother", "father", "co_mother", "other_carer", "foster_carer", "child",
    ]  # fmt: skip
    assert [kind.value for kind in PersonKind] == ["adult", "child", "pregnancy"]
    assert Role("co_mother") is Role.CO_MOTHER


def test_a_relation_is_told_towards_a_person() -> None:
    assert role_towards(Role.MOTHER, "Blid Bjørk") == "mor til Blid Bjørk"
    assert role_towards(Role.FATHER, "{weird} Bjørk") == "far til {weird} Bjørk"


def test_an_adult_without_a_role_has_a_record_of_her_own() -> None:
    assert record_in_words(None) == "PERSONENS EGEN journal"


def test_only_fathers_are_judged_by_the_cut_off_for_fathers() -> None:
    assert respondent(Role.FATHER) == "father"
    assert respondent(Role.MOTHER) == "mother"
    assert respondent(Role.CO_MOTHER) == "other_carer"
    assert respondent(Role.FOSTER_CARER) == "other_carer"


def test_only_a_mother_who_expects_a_child_is_pregnant() -> None:
    assert respondent(Role.MOTHER, pregnant=True) == "pregnant"
    assert respondent(Role.CO_MOTHER, pregnant=True) == "other_carer"


def test_a_child_answers_nothing() -> None:
    with pytest.raises(ValueError, match="child"):
        respondent(Role.CHILD)


def test_only_a_relative_as_interpreter_is_warned_about() -> None:
    warned = [kind for kind in Interpreter if interpreter_warning(kind)]
    assert warned == [Interpreter.RELATIVE]
