-- The journal itself. Everything else in this database can be rebuilt from it.

CREATE TABLE station (
    one          INTEGER PRIMARY KEY CHECK (one = 1),
    installation TEXT    NOT NULL,
    device       INTEGER NOT NULL CHECK (device BETWEEN 1 AND 4194303),
    founded_at   INTEGER NOT NULL
) STRICT;

-- Headers: numbers alone. No name and no free text ever stands here.
CREATE TABLE journal (
    seq     INTEGER PRIMARY KEY,
    device  INTEGER NOT NULL,
    n       INTEGER NOT NULL CHECK (n > 0),
    kind    INTEGER NOT NULL,
    version INTEGER NOT NULL,
    subject INTEGER CHECK (subject > 0),
    author  INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    chain   BLOB    NOT NULL CHECK (length(chain) = 32)
) STRICT;

CREATE INDEX journal_subject ON journal (subject) WHERE subject IS NOT NULL;

-- A body either stands here, or a tombstone holds the hash it had.
CREATE TABLE body (
    seq            INTEGER PRIMARY KEY REFERENCES journal (seq),
    salt           BLOB,
    content        BLOB,
    tombstone_hash BLOB,
    CHECK ((salt IS NULL) = (content IS NULL) AND (content IS NULL) = (tombstone_hash IS NOT NULL))
) STRICT;

CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE (ABORT, 'the journal is only added to'); END;

CREATE TRIGGER journal_is_never_cut BEFORE DELETE ON journal
BEGIN SELECT RAISE (ABORT, 'the journal is only added to'); END;

CREATE TRIGGER body_is_only_erased BEFORE UPDATE ON body WHEN NEW.tombstone_hash IS NULL
BEGIN SELECT RAISE (ABORT, 'the journal is only added to'); END;

CREATE TRIGGER body_is_never_cut BEFORE DELETE ON body
BEGIN SELECT RAISE (ABORT, 'the journal is only added to'); END;

-- By which version of its code each projection's tables are written. A row stands here only while
-- the tables follow every entry.
CREATE TABLE projection (
    name    TEXT    PRIMARY KEY,
    version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
