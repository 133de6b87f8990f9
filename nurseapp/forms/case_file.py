"""Golden cases: answers and what they must come to, written from the source, not from output.

forms/<id>/cases.toml holds `[[cases]]`, each with:

    name = "every answer at the top"      # unique in the file
    why = "7 items run 3-2-1-0 ..."       # where the expectation comes from
    role = "mother"                       # the form's first role if it is left out
    pregnancy_week = 20                   # only where a cut-off depends on it
    child_months = 48                     # as well as these
    child_sex = "boy"
    age_form = "12"                       # for one age form of a family; else for each of them
    answers = { 1 = "a", 2 = "a" }        # item id = answer; an unanswered item is left out
    scale = "total"                       # which one is told of, where the form has several
    [cases.expect]
    complete = true
    score = 21                            # left out where there must be no score, and then:
    lowest = 8                            # the range of an incomplete sheet, both ends
    highest = 11
    flags = [10]                          # values of the cut-offs that are reached
    cannot_exclude = [10]                 # values of those that the missing answers may reach
    monitoring = [10]                     # values of those in whose zone the score lies
    critical = ["10"]                     # ids of the items with a critical answer
    any_of = ["any-area"]                 # ids of the "any of" rules that are reached
    stage_two = true                      # the second stage is called for
    [cases.expect.scales.factor-1]        # score, range and flags of one of several scales
    score = 12
    flags = [12]

Every case is held against all of these; what is left out must be empty, but a scale that is not
named is not looked at. A licensed form is tried with an invented table in the same file:

    [[values.cut_offs]]
    scale = "communication"
    age_form = "12"
    value = 20
    monitoring = 30
    [values.keys.12]
    1 = [0, 5, 10]
"""

from __future__ import annotations

from msgspec import Struct

from nurseapp.forms.library import CASES_FILE
from nurseapp.forms.licensed import Key, LicensedCutOff, LicensedValues
from nurseapp.forms.licensed_meaning import values_flaws
from nurseapp.forms.loaded import LoadedForm
from nurseapp.forms.model import Form
from nurseapp.forms.problem import Flaw
from nurseapp.forms.reading import read_table
from nurseapp.forms.shape import shaped
from nurseapp.forms.vocabulary import Id, Role, Score, Sex, Text


class ExpectedScale(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What one scale must come to."""

    score: Score | None = None
    lowest: Score | None = None
    highest: Score | None = None
    flags: tuple[Score, ...] = ()
    cannot_exclude: tuple[Score, ...] = ()
    monitoring: tuple[Score, ...] = ()


class Expected(ExpectedScale, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a sheet must come to."""

    complete: bool
    critical: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    stage_two: bool = False
    scales: dict[str, ExpectedScale] = {}


class Case(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One sheet and what it must come to."""

    name: Text
    why: Text
    role: Role | None = None
    pregnancy_week: int | None = None
    child_months: int | None = None
    child_sex: Sex | None = None
    age_form: Id | None = None
    answers: dict[str, str]
    scale: Id | None = None
    expect: Expected


class InventedValues(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A made-up licensed table to try a licensed form with."""

    cut_offs: tuple[LicensedCutOff, ...] = ()
    keys: dict[str, Key] = {}

    def of(self, form: Form) -> LicensedValues:
        """As a clinic's table would be."""
        return LicensedValues(
            form=form.id,
            version=form.version,
            source="cases.toml",
            cut_offs=self.cut_offs,
            keys=self.keys,
        )


class CaseFile(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All cases of one form or family."""

    values: InventedValues | None = None
    cases: tuple[Case, ...] = ()


def read_cases(loaded: LoadedForm) -> tuple[CaseFile, tuple[Flaw, ...]]:
    """The golden cases of the form or its family, and what is wrong with their file.

    There are none for a form without such a file.
    """
    path = loaded.folder / CASES_FILE if loaded.folder else None
    if path is None or not path.exists():
        return CaseFile(), ()
    table, flaws = read_table(path)
    if flaws:
        return CaseFile(), flaws
    file, flaws = shaped(table, CaseFile)
    if file is None:
        return CaseFile(), flaws
    if file.values is not None:
        values = file.values.of(loaded.source)
        flaws = tuple(
            Flaw(f"values.{path}", said) for path, said in values_flaws(loaded.source, values)
        )
    return (CaseFile() if flaws else file), flaws
