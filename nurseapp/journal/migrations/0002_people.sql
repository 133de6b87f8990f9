-- People and families as screens show them; written by projections/people.py alone.
-- Days are proleptic ordinals, moments whole seconds since 1970.

CREATE TABLE person (
    person               INTEGER PRIMARY KEY,
    kind                 TEXT    NOT NULL,
    given_name           TEXT    NOT NULL,
    family_name          TEXT    NOT NULL,
    sort_name            TEXT    NOT NULL,
    birth_day            INTEGER,
    national_number      TEXT    NOT NULL,
    sex                  TEXT    NOT NULL,
    language             TEXT    NOT NULL,
    interpreter          TEXT    NOT NULL,
    gestation_days       INTEGER,
    due_day              INTEGER,
    shielded_address     INTEGER NOT NULL,
    address              TEXT    NOT NULL,
    phone                TEXT    NOT NULL,
    general_practitioner TEXT    NOT NULL,
    next_of_kin          TEXT    NOT NULL,
    ended                TEXT    NOT NULL,
    seen_at              INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX person_number ON person (national_number) WHERE national_number <> '';
CREATE INDEX person_seen ON person (seen_at);

-- Every folded spelling a person can be found by: a search is a range of this key.
CREATE TABLE person_token (
    token  TEXT    NOT NULL,
    person INTEGER NOT NULL,
    PRIMARY KEY (token, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX person_token_of ON person_token (person, token);

CREATE TABLE family (
    child INTEGER NOT NULL,
    adult INTEGER NOT NULL,
    role  TEXT    NOT NULL,
    PRIMARY KEY (child, adult)
) STRICT, WITHOUT ROWID;

CREATE INDEX family_adult ON family (adult, child);

CREATE TABLE nurse_line (
    line   INTEGER PRIMARY KEY,
    person INTEGER NOT NULL,
    text   TEXT    NOT NULL,
    author INTEGER NOT NULL,
    at     INTEGER NOT NULL
) STRICT;

CREATE INDEX nurse_line_person ON nurse_line (person);
