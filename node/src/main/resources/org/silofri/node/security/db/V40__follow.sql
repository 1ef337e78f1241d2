-- What somebody follows (ADR 0140). The words of a search that is followed may tell of its reader: they stay here.
CREATE TABLE follow (
    id      TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    kind    TEXT NOT NULL CHECK (kind IN ('SEARCH', 'THEME', 'CITY', 'ENTRY')),
    subject TEXT NOT NULL,
    -- last change of the logs before it was followed; nothing older is told
    since   INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    UNIQUE (account, kind, subject)
) STRICT;

-- How far an account, or the mailbox of a city, has been told (ADR 0141). No text of a mail is kept.
CREATE TABLE mailing (
    purpose    TEXT NOT NULL CHECK (purpose IN ('DIGEST', 'REMINDER')),
    -- id of the account, or of the own city
    whom       TEXT NOT NULL,
    rhythm     TEXT NOT NULL CHECK (rhythm IN ('OFF', 'DAILY', 'WEEKLY', 'MONTHLY')),
    -- last change of the logs that was told, or found to be no news
    told       INTEGER NOT NULL,
    -- when the last turn was settled
    settled    INTEGER NOT NULL,
    attempts   INTEGER NOT NULL DEFAULT 0,
    retry      INTEGER,
    trouble    TEXT CHECK (trouble IN ('REFUSED', 'UNREACHED', 'UNCERTAIN')),
    trouble_at INTEGER,
    answer     TEXT,
    PRIMARY KEY (purpose, whom)
) STRICT, WITHOUT ROWID;
