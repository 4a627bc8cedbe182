"""Copies in the firm's cloud: found, followed by id, removed as far as it goes, and what remains is said."""

from __future__ import annotations

import pytest

from app.domain.remote_errors import RemoteConflict, RemoteLocked, RemoteRefused, RemoteUnreachable
from app.domain.remote_files import CloudItem, CloudRemoval
from tests.microsoft365.messages import Answer, graph_error, json_answer
from tests.microsoft365.other_people import DriveHandle
from tests.remote.office365.laptop import ANNA, Laptop


@pytest.fixture
def own(anna: Laptop) -> DriveHandle:
    return anna.service.own_drive(ANNA)


@pytest.fixture
def item(anna: Laptop, own: DriveHandle) -> CloudItem:
    own.put("Desktop/export #1.csv", b"data")
    found = anna.office.cloud_copies.find_own("Desktop/export #1.csv")
    assert found is not None
    return found


def test_a_file_in_the_own_onedrive_is_found_by_its_path(item: CloudItem, own: DriveHandle) -> None:
    assert item.item_id == own.item("Desktop/export #1.csv").id
    assert item.drive_id == own.id
    assert item.name == "export #1.csv"


def test_what_is_not_there_is_none(anna: Laptop, own: DriveHandle) -> None:
    assert anna.office.cloud_copies.find_own("Desktop/none.csv") is None


def test_it_is_followed_wherever_it_is_moved(anna: Laptop, own: DriveHandle, item: CloudItem) -> None:
    own.rename("Desktop/export #1.csv", "Elsewhere/other.csv")
    seen = anna.office.cloud_copies.look(item)
    assert seen is not None
    assert (seen.item_id, seen.name) == (item.item_id, "other.csv")
    own.delete("Elsewhere/other.csv")
    assert anna.office.cloud_copies.look(item) is None


def test_a_shared_address_of_the_firm_is_found_and_another_is_not_asked_about(anna: Laptop) -> None:
    put = anna.service.drive.put("Map/b.csv", b"data")
    address = f"{anna.service.site_url}/Shared%20Documents/Map/b.csv"
    found = anna.office.cloud_copies.find_shared(address)
    assert found is not None
    assert found.item_id == put.id
    anna.service.forget_requests()
    for foreign in ("https://elsewhere.example/x", "http://localhost/x", "no address"):
        assert anna.office.cloud_copies.find_shared(foreign) is None
    assert anna.service.requests == []


def test_it_is_removed_past_the_recycle_bin(anna: Laptop, own: DriveHandle, item: CloudItem) -> None:
    assert anna.office.cloud_copies.remove(item) is CloudRemoval.GONE
    assert own.paths() == []
    assert own.in_recycle_bin() == []
    assert anna.office.cloud_copies.remove(item) is CloudRemoval.NOT_FOUND


@pytest.mark.parametrize("refusal", [None, Answer(400), Answer(404), Answer(405), Answer(501)])
def test_where_that_is_not_allowed_it_is_in_the_recycle_bin_and_that_is_said(
    anna: Laptop, own: DriveHandle, item: CloudItem, refusal: Answer | None
) -> None:
    anna.service.world.allows_permanent_delete = False
    if refusal is not None:
        anna.service.faults.next("POST", "*/permanentDelete", answer=refusal)
    anna.service.forget_requests()
    assert anna.office.cloud_copies.remove(item) is CloudRemoval.IN_RECYCLE_BIN
    assert own.in_recycle_bin() == ["export #1.csv"]
    (deletion,) = anna.service.seen("DELETE")
    assert deletion.headers["If-Match"] == item.version


@pytest.mark.parametrize("fault", [{"lose_answer": True}, {"refuse_line": True}, {"answer": Answer(503)}])
def test_a_lost_answer_does_not_change_what_is_said(
    anna: Laptop, own: DriveHandle, item: CloudItem, fault: dict[str, object]
) -> None:
    anna.service.faults.next("POST", "*/permanentDelete", **fault)  # type: ignore[arg-type]
    assert anna.office.cloud_copies.remove(item) is CloudRemoval.GONE
    assert own.in_recycle_bin() == []


def test_a_change_between_looking_and_deleting_is_looked_at_again(
    anna: Laptop, own: DriveHandle, item: CloudItem
) -> None:
    anna.service.world.allows_permanent_delete = False
    anna.service.faults.next("DELETE", "*", answer=graph_error(412, "resourceModified"))
    assert anna.office.cloud_copies.remove(item) is CloudRemoval.IN_RECYCLE_BIN
    own.put("Desktop/export #1.csv", b"again")
    again = anna.office.cloud_copies.find_own("Desktop/export #1.csv")
    assert again is not None
    anna.service.faults.next("DELETE", "*", answer=graph_error(412, "resourceModified"), times=99)
    with pytest.raises(RemoteConflict):
        anna.office.cloud_copies.remove(again)


@pytest.mark.parametrize(("kind", "removal"), [("hold", CloudRemoval.ON_HOLD), ("record", CloudRemoval.IS_RECORD)])
def test_what_is_kept_by_a_rule_is_said_and_stays(
    anna: Laptop, own: DriveHandle, item: CloudItem, kind: str, removal: CloudRemoval
) -> None:
    own.hold("Desktop/export #1.csv", kind)  # type: ignore[arg-type]
    assert anna.office.cloud_copies.remove(item) is removal
    assert own.paths() == ["Desktop/export #1.csv"]


@pytest.mark.parametrize(
    ("settings", "removal"),
    [
        ({"behaviorDuringRetentionPeriod": "retainAsRecord"}, CloudRemoval.IS_RECORD),
        ({"behaviorDuringRetentionPeriod": "retain", "isDeleteAllowed": False}, CloudRemoval.ON_HOLD),
    ],
)
def test_a_refusal_that_does_not_say_why_asks_for_the_label(
    anna: Laptop, item: CloudItem, settings: dict[str, object], removal: CloudRemoval
) -> None:
    anna.service.world.allows_permanent_delete = False
    anna.service.faults.next("DELETE", "*", answer=graph_error(403, "accessDenied"))
    label = json_answer(200, {"name": "Bewaren", "retentionSettings": settings})
    anna.service.faults.next("GET", "*/retentionLabel", answer=label)
    assert anna.office.cloud_copies.remove(item) is removal


def test_a_refusal_without_a_label_is_told_as_one(anna: Laptop, item: CloudItem) -> None:
    anna.service.world.allows_permanent_delete = False
    anna.service.faults.next("DELETE", "*", answer=graph_error(403, "accessDenied"))
    with pytest.raises(RemoteRefused):
        anna.office.cloud_copies.remove(item)


def test_a_file_that_somebody_has_open_is_told(anna: Laptop, own: DriveHandle, item: CloudItem) -> None:
    own.lock("Desktop/export #1.csv")
    with pytest.raises(RemoteLocked):
        anna.office.cloud_copies.remove(item)


def test_what_is_still_there_afterwards_is_not_called_gone(anna: Laptop, own: DriveHandle, item: CloudItem) -> None:
    anna.service.faults.next("POST", "*/permanentDelete", answer=Answer(204))
    with pytest.raises(RemoteUnreachable):
        anna.office.cloud_copies.remove(item)
    assert own.paths() == ["Desktop/export #1.csv"]
