"""Takes a form in that did not come with the program: the whole of it, or nothing."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from msgspec import structs

from nurseapp.base.errors import FormProblemsError
from nurseapp.base.text import _
from nurseapp.clinic.library.wordings import clean
from nurseapp.clinic.station.kept_wordings import whole_entry
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.station.permission import require_administrator
from nurseapp.clinic.values.library import ImportedForm
from nurseapp.forms.family import expanded
from nurseapp.forms.library import Library
from nurseapp.forms.loaded import loaded_from
from nurseapp.forms.model import Form
from nurseapp.forms.problem import Flaw, twice
from nurseapp.forms.wording import Wording
from nurseapp.journal.entries.library import FormImported, Origin
from nurseapp.journal.entry import Body, Entry
from nurseapp.journal.queries import library

_ORIGIN = Origin("fhir")


def import_form(station: OpenStation, imported: ImportedForm) -> str:
    """Keeps the form and its wordings, to be approved like any other; the form's id.

    A form that is here already gets the next version if anything in it differs, and its older
    versions stay for the results made with them. Raises NotAdministratorError, and
    FormProblemsError with all that is wrong; then nothing is kept.
    """
    require_administrator(station)
    form, is_new = _numbered(station, imported.form)
    others = [one.source for one in station.library.forms if one.folder is None]
    flaws = [*taken(station.shipped, others, form)]
    table = msgspec.json.decode(msgspec.json.encode(form))
    loaded, found = loaded_from(table)
    flaws += found
    wordings: list[Wording] = []
    for wording in imported.wordings:
        fitting, wrong = clean(structs.replace(wording, version=form.version), form)
        flaws += wrong
        wordings += [fitting] if fitting is not None else []
    if flaws:
        raise FormProblemsError(problems="\n".join(_lines(flaws)))
    bodies: list[Body] = [whole_entry(each, _ORIGIN) for each in wordings]
    if is_new:
        sha256 = loaded[0].sha256
        kept = imported.kept
        text = msgspec.json.encode(table).decode()
        bodies.insert(0, FormImported(form.id, form.version, sha256, text, kept, _ORIGIN))
    station.journal.append(station.author, [Entry(subject=None, body=body) for body in bodies])
    station.library_changed()
    return form.id


def _numbered(station: OpenStation, form: Form) -> tuple[Form, bool]:
    """The form with the version it gets here, and whether that is a new one."""
    before = [one for one in station.journal.read(library.imported_forms) if one.form == form.id]
    if not before:
        return form, True
    last = before[-1]
    same = structs.replace(form, version=last.version)
    if msgspec.json.decode(msgspec.json.encode(same)) == msgspec.json.decode(last.table):
        return same, False
    return structs.replace(form, version=max(form.version, last.version + 1)), True


def taken(shipped: Library, others: Iterable[Form], form: Form) -> Iterable[Flaw]:
    """No form and none of its age forms may have an id that is another's, here or in the program.

    `others` are the forms that did not come with the program, as they were written.
    """
    own = names_of(form)
    programs = {name for one in shipped.forms for name in (one.form.id, one.source.id)}
    programs |= {one.file.partition("/")[0] for one in shipped.problems}
    for name in sorted(own & programs):
        says = _("Et skjema som heter «{form}», følger med programmet. Gi dette et annet navn.")
        yield Flaw("id", says.format(form=name))
    clinics = {name for one in others if one.id != form.id for name in names_of(one)}
    yield from (flaw for name in sorted(own & clinics) for flaw in twice("id", [name, name]))


def names_of(form: Form) -> frozenset[str]:
    """The ids that a form takes: its own, and one for each of its age forms."""
    return frozenset({form.id, *(one.id for one in expanded(form))})


def _lines(flaws: Iterable[Flaw]) -> Iterable[str]:
    return (": ".join(part for part in flaw if part) for flaw in flaws)
