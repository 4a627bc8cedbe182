"""Findings: what was found outside the client environment, and what the person decides about it."""
