"""What belongs to a publisher and comes from the clinic's licensed table: cut-offs and keys.

The table is kept in the encrypted database, never shipped. A form is whole without it, but holds
no result against a limit, and without its key it counts nothing.
"""

from __future__ import annotations

from typing import Annotated, Final

from msgspec import Meta, Struct
from msgspec.structs import replace

from nurseapp.base.text import _
from nurseapp.forms.family import with_items
from nurseapp.forms.model import Form, Item, Option
from nurseapp.forms.scale import CutOff, Scale, Value
from nurseapp.forms.vocabulary import Id, Points, Text, Words

Key = dict[str, Annotated[tuple[Points, ...], Meta(min_length=1, max_length=26)]]
"""The items of one age form, each with the points of its options in printed order."""

LICENSED_ID: Final = "licensed"


class LicensedCutOff(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One limit of the table; `age_form` is left out where the form has no age forms.

    A scale where high scores are of concern is reached from `value` up, one where low scores are
    is reached below it; `monitoring` is the far edge of the zone beside it, itself in.
    """

    scale: Id
    age_form: Id | None = None
    value: Value
    monitoring: Value | None = None


class LicensedValues(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A clinic's table for one form or family; `source` says which edition it was typed from.

    `keys` are by age form; a form without age forms has its key under its own id.
    """

    form: Id
    version: Annotated[int, Meta(ge=1, le=9999)]
    source: Text
    cut_offs: tuple[LicensedCutOff, ...] = ()
    keys: dict[str, Key] = {}


def keyed(form: Form) -> tuple[str, ...]:
    """The ids of the items whose points are the publisher's key."""
    counted = {name for scale in form.scales for name in scale.items}
    return tuple(
        item.id for item in form.items if item.id in counted and not item.optional and not item.most
    )


def with_values(form: Form, values: LicensedValues) -> Form:
    """The form as it is used with the table; the form itself where the table is another's.

    A part of the licence that the table lacks stays in `licensed`: nothing is counted by a key
    that is not there. Items that the key does not name are not in that age form, nor are the
    ticks that are printed after them.
    """
    if values.form != (form.family or form.id) or values.version != form.version:
        return form
    if "key" in form.licensed:
        key = values.keys.get(form.age_form or form.id)
        if key is None:
            return form
        form = _with_key(form, key)
    return _with_cut_offs(form, values) if "cut_offs" in form.licensed else form


def _with_key(form: Form, key: Key) -> Form:
    publishers, here = frozenset(keyed(form)), True
    items: list[Item] = []
    for item in form.items:
        if item.id in publishers:
            here = item.id in key
        elif not item.optional or item.kind != "multiple":
            here = True
        if here:
            items.append(_with_points(item, key[item.id]) if item.id in publishers else item)
    licensed = tuple(part for part in form.licensed if part != "key")
    return replace(with_items(form, tuple(items)), licensed=licensed)


def _with_points(item: Item, points: tuple[int, ...]) -> Item:
    options = (Option(option.id, worth) for option, worth in zip(item.options, points, strict=True))
    return replace(item, points=points, options=tuple(options))


def _with_cut_offs(form: Form, values: LicensedValues) -> Form:
    limits = {one.scale: one for one in values.cut_offs if one.age_form == form.age_form}
    scales = tuple(
        _with_cut_off(scale, limits[scale.id], values.source) if scale.id in limits else scale
        for scale in form.scales
    )
    whole = all(scale.cut_offs for scale in scales)
    licensed = tuple(part for part in form.licensed if part != "cut_offs" or not whole)
    return replace(form, scales=scales, licensed=licensed)


def _with_cut_off(scale: Scale, limit: LicensedCutOff, source: str) -> Scale:
    cut_off = CutOff(
        id=LICENSED_ID,
        comparison=">=" if scale.concern == "high" else "<",
        value=limit.value,
        monitoring=limit.monitoring,
        source=source,
        population=Words(nb=_("Fra klinikkens lisensierte tabell")),
        verified=True,
        default=True,
    )
    return replace(scale, cut_offs=(cut_off,))
