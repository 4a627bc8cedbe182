"""Reads documents in a worker process with limits and judges what they are. Values never leave it: kinds and counts do."""
