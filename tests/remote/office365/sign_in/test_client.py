"""msal as it is used here: what comes back in our words, whatever a tenant answers."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from app.domain.remote_errors import RemoteUnreachable
from app.domain.sign_in import SignInFailed, SignInReason, SignInWay
from app.remote.office365.http import ForeignHost, OfficeSession
from app.remote.office365.sign_in.answers import claims_of, reason_of
from app.remote.office365.sign_in.client import EntraClient, claims_in
from tests.microsoft365.messages import Answer, Host, json_answer
from tests.remote.office365.sign_in.place import Place

DISCOVERY = "*/.well-known/openid-configuration"


@pytest.fixture(autouse=True)
def _soon(place: Place) -> None:
    place.service.entra.devices.interval = 1
    place.service.entra.devices.approves = "anna@vroom.example"


def came_of(place: Place) -> SignInReason:
    with pytest.raises(SignInFailed) as caught:
        place.sign_in(SignInWay.DEVICE_CODE)
    return caught.value.reason


@pytest.mark.parametrize("answer", [Answer(503), Answer(429), json_answer(500, {"error": "server_error"})])
def test_a_tenant_that_cannot_answer_is_unreachable(place: Place, answer: Answer) -> None:
    place.service.faults.next("GET", DISCOVERY, answer=answer)
    with pytest.raises(RemoteUnreachable):
        place.sign_in(SignInWay.DEVICE_CODE)


@pytest.mark.parametrize(
    "answer",
    [Answer(200, b"<html>Sign in to the hotel's network</html>"), Answer(404), json_answer(200, {"issuer": "x"})],
)
def test_an_answer_that_is_none_is_told_as_one(place: Place, answer: Answer) -> None:
    place.service.faults.next("GET", DISCOVERY, answer=answer)
    assert came_of(place) is SignInReason.BAD_ANSWER


def test_a_line_that_is_gone_is_unreachable(place: Place) -> None:
    place.service.faults.next("*", "*", refuse_line=True, times=9)
    with pytest.raises(RemoteUnreachable):
        place.sign_in(SignInWay.DEVICE_CODE)


def test_an_answer_that_points_elsewhere_is_not_followed(place: Place) -> None:
    """VT-B4"""
    evil = "https://login.voorbeeld.example/x/oauth2/v2.0"
    configuration = {
        "issuer": place.service.entra.issuer,
        "authorization_endpoint": f"{evil}/authorize",
        "token_endpoint": f"{evil}/token",
        "device_authorization_endpoint": f"{evil}/devicecode",
    }
    for way in (SignInWay.DEVICE_CODE, SignInWay.BROWSER):
        place.service.faults.next("GET", DISCOVERY, answer=json_answer(200, configuration))
        with pytest.raises((ForeignHost, SignInFailed)):
            place.sign_in(way)
    assert place.opened == []


def test_no_other_tenant_is_asked_and_no_cloud(place: Place) -> None:
    place.sign_in()
    place.account.token(rejected=place.account.token())
    asked = {each.path.split("/")[1] for each in place.service.seen("*", Host.ENTRA)}
    assert asked == {place.service.tenant_id}


def test_nothing_about_its_use_is_sent_along(place: Place) -> None:
    """VT-B4"""
    place.sign_in()
    place.account.token(rejected=place.account.token())
    assert [each for each in place.service.requests if each.headers.get("x-client-current-telemetry")] == []


def test_a_token_for_another_app_is_none(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.microsoft365 import entra

    real = entra.signed_id_token

    def for_another(grant: Any, *rest: Any) -> str:
        from dataclasses import replace

        return real(replace(grant, client_id="another"), *rest)

    monkeypatch.setattr(entra, "signed_id_token", for_another)
    assert came_of(place) is SignInReason.BAD_ANSWER


class FakeBroker:
    """msal with the account service of Windows, which is not here: what it is asked, and what it answers."""

    CONSOLE_WINDOW_HANDLE = object()

    def __init__(self, answer: dict[str, Any] | Exception) -> None:
        self.answer = answer
        self.asked: dict[str, Any] = {}

    def acquire_token_interactive(self, scopes: list[str], **how: Any) -> dict[str, Any]:
        self.asked = {"scopes": scopes, **how}
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


class TestBroker:
    def client(self, place: Place, answer: dict[str, Any] | Exception) -> tuple[EntraClient, FakeBroker]:
        session = OfficeSession(place.settings, "1")
        place.sessions.append(session)
        client = EntraClient(place.settings, place.settings.scopes, session, with_broker=True)
        broker = FakeBroker(answer)
        client._app = broker  # type: ignore[assignment]  # as much of it as is asked
        return client, broker

    def test_its_dialog_belongs_to_the_window(self, place: Place) -> None:
        claims = {"aud": place.service.client_id, "tid": place.service.tenant_id}
        client, broker = self.client(place, {"access_token": "t", "id_token_claims": claims})
        assert client.by_broker(42, hint=None, prompt=None, claims=None).token == "t"
        assert broker.asked["parent_window_handle"] == 42
        client.by_broker(None, hint=None, prompt="select_account", claims="{}")
        assert broker.asked["parent_window_handle"] is broker.CONSOLE_WINDOW_HANDLE
        assert (broker.asked["prompt"], broker.asked["claims_challenge"]) == ("select_account", "{}")

    @pytest.mark.parametrize(
        ("answer", "reason"),
        [
            ({"error": "invalid_grant", "error_codes": [53003]}, SignInReason.CONDITIONS),
            ({"error": "access_denied"}, SignInReason.DECLINED),
            (ValueError("redirect_uri ms-appx-web://… must be registered"), SignInReason.BAD_ANSWER),
            (RuntimeError("ancient Windows"), SignInReason.BAD_ANSWER),
        ],
    )
    def test_what_it_says_is_told_in_our_words(self, place: Place, answer: Any, reason: SignInReason) -> None:
        client, _ = self.client(place, answer)
        with pytest.raises(SignInFailed) as caught:
            client.by_broker(None, hint=None, prompt=None, claims=None)
        assert caught.value.reason is reason


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ({"error": "invalid_grant", "error_codes": [50173]}, SignInReason.REVOKED),
        ({"error": "invalid_grant", "error_codes": [700082]}, SignInReason.EXPIRED),
        ({"error": "invalid_grant", "error_codes": [50057]}, SignInReason.DISABLED),
        ({"error": "interaction_required", "error_codes": [50076], "claims": "{}"}, SignInReason.SECOND_FACTOR),
        ({"error": "interaction_required", "claims": '{"access_token":{}}'}, SignInReason.CLAIMS),
        ({"error": "invalid_grant", "error_codes": [53003]}, SignInReason.CONDITIONS),
        ({"error": "invalid_grant", "error_codes": [65001]}, SignInReason.CONSENT),
        ({"error": "invalid_grant", "error_codes": [50105]}, SignInReason.NOT_ASSIGNED),
        ({"error": "invalid_grant", "error_codes": [50020]}, SignInReason.OTHER_TENANT),
        ({"error": "unauthorized_client", "error_codes": [700016]}, SignInReason.REGISTRATION),
        (
            {"error": "invalid_request", "error_description": "AADSTS90002: Tenant not found."},
            SignInReason.REGISTRATION,
        ),
        ({"error": "invalid_grant", "error_description": "AADSTS70043: too old"}, SignInReason.EXPIRED),
        ({"error": "invalid_grant"}, SignInReason.EXPIRED),
        ({"error": "access_denied"}, SignInReason.DECLINED),
        ({"error": "authorization_declined"}, SignInReason.DECLINED),
        ({"error": "expired_token"}, SignInReason.TOO_LATE),
        ({"error": "temporarily_unavailable"}, SignInReason.UNREACHABLE),
        ({"error": "something_new", "error_codes": [999999, "x", None]}, SignInReason.REFUSED),
        ({"error_codes": 5}, SignInReason.REFUSED),
        ({}, SignInReason.REFUSED),
    ],
)
def test_each_refusal_has_its_reason(answer: dict[str, Any], reason: SignInReason) -> None:
    assert reason_of(answer) is reason


@pytest.mark.parametrize(("given", "claims"), [('{"a":1}', '{"a":1}'), ("", None), (None, None), (5, None)])
def test_claims_are_text_or_nothing(given: object, claims: str | None) -> None:
    assert claims_of({"claims": given}) == claims


def test_claims_of_a_token_are_read_without_trusting_its_form() -> None:
    body = base64.urlsafe_b64encode(json.dumps({"tid": "x"}).encode()).decode().rstrip("=")
    assert claims_in(f"h.{body}.s") == {"tid": "x"}
    for other in ("", "a.b", "a.b.c", "a.!!.c", f"a.{base64.urlsafe_b64encode(b'[1]').decode()}.c"):
        assert claims_in(other) == {}
