"""Turn papers and books into real files."""
