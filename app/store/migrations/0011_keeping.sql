-- Version 11. Copies that are in the firm's cloud, followed by id; what was decided about keeping a project's records; who
-- can open a project's place, as it was last seen; declarations about a whole project, and those that supplement another.

-- `id` is the copy's. `told`: the address or path by which it is looked for. Without `item_id` it was not found yet. `answer`:
-- what the last removal came to; `bin_until`: the last moment it may be in a recycle bin; `settled_at`: nothing more is due.
CREATE TABLE cloud_copies (
    id TEXT PRIMARY KEY REFERENCES copies (id),
    told ANY NOT NULL,
    is_address INTEGER NOT NULL,
    noted_at TEXT NOT NULL,
    drive_id ANY,
    item_id ANY,
    name ANY,
    version ANY,
    answer TEXT,
    asked_at TEXT,
    bin_until TEXT,
    settled_at TEXT,
    supplements TEXT
) STRICT;
CREATE INDEX cloud_copies_open ON cloud_copies (noted_at) WHERE settled_at IS NULL;

-- `id` is the project's; the last decision counts.
CREATE TABLE record_decisions (
    id TEXT PRIMARY KEY REFERENCES projects (id),
    decided_at TEXT NOT NULL,
    keep_until TEXT,
    reason ANY,
    released INTEGER NOT NULL,
    deleted_at TEXT
) STRICT;

-- `id` is the project's. Counts alone: who it was is asked anew.
CREATE TABLE place_looks (
    id TEXT PRIMARY KEY REFERENCES projects (id),
    looked_at TEXT NOT NULL,
    outsiders INTEGER NOT NULL,
    uncertain INTEGER NOT NULL,
    grants INTEGER NOT NULL
) STRICT;

-- A declaration about a project speaks of several agreements; one that supplements another names it.
CREATE TABLE certificates_new (
    id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL REFERENCES projects (id),
    agreement_id TEXT REFERENCES agreements (id),
    issued_at TEXT NOT NULL,
    copies INTEGER NOT NULL,
    methods TEXT NOT NULL,
    residuals INTEGER NOT NULL,
    complete INTEGER NOT NULL,
    document TEXT NOT NULL,
    receipt TEXT,
    receipt_at TEXT,
    supplement_to TEXT
) STRICT;
INSERT INTO certificates_new
    SELECT id, project_id, agreement_id, issued_at, copies, methods, residuals, complete, document, receipt, receipt_at, NULL
    FROM certificates ORDER BY rowid;
DROP TABLE certificates;
ALTER TABLE certificates_new RENAME TO certificates;
CREATE INDEX certificates_by_project ON certificates (project_id);
