"""A form that holds, with what it is known by and the words it may be asked in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from nurseapp.forms.family import expanded, fitted
from nurseapp.forms.licensed import LicensedValues, with_values
from nurseapp.forms.meaning import form_flaws
from nurseapp.forms.model import Form
from nurseapp.forms.problem import Flaw
from nurseapp.forms.reading import Table, unfit
from nurseapp.forms.shape import shaped
from nurseapp.forms.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedForm:
    """A form that holds, its hash, and its wordings that hold.

    `form` is what is asked and scored, one age form if it is of a family; `source` is the form or
    family as it was written. `released`: the lock file has this version with this hash. `folder`
    is where it was read; None for a form that is kept elsewhere. `plain` is the form without the
    clinic's licensed table, where it has one.
    """

    form: Form
    sha256: str
    wordings: tuple[Wording, ...] = ()
    released: bool = False
    folder: Path | None = None
    source: Form
    plain: LoadedForm | None = None

    def practice_wordings(self) -> tuple[Wording, ...]:
        """The wordings for training, never to be used on a real person."""
        return tuple(wording for wording in self.wordings if wording.training)

    def real_wordings(self) -> tuple[Wording, ...]:
        """The wordings that the municipality may approve for use."""
        return tuple(wording for wording in self.wordings if not wording.training)

    def with_wordings(self, wordings: Iterable[Wording]) -> LoadedForm:
        """The form with these words beside its own, each cut down to the items it has."""
        added = (fitted(wording, self.form) for wording in wordings)
        return replace(self, wordings=(*self.wordings, *added))

    def with_values(self, values: LicensedValues) -> LoadedForm:
        """The form as it is used with a licensed table that holds.

        Its hash is then over both: a result is bound to the table it was found with.
        """
        plain = self.plain or self
        form = with_values(plain.form, values)
        return replace(
            plain,
            form=form,
            sha256=sha256_of({"form": plain.sha256, "values": values}),
            wordings=tuple(fitted(wording, form) for wording in plain.wordings),
            plain=plain,
        )


def loaded_from(table: Table) -> tuple[tuple[LoadedForm, ...], tuple[Flaw, ...]]:
    """A form that is kept as a table elsewhere than in a folder, or all that is wrong with it.

    The table is as form.toml has it; a family gives one form for each of its age forms.
    """
    flaws = unfit(table)
    form, misfits = (None, flaws) if flaws else shaped(table, Form)
    if form is None:
        return (), misfits
    found = tuple(form_flaws(form))
    return (() if found else forms_of(form, sha256_of(table))), found


def forms_of(form: Form, sha256: str) -> tuple[LoadedForm, ...]:
    """The forms to be answered that a form without problems gives."""
    return tuple(LoadedForm(form=one, sha256=sha256, source=form) for one in expanded(form))


def sha256_of(table: Table) -> str:
    """The hash that results and approvals are bound to.

    It is taken over form.toml's content as JSON in UTF-8, with keys sorted and no spaces, so
    that comments, order of keys and line breaks do not count and everything else does.
    """
    return hashlib.sha256(msgspec.json.encode(table, order="sorted")).hexdigest()
