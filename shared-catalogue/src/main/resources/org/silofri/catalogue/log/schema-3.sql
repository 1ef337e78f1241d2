-- What came of requests with an Idempotency-Key, written with their event and forgotten after a day (ADR 0061).
-- Nobody's words: both name and content are hashes. appended = the request made the event at that position itself.
CREATE TABLE IF NOT EXISTS request (
    city TEXT NOT NULL,
    name TEXT NOT NULL,
    content TEXT NOT NULL,
    subject TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    appended INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (city, name)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS request_at ON request (at);
