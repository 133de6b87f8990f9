"""Everyday words for a form, people who may approve them, and what an approver does."""

from __future__ import annotations

import dataclasses
from typing import Any

import msgspec
from clinic_day import TODAY

from nurseapp.clinic.library import approvals, wordings
from nurseapp.clinic.station.access import OpenStation
from nurseapp.clinic.station.users import row_with
from nurseapp.clinic.values.approving import NewConfirmation
from nurseapp.clinic.values.library import NewApproval, WordingDraft
from nurseapp.clinic.values.station import UserRow
from nurseapp.forms.model import Form
from nurseapp.journal.entries.station import UserAdded
from nurseapp.journal.entry import ITSELF, Entry
from nurseapp.journal.projections import PROJECTIONS
from nurseapp.journal.queries import library
from nurseapp.journal.rebuild import unfaithful

THREE: dict[str, Any] = {
    "id": "kitchen",
    "version": 1,
    "name": "Kjøkkenet",
    "full_name": "Tre spørsmål om et kjøkken",
    "topic": "parents",
    "about": {
        "purpose": {"nb": "Øvelse med kopper og fat"},
        "evidence": {"nb": "Ingen"},
        "rights": {
            "holder": "Testvik kommune",
            "wording": "licence",
            "print_blank": True,
            "note": {"nb": "Kommunens eget"},
        },
    },
    "answered_by": ["mother"],
    "layout": "page",
    "minutes": 2,
    "items": [
        {"id": "1", "topic": {"nb": "Kopper"}, "points": [0, 1, 2]},
        {"id": "2", "topic": {"nb": "Fat"}, "points": [2, 1, 0]},
        {"id": "3", "topic": {"nb": "Skap"}, "kind": "yes_no", "points": [1, 0]},
    ],
    "scales": [
        {
            "id": "total",
            "name": {"nb": "Sum"},
            "kind": "sum",
            "items": ["1", "2", "3"],
            "missing": "refuse",
            "concern": "high",
            "cut_offs": [
                {
                    "id": "mother",
                    "comparison": ">=",
                    "value": 3,
                    "for": {"role": "mother"},
                    "source": "Testvik 2026",
                    "population": {"nb": "Ingen"},
                    "verified": True,
                    "default": True,
                }
            ],
        }
    ],
}


def kitchen(**changed: Any) -> Form:
    """The form with some of its parts changed."""
    return msgspec.convert(THREE | changed, Form)


def filled(draft: WordingDraft, word: str = "", **heads: str) -> WordingDraft:
    """Something everyday in every text that is empty; `word` tells texts apart."""
    rows = tuple(
        dataclasses.replace(
            row,
            text=row.text or f"Er det orden på hylle {row.item}? {word}".strip(),
            options=tuple(
                (option, points, text or f"Plass {option} av {row.item} {word}".strip())
                for option, points, text in row.options
            ),
        )
        for row in draft.rows
    )
    texts: dict[str, Any] = {
        "title": f"Hyllene {word}".strip(),
        "introduction": "Noen spørsmål om hyller.",
        "recall": "I dag",
        "note": "Testvik kommune, brev av 1.11.2026",
        "status": "validated",
    }
    return dataclasses.replace(draft, rows=rows, **(texts | heads))


def worded(station: OpenStation, form: str = "epds", language: str = "nb", word: str = "") -> None:
    """Types in a whole wording."""
    assert wordings.save(station, filled(wordings.draft(station, form, language), word)) == ()


def approval(station: OpenStation, form: str = "epds", **other: Any) -> NewApproval:
    """An approval in which nothing lacks, of what stands in the station now."""
    language = other.get("language", "nb") if other.get("wording", True) else ""
    seen = approvals.view(station, form, language)
    decided: dict[str, Any] = {
        "form": form,
        "language": "nb",
        "form_sha256": seen.form_sha256,
        "wording_sha256": seen.wording_sha256,
        "ticked": frozenset(row.item for row in seen.rows),
        "starts": TODAY,
        "clinics": "Solvang",
        "licence_holder": "Testvik kommune",
        "licence_number": "2026/17",
    }
    return NewApproval(**(decided | other))


def approved(station: OpenStation, form: str = "epds", word: str = "", **other: Any) -> int:
    """Types a wording in and approves it; the approval."""
    worded(station, form, word=word)
    return approvals.approve(station, approval(station, form, **other))


def confirmation(station: OpenStation, number: int) -> NewConfirmation:
    """What somebody says who has read what the station has of it now."""
    found = station.journal.read(lambda cursor: library.approval(cursor, number))
    assert found is not None
    seen = approvals.view(station, found.form, found.language)
    return NewConfirmation(
        approval=number, form_sha256=seen.form_sha256, wording_sha256=seen.wording_sha256
    )


def logs_in(station: OpenStation, name: str, *, administrator: bool = True) -> UserRow:
    """Somebody else sits down at the station, with a user of her own."""
    user = UserAdded(90, name, "jordmor", "", "", administrator, b"k" * 32)
    (recorded,) = station.journal.append(station.author, [Entry(subject=ITSELF, body=user)])
    station.user = row_with(station, recorded.ref)
    return station.user


def no_administrator(station: OpenStation) -> None:
    """The one logged in may not change what holds for the station."""
    station.user = dataclasses.replace(station.user, administrator=False)


def rebuilds_the_same(station: OpenStation) -> bool:
    """Whether every table is just what the journal gives."""
    return unfaithful(station.journal._connection, PROJECTIONS) == ()
