"""The configured site and its default library: looked up once, then remembered by their ids."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Final

import msgspec

from app.domain.messages import msg
from app.domain.remote_errors import RemoteGone
from app.domain.remote_ports import RemoteMemory
from app.remote.office365.client import GraphClient
from app.remote.office365.items import escaped

KEY: Final = "office365.site"


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteIds:
    """`address`: as IT wrote the site; when that changes, what is remembered does not count."""

    address: str
    site_id: str
    drive_id: str
    web_address: str | None = None


class Site:
    """`address`: as Graph addresses a site ("host:/sites/X", "host,guid,guid"). Any thread."""

    def __init__(self, client: GraphClient, memory: RemoteMemory, address: str) -> None:
        self._client = client
        self._memory = memory
        self._address = address
        self._lock = threading.Lock()
        self._ids: SiteIds | None = None

    def ids(self) -> SiteIds:
        """Raises RemoteGone where the site is not there, and what the client raises."""
        with self._lock:
            if self._ids is None:
                self._ids = self._remembered() or self._looked_up()
            return self._ids

    def forget(self) -> None:
        """The site or its library is not there any more: look it up anew."""
        with self._lock:
            self._ids = None
            self._memory.put(KEY, None)

    @property
    def path(self) -> str:
        return f"/sites/{self.ids().site_id}"

    @property
    def drive(self) -> str:
        return f"/drives/{self.ids().drive_id}"

    def by_path(self, path: str) -> str:
        """The address of what stands at `path` in the library; "" is its root."""
        return f"{self.drive}/root:/{escaped(path)}" if path else f"{self.drive}/root"

    def by_id(self, item_id: str) -> str:
        return f"{self.drive}/items/{item_id}"

    def _remembered(self) -> SiteIds | None:
        noted = self._memory.get(KEY)
        if noted is None:
            return None
        try:
            ids = msgspec.json.decode(noted, type=SiteIds)
        except msgspec.DecodeError:
            return None
        return ids if ids.address == self._address else None

    def _looked_up(self) -> SiteIds:
        try:
            site = self._client.get(f"/sites/{_quoted(self._address)}")
            drive = self._client.get(f"/sites/{site.get('id')}/drive")
        except RemoteGone:
            raise RemoteGone(msg("graph.no-site")) from None
        if not isinstance(site.get("id"), str) or not isinstance(drive.get("id"), str):
            raise RemoteGone(msg("graph.no-site"))
        web = drive.get("webUrl")
        ids = SiteIds(
            address=self._address,
            site_id=site["id"],
            drive_id=drive["id"],
            web_address=web if isinstance(web, str) else None,
        )
        self._memory.put(KEY, msgspec.json.encode(ids).decode())
        return ids


def _quoted(address: str) -> str:
    host, separator, path = address.partition(":/")
    return f"{host}:/{escaped(path)}" if separator else address
