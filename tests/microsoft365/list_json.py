"""Lists, columns and items as Graph tells them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from tests.microsoft365.clock import as_graph_time
from tests.microsoft365.drive_json import selected
from tests.microsoft365.lists_state import Column, Kind, ListItem, SharePointList
from tests.microsoft365.messages import GraphError, Json, Request

if TYPE_CHECKING:
    from tests.microsoft365.world import World

_PLAIN_KINDS: tuple[Kind, ...] = ("number", "boolean", "dateTime")
_EXPANDED = re.compile(r"^(\w+)(?:\((.*)\))?$")


def list_json(world: World, every: SharePointList) -> Json:
    return {
        "@odata.etag": f'"{every.id},1"',
        "id": every.id,
        "eTag": f'"{every.id},1"',
        "name": every.name,
        "displayName": every.name,
        "createdDateTime": as_graph_time(every.created_at),
        "lastModifiedDateTime": as_graph_time(every.created_at),
        "createdBy": every.owner.identity(),
        "webUrl": f"{world.site_url}/Lists/{quote(every.name)}",
        "parentReference": {"siteId": world.site_id},
        "list": {"contentTypesEnabled": False, "hidden": False, "template": "genericList"},
    }


def column_json(column: Column) -> Json:
    kinds: dict[str, Json] = {
        "text": {"text": {"allowMultipleLines": False, "maxLength": column.max_length}},
        "note": {"text": {"allowMultipleLines": True, "linesForEditing": 6}},
        "choice": {"choice": {"choices": list(column.choices), "allowTextEntry": not column.choices}},
    }
    return {
        "id": column.id,
        "name": column.name,
        "displayName": column.name,
        "columnGroup": "Custom Columns",
        "description": "",
        "enforceUniqueValues": False,
        "hidden": False,
        "indexed": column.indexed,
        "readOnly": False,
        "required": column.required,
        **kinds.get(column.kind, {column.kind: {}}),
    }


def column_from(told: Json) -> Column:
    """A column as a client describes it. 400 when it does not say of what kind it is."""
    if not isinstance(told.get("name"), str):
        raise GraphError(400, "invalidRequest", "A column needs a name.")
    indexed, required = bool(told.get("indexed")), bool(told.get("required"))
    if "text" in told:
        kind: Kind = "note" if (told["text"] or {}).get("allowMultipleLines") else "text"
        return Column(told["name"], kind, indexed, required, max_length=int((told["text"] or {}).get("maxLength", 255)))
    if "choice" in told:
        return Column(told["name"], "choice", indexed, required, tuple((told["choice"] or {}).get("choices") or ()))
    for plain in _PLAIN_KINDS:
        if plain in told:
            return Column(told["name"], plain, indexed, required)
    raise GraphError(400, "invalidRequest", "A column needs a type.")


def list_item_json(world: World, every: SharePointList, item: ListItem, request: Request) -> Json:
    """With the fields where `$expand` asks for them."""
    told: Json = {
        "@odata.etag": item.etag,
        "id": str(item.id),
        "eTag": item.etag,
        "createdDateTime": as_graph_time(item.created_at),
        "lastModifiedDateTime": as_graph_time(item.modified_at),
        "createdBy": item.author.identity(),
        "lastModifiedBy": item.editor.identity(),
        "webUrl": f"{world.site_url}/Lists/{quote(every.name)}/{item.id}_.000",
        "parentReference": {"id": item.guid, "siteId": world.site_id},
        "contentType": {"id": "0x0100", "name": "Item"},
    }
    told = selected(told, request.query)
    asked, names = expanded_fields(request)
    if asked:
        told["fields"] = chosen(every.fields_of(item), names)
    return told


def expanded_fields(request: Request) -> tuple[bool, set[str] | None]:
    """Whether the fields are asked for, and which (None: all). 400 for anything else that is expanded."""
    text = request.query.get("$expand", request.query.get("expand"))
    if text is None:
        return False, None
    found = _EXPANDED.match(text.strip())
    if found is None or found[1] != "fields":
        raise GraphError(400, "invalidRequest", "Parsing OData Select and Expand failed.")
    if found[2] is None:
        return True, None
    option, _, names = found[2].partition("=")
    if option.strip().lower() not in ("select", "$select") or not names:
        raise GraphError(400, "invalidRequest", "Parsing OData Select and Expand failed.")
    return True, {name.strip() for name in names.split(",")}


def chosen(fields: Json, names: set[str] | None) -> Json:
    if names is None:
        return fields
    return {name: value for name, value in fields.items() if name in names or name == "@odata.etag"}
