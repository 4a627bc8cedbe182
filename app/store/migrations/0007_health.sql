-- Version 7. What IT vouches for about devices that this program cannot see, and the reviews of the firm's IT partner.
CREATE TABLE attestations (
    id TEXT PRIMARY KEY,
    device ANY NOT NULL,
    attested_by ANY NOT NULL,
    attested_at TEXT NOT NULL,
    until TEXT NOT NULL
) STRICT;

CREATE TABLE partner_reviews (
    id TEXT PRIMARY KEY,
    name ANY NOT NULL,
    contact ANY NOT NULL,
    reviewed_at TEXT NOT NULL,
    recorded_at TEXT NOT NULL
) STRICT;
