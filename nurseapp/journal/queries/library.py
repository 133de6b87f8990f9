"""Wordings, licensed values, imported forms, approvals and licences."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple, TypeVar

from nurseapp.journal.connection import Cursor
from nurseapp.journal.entries.library import (
    FormApproved,
    FormImported,
    LicensedValuesSaved,
    SigningKeyMade,
    WordingSaved,
)
from nurseapp.journal.entry import Body
from nurseapp.journal.reading import entry_at

Found = TypeVar("Found", bound=Body)


class Saved(NamedTuple):
    """A wording or a draft as it was saved: by whom, and when (seconds since 1970)."""

    body: WordingSaved
    author: int
    at: int


class WordingRow(NamedTuple):
    """One language of a form's version; `whole` is the last whole wording, `draft` came after."""

    whole: Saved | None
    draft: Saved | None

    @property
    def newest(self) -> Saved:
        """What is worked on now."""
        found = self.draft or self.whole
        assert found is not None
        return found


class Approval(NamedTuple):
    """One approval; its whole content stands in the journal's entry `seq`.

    `language` is empty for approval without wording. Users are 0 and moments 0 for what has not
    happened.
    """

    approval: int
    seq: int
    form: str
    form_title: str
    version: int
    form_sha256: str
    language: str
    wording_sha256: str
    starts_day: int
    clinics: str
    second_needed: int
    author: int
    at: int
    confirmed_by: int
    confirmed_at: int
    withdrawn_by: int
    withdrawn_at: int
    why: str


class Licence(NamedTuple):
    """The licence of a form or family as last recorded; `until_day` None runs without end."""

    licence_of: str
    holder: str
    number: str
    until_day: int | None
    author: int
    at: int

    @property
    def until(self) -> date | None:
        """The last day it holds."""
        return None if self.until_day is None else date.fromordinal(self.until_day)


_APPROVAL: Final = f"SELECT {', '.join(Approval._fields)} FROM approval"  # noqa: S608 - our names
_LICENCE: Final = f"SELECT {', '.join(Licence._fields)} FROM licence"  # noqa: S608 - our names


def wordings(cursor: Cursor) -> tuple[WordingRow, ...]:
    """Every language of every form and version, by form, version and language."""
    rows = cursor.execute(
        "SELECT whole_seq, draft_seq FROM wording ORDER BY form, version, language"
    ).fetchall()
    return _rows(cursor, rows)


def wordings_of(cursor: Cursor, form: str) -> tuple[WordingRow, ...]:
    """The same for one form, older versions first."""
    rows = cursor.execute(
        "SELECT whole_seq, draft_seq FROM wording WHERE form = ? ORDER BY version, language",
        (form,),
    ).fetchall()
    return _rows(cursor, rows)


def wording_by_hash(cursor: Cursor, sha256: str) -> WordingSaved | None:
    """A whole wording as it once was."""
    row = cursor.execute("SELECT seq FROM wording_content WHERE sha256 = ?", (sha256,)).fetchone()
    return _body(cursor, row[0], WordingSaved) if row else None


def wordings_offered(cursor: Cursor, screening: int) -> dict[str, str]:
    """The hash of each wording the sheet was offered in, by language."""
    return dict(
        cursor.execute(
            "SELECT language, sha256 FROM sheet_wording WHERE screening = ?", (screening,)
        ).fetchall()
    )


def licensed_values(cursor: Cursor) -> tuple[LicensedValuesSaved, ...]:
    """The values in force, one for each form or family that has any."""
    rows = cursor.execute("SELECT max(seq) FROM licensed_values GROUP BY form").fetchall()
    return _bodies(cursor, [row[0] for row in rows], LicensedValuesSaved)


def licensed_values_of(cursor: Cursor, form: str) -> tuple[LicensedValuesSaved, ...]:
    """All that was ever saved for a form or family, newest first."""
    rows = cursor.execute(
        "SELECT seq FROM licensed_values WHERE form = ? ORDER BY seq DESC", (form,)
    ).fetchall()
    return _bodies(cursor, [row[0] for row in rows], LicensedValuesSaved)


def imported_forms(cursor: Cursor) -> tuple[FormImported, ...]:
    """Every version of every imported form, older versions first."""
    rows = cursor.execute("SELECT seq FROM imported_form ORDER BY form, version").fetchall()
    return _bodies(cursor, [row[0] for row in rows], FormImported)


def approvals(cursor: Cursor) -> tuple[Approval, ...]:
    """Every approval there ever was, oldest first."""
    rows = cursor.execute(_APPROVAL + " ORDER BY seq").fetchall()
    return tuple(Approval(*row) for row in rows)


def approvals_of(cursor: Cursor, form: str) -> tuple[Approval, ...]:
    """One form's approvals, oldest first."""
    rows = cursor.execute(_APPROVAL + " WHERE form = ? ORDER BY seq", (form,)).fetchall()
    return tuple(Approval(*row) for row in rows)


def approval(cursor: Cursor, number: int) -> Approval | None:
    """One approval."""
    row = cursor.execute(_APPROVAL + " WHERE approval = ?", (number,)).fetchone()
    return Approval(*row) if row else None


def approved_content(cursor: Cursor, approved: Approval) -> FormApproved | None:
    """All that the approval says; None where the law had it erased."""
    return _body(cursor, approved.seq, FormApproved)


def second_needed(cursor: Cursor) -> bool:
    """Whether an approval needs a second user here."""
    row = cursor.execute("SELECT second_needed FROM approval_policy").fetchone()
    return bool(row and row[0])


def licences(cursor: Cursor) -> tuple[Licence, ...]:
    """The licences by form or family."""
    rows = cursor.execute(_LICENCE + " ORDER BY licence_of").fetchall()
    return tuple(Licence(*row) for row in rows)


def licence(cursor: Cursor, licence_of: str) -> Licence | None:
    """One form's or family's licence."""
    row = cursor.execute(_LICENCE + " WHERE licence_of = ?", (licence_of,)).fetchone()
    return Licence(*row) if row else None


def signing_seed(cursor: Cursor) -> bytes | None:
    """The seed of this station's signing key; None until one is made."""
    row = cursor.execute("SELECT seq FROM signing_key").fetchone()
    made = _body(cursor, row[0], SigningKeyMade) if row else None
    return made.seed if made is not None else None


def trusted_signers(cursor: Cursor) -> dict[bytes, str]:
    """The keys whose files may be taken in, and what their stations call themselves."""
    return dict(cursor.execute("SELECT public_key, name FROM trusted_signer").fetchall())


def _rows(cursor: Cursor, rows: list[tuple[int, int]]) -> tuple[WordingRow, ...]:
    found = (WordingRow(_saved(cursor, whole), _saved(cursor, draft)) for whole, draft in rows)
    return tuple(row for row in found if row.whole or row.draft)


def _saved(cursor: Cursor, seq: int) -> Saved | None:
    recorded = entry_at(cursor, seq) if seq else None
    if recorded is None or not isinstance(recorded.body, WordingSaved):
        return None
    return Saved(recorded.body, recorded.author, recorded.at)


def _bodies(cursor: Cursor, seqs: list[int], kind: type[Found]) -> tuple[Found, ...]:
    found = (_body(cursor, seq, kind) for seq in seqs)
    return tuple(body for body in found if body is not None)


def _body(cursor: Cursor, seq: int, kind: type[Found]) -> Found | None:
    """The entry's body; None where the law had it erased."""
    recorded = entry_at(cursor, seq)
    return recorded.body if recorded is not None and isinstance(recorded.body, kind) else None
