"""Entries about forms: their wording, licensed values, approval, and who may send any here.

None of them concerns a patient. Nothing is ever edited: what is saved anew stands beside what
was, and both can be read by their SHA-256.
"""

from __future__ import annotations

from nurseapp.journal.entry import Body, recorded_as
from nurseapp.journal.kinds import Kind


class Origin(Body, frozen=True):
    """How something came in: `typed`, `table`, `fhir`, `pack`, or `program`.

    The last came with the program, and is kept here since it was approved. From another station:
    what it calls itself, and who approved it there on which day (a proleptic ordinal, 0 if
    nobody). That is news, never an approval here.
    """

    how: str
    station: str = ""
    approved_by: str = ""
    approved_day: int = 0


@recorded_as(Kind.WORDING_SAVED)
class WordingSaved(Body, frozen=True):
    """The words of one language of a form's version, as JSON in `content`.

    `whole` has every text there, and `sha256` is of the wording it makes; an unfinished one is a
    draft beside the last whole one. Empty `content` puts the draft away, or without one the
    wording itself; what it said stays readable.
    """

    form: str
    version: int
    language: str
    sha256: str
    whole: bool
    content: str
    origin: Origin


@recorded_as(Kind.LICENSED_VALUES_SAVED)
class LicensedValuesSaved(Body, frozen=True):
    """Cut-offs and keys from the clinic's licensed table, as JSON; `form` may be a family."""

    form: str
    version: int
    sha256: str
    content: str


@recorded_as(Kind.FORM_IMPORTED)
class FormImported(Body, frozen=True):
    """A form that did not come with the program: its table as JSON.

    `kept` is what its file had beyond that, given back when it is written out again.
    """

    form: str
    version: int
    sha256: str
    table: str
    kept: str
    origin: Origin


@recorded_as(Kind.FORM_APPROVED)
class FormApproved(Body, frozen=True):
    """The author approves exactly this; the entry's own ref is the approval.

    `language` is empty for approval without wording, when answers are entered from paper.
    `structure` is the form with its licensed values as JSON, `ticked` the items held against
    the paper form, `licence_of` the form or family that the licence names, `cases` how many
    golden cases passed. Days are proleptic ordinals.
    """

    form: str
    form_title: str
    version: int
    form_sha256: str
    structure: str
    language: str
    wording_sha256: str
    values_sha256: str
    ticked: tuple[str, ...]
    cases: int
    licence_of: str
    holder: str
    number: str
    until_day: int | None
    starts_day: int
    clinics: str
    second_needed: bool


@recorded_as(Kind.APPROVAL_CONFIRMED)
class ApprovalConfirmed(Body, frozen=True):
    """A second user stands behind the approval too."""

    approval: int


@recorded_as(Kind.APPROVALS_WITHDRAWN)
class ApprovalsWithdrawn(Body, frozen=True):
    """Everything approved of this form so far is withdrawn; results keep what they were made on."""

    form: str
    why: str


@recorded_as(Kind.SECOND_APPROVER_SET)
class SecondApproverSet(Body, frozen=True):
    """Whether approvals from here on need a second user."""

    needed: bool


@recorded_as(Kind.SIGNING_KEY_MADE)
class SigningKeyMade(Body, frozen=True):
    """The seed of the key this station signs files with; made once."""

    seed: bytes

    def __repr__(self) -> str:
        return "SigningKeyMade()"


@recorded_as(Kind.SIGNER_TRUSTED)
class SignerTrusted(Body, frozen=True):
    """Whether files signed with this key may be taken in, and what its station calls itself."""

    public_key: bytes
    name: str
    trusted: bool


@recorded_as(Kind.LICENCE_RENEWED)
class LicenceRenewed(Body, frozen=True):
    """The licence of a form or family as it is now; `until_day` None runs without end."""

    licence_of: str
    holder: str
    number: str
    until_day: int | None
