"""Small documents (cards and the like) as files in the site's library, under "Vroom assistant/<collection>/"."""

from __future__ import annotations

from collections.abc import Iterator


class Office365Collections:
    """Implements `Remote`. Documents are written once: other content under a name that stands is a conflict."""

    kind = "office365"

    def names(self, collection: str) -> Iterator[str]:
        raise NotImplementedError

    def get(self, collection: str, name: str) -> bytes | None:
        raise NotImplementedError

    def put(self, collection: str, name: str, content: bytes) -> None:
        raise NotImplementedError
