"""The authorization and token endpoints, asked wrongly: each refusal as Entra words it."""

from __future__ import annotations

from datetime import timedelta

import pytest
import requests

from tests.microsoft365.calls import calling
from tests.microsoft365.fixtures import microsoft365
from tests.microsoft365.microsoft365 import OTHER_TENANT, Microsoft365

__all__ = ["microsoft365"]
ANNA = "anna@vroom.example"


def test_a_stranger_stays_on_the_page(microsoft365: Microsoft365) -> None:
    microsoft365.add_person("kim@elders.example", tenant=OTHER_TENANT)
    browser = microsoft365.browser("kim@elders.example")
    with calling(microsoft365) as caller:
        page = browser.open(_authorize(microsoft365, redirect_uri="http://localhost:1/"))
        assert "AADSTS50020" in page
        assert caller.token


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
