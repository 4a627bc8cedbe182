"""What is asked of one drive item.

Sources: https://learn.microsoft.com/graph/api/driveitem-get and its neighbours driveitem-put-content, driveitem-update,
driveitem-delete, driveitem-list-children, driveitem-post-children
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.microsoft365.access import Caller
from tests.microsoft365.addresses import ItemAddress
from tests.microsoft365.drive_json import item_json, retention_label, selected
from tests.microsoft365.drive_state import Conflict, Drive, Item
from tests.microsoft365.messages import Answer, GraphError, Json, Request, json_answer
from tests.microsoft365.names import check_name
from tests.microsoft365.paging import page_of
from tests.microsoft365.permission_routes import PermissionRoutes
from tests.microsoft365.storing import check_match, replace_content, store_content
from tests.microsoft365.uploads_state import UploadSession
from tests.microsoft365.version_routes import VersionRoutes

if TYPE_CHECKING:
    from tests.microsoft365.world import World

CONFLICT = "@microsoft.graph.conflictBehavior"
# Source: https://learn.microsoft.com/graph/api/resources/driveitemuploadableproperties
_UPLOADABLE = {
    CONFLICT,
    "@odata.type",
    "description",
    "fileSize",
    "fileSystemInfo",
    "name",
    "mediaSource",
    "driveItemSource",
}


class ItemRoutes:
    def __init__(self, world: World) -> None:
        self._world = world
        self._permissions = PermissionRoutes(world)
        self._versions = VersionRoutes(world)

    def answer(self, request: Request, caller: Caller, drive: Drive, address: ItemAddress) -> Answer:
        what, _, more = address.rest.partition("/")
        match request.method, what:
            case "PUT", "content":
                return self._put_content(request, caller, drive, address)
            case "POST", "createUploadSession" | "microsoft.graph.createUploadSession":
                return self._create_session(request, caller, drive, address)
        item = self.find(drive, address)
        match request.method, what, more:
            case "GET", "", _:
                return self._get(request, drive, item)
            case "GET", "children", "":
                return self._children(request, drive, item)
            case "POST", "children", "":
                return self._new_folder(request, caller, drive, item)
            case "GET", "content", "":
                return self._get_content(request, drive, item)
            case "PATCH", "", _:
                return self._update(request, caller, drive, item)
            case "DELETE", "", _:
                check_match(request.headers.get("If-Match"), item)
                drive.delete(item)
                return Answer(204)
            case "POST", "permanentDelete" | "microsoft.graph.permanentDelete", "":
                return self._delete_permanently(drive, item)
            case _, "permissions", _:
                return self._permissions.answer(request, caller, drive, item, more)
            case _, "versions", _:
                return self._versions.answer(request, caller, drive, item, more)
            case "GET", "retentionLabel", "":
                return json_answer(200, retention_label(item))
        raise GraphError(400, "BadRequest", "Resource not found for the segment or the method is not allowed.")

    def find(self, drive: Drive, address: ItemAddress) -> Item:
        start = drive.root if address.start == "root" else drive.get(address.start)
        return drive.at(start, address.path) if address.path else start

    def told(self, drive: Drive, item: Item) -> Json:
        address = self._world.downloads.address(item.content, item.etag) if item.content else None
        return item_json(drive, item, self._world.site_id, download_url=address)

    def _get(self, request: Request, drive: Drive, item: Item) -> Answer:
        if request.headers.get("If-None-Match") in (item.etag, item.ctag):
            return Answer(304)
        told = self.told(drive, item)
        if request.query.get("$expand", "").startswith("children"):
            told["children"] = [self.told(drive, child) for child in drive.children(item)]
        return json_answer(200, selected(told, request.query))

    def _children(self, request: Request, drive: Drive, item: Item) -> Answer:
        children = drive.children(item) if item.is_folder else []
        found = page_of(self._world, request, children)
        values = [selected(self.told(drive, child), request.query) for child in found.values]
        return json_answer(200, {"value": values, **found.more})

    def _new_folder(self, request: Request, caller: Caller, drive: Drive, parent: Item) -> Answer:
        body = request.json()
        if "folder" not in body or not isinstance(body.get("name"), str):
            raise GraphError(400, "invalidRequest", "A folder needs a name and a folder facet.")
        conflict = _conflict(body.get(CONFLICT), "fail")
        check_name(body["name"], at_root=parent is drive.root)
        name, standing = drive.free_name(parent, body["name"], conflict)
        if standing is not None and not standing.is_folder:
            raise GraphError(409, "nameAlreadyExists", "A file with that name exists.")
        folder = standing or drive.add(parent, name, None, caller.person)
        return json_answer(200 if standing else 201, self.told(drive, folder))

    def _get_content(self, request: Request, drive: Drive, item: Item) -> Answer:
        if item.content is None:
            raise GraphError(400, "invalidRequest", "You cannot get content for a folder.")
        if request.headers.get("If-None-Match") in (item.etag, item.ctag):
            return Answer(304)
        address = self._world.downloads.address(item.content, item.etag)
        return Answer(302, headers={"Location": address, "Cache-Control": "no-store"})

    def _put_content(self, request: Request, caller: Caller, drive: Drive, address: ItemAddress) -> Answer:
        if len(request.body) > self._world.small_upload_limit:
            raise GraphError(
                413, "invalidRequest", "The file is too large for a simple upload.", inner="maxFileSizeExceeded"
            )
        content = self._world.contents.keep(request.body)
        wanted = request.headers.get("If-Match")
        if not address.path:
            return replace_content(self._world, drive, self.find(drive, address), content, caller.person, wanted)
        parent, name = self._place(caller, drive, address)
        conflict = _conflict(request.query.get(CONFLICT), "replace")
        return store_content(self._world, drive, parent, name, content, caller.person, conflict, wanted)

    def _create_session(self, request: Request, caller: Caller, drive: Drive, address: ItemAddress) -> Answer:
        body = request.json() if request.body else {}
        wanted = body.get("item") or {}
        allowed = {
            CONFLICT,
            "@odata.type",
            "description",
            "fileSize",
            "fileSystemInfo",
            "name",
            "mediaSource",
            "driveItemSource",
        }
        if not isinstance(wanted, dict) or set(wanted) - allowed or set(body) - {"item", "deferCommit"}:
            raise GraphError(400, "invalidRequest", "The request body has a property that is not known.")
        if address.path:
            parent, name = self._place(caller, drive, address)
        else:
            item = self.find(drive, address)
            if item.is_folder:
                raise GraphError(400, "invalidRequest", "An upload session needs a file.")
            parent, name = drive.get(item.parent or ""), item.name
            wanted = {CONFLICT: "replace", **wanted}
        if "name" in wanted and wanted["name"].casefold() != name.casefold():
            raise GraphError(400, "invalidRequest", "The name differs from that in the address.")
        return self._open_session(request, caller, drive, parent, name, wanted, bool(body.get("deferCommit")))

    def _open_session(
        self, request: Request, caller: Caller, drive: Drive, parent: Item, name: str, wanted: Json, is_deferred: bool
    ) -> Answer:
        match_tag = request.headers.get("If-Match")
        conflict = _conflict(wanted.get(CONFLICT), "fail")
        standing = drive.child(parent, name)
        check_match(match_tag, standing)
        if standing is not None and request.headers.get("If-None-Match") in (standing.etag, standing.ctag):
            raise GraphError(412, "resourceModified", "The resource is the one that was named.")
        if match_tag is None and conflict == "fail" and standing is not None:
            raise GraphError(409, "nameAlreadyExists", "The specified item name already exists.")
        size = wanted.get("fileSize")
        if size is not None and drive.quota is not None and drive.used + int(size) > drive.quota:
            raise GraphError(507, "quotaLimitReached", "Insufficient space available.")
        session = UploadSession(
            drive=drive,
            parent=parent,
            name=name,
            conflict=conflict,
            replaces=match_tag,
            by=caller.person,
            expires_at=self._world.clock.now() + self._world.session_life,
            file=self._world.contents.new_file(),
            total=None if size is None else int(size),
            is_deferred=is_deferred,
        )
        return self._world.uploads.begin(session)

    def _place(self, caller: Caller, drive: Drive, address: ItemAddress) -> tuple[Item, str]:
        """Folder and name of a file that is about to come in."""
        assert address.path is not None
        folder, _, name = address.path.rpartition("/")
        here = drive.root if address.start == "root" else drive.get(address.start)
        check_name(name, at_root=here is drive.root and not folder)
        for part in filter(None, folder.split("/")):
            below = drive.child(here, part)
            if below is None:
                if not self._world.creates_parents:
                    raise GraphError(404, "itemNotFound", "The resource could not be found.")
                below = drive.add(here, part, None, caller.person)
            here = below
        if not here.is_folder:
            raise GraphError(400, "invalidRequest", "A file holds no files.")
        return here, name

    def _update(self, request: Request, caller: Caller, drive: Drive, item: Item) -> Answer:
        check_match(request.headers.get("If-Match"), item)
        body = request.json()
        if item is drive.root:
            raise GraphError(400, "invalidRequest", "The root cannot be changed.")
        reference = body.get("parentReference") or {}
        if reference.get("driveId", drive.id) != drive.id:
            raise GraphError(400, "invalidRequest", "Items cannot be moved between drives with PATCH.")
        parent = drive.get(reference["id"]) if "id" in reference else drive.get(item.parent or "")
        if parent is item or item in drive.ancestors(parent):
            raise GraphError(400, "invalidRequest", "A folder cannot be moved below itself.")
        name, standing = body.get("name", item.name), None
        if name.casefold() != item.name.casefold() or parent.id != item.parent:
            name, standing = drive.free_name(parent, name, _conflict(body.get(CONFLICT), "fail"))
        if standing is not None:
            drive.delete(standing)
        item.file_times |= body.get("fileSystemInfo") or {}
        drive.rename(item, name, parent, caller.person)
        return json_answer(200, self.told(drive, item))

    def _delete_permanently(self, drive: Drive, item: Item) -> Answer:
        """Past the recycle bin. Source: https://learn.microsoft.com/graph/api/driveitem-permanentdelete"""
        if not self._world.allows_permanent_delete:
            raise GraphError(403, "accessDenied", "The tenant does not allow permanent deletion.")
        drive.delete(item, permanently=True)
        return Answer(204)


def _conflict(wanted: object, default: Conflict) -> Conflict:
    if wanted is None:
        return default
    if wanted not in ("fail", "replace", "rename"):
        raise GraphError(400, "invalidRequest", "conflictBehavior is fail, replace or rename.")
    return wanted
