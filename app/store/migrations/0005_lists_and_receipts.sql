-- Version 5. Lists of 100,000 copies are paged, sorted, filtered and searched in indexes alone; a declaration has the
-- client's receipt; what was removed from a client's lists is remembered, so that no card brings it back.
CREATE INDEX copies_listed_by_name ON copies (name COLLATE NOCASE, state, due_at, project_id)
    WHERE state NOT IN ('deleted', 'not-proven');
CREATE INDEX copies_listed_by_project ON copies (project_id, name COLLATE NOCASE, state, due_at)
    WHERE state NOT IN ('deleted', 'not-proven');
CREATE INDEX copies_listed_by_size ON copies (size_bytes, name COLLATE NOCASE, state, due_at, project_id)
    WHERE state NOT IN ('deleted', 'not-proven');
CREATE INDEX copies_listed_by_sealed_at ON copies (sealed_at, name COLLATE NOCASE, state, due_at, project_id)
    WHERE state NOT IN ('deleted', 'not-proven');
CREATE INDEX copies_listed_by_due_at ON copies (due_at, name COLLATE NOCASE, state, project_id)
    WHERE state NOT IN ('deleted', 'not-proven');

DROP INDEX copies_by_agreement;
CREATE INDEX copies_by_agreement ON copies (agreement_id, state);
DROP INDEX copies_by_project;
CREATE INDEX copies_by_project ON copies (project_id, state);

ALTER TABLE clients ADD COLUMN revisions TEXT NOT NULL DEFAULT '[]';

ALTER TABLE certificates ADD COLUMN receipt TEXT;
ALTER TABLE certificates ADD COLUMN receipt_at TEXT;
