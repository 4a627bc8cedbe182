"""Brings a document from the remote: beside another one, or for a comparison. Under a passing name until it is verified."""

from __future__ import annotations

import contextlib
import io
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from app.actions.documents.essence import essence_of, is_only_added_to
from app.actions.documents.reading import content_of, opened
from app.domain.document import Document
from app.domain.document_steps import looks_rewritten
from app.domain.file_names import OWN_PREFIX
from app.domain.remote_files import RemoteFile
from app.domain.remote_ports import DocumentRemote
from app.system.files.carrying import give_name

COMPARED_BYTES: Final = 64 << 20  # of a document that is no archive; of a larger one its look alone decides


@dataclass(frozen=True, slots=True)
class Fetched:
    """`path` None: it was not kept."""

    file: RemoteFile
    sha256: str
    path: Path | None = None


@contextmanager
def fetched(remote: DocumentRemote, place: str, file: RemoteFile, folder: Path) -> Iterator[tuple[Path, Fetched]]:
    """The document under a passing name in `folder`, whole and on the disk; it is removed at the end unless it got another
    name. Raises what the remote raises, and OSError."""
    passing = folder / f"{OWN_PREFIX}{secrets.token_hex(8)}.tmp"
    try:
        with passing.open("x+b") as target:
            found = remote.download(place, file, target)
            target.flush()
            os.fsync(target.fileno())
        yield passing, Fetched(found, _sha256(passing), passing)
    finally:
        with contextlib.suppress(OSError):
            passing.unlink(missing_ok=True)


def give_free_name(passing: Path, target: Path) -> None:
    """Rename it, never in another file's place. Raises FileExistsError, OSError."""
    give_name(passing, target)
    passing.unlink(missing_ok=True)


def is_rewriting(remote: DocumentRemote, place: str, document: Document) -> RemoteFile | None:
    """What stands there now, when only the service changed it since it was filed; None when a person did, or nobody can tell.
    Fetches it. Raises what the remote raises."""
    filed, now = document.filed, document.remote
    if filed is None or now is None:
        return None
    if filed.essence is None:
        return now if filed.sha256 and looks_rewritten(filed.remote, now) else None
    with io.BytesIO() as whole:
        found = remote.download(place, now, whole)
        return found if essence_of(whole) == filed.essence else None


def is_same_document(remote: DocumentRemote, place: str, document: Document) -> RemoteFile | None:
    """What stands there, when it is what is here with the service's own changes; None when it is something else. Fetches it.
    Raises what the remote raises, and OSError."""
    now = document.remote
    if now is None or now.size_bytes > COMPARED_BYTES:
        return None
    with io.BytesIO() as whole, opened(document.path) as here:
        found = remote.download(place, now, whole)
        essence = essence_of(here)
        if essence is not None:
            return found if essence == essence_of(whole) else None
        return found if is_only_added_to(content_bytes(here), whole.getvalue()) else None


def content_bytes(file: BinaryIO) -> bytes:
    file.seek(0)
    return file.read(COMPARED_BYTES)


def _sha256(path: Path) -> str:
    return content_of(path).sha256
