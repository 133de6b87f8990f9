"""The numbers of the kinds of entry: never changed, never used twice."""

from __future__ import annotations

from enum import IntEnum


class Kind(IntEnum):
    """What an entry says happened; stored in the header as a number.

    1-9 are the journal's own; the clinic's begin at 10; 900 and up are for tests.
    """

    ENTRIES_ERASED = 1

    # The station and its users: entries of station.
    STATION_DESCRIBED = 10
    USER_ADDED = 11
    USER_REMOVED = 12
    PASSWORD_CHANGED = 13
    LOGGED_IN = 14
    BACKED_UP = 15
    RECOVERY_BEGUN = 16
    RECOVERY_DONE = 17

    # People and families: entries of people.
    PERSON_REGISTERED = 20
    PERSON_CORRECTED = 21
    FAMILY_LINKED = 22
    FAMILY_UNLINKED = 23
    PREGNANCY_ENDED = 24
    NURSE_LINE_WRITTEN = 25
    RECORD_READ = 26

    # Handing over a form and taking in the answers: entries of screening.
    VISIT_PLANNED = 30
    SCREENING_STARTED = 31
    SESSION_OPENED = 32
    SESSION_KEYS = 33
    ANSWERS_TAKEN_IN = 34
    SHEET_SCORED = 35
    ANSWER_CORRECTED = 36
    SHEET_WITHDRAWN = 37
    SHEET_ABANDONED = 38
    NOT_NOW = 39
    SHEET_ENTERED = 40

    # Anonymous answers, never about anybody: entries of feedback.
    FEEDBACK_KEYS = 41
    FEEDBACK_COUNTED = 42

    # What is done with a result: entries of followup.
    ALERT_RAISED = 50
    ALERT_CLOSED = 51
    ASSESSMENT_WRITTEN = 52
    STEP_PLANNED = 53
    STEP_FINISHED = 54
    PAPER_MADE = 55
    PAPER_GIVEN_OUT = 56

    # Forms, their wording and approval: entries of library.
    WORDING_SAVED = 60
    LICENSED_VALUES_SAVED = 61
    FORM_IMPORTED = 62
    FORM_APPROVED = 63
    APPROVAL_CONFIRMED = 64
    APPROVALS_WITHDRAWN = 65
    SECOND_APPROVER_SET = 66
    SIGNING_KEY_MADE = 67
    SIGNER_TRUSTED = 68
    LICENCE_RENEWED = 69
