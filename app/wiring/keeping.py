"""What keeps others out and keeps track of what is elsewhere: leave to act, where stores stand, copies in the cloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.remote_files import CloudItem
from app.wiring.exchange import ExchangeLayer
from app.wiring.part import part

if TYPE_CHECKING:
    from app.actions.access import Leave
    from app.actions.cloud_copies.finding import CloudFinding
    from app.actions.cloud_copies.following import CloudFollowing
    from app.actions.cloud_copies.originals import CloudOriginals
    from app.actions.cloud_copies.removing import CloudRemoving
    from app.actions.storage_places import StoragePlaces
    from app.domain.remote_ports import CloudCopies


class KeepingLayer(ExchangeLayer):
    """Between the ways out of this laptop and the copies that may take them."""

    @part
    def may(self) -> Leave:
        from app.actions.access import Access

        return Access(self.office, self.settings, lambda: self.team.role)

    @part
    def storage_places(self) -> StoragePlaces:
        from app.actions.storage_places import StoragePlaces

        return StoragePlaces(self.settings, lambda: self.remote.kind)

    def cloud_copies(self) -> CloudCopies | None:
        """The firm's cloud, as it is chosen at this moment; None without a tenant."""
        return None if self.office365_settings is None else self.office365.cloud_copies

    @part
    def cloud_following(self) -> CloudFollowing:
        from app.actions.cloud_copies.following import CloudFollowing

        return CloudFollowing(self._cloud_finding, self._cloud_removing)

    @part
    def _cloud_finding(self) -> CloudFinding:
        from app.actions.cloud_copies.finding import CloudFinding

        return CloudFinding(self.office, self.settings, self.places, lambda: self.cloud_copies(), self._in_site)

    def _in_site(self, path: str) -> CloudItem | None:
        """The file at a path in the library of the firm's site."""
        place, _, below = path.partition("/")
        if self.office365_settings is None or not below:
            return None
        file = self.office365.documents.find(place, below)
        if file is None:
            return None
        drive_id, name = self.office365.site.ids().drive_id, below.rpartition("/")[2]
        return CloudItem(
            drive_id=drive_id, item_id=file.id, name=name, version=file.version, size_bytes=file.size_bytes
        )

    @part
    def _cloud_originals(self) -> CloudOriginals:
        from app.actions.cloud_copies.originals import CloudOriginals

        return CloudOriginals(self.office, self._cloud_finding, self._cloud_removing)

    @part
    def _cloud_removing(self) -> CloudRemoving:
        from app.actions.cloud_copies.removing import CloudRemoving

        return CloudRemoving(self._cloud_finding, lambda: self.cloud_copies())
