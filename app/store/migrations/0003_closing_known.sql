-- An agreement outlives a closing only when it was made knowing of it, so the moment a closing was recorded counts.
ALTER TABLE projects ADD COLUMN closing_known_at TEXT;
