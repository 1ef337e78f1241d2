-- Version 1 of log.db. Events are facts: written once, never changed. What changes stands beside them.

-- One row an event, exactly the author's bytes; page is the feed page that it stands on (WIRE "On HTTP").
CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    city TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL,
    type TEXT NOT NULL,
    subject TEXT NOT NULL,
    time TEXT NOT NULL,
    jws TEXT NOT NULL,
    payload_length INTEGER NOT NULL,
    page INTEGER NOT NULL,
    UNIQUE (city, epoch, seq)
);
CREATE INDEX event_subject ON event (subject, city, epoch, seq);

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;

-- Salt and content, apart from the event so that they can be erased (F14).
CREATE TABLE payload (
    event INTEGER PRIMARY KEY REFERENCES event (id),
    salt BLOB NOT NULL,
    content BLOB NOT NULL
);
-- Events whose payload is gone for good: erased by the city's own later event.
CREATE TABLE erasure (
    event INTEGER PRIMARY KEY REFERENCES event (id),
    by_event INTEGER NOT NULL REFERENCES event (id)
);
CREATE TRIGGER payload_is_never_changed BEFORE UPDATE ON payload
BEGIN SELECT RAISE(ABORT, 'a payload is never changed'); END;
CREATE TRIGGER payload_is_deleted_by_erasure_only BEFORE DELETE ON payload
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE event = OLD.event)
BEGIN SELECT RAISE(ABORT, 'a payload is deleted by erasure only'); END;
CREATE TRIGGER payload_does_not_return BEFORE INSERT ON payload
WHEN EXISTS (SELECT 1 FROM erasure WHERE event = NEW.event)
BEGIN SELECT RAISE(ABORT, 'an erased payload does not return'); END;

-- Local order of growth. first = the event was stored now; otherwise it became projectable again.
CREATE TABLE change (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    event INTEGER NOT NULL REFERENCES event (id),
    city TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    first INTEGER NOT NULL
);
CREATE INDEX change_position ON change (city, n, epoch, seq) WHERE first = 1;

-- Stored but not projected: quarantined with a reason, or pending until its payload arrives.
CREATE TABLE hold (
    event INTEGER PRIMARY KEY REFERENCES event (id),
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    due INTEGER,
    since INTEGER NOT NULL
);

CREATE TABLE head (
    city TEXT PRIMARY KEY,
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL,
    time TEXT NOT NULL
);

-- One row a feed page; the last one of an epoch is the one that grows.
CREATE TABLE page (
    city TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    n INTEGER NOT NULL,
    first_seq INTEGER NOT NULL,
    events INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    PRIMARY KEY (city, epoch, n)
) WITHOUT ROWID;

-- Epochs that ended, with their last kept sequence number; what lies beyond is abandoned.
CREATE TABLE closed_epoch (
    city TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    PRIMARY KEY (city, epoch)
) WITHOUT ROWID;

CREATE TABLE fork_proof (
    city TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    known_jws TEXT NOT NULL,
    other_jws TEXT NOT NULL,
    seen INTEGER NOT NULL,
    PRIMARY KEY (city, epoch, seq, other_jws)
) WITHOUT ROWID;
-- Cities that stand still since a fork, at the last agreed position (F7).
CREATE TABLE freeze (
    city TEXT PRIMARY KEY,
    epoch INTEGER NOT NULL,
    seq INTEGER NOT NULL
);

CREATE TABLE statement (
    source TEXT NOT NULL,
    type TEXT NOT NULL,
    time INTEGER NOT NULL,
    jws TEXT NOT NULL,
    PRIMARY KEY (source, type)
) WITHOUT ROWID;

CREATE TABLE rejection_count (
    reason TEXT NOT NULL,
    link TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (reason, link)
) WITHOUT ROWID;
CREATE TABLE rejection (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    reason TEXT NOT NULL,
    link TEXT NOT NULL,
    claimed TEXT NOT NULL
);

-- What the node keeps beside its events: members, keys, cursors, marks.
CREATE TABLE kept (
    space TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (space, name)
) WITHOUT ROWID;
