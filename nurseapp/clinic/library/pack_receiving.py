"""What taking in a pack would mean here, and what stands in the way: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from nurseapp.base.dates import short_date
from nurseapp.base.text import _
from nurseapp.clinic.library.form_imports import taken
from nurseapp.clinic.library.licensed_tables import values_entry
from nurseapp.clinic.library.wordings import clean
from nurseapp.clinic.people.naming import language_words
from nurseapp.clinic.station.kept_wordings import whole_entry
from nurseapp.clinic.station.open_station import OpenStation
from nurseapp.clinic.station.station_library import assembled, sources_of, values_in
from nurseapp.clinic.values.library import PackLine
from nurseapp.exchange.wording_pack import PackContents, PackedForm, PackedWording
from nurseapp.exchange.wording_rows import status_words
from nurseapp.forms.library import Library
from nurseapp.forms.licensed import LicensedValues
from nurseapp.forms.licensed_meaning import values_flaws
from nurseapp.forms.loaded import loaded_from
from nurseapp.forms.model import Form
from nurseapp.forms.problem import Flaw, printable
from nurseapp.journal.connection import Cursor
from nurseapp.journal.entries.library import FormImported, Origin
from nurseapp.journal.entry import Body
from nurseapp.journal.queries import library as queries
from nurseapp.people.typed import one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """The entries to write, a line for each part, and sentences that stand in the way."""

    bodies: tuple[Body, ...]
    lines: tuple[PackLine, ...]
    problems: tuple[str, ...]


class Receiving:
    """Looks through one pack beside what the station has."""

    def __init__(self, station: OpenStation, cursor: Cursor, contents: PackContents) -> None:
        self._contents = contents
        self._name = signer_name(contents)
        self._shipped = station.shipped
        self._imported = queries.imported_forms(cursor)
        self._values = {saved.form: values_in(saved) for saved in queries.licensed_values(cursor)}
        self._rows = {
            (row.whole.body.form, row.whole.body.language): row.whole.body
            for row in queries.wordings(cursor)
            if row.whole is not None
        }
        self._bodies: list[Body] = []
        self._lines: list[PackLine] = []
        self._problems: list[str] = []

    def looked_through(self) -> Received:
        """Forms first, then values, then wordings: each may need the ones before it."""
        for packed in self._contents.forms:
            self._form(packed)
        library = self._library({})
        for values in self._contents.values:
            self._table(values, library)
        library = self._library({one.form: one for one in self._contents.values})
        for wording in self._contents.wordings:
            self._wording(wording, library)
        return Received(
            bodies=tuple(self._bodies), lines=tuple(self._lines), problems=tuple(self._problems)
        )

    def _added(self) -> list[FormImported]:
        return [one for one in self._bodies if isinstance(one, FormImported)]

    def _library(self, values: Mapping[str, LicensedValues]) -> Library:
        """The station's forms with those of the pack that may come in."""
        forms = (*self._imported, *self._added())
        return assembled(self._shipped, forms, {**self._values, **values}, ())

    def _form(self, packed: PackedForm) -> None:
        loaded, flaws = loaded_from(packed.table)
        if flaws:
            self._refuse(printable(str(packed.table.get("name", ""))), flaws)
            return
        form, sha256 = loaded[0].source, loaded[0].sha256
        here = (*self._imported, *self._added())
        before = [one for one in here if one.form == form.id]
        title = _("{form}, utgave {version}").format(form=form.name, version=form.version)
        if any(one.sha256 == sha256 for one in before):
            self._say(title, _("Skjemaet har dere fra før."), news=False)
            return
        wrong = tuple(self._stands_in_the_way(form, before, here))
        if wrong:
            self._refuse(title, wrong)
            return
        table = msgspec.json.encode(packed.table).decode()
        origin = Origin("pack", self._name)
        self._bodies.append(FormImported(form.id, form.version, sha256, table, packed.kept, origin))
        says = _("Nytt skjema.") if not before else _("Ny utgave av et skjema dere har.")
        self._say(title, says, news=True)

    def _stands_in_the_way(
        self, form: Form, before: Sequence[FormImported], here: Sequence[FormImported]
    ) -> Iterator[Flaw]:
        others = (one for saved in here for one in sources_of(saved))
        yield from taken(self._shipped, others, form)
        if before and form.version <= before[-1].version:
            says = _("Dere har utgave {version}, og den i pakken er ikke nyere.")
            yield Flaw("version", says.format(version=before[-1].version))

    def _table(self, values: LicensedValues, library: Library) -> None:
        source = next((one.source for one in library.forms if one.source.id == values.form), None)
        if source is None:
            self._problems.append(_unknown(values.form))
            return
        title = _("{form}: verdier fra lisensen").format(form=source.name)
        flaws = tuple(values_flaws(source, values))
        if flaws:
            self._refuse(title, flaws)
        elif self._values.get(values.form) == values:
            self._say(title, _("Har dere fra før."), news=False)
        else:
            self._bodies.append(values_entry(values))
            says = _("Nye her.")
            if values.form in self._values:
                says = _("Kommer i stedet for dem her. Det som er godkjent, må godkjennes på nytt.")
            self._say(title, says, news=True)

    def _wording(self, packed: PackedWording, library: Library) -> None:
        wording = packed.wording
        loaded = next((one for one in library.forms if one.form.id == wording.form), None)
        if loaded is None:
            self._problems.append(_unknown(wording.form))
            return
        spoken = language_words(wording.language)
        title = _("{form} på {language}").format(form=loaded.form.name, language=spoken)
        cleaned, flaws = clean(wording, loaded.form)
        if cleaned is None:
            self._refuse(title, flaws)
            return
        entry = whole_entry(cleaned, self._origin(packed))
        here = self._rows.get((wording.form, wording.language))
        if here is not None and here.sha256 == entry.sha256:
            self._say(title, _("Teksten har dere fra før."), news=False)
            return
        self._bodies.append(entry)
        self._say(title, " ".join(_wording_words(packed, replaces=here is not None)), news=True)

    def _origin(self, packed: PackedWording) -> Origin:
        day = packed.approved_on.toordinal() if packed.approved_on is not None else 0
        by = one_line(packed.approved_by) if day else ""
        return Origin("pack", self._name, by, day if by else 0)

    def _say(self, title: str, words: str, *, news: bool) -> None:
        self._lines.append(PackLine(title=title, words=words, news=news))

    def _refuse(self, title: str, flaws: Iterable[Flaw]) -> None:
        self._problems += [f"{title}: {flaw.sentence}" for flaw in flaws]


def signer_name(contents: PackContents) -> str:
    """What the pack's station calls itself."""
    parts = (one_line(contents.station), one_line(contents.municipality))
    return ", ".join(part for part in parts if part) or _("en stasjon uten navn")


def _wording_words(packed: PackedWording, *, replaces: bool) -> Iterator[str]:
    yield _("Tekst: {status}.").format(status=status_words(packed.wording.status))
    if packed.approved_by and packed.approved_on is not None:
        yield _("Godkjent der {day} av {who}.").format(
            day=short_date(packed.approved_on), who=one_line(packed.approved_by)
        )
    yield (
        _("Kommer i stedet for teksten her, som er i bruk til den nye er godkjent.")
        if replaces
        else _("Ny her.")
    )


def _unknown(form: str) -> str:
    says = _("Skjemaet «{form}» finnes ikke her. Programmet må kanskje oppdateres først.")
    return says.format(form=printable(form))
