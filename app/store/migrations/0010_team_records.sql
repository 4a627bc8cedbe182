-- Version 10. What laptops of the team told, what this one sent, and how the team stood day by day. Days are texts
-- `2026-11-30`: no time of day is kept. A record is the canonical JSON that was signed.

-- What lies at the remote, as it was last seen there. `problem`: why it does not count.
CREATE TABLE team_entries (
    name TEXT PRIMARY KEY,
    stamp TEXT NOT NULL,
    device TEXT,
    digest TEXT NOT NULL,
    problem TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX team_entries_by_device ON team_entries (device);

-- The last record of each device that counted, in the order in which devices were first heard. `pardoned`: the next one need not follow on it; a lead accepted the device anew.
CREATE TABLE team_records (
    device TEXT PRIMARY KEY,
    mail ANY NOT NULL,
    first_day TEXT NOT NULL,
    record TEXT NOT NULL,
    digest TEXT NOT NULL,
    pardoned INTEGER NOT NULL
) STRICT;

CREATE TABLE team_days (
    day TEXT PRIMARY KEY,
    totals TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE team_open (
    device TEXT NOT NULL,
    what TEXT NOT NULL,
    state TEXT NOT NULL,
    count INTEGER NOT NULL,
    since TEXT NOT NULL,
    last_day TEXT NOT NULL,
    PRIMARY KEY (device, what, since)
) STRICT, WITHOUT ROWID;
CREATE INDEX team_open_by_last_day ON team_open (last_day);

-- What this laptop made, before it was put at the remote (`is_posted` 0) and after.
CREATE TABLE team_sent (
    sequence INTEGER PRIMARY KEY,
    day TEXT NOT NULL,
    record TEXT NOT NULL,
    is_posted INTEGER NOT NULL
) STRICT;
