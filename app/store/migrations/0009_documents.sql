-- Version 9. Documents of projects and how far each is filed at the remote. Addresses of open upload sessions are secrets:
-- they stand here because this database is encrypted.
CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL REFERENCES projects (id),
    path ANY NOT NULL,
    remote_path ANY NOT NULL,
    state TEXT NOT NULL,
    at TEXT NOT NULL,
    why TEXT,
    detail ANY,
    shape TEXT,
    sha256 TEXT,
    size_bytes INTEGER,
    filed TEXT,
    remote TEXT,
    judged TEXT,
    may_release INTEGER NOT NULL,
    released_sha256 TEXT,
    release_reason ANY,
    agreed INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    retry_at TEXT,
    unfinished TEXT,
    copy_path ANY,
    copy_sha256 TEXT,
    left_sha256 TEXT
) STRICT;
CREATE INDEX documents_by_project ON documents (project_id);
CREATE INDEX documents_by_state ON documents (state, project_id);
CREATE INDEX documents_by_path ON documents (path);
CREATE INDEX documents_by_sha256 ON documents (sha256) WHERE sha256 IS NOT NULL;
CREATE INDEX documents_by_remote_id ON documents (remote ->> 'id') WHERE remote IS NOT NULL;

-- The name of each documentation folder below the project's place: it stays, whatever is added or removed later.
CREATE TABLE document_folders (
    project_id TEXT NOT NULL REFERENCES projects (id),
    path ANY NOT NULL,
    name ANY NOT NULL,
    PRIMARY KEY (project_id, path)
) STRICT, WITHOUT ROWID;

-- The project's folder at the remote, which stays when the project gets another code, and how far it was listened to.
-- `target`: which remote that was.
CREATE TABLE document_places (
    project_id TEXT PRIMARY KEY REFERENCES projects (id),
    target ANY NOT NULL,
    place ANY NOT NULL,
    cursor ANY,
    looked_at TEXT,
    drilled_at TEXT
) STRICT;
