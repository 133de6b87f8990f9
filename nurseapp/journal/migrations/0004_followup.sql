-- Alerts, assessments, steps and papers; written by projections/followup.py alone.

CREATE TABLE alert (
    alert      INTEGER PRIMARY KEY,
    kind       TEXT    NOT NULL,
    subject    INTEGER NOT NULL,
    screening  INTEGER NOT NULL,
    item       TEXT    NOT NULL,
    guide      TEXT    NOT NULL,
    points     INTEGER NOT NULL,
    answers    INTEGER NOT NULL,
    raised_at  INTEGER NOT NULL,
    closed_at  INTEGER NOT NULL,
    closed_by  TEXT    NOT NULL,
    action     TEXT    NOT NULL,
    next_contact       INTEGER,
    next_contact_words TEXT    NOT NULL,
    duty_to_notify     TEXT    NOT NULL
) STRICT;

CREATE INDEX alert_open ON alert (kind, raised_at) WHERE closed_at = 0;
CREATE INDEX alert_screening ON alert (screening);
CREATE INDEX alert_subject ON alert (subject);

CREATE TABLE assessment (
    assessment INTEGER PRIMARY KEY,
    subject    INTEGER NOT NULL,
    screening  INTEGER NOT NULL,
    text       TEXT    NOT NULL,
    author     INTEGER NOT NULL,
    at         INTEGER NOT NULL
) STRICT;

CREATE INDEX assessment_subject ON assessment (subject);
CREATE INDEX assessment_screening ON assessment (screening);

CREATE TABLE step (
    step      INTEGER PRIMARY KEY,
    subject   INTEGER NOT NULL,
    screening INTEGER NOT NULL,
    code      TEXT    NOT NULL,
    words     TEXT    NOT NULL,
    due_day   INTEGER,
    author    INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    done_at   INTEGER NOT NULL,
    outcome   TEXT    NOT NULL
) STRICT;

CREATE INDEX step_open ON step (due_day) WHERE done_at = 0;
CREATE INDEX step_done ON step (done_at) WHERE done_at > 0;
CREATE INDEX step_subject ON step (subject);
CREATE INDEX step_screening ON step (screening);

CREATE TABLE paper (
    document  TEXT    PRIMARY KEY,
    subject   INTEGER NOT NULL,
    screening INTEGER NOT NULL,
    paper     TEXT    NOT NULL,
    author    INTEGER NOT NULL,
    at        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX paper_subject ON paper (subject);
