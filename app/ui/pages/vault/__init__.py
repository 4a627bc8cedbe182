"""The vault: what is outside and until when; and the declarations of what was deleted."""
