"""What a professional must know of a form before she uses it: rights, training, evidence."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from nurseapp.forms.vocabulary import Text, Words

Shipping = Literal["free", "non_commercial", "licence", "own"]


class Rights(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who owns the wording, and what follows from it.

    `wording`: `free` may be shown and translated by anyone, `non_commercial` only on terms that
    the clinic must keep itself, `licence` only by who holds one, `own` is this program's.
    `print_blank`: whether a blank form may be printed once the clinic has its wording in.
    """

    holder: Text
    wording: Shipping
    print_blank: bool
    note: Words


class About(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The library's words: what the form is for, the evidence in Norway first, and who may use it.

    `training` is the education that its owner demands; `unverified` are values in the form that
    no source was found for, each in a sentence; they are shown wherever the form is explained.
    """

    purpose: Words
    evidence: Words
    rights: Rights
    training: Words | None = None
    unverified: tuple[Words, ...] = ()
