"""A form of ours as a Questionnaire from which it comes back as it was."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Final

import msgspec

from nurseapp.exchange.bare_table import bare_table
from nurseapp.exchange.fhir.items_out import item_out, score_codes
from nurseapp.exchange.fhir.json_reading import Table
from nurseapp.exchange.fhir.struct_extensions import extension_of
from nurseapp.exchange.fhir.urls import (
    BASE,
    FORM,
    FORM_DIGEST,
    FORM_PART,
    FORM_SCALE,
    FORM_WORDING,
    HIDDEN,
)
from nurseapp.exchange.fhir.words_out import said
from nurseapp.forms.model import Form
from nurseapp.forms.scale import Scale
from nurseapp.forms.wording import Wording

PARTS: Final = ("introduction", "recall")
"""What a wording says before the first question, each an item of its own."""

_KEPT_ASIDE: Final = ("language", "status", "note")
_MARKED: Final = "_"  # no item of ours starts with it


def canonical(form: Form) -> str:
    """The form's name in the world, without its version."""
    return f"{BASE}/Questionnaire/{form.id}"


def own_questionnaire(form: Form, wordings: Sequence[Wording], *, released: bool) -> Table:
    """The form and its words; without words, what is asked stands there by its ids alone."""
    main = main_language(wordings)
    total = helsenorge_total(form)
    counts = frozenset(total.items) if total is not None else frozenset[str]()
    titles = {one.language: one.title for one in wordings}
    about = form.about
    return {
        "resourceType": "Questionnaire",
        "id": form.id,
        **({"language": main} if main else {}),
        "extension": [_structure(form), _digest(form), *(_standing(one) for one in wordings)],
        "url": canonical(form),
        "version": str(form.version),
        "name": "".join(part.capitalize() for part in ("form", *form.id.split("-"))),
        **(said("title", titles, main) if titles else {"title": form.full_name}),
        "status": "active" if released else "draft",
        "experimental": any(one.training for one in wordings),
        "subjectType": ["Patient"],
        "publisher": about.rights.holder,
        "purpose": about.purpose.nb,
        "copyright": about.rights.note.nb,
        "item": [
            *_parts(wordings, main),
            *(
                item_out(form, item, wordings, main, counts=item.id in counts)
                for item in form.items
            ),
            *([_score(total)] if total is not None else []),
        ],
    }


def main_language(wordings: Sequence[Wording]) -> str:
    """Bokmål where there is one, else the first; empty without any wording."""
    languages = [one.language for one in wordings]
    return "nb" if "nb" in languages else next(iter(languages), "")


def helsenorge_total(form: Form) -> Scale | None:
    """The scale that Helsenorge's total is the same as: the only one, a sum of single answers."""
    if len(form.scales) != 1 or form.scales[0].kind != "sum":
        return None
    scale = form.scales[0]
    single = all(form.item(name).kind in {"choice", "yes_no"} for name in scale.items)
    worth = all(
        option.points is not None for name in scale.items for option in form.item(name).options
    )
    return scale if single and worth else None


def score_link(scale: str) -> str:
    """The name of the item that holds a scale's score."""
    return f"{_MARKED}score-{scale}"


def part_link(part: str) -> str:
    """The name of the item that holds one of `PARTS`."""
    return f"{_MARKED}{part}"


def _structure(form: Form) -> Table:
    table = bare_table(form)
    table.pop("items")  # each stands at its own item
    return extension_of(FORM, table)


def _digest(form: Form) -> Table:
    """The form's hash: a structure that others have moved about no longer fits it."""
    content = msgspec.json.encode(bare_table(form), order="sorted")
    return {"url": FORM_DIGEST, "valueString": hashlib.sha256(content).hexdigest()}


def _standing(wording: Wording) -> Table:
    """What FHIR has no place for at a text: where it comes from, and how far it can be trusted."""
    return extension_of(FORM_WORDING, {name: getattr(wording, name) for name in _KEPT_ASIDE})


def _parts(wordings: Sequence[Wording], main: str) -> list[Table]:
    return [
        {
            "extension": [{"url": FORM_PART, "valueCode": part}],
            "linkId": part_link(part),
            **said("text", {one.language: getattr(one, part) for one in wordings}, main),
            "type": "display",
        }
        for part in PARTS
        if wordings
    ]


def _score(scale: Scale) -> Table:
    """Helsenorge's total, computed there and hidden from who answers."""
    marked = {"url": FORM_SCALE, "extension": [{"url": "id", "valueString": scale.id}]}
    return {
        "extension": [marked, {"url": HIDDEN, "valueBoolean": True}],
        "linkId": score_link(scale.id),
        "code": score_codes("TS"),
        "text": scale.name.nb,
        "type": "integer",
        "required": False,
        "readOnly": True,
    }
