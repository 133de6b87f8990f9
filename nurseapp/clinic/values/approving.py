"""Values for those who approve: the second user, and several age forms at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class NewConfirmation:
    """A second user's word for an approval; the hashes are those of the view that she read."""

    approval: int
    form_sha256: str
    wording_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeFormLine:
    """One age form of a family, and what an approver of several must see of it.

    `words` are its age and how it stands, `seen` its questions and points, its cases and what
    changed. `refusals` stand in the way of using it from paper. `languages` (code and words) are
    its whole wordings; `in_force` those that are approved, where paper is the empty language.
    `to_confirm` is another's approval from paper that waits for the one logged in, 0 for none.
    """

    form: str
    words: str
    form_sha256: str
    items: frozenset[str]
    seen: tuple[str, ...]
    refusals: tuple[str, ...]
    languages: tuple[tuple[str, str], ...]
    in_force: frozenset[str]
    to_confirm: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyApprovalView:
    """The age forms of a family by age, and what an approval of it was last given with."""

    family: str
    title: str
    ages: tuple[AgeFormLine, ...]
    licence_needed: bool
    licence_words: str
    holder: str
    number: str
    until: date | None
    starts: date | None
    clinics: str
    second_needed: bool
