"""What stands in a referral summary, as words ready to print, and what may not be missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from nurseapp.base.text import _
from nurseapp.people.typed import plain_text
from nurseapp.report.score_bar import ScoreBar


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The one person the paper is about; a shielded person's whereabouts are never printed.

    `consent` tells who agreed, how and when, and that a copy was given. It may be empty for a
    child, whose consents stand in `Child`.
    """

    name: str
    birth_date: str
    national_number: str = ""
    age: str = ""
    language_and_interpreter: str = ""
    general_practitioner: str = ""
    next_of_kin: str = ""
    next_of_kin_phone: str = ""
    address: str = ""
    phone: str = ""
    kindergarten: str = ""
    shielded: bool = False
    consent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """Who decides for the child and cares for it; `consents` has one line for each of them."""

    parental_responsibility: str
    daily_care: str
    child_protection: str
    consents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """One row of what was screened: form with version and date, and how it was filled in."""

    form: str
    score: str
    cut_off: str
    filled_in: str
    age: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who answers for the paper; `hpr` is the number in the health personnel register."""

    name: str
    title: str
    phone: str
    hpr: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralDocument:
    """A referral summary about one person, in the order in which it is printed.

    Every string may hold what a person typed. `critical` holds answers that called for a talk
    and what was done: only for the subject's own sheet, and only if the nurse chose so.
    `made_at` knows its time zone. `provenance` names form version, checksum and program.
    """

    document_id: str
    made_at: datetime
    date: str
    municipality: str
    clinic: str
    kind: str
    to: str
    copy_to: str
    in_short: str
    urgency: str
    subject: Subject
    child: Child | None
    screenings: tuple[Screening, ...]
    score_bar: ScoreBar | None
    critical: tuple[str, ...]
    parents_health: str
    development: str
    interplay: str
    surroundings: str
    function: str
    risk_and_safety: str
    wishes: str
    tried: str
    ongoing: str
    expected_effect: str
    plan: tuple[str, ...]
    contact_until_answer: str
    signature: Signature
    reply_address: str = ""
    provenance: str = ""
    training: bool = False


def missing_fields(document: ReferralDocument) -> tuple[str, ...]:
    """The mandatory fields that are empty, in the words and the order of the paper."""
    subject, child, signature = document.subject, document.child, document.signature
    needed = [
        (_("mottaker"), document.to),
        (_("kort sagt"), document.in_short),
        (_("navn"), subject.name),
        (_("fødselsdato"), subject.birth_date),
    ]
    if child is None:
        needed.append((_("samtykke"), subject.consent))
    else:
        needed += [
            (_("foreldreansvar"), child.parental_responsibility),
            (_("daglig omsorg"), child.daily_care),
            (_("barnevernets rolle"), child.child_protection),
            (_("samtykke"), "".join(child.consents)),
        ]
    needed += [
        (_("plan"), "".join(document.plan)),
        (_("underskrift"), signature.name),
        (_("tittel"), signature.title),
        (_("telefon"), signature.phone),
    ]
    return tuple(label for label, text in needed if not plain_text(text))
