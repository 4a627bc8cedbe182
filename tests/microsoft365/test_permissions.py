"""Who can open an item, and items behind a web address."""

from __future__ import annotations

import base64

from tests.microsoft365.calls import calling, code_of
from tests.microsoft365.fixtures import microsoft365
from tests.microsoft365.microsoft365 import Microsoft365

__all__ = ["microsoft365"]


def test_own_and_inherited_grants(microsoft365: Microsoft365) -> None:
    drive = microsoft365.drive
    item = drive.put("a/b.txt", b"x")
    drive.share("a", kind="site_group", name="Vroom Owners", role="owner")
    drive.share("a", kind="group", name="All of Vroom", role="write")
    own = drive.share("a/b.txt", kind="user", name="Kim", mail="kim@elders.example")
    drive.share("a/b.txt", kind="link", scope="users", people=("kim@elders.example",))
    drive.share("a/b.txt", kind="link", scope="anonymous", role="write")
    path = f"drives/{drive.id}/items/{item.id}/permissions"
    with calling(microsoft365) as caller:
        told = caller.graph("GET", path).json()["value"]
        assert [each.get("link", {}).get("scope") for each in told] == [None, "users", "anonymous", None, None]
        assert told[0]["grantedToV2"]["user"]["email"] == "kim@elders.example"
        assert told[1]["grantedToIdentitiesV2"][0]["user"]["email"] == "kim@elders.example"
        inherited = [each for each in told if "inheritedFrom" in each]
        assert [next(iter(each["grantedToV2"])) for each in inherited] == ["siteGroup", "group"]
        assert caller.graph("DELETE", f"{path}/{inherited[0]['id']}").status_code == 400
        assert caller.graph("DELETE", f"{path}/{own.id}").status_code == 204
        assert code_of(caller.graph("DELETE", f"{path}/{own.id}")) == (404, "itemNotFound")
        drive.break_inheritance("a/b.txt")
        assert not [each for each in caller.graph("GET", path).json()["value"] if "inheritedFrom" in each]


def test_an_item_is_found_by_its_web_address(microsoft365: Microsoft365) -> None:
    item = microsoft365.drive.put("a b/c#.txt", b"x")
    with calling(microsoft365) as caller:
        address = caller.graph("GET", f"drives/{microsoft365.drive.id}/items/{item.id}").json()["webUrl"]
        share = "u!" + base64.urlsafe_b64encode(address.encode()).decode().rstrip("=")
        assert caller.graph("GET", f"shares/{share}/driveItem").json()["id"] == item.id
        assert code_of(caller.graph("GET", "shares/u!eA==/driveItem")) == (400, "invalidRequest")
        nowhere = "u!" + base64.urlsafe_b64encode(b"https://elders.example/x").decode().rstrip("=")
        assert code_of(caller.graph("GET", f"shares/{nowhere}/driveItem")) == (404, "itemNotFound")
