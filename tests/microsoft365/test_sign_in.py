"""The real msal signs in at the test server: browser, device code, refresh, and what each account's state leads to."""

from __future__ import annotations

import base64
import json
import subprocess
import webbrowser
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import jwt
import msal
import pytest
import requests

from tests.microsoft365.calls import calling
from tests.microsoft365.fixtures import microsoft365
from tests.microsoft365.messages import Host
from tests.microsoft365.microsoft365 import OTHER_TENANT, Microsoft365

__all__ = ["microsoft365"]
ANNA = "anna@vroom.example"
SCOPES = ["Files.ReadWrite.All", "Sites.ReadWrite.All", "User.Read"]
Result = dict[str, Any]


class Client:
    """msal as an application uses it, with a browser in which `mail` signs in."""

    def __init__(self, service: Microsoft365, monkeypatch: pytest.MonkeyPatch) -> None:
        self._service = service
        self._monkeypatch = monkeypatch
        self._session = requests.Session()
        self._session.verify = str(service.ca_file)

    def app(self, **more: Any) -> msal.PublicClientApplication:
        return msal.PublicClientApplication(
            self._service.client_id,
            authority=self._service.authority,
            instance_discovery=False,
            http_client=self._session,
            **more,
        )

    def sign_in(
        self, app: msal.PublicClientApplication, mail: str = ANNA, decision: str = "accept", **more: Any
    ) -> Result:
        """Without the listener, for which msal takes a second."""
        browser = self._service.browser(mail, decision)
        flow = app.initiate_auth_code_flow(
            SCOPES, redirect_uri="http://localhost:1/", response_mode="form_post", **more
        )
        browser.open(flow["auth_uri"])
        return dict(app.acquire_token_by_auth_code_flow(flow, browser.told))

    def sign_in_listening(self, app: msal.PublicClientApplication, mail: str = ANNA) -> Result:
        browser = self._service.browser(mail)
        self._monkeypatch.setattr(webbrowser, "open", browser.open_later)
        return dict(app.acquire_token_interactive(SCOPES, timeout=20))

    def refresh(self, app: msal.PublicClientApplication, **more: Any) -> Result:
        return dict(app.acquire_token_silent_with_error(SCOPES, app.get_accounts()[0], **more))

    def close(self) -> None:
        self._session.close()


@pytest.fixture
def client(microsoft365: Microsoft365, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    made = Client(microsoft365, monkeypatch)
    yield made
    made.close()


def test_a_member_signs_in_with_the_browser(microsoft365: Microsoft365, client: Client) -> None:
    found = client.sign_in_listening(client.app())
    claims = found["id_token_claims"]
    assert claims["preferred_username"] == ANNA
    assert claims["tid"] == microsoft365.tenant_id
    assert claims["roles"] == ["Consultant"]
    assert found["refresh_token"]
    asked = microsoft365.seen("GET", Host.ENTRA)[-1].query
    assert (asked["code_challenge_method"], asked["response_mode"]) == ("S256", "form_post")


def test_the_id_token_is_signed_with_the_published_key(microsoft365: Microsoft365, client: Client) -> None:
    token = client.sign_in(client.app())["id_token"]
    with calling(microsoft365) as caller:
        keys = caller.plain("GET", f"{microsoft365.authority}/discovery/v2.0/keys").json()["keys"]
    key = jwt.PyJWK(keys[0])
    claims = jwt.decode(token, key, algorithms=["RS256"], audience=microsoft365.client_id, leeway=5)
    assert claims["iss"] == f"{microsoft365.authority}/v2.0"


def test_the_browser_command_signs_in_too(
    microsoft365: Microsoft365, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    running: list[subprocess.Popen[bytes]] = []
    command = microsoft365.browser_command(ANNA).removesuffix(" &").split()

    def open_with_command(address: str, *_: object, **__: object) -> bool:
        words = [address if word == "%s" else word for word in command]
        running.append(subprocess.Popen(words, cwd=Path.cwd()))
        return True

    monkeypatch.setattr(webbrowser, "open", open_with_command)
    found = client.app().acquire_token_interactive(SCOPES, timeout=20)
    assert found["id_token_claims"]["preferred_username"] == ANNA
    assert [process.wait(10) for process in running] == [0]


def test_who_goes_back_in_the_browser_is_told_so(client: Client) -> None:
    found = client.sign_in(client.app(), decision="cancel")
    assert found["error"] == "access_denied"


def test_a_guest_signs_in_with_the_tenant_of_the_firm(microsoft365: Microsoft365, client: Client) -> None:
    microsoft365.add_person("gast@elders.example", tenant=OTHER_TENANT, is_guest=True)
    app = client.app()
    found = client.sign_in(app, "gast@elders.example")
    assert found["id_token_claims"]["tid"] == microsoft365.tenant_id
    assert OTHER_TENANT in found["id_token_claims"]["idp"]
    assert app.get_accounts()[0]["home_account_id"].endswith(OTHER_TENANT)


def test_a_device_code_waits_for_the_person(microsoft365: Microsoft365, client: Client) -> None:
    devices = microsoft365.entra.devices
    devices.interval = 1
    app = client.app()
    flow = app.initiate_device_flow(SCOPES)
    pending = app.acquire_token_by_device_flow(flow, exit_condition=lambda _: True)
    assert pending["error"] == "authorization_pending"
    devices.approve(flow["user_code"], ANNA)
    assert "access_token" in app.acquire_token_by_device_flow(flow)


@pytest.mark.parametrize("end", ["declined", "expired", "slow"])
def test_a_device_code_ends(microsoft365: Microsoft365, client: Client, end: str) -> None:
    devices = microsoft365.entra.devices
    app = client.app()
    flow = app.initiate_device_flow(SCOPES)
    expected = {"declined": "authorization_declined", "expired": "expired_token", "slow": "slow_down"}[end]
    match end:
        case "declined":
            devices.decline(flow["user_code"])
        case "expired":
            microsoft365.clock.advance(timedelta(minutes=16))
        case _:
            devices.slow_down = 1
    assert app.acquire_token_by_device_flow(flow, exit_condition=lambda _: True)["error"] == expected


def test_refresh_tokens_are_replaced(microsoft365: Microsoft365, client: Client) -> None:
    microsoft365.tokens.strict_rotation = True
    app = client.app()
    client.sign_in(app)
    for _ in range(2):
        assert "access_token" in client.refresh(app, force_refresh=True)
    used = [token for token in microsoft365.tokens.refresh.values() if token.used]
    assert len(used) == 2


@pytest.mark.parametrize(
    ("state", "code"),
    [("revoked", 50173), ("disabled", 50057), ("idle", 700082), ("policy", 50076), ("consent", 65001), ("gone", 50020)],
)
def test_a_refresh_tells_what_became_of_the_account(
    microsoft365: Microsoft365, client: Client, state: str, code: int
) -> None:
    app = client.app()
    client.sign_in(app)
    match state:
        case "revoked":
            microsoft365.revoke(ANNA)
        case "disabled":
            microsoft365.disable(ANNA)
        case "idle":
            microsoft365.clock.advance(timedelta(days=91))
        case "policy":
            microsoft365.require_mfa(ANNA)
        case "consent":
            microsoft365.entra.consented.discard("Files.ReadWrite.All")
        case _:
            microsoft365.people[ANNA].is_member = False
    found = client.refresh(app, force_refresh=True)
    assert found["error_codes"] == [code]
    assert ("claims" in found) is (state == "policy")


def test_what_policy_asks_is_met_in_the_browser(microsoft365: Microsoft365, client: Client) -> None:
    app = client.app()
    client.sign_in(app)
    microsoft365.require_mfa(ANNA)
    claims = client.refresh(app, force_refresh=True)["claims"]
    assert "access_token" in client.sign_in(app, claims_challenge=claims)


def test_a_challenge_is_answered_with_its_claims_alone(microsoft365: Microsoft365, client: Client) -> None:
    """Without the claims msal gives the same token again, and a refreshed one is refused as well."""
    app = client.app(client_capabilities=["CP1"])
    token = client.sign_in(app)["access_token"]
    microsoft365.challenge(ANNA)
    address = f"{microsoft365.graph_url}/me"
    with calling(microsoft365) as caller:
        refused = caller.plain("GET", address, headers={"Authorization": f"Bearer {token}"})
        assert refused.status_code == 401
        told = refused.headers["WWW-Authenticate"]
        assert 'error="insufficient_claims"' in told
        claims = base64.b64decode(told.split('claims="')[1].split('"')[0]).decode()
        assert "nbf" in json.loads(claims)["access_token"]
        again = client.refresh(app)["access_token"]
        assert again == token
        unanswered = client.refresh(app, force_refresh=True)["access_token"]
        assert caller.plain("GET", address, headers={"Authorization": f"Bearer {unanswered}"}).status_code == 401
        answered = client.refresh(app, claims_challenge=claims)["access_token"]
        assert caller.plain("GET", address, headers={"Authorization": f"Bearer {answered}"}).status_code == 200
