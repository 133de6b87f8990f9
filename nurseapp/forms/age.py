"""Which of a family's age forms fits a child: windows in months and days, and prematurity."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from nurseapp.forms.vocabulary import Id


class Age(Struct, frozen=True, forbid_unknown_fields=True, order=True):
    """Completed months and days beyond them, as instruments print their windows."""

    months: Annotated[int, Meta(ge=0, le=240)]
    days: Annotated[int, Meta(ge=0, le=30)] = 0


class AgeWindow(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The ages a form is made for, both ends in; `verified` says that the source was seen."""

    first: Age = field(name="from")
    last: Age = field(name="to")
    verified: bool


class AgeForm(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One age form of a family: it becomes a form of its own, `<family>-<id>`.

    `id` is what the publisher calls it, in months. Where windows overlap, this form gives way to
    `gives_way_to`. `items` are the family's items it has; empty for all of them.
    """

    id: Id
    window: AgeWindow
    gives_way_to: Id | None = None
    items: tuple[str, ...] = ()


class Prematurity(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """When weeks born early are subtracted from a child's age.

    A child born `weeks` or more (or more than `weeks`) before term counts by corrected age until
    `until_months` chronological; `term_weeks` is what the clinic's licence counts as term.
    """

    comparison: Literal[">=", ">"]
    weeks: Annotated[int, Meta(ge=0, le=20)]
    until_months: Annotated[int, Meta(ge=1, le=60)]
    term_weeks: Annotated[int, Meta(ge=38, le=40)] = 40
    verified: bool
