-- What is written and not published. It is deleted when it is published or thrown away.
CREATE TABLE draft (
    id            TEXT PRIMARY KEY,
    city          TEXT NOT NULL,
    kind          TEXT NOT NULL,
    entry         TEXT,
    basis         TEXT,
    adopts        TEXT,
    content       TEXT NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('OPEN', 'SUBMITTED', 'RETURNED')),
    comment       TEXT,
    author        TEXT NOT NULL,
    author_name   TEXT NOT NULL,
    changer       TEXT NOT NULL,
    changer_name  TEXT NOT NULL,
    version       INTEGER NOT NULL,
    changed_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX draft_by_city ON draft (city, changed_at);
CREATE INDEX draft_by_entry ON draft (entry) WHERE entry IS NOT NULL;
