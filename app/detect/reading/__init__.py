"""Reads a document of any format, with limits."""
