-- Version 6. Registered content is recognised when it was changed, cut or put in another format: keyed samples by the
-- digest of the content, with a key of their own.
CREATE TABLE fingerprints (
    sha256 TEXT PRIMARY KEY,
    sketch BLOB NOT NULL,
    made_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO meta (name, value) VALUES ('fingerprint_key', randomblob(32));
