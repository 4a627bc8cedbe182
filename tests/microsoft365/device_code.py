"""The device authorization grant. Source: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tests.microsoft365.entra_errors import EntraError
from tests.microsoft365.messages import Answer, Request, json_answer
from tests.microsoft365.tokens import Grant

if TYPE_CHECKING:
    from tests.microsoft365.entra import Entra

DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"
CODE_LIFE = timedelta(minutes=15)


@dataclass
class DeviceCode:
    user_code: str
    form: dict[str, str]
    scopes: frozenset[str]
    expires_at: datetime
    person: str | None = None
    is_declined: bool = False
    is_used: bool = False


class DeviceCodes:
    """`interval`: seconds between polls that the client is told. `slow_down`: so many polls are told to slow down (RFC 8628).
    `approves`: a mail address that approves every code as soon as it is made (None: a person does)."""

    def __init__(self, entra: Entra) -> None:
        self._entra = entra
        self.interval = 5
        self.slow_down = 0
        self.approves: str | None = None
        self.codes: dict[str, DeviceCode] = {}

    def begin(self, request: Request) -> Answer:
        entra, form = self._entra, request.form
        entra.check_client(form)
        user_code = "".join(secrets.choice("ABCDEFGHJKLMNPQRSTUVWXYZ23456789") for _ in range(9))
        expires_at = entra.clock.now() + CODE_LIFE
        secret = "D" + secrets.token_urlsafe(120)
        self.codes[secret] = DeviceCode(
            user_code, form, entra.scopes_of(form.get("scope", "")), expires_at, self.approves
        )
        where = f"{entra.address}/devicelogin"
        return json_answer(
            200,
            {
                "user_code": user_code,
                "device_code": secret,
                "verification_uri": where,
                "expires_in": int(CODE_LIFE.total_seconds()),
                "interval": self.interval,
                "message": f"To sign in, use a web browser to open the page {where} and enter the code {user_code} "
                "to authenticate.",
            },
        )

    def approve(self, user_code: str, mail: str) -> None:
        self.find(user_code).person = mail

    def decline(self, user_code: str) -> None:
        self.find(user_code).is_declined = True

    def find(self, user_code: str) -> DeviceCode:
        """AADSTS70018 for a code that nobody was given."""
        wanted = user_code.replace("-", "").strip().upper()
        for code in self.codes.values():
            if code.user_code == wanted:
                return code
        raise EntraError(70018)

    def poll(self, form: dict[str, str]) -> Answer:
        code = self.codes.get(form.get("device_code", ""))
        if code is None or code.is_used:
            raise EntraError(70018)
        if self._entra.clock.now() >= code.expires_at:
            raise EntraError(70020)
        if code.is_declined:
            raise EntraError(65004, error="authorization_declined")
        if self.slow_down > 0:
            self.slow_down -= 1
            raise EntraError(70016, error="slow_down")
        if code.person is None:
            raise EntraError(70016)
        return self._entra.issue(self._redeem(code, form), form)

    def _redeem(self, code: DeviceCode, form: dict[str, str]) -> Grant:
        person = self._entra.people.find(code.person or "")
        if person is None:
            raise EntraError(50034)
        grant = self._entra.grant_for(person, {**code.form, **form}, code.scopes)
        code.is_used = True
        return grant
