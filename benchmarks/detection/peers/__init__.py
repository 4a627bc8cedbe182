"""Tools of the same kind, run on the same files in an environment of their own."""
