"""Finds a copy in the firm's cloud when it is registered, so that it can be followed by id from then on.

Nothing here keeps anybody from registering: what cannot be looked for now is noted, and looked for again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from app.actions.office import Office, Work
from app.actions.settings import SettingsActions
from app.domain.cloud_copy import CloudCopy, address_or_path, path_below
from app.domain.copy import Location, OutsideCopy
from app.domain.errors import AssistantError
from app.domain.ports import PlaceInfo, PlaceKind, Places
from app.domain.remote_files import CloudItem
from app.domain.remote_ports import CloudCopies

# Records what was found, in the change that registers the copy.
Follow = Callable[[Work, OutsideCopy], None]
ONEDRIVE = "OneDrive"
PAUSE = timedelta(minutes=5)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """By what a file is looked for. `size_bytes`: what it must be, as far as the service tells; None: any."""

    told: str
    is_address: bool = False
    may_be_in_site: bool = False
    size_bytes: int | None = None

    def fits(self, item: CloudItem) -> bool:
        return self.size_bytes is None or item.size_bytes is None or item.size_bytes == self.size_bytes


class CloudFinding:
    """`cloud`: the firm's, as it is chosen at this moment; None without a tenant. `in_site`: the file at a path in the library
    of the firm's site; it raises the errors of the remote."""

    def __init__(
        self,
        office: Office,
        settings: SettingsActions,
        places: Places,
        cloud: Callable[[], CloudCopies | None],
        in_site: Callable[[str], CloudItem | None] = lambda path: None,
    ) -> None:
        self._in_site = in_site
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
        if below is None:
            return None
        return self._follow(_Wanted(told=below, size_bytes=_size(path)))

    def of_text(self, text: str) -> Follow | None:
        """How to follow what a person names by its web address, or its path in their own OneDrive or the firm's site; None for
        other words."""
        told = address_or_path(text)
        if told is None or self._cloud() is None:
            return None
        return self._follow(_Wanted(told=told[0], is_address=told[1], may_be_in_site=True))

    def look_for(self, followed: CloudCopy, copy: OutsideCopy) -> CloudItem | None:
        """The item of one that was noted but not found yet; None: not there. Raises the errors of the remote."""
        cloud, is_there = self._cloud(), copy.location is Location.OFFICE365
        if cloud is None:
            return None
        size = None if is_there else copy.size_bytes
        told, is_address = followed.told, followed.is_address
        return self._asked(cloud, _Wanted(told=told, is_address=is_address, may_be_in_site=is_there, size_bytes=size))

    def _asked(self, cloud: CloudCopies, wanted: _Wanted) -> CloudItem | None:
        """None also where another file stands: nothing that was not registered is ever removed."""
        if wanted.is_address:
            item = cloud.find_shared(wanted.told)
        else:
            item = cloud.find_own(wanted.told)
            if item is None and wanted.may_be_in_site:
                item = self._in_site(wanted.told)
        return item if item is not None and wanted.fits(item) else None

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

    def _follow(self, wanted: _Wanted) -> Follow:
        item = self._found(wanted)

        def follow(work: Work, copy: OutsideCopy) -> None:
            if item is None and copy.location is Location.VAULT:
                return  # the file is gone from there: what comes under its path later is another
            noted = CloudCopy(id=copy.id, told=wanted.told, is_address=wanted.is_address, noted_at=work.now)
            work.session.cloud_copies.add(noted if item is None else with_item(noted, item))
            if item is not None:
                note_found(work, copy, is_address=wanted.is_address)

        return follow

    def _found(self, wanted: _Wanted) -> CloudItem | None:
        cloud, now = self._cloud(), self._office.clock.now()
        if cloud is None or (self._silent_until is not None and now < self._silent_until):
            return None
        try:
            return self._asked(cloud, wanted)
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
