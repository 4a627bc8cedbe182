"""Microsoft Graph: the gate, then the part that a path belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.microsoft365.access import Caller
from tests.microsoft365.addresses import drive_address, site_by_path
from tests.microsoft365.batch import answer_batch
from tests.microsoft365.drive_routes import DriveRoutes
from tests.microsoft365.list_routes import ListRoutes
from tests.microsoft365.messages import Answer, GraphError, Json, Request, json_answer
from tests.microsoft365.people import Person
from tests.microsoft365.recycle_bin import recycle_bin
from tests.microsoft365.scopes import READ_FILES, READ_OWN_FILES, READ_PROFILE, READ_SITES, SELECTED
from tests.microsoft365.sharing_links import shared_item

if TYPE_CHECKING:
    from tests.microsoft365.world import World


class Graph:
    """Answers below /v1.0 and /beta; everything under one lock, the body has been read before."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.drives = DriveRoutes(world)
        self.lists = ListRoutes(world)

    def answer(self, request: Request) -> Answer:
        world = self._world
        try:
            with world.lock:
                waiting = world.throttle.check(request)
                if waiting is not None:
                    return waiting
                caller = world.gate.caller(request)
                request.person = caller.person.mail
                return self.route(request, caller)
        except GraphError as error:
            return error.answer(world.clock.now(), request.request_id)

    def answer_part(self, request: Request, caller: Caller) -> Answer:
        """A part of a batch; faults by script fit it as they fit a request."""
        fault = self._world.faults.take(request)
        if fault.answer is not None:
            return fault.answer
        try:
            return self.route(request, caller)
        except GraphError as error:
            return error.answer(self._world.clock.now(), request.request_id)

    def route(self, request: Request, caller: Caller) -> Answer:
        version, _, raw = request.raw_path.lstrip("/").partition("/")
        if version not in ("v1.0", "beta"):
            raise GraphError(400, "BadRequest", "Invalid version specified.")
        raw = raw.strip("/")
        if raw == "$batch":
            return answer_batch(self, request, caller)
        if raw == "me":
            return self._me(request, caller)
        if raw.startswith("shares/"):
            return shared_item(self._world, self.drives, request, caller, raw)
        by_path = site_by_path(raw) if raw.startswith("sites/") else None
        if by_path is not None:
            host, path, rest = by_path
            site_id = self._world.find_site(host, path)
            raw = f"sites/{site_id}" + (f"/{rest}" if rest else "")
        address = drive_address(raw)
        if address is not None:
            return self.drives.answer(request, caller, address)
        if raw.startswith("sites/"):
            return self._site(request, caller, raw)
        if raw == "me/drives":
            caller.need_scope(READ_OWN_FILES | READ_FILES)
            return self.drives.listing([self._world.own_drive(caller.person)])
        raise GraphError(400, "BadRequest", "Resource not found for the segment.")

    def _me(self, request: Request, caller: Caller) -> Answer:
        if request.method != "GET":
            raise GraphError(405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.")
        caller.need_scope(READ_PROFILE)
        return json_answer(200, _me_json(caller.person))

    def _site(self, request: Request, caller: Caller, raw: str) -> Answer:
        caller.need_scope(READ_SITES | SELECTED)
        _, site_id, *rest = raw.split("/", 2)
        self._world.check_site(site_id)
        caller.need_site("read")
        match rest:
            case []:
                return json_answer(200, self._world.site_json())
            case ["drives"]:
                return self.drives.listing(self._world.libraries)
            case [tail] if tail == "lists" or tail.startswith("lists/"):
                return self.lists.answer(request, caller, tail)
            case [tail] if tail.startswith("recycleBin"):
                return recycle_bin(self._world, request, caller, tail)
            case _:
                raise GraphError(400, "BadRequest", "Resource not found for the segment.")


def _me_json(person: Person) -> Json:
    given, _, family = person.name.rpartition(" ")
    return {
        "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users/$entity",
        "businessPhones": [],
        "displayName": person.name,
        "givenName": given or person.name,
        "jobTitle": None,
        "mail": person.mail,
        "mobilePhone": None,
        "officeLocation": None,
        "preferredLanguage": "nl-NL",
        "surname": family,
        "userPrincipalName": person.mail,
        "id": person.oid,
    }
