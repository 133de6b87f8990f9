"""A form's items as they are asked: options in printed order, without what they are worth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from nurseapp.forms.visibility import Condition, condition_of
from nurseapp.forms.vocabulary import ItemKind

if TYPE_CHECKING:
    from nurseapp.forms.model import Form

LONGEST_TEXT: Final = 4000
"""Signs in a text that sets no limit of its own."""


class Question(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """One item and its option ids in printed order; what a number or a text may be, as in Item."""

    id: str
    kind: ItemKind
    options: tuple[str, ...] = ()
    show_when: Condition | None = None
    optional: bool = False
    minimum: float | None = None
    maximum: float | None = None
    decimals: int = 0
    unit: str = ""
    longest: int = LONGEST_TEXT


def questions_of(form: Form) -> tuple[Question, ...]:
    """A form's items in printed order, as they are asked."""
    items = {item.id: item for item in form.items}
    return tuple(
        Question(
            id=item.id,
            kind=item.kind,
            options=tuple(option.id for option in item.options),
            show_when=condition_of(item.show_when, items) if item.show_when else None,
            optional=item.optional,
            minimum=item.minimum,
            maximum=item.maximum,
            decimals=item.decimals,
            unit=item.unit,
            longest=item.longest or LONGEST_TEXT,
        )
        for item in form.items
    )
