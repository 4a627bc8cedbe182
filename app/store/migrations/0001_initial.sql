-- Version 1. Moments are texts `2026-11-30T08:00:00Z`; ANY holds a text, or its bytes where a name is not UTF-8;
-- JSON holds lists and small structures. Domain types of the same names tell what the columns mean.

CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE clients (
    id TEXT PRIMARY KEY,
    name ANY NOT NULL,
    created_at TEXT NOT NULL,
    variants TEXT NOT NULL,
    domains TEXT NOT NULL,
    tenant_ids TEXT NOT NULL,
    keywords TEXT NOT NULL,
    hosts TEXT NOT NULL,
    shares TEXT NOT NULL,
    mounts TEXT NOT NULL,
    processor_domains TEXT NOT NULL,
    contacts TEXT NOT NULL,
    terms TEXT NOT NULL,
    origin TEXT NOT NULL
) STRICT;

CREATE TABLE projects (
    id TEXT PRIMARY KEY,
    code ANY NOT NULL,
    client_id TEXT NOT NULL REFERENCES clients (id),
    created_at TEXT NOT NULL,
    principal ANY,
    goals TEXT NOT NULL,
    members TEXT NOT NULL,
    documents TEXT NOT NULL,
    status TEXT NOT NULL,
    closed_at TEXT,
    retention_until TEXT,
    client_request_evidence TEXT,
    origin TEXT NOT NULL
) STRICT;
CREATE INDEX projects_by_client ON projects (client_id);

CREATE TABLE agreements (
    id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL REFERENCES projects (id),
    scope ANY NOT NULL,
    purpose ANY NOT NULL,
    place TEXT NOT NULL,
    agreed_with_name ANY NOT NULL,
    agreed_with_mail ANY NOT NULL,
    agreed_at TEXT NOT NULL,
    registered_at TEXT NOT NULL,
    evidence TEXT NOT NULL,
    valid_until TEXT,
    hold INTEGER NOT NULL,
    purpose_fulfilled_at TEXT,
    withdrawn_at TEXT,
    withdrawal_evidence TEXT,
    approved_at TEXT,
    approved_by ANY,
    origin TEXT NOT NULL
) STRICT;
CREATE INDEX agreements_by_project ON agreements (project_id);

CREATE TABLE findings (
    id TEXT PRIMARY KEY,
    "group" TEXT NOT NULL,
    path ANY NOT NULL,
    verdict TEXT NOT NULL,
    kinds TEXT NOT NULL,
    reasons TEXT NOT NULL,
    found_at TEXT NOT NULL,
    decide_by TEXT NOT NULL,
    client_id TEXT,
    project_id TEXT,
    special INTEGER NOT NULL,
    state TEXT NOT NULL,
    resolution TEXT,
    identity TEXT,
    size_bytes INTEGER NOT NULL,
    modified_ns INTEGER NOT NULL,
    sha256 TEXT,
    is_place INTEGER NOT NULL,
    first_clean_up INTEGER NOT NULL
) STRICT;
CREATE INDEX findings_by_group ON findings ("group");
CREATE INDEX findings_by_state ON findings (state);
CREATE INDEX findings_by_path ON findings (path);
CREATE INDEX findings_by_sha256 ON findings (sha256) WHERE sha256 IS NOT NULL;

-- claimed_by, claimed_at: who carries out the irreversible act on this copy; a claim older than 15 minutes is stale.
CREATE TABLE copies (
    id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL REFERENCES projects (id),
    agreement_id TEXT NOT NULL REFERENCES agreements (id),
    location TEXT NOT NULL,
    name ANY NOT NULL,
    created_at TEXT NOT NULL,
    path ANY,
    size_bytes INTEGER NOT NULL,
    sha256 TEXT,
    identity TEXT,
    modified_ns INTEGER NOT NULL,
    state TEXT NOT NULL,
    due_at TEXT,
    "trigger" TEXT,
    planned_at TEXT,
    asked_why TEXT,
    asked_at TEXT,
    blocked_by ANY,
    sealed_digest TEXT,
    sealed_bytes INTEGER,
    sealed_at TEXT,
    checked_out_path ANY,
    checked_out_at TEXT,
    original_path ANY,
    original_method TEXT,
    further_of TEXT,
    special INTEGER NOT NULL,
    deleted_at TEXT,
    method TEXT,
    certificate_id TEXT,
    claimed_by TEXT,
    claimed_at TEXT
) STRICT;
CREATE INDEX copies_by_project ON copies (project_id);
CREATE INDEX copies_by_agreement ON copies (agreement_id);
CREATE INDEX copies_by_sha256 ON copies (sha256) WHERE sha256 IS NOT NULL;
CREATE INDEX copies_live_by_due_at ON copies (due_at) WHERE state NOT IN ('deleted', 'not-proven');
CREATE INDEX copies_live_by_path ON copies (path) WHERE state NOT IN ('deleted', 'not-proven');

-- `number` stands for the folder in `seen`, which has a row for each file.
CREATE TABLE folders (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    path ANY NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    added_at TEXT NOT NULL,
    synchronised_by ANY,
    client_id TEXT,
    project_id TEXT,
    last_reconciled_at TEXT,
    identity TEXT
) STRICT;

-- Keyed fingerprints of files that were looked at; neither path nor verdict is kept.
CREATE TABLE seen (
    folder INTEGER NOT NULL REFERENCES folders (number) ON DELETE CASCADE,
    fingerprint BLOB NOT NULL,
    PRIMARY KEY (folder, fingerprint)
) STRICT, WITHOUT ROWID;

CREATE TABLE exceptions (
    id TEXT PRIMARY KEY,
    reason ANY NOT NULL,
    finding_id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    sha256 TEXT,
    series ANY
) STRICT;

CREATE TABLE certificates (
    id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL REFERENCES projects (id),
    agreement_id TEXT NOT NULL REFERENCES agreements (id),
    issued_at TEXT NOT NULL,
    copies INTEGER NOT NULL,
    methods TEXT NOT NULL,
    residuals INTEGER NOT NULL,
    complete INTEGER NOT NULL,
    document TEXT NOT NULL
) STRICT;
CREATE INDEX certificates_by_project ON certificates (project_id);

-- A forged card may carry the id of a genuine one: the signature tells them apart.
CREATE TABLE cards (
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    project_id TEXT,
    version INTEGER NOT NULL,
    author TEXT NOT NULL,
    role TEXT NOT NULL,
    at TEXT NOT NULL,
    body TEXT NOT NULL,
    key TEXT NOT NULL,
    signature TEXT NOT NULL,
    state TEXT NOT NULL,
    refused_because TEXT,
    UNIQUE (id, signature)
) STRICT;
CREATE INDEX cards_by_subject ON cards (subject, kind);

CREATE TABLE devices (
    id TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    public_key TEXT,
    accepted_at TEXT NOT NULL,
    retired_at TEXT,
    note ANY
) STRICT;

CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE clock (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    recorded TEXT NOT NULL
) STRICT;

CREATE TABLE notes (
    key ANY PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The chain. `signature` is on the last entry of each transaction; `previous` covers the hash and signature before it.
CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    event TEXT NOT NULL,
    subject TEXT NOT NULL,
    payload_hash BLOB NOT NULL,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL,
    signature BLOB
) STRICT;
CREATE INDEX journal_by_event ON journal (event, at);

-- Purged on its term; the chain covers `payload_hash`, the SHA-256 of salt and payload, and so stays whole.
CREATE TABLE journal_payloads (
    seq INTEGER PRIMARY KEY REFERENCES journal (seq),
    salt BLOB NOT NULL,
    payload TEXT NOT NULL
) STRICT;
CREATE INDEX journal_payloads_by_project ON journal_payloads (json_extract(payload, '$.project'));
