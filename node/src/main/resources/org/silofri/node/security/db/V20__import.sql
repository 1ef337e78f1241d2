-- Files that somebody has uploaded, kept for a day with what became of each row.
CREATE TABLE import_upload (
    id          TEXT PRIMARY KEY,
    city        TEXT NOT NULL,
    file_name   TEXT NOT NULL,
    content     BLOB NOT NULL,
    uploaded_at INTEGER NOT NULL,
    expires     INTEGER NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('CHECKING', 'CHECKED', 'IMPORTING', 'IMPORTED', 'UNREADABLE')),
    broken_off  INTEGER NOT NULL DEFAULT 0,
    refusal     TEXT,
    notes       TEXT NOT NULL DEFAULT '[]'
) STRICT;

CREATE INDEX import_upload_city ON import_upload (city, uploaded_at);

CREATE TABLE import_row (
    upload   TEXT NOT NULL REFERENCES import_upload (id) ON DELETE CASCADE,
    number   INTEGER NOT NULL,
    sheet    TEXT NOT NULL,
    at_row   INTEGER NOT NULL,
    title    TEXT NOT NULL,
    outcome  TEXT NOT NULL,
    entry    TEXT,
    problems TEXT NOT NULL,
    warnings TEXT NOT NULL,
    PRIMARY KEY (upload, number)
) STRICT, WITHOUT ROWID;
