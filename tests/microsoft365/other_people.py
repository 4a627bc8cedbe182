"""Looking into a drive and changing it as somebody else would, without HTTP: what tests set up and what they check."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tests.microsoft365.drive_state import Drive, Hold, Item
from tests.microsoft365.people import Person
from tests.microsoft365.permissions_state import Permission, Role
from tests.microsoft365.storing import store_content

if TYPE_CHECKING:
    from tests.microsoft365.world import World


class DriveHandle:
    """A drive in the hands of `by`: paths are below its root, "/" between names. Raises GraphError as the service would."""

    def __init__(self, world: World, drive: Drive, by: Person) -> None:
        self._world = world
        self.state = drive
        self.by = by

    @property
    def id(self) -> str:
        return self.state.id

    def as_person(self, mail: str) -> DriveHandle:
        return DriveHandle(self._world, self.state, self._world.people[mail])

    # Looking

    def item(self, path: str) -> Item:
        with self._world.lock:
            return self.state.at(self.state.root, path)

    def exists(self, path: str) -> bool:
        return path in self.paths(folders=True)

    def read(self, path: str) -> bytes:
        content = self.item(path).content
        assert content is not None, path
        return content.read()

    def paths(self, *, folders: bool = False) -> list[str]:
        """Paths of all files (and folders), sorted."""
        with self._world.lock:
            items = self.state.below(self.state.root)
            return sorted(self.state.path_of(item) for item in items if folders or not item.is_folder)

    def in_recycle_bin(self) -> list[str]:
        with self._world.lock:
            return sorted(item.name for item in self.state.bin.values())

    # Changing

    def put(self, path: str, data: bytes) -> Item:
        """A file, made or replaced, with the folders above it."""
        with self._world.lock:
            folder, _, name = path.rpartition("/")
            parent = self.folder(folder)
            content = self._world.contents.keep(data)
            store_content(self._world, self.state, parent, name, content, self.by, "replace", None)
            return self.item(path)

    def folder(self, path: str) -> Item:
        """A folder, made with those above it where they are not there."""
        with self._world.lock:
            here = self.state.root
            for name in filter(None, path.split("/")):
                here = self.state.child(here, name) or self.state.add(here, name, None, self.by)
            return here

    def delete(self, path: str) -> None:
        with self._world.lock:
            self.state.delete(self.item(path))

    def rename(self, path: str, to: str) -> Item:
        """Rename or move; `to` is a whole path."""
        with self._world.lock:
            folder, _, name = to.rpartition("/")
            return self.state.rename(self.item(path), name, self.folder(folder), self.by)

    def lock(self, path: str, *, locked: bool = True) -> None:
        """Open at somebody else's: changes are refused with 423."""
        self.item(path).is_locked = locked

    def hold(self, path: str, kind: Hold | None = "hold", *, refusal: str | None = None) -> None:
        """Kept by a retention rule ("hold": it cannot be deleted) or declared a record ("record": nor changed). `refusal`: what
        is said then, where the service does not say why."""
        item = self.item(path)
        item.hold, item.refusal = kind, refusal

    def set_quota(self, quota: int | None) -> None:
        self.state.quota = quota

    def forget_changes(self) -> None:
        """All cursors given out so far are too old: the feed answers 410."""
        self.state.sequence += 1
        self.state.oldest_token = self.state.sequence

    # Permissions

    def share(
        self,
        path: str,
        *,
        kind: Literal["user", "group", "site_group", "link"] = "user",
        name: str = "",
        mail: str | None = None,
        role: Role = "read",
        scope: Literal["anonymous", "organization", "users"] | None = None,
        people: tuple[str, ...] = (),
    ) -> Permission:
        permission = Permission(kind, role, name or (mail or "link"), mail, scope, people)
        with self._world.lock:
            item = self.item(path)
            item.permissions.append(permission)
            self.state.touch(item)
        return permission

    def break_inheritance(self, path: str) -> None:
        """The item keeps only its own permissions."""
        self.item(path).inherits = False
