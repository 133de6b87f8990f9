"""What goes into a signed pack: the clinic's own forms, licensed values and whole wordings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from nurseapp.clinic.library.approval_standing import in_force
from nurseapp.clinic.station.kept_wordings import wording_in
from nurseapp.clinic.station.moments import day_of
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.station.station_library import family_of, values_in
from nurseapp.exchange.wording_pack import PackContents, PackedForm, PackedWording
from nurseapp.forms.licensed import LicensedValues
from nurseapp.forms.loaded import LoadedForm
from nurseapp.forms.wording_hash import wording_sha256
from nurseapp.journal.connection import Cursor
from nurseapp.journal.queries import library, users


def contents_of(station: OpenStation, cursor: Cursor, forms: Iterable[str]) -> PackContents:
    """All that the clinic has put in for these forms or families; nothing that was shipped."""
    wanted = frozenset(forms)
    chosen = [one for one in station.library.forms if wanted & {one.form.id, family_of(one.form)}]
    names = {user.user: user.name for user in users.users(cursor)}
    return PackContents(
        station=station.card.name,
        municipality=station.card.municipality,
        made_on=station.day,
        forms=_forms(cursor, chosen),
        wordings=tuple(
            packed for one in chosen for packed in _wordings(station, cursor, one, names)
        ),
        values=_values(cursor, chosen),
    )


def _forms(cursor: Cursor, chosen: Iterable[LoadedForm]) -> tuple[PackedForm, ...]:
    """The imported ones, in the version that is in use."""
    versions = {(one.source.id, one.source.version) for one in chosen if one.folder is None}
    return tuple(
        PackedForm(table=msgspec.json.decode(saved.table), kept=saved.kept)
        for saved in library.imported_forms(cursor)
        if (saved.form, saved.version) in versions
    )


def _values(cursor: Cursor, chosen: Iterable[LoadedForm]) -> tuple[LicensedValues, ...]:
    sources = {(one.source.id, one.source.version) for one in chosen}
    values = map(values_in, library.licensed_values(cursor))
    return tuple(one for one in values if (one.form, one.version) in sources)


def _wordings(
    station: OpenStation, cursor: Cursor, loaded: LoadedForm, names: Mapping[int, str]
) -> Iterable[PackedWording]:
    holding = in_force(library.approvals_of(cursor, loaded.form.id), loaded, station.day)
    for row in library.wordings_of(cursor, loaded.form.id):
        if row.whole is None or row.whole.body.version != loaded.form.version:
            continue
        wording = wording_in(row.whole.body)
        approval = holding.get(wording.language)
        mine = approval is not None and approval.wording_sha256 == wording_sha256(wording)
        yield PackedWording(
            wording=wording,
            approved_by=names.get(approval.author, "") if approval is not None and mine else "",
            approved_on=day_of(approval.at) if approval is not None and mine else None,
        )
