"""What was recorded about a person before it was put right: readable in her record ever after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from nurseapp.base.dates import short_date
from nurseapp.base.text import _, mark
from nurseapp.clinic.people.naming import language_words
from nurseapp.journal.entries.people import PersonWritten
from nurseapp.people.ages import Gestation
from nurseapp.people.roles import Interpreter, interpreter_in_words

_SEXES: Final = {
    "unknown": mark("Ikke oppgitt"),
    "female": mark("Kvinne / jente"),
    "male": mark("Mann / gutt"),
}
_WHEREABOUTS: Final = frozenset({"address", "phone", "next_of_kin"})


def before_words(before: PersonWritten, now: PersonWritten, *, shielded: bool) -> str:
    """`Etternavn Bjørk; Telefon –`: each field that another took the place of.

    Of a person who is `shielded` today nothing tells where she could be found, then or now.
    """
    fields = [
        f"{label} {said or '–'}"
        for name, label, said in _said(before)
        if getattr(before, name) != getattr(now, name) and not (shielded and name in _WHEREABOUTS)
    ]
    return "; ".join(fields)


def _said(person: PersonWritten) -> Iterator[tuple[str, str, str]]:
    """Each field, what it is called, and what stood in it."""
    weeks = person.gestation_days
    yield "given_name", _("Fornavn"), person.given_name
    yield "family_name", _("Etternavn"), person.family_name
    yield "birth_day", _("Fødselsdato"), _day(person.birth_day)
    yield "national_number", _("Fødselsnummer"), person.national_number
    yield "sex", _("Kjønn"), _(_SEXES[person.sex])
    yield "language", _("Språk"), language_words(person.language)
    yield "interpreter", _("Tolk"), interpreter_in_words(Interpreter(person.interpreter))
    yield "gestation_days", _("Uke ved fødsel"), str(Gestation(*divmod(weeks, 7))) if weeks else ""
    yield "due_day", _("Termin"), _day(person.due_day)
    yield "shielded_address", _("Skjermet adresse"), _("Ja") if person.shielded_address else ""
    yield "address", _("Adresse"), person.address
    yield "phone", _("Telefon"), person.phone
    yield "general_practitioner", _("Fastlege"), person.general_practitioner
    yield "next_of_kin", _("Nærmeste pårørende"), person.next_of_kin


def _day(ordinal: int | None) -> str:
    return "" if ordinal is None else short_date(date.fromordinal(ordinal))
