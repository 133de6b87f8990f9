"""The forms of this station: those that came with the program, and what the clinic added.

The clinic's are in the journal: imported forms, licensed values, wording. A wording of its own
stands in the place of a shipped one in the same language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import msgspec
from msgspec import structs

from nurseapp.base.text import _
from nurseapp.clinic.station.kept_wordings import wording_in
from nurseapp.forms.family import fitted
from nurseapp.forms.library import Library
from nurseapp.forms.licensed import LicensedValues
from nurseapp.forms.loaded import LoadedForm, loaded_from
from nurseapp.forms.model import Form
from nurseapp.forms.problem import Problem
from nurseapp.forms.wording import Wording
from nurseapp.forms.wording_meaning import wording_flaws
from nurseapp.journal.connection import Cursor
from nurseapp.journal.entries.library import FormImported, LicensedValuesSaved
from nurseapp.journal.queries import library as queries


def station_library(cursor: Cursor, shipped: Library) -> Library:
    """Everything that can be used or approved here, in the order of the forms' ids."""
    return assembled(
        shipped,
        queries.imported_forms(cursor),
        {saved.form: values_in(saved) for saved in queries.licensed_values(cursor)},
        [wording_in(row.whole.body) for row in queries.wordings(cursor) if row.whole is not None],
    )


def assembled(
    shipped: Library,
    imported: Iterable[FormImported],
    values: Mapping[str, LicensedValues],
    wordings: Sequence[Wording],
) -> Library:
    """The program's forms with a clinic's own forms, licensed values and wordings.

    A wording that does not fit its form any more is left out.
    """
    added, problems = _imported(imported)
    known = {one.form.id for one in shipped.forms}
    forms = (*shipped.forms, *(one for one in added if one.form.id not in known))
    whole = (_worded(_valued(one, values.get(family_of(one.form))), wordings) for one in forms)
    return Library(
        forms=tuple(sorted(whole, key=lambda one: one.form.id)),
        problems=(*shipped.problems, *problems),
    )


def form_by_hash(cursor: Cursor, library: Library, form: str, sha256: str) -> LoadedForm | None:
    """The very form a sheet was answered on: as it is now, or with licensed values of before.

    An imported form is found in every version it ever had, a shipped one that a newer program
    has changed if it was approved here; None otherwise.
    """
    now = next((one for one in library.forms if one.form.id == form), None)
    if now is not None and now.sha256 == sha256:
        return now
    found = [one for saved in _versions(cursor, form) for one in _loaded(saved)]
    bare = [one for one in (now, *found) if one is not None and one.form.id == form]
    for one in bare:
        if without_values(one).sha256 == sha256:
            return without_values(one)
        for earlier in queries.licensed_values_of(cursor, family_of(one.form)):
            valued = _valued(one, values_in(earlier))
            if valued.sha256 == sha256:
                return valued
    return _as_approved(cursor, form, sha256)


def values_in(saved: LicensedValuesSaved) -> LicensedValues:
    """The licensed values as they were saved."""
    return msgspec.json.decode(saved.content, type=LicensedValues)


def own_part(values: LicensedValues, form: Form) -> LicensedValues:
    """What the table says of this one age form, so that its hash does not hang on the others."""
    age = form.age_form
    return structs.replace(
        values,
        cut_offs=tuple(limit for limit in values.cut_offs if limit.age_form == age),
        keys={name: key for name, key in values.keys.items() if name == (age or form.id)},
    )


def family_of(form: Form) -> str:
    """What a licence and its table are for: the form's family, or the form."""
    return form.family or form.id


def source_of(library: Library, form: str) -> Form:
    """The form or family as it is written, by the id of either or of one of its age forms.

    Raises UnknownFormError, FormProblemsError.
    """
    for loaded in library.forms:
        if form in {loaded.form.id, loaded.source.id}:
            return loaded.source
    return library.form(form).source


def without_values(loaded: LoadedForm) -> LoadedForm:
    """The form as it was before any licensed table."""
    return loaded.plain or loaded


def _as_approved(cursor: Cursor, form: str, sha256: str) -> LoadedForm | None:
    """The form as an approval pinned it, if this program still understands it."""
    for approval in queries.approvals_of(cursor, form):
        content = queries.approved_content(cursor, approval)
        if approval.form_sha256 != sha256 or content is None:
            continue
        try:
            pinned = msgspec.json.decode(content.structure, type=Form)
        except msgspec.ValidationError:
            return None
        return LoadedForm(form=pinned, sha256=sha256, source=pinned)
    return None


def _versions(cursor: Cursor, form: str) -> Iterable[FormImported]:
    return (saved for saved in queries.imported_forms(cursor) if saved.form == form)


def _imported(saved: Iterable[FormImported]) -> tuple[list[LoadedForm], list[Problem]]:
    """The newest version of each imported form."""
    newest = {one.form: one for one in saved}
    forms: list[LoadedForm] = []
    problems: list[Problem] = []
    for one in newest.values():
        loaded = _loaded(one)
        forms += loaded
        if not loaded:
            says = _("Skjemaet passer ikke til denne utgaven av programmet. Importer det på nytt.")
            problems.append(Problem(file=f"{one.form}/", path="", sentence=says))
    return forms, problems


def sources_of(saved: FormImported) -> tuple[Form, ...]:
    """The imported form as it was written; nothing if this program does not understand it."""
    return tuple({one.source.id: one.source for one in _loaded(saved)}.values())


def _loaded(saved: FormImported) -> tuple[LoadedForm, ...]:
    forms, _flaws = loaded_from(msgspec.json.decode(saved.table))
    return forms


def _valued(loaded: LoadedForm, values: LicensedValues | None) -> LoadedForm:
    if values is None or values.version != loaded.form.version:
        return loaded
    own = own_part(values, loaded.form)
    return loaded.with_values(own) if own.cut_offs or own.keys else loaded


def _worded(loaded: LoadedForm, wordings: Iterable[Wording]) -> LoadedForm:
    form = loaded.form
    own = {
        each.language: each
        for each in wordings
        if (each.form, each.version) == (form.id, form.version) and _fits(each, form)
    }
    if not own:
        return loaded
    shipped = tuple(each for each in loaded.wordings if each.training or each.language not in own)
    return replace(loaded, wordings=shipped).with_wordings(own.values())


def _fits(wording: Wording, form: Form) -> bool:
    """Whether it has every text; a licensed key typed since may ask for more of them."""
    fitting = fitted(wording, form)
    return not any(wording_flaws(fitting, form, wording.language, training=False))
