"""Drives: which one, and what is asked of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.microsoft365.access import Caller
from tests.microsoft365.addresses import DriveAddress, item_address
from tests.microsoft365.delta import Delta
from tests.microsoft365.drive_json import selected
from tests.microsoft365.drive_state import Drive
from tests.microsoft365.item_routes import ItemRoutes
from tests.microsoft365.messages import Answer, GraphError, Json, Request, json_answer

if TYPE_CHECKING:
    from tests.microsoft365.world import World

_READS = ("GET", "HEAD")


class DriveRoutes:
    def __init__(self, world: World) -> None:
        self._world = world
        self.delta = Delta(world)
        self.items = ItemRoutes(world)

    def answer(self, request: Request, caller: Caller, address: DriveAddress) -> Answer:
        drive = self._drive(caller, address)
        caller.need_drive(drive, write=request.method not in _READS)
        if not address.rest:
            return json_answer(200, selected(self.drive_json(drive), request.query))
        item = item_address(address.rest)
        if item is None:
            raise GraphError(400, "BadRequest", "Resource not found for the segment.")
        if item.rest.startswith("delta"):
            return self.delta.answer(request, drive, item)
        return self.items.answer(request, caller, drive, item)

    def _drive(self, caller: Caller, address: DriveAddress) -> Drive:
        if address.site is not None:
            self._world.check_site(address.site)
        if address.drive_id is not None:
            return self._world.find_drive(address.drive_id)
        return self._world.libraries[0] if address.site is not None else self._world.own_drive(caller.person)

    def listing(self, drives: list[Drive]) -> Answer:
        return json_answer(200, {"value": [self.drive_json(drive) for drive in drives]})

    def drive_json(self, drive: Drive) -> Json:
        used = drive.used
        total = drive.quota if drive.quota is not None else 25 * 1024**4
        state = "normal" if used < total * 0.9 else "nearing" if used < total else "exceeded"
        owner: Json = (
            drive.owner.identity() if drive.owner else {"group": {"displayName": f"{self._world.site_name} Owners"}}
        )
        return {
            "id": drive.id,
            "driveType": "business" if drive.owner else "documentLibrary",
            "name": drive.name,
            "webUrl": drive.web_url,
            "owner": owner,
            "quota": {"deleted": 0, "remaining": max(total - used, 0), "state": state, "total": total, "used": used},
        }
