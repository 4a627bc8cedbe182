-- Version 8. What the firm's Office 365 has to know again after a restart: cursors, item ids, how long to be silent.
CREATE TABLE remote_memory (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
