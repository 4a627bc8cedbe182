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


def test_a_stranger_stays_on_the_page(microsoft365: Microsoft365) -> None:
    microsoft365.add_person("kim@elders.example", tenant=OTHER_TENANT)
    browser = microsoft365.browser("kim@elders.example")
    with calling(microsoft365) as caller:
        page = browser.open(_authorize(microsoft365, redirect_uri="http://localhost:1/"))
        assert "AADSTS50020" in page
        assert caller.token


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


def test_instance_discovery_and_other_tenants_are_refused(microsoft365: Microsoft365) -> None:
    base = microsoft365.entra.address
    with calling(microsoft365) as caller:
        assert caller.plain("GET", f"{base}/common/discovery/instance?api-version=1.1").status_code == 400
        unknown = caller.plain("GET", f"{base}/{OTHER_TENANT}/v2.0/.well-known/openid-configuration")
        assert unknown.json()["error_codes"] == [90002]
        common = caller.plain("POST", f"{base}/common/oauth2/v2.0/token", data={})
        assert common.json()["error_codes"] == [50194]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"client_id": "00000000-0000-0000-0000-000000000000"}, "AADSTS700016"),
        ({"redirect_uri": "http://localhost.elders.example:1/"}, "AADSTS50011"),
        ({"redirect_uri": "http://localhost:1/other"}, "AADSTS50011"),
    ],
)
def test_what_concerns_the_client_is_never_sent_to_its_address(
    microsoft365: Microsoft365, change: dict[str, str], code: str
) -> None:
    with calling(microsoft365) as caller:
        answer = caller.plain("GET", _authorize(microsoft365, **change))
        assert answer.status_code == 400
        assert code in answer.text


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"code_challenge": ""}, "AADSTS9002325"),
        ({"code_challenge_method": "plain"}, "AADSTS9002326"),
        ({"scope": "openid Invented.Scope"}, "AADSTS70011"),
        ({"response_type": "token"}, "AADSTS700054"),
        ({"prompt": "none"}, "AADSTS50058"),
    ],
)
def test_a_wrong_request_goes_back_with_its_state(
    microsoft365: Microsoft365, change: dict[str, str], code: str
) -> None:
    with calling(microsoft365) as caller:
        answer = caller.plain("GET", _authorize(microsoft365, response_mode="query", **change))
        assert answer.status_code == 302
        assert code in answer.headers["Location"]
        assert "state=s1" in answer.headers["Location"]


@pytest.mark.parametrize("wrong", ["verifier", "redirect", "reuse", "late", "secret"])
def test_a_code_is_redeemed_once_and_by_its_owner(microsoft365: Microsoft365, wrong: str) -> None:
    """The verifier belongs to the challenge of RFC 7636, appendix B."""
    browser = microsoft365.browser(ANNA)
    browser.open(_authorize(microsoft365, redirect_uri="http://localhost:1/"))
    code = next(iter(microsoft365.tokens.codes))
    form = {
        "grant_type": "authorization_code",
        "client_id": microsoft365.client_id,
        "code": code,
        "redirect_uri": "http://localhost:1/",
        "code_verifier": "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
    }
    with calling(microsoft365) as caller:
        address = f"{microsoft365.authority}/oauth2/v2.0/token"
        match wrong:
            case "verifier":
                form["code_verifier"] = "x" * 43
            case "redirect":
                form["redirect_uri"] = "http://localhost:2/"
            case "late":
                microsoft365.clock.advance(timedelta(minutes=11))
            case "secret":
                form["client_secret"] = "s"
            case _:
                assert caller.plain("POST", address, data=form).status_code == 200
        answer = caller.plain("POST", address, data=form)
        codes = {"verifier": 501481, "redirect": 50011, "reuse": 54005, "late": 70008, "secret": 700025}
        assert answer.json()["error_codes"] == [codes[wrong]]


def _authorize(service: Microsoft365, **change: str) -> str:
    asked = {
        "client_id": service.client_id,
        "response_type": "code",
        "redirect_uri": "http://localhost:1/",
        "scope": "openid offline_access User.Read",
        "state": "s1",
        "code_challenge": "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
        "code_challenge_method": "S256",
        **change,
    }
    request = requests.Request("GET", f"{service.authority}/oauth2/v2.0/authorize", params=asked)
    return str(request.prepare().url)
