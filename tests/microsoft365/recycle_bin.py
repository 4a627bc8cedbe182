"""The site's recycle bin: Graph lists it, in beta, and restores from it; it removes nothing from the bin of a site.

Sources: https://learn.microsoft.com/graph/api/recyclebin-list-items?view=graph-rest-beta ,
https://learn.microsoft.com/graph/api/resources/recyclebinitem?view=graph-rest-beta
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.microsoft365.access import Caller
from tests.microsoft365.clock import as_graph_time
from tests.microsoft365.messages import Answer, GraphError, Json, Request, json_answer
from tests.microsoft365.paging import page_of
from tests.microsoft365.scopes import READ_FILES

if TYPE_CHECKING:
    from tests.microsoft365.drive_state import Drive, Item
    from tests.microsoft365.world import World


def recycle_bin(world: World, request: Request, caller: Caller, tail: str) -> Answer:
    """`recycleBin/items`, in beta alone."""
    if not request.raw_path.startswith("/beta/"):
        raise GraphError(400, "BadRequest", "Resource not found for the segment 'recycleBin'.")
    caller.need_scope(READ_FILES)
    if request.method != "GET" or tail != "recycleBin/items":
        raise GraphError(400, "BadRequest", "Resource not found for the segment or the method is not allowed.")
    items = [(drive, item) for drive in world.libraries for item in drive.bin.values()]
    found = page_of(world, request, items)
    return json_answer(200, {"value": [_told(drive, item) for drive, item in found.values], **found.more})


def _told(drive: Drive, item: Item) -> Json:
    place = drive.web_url.split("/", 3)[3]
    return {
        "id": item.guid,
        "name": item.name,
        "size": item.content.size if item.content else 0,
        "deletedDateTime": as_graph_time(item.deleted_at) if item.deleted_at else None,
        "deletedFromLocation": f"{place}/{item.deleted_from or ''}".rstrip("/"),
    }
