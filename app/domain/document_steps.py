"""What is to be done about one document: a function of what is here, what was filed, and what is there.

Nothing here ever loses a version: what changed on one side only goes on, what changed on both sides is a conflict, what was
deleted on one side stays on the other.
"""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Final

from app.domain.document import Content, Filed
from app.domain.remote_files import RemoteFile

# SharePoint writes its own properties into these after they came in.
# Source: https://github.com/OneDrive/onedrive-api-docs/issues/935
REWRITTEN_ENDINGS: Final = frozenset(
    (
        *(".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".xlsx", ".xlsm", ".xltx", ".xlsb", ".xls", ".xlt"),
        *(".pptx", ".pptm", ".potx", ".ppsx", ".ppt", ".pps", ".vsdx", ".vsd", ".mpp", ".msg", ".one"),
        *(".pdf", ".html", ".htm", ".aspx", ".mht", ".mhtml", ".xml"),
    )
)
REWRITING_TAKES: Final = timedelta(minutes=3)  # after the document came in; later it was a person
REWRITING_ADDS: Final = 256 * 1024  # bytes at most


class Step(StrEnum):
    NOTHING = "nothing"
    UPLOAD = "upload"  # new: nothing may stand there
    REPLACE = "replace"  # if there still stands what was filed
    ADOPT = "adopt"  # the same content stands there already
    REWRITTEN = "rewritten"  # the service changed what was filed, nobody else
    OFFER = "offer"  # changed there, not here
    COMPARE = "compare"  # changed there, but perhaps by the service alone: its content tells
    CONFLICT = "conflict"
    LOCAL_DELETED = "local-deleted"
    REMOTE_DELETED = "remote-deleted"
    REMOTE_ONLY = "remote-only"
    FORGET = "forget"  # gone here and there


def decide(local: Content | None, filed: Filed | None, remote: RemoteFile | None, *, may_rewrite: bool) -> Step:
    """`remote`: as it stands there now; None: not there. `may_rewrite`: the remote does so with documents of this kind."""
    if local is None:
        return _without_local(filed, remote)
    if filed is None:
        return _never_filed(local, remote, may_rewrite=may_rewrite)
    if remote is None:
        return Step.REMOTE_DELETED
    changed_here, changed_there = local.sha256 != filed.sha256, has_changed(filed.remote, remote)
    if not changed_there:
        return Step.REPLACE if changed_here else Step.NOTHING
    if is_same(local, remote):
        return Step.ADOPT
    if changed_here:
        return Step.COMPARE if may_rewrite else Step.CONFLICT
    return Step.REWRITTEN if may_rewrite and looks_rewritten(filed.remote, remote) else Step.OFFER


def _without_local(filed: Filed | None, remote: RemoteFile | None) -> Step:
    if remote is None:
        return Step.FORGET
    return Step.REMOTE_ONLY if filed is None else Step.LOCAL_DELETED


def _never_filed(local: Content, remote: RemoteFile | None, *, may_rewrite: bool) -> Step:
    if remote is None:
        return Step.UPLOAD
    if is_same(local, remote):
        return Step.ADOPT
    return Step.COMPARE if may_rewrite else Step.CONFLICT


def has_changed(filed: RemoteFile, now: RemoteFile) -> bool:
    """Whether the content there is another one. A new version alone says nothing: a rename makes one too."""
    if filed.id != now.id:
        return filed.digest is None or (filed.digest, filed.size_bytes) != (now.digest, now.size_bytes)
    if filed.content_version == now.content_version:
        return False
    return filed.digest is None or (filed.digest, filed.size_bytes) != (now.digest, now.size_bytes)


def is_same(local: Content, remote: RemoteFile) -> bool:
    return remote.digest is not None and (remote.digest, remote.size_bytes) == (local.digest, local.size_bytes)


def may_be_rewritten(name: str) -> bool:
    """Whether SharePoint changes documents of this kind after they came in."""
    return PurePosixPath(name).suffix.lower() in REWRITTEN_ENDINGS


def looks_rewritten(filed: RemoteFile, now: RemoteFile) -> bool:
    """Whether the change there looks like the service's own: the same item by the same person, soon after it came in, and
    little larger or smaller."""
    if filed.id != now.id or (filed.modified_by or now.modified_by) != (now.modified_by or filed.modified_by):
        return False
    took = None if filed.modified_at is None or now.modified_at is None else now.modified_at - filed.modified_at
    if took is not None and not timedelta(0) <= took <= REWRITING_TAKES:
        return False
    return abs(now.size_bytes - filed.size_bytes) <= REWRITING_ADDS
