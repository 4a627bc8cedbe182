"""A cloud in memory that keeps the contract of `CloudCopies`: what is removed is gone, in a bin, or kept by a rule."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from app.domain.errors import AssistantError
from app.domain.ports import PlaceInfo, PlaceKind
from app.domain.remote_files import CloudItem, CloudRemoval
from tests.actions.laptop import Laptop

TENANT = "11111111-2222-3333-4444-555555555555"


@dataclass
class FakeCloud:
    """`answer`: what removals come to; `trouble`: raised by everything while it is set."""

    own: dict[str, CloudItem] = field(default_factory=dict)
    shared: dict[str, CloudItem] = field(default_factory=dict)
    answer: CloudRemoval = CloudRemoval.GONE
    trouble: AssistantError | None = None
    gone: set[str] = field(default_factory=set)
    calls: list[str] = field(default_factory=list)
    lose_answer: bool = False

    def find_own(self, path: str) -> CloudItem | None:
        return self._standing(self._asked("find", self.own.get(path)))

    def find_shared(self, address: str) -> CloudItem | None:
        return self._standing(self._asked("find", self.shared.get(address)))

    def look(self, item: CloudItem) -> CloudItem | None:
        return self._standing(self._asked("look", item))

    def remove(self, item: CloudItem) -> CloudRemoval:
        self._asked("remove", item)
        if item.item_id in self.gone:
            return CloudRemoval.NOT_FOUND
        if self.answer in (CloudRemoval.GONE, CloudRemoval.IN_RECYCLE_BIN):
            self.gone.add(item.item_id)
        if self.lose_answer:
            self.lose_answer = False
            raise OfflineError
        return self.answer

    def restore(self, item: CloudItem) -> None:
        """Somebody brings it back from the recycle bin."""
        self.gone.discard(item.item_id)

    def _asked(self, what: str, item: CloudItem | None) -> CloudItem | None:
        self.calls.append(what)
        if self.trouble is not None:
            raise self.trouble
        return item

    def _standing(self, item: CloudItem | None) -> CloudItem | None:
        return None if item is None or item.item_id in self.gone else item


def item(name: str = "salarissen.xlsx", id_: str = "item-1", size: int | None = None) -> CloudItem:
    return CloudItem(drive_id="drive-1", item_id=id_, name=name, version='"1"', size_bytes=size)


def give_cloud(laptop: Laptop) -> FakeCloud:
    """A laptop of a firm with a tenant: as wired, but for what stands at the other end."""
    cloud = FakeCloud()
    laptop.policy["office365.tenant_id"] = TENANT
    laptop.app.__dict__["cloud_copies"] = lambda: cloud
    return cloud


def redirect(laptop: Laptop, folder: Path, *, tenant: str | None = TENANT) -> None:
    """OneDrive keeps everything in `folder`."""
    laptop.places.told[folder] = PlaceInfo(
        kind=PlaceKind.SYNCHRONISED, synchronised_by="OneDrive", tenant_id=tenant, sync_root=str(folder)
    )


def in_own_drive(laptop: Laptop, cloud: FakeCloud, path: Path, root: Path, id_: str = "item-1") -> CloudItem:
    """OneDrive has uploaded the file."""
    found = replace(item(path.name, id_), size_bytes=path.stat().st_size)
    cloud.own[path.relative_to(root).as_posix()] = found
    return found


def _offline() -> AssistantError:
    from app.domain.messages import msg
    from app.domain.remote_errors import RemoteUnreachable

    return RemoteUnreachable(msg("remote.missing", folder="Microsoft 365"))


OfflineError = _offline()
