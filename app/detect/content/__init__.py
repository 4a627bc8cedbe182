"""What a text or a table holds: kinds of personal data, counted."""
