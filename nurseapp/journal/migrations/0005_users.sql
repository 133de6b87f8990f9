-- Who may log in, as the journal knows it; written by projections/users.py alone.

CREATE TABLE station_description (
    one          INTEGER PRIMARY KEY CHECK (one = 1),
    name         TEXT    NOT NULL,
    municipality TEXT    NOT NULL,
    phone        TEXT    NOT NULL,
    training     INTEGER NOT NULL
) STRICT;

CREATE TABLE user (
    user          INTEGER PRIMARY KEY,
    slot          INTEGER NOT NULL,
    name          TEXT    NOT NULL,
    title         TEXT    NOT NULL,
    phone         TEXT    NOT NULL,
    hpr_number    TEXT    NOT NULL,
    administrator INTEGER NOT NULL,
    active        INTEGER NOT NULL,
    public_key    BLOB    NOT NULL
) STRICT;
