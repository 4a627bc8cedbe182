"""A drive: folders, files, their versions, and the order in which they changed. All under one lock of the server.

Source: https://learn.microsoft.com/graph/api/resources/driveitem
"""

from __future__ import annotations

import base64
import uuid
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from tests.microsoft365.clock import Clock
from tests.microsoft365.contents import Content
from tests.microsoft365.messages import GraphError, Json
from tests.microsoft365.names import check_name, check_path
from tests.microsoft365.people import Person
from tests.microsoft365.permissions_state import Permission

Hold = Literal["hold", "record"]
Conflict = Literal["fail", "replace", "rename"]


@dataclass
class Version:
    """A former content of a file."""

    label: str
    content: Content
    modified_at: datetime
    modified_by: Json


@dataclass
class Item:
    """`parent` None: the root, or gone. `changed`: the drive's sequence number at the last change. `refusal`: what is said
    where it is kept (None: as SharePoint words it)."""

    id: str
    guid: str
    name: str
    parent: str | None
    content: Content | None
    created_at: datetime
    created_by: Json
    modified_at: datetime
    modified_by: Json
    version: int = 1
    content_version: int = 1
    changed: int = 0
    label: int = 1
    versions: list[Version] = field(default_factory=list)
    permissions: list[Permission] = field(default_factory=list)
    inherits: bool = True
    is_locked: bool = False
    hold: Hold | None = None
    refusal: str | None = None
    deleted_at: datetime | None = None
    deleted_from: str | None = None
    file_times: Json = field(default_factory=dict)

    @property
    def is_folder(self) -> bool:
        return self.content is None

    @property
    def etag(self) -> str:
        return f'"{{{self.guid.upper()}}},{self.version}"'

    @property
    def ctag(self) -> str:
        return f'"c:{{{self.guid.upper()}}},{self.content_version}"'


def new_item_id() -> str:
    """As SharePoint's: letters and digits, 34 of them."""
    return "01" + base64.b32encode(uuid.uuid4().bytes + uuid.uuid4().bytes[:4]).decode()


def new_drive_id() -> str:
    return "b!" + base64.urlsafe_b64encode(uuid.uuid4().bytes * 3).decode()


class Drive:
    """`owner`: whose OneDrive it is (None: a library of the site). `quota`: bytes (None: no end).
    `holds_deletion`: retention refuses to delete anything."""

    def __init__(self, clock: Clock, name: str, web_url: str, owner: Person | None = None) -> None:
        self.id = new_drive_id()
        self.list_id = str(uuid.uuid4())
        self.name = name
        self.web_url = web_url
        self.owner = owner
        self.clock = clock
        self.quota: int | None = None
        self.tells_hashes = True
        self.items: dict[str, Item] = {}
        self.bin: dict[str, Item] = {}
        self.gone: dict[str, Item] = {}
        self.sequence = 1  # 0 is what a client knows that knows nothing
        self.oldest_token = 0
        self._children: dict[str, dict[str, str]] = {}
        system: Json = {"user": {"displayName": "System Account"}}
        now = clock.now()
        self.root = Item(new_item_id(), str(uuid.uuid4()), "root", None, None, now, system, now, system)
        self._register(self.root)

    # Looking

    def get(self, item_id: str) -> Item:
        item = self.items.get(item_id)
        if item is None:
            raise GraphError(404, "itemNotFound", "The resource could not be found.")
        return item

    def child(self, parent: Item, name: str) -> Item | None:
        found = self._children.get(parent.id, {}).get(name.casefold())
        return self.items[found] if found else None

    def children(self, parent: Item) -> list[Item]:
        ids = self._children.get(parent.id, {}).values()
        return sorted((self.items[item_id] for item_id in ids), key=lambda item: item.name.casefold())

    def at(self, start: Item, path: str) -> Item:
        """The item at `path` ("/" between decoded names; in any case). 404 when there is none."""
        check_path(path)
        here = start
        for name in filter(None, path.split("/")):
            found = self.child(here, name)
            if found is None:
                raise GraphError(404, "itemNotFound", "The resource could not be found.")
            here = found
        return here

    def path_of(self, item: Item) -> str:
        """Path below the root, "" for the root itself."""
        names: list[str] = []
        here: Item | None = item
        while here is not None and here.parent is not None:
            names.append(here.name)
            here = self.items.get(here.parent)
        return "/".join(reversed(names))

    def ancestors(self, item: Item) -> list[Item]:
        """From the parent up to the root."""
        found: list[Item] = []
        while item.parent is not None:
            item = self.items[item.parent]
            found.append(item)
        return found

    def below(self, item: Item) -> list[Item]:
        """All that is in a folder, parents first."""
        found: list[Item] = []
        for child in self.children(item):
            found.append(child)
            found.extend(self.below(child))
        return found

    @property
    def used(self) -> int:
        return sum(item.content.size for item in self.items.values() if item.content)

    # Changing

    def add(self, parent: Item, name: str, content: Content | None, by: Person) -> Item:
        """A new file, or a folder (content None). The name must be free; see `free_name`."""
        check_name(name, at_root=parent is self.root)
        check_path("/".join(filter(None, (self.path_of(parent), name))))
        self._check_room(content.size if content else 0)
        now = self.clock.now()
        who = by.identity()
        item = Item(new_item_id(), str(uuid.uuid4()), name, parent.id, content, now, who, now, who)
        self._register(item)
        self._changed(item)
        return item

    def replace(self, item: Item, content: Content, by: Person) -> Item:
        check_free_to_change(item)
        assert item.content is not None
        self._check_room(content.size - item.content.size)
        item.versions.insert(0, Version(f"{item.label}.0", item.content, item.modified_at, item.modified_by))
        item.label += 1
        item.content = content
        item.content_version += 1
        self._touch(item, by)
        return item

    def rename(self, item: Item, name: str, parent: Item, by: Person) -> Item:
        check_free_to_change(item)
        check_name(name, at_root=parent is self.root)
        other = self.child(parent, name)
        if other is not None and other is not item:
            raise GraphError(409, "nameAlreadyExists", "The specified item name already exists.")
        self._unregister(item)
        item.name, item.parent = name, parent.id
        self._register(item)
        self._touch(item, by)
        return item

    def delete(self, item: Item, *, permanently: bool = False) -> None:
        """To the recycle bin, with all that is in it; 403 while something in it is kept, 423 while it is locked."""
        if item is self.root:
            raise GraphError(400, "invalidRequest", "The root cannot be deleted.")
        for each in (item, *self.below(item)):
            check_free_to_delete(each)
        now = self.clock.now()
        parent = self.items[item.parent or ""]
        for each in (*reversed(self.below(item)), item):
            self._unregister(each)
            del self.items[each.id]
            self._changed(each)
            each.deleted_at = now
            each.deleted_from = self.path_of(parent)
            self.gone[each.id] = each
            if not permanently:
                self.bin[each.id] = each

    def restore(self, item: Item) -> Item:
        """Out of the recycle bin, back under its id."""
        self.bin.pop(item.id, None)
        self.gone.pop(item.id, None)
        item.deleted_at = None
        self._register(item)
        self._changed(item)
        return item

    def free_name(self, parent: Item, name: str, conflict: Conflict) -> tuple[str, Item | None]:
        """The name to use, and what stands there to be replaced. 409 nameAlreadyExists."""
        standing = self.child(parent, name)
        if standing is None or conflict == "replace":
            return name, standing
        if conflict == "fail":
            raise GraphError(409, "nameAlreadyExists", "The specified item name already exists.")
        stem, dot, suffix = name.rpartition(".") if "." in name else (name, "", "")
        number = 1
        while self.child(parent, f"{stem} {number}{dot}{suffix}") is not None:
            number += 1
        return f"{stem} {number}{dot}{suffix}", None

    def touch(self, item: Item) -> None:
        """Something about the item changed that is neither name nor content."""
        item.version += 1
        self._changed(item)

    def _touch(self, item: Item, by: Person) -> None:
        item.version += 1
        item.modified_at = self.clock.now()
        item.modified_by = by.identity()
        self._changed(item)

    def _changed(self, item: Item) -> None:
        self.sequence += 1
        item.changed = self.sequence

    def _register(self, item: Item) -> None:
        self.items[item.id] = item
        if item.parent is not None:
            self._children.setdefault(item.parent, {})[item.name.casefold()] = item.id

    def _unregister(self, item: Item) -> None:
        if item.parent is not None:
            self._children[item.parent].pop(item.name.casefold(), None)

    def _check_room(self, more: int) -> None:
        if self.quota is not None and self.used + more > self.quota:
            raise GraphError(507, "quotaLimitReached", "Insufficient space available.", inner="insufficientStorage")


def check_free_to_change(item: Item) -> None:
    if item.is_locked:
        raise GraphError(
            423, "resourceLocked", "The resource you are attempting to access is locked.", inner="resourceLocked"
        )
    if item.hold == "record":
        raise GraphError(403, "accessDenied", item.refusal or "The item is declared as a record and cannot be changed.")


def check_free_to_delete(item: Item) -> None:
    check_free_to_change(item)
    if item.hold == "hold":
        said = "Request was cancelled by event received. If attempting to delete a file, it is on hold."
        raise GraphError(403, "accessDenied", item.refusal or said)
