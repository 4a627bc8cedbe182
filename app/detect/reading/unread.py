"""Why a document was not, or not wholly, read. Such a document is never clean (VR-K1)."""

from __future__ import annotations

from enum import StrEnum


class Unread(StrEnum):
    """The values are message ids of the catalogue under `unreadable.`, most telling first."""

    ENCRYPTED = "encrypted"
    LIMIT = "limit"
    TIMEOUT = "timeout"
    CRASHED = "crashed"
    CORRUPT = "corrupt"
    PICTURE = "picture"
    PICTURES_BESIDE = "pictures-beside"  # never of a whole document: its text was read
    UNSUPPORTED = "unsupported"
    CHANGED = "changed"
    CLOUD_ONLY = "cloud-only"
    NO_PERMISSION = "no-permission"
    VANISHED = "vanished"
    SPECIAL_FILE = "special-file"


class UnreadableError(Exception):
    """This part cannot be read; the other parts of the document can."""

    def __init__(self, why: Unread) -> None:
        super().__init__(why)
        self.why = why


class LimitReachedError(Exception):
    """The document costs more than it may: reading stops, what was found counts."""

    def __init__(self, why: Unread = Unread.LIMIT) -> None:
        super().__init__(why)
        self.why = why
