"""An account at Microsoft 365 as far as this laptop sees it: signing in waits until it is told what came of it."""

from __future__ import annotations

import contextlib
import threading
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app.actions.signing_in import SigningIn
from app.domain.remote_ports import SignedIn
from app.domain.sign_in import Asking, DeviceCode, Identity, SignInFailed, SignInReason, SignInWay
from tests.actions.laptop import Laptop

MAIL = "robin@adviesbureau.example"
NAME = "Robin de Adviseur"
TENANT = "adviesbureau.example"
ADDRESS = "https://login.example/device"
A_MOMENT = 0.02  # seconds between two looks whether the person cancelled


@dataclass
class ToldAccount:
    """Keeps the contract of `Account`. `answer`: set when the person is done; `refused`: why it comes to nothing."""

    now: datetime
    is_in: bool = False
    refused: SignInReason | None = None
    answer: threading.Event = field(default_factory=threading.Event)
    ways: list[SignInWay] = field(default_factory=list)

    def sign_in(self, way: SignInWay, asking: Asking) -> Identity:
        self.ways.append(way)
        if way is SignInWay.DEVICE_CODE:
            asking.show_code(DeviceCode(code="H7QK-M2XD", address=ADDRESS, expires_at=self.now + timedelta(minutes=15)))
        while not self.answer.wait(A_MOMENT):
            asking.tick()
        if self.refused is not None:
            raise SignInFailed(self.refused)
        self.is_in = True
        return Identity(account=MAIL, name=NAME, tenant=TENANT)

    def sign_out(self) -> bool:
        was, self.is_in = self.is_in, False
        return was

    def token(self, *, claims: str | None = None, rejected: str | None = None) -> str:
        if self.refused is not None:
            raise SignInFailed(self.refused)
        return "made up"

    def signed_in(self) -> SignedIn | None:
        if not self.is_in:
            return None
        return SignedIn(account=MAIL, name=NAME, tenant=TENANT, expires_at=self.now + timedelta(hours=72))

    def is_damaged(self) -> bool:
        return False


def told_account(laptop: Laptop, *, is_test_server: bool = False) -> ToldAccount:
    """Puts one in the place of the real account; everything above it is real."""
    account = ToldAccount(now=laptop.now)
    laptop.app.__dict__["signing_in"] = SigningIn(
        laptop.app.office,
        lambda: account,
        broker_is_there=lambda: False,
        forget=account.sign_out,
        is_test_server=is_test_server,
    )
    return account


def answered(laptop: Laptop, account: ToldAccount) -> None:
    """The person signed in, or it was refused, as the account was told."""
    account.answer.set()
    asking = Asking(show_code=lambda _code: None, tick=lambda: None, done="")
    with contextlib.suppress(SignInFailed):
        laptop.app.signing_in.sign_in(asking)
    account.answer.clear()
