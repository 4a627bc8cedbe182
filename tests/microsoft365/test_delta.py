"""The change feed, with what the documentation says that it leaves out."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from tests.microsoft365.calls import Caller, calling, code_of
from tests.microsoft365.fixtures import microsoft365
from tests.microsoft365.microsoft365 import Microsoft365

__all__ = ["microsoft365"]


def feed(service: Microsoft365) -> str:
    return f"sites/{service.site_id}/drive/root/delta"


def walk(caller: Caller, link: str) -> tuple[list[dict[str, Any]], str, int]:
    """All entries of a round, the next delta link, and how many pages there were."""
    entries: list[dict[str, Any]] = []
    pages = 0
    while True:
        body = caller.graph("GET", link).json()
        entries += body["value"]
        pages += 1
        if "@odata.deltaLink" in body:
            return entries, body["@odata.deltaLink"], pages
        link = body["@odata.nextLink"]


def test_everything_comes_once_and_then_what_changed(microsoft365: Microsoft365) -> None:
    drive = microsoft365.drive
    for number in range(5):
        drive.put(f"a/{number}.txt", b"x")
    microsoft365.world.page_size = 3
    with calling(microsoft365) as caller:
        entries, link, pages = walk(caller, feed(microsoft365))
        assert pages == 3
        assert [entry["name"] for entry in entries] == ["root", "a", "0.txt", "1.txt", "2.txt", "3.txt", "4.txt"]
        assert walk(caller, link)[0] == []
        drive.put("a/1.txt", b"y")
        moved = drive.rename("a/2.txt", "a/two.txt")
        gone = drive.item("a/0.txt")
        drive.delete("a/0.txt")
        entries, _, _ = walk(caller, link)
    by_id = {entry["id"]: entry for entry in entries}
    assert {entry["name"] for entry in entries if "deleted" not in entry} == {"root", "a", "1.txt", "two.txt"}
    assert by_id[moved.id]["name"] == "two.txt"
    assert by_id[gone.id]["deleted"] == {"state": "deleted"}
    assert "name" not in by_id[gone.id]
    assert not any("cTag" in entry or "path" in entry.get("parentReference", {}) for entry in entries)
    assert by_id[drive.item("a/1.txt").id]["file"]["hashes"]["quickXorHash"]


def test_latest_begins_with_now(microsoft365: Microsoft365) -> None:
    microsoft365.drive.put("old.txt", b"x")
    with calling(microsoft365) as caller:
        entries, link, _ = walk(caller, f"{feed(microsoft365)}?token=latest")
        assert entries == []
        microsoft365.drive.put("new.txt", b"x")
        assert [entry["name"] for entry in walk(caller, link)[0]] == ["root", "new.txt"]


@pytest.mark.parametrize(("form", "part"), [("function", "delta(token='"), ("both", "delta?(token='")])
def test_a_link_has_one_of_the_forms_in_the_documentation(microsoft365: Microsoft365, form: str, part: str) -> None:
    microsoft365.graph.drives.delta.link_form = form
    with calling(microsoft365) as caller:
        _, link, _ = walk(caller, f"{feed(microsoft365)}?token=latest")
        assert part in link
        microsoft365.drive.put("new.txt", b"x")
        assert [entry["name"] for entry in walk(caller, link)[0]] == ["root", "new.txt"]


def test_folders_above_are_left_out_where_that_is_asked_for(microsoft365: Microsoft365) -> None:
    with calling(microsoft365) as caller:
        _, link, _ = walk(caller, f"{feed(microsoft365)}?token=latest")
        microsoft365.drive.folder("a")
        microsoft365.drive.put("a/new.txt", b"x")
        answer = caller.graph("GET", link, headers={"deltaExcludeParent": "true"})
        assert "root" not in [entry["name"] for entry in answer.json()["value"]]


def test_the_last_word_counts_where_an_item_comes_twice(microsoft365: Microsoft365) -> None:
    microsoft365.graph.drives.delta.duplicates = True
    with calling(microsoft365) as caller:
        _, link, _ = walk(caller, f"{feed(microsoft365)}?token=latest")
        item = microsoft365.drive.put("new.txt", b"x")
        told = [entry["name"] for entry in walk(caller, link)[0] if entry["id"] == item.id]
        assert told == ["~earlier new.txt", "new.txt"]


def test_a_renamed_folder_brings_none_of_what_is_in_it(microsoft365: Microsoft365) -> None:
    """So items are tracked by id: paths of what is below change unseen."""
    microsoft365.drive.put("a/1.txt", b"x")
    with calling(microsoft365) as caller:
        _, link, _ = walk(caller, f"{feed(microsoft365)}?token=latest")
        microsoft365.drive.rename("a", "b")
        assert [entry["name"] for entry in walk(caller, link)[0]] == ["root", "b"]


@pytest.mark.parametrize("inner", ["resyncChangesApplyDifferences", "resyncChangesUploadDifferences"])
def test_a_forgotten_cursor_says_where_to_begin_again(microsoft365: Microsoft365, inner: str) -> None:
    microsoft365.drive.put("a.txt", b"x")
    with calling(microsoft365) as caller:
        _, link, _ = walk(caller, f"{feed(microsoft365)}?token=latest")
        microsoft365.graph.drives.delta.forgets = inner
        answer = caller.graph("GET", link)
        assert code_of(answer) == (410, "resyncRequired")
        assert answer.json()["error"]["innerError"]["code"] == inner
        again, _, _ = walk(caller, answer.headers["Location"])
        assert [entry["name"] for entry in again] == ["root", "a.txt"]


def test_old_cursors_are_too_old(microsoft365: Microsoft365) -> None:
    with calling(microsoft365) as caller:
        _, link, _ = walk(caller, feed(microsoft365))
        microsoft365.drive.forget_changes()
        assert caller.graph("GET", link).status_code == 410
        _, link, _ = walk(caller, feed(microsoft365))
        assert caller.graph("GET", link).status_code == 200


def test_a_cursor_that_was_made_up_is_refused(microsoft365: Microsoft365) -> None:
    with calling(microsoft365) as caller:
        answer: requests.Response = caller.graph("GET", f"{feed(microsoft365)}?token=invented")
        assert code_of(answer) == (400, "invalidRequest")
