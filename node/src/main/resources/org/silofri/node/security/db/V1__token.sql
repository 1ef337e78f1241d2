-- A token is known by its SHA-256 only; the text itself is shown once, when it is made.
CREATE TABLE token (
    id       TEXT PRIMARY KEY,
    hash     BLOB NOT NULL UNIQUE,
    role     TEXT NOT NULL CHECK (role IN ('PUBLISHER', 'COORDINATOR')),
    city     TEXT NOT NULL,
    label    TEXT NOT NULL,
    made_at  INTEGER NOT NULL,
    expires  INTEGER NOT NULL,
    revoked  INTEGER
) STRICT;
