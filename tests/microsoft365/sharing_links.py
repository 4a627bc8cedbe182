"""Items behind a web address: `shares/u!{base64url of the address}`. Source: https://learn.microsoft.com/graph/api/shares-get"""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING
from urllib.parse import unquote

from tests.microsoft365.access import Caller
from tests.microsoft365.drive_json import selected
from tests.microsoft365.drive_state import Drive, Item
from tests.microsoft365.messages import Answer, GraphError, Request, json_answer

if TYPE_CHECKING:
    from tests.microsoft365.drive_routes import DriveRoutes
    from tests.microsoft365.world import World


def shared_item(world: World, drives: DriveRoutes, request: Request, caller: Caller, raw: str) -> Answer:
    """`shares/{id}/driveItem`, `shares/{id}/root`, and `shares/{id}` itself."""
    _, share, *rest = raw.split("/", 2)
    if request.method != "GET":
        raise GraphError(405, "invalidRequest", "The HTTP method is not allowed here.")
    drive, item = _find(world, _address(unquote(share)))
    caller.need_drive(drive, write=False)
    match rest:
        case ["driveItem" | "root"]:
            return json_answer(200, selected(drives.items.told(drive, item), request.query))
        case []:
            return json_answer(200, {"id": share, "name": item.name})
    raise GraphError(400, "BadRequest", "Resource not found for the segment.")


def _address(share: str) -> str:
    """400 for a token that is not in the documented form: unpadded base64url after "u!"."""
    try:
        if not share.startswith("u!") or share.endswith("="):
            raise ValueError("form")
        text = share[2:]
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode()
    except (ValueError, binascii.Error) as error:
        raise GraphError(400, "invalidRequest", "The sharing token is not valid.") from error


def _find(world: World, address: str) -> tuple[Drive, Item]:
    for drive in world.drives:
        place = drive.web_url
        if address == place or address.startswith(place + "/"):
            path = address.removeprefix(place).split("?")[0]
            return drive, drive.at(drive.root, unquote(path))
    raise GraphError(
        404, "itemNotFound", "The sharing link no longer exists, or you do not have permission to access it."
    )
