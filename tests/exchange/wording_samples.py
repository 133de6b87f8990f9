"""A form about a kitchen and words for it, to be sent back and forth."""

from __future__ import annotations

from typing import Any

import msgspec

from nurseapp.forms.model import Form
from nurseapp.forms.wording import Wording

ABOUT = {
    "purpose": {"nb": "Øvelse"},
    "evidence": {"nb": "Ingen"},
    "rights": {
        "holder": "Testvik kommune",
        "wording": "licence",
        "print_blank": True,
        "note": {"nb": "Kommunens eget"},
    },
}
TABLE: dict[str, Any] = {
    "id": "kitchen",
    "version": 3,
    "name": "Kjøkkenet",
    "full_name": "Spørsmål om et kjøkken",
    "topic": "surroundings",
    "about": ABOUT,
    "answered_by": ["mother", "father"],
    "layout": "page",
    "minutes": 2,
    "items": [
        {"id": "1.2", "topic": {"nb": "Kopper"}, "points": [0, 1, 2]},
        {"id": "2", "topic": {"nb": "Fat"}, "points": [2, 1, 0]},
        {"id": "3-4", "topic": {"nb": "Skap"}, "kind": "yes_no", "points": [1, 0]},
        {"id": "5", "topic": {"nb": "Merknad"}, "kind": "text", "optional": True},
    ],
}
FORM = msgspec.convert(TABLE, Form)

WORDING = msgspec.convert(
    {
        "form": "kitchen",
        "version": 3,
        "language": "nb",
        "status": "validated",
        "title": "Kjøkkenet ditt",
        "introduction": "Noen spørsmål om ting.",
        "recall": "I dag",
        "note": "Testvik kommune",
        "items": {
            "1.2": {
                "text": "Hvor mange kopper er rene?",
                "options": {"a": "Ingen", "b": "Noen", "c": "Alle"},
            },
            "2": {"text": "Og fat?", "options": {"a": "Ingen", "b": "Noen", "c": "Alle"}},
            "3-4": {"text": "Er skapet lukket?", "options": {"a": "Ja", "b": "Nei"}},
            "5": {"text": "Noe mer?"},
        },
    },
    Wording,
)


def worded(**texts: Any) -> Wording:
    """The sample with other texts: heads by name, `text` for the first question."""
    table = msgspec.to_builtins(WORDING)
    for key, text in texts.items():
        if key == "text":
            table["items"]["1.2"]["text"] = text
        elif key == "answer":
            table["items"]["1.2"]["options"]["b"] = text
        else:
            table[key] = text
    return msgspec.convert(table, Wording)
