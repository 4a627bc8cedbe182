"""Who can open an item. Sources: https://learn.microsoft.com/graph/api/driveitem-list-permissions , permission-delete"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.microsoft365.access import Caller
from tests.microsoft365.drive_state import Drive, Item
from tests.microsoft365.messages import Answer, GraphError, Json, Request, json_answer
from tests.microsoft365.paging import page_of
from tests.microsoft365.permissions_state import Permission

if TYPE_CHECKING:
    from tests.microsoft365.world import World


class PermissionRoutes:
    def __init__(self, world: World) -> None:
        self._world = world

    def answer(self, request: Request, caller: Caller, drive: Drive, item: Item, permission_id: str) -> Answer:
        told = self.listing(drive, item)
        if request.method == "GET" and not permission_id:
            found = page_of(self._world, request, told)
            return json_answer(200, {"value": found.values, **found.more})
        permission = next((each for each in told if each["id"] == permission_id), None)
        if permission is None:
            raise GraphError(404, "itemNotFound", "The permission could not be found.")
        if request.method == "GET":
            return json_answer(200, permission)
        if request.method != "DELETE":
            raise GraphError(405, "invalidRequest", "The HTTP method is not allowed here.")
        if "inheritedFrom" in permission:
            raise GraphError(400, "invalidRequest", "Inherited permissions cannot be removed on the item itself.")
        caller.need_site("write")
        item.permissions = [each for each in item.permissions if each.id != permission_id]
        drive.touch(item)
        return Answer(204)

    def listing(self, drive: Drive, item: Item) -> list[Json]:
        """Own ones first, then those of the folders above, up to where inheritance was broken."""
        sparse = self._world.is_sparse
        told = [_told(each, None, sparse=sparse) for each in item.permissions]
        here = item
        while here.inherits and here.parent is not None:
            here = drive.items[here.parent]
            source: Json = {
                "driveId": drive.id,
                "id": here.id,
                "path": f"/drives/{drive.id}/root:/{drive.path_of(here)}".rstrip("/"),
            }
            told += [_told(each, source, sparse=sparse) for each in here.permissions]
        return told


def _told(permission: Permission, source: Json | None, *, sparse: bool) -> Json:
    """Both the present form (grantedToV2) and the former one (grantedTo), as the service still sends them."""
    told: Json = {"id": permission.id, "roles": [permission.role]}
    identity: Json = {"displayName": permission.name, "id": permission.id[:8]}
    if permission.mail and not sparse:
        identity["email"] = permission.mail
    match permission.kind:
        case "link":
            told["link"] = {
                "scope": permission.scope,
                "type": "edit" if permission.role == "write" else "view",
                "webUrl": f"https://firm.sharepoint.example/:f:/s/{permission.id[:12]}",
                "preventsDownload": False,
            }
            told["shareId"] = f"u!{permission.id}"
            told["hasPassword"] = False
            people: list[Json] = [{"user": _identity_of(mail, sparse=sparse)} for mail in permission.people]
            told["grantedToIdentitiesV2"] = people
            told["grantedToIdentities"] = people
        case "site_group":
            told["grantedToV2"] = {"siteGroup": {**identity, "loginName": permission.name}}
        case "group":
            told["grantedToV2"] = {
                "group": identity,
                "siteUser": {**identity, "loginName": f"c:0t.c|tenant|{identity['id']}"},
            }
            told["grantedTo"] = {"user": identity}
        case "user":
            login = permission.name if sparse else f"i:0#.f|membership|{permission.mail}"
            told["grantedToV2"] = {"user": identity, "siteUser": {**identity, "loginName": login}}
            told["grantedTo"] = {"user": identity}
    if source is not None:
        told["inheritedFrom"] = source
    return told


def _identity_of(mail: str, *, sparse: bool) -> Json:
    name = mail.split("@")[0]
    return {"displayName": name} if sparse else {"email": mail, "displayName": name}
