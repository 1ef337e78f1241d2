-- Counts by kind of door, a bounded set; before, they were by link, and a link had an address in it.
DROP TABLE rejection_count;
DROP TABLE rejection;
CREATE TABLE rejection_count (
    reason TEXT NOT NULL,
    door TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (reason, door)
) WITHOUT ROWID;
CREATE TABLE rejection (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    reason TEXT NOT NULL,
    door TEXT NOT NULL,
    peer TEXT NOT NULL,
    claimed TEXT NOT NULL
);
