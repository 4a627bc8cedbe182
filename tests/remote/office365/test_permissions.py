"""Who can open a place: direct, through a group, by a link, or from above."""

from __future__ import annotations

from app.domain.remote_files import Grant, GrantKind
from app.remote.office365.permissions import grants_of
from tests.remote.office365.laptop import PLACE, Laptop


def test_each_way_in_is_told(anna: Laptop) -> None:
    drive = anna.service.drive
    drive.folder(PLACE)
    drive.share(PLACE, name="Bram Smit", mail="Bram.Smit@vroom.example", role="write")
    drive.share(PLACE, kind="group", name="Team Noord", mail="noord@vroom.example")
    drive.share(PLACE, kind="site_group", name="Vroom Owners", role="owner")
    drive.share(PLACE, kind="link", scope="anonymous", role="write")
    drive.share(PLACE, kind="link", scope="users", people=("gast@elders.example",))
    drive.share("P-100", name="Sanne de Wit", mail="sanne.de.wit@vroom.example", role="owner")
    found = {(grant.kind, grant.name): grant for grant in anna.office.documents.grants(PLACE)}
    direct = found[GrantKind.DIRECT, "Bram Smit"]
    assert (direct.mail, direct.may_write, direct.is_inherited) == ("bram.smit@vroom.example", True, False)
    group = found[GrantKind.GROUP, "Team Noord"]
    assert (group.mail, group.may_write) == (None, False)
    assert found[GrantKind.GROUP, "Vroom Owners"].may_write
    assert found[GrantKind.LINK, "edit"].scope == "anonymous"
    assert found[GrantKind.LINK, "edit"].may_write
    assert found[GrantKind.LINK, "view"].scope == "users"
    assert found[GrantKind.DIRECT, "gast"].mail == "gast@elders.example"
    owner = found[GrantKind.OWNER, "Sanne de Wit"]
    assert owner.is_inherited
    assert len(found) == len(anna.office.documents.grants(PLACE)) == 7


def test_all_pages_are_read(anna: Laptop) -> None:
    anna.service.drive.folder(PLACE)
    anna.service.world.page_size = 2
    for number in range(5):
        anna.service.drive.share(PLACE, name=f"P{number}", mail=f"p{number}@vroom.example")
    assert len(anna.office.documents.grants(PLACE)) == 5


def test_a_place_that_is_not_there_is_open_to_nobody(anna: Laptop) -> None:
    assert anna.office.documents.grants(PLACE) == ()
    assert anna.office.documents.address(PLACE) is None


def test_the_address_is_where_a_person_opens_it(anna: Laptop) -> None:
    anna.service.drive.folder(PLACE)
    address = anna.office.documents.address(PLACE)
    assert address is not None
    assert address.startswith(anna.service.site_url)


def test_the_older_form_alone_is_understood() -> None:
    told = {"id": "1", "roles": ["write"], "grantedTo": {"user": {"displayName": "Jan", "email": "Jan@vroom.example"}}}
    (grant,) = grants_of(told)
    assert grant == Grant(id="1", kind=GrantKind.DIRECT, name="Jan", mail="jan@vroom.example", may_write=True)


def test_an_account_that_only_its_login_tells() -> None:
    user = {"displayName": "Jan", "id": "5"}
    site_user = {"displayName": "Jan", "loginName": "i:0#.f|membership|jan@vroom.example"}
    (grant,) = grants_of({"id": "1", "roles": ["read"], "grantedToV2": {"user": user, "siteUser": site_user}})
    assert (grant.kind, grant.mail) == (GrantKind.DIRECT, "jan@vroom.example")


def test_everyone_is_a_group_and_not_a_person() -> None:
    site_user = {
        "displayName": "Everyone except external users",
        "loginName": "c:0-.f|rolemanager|spo-grid-all-users/x",
    }
    (grant,) = grants_of({"id": "1", "roles": ["read"], "grantedToV2": {"siteUser": site_user}})
    assert (grant.kind, grant.mail) == (GrantKind.GROUP, None)


def test_a_link_without_scope_counts_as_open_to_whoever_has_it() -> None:
    (grant,) = grants_of({"id": "1", "link": {"type": "view", "webUrl": "https://secret"}})
    assert grant.scope == "anonymous"
    assert "secret" not in str(grant)


def test_an_invitation_that_waits_names_its_mail() -> None:
    (grant,) = grants_of({"id": "1", "roles": ["read"], "invitation": {"email": "Gast@elders.example"}})
    assert grant.mail == "gast@elders.example"
