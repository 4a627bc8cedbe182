"""What can go wrong at the remote, each with its own reaction. Messages hold no address, no token and no mail address."""

from __future__ import annotations

from datetime import datetime

from app.domain.errors import AssistantError, EnvironmentLacking
from app.domain.messages import Message
from app.domain.remote_files import RemoteFile


class RemoteUnreachable(EnvironmentLacking):
    """No line, a time-out, a server error that lasts, or an answer that is none. Tried again later."""


class SignInNeeded(EnvironmentLacking):
    """Nobody is signed in, or Microsoft 365 asks to sign in again (revoked, expired, conditional access)."""


class RemoteThrottled(EnvironmentLacking):
    """The account must be silent until then (Retry-After); calls during the wait prolong it."""

    def __init__(self, message: Message, until: datetime) -> None:
        super().__init__(message)
        self.until = until


class RemoteFull(EnvironmentLacking):
    """507: no room in the library."""


class RemoteRefused(AssistantError):
    """403: this person may not do it there."""

    exit_code = 3


class RemoteOnHold(RemoteRefused):
    """403: a retention rule or a record keeps it; `is_record` where it is declared a record."""

    def __init__(self, message: Message, *, is_record: bool = False) -> None:
        super().__init__(message)
        self.is_record = is_record


class RemoteLocked(AssistantError):
    """423: somebody has it open or checked out. Tried again later."""

    exit_code = 3


class RemoteGone(AssistantError):
    """404: what was spoken of is not there (any more)."""

    exit_code = 3


class RemoteConflict(AssistantError):
    """409 or 412: something else stands there than what was expected. `current`: what, where that could be seen."""

    exit_code = 1

    def __init__(self, message: Message, current: RemoteFile | None = None) -> None:
        super().__init__(message)
        self.current = current


class RemoteBroken(AssistantError):
    """What came through is not what was sent: cut off, too long, or with another digest. Nothing of it was kept."""

    exit_code = 3


class RemoteRejected(AssistantError):
    """400 and the like: the remote does not take it as it was asked. Asking again will not help."""

    exit_code = 3


class SourceChanged(AssistantError):
    """A document changed while it was being read; nothing of it was filed. Tried again when it is at rest."""

    exit_code = 3
