"""Former contents of a file. Source: https://learn.microsoft.com/graph/api/driveitem-list-versions"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.microsoft365.access import Caller
from tests.microsoft365.clock import as_graph_time
from tests.microsoft365.contents import Content
from tests.microsoft365.drive_state import Drive, Item
from tests.microsoft365.messages import Answer, GraphError, Json, Request, json_answer

if TYPE_CHECKING:
    from tests.microsoft365.world import World


class VersionRoutes:
    """Graph lists and restores versions; it has no call that deletes one."""

    def __init__(self, world: World) -> None:
        self._world = world

    def answer(self, request: Request, caller: Caller, drive: Drive, item: Item, more: str) -> Answer:
        if item.content is None:
            raise GraphError(400, "invalidRequest", "A folder has no versions.")
        label, _, action = more.partition("/")
        match request.method, label, action:
            case "GET", "", "":
                return json_answer(200, {"value": self._listing(item)})
            case "GET", _, "content":
                content = self._content(item, label)
                return Answer(302, headers={"Location": self._world.downloads.address(content, item.etag)})
            case "GET", _, "":
                self._content(item, label)
                return json_answer(200, next(told for told in self._listing(item) if told["id"] == label))
            case "POST", _, "restoreVersion":
                drive.replace(item, self._content(item, label), caller.person)
                return Answer(204)
        raise GraphError(405, "invalidRequest", "The HTTP method is not allowed here.")

    def _listing(self, item: Item) -> list[Json]:
        assert item.content is not None
        current = _told(f"{item.label}.0", item.content, as_graph_time(item.modified_at), item.modified_by)
        older = [
            _told(each.label, each.content, as_graph_time(each.modified_at), each.modified_by) for each in item.versions
        ]
        return [current, *older]

    def _content(self, item: Item, label: str) -> Content:
        if label in (f"{item.label}.0", "current"):
            assert item.content is not None
            return item.content
        for version in item.versions:
            if version.label == label:
                return version.content
        raise GraphError(404, "itemNotFound", "The version could not be found.")


def _told(label: str, content: Content, modified_at: str, modified_by: Json) -> Json:
    return {"id": label, "lastModifiedDateTime": modified_at, "lastModifiedBy": modified_by, "size": content.size}
