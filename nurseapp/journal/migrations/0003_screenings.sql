-- Visits, answer sheets and answers; written by projections/screenings.py alone.

CREATE TABLE visit (
    visit      INTEGER PRIMARY KEY,
    person     INTEGER NOT NULL,
    respondent INTEGER NOT NULL,
    day        INTEGER NOT NULL,
    form       TEXT    NOT NULL,
    form_title TEXT    NOT NULL,
    reason     TEXT    NOT NULL,
    outcome    TEXT    NOT NULL
) STRICT;

CREATE INDEX visit_day ON visit (day);

-- `scored_seq` is the journal's entry with the result; the columns after it are its first scale.
CREATE TABLE screening (
    screening   INTEGER PRIMARY KEY,
    subject     INTEGER NOT NULL,
    form        TEXT    NOT NULL,
    form_title  TEXT    NOT NULL,
    version     INTEGER NOT NULL,
    sha256      TEXT    NOT NULL,
    role        TEXT    NOT NULL,
    week        INTEGER,
    towards     INTEGER NOT NULL,
    visit       INTEGER NOT NULL,
    training    INTEGER NOT NULL,
    author      INTEGER NOT NULL,
    state       TEXT    NOT NULL,
    started_at  INTEGER NOT NULL,
    answered_at INTEGER NOT NULL,
    seconds     INTEGER NOT NULL,
    changes     INTEGER NOT NULL,
    language    TEXT    NOT NULL,
    layout      TEXT    NOT NULL,
    how         TEXT    NOT NULL,
    interpreter TEXT    NOT NULL,
    interpreter_name TEXT NOT NULL,
    why         TEXT    NOT NULL,
    scored_seq  INTEGER NOT NULL,
    complete    INTEGER NOT NULL,
    score       INTEGER,
    lowest      INTEGER NOT NULL,
    highest     INTEGER NOT NULL,
    maximum     INTEGER NOT NULL,
    cut_off     INTEGER,
    verdict     TEXT    NOT NULL
) STRICT;

CREATE INDEX screening_subject ON screening (subject);
CREATE INDEX screening_pending ON screening (state) WHERE state IN ('open', 'unfinished');

CREATE TABLE answer (
    screening INTEGER NOT NULL,
    item      TEXT    NOT NULL,
    option    TEXT,
    PRIMARY KEY (screening, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE correction (
    correction INTEGER PRIMARY KEY,
    screening  INTEGER NOT NULL,
    item       TEXT    NOT NULL,
    before     TEXT,
    option     TEXT,
    why        TEXT    NOT NULL,
    author     INTEGER NOT NULL,
    at         INTEGER NOT NULL
) STRICT;

CREATE INDEX correction_screening ON correction (screening);

-- `keys_seq` is the journal's entry with the keys until it is erased; `digest` is empty until
-- the outbox file has been taken in.
CREATE TABLE session (
    session   TEXT    PRIMARY KEY,
    screening INTEGER NOT NULL,
    keys_seq  INTEGER NOT NULL,
    state     TEXT    NOT NULL,
    digest    TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_open ON session (state) WHERE state = 'open';

CREATE TABLE not_now (
    not_now    INTEGER PRIMARY KEY,
    subject    INTEGER NOT NULL,
    form       TEXT    NOT NULL,
    form_title TEXT    NOT NULL,
    outcome    TEXT    NOT NULL,
    reason     TEXT    NOT NULL,
    at         INTEGER NOT NULL
) STRICT;

CREATE INDEX not_now_subject ON not_now (subject);
