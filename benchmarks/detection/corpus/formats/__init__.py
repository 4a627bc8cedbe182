"""Writers, one module a format: from blocks and sheets to the bytes of a file, the same bytes for the same input."""
