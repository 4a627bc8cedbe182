"""Copies of client data in the firm's cloud: found when they are registered, followed by id, removed, and what is left of them
told until it is gone. Source: VR-U5b, design: Deletion."""
