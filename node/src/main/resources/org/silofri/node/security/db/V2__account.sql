-- Who may sign in. No more about a person than is needed (docs/accounts.md).
CREATE TABLE account (
    id           TEXT PRIMARY KEY,
    name         TEXT NOT NULL UNIQUE,
    display      TEXT NOT NULL,
    email        TEXT,
    language     TEXT,
    hash         TEXT NOT NULL,
    -- set while the password is one that somebody else knows: it must be changed, and until then
    one_time     INTEGER,
    -- counts up when all sessions are to end
    generation   INTEGER NOT NULL DEFAULT 1,
    made_at      INTEGER NOT NULL,
    disabled     INTEGER
) STRICT;

CREATE TABLE account_grant (
    account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    role    TEXT NOT NULL CHECK (role IN ('READER', 'EDITOR', 'PUBLISHER', 'COORDINATOR', 'ADMIN')),
    city    TEXT NOT NULL,
    PRIMARY KEY (account, city, role)
) STRICT, WITHOUT ROWID;

-- who did what when, and from where; the address goes first, the line itself later
CREATE TABLE audit (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      INTEGER NOT NULL,
    account TEXT,
    label   TEXT,
    what    TEXT NOT NULL,
    subject TEXT NOT NULL,
    city    TEXT,
    address TEXT
) STRICT;
CREATE INDEX audit_at ON audit (at);

-- a token may belong to an account; then it can do no more than the account
CREATE TABLE token_with_owner (
    id       TEXT PRIMARY KEY,
    hash     BLOB NOT NULL UNIQUE,
    role     TEXT NOT NULL CHECK (role IN ('READER', 'EDITOR', 'PUBLISHER', 'COORDINATOR')),
    city     TEXT NOT NULL,
    label    TEXT NOT NULL,
    made_at  INTEGER NOT NULL,
    expires  INTEGER NOT NULL,
    revoked  INTEGER,
    account  TEXT REFERENCES account (id)
) STRICT;
INSERT INTO token_with_owner (id, hash, role, city, label, made_at, expires, revoked)
SELECT id, hash, role, city, label, made_at, expires, revoked FROM token;
DROP TABLE token;
ALTER TABLE token_with_owner RENAME TO token;
CREATE INDEX token_account ON token (account);
