"""Wordings, licensed values, approvals and licences as tables; contents stay in the journal."""

from __future__ import annotations

from typing import Final

from nurseapp.journal.connection import Cursor
from nurseapp.journal.entries.library import (
    ApprovalConfirmed,
    ApprovalsWithdrawn,
    FormApproved,
    FormImported,
    LicenceRenewed,
    LicensedValuesSaved,
    SecondApproverSet,
    SignerTrusted,
    SigningKeyMade,
    WordingSaved,
)
from nurseapp.journal.entries.screening import SessionOpened
from nurseapp.journal.entry import Recorded
from nurseapp.journal.kinds import Kind
from nurseapp.journal.projections.table_projection import TableProjection

_BEGIN_WORDING: Final = (
    "INSERT INTO wording (form, version, language, sha256, whole_seq, draft_seq)"
    " VALUES (?, ?, ?, '', 0, 0) ON CONFLICT DO NOTHING"
)
_KEEP_WHOLE: Final = (
    "UPDATE wording SET sha256 = ?, whole_seq = ?, draft_seq = 0"
    " WHERE form = ? AND version = ? AND language = ?"
)
_KEEP_RECEIVED: Final = (
    "UPDATE wording SET sha256 = ?, whole_seq = ? WHERE form = ? AND version = ? AND language = ?"
)
_KEEP_DRAFT: Final = (
    "UPDATE wording SET draft_seq = ? WHERE form = ? AND version = ? AND language = ?"
)
_DROP_SINGLE: Final = (
    "DELETE FROM wording WHERE form = ? AND version = ? AND language = ?"
    " AND (draft_seq = 0 OR whole_seq = 0)"
)


def _wording(cursor: Cursor, recorded: Recorded, body: WordingSaved) -> None:
    key = (body.form, body.version, body.language)
    if not body.content:
        _put_away(cursor, key)
        return
    if body.whole:
        cursor.execute(
            "INSERT INTO wording_content (sha256, seq) VALUES (?, ?) ON CONFLICT DO NOTHING",
            (body.sha256, recorded.seq),
        )
    if body.origin.how == "program":  # kept for its approval; the program's own stays in place
        return
    cursor.execute(_BEGIN_WORDING, key)
    if body.whole:
        # What another station sent never puts away what somebody here is writing.
        keep = _KEEP_RECEIVED if body.origin.how == "pack" else _KEEP_WHOLE
        cursor.execute(keep, (body.sha256, recorded.seq, *key))
    else:
        cursor.execute(_KEEP_DRAFT, (recorded.seq, *key))


def _put_away(cursor: Cursor, key: tuple[str, int, str]) -> None:
    """The draft, or without one the wording."""
    cursor.execute(_DROP_SINGLE, key)
    cursor.execute(_KEEP_DRAFT, (0, *key))


def _session(cursor: Cursor, _recorded: Recorded, body: SessionOpened) -> None:
    cursor.executemany(
        "INSERT INTO sheet_wording (screening, language, sha256) VALUES (?, ?, ?)"
        " ON CONFLICT (screening, language) DO UPDATE SET sha256 = excluded.sha256",
        [(body.screening, language, sha256) for language, sha256 in body.wordings],
    )


def _values(cursor: Cursor, recorded: Recorded, body: LicensedValuesSaved) -> None:
    cursor.execute(
        "INSERT INTO licensed_values (seq, form, sha256) VALUES (?, ?, ?)",
        (recorded.seq, body.form, body.sha256),
    )


def _imported(cursor: Cursor, recorded: Recorded, body: FormImported) -> None:
    cursor.execute(
        "INSERT INTO imported_form (form, version, sha256, seq) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        (body.form, body.version, body.sha256, recorded.seq),
    )


def _approved(cursor: Cursor, recorded: Recorded, body: FormApproved) -> None:
    cursor.execute(
        "INSERT INTO approval (approval, seq, form, form_title, version, form_sha256, language,"
        " wording_sha256, starts_day, clinics, second_needed, author, at, confirmed_by,"
        " confirmed_at, withdrawn_by, withdrawn_at, why)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, '')",
        (
            recorded.ref,
            recorded.seq,
            body.form,
            body.form_title,
            body.version,
            body.form_sha256,
            body.language,
            body.wording_sha256,
            body.starts_day,
            body.clinics,
            body.second_needed,
            recorded.author,
            recorded.at,
        ),
    )
    if body.holder:
        _licence(cursor, recorded, body)


def _renewed(cursor: Cursor, recorded: Recorded, body: LicenceRenewed) -> None:
    _licence(cursor, recorded, body)


def _licence(cursor: Cursor, recorded: Recorded, body: FormApproved | LicenceRenewed) -> None:
    cursor.execute(
        "INSERT INTO licence (licence_of, holder, number, until_day, author, at)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (licence_of) DO UPDATE SET"
        " holder = excluded.holder, number = excluded.number, until_day = excluded.until_day,"
        " author = excluded.author, at = excluded.at",
        (
            body.licence_of,
            body.holder,
            body.number,
            body.until_day,
            recorded.author,
            recorded.at,
        ),
    )


def _confirmed(cursor: Cursor, recorded: Recorded, body: ApprovalConfirmed) -> None:
    cursor.execute(
        "UPDATE approval SET confirmed_by = ?, confirmed_at = ? WHERE approval = ?",
        (recorded.author, recorded.at, body.approval),
    )


def _withdrawn(cursor: Cursor, recorded: Recorded, body: ApprovalsWithdrawn) -> None:
    cursor.execute(
        "UPDATE approval SET withdrawn_by = ?, withdrawn_at = ?, why = ?"
        " WHERE form = ? AND withdrawn_at = 0",
        (recorded.author, recorded.at, body.why, body.form),
    )


def _second(cursor: Cursor, _recorded: Recorded, body: SecondApproverSet) -> None:
    cursor.execute(
        "INSERT INTO approval_policy (one, second_needed) VALUES (1, ?)"
        " ON CONFLICT (one) DO UPDATE SET second_needed = excluded.second_needed",
        (body.needed,),
    )


def _key(cursor: Cursor, recorded: Recorded, _body: SigningKeyMade) -> None:
    cursor.execute(
        "INSERT INTO signing_key (one, seq) VALUES (1, ?) ON CONFLICT DO NOTHING", (recorded.seq,)
    )


def _trusted(cursor: Cursor, recorded: Recorded, body: SignerTrusted) -> None:
    cursor.execute("DELETE FROM trusted_signer WHERE public_key = ?", (body.public_key,))
    if body.trusted:
        cursor.execute(
            "INSERT INTO trusted_signer (public_key, name, author, at) VALUES (?, ?, ?, ?)",
            (body.public_key, body.name, recorded.author, recorded.at),
        )


LIBRARY: Final = TableProjection(
    name="library",
    version=1,
    tables=(
        "wording",
        "wording_content",
        "sheet_wording",
        "licensed_values",
        "imported_form",
        "approval",
        "approval_policy",
        "licence",
        "signing_key",
        "trusted_signer",
    ),
    follows={
        Kind.SESSION_OPENED: _session,
        Kind.WORDING_SAVED: _wording,
        Kind.LICENSED_VALUES_SAVED: _values,
        Kind.FORM_IMPORTED: _imported,
        Kind.FORM_APPROVED: _approved,
        Kind.APPROVAL_CONFIRMED: _confirmed,
        Kind.APPROVALS_WITHDRAWN: _withdrawn,
        Kind.SECOND_APPROVER_SET: _second,
        Kind.SIGNING_KEY_MADE: _key,
        Kind.SIGNER_TRUSTED: _trusted,
        Kind.LICENCE_RENEWED: _renewed,
    },
)
