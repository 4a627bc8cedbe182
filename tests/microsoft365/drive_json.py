"""Drive items as Graph tells them. Source: https://learn.microsoft.com/graph/api/resources/driveitem"""

from __future__ import annotations

import mimetypes
from urllib.parse import quote

from tests.microsoft365.clock import as_graph_time
from tests.microsoft365.drive_state import Drive, Item
from tests.microsoft365.messages import GraphError, Json

DOWNLOAD_URL = "@microsoft.graph.downloadUrl"


def item_json(drive: Drive, item: Item, site_id: str, *, download_url: str | None = None) -> Json:
    """`download_url`: for a file; a secret that works without a token for an hour."""
    told: Json = {
        "id": item.id,
        "name": item.name,
        "eTag": item.etag,
        "cTag": item.ctag,
        "createdDateTime": as_graph_time(item.created_at),
        "lastModifiedDateTime": as_graph_time(item.modified_at),
        "createdBy": item.created_by,
        "lastModifiedBy": item.modified_by,
        "webUrl": web_url(drive, item),
        "size": size_of(drive, item),
        "fileSystemInfo": {
            "createdDateTime": as_graph_time(item.created_at),
            "lastModifiedDateTime": as_graph_time(item.modified_at),
            **item.file_times,
        },
        "parentReference": _parent(drive, item, site_id),
    }
    if item.parent is None:
        told["root"] = {}
    if item.content is None:
        told["folder"] = {"childCount": len(drive.children(item))}
        return told
    kind = mimetypes.guess_type(item.name)[0] or "application/octet-stream"
    hashes = {"hashes": {"quickXorHash": item.content.digest}} if drive.tells_hashes else {}
    told["file"] = {"mimeType": kind, **hashes}
    told["shared"] = {"scope": "users"}
    if download_url is not None:
        told[DOWNLOAD_URL] = download_url
    return told


def retention_label(item: Item) -> Json:
    """The label by which an item is a record; 404 for one without (a policy that holds it puts no label on it).
    Source: https://learn.microsoft.com/graph/api/driveitem-getretentionlabel"""
    if item.hold != "record":
        raise GraphError(404, "itemNotFound", "The item has no retention label.")
    return {
        "name": "Record",
        "isLabelAppliedExplicitly": True,
        "labelAppliedDateTime": as_graph_time(item.modified_at),
        "retentionSettings": {
            "behaviorDuringRetentionPeriod": "retainAsRecord",
            "isDeleteAllowed": False,
            "isRecordLocked": True,
            "isMetadataUpdateAllowed": False,
            "isContentUpdateAllowed": False,
            "isLabelUpdateAllowed": False,
        },
    }


def size_of(drive: Drive, item: Item) -> int:
    if item.content is not None:
        return item.content.size
    return sum(below.content.size for below in drive.below(item) if below.content)


def web_url(drive: Drive, item: Item) -> str:
    path = drive.path_of(item)
    return drive.web_url + ("/" + quote(path) if path else "")


def _parent(drive: Drive, item: Item, site_id: str) -> Json:
    told: Json = {"driveType": "business" if drive.owner else "documentLibrary", "driveId": drive.id, "siteId": site_id}
    if item.parent is not None:
        parent = drive.items[item.parent]
        path = drive.path_of(parent)
        told |= {
            "id": parent.id,
            "name": parent.name,
            "path": f"/drives/{drive.id}/root:" + (f"/{path}" if path else ""),
        }
    return told


def selected(told: Json, query: dict[str, str]) -> Json:
    """`$select`: of the named properties only those that are there; annotations (@...) stay only where they are named."""
    wanted = query.get("$select", query.get("select"))
    if wanted is None:
        return told
    names = {name.strip() for name in wanted.split(",")}
    if "" in names:
        raise GraphError(400, "invalidRequest", "Parsing OData Select and Expand failed.", inner="invalidQueryOption")
    return {key: value for key, value in told.items() if key in names or key == "@odata.etag"}
