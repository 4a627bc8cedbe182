"""How fast documents get into the firm's library, how much memory that takes, and how silent the assistant is at rest."""
