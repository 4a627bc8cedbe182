"""All that the tenant holds: people, the site, its libraries and lists, everybody's own OneDrive."""

from __future__ import annotations

import threading
import uuid
from datetime import timedelta
from pathlib import Path

from tests.microsoft365.access import Gate
from tests.microsoft365.clock import ServerClock, as_graph_time
from tests.microsoft365.contents import ContentStore
from tests.microsoft365.downloads import Downloads
from tests.microsoft365.drive_state import Drive
from tests.microsoft365.faults import Faults
from tests.microsoft365.lists_state import SharePointList
from tests.microsoft365.messages import GraphError, Json
from tests.microsoft365.people import People, Person
from tests.microsoft365.throttling import Throttle
from tests.microsoft365.tokens import TokenStore
from tests.microsoft365.uploads_state import UploadSessions

SITE_PATH = "/sites/Vroom"


class World:
    """State of the service. Settings that tests change:

    - `creates_parents`: a PUT below folders that are not there makes them, as the service does (not documented).
    - `rewrites`: Office, PDF and HTML files change after upload: "at_once" (before the answer), "after" it, or None.
    - `page_size`: of listings and of the feed.
    - `allows_permanent_delete`: whether the tenant lets people delete past the recycle bin.
    - `is_sparse`: see `Microsoft365.be_sparse`.
    - `only_one_session_a_name`: an unfinished upload session blocks a second one for that name with 409.
    """

    def __init__(self, folder: Path, clock: ServerClock, people: People, tokens: TokenStore) -> None:
        self.lock = threading.RLock()
        self.clock = clock
        self.people = people
        self.tokens = tokens
        self.gate = Gate(tokens, clock)
        self.faults = Faults()
        self.throttle = Throttle(clock)
        self.contents = ContentStore(folder / "contents")
        self.downloads = Downloads(self)
        self.uploads = UploadSessions(self)
        self.graph_address = ""
        self.files_address = ""
        self.hostname = "localhost"
        self.site_guids = (str(uuid.uuid4()), str(uuid.uuid4()))
        self.site_name = "Vroom"
        self.libraries: list[Drive] = []
        self.lists: list[SharePointList] = []
        self._own: dict[str, Drive] = {}
        self.creates_parents = False
        self.rewrites: str | None = None
        self.page_size = 200
        self.allows_permanent_delete = True
        self.only_one_session_a_name = True
        self.is_sparse = False
        self.session_life = timedelta(days=1)
        self.small_upload_limit = 250 * 1024 * 1024

    @property
    def site_id(self) -> str:
        return ",".join((self.hostname, *self.site_guids))

    @property
    def site_url(self) -> str:
        return f"{self.files_address}{SITE_PATH}"

    @property
    def drives(self) -> list[Drive]:
        return [*self.libraries, *self._own.values()]

    def add_library(self, name: str, folder: str) -> Drive:
        drive = Drive(self.clock, name, f"{self.site_url}/{folder}")
        self.libraries.append(drive)
        return drive

    def own_drive(self, person: Person) -> Drive:
        """Somebody's OneDrive, made at first use."""
        if person.oid not in self._own:
            place = person.mail.replace("@", "_").replace(".", "_")
            address = f"{self.files_address}/personal/{place}/Documents"
            self._own[person.oid] = Drive(self.clock, "OneDrive", address, person)
        return self._own[person.oid]

    def find_drive(self, drive_id: str) -> Drive:
        for drive in self.drives:
            if drive.id == drive_id:
                return drive
        raise GraphError(404, "itemNotFound", "The resource could not be found.")

    def find_site(self, host: str, path: str) -> str:
        """The id of the site at a server-relative path."""
        known = (self.hostname, self.files_address.removeprefix("https://"))
        if host.lower() not in known or path.rstrip("/").lower() != SITE_PATH.lower():
            raise GraphError(404, "itemNotFound", "Requested site could not be found")
        return self.site_id

    def check_site(self, site_id: str) -> None:
        """By its whole id; `root` is the host's own site, which is not ours."""
        if site_id.lower() not in (self.site_id.lower(), self.site_guids[0], ",".join(self.site_guids)):
            raise GraphError(404, "itemNotFound", "Requested site could not be found")

    def site_json(self) -> Json:
        now = as_graph_time(self.libraries[0].root.created_at)
        return {
            "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#sites/$entity",
            "createdDateTime": now,
            "description": "",
            "id": self.site_id,
            "lastModifiedDateTime": now,
            "name": self.site_name,
            "webUrl": self.site_url,
            "displayName": self.site_name,
            "root": {},
            "siteCollection": {"hostname": self.hostname},
        }
