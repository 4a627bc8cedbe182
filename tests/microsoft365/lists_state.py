"""SharePoint lists: columns, items with their versions, and who may read and change which.

Sources: https://learn.microsoft.com/graph/api/resources/list , /columndefinition , /listitem ; item-level permissions ("read
own, edit own") are ReadSecurity and WriteSecurity of SharePoint, which Graph neither tells nor sets.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from tests.microsoft365.clock import Clock, as_graph_time
from tests.microsoft365.messages import GraphError, Json
from tests.microsoft365.people import Person

Kind = Literal["text", "note", "number", "boolean", "dateTime", "choice"]
MAX_TEXT = 255
MAX_NOTE = 63_999


@dataclass
class Column:
    """`note`: several lines of text."""

    name: str
    kind: Kind = "text"
    indexed: bool = False
    required: bool = False
    choices: tuple[str, ...] = ()
    max_length: int = MAX_TEXT
    id: str = field(default_factory=lambda: str(uuid.uuid4()))

    def check(self, value: object) -> None:
        """400 for a value that the column does not take."""
        if value is None:
            if self.required:
                raise GraphError(400, "invalidRequest", f"The field {self.name} needs a value.")
            return
        fits = {
            "text": isinstance(value, str) and "\n" not in value,
            "note": isinstance(value, str),
            "number": isinstance(value, int | float) and not isinstance(value, bool),
            "boolean": isinstance(value, bool),
            "dateTime": isinstance(value, str),
            "choice": isinstance(value, str) and (not self.choices or value in self.choices),
        }[self.kind]
        if not fits:
            raise GraphError(400, "invalidRequest", f"The value of the field {self.name} is not valid.")
        limit = MAX_NOTE if self.kind == "note" else self.max_length
        if isinstance(value, str) and len(value) > limit:
            raise GraphError(
                400, "invalidRequest", f"Invalid text value. The field {self.name} holds {limit} characters."
            )


@dataclass
class ItemVersion:
    label: str
    fields: Json
    modified_at: datetime
    modified_by: Json


@dataclass
class ListItem:
    id: int
    guid: str
    fields: Json
    author: Person
    editor: Person
    created_at: datetime
    modified_at: datetime
    version: int = 1
    changed: int = 0
    versions: list[ItemVersion] = field(default_factory=list)

    @property
    def etag(self) -> str:
        return f'"{self.guid},{self.version}"'


class SharePointList:
    """`reads_own`, `edits_own`: members see and change their own items alone; owners of the site all."""

    def __init__(self, clock: Clock, name: str, columns: list[Column], owner: Person) -> None:
        self.id = str(uuid.uuid4())
        self.name = name
        self.clock = clock
        self.owner = owner
        self.created_at = clock.now()
        self.columns = {"Title": Column("Title")} | {column.name: column for column in columns}
        self.reads_own = False
        self.edits_own = False
        self.items: dict[int, ListItem] = {}
        self.gone: dict[int, int] = {}
        self.sequence = 1  # 0 is what a client knows that knows nothing
        self.oldest_token = 0
        self._last_id = 0

    def visible(self, person: Person) -> list[ListItem]:
        return [item for item in self.items.values() if self.can_read(item, person)]

    def can_read(self, item: ListItem, person: Person) -> bool:
        return not self.reads_own or person.access == "owner" or item.author.oid == person.oid

    def get(self, item_id: str, person: Person) -> ListItem:
        item = self.items.get(int(item_id)) if item_id.isdigit() else None
        if item is None or not self.can_read(item, person):
            raise GraphError(404, "itemNotFound", "The specified list item was not found.")
        return item

    def add(self, fields: Json, by: Person) -> ListItem:
        self._check(fields)
        missing = [name for name, column in self.columns.items() if column.required and fields.get(name) is None]
        if missing:
            raise GraphError(400, "invalidRequest", f"The field {missing[0]} needs a value.")
        self._last_id += 1
        now = self.clock.now()
        item = ListItem(self._last_id, str(uuid.uuid4()), dict(fields), by, by, now, now)
        self.items[item.id] = item
        self._changed(item)
        return item

    def update(self, item: ListItem, fields: Json, by: Person) -> None:
        self.check_may_change(item, by)
        self._check(fields)
        item.versions.insert(0, ItemVersion(f"{item.version}.0", item.fields, item.modified_at, item.editor.identity()))
        item.fields = {**item.fields, **fields}
        item.version += 1
        item.editor = by
        item.modified_at = self.clock.now()
        self._changed(item)

    def delete(self, item: ListItem, by: Person) -> None:
        self.check_may_change(item, by)
        del self.items[item.id]
        self.sequence += 1
        self.gone[item.id] = self.sequence

    def check_may_change(self, item: ListItem, person: Person) -> None:
        if self.edits_own and person.access != "owner" and item.author.oid != person.oid:
            raise GraphError(403, "accessDenied", "The caller does not have permission to perform the action.")

    def fields_of(self, item: ListItem) -> Json:
        """Values that are not set are left out, as the service does."""
        values = {name: value for name, value in item.fields.items() if value is not None}
        return {
            "@odata.etag": item.etag,
            **values,
            "LinkTitle": values.get("Title", ""),
            "id": str(item.id),
            "ContentType": "Item",
            "Modified": as_graph_time(item.modified_at),
            "Created": as_graph_time(item.created_at),
            "AuthorLookupId": _lookup_id(item.author),
            "EditorLookupId": _lookup_id(item.editor),
            "_UIVersionString": f"{item.version}.0",
            "Attachments": False,
            "Edit": "",
        }

    def _check(self, fields: Json) -> None:
        for name, value in fields.items():
            if name.startswith("@odata."):
                continue
            if name not in self.columns:
                raise GraphError(400, "invalidRequest", f"Field '{name}' is not recognized")
            self.columns[name].check(value)

    def _changed(self, item: ListItem) -> None:
        self.sequence += 1
        item.changed = self.sequence


def _lookup_id(person: Person) -> str:
    return str(int(person.oid[:6], 16))
