"""The clinic's licensed tables: cut-offs and keys that belong to a publisher, typed in here."""

from __future__ import annotations

import hashlib

import msgspec

from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.station.permission import require_administrator
from nurseapp.clinic.station.station_library import own_part, source_of, values_in
from nurseapp.forms.licensed import LicensedValues
from nurseapp.forms.licensed_meaning import values_flaws
from nurseapp.forms.loaded import LoadedForm
from nurseapp.forms.problem import Problem
from nurseapp.journal.entries.library import LicensedValuesSaved
from nurseapp.journal.entry import Entry
from nurseapp.journal.queries import library
from nurseapp.people.typed import one_line


def licensed_values(station: OpenStation, form: str) -> LicensedValues | None:
    """The table in force for the form's family; None without one for this version.

    `form` may be the family. Raises UnknownFormError, FormProblemsError.
    """
    source = source_of(station.library, form)
    for saved in station.journal.read(lambda cursor: library.licensed_values_of(cursor, source.id)):
        values = values_in(saved)
        return values if values.version == source.version else None
    return None


def save_values(station: OpenStation, values: LicensedValues) -> tuple[Problem, ...]:
    """Keeps the whole table, or nothing and all that is wrong with it.

    What was approved with another table must be approved anew; results keep the one they were
    found with. Raises NotAdministratorError, UnknownFormError.
    """
    require_administrator(station)
    source = source_of(station.library, values.form)
    values = msgspec.structs.replace(values, source=one_line(values.source))
    flaws = tuple(values_flaws(source, values))
    if not flaws and values != licensed_values(station, values.form):
        station.journal.append(station.author, [Entry(subject=None, body=values_entry(values))])
        station.library_changed()
    return tuple(
        Problem(file=source.name, path=flaw.path, sentence=flaw.sentence) for flaw in flaws
    )


def values_sha256(station: OpenStation, loaded: LoadedForm) -> str:
    """The hash of what the table says of this form; empty where none is in use."""
    values = licensed_values(station, loaded.source.id) if loaded.plain is not None else None
    return _sha256(own_part(values, loaded.form)) if values is not None else ""


def values_entry(values: LicensedValues) -> LicensedValuesSaved:
    """The table as it is kept."""
    return LicensedValuesSaved(
        form=values.form,
        version=values.version,
        sha256=_sha256(values),
        content=msgspec.json.encode(values, order="sorted").decode(),
    )


def _sha256(values: LicensedValues) -> str:
    return hashlib.sha256(msgspec.json.encode(values, order="sorted")).hexdigest()
