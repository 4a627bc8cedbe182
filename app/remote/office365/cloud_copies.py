"""Copies of client data in the firm's cloud, followed by id and removed as far as the service allows. Source: VR-U5b."""

from __future__ import annotations

from app.domain.remote_files import CloudItem, CloudRemoval


class Office365CloudCopies:
    """Implements `CloudCopies`."""

    def find_own(self, path: str) -> CloudItem | None:
        raise NotImplementedError

    def find_shared(self, address: str) -> CloudItem | None:
        raise NotImplementedError

    def look(self, item: CloudItem) -> CloudItem | None:
        raise NotImplementedError

    def remove(self, item: CloudItem) -> CloudRemoval:
        raise NotImplementedError
