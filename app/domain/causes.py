"""Why the system refused, in words for the person: its own texts come in the language of the machine."""

from __future__ import annotations

import errno
from types import MappingProxyType
from typing import Final

from app.domain.messages import Message, msg

_CAUSES: Final = MappingProxyType(
    {
        errno.ENOENT: msg("cause.not-there"),
        errno.ENOTDIR: msg("cause.no-folder"),
        errno.EISDIR: msg("cause.is-folder"),
        errno.EACCES: msg("cause.not-allowed"),
        errno.EPERM: msg("cause.not-allowed"),
        errno.EROFS: msg("cause.read-only"),
        errno.ENOSPC: msg("cause.disk-full"),
        errno.EFBIG: msg("cause.disk-full"),
        errno.EDQUOT: msg("cause.disk-full"),
        errno.EEXIST: msg("cause.exists"),
        errno.EBUSY: msg("cause.in-use"),
        errno.ETXTBSY: msg("cause.in-use"),
        errno.ENAMETOOLONG: msg("cause.name-too-long"),
        errno.ELOOP: msg("cause.link"),
        errno.EIO: msg("cause.disk-error"),
        errno.ENXIO: msg("cause.no-file"),
    }
)


def cause_of(error: OSError) -> Message:
    """The reason of a refusal; for a rare one the system's own text."""
    known = _CAUSES.get(error.errno or 0)
    return known if known is not None else msg("cause.other", text=error.strerror or type(error).__name__)
