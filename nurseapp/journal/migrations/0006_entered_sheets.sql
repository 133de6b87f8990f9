-- Sheets that somebody else than the subject answered, sheets entered by a nurse, scores with
-- decimals, and anonymous feedback. Written by projections/{screenings,feedback}.py alone.

-- ANY keeps a whole number whole and a score with decimals as it is. `respondent` answered for
-- the subject (0 for herself, or nobody); `child_months`, `child_sex` and `age_words` are the
-- subject's when a sheet is about a child; `by_day` says that only the day of `answered_at` is
-- known. Of `scales` scales `reached` have reached their cut-off; `concern` is the side it lies
-- on. `family` is the form's family of age forms, `two_stage` where a sheet in two stages stands.
-- No paper that leaves with a parent names a sheet that is `off_hand_outs`.
CREATE TABLE screening_anew (
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
    score       ANY,
    lowest      ANY     NOT NULL,
    highest     ANY     NOT NULL,
    maximum     ANY     NOT NULL,
    cut_off     ANY,
    verdict     TEXT    NOT NULL,
    respondent   INTEGER NOT NULL,
    child_months INTEGER,
    child_sex    TEXT    NOT NULL,
    age_words    TEXT    NOT NULL,
    by_day       INTEGER NOT NULL,
    scales       INTEGER NOT NULL,
    reached      INTEGER NOT NULL,
    concern      TEXT    NOT NULL,
    off_hand_outs INTEGER NOT NULL,
    family       TEXT    NOT NULL,
    two_stage    TEXT    NOT NULL
) STRICT;

INSERT INTO screening_anew
SELECT screening, subject, form, form_title, version, sha256, role, week, towards, visit, training,
    author, state, started_at, answered_at, seconds, changes, language, layout, how, interpreter,
    interpreter_name, why, scored_seq, complete, score, lowest, highest, maximum, cut_off, verdict,
    0, NULL, '', '', 0, scored_seq > 0, scored_seq > 0 AND verdict = 'over',
    CASE WHEN scored_seq > 0 THEN 'high' ELSE '' END, 0, '', ''
FROM screening;

DROP TABLE screening;
ALTER TABLE screening_anew RENAME TO screening;
CREATE INDEX screening_subject ON screening (subject);
CREATE INDEX screening_respondent ON screening (respondent) WHERE respondent > 0;
CREATE INDEX screening_pending ON screening (state) WHERE state IN ('open', 'unfinished');

-- Each time a nurse entered answers: from paper, as observed, as received, or a second stage.
CREATE TABLE entered (
    entered       INTEGER PRIMARY KEY,
    screening     INTEGER NOT NULL,
    how           TEXT    NOT NULL,
    day           INTEGER NOT NULL,
    twice         INTEGER NOT NULL,
    observer      TEXT    NOT NULL,
    certified_day INTEGER,
    author        INTEGER NOT NULL,
    at            INTEGER NOT NULL
) STRICT;

CREATE INDEX entered_screening ON entered (screening);

-- Anonymous answers: the keys that wait for the next batch, and what earlier batches came to.
-- No table here knows a person, a user, a session or a moment.
CREATE TABLE feedback_keys (
    sha256   TEXT    PRIMARY KEY,
    keys_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE feedback_batch (
    batch      INTEGER PRIMARY KEY,
    form       TEXT    NOT NULL,
    form_title TEXT    NOT NULL,
    version    INTEGER NOT NULL,
    sha256     TEXT    NOT NULL,
    month      INTEGER NOT NULL,
    sheets     INTEGER NOT NULL
) STRICT;

CREATE TABLE feedback_count (
    batch  INTEGER NOT NULL,
    item   TEXT    NOT NULL,
    option TEXT    NOT NULL,
    sheets INTEGER NOT NULL,
    PRIMARY KEY (batch, item, option)
) STRICT, WITHOUT ROWID;

-- Nothing of this kind was recorded before: the empty tables are what the journal gives.
INSERT INTO projection (name, version) VALUES ('feedback', 1);
