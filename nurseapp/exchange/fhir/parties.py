"""Whose answers, who gave them and who wrote them down, as references inside a response."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from nurseapp.exchange.fhir.json_reading import Table

# Folkeregisteret's numbers in the Norwegian base profiles (hl7.no, no-basis).
_NATIONAL_NUMBER: Final = "urn:oid:2.16.578.1.12.4.1.4.1"
_D_NUMBER: Final = "urn:oid:2.16.578.1.12.4.1.4.2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody in a response; what is empty is not said.

    `words` tells who it is where no name does. The national number stands here only when
    somebody asked for it to be sent.
    """

    kind: Literal["Patient", "RelatedPerson", "Practitioner"]
    name: str = ""
    words: str = ""
    birth_date: date | None = None
    national_number: str = ""


def reference(party: Party, name: str) -> Table:
    """A reference to the party, which `contained` puts into the same resource as `name`."""
    told: Table = {"type": party.kind}
    if _is_named(party):
        told = {"reference": f"#{name}", **told}
    return told | ({"display": party.words} if party.words else {})


def contained(party: Party, name: str, subject: str) -> list[Table]:
    """The party as a resource of its own inside another; none for somebody without a name.

    A related person is related to the one called `subject`.
    """
    if not _is_named(party):
        return []
    table: Table = {"resourceType": party.kind, "id": name}
    if party.national_number:
        table["identifier"] = [
            {"system": _system(party.national_number), "value": party.national_number}
        ]
    if party.kind == "RelatedPerson":
        table["patient"] = {"reference": f"#{subject}"}
    if party.name:
        table["name"] = [{"text": party.name}]
    if party.birth_date is not None:
        table["birthDate"] = party.birth_date.isoformat()
    return [table]


def _is_named(party: Party) -> bool:
    return bool(party.name or party.national_number)


def _system(number: str) -> str:
    """A D-number has four added to its first digit."""
    return _D_NUMBER if number[0] in "4567" else _NATIONAL_NUMBER
