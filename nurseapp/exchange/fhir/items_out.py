"""Our items as FHIR's: what FHIR has an element for in that element, all of it in our extension.

What an answer is worth is written as `ordinalValue` on its coding: R4's own name for it, and the
place that Helsenorge's form filler and FHIRPath's ordinal() both look at.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from nurseapp.exchange.bare_table import bare_table
from nurseapp.exchange.fhir.json_reading import Table
from nurseapp.exchange.fhir.struct_extensions import extension_of
from nurseapp.exchange.fhir.urls import (
    BASE,
    DECIMALS,
    FORM_ITEM,
    HELSENORGE_FORMULAS,
    HELSENORGE_SCORE,
    HIDDEN,
    LEAST,
    MOST,
    ORDINAL_VALUE,
    UNIT,
)
from nurseapp.exchange.fhir.words_out import item_texts, option_texts, said
from nurseapp.forms.model import Form, Item, Option, When
from nurseapp.forms.wording import Wording

_LONGEST_STRING: Final = 255
_CHOSEN: Final = frozenset({"choice", "yes_no", "multiple"})


def answer_coding(form: Form, item: str, option: str) -> Table:
    """What identifies an answer to one item of one form."""
    return {"system": f"{BASE}/CodeSystem/{form.id}/{item}", "code": option}


def item_out(
    form: Form, item: Item, wordings: Sequence[Wording], main: str, *, counts: bool
) -> Table:
    """One item; `counts` says that it is one of Helsenorge's questions with a score."""
    table: Table = {
        "extension": _extensions(item),
        "linkId": item.id,
        **({"code": score_codes("QS")} if counts else {}),
        **said("text", item_texts(wordings, item.id), main),
        "type": _type(item),
        **conditions_out(form, item),
    }
    if item.kind == "information":
        return table
    table["required"] = not item.optional
    if item.kind == "multiple":
        table["repeats"] = True
    if item.kind == "text" and item.longest is not None:
        table["maxLength"] = item.longest
    if item.kind in _CHOSEN:
        table["answerOption"] = [
            {"valueCoding": _coding(form, item, option, wordings, main)} for option in item.options
        ]
    return table


def score_codes(code: str) -> list[Table]:
    """Helsenorge's two codes for something that has to do with a score."""
    return [
        {"system": HELSENORGE_SCORE, "code": "score"},
        {"system": HELSENORGE_FORMULAS, "code": code},
    ]


def conditions_out(form: Form, item: Item) -> Table:
    """The item's condition where FHIR can say it; elsewhere the item is shown always."""
    if item.show_when is None:
        return {}
    items = {one.id: one for one in form.items}
    told = _flat(form, item.show_when, items)
    if told is None:
        return {}
    how, conditions = told
    behaviour = {"enableBehavior": how} if len(conditions) > 1 else {}
    return {"enableWhen": conditions, **behaviour}


def _extensions(item: Item) -> list[Table]:
    found: list[Table] = [extension_of(FORM_ITEM, bare_table(item))]
    if item.stage != 1:
        found.append({"url": HIDDEN, "valueBoolean": True})  # asked by the nurse, not the parent
    for url, limit in ((LEAST, item.minimum), (MOST, item.maximum)):
        if limit is not None:
            kind = "valueInteger" if _type(item) == "integer" else "valueDecimal"
            found.append({"url": url, kind: int(limit) if limit == int(limit) else limit})
    if item.kind == "number" and item.decimals:
        found.append({"url": DECIMALS, "valueInteger": item.decimals})
    if item.unit:
        found.append({"url": UNIT, "valueCoding": {"display": item.unit}})
    return found


def _type(item: Item) -> str:
    match item.kind:
        case "choice" | "yes_no" | "multiple":
            return "choice"
        case "information":
            return "display"
        case "number" if item.unit:
            return "quantity"
        case "number":
            return "decimal" if item.decimals else "integer"
        case "text":
            return "string" if (item.longest or _LONGEST_STRING + 1) <= _LONGEST_STRING else "text"
        case "date":
            return "date"


def _coding(
    form: Form, item: Item, option: Option, wordings: Sequence[Wording], main: str
) -> Table:
    worth: Table = {}
    if option.points is not None:
        worth = {"extension": [{"url": ORDINAL_VALUE, "valueDecimal": option.points}]}
    display = said("display", option_texts(wordings, item.id, option.id), main)
    return {**worth, **answer_coding(form, item.id, option.id), **display}


def _flat(form: Form, when: When, items: Mapping[str, Item]) -> tuple[str, list[Table]] | None:
    """All, or any, of single conditions: all that FHIR knows; None for anything beyond."""
    if not when.all and not when.any:
        return _simple(form, when, items)
    how = "all" if when.all else "any"
    conditions: list[Table] = []
    for one in when.all or when.any:
        inner = _flat(form, one, items)
        if inner is None or (len(inner[1]) > 1 and inner[0] != how):
            return None
        conditions += inner[1]
    return how, conditions


def _simple(form: Form, when: When, items: Mapping[str, Item]) -> tuple[str, list[Table]] | None:
    assert when.item is not None
    item = items[when.item]
    if when.answered:
        return "all", [{"question": item.id, "operator": "exists", "answerBoolean": True}]
    if when.equals is not None:
        return "all", [_is(form, item, when.equals)]
    least = when.at_least or 0
    if item.kind in {"choice", "yes_no"}:
        enough = [one.id for one in item.options if (one.points or 0) >= least]
        return "any", [_is(form, item, option) for option in enough]
    if item.kind == "number" and not item.unit:
        kind = "answerDecimal" if item.decimals else "answerInteger"
        return "all", [{"question": item.id, "operator": ">=", kind: least}]
    return None


def _is(form: Form, item: Item, option: str) -> Table:
    coding = answer_coding(form, item.id, option)
    return {"question": item.id, "operator": "=", "answerCoding": coding}
