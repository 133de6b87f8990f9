-- Forms' wording, licensed values and approvals; written by projections/library.py alone.
-- `seq` columns are the journal's entries where the contents stand, 0 for none. Days are
-- proleptic ordinals, moments whole seconds since 1970.

-- One row for each language of a form's version: the last whole wording, and a draft after it.
CREATE TABLE wording (
    form      TEXT    NOT NULL,
    version   INTEGER NOT NULL,
    language  TEXT    NOT NULL,
    sha256    TEXT    NOT NULL,
    whole_seq INTEGER NOT NULL,
    draft_seq INTEGER NOT NULL,
    PRIMARY KEY (form, version, language)
) STRICT, WITHOUT ROWID;

-- Every whole wording there ever was, so that what was answered on can be read.
CREATE TABLE wording_content (
    sha256 TEXT    PRIMARY KEY,
    seq    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The wordings a sheet was offered in.
CREATE TABLE sheet_wording (
    screening INTEGER NOT NULL,
    language  TEXT    NOT NULL,
    sha256    TEXT    NOT NULL,
    PRIMARY KEY (screening, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE licensed_values (
    seq    INTEGER PRIMARY KEY,
    form   TEXT NOT NULL,
    sha256 TEXT NOT NULL
) STRICT;

CREATE TABLE imported_form (
    form    TEXT    NOT NULL,
    version INTEGER NOT NULL,
    sha256  TEXT    NOT NULL,
    seq     INTEGER NOT NULL,
    PRIMARY KEY (form, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE approval (
    approval       INTEGER PRIMARY KEY,
    seq            INTEGER NOT NULL,
    form           TEXT    NOT NULL,
    form_title     TEXT    NOT NULL,
    version        INTEGER NOT NULL,
    form_sha256    TEXT    NOT NULL,
    language       TEXT    NOT NULL,
    wording_sha256 TEXT    NOT NULL,
    starts_day     INTEGER NOT NULL,
    clinics        TEXT    NOT NULL,
    second_needed  INTEGER NOT NULL,
    author         INTEGER NOT NULL,
    at             INTEGER NOT NULL,
    confirmed_by   INTEGER NOT NULL,
    confirmed_at   INTEGER NOT NULL,
    withdrawn_by   INTEGER NOT NULL,
    withdrawn_at   INTEGER NOT NULL,
    why            TEXT    NOT NULL
) STRICT;

CREATE INDEX approval_form ON approval (form);

CREATE TABLE approval_policy (
    one           INTEGER PRIMARY KEY CHECK (one = 1),
    second_needed INTEGER NOT NULL
) STRICT;

CREATE TABLE licence (
    licence_of TEXT    PRIMARY KEY,
    holder     TEXT    NOT NULL,
    number     TEXT    NOT NULL,
    until_day  INTEGER,
    author     INTEGER NOT NULL,
    at         INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE signing_key (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE trusted_signer (
    public_key BLOB    PRIMARY KEY,
    name       TEXT    NOT NULL,
    author     INTEGER NOT NULL,
    at         INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
