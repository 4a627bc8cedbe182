"""SharePoint lists: columns, items, filters, item-level permissions, the feed."""

from __future__ import annotations

from typing import Any

import pytest

from tests.microsoft365.calls import calling, code_of
from tests.microsoft365.fixtures import microsoft365
from tests.microsoft365.lists_state import Column, SharePointList
from tests.microsoft365.microsoft365 import Microsoft365

__all__ = ["microsoft365"]
ANNA = "anna@vroom.example"
BAS = "bas@vroom.example"


@pytest.fixture
def records(microsoft365: Microsoft365) -> SharePointList:
    columns = [Column("Device", indexed=True), Column("Record", "note"), Column("Number", "number")]
    microsoft365.add_person(BAS, "Bas Smit")
    return microsoft365.add_list("Team status", columns, reads_own=True, edits_own=True)


def items(service: Microsoft365, records: SharePointList) -> str:
    return f"sites/{service.site_id}/lists/{records.id}/items"


def test_an_item_is_made_read_and_changed(microsoft365: Microsoft365, records: SharePointList) -> None:
    path = items(microsoft365, records)
    with calling(microsoft365) as caller:
        made = caller.graph("POST", path, json={"fields": {"Title": "t", "Device": "d1", "Number": 3}})
        assert made.status_code == 201
        assert made.json()["createdBy"]["user"]["email"] == ANNA
        item = f"{path}/{made.json()['id']}"
        tag = made.json()["eTag"]
        changed = caller.graph("PATCH", f"{item}/fields", json={"Number": 4}, headers={"If-Match": tag})
        assert changed.json()["Number"] == 4
        late = caller.graph("PATCH", f"{item}/fields", json={"Number": 5}, headers={"If-Match": tag})
        assert code_of(late) == (412, "resourceModified")
        assert "fields" not in caller.graph("GET", item).json()
        found = caller.graph("GET", f"{item}?$expand=fields($select=Device,Number)").json()
        assert {key for key in found["fields"] if not key.startswith("@")} == {"Device", "Number"}
        versions = caller.graph("GET", f"{item}/versions?$expand=fields").json()["value"]
        assert [each["fields"]["Number"] for each in versions] == [4, 3]
        assert caller.graph("DELETE", item).status_code == 204
        assert code_of(caller.graph("GET", item)) == (404, "itemNotFound")


@pytest.mark.parametrize(
    "fields",
    [
        {"Title": "x" * 256},
        {"Device": "x" * 256},
        {"Device": "two\nlines"},
        {"Number": "3"},
        {"Invented": "x"},
        {"Record": 3},
    ],
)
def test_values_that_a_column_does_not_take(
    microsoft365: Microsoft365, records: SharePointList, fields: dict[str, Any]
) -> None:
    with calling(microsoft365) as caller:
        answer = caller.graph("POST", items(microsoft365, records), json={"fields": fields})
        assert code_of(answer) == (400, "invalidRequest")
        long = caller.graph("POST", items(microsoft365, records), json={"fields": {"Record": "x" * 5000}})
        assert long.status_code == 201


def test_members_see_and_change_their_own_alone(microsoft365: Microsoft365, records: SharePointList) -> None:
    own = records.add({"Title": "a"}, microsoft365.people[ANNA])
    other = records.add({"Title": "b"}, microsoft365.people[BAS])
    path = items(microsoft365, records)
    with calling(microsoft365) as caller, calling(microsoft365, microsoft365.colleague.mail) as lead:
        assert [each["id"] for each in caller.graph("GET", path).json()["value"]] == [str(own.id)]
        assert caller.graph("GET", f"{path}/{other.id}").status_code == 404
        assert len(lead.graph("GET", path).json()["value"]) == 2
        records.reads_own = False
        assert code_of(caller.graph("PATCH", f"{path}/{other.id}/fields", json={"Title": "c"})) == (403, "accessDenied")


def test_filters_stand_on_indexed_columns(microsoft365: Microsoft365, records: SharePointList) -> None:
    anna = microsoft365.people[ANNA]
    for number in range(4):
        records.add({"Title": f"t{number}", "Device": f"d'{number}", "Number": number}, anna)
    path = items(microsoft365, records)
    with calling(microsoft365) as caller:
        found = caller.graph("GET", path, params={"$filter": "fields/Device eq 'd''2'", "$expand": "fields"})
        assert [each["fields"]["Number"] for each in found.json()["value"]] == [2]
        refused = caller.graph("GET", path, params={"$filter": "fields/Number ge 2"})
        assert code_of(refused) == (400, "invalidRequest")
        risky = {"Prefer": "HonorNonIndexedQueriesWarningMayFailRandomly"}
        taken = caller.graph("GET", path, params={"$filter": "fields/Number ge 2"}, headers=risky)
        assert len(taken.json()["value"]) == 2
        both = "startswith(fields/Device,'d') and fields/Device ne 'd''0'"
        assert len(caller.graph("GET", path, params={"$filter": both}).json()["value"]) == 3
        assert code_of(caller.graph("GET", path, params={"$filter": "Device eq 'd'"}))[0] == 400


def test_items_come_in_pages_with_their_fields(microsoft365: Microsoft365, records: SharePointList) -> None:
    for number in range(5):
        records.add({"Title": str(number)}, microsoft365.people[ANNA])
    with calling(microsoft365) as caller:
        link: str | None = f"{items(microsoft365, records)}?$expand=fields&$top=2"
        titles: list[list[str]] = []
        while link:
            body = caller.graph("GET", link).json()
            titles.append([each["fields"]["Title"] for each in body["value"]])
            link = body.get("@odata.nextLink")
    assert titles == [["0", "1"], ["2", "3"], ["4"]]


def test_the_feed_of_a_list_tells_what_changed_and_what_is_gone(
    microsoft365: Microsoft365, records: SharePointList
) -> None:
    anna = microsoft365.people[ANNA]
    first = records.add({"Title": "1"}, anna)
    path = f"{items(microsoft365, records)}/delta"
    with calling(microsoft365) as caller:
        begin = caller.graph("GET", f"{path}?$expand=fields").json()
        assert begin["value"][0]["fields"]["Title"] == "1"
        records.add({"Title": "2"}, anna)
        records.delete(first, anna)
        after = caller.graph("GET", begin["@odata.deltaLink"]).json()
        assert [each.get("deleted") for each in after["value"]] == [None, {"state": "deleted"}]
        assert after["value"][0]["fields"]["Title"] == "2"
        records.oldest_token = records.sequence
        forgotten = caller.graph("GET", begin["@odata.deltaLink"])
        assert (code_of(forgotten), "Location" in forgotten.headers) == ((410, "resyncRequired"), True)


def test_a_list_is_made_by_an_owner(microsoft365: Microsoft365) -> None:
    body = {
        "displayName": "New",
        "columns": [
            {"name": "Device", "text": {}, "indexed": True},
            {"name": "Record", "text": {"allowMultipleLines": True}},
        ],
        "list": {"template": "genericList"},
    }
    path = f"sites/{microsoft365.site_id}/lists"
    with (
        calling(microsoft365, microsoft365.colleague.mail, "Sites.Manage.All") as owner,
        calling(microsoft365) as member,
    ):
        assert owner.graph("POST", path, json=body).status_code == 201
        assert code_of(owner.graph("POST", path, json=body)) == (409, "nameAlreadyExists")
        columns = member.graph("GET", f"{path}/New/columns").json()["value"]
        assert {each["name"]: each["indexed"] for each in columns} == {"Title": False, "Device": True, "Record": False}
        named = member.graph("GET", path, params={"$filter": "displayName eq 'New'"}).json()["value"]
        assert [each["displayName"] for each in named] == ["New"]
        assert code_of(member.graph("GET", path, params={"$filter": "name eq 'New'"}))[0] == 400
        assert "Documents" in [each["displayName"] for each in member.graph("GET", path).json()["value"]]
