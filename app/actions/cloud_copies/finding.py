"""Finds a copy in the firm's cloud when it is registered, so that it can be followed by id from then on.

Nothing here keeps anybody from registering: what cannot be looked for now is noted, and looked for again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from app.actions.office import Office, Work
from app.actions.settings import SettingsActions
from app.domain.cloud_copy import CloudCopy, address_or_path, path_below
from app.domain.copy import OutsideCopy
from app.domain.errors import AssistantError
from app.domain.ports import PlaceInfo, PlaceKind, Places
from app.domain.remote_files import CloudItem
from app.domain.remote_ports import CloudCopies

# Records what was found, in the change that registers the copy.
Follow = Callable[[Work, OutsideCopy], None]
ONEDRIVE = "OneDrive"
PAUSE = timedelta(minutes=5)

log = logging.getLogger(__name__)


class CloudFinding:
    """`cloud`: the firm's, as it is chosen at this moment; None without a tenant."""

    def __init__(
        self, office: Office, settings: SettingsActions, places: Places, cloud: Callable[[], CloudCopies | None]
    ) -> None:
        self._office = office
        self._settings = settings
        self._places = places
        self._cloud = cloud
        self._silent_until: datetime | None = (
            None  # it could not be reached: forty files are not asked about one by one
        )

    def of_file(self, path: Path) -> Follow | None:
        """How to follow the file at `path` in the OneDrive that keeps its folder; None where the firm's keeps none. Called
        before the file goes: once it is gone here, OneDrive takes it away there."""
        info = self._places.of(path.parent)
        if not self._is_firms(info) or info.sync_root is None:
            return None
        below = path_below(Path(info.sync_root), path)
        return None if below is None else self._follow(below, is_address=False, size=_size(path))

    def of_text(self, text: str) -> Follow | None:
        """How to follow what a person names by its web address, or its path in their own OneDrive; None for other words."""
        told = address_or_path(text)
        if told is None or self._cloud() is None:
            return None
        return self._follow(told[0], is_address=told[1], size=None)

    def look_for(self, followed: CloudCopy) -> CloudItem | None:
        """The item of one that was noted but not found yet; None: not there. Raises the errors of the remote."""
        cloud = self._cloud()
        if cloud is None:
            return None
        return cloud.find_shared(followed.told) if followed.is_address else cloud.find_own(followed.told)

    def _is_firms(self, info: PlaceInfo) -> bool:
        """Kept by a OneDrive of the firm's own tenant. Without a word of the client that keeps it, the name it gives its
        folder counts: "OneDrive - <firm>". Any other OneDrive may hold another file under the same path."""
        if info.kind is not PlaceKind.SYNCHRONISED or info.synchronised_by != ONEDRIVE or self._cloud() is None:
            return False
        if info.tenant_id is not None:
            own = {self._settings.text("office365.tenant_id"), *self._settings.own().tenant_ids}
            return info.tenant_id.casefold() in {tenant.casefold() for tenant in own if tenant}
        firm = self._settings.text("own.firm")
        return bool(firm) and Path(info.sync_root or "").name.casefold() == f"{ONEDRIVE} - {firm}".casefold()

    def _follow(self, told: str, *, is_address: bool, size: int | None) -> Follow:
        item = self._found(told, is_address=is_address)
        if item is not None and not _fits(item, size):
            item = None  # another file stands there: nothing that was not registered is ever removed

        def follow(work: Work, copy: OutsideCopy) -> None:
            noted = CloudCopy(id=copy.id, told=told, is_address=is_address, noted_at=work.now)
            work.session.cloud_copies.add(noted if item is None else with_item(noted, item))
            if item is not None:
                note_found(work, copy, is_address=is_address)

        return follow

    def _found(self, told: str, *, is_address: bool) -> CloudItem | None:
        cloud, now = self._cloud(), self._office.clock.now()
        if cloud is None or (self._silent_until is not None and now < self._silent_until):
            return None
        try:
            return cloud.find_shared(told) if is_address else cloud.find_own(told)
        except AssistantError as error:
            self._silent_until = now + PAUSE
            log.info("a cloud copy is looked for later: %s", error.message.id)
            return None


def with_item(noted: CloudCopy, item: CloudItem) -> CloudCopy:
    return replace(noted, drive_id=item.drive_id, item_id=item.item_id, name=item.name, version=item.version)


def note_found(work: Work, copy: OutsideCopy, *, is_address: bool) -> None:
    kind = "address" if is_address else "own"
    work.note("cloud.found", copy.id, project=copy.project_id, data={"kind": kind})


def _size(path: Path) -> int | None:
    try:
        return path.stat(follow_symlinks=False).st_size
    except OSError:
        return None


def _fits(item: CloudItem, size: int | None) -> bool:
    return item.size_bytes is None or size is None or item.size_bytes == size
