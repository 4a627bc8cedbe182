"""Copies of client data in the firm's cloud, followed by id and removed as far as the service allows. Source: VR-U5b.

`permanentDelete` takes an item with its versions past the recycle bins. Where the service does not offer it, or this person may
not, the item goes to the recycle bin, which Graph cannot empty: then that is what is said.
Sources: https://learn.microsoft.com/graph/api/driveitem-permanentdelete, driveitem-delete, shares-get
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Callable
from typing import Final

from app.domain.errors import AssistantError
from app.domain.messages import msg
from app.domain.remote_errors import (
    RemoteConflict,
    RemoteGone,
    RemoteOnHold,
    RemoteRefused,
    RemoteRejected,
    RemoteUnreachable,
)
from app.domain.remote_files import CloudItem, CloudRemoval
from app.remote.office365.client import GraphClient, unless_gone
from app.remote.office365.items import escaped, item_of

TRIES: Final = 3  # of a deletion while somebody keeps changing the file
_NOT_OFFERED: Final = frozenset({501})


class Office365CloudCopies:
    """Implements `CloudCopies`. `allows`: whether an address is of the firm's tenant. Any thread."""

    def __init__(self, client: GraphClient, allows: Callable[[str], bool]) -> None:
        self._client = client
        self._allows = allows

    def find_own(self, path: str) -> CloudItem | None:
        return self._found(f"/me/drive/root:/{escaped(path)}")

    def find_shared(self, address: str) -> CloudItem | None:
        """None also for an address outside the firm's tenant: nothing is asked about it."""
        if not self._allows(address):
            return None
        token = urlsafe_b64encode(address.encode()).decode("ascii").rstrip("=")
        return self._found(f"/shares/u!{token}/driveItem")

    def look(self, item: CloudItem) -> CloudItem | None:
        return self._found(_path(item))

    def remove(self, item: CloudItem) -> CloudRemoval:
        standing = self.look(item)
        if standing is None:
            return CloudRemoval.NOT_FOUND
        try:
            if self._removed_for_good(standing):
                return self._seen_afterwards(item, CloudRemoval.GONE)
            self._to_recycle_bin(standing)
        except RemoteOnHold as kept:
            return CloudRemoval.IS_RECORD if kept.is_record else CloudRemoval.ON_HOLD
        except RemoteRefused:
            label = self._label(standing)
            if label is None:
                raise
            return label
        return self._seen_afterwards(item, CloudRemoval.IN_RECYCLE_BIN)

    def _removed_for_good(self, item: CloudItem) -> bool:
        """False where the service does not offer it, or not to this person."""
        try:
            answer = self._client.request("POST", f"{_path(item)}/permanentDelete", accept=_NOT_OFFERED, again=True)
        except RemoteOnHold:
            raise
        except (RemoteRefused, RemoteRejected):
            return False
        except RemoteGone:
            # Either the item went meanwhile, perhaps by the first of two requests, or the function is not known there.
            return self.look(item) is None
        return answer.status not in _NOT_OFFERED

    def _to_recycle_bin(self, item: CloudItem) -> None:
        """Raises RemoteConflict when it changes all the time."""
        for attempt in range(TRIES):
            try:
                self._client.request("DELETE", _path(item), headers={"If-Match": item.version})
            except RemoteGone:
                return
            except RemoteConflict:
                standing = self.look(item)
                if standing is None:
                    return
                if attempt + 1 == TRIES:
                    raise
                item = standing  # the same file by its id, with a later change
            else:
                return

    def _seen_afterwards(self, item: CloudItem, removal: CloudRemoval) -> CloudRemoval:
        """What was removed must not be there any more."""
        if self.look(item) is not None:
            raise RemoteUnreachable(msg("graph.still-there"))
        return removal

    def _label(self, item: CloudItem) -> CloudRemoval | None:
        """Whether a retention label keeps it, where the refusal did not say why."""
        try:
            told = self._client.get(f"{_path(item)}/retentionLabel")
        except AssistantError:
            return None
        settings = told.get("retentionSettings")
        if not isinstance(settings, dict):
            return None
        if settings.get("behaviorDuringRetentionPeriod") in ("retainAsRecord", "retainAsRegulatoryRecord"):
            return CloudRemoval.IS_RECORD
        return CloudRemoval.ON_HOLD if settings.get("isDeleteAllowed") is False else None

    def _found(self, path: str) -> CloudItem | None:
        item = unless_gone(lambda: item_of(self._client.get(path)))
        if item is None or item.is_deleted or not item.drive_id:
            return None
        return CloudItem(
            drive_id=item.drive_id,
            item_id=item.id,
            name=item.name,
            version=item.version,
            size_bytes=item.size_bytes,
        )


def _path(item: CloudItem) -> str:
    return f"/drives/{escaped(item.drive_id)}/items/{escaped(item.item_id)}"
