"""The change feed of a list. Source: https://learn.microsoft.com/graph/api/listitem-delta"""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from tests.microsoft365.access import Caller
from tests.microsoft365.list_json import list_item_json
from tests.microsoft365.lists_state import SharePointList
from tests.microsoft365.messages import Answer, GraphError, Json, Request, json_answer

if TYPE_CHECKING:
    from tests.microsoft365.world import World


def list_changes(world: World, request: Request, caller: Caller, every: SharePointList) -> Answer:
    """Pages of what changed since the token; `latest`: nothing but a new link."""
    token = request.query.get("token")
    base = f"{world.graph_address}{request.raw_path}"
    keep = [pair for pair in parse_qsl(request.target.partition("?")[2]) if pair[0] != "token"]
    if token == "latest":
        return _page([], base, keep, (every.sequence, 0, 0), last=True)
    since, upto, position = _cursor(every, token, base)
    entries = _entries(world, request, caller, every, since)
    top = request.query.get("$top", "")
    size = int(top) if top.isdigit() and int(top) > 0 else world.page_size
    values = entries[position : position + size]
    if position + size < len(entries):
        return _page(values, base, keep, (since, upto, position + size), last=False)
    return _page(values, base, keep, (upto, 0, 0), last=True)


def _cursor(every: SharePointList, token: str | None, base: str) -> tuple[int, int, int]:
    if not token:
        return 0, every.sequence, 0
    try:
        mark, since, upto, position = json.loads(base64.urlsafe_b64decode(token))
    except ValueError as error:
        raise GraphError(400, "invalidRequest", "The delta token is not valid.") from error
    if mark != "list" or (since or upto) < every.oldest_token:
        raise GraphError(
            410, "resyncRequired", "Resync required.", inner="resyncChangesApplyDifferences", headers={"Location": base}
        )
    return since, upto or every.sequence, position


def _entries(world: World, request: Request, caller: Caller, every: SharePointList, since: int) -> list[Json]:
    changed = sorted(
        (item for item in every.visible(caller.person) if item.changed > since), key=lambda item: item.changed
    )
    told = [list_item_json(world, every, item, request) for item in changed]
    if since:
        told += [_gone(world, item_id) for item_id, at in every.gone.items() if at > since]
    return told


def _gone(world: World, item_id: int) -> Json:
    return {"id": str(item_id), "parentReference": {"siteId": world.site_id}, "deleted": {"state": "deleted"}}


def _page(
    values: list[Json], base: str, keep: list[tuple[str, str]], cursor: tuple[int, int, int], *, last: bool
) -> Answer:
    token = base64.urlsafe_b64encode(json.dumps(["list", *cursor]).encode()).decode()
    link = f"{base}?" + urlencode([*keep, ("token", token)], safe="$")
    return json_answer(200, {"value": values, "@odata.deltaLink" if last else "@odata.nextLink": link})
