"""Messages, appointments, contacts and templates of Outlook (.msg, .oft): text, people, attachments, items in items."""

from __future__ import annotations

import io
from typing import Any

from app.detect.reading.document import Part, Reading, of_bytes
from app.detect.reading.formats import Format, format_of
from app.detect.reading.readers import mapi
from app.detect.reading.readers.pictures import Pictures
from app.detect.reading.unread import Unread, UnreadableError

PROPERTIES = "__properties_version1.0"
_VALUE = "__substg1.0_"
_ATTACHMENT = "__attach_version1.0_"
_RECIPIENT = "__recip_version1.0_"
_ROOT_HEADER, _INNER_HEADER, _PART_HEADER = 32, 24, 8  # bytes before the numbers of a storage. Source: MS-OXMSG
_MESSAGE_STORAGE = f"{_VALUE}3701000D"
_HIDDEN = 0x7FFE << 16 | 0x000B


class _Storage:
    """A folder of the container: its own values, and the folders in it."""

    def __init__(self) -> None:
        self.values: list[str] = []
        self.folders: dict[str, _Storage] = {}


def read_outlook(container: Any, part: Part, reading: Reading) -> None:
    """`container`: an olefile.OleFileIO, which is not typed. Raises UnreadableError: unsupported (an item without anything)."""
    root = _Storage()
    for *path, name in container.listdir():
        storage = root
        for folder in path:
            storage = storage.folders.setdefault(folder, _Storage())
        storage.values.append(name)
    if not _Outlook(container, reading).read(root, (), part, _ROOT_HEADER):
        raise UnreadableError(Unread.UNSUPPORTED)


class _Outlook:
    def __init__(self, container: Any, reading: Reading) -> None:  # Any: olefile is not typed
        self._container, self._reading = container, reading

    def read(self, storage: _Storage, path: tuple[str, ...], part: Part, header_bytes: int) -> bool:
        """Whether there was anything in the item."""
        evidence = self._reading.evidence
        evidence.enter_mail()
        item = mapi.Item(self._properties(storage, path, header_bytes))
        for name, folder in storage.folders.items():
            if name.lower().startswith(_RECIPIENT):
                self._reading.budget.check_time()
                item.recipients.append(self._properties(folder, (*path, name), _PART_HEADER))
        pictures = Pictures(self._reading, part.depth)
        try:
            found = mapi.read_item(item, part, self._reading, pictures.begin)
        finally:
            evidence.leave_mail()
        for name, folder in storage.folders.items():
            if name.lower().startswith(_ATTACHMENT):
                found = True
                self._attachment(folder, (*path, name), item, part, pictures)
        self._reading.attempt(pictures.conclude)
        return found

    def _attachment(
        self, folder: _Storage, path: tuple[str, ...], item: mapi.Item, part: Part, pictures: Pictures
    ) -> None:
        reading = self._reading
        reading.budget.take_member()
        properties = self._properties(folder, path, _PART_HEADER)
        names = (
            mapi.text_of(properties, number, item.encoding) for number in (mapi.LONG_NAME, mapi.SHORT_NAME, 0x3001)
        )
        name = next((found for found in names if found), "")
        data = properties.get(mapi.ATTACHED << 16 | 0x0102)
        inner = next((key for key in folder.folders if key.upper() == _MESSAGE_STORAGE.upper()), None)
        if data is not None:
            reading.budget.expand(len(data))
            if _is_shown(data, properties, item):
                pictures.look(name, len(data), lambda: io.BytesIO(data))
            else:
                reading.read(of_bytes(name, data, part.depth + 1))
        elif inner is not None:
            self._inner(folder.folders[inner], (*path, inner), name, part)
        else:
            reading.evidence.name(name)  # a link to a file elsewhere

    def _inner(self, folder: _Storage, path: tuple[str, ...], name: str, part: Part) -> None:
        """An item in the item, or an object of another program."""
        reading = self._reading
        try:
            reading.budget.check_depth(part.depth + 1)
        except UnreadableError as error:
            reading.evidence.cannot_read(error.why)
            return
        reading.evidence.name(name)
        within = Part(name=name, open=part.open, depth=part.depth + 1)
        if any(value.lower() == PROPERTIES for value in folder.values):
            self.read(folder, path, within, _INNER_HEADER)
            return
        contents = [value for value in folder.values if value.lower() in ("contents", "package")]
        for value in contents:
            reading.read(of_bytes("", self._stream((*path, value)), part.depth + 1))
        if not contents:
            reading.evidence.cannot_read(Unread.UNSUPPORTED)

    def _properties(self, storage: _Storage, path: tuple[str, ...], header_bytes: int) -> dict[int, bytes]:
        """Those of fixed size stand in one stream, 16 bytes each; the others in streams named after their tag."""
        found: dict[int, bytes] = {}
        for name in storage.values:
            if name.lower() == PROPERTIES:
                numbers = self._stream((*path, name))
                for at in range(header_bytes, len(numbers) - 15, 16):
                    found[int.from_bytes(numbers[at : at + 4], "little")] = numbers[at + 8 : at + 16]
        for name in storage.values:
            if name.lower().startswith(_VALUE) and len(name) == len(_VALUE) + 8:
                found[int(name[len(_VALUE) :], 16)] = self._stream((*path, name))
        return found

    def _stream(self, path: tuple[str, ...]) -> bytes:
        with self._container.openstream(list(path)) as stream:
            content: bytes = stream.read()
        return content


def _is_shown(data: bytes, properties: dict[int, bytes], item: mapi.Item) -> bool:
    """A picture that the text shows."""
    is_hidden = properties.get(_HIDDEN, b"\0")[:1] == b"\x01"
    is_shown = is_hidden or bool(mapi.text_of(properties, mapi.CONTENT_ID, item.encoding))
    return is_shown and format_of(data[:512]) is Format.PICTURE
