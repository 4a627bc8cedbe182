"""What a token lets its bearer do."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.microsoft365.calls import calling, code_of
from tests.microsoft365.fixtures import microsoft365
from tests.microsoft365.microsoft365 import Microsoft365

__all__ = ["microsoft365"]
ANNA = "anna@vroom.example"


def test_a_token_is_needed_and_ends(microsoft365: Microsoft365) -> None:
    with calling(microsoft365) as caller:
        assert code_of(caller.plain("GET", f"{microsoft365.graph_url}/me")) == (401, "InvalidAuthenticationToken")
        assert caller.graph("GET", "me").json()["userPrincipalName"] == ANNA
        microsoft365.clock.advance(timedelta(minutes=76))
        ended = caller.graph("GET", "me")
        assert code_of(ended) == (401, "InvalidAuthenticationToken")
        assert ended.headers["WWW-Authenticate"].startswith("Bearer ")


@pytest.mark.parametrize(
    ("scopes", "method", "path"),
    [
        ("User.Read", "GET", "sites/{site}"),
        ("User.Read", "GET", "me/drive"),
        ("Files.ReadWrite", "GET", "sites/{site}/drive"),
        ("Sites.Read.All", "POST", "sites/{site}/drive/root/children"),
        ("Sites.Read.All", "POST", "sites/{site}/lists/x/items"),
        ("Sites.ReadWrite.All", "POST", "sites/{site}/lists"),
        ("Files.ReadWrite.All", "GET", "me"),
        ("Files.ReadWrite.All", "GET", "sites/{site}"),
    ],
)
def test_a_scope_that_is_missing_is_refused(microsoft365: Microsoft365, scopes: str, method: str, path: str) -> None:
    with calling(microsoft365, scopes=scopes) as caller:
        answer = caller.graph(
            method, path.format(site=microsoft365.site_id), **({"json": {}} if method == "POST" else {})
        )
        assert code_of(answer) == (403, "accessDenied")


@pytest.mark.parametrize(("access", "read", "write"), [("none", 403, 403), ("read", 200, 403), ("write", 200, 201)])
def test_sharepoint_decides_whatever_the_token_says(
    microsoft365: Microsoft365, access: str, read: int, write: int
) -> None:
    microsoft365.people[ANNA].access = access  # type: ignore[assignment]  # one of the four
    drive = f"sites/{microsoft365.site_id}/drive/root"
    with calling(microsoft365) as caller:
        assert caller.graph("GET", drive).status_code == read
        assert caller.graph("PUT", f"{drive}:/a.txt:/content", data=b"a").status_code == write


def test_somebody_elses_onedrive_is_closed(microsoft365: Microsoft365) -> None:
    microsoft365.add_person("bas@vroom.example")
    other = microsoft365.own_drive("bas@vroom.example")
    with calling(microsoft365) as caller:
        assert code_of(caller.graph("GET", f"drives/{other.id}/root")) == (403, "accessDenied")
        assert caller.graph("GET", "me/drive/root").status_code == 200


@pytest.mark.parametrize("capable", [True, False])
def test_revocation_reaches_at_once_only_clients_that_understand_it(microsoft365: Microsoft365, capable: bool) -> None:
    with calling(microsoft365, capable=capable) as caller:
        microsoft365.revoke(ANNA)
        answer = caller.graph("GET", "me")
        assert answer.status_code == (401 if capable else 200)
        assert ("insufficient_claims" in answer.headers.get("WWW-Authenticate", "")) is capable


def test_the_site_is_found_by_its_path(microsoft365: Microsoft365) -> None:
    host = microsoft365.site_url.removeprefix("https://").split("/")[0]
    with calling(microsoft365) as caller:
        for name in ("localhost", host):
            assert caller.graph("GET", f"sites/{name}:/sites/Vroom").json()["id"] == microsoft365.site_id
            by_path = caller.graph("GET", f"sites/{name}:/sites/Vroom:/drive")
            assert by_path.json()["id"] == microsoft365.drive.id
        assert code_of(caller.graph("GET", "sites/localhost:/sites/Other")) == (404, "itemNotFound")
        assert code_of(caller.graph("GET", "sites/root")) == (404, "itemNotFound")
