"""What a form says in one language: where we may ship it, and who answers for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from nurseapp.forms.vocabulary import Id, Text

if TYPE_CHECKING:  # the parent's program reads wordings, and knows nothing of points
    from nurseapp.forms.model import Form

Status = Literal[
    "training", "own", "working_translation", "validated", "translated_only", "interpreted"
]
WordingLanguage = Annotated[str, Meta(pattern=r"^[a-z]{2,3}\Z")]


class ItemText(Struct, frozen=True, forbid_unknown_fields=True):
    """A question and its answers by option id."""

    text: Text
    options: dict[str, Text] = {}


class Wording(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One language of one form's version.

    `status` "own" are words that nobody else owns, written for this form; "interpreted" is a
    text that an interpreter reads aloud in the language.
    `options` are answers that all items share unless an item has its own. `note` tells the nurse
    whose words they are; the parent does not see it.
    """

    form: Id
    version: int
    language: WordingLanguage
    status: Status
    title: Text
    introduction: Text
    recall: Text
    note: Text
    options: dict[str, Text] = {}
    items: dict[str, ItemText]

    @property
    def training(self) -> bool:
        """Whether these are practice words, never to be used on a real person."""
        return self.status == "training"

    def spelt_out(self, form: Form | None = None) -> Wording:
        """The same wording with every item's options standing at the item.

        With the form, only items that have options get those that all share.
        """
        without = {item.id for item in form.items if not item.options} if form else set()
        items = {
            name: item
            if item.options or name in without
            else ItemText(item.text, dict(self.options))
            for name, item in self.items.items()
        }
        return replace(self, items=items, options={})
