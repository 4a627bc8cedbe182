"""The remote that is chosen at this moment: a person may choose another folder while the program runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.domain.ports import Remote


class ChosenRemote:
    """Implements `Remote`; asks `choose` anew at every call."""

    def __init__(self, choose: Callable[[], Remote]) -> None:
        self._choose = choose

    @property
    def kind(self) -> str:
        return self._choose().kind

    def names(self, collection: str) -> Iterator[str]:
        return self._choose().names(collection)

    def get(self, collection: str, name: str) -> bytes | None:
        return self._choose().get(collection, name)

    def put(self, collection: str, name: str, content: bytes) -> None:
        self._choose().put(collection, name, content)
