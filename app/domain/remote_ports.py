"""What actions need of the remote beyond small documents: documentation of projects, cloud copies, signing in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO, Protocol

from app.domain.ports import Progress
from app.domain.remote_files import CloudItem, CloudRemoval, Grant, RemoteChanges, RemoteFile, UnfinishedUpload


class DocumentRemote(Protocol):
    """Where documentation of projects is filed: the firm's SharePoint library, or a plain folder. `place` names the project's
    folder there. Methods raise the errors of `app.domain.remote_errors`; nothing is ever replaced unseen."""

    @property
    def kind(self) -> str: ...

    def find(self, place: str, path: str) -> RemoteFile | None: ...

    def upload(
        self,
        place: str,
        path: str,
        source: BinaryIO,
        *,
        sha256: str,
        size_bytes: int,
        replaces: str | None,
        unfinished: UnfinishedUpload | None,
        remember: Callable[[UnfinishedUpload | None], None],
        progress: Progress | None = None,
    ) -> RemoteFile:
        """Store a document, and give what the remote reports of it. `source` can be sought. `replaces`: the version that stands
        there (None: nothing may stand there); RemoteConflict when something else does. A session that was left open
        (`unfinished`) is taken up where it stopped; `remember` is called, durably, whenever one is opened or ended."""
        ...

    def download(self, place: str, file: RemoteFile, target: BinaryIO) -> RemoteFile:
        """Write the document to `target`, compared with size and digest; gives what the remote reported. RemoteBroken."""
        ...

    def changes(self, place: str, cursor: str | None) -> RemoteChanges: ...

    def grants(self, place: str) -> Sequence[Grant]:
        """Who can open the place. Empty: the remote cannot tell (a plain folder)."""
        ...

    def address(self, place: str) -> str | None:
        """Where a person opens the place (a web address or a folder)."""
        ...


class CloudCopies(Protocol):
    """Copies of client data that are in the firm's cloud, followed by id. Source: VR-U5b."""

    def find_own(self, path: str) -> CloudItem | None:
        """The file at `path` ("/" between folders) in the signed-in person's own OneDrive."""
        ...

    def find_shared(self, address: str) -> CloudItem | None:
        """The file behind a web address of the firm's tenant."""
        ...

    def look(self, item: CloudItem) -> CloudItem | None:
        """Where it is now; None when it is gone (it may still be in a recycle bin)."""
        ...

    def remove(self, item: CloudItem) -> CloudRemoval:
        """Remove item, versions and, where the service allows it, from both recycle bins; what was seen afterwards."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """Who is signed in. `roles`: app roles of the id token, a convenience; permissions in SharePoint are the boundary.
    `expires_at`: until when the network parts work without a new contact with the tenant."""

    account: str
    name: str
    tenant: str
    roles: tuple[str, ...] = ()
    expires_at: datetime | None = None


class Tokens(Protocol):
    """Access tokens for Graph in the name of the signed-in person."""

    def token(self, *, claims: str | None = None, rejected: str | None = None) -> str:
        """A token that can be sent now. `claims`: what a claims challenge asked for (JSON text, decoded); `rejected`: a token
        that was just refused with 401, so that it is not given again. Raises SignInNeeded, RemoteUnreachable. Never opens a
        window."""
        ...

    def signed_in(self) -> SignedIn | None: ...


class RemoteMemory(Protocol):
    """What the remote has to know again after a restart (cursors, item ids, how long to be silent), in the encrypted store."""

    def get(self, key: str) -> str | None: ...

    def put(self, key: str, value: str | None) -> None:
        """None forgets it."""
        ...

    def replace(self, values: Mapping[str, str | None], *, expected: tuple[str, str | None]) -> bool:
        """Put all of `values` at once, if the key named in `expected` still has that value. False: another process was there,
        and nothing was put."""
        ...
