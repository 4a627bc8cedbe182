"""The change feed of a drive. Source: https://learn.microsoft.com/graph/api/driveitem-delta

As documented for business drives: no cTag, no path in parentReference, of a deleted item neither name nor cTag; an item may
come more than once, the last word counts; folders come with what changed in them; links are opaque.
"""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urlencode

from tests.microsoft365.addresses import ItemAddress
from tests.microsoft365.drive_json import DOWNLOAD_URL, item_json, selected
from tests.microsoft365.drive_state import Drive, Item
from tests.microsoft365.messages import Answer, GraphError, Json, Request, json_answer

if TYPE_CHECKING:
    from tests.microsoft365.world import World

_IN_QUERY = re.compile(r"^\(token='([^']*)'\)$")
_IN_PATH = re.compile(r"^delta\(token='([^']*)'\)$")


@dataclass(frozen=True)
class Cursor:
    """`since`: sequence number that the client knows (0: nothing). `upto`: where this round ends. `position`: in the round."""

    since: int
    upto: int
    position: int = 0

    def text(self) -> str:
        return base64.urlsafe_b64encode(json.dumps(["MzslMj", self.since, self.upto, self.position]).encode()).decode()


class Delta:
    """`duplicates`: a changed item comes twice, first as it was before. `forgets`: answer of the next call with a token:
    "resyncChangesApplyDifferences" or "resyncChangesUploadDifferences" (410). `link_form`: how links carry the token, "query",
    "function" or "both" (`?(token='...')`); all are in the documentation. `tells_deleted_folder_alone`: not what was in it."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.duplicates = False
        self.forgets: str | None = None
        self.supports_latest = True
        self.link_form = "query"
        self.tells_deleted_folder_alone = False

    def answer(self, request: Request, drive: Drive, address: ItemAddress) -> Answer:
        if request.method != "GET":
            raise GraphError(405, "invalidRequest", "The HTTP method is not allowed here.")
        if address.start not in ("root", drive.root.id) or address.path:
            raise GraphError(400, "invalidRequest", "Delta is supported on the root of a drive alone.")
        token = self._token(request, address)
        base = f"{self._world.graph_address}{request.raw_path.split('/delta')[0]}/delta"
        keep = [pair for pair in parse_qsl(request.target.partition("?")[2]) if pair[0] in ("$select", "$top")]
        if token == "latest" and self.supports_latest:
            return self._page([], self._link(base, keep, Cursor(drive.sequence, 0)), last=True)
        cursor = Cursor(0, drive.sequence) if token in (None, "", "latest") else self._cursor(drive, token, base)
        return self._round(request, drive, cursor, base, keep)

    def _token(self, request: Request, address: ItemAddress) -> str | None:
        if address.rest in ("delta", "delta()"):
            odd = _IN_QUERY.match(unquote(request.target.partition("?")[2]))
            return odd[1] if odd else request.query.get("token")
        found = _IN_PATH.match(address.rest)
        if not found:
            raise GraphError(400, "BadRequest", "Resource not found for the segment.")
        return found[1]

    def _cursor(self, drive: Drive, token: str, base: str) -> Cursor:
        try:
            mark, since, upto, position = json.loads(base64.urlsafe_b64decode(token))
            assert mark == "MzslMj"
        except (ValueError, AssertionError) as error:
            raise GraphError(400, "invalidRequest", "The delta token is not valid.") from error
        # Pages of an enumeration are as old as their beginning.
        if self.forgets is not None or (since or upto) < drive.oldest_token:
            inner, self.forgets = self.forgets or "resyncChangesApplyDifferences", None
            raise GraphError(410, "resyncRequired", "Resync required.", inner=inner, headers={"Location": base})
        return Cursor(since, upto or drive.sequence, position)

    def _round(self, request: Request, drive: Drive, cursor: Cursor, base: str, keep: list[tuple[str, str]]) -> Answer:
        entries = self._entries(drive, cursor.since, with_parents="deltaExcludeParent" not in request.headers)
        top = request.query.get("$top", "")
        size = int(top) if top.isdigit() and int(top) > 0 else self._world.page_size
        page = entries[cursor.position : cursor.position + size]
        position = cursor.position + size
        told = [selected(entry, request.query) for entry in page]
        if position < len(entries):
            return self._page(told, self._link(base, keep, Cursor(cursor.since, cursor.upto, position)), last=False)
        return self._page(told, self._link(base, keep, Cursor(cursor.upto, 0)), last=True)

    def _link(self, base: str, keep: list[tuple[str, str]], cursor: Cursor) -> str:
        if self.link_form == "query":
            return f"{base}?" + urlencode([*keep, ("token", cursor.text())], safe="$")
        if self.link_form == "both":
            return f"{base}?(token='{cursor.text()}')"
        return f"{base}(token='{cursor.text()}')" + (f"?{urlencode(keep, safe='$')}" if keep else "")

    def _page(self, values: list[Json], link: str, *, last: bool) -> Answer:
        name = "@odata.deltaLink" if last else "@odata.nextLink"
        context = "https://graph.microsoft.com/v1.0/$metadata#Collection(driveItem)"
        return json_answer(200, {"@odata.context": context, name: link, "value": values})

    def _entries(self, drive: Drive, since: int, *, with_parents: bool) -> list[Json]:
        """What changed after `since`, folders before what is in them, then what is gone."""
        if since == 0:
            items = [drive.root, *drive.below(drive.root)]
            return [self._told(drive, item) for item in items]
        changed = [item for item in drive.items.values() if item.changed > since]
        gone = [item for item in drive.gone.values() if item.changed > since]
        folders = {folder.id: folder for item in changed for folder in drive.ancestors(item)} if with_parents else {}
        if gone and with_parents:
            folders[drive.root.id] = drive.root
        both = {**folders, **{item.id: item for item in changed}}
        ordered = sorted(both.values(), key=lambda item: (len(drive.ancestors(item)), item.changed))
        entries = [entry for item in ordered for entry in self._twice(drive, item)]
        if self.tells_deleted_folder_alone:
            ids = {item.id for item in gone}
            gone = [item for item in gone if item.parent not in ids]
        return [*entries, *(_told_gone(drive, item, sparse=self._world.is_sparse) for item in gone)]

    def _twice(self, drive: Drive, item: Item) -> list[Json]:
        told = self._told(drive, item)
        if not self.duplicates or item.is_folder:
            return [told]
        earlier = {**told, "eTag": told["eTag"].rsplit(",", 1)[0] + ',0"', "name": f"~earlier {item.name}"}
        return [earlier, told]

    def _told(self, drive: Drive, item: Item) -> Json:
        told = item_json(drive, item, self._world.site_id)
        told.pop("cTag")
        told.pop(DOWNLOAD_URL, None)
        told["parentReference"].pop("path", None)
        return told


def _told_gone(drive: Drive, item: Item, *, sparse: bool) -> Json:
    told: Json = {"id": item.id, "deleted": {} if sparse else {"state": "deleted"}}
    told["parentReference"] = {"driveId": drive.id, "driveType": "documentLibrary", "id": item.parent}
    told["folder" if item.is_folder else "file"] = {}
    return told
