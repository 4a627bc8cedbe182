-- Version 2. A finding that waits for the client's answer remembers its sealed file; copies are found by size, plan,
-- identity and check-out without reading them all.

ALTER TABLE findings ADD COLUMN asked_mail ANY;
ALTER TABLE findings ADD COLUMN draft ANY;
ALTER TABLE findings ADD COLUMN original_path ANY;
ALTER TABLE findings ADD COLUMN original_gone INTEGER NOT NULL DEFAULT 0;
ALTER TABLE findings ADD COLUMN sealed_digest TEXT;
ALTER TABLE findings ADD COLUMN sealed_bytes INTEGER;
ALTER TABLE findings ADD COLUMN sealed_at TEXT;
CREATE INDEX findings_by_identity ON findings (identity) WHERE identity IS NOT NULL;

CREATE INDEX copies_live_by_planned_at ON copies (planned_at)
    WHERE planned_at IS NOT NULL AND state NOT IN ('deleted', 'not-proven');
CREATE INDEX copies_live_by_size ON copies (size_bytes) WHERE state NOT IN ('deleted', 'not-proven');
CREATE INDEX copies_by_identity ON copies (identity) WHERE identity IS NOT NULL;
CREATE INDEX copies_live_by_check_out ON copies (checked_out_path)
    WHERE checked_out_path IS NOT NULL AND state NOT IN ('deleted', 'not-proven');
