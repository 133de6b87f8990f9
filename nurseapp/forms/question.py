"""A form's items as they are asked: options in printed order, without what they are worth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from nurseapp.forms.visibility import Condition
from nurseapp.forms.vocabulary import ItemKind

if TYPE_CHECKING:  # the parent's program, which reads this module, has no use for the model
    from nurseapp.forms.model import Form


class Question(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One item; `options` are option ids in printed order, empty for a kind that has none.

    `minimum`, `maximum`, `decimals` and `unit` belong to a number, `longest` (signs) to a text.
    """

    id: str
    kind: ItemKind
    options: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    decimals: int = 0
    unit: str = ""
    longest: int | None = None
    show_when: Condition | None = None
    optional: bool = False


def questions_of(form: Form, stage: Literal[1, 2] | None = 1) -> tuple[Question, ...]:
    """The items of a stage in printed order, as they are asked; of both stages with None.

    The items of stage 2 hang on answers of stage 1: their visibility needs both.
    """
    from nurseapp.forms.condition import condition_of

    items = {item.id: item for item in form.items}
    return tuple(
        Question(
            id=item.id,
            kind=item.kind,
            options=tuple(option.id for option in item.options),
            minimum=item.minimum,
            maximum=item.maximum,
            decimals=item.decimals,
            unit=item.unit,
            longest=item.longest,
            show_when=condition_of(item.show_when, items) if item.show_when else None,
            optional=item.optional,
        )
        for item in form.items
        if stage in {None, item.stage}
    )
