"""What the remote has to know again after a restart, in the encrypted store."""

from __future__ import annotations

from collections.abc import Mapping

from app.actions.office import Office


class StoredMemory:
    """Implements `RemoteMemory`. Any thread, any process."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def get(self, key: str) -> str | None:
        with self._office.look() as session:
            return session.remote_notes.get(key)

    def put(self, key: str, value: str | None) -> None:
        with self._office.change() as work:
            work.session.remote_notes.put({key: value})

    def replace(self, values: Mapping[str, str | None], *, expected: tuple[str, str | None]) -> bool:
        key, value = expected
        with self._office.change() as work:
            if work.session.remote_notes.get(key) != value:
                return False
            work.session.remote_notes.put(values)
        return True
