"""What follows from several scales together."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct, field

from nurseapp.forms.scale import Value
from nurseapp.forms.vocabulary import Id, Words


class AnyOf(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Reached when any of the scales has reached its cut-off (any area of ASQ)."""

    id: Id
    name: Words
    scales: Annotated[tuple[Id, ...], Meta(min_length=2)]
    offers: tuple[Id, ...] = ()


class TwoStage(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A first scale whose middle calls for a second stage, asked by the nurse (M-CHAT-R/F).

    `first` from `from` to `to`, both in, asks the items of stage 2; `then` is the scale over
    them, and it decides. Below and above that range the first scale decides alone.
    """

    first: Id
    lowest: Value = field(name="from")
    highest: Value = field(name="to")
    then: Id
