"""One laptop on which somebody signs in: keys in memory, a file on disk, a clock that is told, a browser with a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from app.domain.office365 import Office365Settings
from app.domain.sign_in import Asking, DeviceCode, Identity, SignInWay
from app.remote.office365.http import OfficeSession
from app.remote.office365.sign_in.account import OfficeAccount
from app.remote.office365.sign_in.client import EntraClient
from app.remote.office365.sign_in.token_file import TokenFile
from app.system.credentials import MemoryKeys
from app.system.files import write_atomically
from app.system.lease import guard_lease
from tests.fakes import FakeClock
from tests.microsoft365 import Microsoft365
from tests.remote.office365.laptop import settings_of

ANNA = "anna@vroom.example"


def token_file(folder: Path, keys: MemoryKeys) -> TokenFile:
    return TokenFile(folder / "tokens.bin", keys, write_atomically, guard_lease(folder / "tokens.lease"))


@dataclass
class Place:
    """`opened`: addresses that the browser was sent to; `codes`: those that were shown."""

    service: Microsoft365
    folder: Path
    clock: FakeClock
    settings: Office365Settings
    keys: MemoryKeys = field(default_factory=MemoryKeys)
    browser: Callable[[str], bool] | None = None
    opened: list[str] = field(default_factory=list)
    codes: list[DeviceCode] = field(default_factory=list)
    sessions: list[OfficeSession] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.account = self.process()

    def process(self) -> OfficeAccount:
        """The account as another process of this laptop has it."""
        session: list[OfficeSession] = []

        def the_session() -> OfficeSession:
            if not session:
                session.append(OfficeSession(self.settings, "1.2.3"))
                self.sessions.append(session[0])
            return session[0]

        def client(made: OfficeSession) -> EntraClient:
            return EntraClient(self.settings, self.settings.scopes, made, with_broker=False)

        file = token_file(self.folder, self.keys)
        return OfficeAccount(self.settings, file, the_session, client, self.clock.now, self._open)

    def sign_in(
        self, way: SignInWay = SignInWay.BROWSER, *, tick: Callable[[], None] = lambda: None, choose: bool = False
    ) -> Identity:
        asking = Asking(show_code=self._show, tick=tick, done="Klaar.", choose_account=choose)
        return self.account.sign_in(way, asking)

    def person(self, mail: str, decision: str = "accept") -> None:
        """From now on this person sits at the browser."""
        self.browser = self.service.browser(mail, decision).open_later

    def close(self) -> None:
        for session in self.sessions:
            session.close()

    def days_pass(self, days: float) -> None:
        self.clock.advance(timedelta(days=days))

    def _open(self, address: str) -> bool:
        self.opened.append(address)
        return self.browser(address) if self.browser is not None else False

    def _show(self, code: DeviceCode) -> None:
        self.codes.append(code)


def place_at(service: Microsoft365, folder: Path, clock: FakeClock) -> Place:
    made = Place(service, folder, clock, settings_of(service))
    made.person(ANNA)
    return made
