"""Values for the place Henvisningsgrunnlag and the other papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Consent = Literal["", "oral", "written", "not_given"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralDraft:
    """What the nurse edits before the referral summary is made; all of it about one subject.

    Mandatory: to, request, consent, plan; about a child also who has parental responsibility and
    daily care, what the child protection service does, and in `consent_words` who agreed.
    `include_critical` is the nurse's own tick.
    """

    screening: int
    subject: int
    subject_name: str
    to: str
    copy_to: str
    request: str
    urgency: str
    parents_health: str
    development: str
    interplay: str
    surroundings: str
    function: str
    risk_and_safety: str
    wishes: str
    tried: str
    plan: str
    consent: Consent
    consent_words: str
    include_critical: bool
    include_earlier: bool
    about_child: bool = False
    # Only when the subject is a child:
    parental_responsibility: str = ""
    daily_care: str = ""
    child_protection: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeHomeDraft:
    """What goes on the sheet that the parent carries home: never a score."""

    screening: int
    talked_about: str
    next_step: str
    next_date: str
    contact: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A finished paper: a file name without any person's name, and the bytes."""

    document: str
    file_name: str
    content: bytes
