"""Values for the place Skjema: forms, their wording, its approval, licences and packs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from nurseapp.forms.model import Form
from nurseapp.forms.vocabulary import ItemKind
from nurseapp.forms.wording import Status, Wording

FormStatus = Literal[
    "not_scored", "no_wording", "draft", "ready", "awaiting_second", "starts_later", "approved",
    "withdrawn", "training", "broken",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingLine:
    """One language of a form: the newest there is, whole or not.

    `approved` says that exactly these words are approved and in force; `approved_words` also
    when an older text is what is in use. `shipped` came with the program.
    """

    form: str
    language: str
    language_words: str
    status: Status
    status_words: str
    sha256: str
    whole: bool
    origin_words: str
    editable: bool
    approved: bool
    approved_words: str
    shipped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FormCard:
    """One form, or a family with its `age_forms` (form id and words); all texts are for the nurse.

    `why_not` tells why it may not be used here now and what to do next; empty when it may.
    `paper_mode` says that answers from a paper form may be entered. `licensed` are the parts that
    come from the clinic's licensed table, and `licensed_words` whether they are there.
    `not_scored` says why the instrument itself is not scored here; the status of that name also
    that its words are the program's own, and need no approval.
    """

    form: str
    family: str
    name: str
    full_name: str
    purpose: str
    answered_by: str
    minutes: int
    ages: str
    evidence: str
    rights: str
    training: str
    unverified: tuple[str, ...]
    version: int
    status: FormStatus
    status_words: str
    why_not: str
    wordings: tuple[WordingLine, ...]
    licence_words: str
    age_forms: tuple[tuple[str, str], ...]
    can_print_blank: bool
    paper_mode: bool
    observer: bool
    imported: bool
    licensed: tuple[str, ...]
    licensed_words: str
    not_scored: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryView:
    """All forms by name, what is wrong with those that could not be read, and what runs out."""

    cards: tuple[FormCard, ...]
    problems: tuple[str, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRow:
    """One item beside what is written for it; `options` are option id, points and text.

    An option without text of its own is read as the draft's shared one. `points` is empty where
    the licensed key lacks.
    """

    item: str
    topic: str
    kind: ItemKind
    text: str
    options: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingDraft:
    """A wording being written; `options` are answers that all items share (option id and text)."""

    form: str
    version: int
    language: str
    status: Status
    title: str
    introduction: str
    recall: str
    note: str
    rows: tuple[DraftRow, ...]
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingChange:
    """One text before and now; `place` is the item or the part of the head in words."""

    place: str
    before: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToTick:
    """One text to be held against the paper form, with the answers of an item as printed.

    `options` are the number on paper from 1, the points, and the text (empty on paper). `head`:
    the title, introduction or recall period, whose `item` is never the id of an item.
    """

    item: str
    topic: str
    text: str
    options: tuple[tuple[int, str, str], ...]
    head: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """One golden case and, if it failed, what came out instead."""

    name: str
    passed: bool
    differences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalLine:
    """One approval of the form, newest first; `can_confirm` by the one who is logged in."""

    approval: int
    language: str
    status: FormStatus
    words: str
    can_confirm: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalView:
    """What an approver must see. `language` is empty for use without wording, from paper.

    `first_time`: nothing of this form was approved here before, so there is nothing to compare.

    `refusals` are sentences that stand in the way whatever is ticked, `notes` others to know of;
    `holder`, `number` and `until` are the licence as last recorded; `starts` (None without one)
    and `clinics` are those of the family's last approval. The hashes are of what is shown here,
    licensed values and all, and `wording_sha256` is empty on paper.
    """

    form: str
    family: str
    title: str
    version: int
    form_sha256: str
    wording_sha256: str
    language: str
    language_words: str
    first_time: bool
    structure_changes: tuple[str, ...]
    wording_changes: tuple[WordingChange, ...]
    cases: tuple[CaseLine, ...]
    cases_words: str
    rows: tuple[ToTick, ...]
    refusals: tuple[str, ...]
    notes: tuple[str, ...]
    licence_needed: bool
    licence_words: str
    holder: str
    number: str
    until: date | None
    starts: date | None
    clinics: str
    second_needed: bool
    may_approve: bool
    earlier: tuple[ApprovalLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewApproval:
    """What an approver decides; `wording` False approves the form for use from paper alone.

    `form_sha256` and `wording_sha256` are those of the ApprovalView she read; whatever was
    changed since is not approved by it. `ticked` are the rows she held against the paper form:
    all of them are needed. `clinics` says where it holds. `licence_until` None runs without end.
    """

    form: str
    language: str
    form_sha256: str
    wording_sha256: str
    ticked: frozenset[str]
    starts: date
    clinics: str
    wording: bool = True
    licence_holder: str = ""
    licence_number: str = ""
    licence_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceRow:
    """One licence; `warning` is a sentence from 60 days before it ends, else empty."""

    licence_of: str
    title: str
    holder: str
    number: str
    until: date | None
    words: str
    warning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedForm:
    """A form from a file, with what its file had beyond it (`kept`)."""

    form: Form
    wordings: tuple[Wording, ...] = ()
    kept: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackLine:
    """One thing in a pack, and what taking it in would mean here."""

    title: str
    words: str
    news: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PackView:
    """A pack before it is taken in: who says to have signed it, and what is in it.

    `fingerprint` is read aloud by telephone and compared; `known` says that it was before.
    Nothing can be taken in while there are `problems`.
    """

    signer: str
    fingerprint: str
    known: bool
    made_on: date
    contents: tuple[PackLine, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """Why a form may no longer be used, by whom and when; shown as a banner."""

    form: str
    words: str
    at: datetime
