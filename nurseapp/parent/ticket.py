"""What the desk hands to the parent's program, through the launcher: no name of any person."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from nurseapp.base.text import Language
from nurseapp.forms.questionnaire import Questionnaire
from nurseapp.outbox.ticket import SealTicket

RecordKind = Literal["own", "child", "none"]


class ParentTicket(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One sheet to be filled in.

    `outbox` is the path of the file to make. `languages` may be chosen, the first one is shown
    first. `text_scale` is a share of the smallest size, 1.0 to 2.0. `resumed` means that only
    the unanswered items are in the questionnaire. `record` is where the answers will stand: in
    the respondent's own record, in a child's, or in none (then nobody can tell who answered).
    """

    questionnaire: Questionnaire
    seal: SealTicket
    outbox: Annotated[str, Meta(min_length=1)]
    languages: Annotated[tuple[str, ...], Meta(min_length=1)]
    text_scale: Annotated[float, Meta(ge=1.0, le=2.0)] = 1.0
    training: bool
    interface_language: Language = "nb"
    resumed: bool = False
    record: RecordKind = "own"
