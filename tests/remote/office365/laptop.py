"""A laptop of the firm that speaks to the test server: its memory, its tokens, and a clock that moves in place of waiting."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app.domain.messages import msg
from app.domain.office365 import Office365Settings, office365_of
from app.domain.remote_errors import SignInNeeded
from app.domain.remote_files import RemoteFile, UnfinishedUpload
from app.domain.remote_ports import SignedIn
from app.remote.office365.http import OfficeSession
from app.remote.office365.office365 import Office365, office365_on
from tests.microsoft365 import Microsoft365

ANNA = "anna@vroom.example"
PLACE = "P-100/Documentatie"


class DictMemory:
    """Implements `RemoteMemory` in a dictionary, which two laptops or processes may share."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.before_replace: list[Callable[[], None]] = []  # what another process does just before

    def get(self, key: str) -> str | None:
        return self.values.get(key)

    def put(self, key: str, value: str | None) -> None:
        self.replace({key: value}, expected=(key, self.values.get(key)))

    def replace(self, values: Mapping[str, str | None], *, expected: tuple[str, str | None]) -> bool:
        while self.before_replace:
            self.before_replace.pop()()
        if self.values.get(expected[0]) != expected[1]:
            return False
        for key, value in values.items():
            if value is None:
                self.values.pop(key, None)
            else:
                self.values[key] = value
        return True


class ServerTokens:
    """Implements `Tokens` with what the server gives without a sign-in. `refuses`: it asks to sign in."""

    def __init__(self, service: Microsoft365, mail: str) -> None:
        self._service = service
        self.mail = mail
        self.refuses = False
        self.asked: list[tuple[str | None, str | None]] = []  # claims and rejected token of each call
        self._token: str | None = None

    def token(self, *, claims: str | None = None, rejected: str | None = None) -> str:
        self.asked.append((claims, rejected))
        if self.refuses:
            raise SignInNeeded(msg("graph.sign-in"))
        if self._token is None or rejected == self._token:
            self._token = self._service.token(self.mail)
        return self._token

    def signed_in(self) -> SignedIn | None:
        return SignedIn(account=self.mail, name=self.mail, tenant=self._service.tenant_id)


@dataclass
class Laptop:
    """One process of a laptop. `waits`: how long it waited, in seconds; the server's time moved as far."""

    service: Microsoft365
    settings: Office365Settings
    session: OfficeSession
    tokens: ServerTokens
    memory: DictMemory
    office: Office365
    waits: list[float]

    def now(self) -> datetime:
        return self.service.clock.now()

    def another_process(self) -> Laptop:
        return laptop(self.service, mail=self.tokens.mail, memory=self.memory)


def laptop(
    service: Microsoft365,
    *,
    mail: str = ANNA,
    memory: DictMemory | None = None,
    chance: float = 0.5,
    spacing: timedelta = timedelta(0),
) -> Laptop:
    settings = settings_of(service)
    session = OfficeSession(settings, "0.0")
    tokens = ServerTokens(service, mail)
    memory = memory if memory is not None else DictMemory()
    waits: list[float] = []

    def wait(seconds: float) -> None:
        waits.append(seconds)
        service.clock.advance(timedelta(seconds=seconds))

    office = office365_on(
        settings, session, tokens, memory, service.clock.now, wait=wait, chance=lambda: chance, spacing=spacing
    )
    return Laptop(service, settings, session, tokens, memory, office, waits)


def settings_of(service: Microsoft365) -> Office365Settings:
    reading = office365_of(
        {
            "office365.tenant_id": service.tenant_id,
            "office365.client_id": service.client_id,
            "office365.authority": service.authority,
            "office365.graph_url": service.graph_url,
            "office365.ca_file": str(service.ca_file),
            "office365.site": service.site_url,
        }
    )
    assert reading.settings is not None, reading.problems
    return reading.settings


@dataclass
class Sender:
    """Uploads as the engine does: what it was told to remember stands in `remembered`, the last one in `unfinished`."""

    office: Office365
    place: str = PLACE
    remembered: list[UnfinishedUpload | None] = field(default_factory=list)
    progress: list[tuple[int, int]] = field(default_factory=list)

    @property
    def unfinished(self) -> UnfinishedUpload | None:
        return self.remembered[-1] if self.remembered else None

    def send(
        self,
        path: str,
        content: bytes,
        *,
        replaces: str | None = None,
        source: io.BytesIO | None = None,
        unfinished: UnfinishedUpload | None = None,
    ) -> RemoteFile:
        return self.office.documents.upload(
            self.place,
            path,
            source if source is not None else io.BytesIO(content),
            sha256=hashlib.sha256(content).hexdigest(),
            size_bytes=len(content),
            replaces=replaces,
            unfinished=unfinished,
            remember=self.remembered.append,
            progress=lambda done, size: self.progress.append((done, size)),
        )
