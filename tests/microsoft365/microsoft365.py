"""The whole service in one object: ports, state, and what tests turn and look at."""

from __future__ import annotations

import sys
import tempfile
import traceback
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.microsoft365.browser import Browser
from tests.microsoft365.certificates import made_certificates, server_context
from tests.microsoft365.clock import ServerClock
from tests.microsoft365.control import Control
from tests.microsoft365.entra import Entra
from tests.microsoft365.faults import Fault, Faults
from tests.microsoft365.graph import Graph
from tests.microsoft365.lists_state import Column, SharePointList
from tests.microsoft365.messages import Answer, GraphError, Headers, Host, Request
from tests.microsoft365.other_people import DriveHandle
from tests.microsoft365.people import Access, People, Person
from tests.microsoft365.server import Listener
from tests.microsoft365.tokens import Grant, TokenStore
from tests.microsoft365.world import World

TENANT = "7b0e4c52-93a1-4d0f-8a6e-1f2d3c4b5a69"
OTHER_TENANT = "0d9c8b7a-6f5e-4d3c-9b2a-112233445566"
CLIENT = "3f1c2d4e-5a6b-4c7d-8e9f-a0b1c2d3e4f5"
ALL_SCOPES = "Files.ReadWrite.All Sites.ReadWrite.All User.Read"
COLLEAGUE = "sanne.de.wit@vroom.example"


class Microsoft365:
    """`folder`: for certificates and large files (None: a temporary one). `one_port`: Entra, Graph and files behind one
    address, else each behind its own, as at Microsoft. `latency`: seconds that every answer takes, beside each other.

    Use it in a `with`; after it no thread and no file is left.
    """

    def __init__(
        self, folder: Path | None = None, *, port: int = 0, one_port: bool = False, latency: float = 0.0
    ) -> None:
        self._temporary = None if folder else tempfile.TemporaryDirectory(prefix="microsoft365-")
        self.folder = folder or Path(self._temporary.name if self._temporary else "")
        self.ca_file = made_certificates().write(self.folder)
        self.clock = ServerClock()
        self.latency = latency
        self.people = People()
        self.tokens = TokenStore(self.clock)
        self.world = World(self.folder, self.clock, self.people, self.tokens)
        self.entra = Entra(TENANT, CLIENT, self.clock, self.people, self.tokens)
        self.graph = Graph(self.world)
        self.requests: list[Request] = []
        self.errors: list[str] = []
        self.control: Control | None = None
        self._listeners = self._listen(port, one_port)
        self._set_addresses()
        self.colleague = self.add_person(COLLEAGUE, "Sanne de Wit", access="owner")
        self.world.add_library("Documents", "Shared%20Documents")

    def _listen(self, port: int, one_port: bool) -> dict[Host, Listener]:
        context = server_context(self.folder)
        if one_port:
            only = Listener(None, port, context, self._answer)
            return dict.fromkeys(Host, only)
        ports = {host: port + index if port else 0 for index, host in enumerate(Host)}
        return {host: Listener(host, ports[host], context, self._answer) for host in Host}

    def _set_addresses(self) -> None:
        ports = {host: listener.server_address[1] for host, listener in self._listeners.items()}
        self.entra.address = f"https://localhost:{ports[Host.ENTRA]}"
        self.world.graph_address = f"https://localhost:{ports[Host.GRAPH]}"
        self.world.files_address = f"https://localhost:{ports[Host.FILES]}"
        self.world.gate.authority = self.authority

    # Where it is

    @property
    def authority(self) -> str:
        return self.entra.authority

    @property
    def graph_url(self) -> str:
        return f"{self.world.graph_address}/v1.0"

    @property
    def site_url(self) -> str:
        return self.world.site_url

    @property
    def site_id(self) -> str:
        return self.world.site_id

    @property
    def tenant_id(self) -> str:
        return self.entra.tenant_id

    @property
    def client_id(self) -> str:
        return self.entra.client_id

    # Running

    def start(self) -> None:
        for listener in set(self._listeners.values()):
            listener.start()

    def stop(self) -> None:
        for listener in set(self._listeners.values()):
            listener.stop()
        if self._temporary is not None:
            self._temporary.cleanup()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        if kind is None:
            assert not self.errors, "\n".join(self.errors)

    # People

    def add_person(
        self,
        mail: str,
        name: str = "",
        roles: tuple[str, ...] = (),
        *,
        access: Access = "write",
        tenant: str = TENANT,
        is_guest: bool = False,
        is_member: bool | None = None,
        token_tenant: str | None = None,
    ) -> Person:
        """An account. One of another tenant is a stranger unless it is a guest. `token_tenant`: what `tid` says instead."""
        member = (tenant == TENANT or is_guest) if is_member is None else is_member
        person = Person(
            mail=mail,
            name=name or mail.split("@")[0],
            tenant=tenant,
            roles=tuple(roles),
            access=access,
            is_guest=is_guest,
            is_member=member,
            token_tenant=token_tenant,
        )
        return self.people.add(person)

    def revoke(self, mail: str) -> None:
        """All sessions of a person end: refresh tokens at once (50173), access tokens of capable clients by a challenge."""
        self.people[mail].revoked_at = self.clock.now()
        self.clock.advance(timedelta(seconds=1))

    def challenge(self, mail: str) -> None:
        """Access tokens of capable clients are refused until a refresh brings the claims that the challenge names."""
        self.people[mail].challenged_at = self.clock.now()
        self.clock.advance(timedelta(seconds=1))

    def disable(self, mail: str) -> None:
        self.people[mail].is_enabled = False

    def require_mfa(self, mail: str) -> None:
        """Conditional access: the next refresh ends with 50076 and claims, until somebody signs in in the browser."""
        self.people[mail].is_hit_by_policy = True

    def browser(self, mail: str, decision: str = "accept") -> Browser:
        """A browser in which this person signs in."""
        return Browser(self.ca_file, mail, decision)

    def browser_command(self, mail: str, decision: str = "accept") -> str:
        """For the environment variable BROWSER. The ampersand: else whoever opens it waits for it, and it for them."""
        tool = Path(__file__).with_name("browser.py")  # alone: the whole package takes its time to load
        return f"{sys.executable} {tool} --ca {self.ca_file} --person {mail} --decision {decision} %s &"

    def token(self, mail: str, scopes: str = ALL_SCOPES, *, capable: bool = False) -> str:
        """An access token as if this person had signed in."""
        grant = Grant(self.people[mail], self.client_id, frozenset(scopes.split()), capable)
        return self.tokens.new_access(grant)[0]

    def described(self, mail: str) -> dict[str, str]:
        """What a client needs to know."""
        return {
            "authority": self.authority,
            "graph_url": self.graph_url,
            "site_url": self.site_url,
            "site_id": self.site_id,
            "tenant_id": self.tenant_id,
            "client_id": self.client_id,
            "ca_file": str(self.ca_file),
            "browser": self.browser_command(mail),
            **({"control": f"{self.world.files_address}{self.control.path}"} if self.control else {}),
        }

    def open_control(self) -> None:
        """Let it be turned from outside; see `control.py`."""
        self.control = Control(self)

    # The site

    @property
    def drive(self) -> DriveHandle:
        """The site's default library in the hands of a colleague."""
        return DriveHandle(self.world, self.world.libraries[0], self.colleague)

    def own_drive(self, mail: str) -> DriveHandle:
        person = self.people[mail]
        return DriveHandle(self.world, self.world.own_drive(person), person)

    def be_sparse(self) -> None:
        """From now on it tells no more than the examples of the documentation show: people by name and id, no hashes, a new
        upload session without its ranges, a changed list item without its tag, a deleted item with an empty facet."""
        self.world.is_sparse = True
        self.people.hide_mail()
        for drive in self.world.drives:
            drive.tells_hashes = False

    def add_list(
        self, name: str, columns: Sequence[Column] = (), *, reads_own: bool = False, edits_own: bool = False
    ) -> SharePointList:
        """A list as IT makes it; `reads_own`, `edits_own`: members see and change their own items alone."""
        made = SharePointList(self.clock, name, list(columns), self.colleague)
        made.reads_own, made.edits_own = reads_own, edits_own
        self.world.lists.append(made)
        return made

    @property
    def faults(self) -> Faults:
        return self.world.faults

    # What came in

    def seen(self, method: str = "*", host: Host | None = None) -> list[Request]:
        """Requests in their order, of one method or to one host."""
        return [each for each in self.requests if method in ("*", each.method) and host in (None, each.host)]

    def forget_requests(self) -> None:
        self.requests.clear()

    def _answer(
        self, host: Host, method: str, target: str, headers: Headers, body: bytes
    ) -> tuple[Answer | None, Fault]:
        request = Request(host, method, target, headers, body, self.clock.now())
        self.requests.append(request)
        fault = self.faults.take(request)
        self._wait(fault.delay + self.latency)
        if fault.refuse_line:
            return None, fault
        # A fault's answer may be given more than once: each time with its own date and id.
        answer = replace(fault.answer, headers=dict(fault.answer.headers)) if fault.answer else self._act(request)
        request.status = None if fault.lose_answer else answer.status
        answer.headers.setdefault("Date", format_datetime(self.clock.now(), usegmt=True))
        if host is not Host.ENTRA:
            answer.headers.setdefault("request-id", request.request_id)
            answer.headers |= self.world.throttle.limits()
        return None if fault.lose_answer else answer, fault

    def _act(self, request: Request) -> Answer:
        try:
            match request.host:
                case Host.ENTRA:
                    with self.world.lock:
                        return self.entra.answer(request)
                case Host.GRAPH:
                    return self.graph.answer(request)
                case _:
                    return self._files(request)
        except Exception:  # noqa: BLE001  # a fault of this server itself: kept for the test, told as a 500
            self.errors.append(f"{request.method} {request.target}\n{traceback.format_exc()}")
            return Answer(500)

    def _files(self, request: Request) -> Answer:
        if self.control is not None and request.path == self.control.path:
            return self.control.answer(request)
        try:
            with self.world.lock:
                if request.path == "/_files/download":
                    return self.world.downloads.answer(request)
                if request.path == "/_files/uploadSession":
                    return self.world.uploads.answer(request)
            return Answer(404)
        except GraphError as error:
            return error.answer(self.clock.now(), request.request_id)

    def _wait(self, seconds: float) -> None:
        if seconds > 0:
            stopping = next(iter(self._listeners.values())).stopping
            stopping.wait(seconds)


__all__ = ["CLIENT", "OTHER_TENANT", "TENANT", "Microsoft365"]
