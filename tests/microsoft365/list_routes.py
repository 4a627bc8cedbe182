"""Lists of the site and their items.

Sources: https://learn.microsoft.com/graph/api/list-create , list-get , listitem-list , listitem-create , listitem-update ,
listitem-delete
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from tests.microsoft365.access import Caller
from tests.microsoft365.clock import as_graph_time
from tests.microsoft365.drive_json import selected
from tests.microsoft365.list_delta import list_changes
from tests.microsoft365.list_filter import filtered
from tests.microsoft365.list_json import (
    chosen,
    column_from,
    column_json,
    expanded_fields,
    list_item_json,
    list_json,
)
from tests.microsoft365.lists_state import ListItem, SharePointList
from tests.microsoft365.messages import Answer, GraphError, Json, Request, json_answer
from tests.microsoft365.paging import page_of
from tests.microsoft365.scopes import MANAGE_SITES, READ_SITES, SELECTED, WRITE_SITES

if TYPE_CHECKING:
    from tests.microsoft365.world import World


class ListRoutes:
    def __init__(self, world: World) -> None:
        self._world = world

    def answer(self, request: Request, caller: Caller, tail: str) -> Answer:
        """`tail`: "lists", "lists/{id}" and what follows, raw."""
        self._check_scope(request, caller, tail)
        _, *parts = [unquote(part) for part in tail.split("/")]
        if not parts:
            return self._create(request, caller) if request.method == "POST" else self._all(request)
        every = self.find(parts[0])
        match request.method, parts[1:]:
            case "GET", []:
                return self._one(request, every)
            case "GET", ["columns"]:
                return json_answer(200, {"value": [column_json(column) for column in every.columns.values()]})
            case "POST", ["columns"]:
                return self._add_column(request, caller, every)
            case "GET", ["items"]:
                return self._items(request, caller, every)
            case "GET", ["items", "delta" | "delta()"]:
                return list_changes(self._world, request, caller, every)
            case "POST", ["items"]:
                return self._add_item(request, caller, every)
            case _, ["items", item_id, *rest]:
                return self._item(request, caller, every, every.get(item_id, caller.person), rest)
        raise GraphError(400, "BadRequest", "Resource not found for the segment or the method is not allowed.")

    def find(self, name: str) -> SharePointList:
        """By id or by title."""
        for every in self._world.lists:
            if name in (every.id, every.name):
                return every
        raise GraphError(404, "itemNotFound", "The specified list was not found.")

    def _check_scope(self, request: Request, caller: Caller, tail: str) -> None:
        if request.method == "GET":
            caller.need_scope(READ_SITES | SELECTED)
        elif "/items" in tail:
            caller.need_scope(WRITE_SITES | SELECTED)
            caller.need_site("write")
        else:
            caller.need_scope(MANAGE_SITES)
            caller.need_site("owner")

    def _all(self, request: Request) -> Answer:
        if request.method != "GET":
            raise GraphError(405, "invalidRequest", "The HTTP method is not allowed here.")
        told = [list_json(self._world, every) for every in self._world.lists]
        for drive in self._world.libraries:
            library: Json = {"template": "documentLibrary", "hidden": False, "contentTypesEnabled": False}
            told.append({"id": drive.list_id, "name": drive.name, "displayName": drive.name, "list": library})
        wanted = request.query.get("$filter")
        if wanted is not None:
            name, mark, value = wanted.partition(" eq ")
            if name.strip() != "displayName" or not mark:
                raise GraphError(400, "invalidRequest", "The provided filter statement is not supported")
            told = [each for each in told if each["displayName"] == value.strip().strip("'").replace("''", "'")]
        found = page_of(self._world, request, told)
        return json_answer(200, {"value": [selected(each, request.query) for each in found.values], **found.more})

    def _one(self, request: Request, every: SharePointList) -> Answer:
        told = selected(list_json(self._world, every), request.query)
        if request.query.get("$expand", request.query.get("expand", "")).startswith("columns"):
            told["columns"] = [column_json(column) for column in every.columns.values()]
        return json_answer(200, told)

    def _create(self, request: Request, caller: Caller) -> Answer:
        body = request.json()
        name = body.get("displayName")
        if not isinstance(name, str) or not name:
            raise GraphError(400, "invalidRequest", "A list needs a displayName.")
        if any(every.name.casefold() == name.casefold() for every in self._world.lists):
            raise GraphError(409, "nameAlreadyExists", "Name already exists")
        columns = [column_from(told) for told in body.get("columns") or []]
        every = SharePointList(self._world.clock, name, columns, caller.person)
        self._world.lists.append(every)
        return json_answer(201, list_json(self._world, every))

    def _add_column(self, request: Request, caller: Caller, every: SharePointList) -> Answer:
        column = column_from(request.json())
        if column.name in every.columns:
            raise GraphError(409, "nameAlreadyExists", "Name already exists")
        every.columns[column.name] = column
        return json_answer(201, column_json(column))

    def _items(self, request: Request, caller: Caller, every: SharePointList) -> Answer:
        expanded_fields(request)
        found = page_of(self._world, request, filtered(every, every.visible(caller.person), request))
        values = [list_item_json(self._world, every, item, request) for item in found.values]
        return json_answer(200, {"value": values, **found.more})

    def _add_item(self, request: Request, caller: Caller, every: SharePointList) -> Answer:
        body = request.json()
        if set(body) - {"fields", "contentType", "@odata.type"}:
            raise GraphError(400, "invalidRequest", "The request body has a property that is not known.")
        item = every.add(_fields(body.get("fields") or {}), caller.person)
        told = list_item_json(self._world, every, item, request)
        return json_answer(201, {**told, "fields": every.fields_of(item)})

    def _item(self, request: Request, caller: Caller, every: SharePointList, item: ListItem, rest: list[str]) -> Answer:
        match request.method, rest:
            case "GET", []:
                return json_answer(200, list_item_json(self._world, every, item, request))
            case "GET", ["fields"]:
                names = request.query.get("$select")
                return json_answer(200, chosen(every.fields_of(item), set(names.split(",")) if names else None))
            case "GET", ["versions"]:
                return json_answer(200, {"value": _versions(every, item, request)})
            case "PATCH", ["fields"]:
                _check_match(request, item)
                every.update(item, _fields(request.json()), caller.person)
                told = every.fields_of(item)
                # The page promises 201 and shows no tag; the service answers 200 with one.
                return json_answer(201, item.fields) if self._world.is_sparse else json_answer(200, told)
            case "PATCH", []:
                _check_match(request, item)
                every.update(item, _fields(request.json().get("fields") or {}), caller.person)
                return json_answer(200, list_item_json(self._world, every, item, request))
            case "DELETE", []:
                _check_match(request, item)
                every.delete(item, caller.person)
                return Answer(204)
        raise GraphError(400, "BadRequest", "Resource not found for the segment or the method is not allowed.")


def _check_match(request: Request, item: ListItem) -> None:
    wanted = request.headers.get("If-Match")
    if wanted is None or wanted.strip() == "*":
        return
    if not wanted.strip().startswith(('"', 'W/"')):
        raise GraphError(400, "invalidRequest", "The ETag is malformed.", inner="malformedEntityTag")
    if item.etag not in wanted:
        raise GraphError(
            412, "resourceModified", "ETag does not match current item's value", inner="entityTagDoesNotMatch"
        )


def _fields(told: object) -> Json:
    if not isinstance(told, dict):
        raise GraphError(400, "invalidRequest", "The fields are an object.")
    return {name: value for name, value in told.items() if not name.startswith("@odata.")}


def _versions(every: SharePointList, item: ListItem, request: Request) -> list[Json]:
    """Source: https://learn.microsoft.com/graph/api/listitem-list-versions"""
    asked, names = expanded_fields(request)
    current: Json = {
        "id": f"{item.version}.0",
        "lastModifiedDateTime": as_graph_time(item.modified_at),
        "lastModifiedBy": item.editor.identity(),
    }
    told = [current]
    fields = [every.fields_of(item)]
    for version in item.versions:
        at = as_graph_time(version.modified_at)
        told.append({"id": version.label, "lastModifiedDateTime": at, "lastModifiedBy": version.modified_by})
        fields.append(version.fields)
    if asked:
        for each, values in zip(told, fields, strict=True):
            each["fields"] = chosen(values, names)
    return told
