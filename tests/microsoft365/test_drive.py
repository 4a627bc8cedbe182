"""Drive items: addressing, names, tags, pages, downloads."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.microsoft365.calls import Caller, calling, code_of
from tests.microsoft365.fixtures import microsoft365
from tests.microsoft365.microsoft365 import Microsoft365

__all__ = ["microsoft365"]


def root(service: Microsoft365) -> str:
    return f"sites/{service.site_id}/drive/root"


def test_a_file_is_put_found_and_fetched(microsoft365: Microsoft365) -> None:
    with calling(microsoft365) as caller:
        folder = caller.graph("POST", f"{root(microsoft365)}/children", json={"name": "Dossier", "folder": {}})
        assert folder.status_code == 201
        made = caller.graph("PUT", f"{root(microsoft365)}:/Dossier/50%25%20a%23b.txt:/content", data=b"hello")
        assert made.status_code == 201
        assert made.json()["name"] == "50% a#b.txt"
        by_id = f"drives/{microsoft365.drive.id}/items/{made.json()['id']}"
        below = f"drives/{microsoft365.drive.id}/items/{folder.json()['id']}:/50%25%20A%23B.txt:"
        assert caller.graph("GET", by_id).json()["id"] == caller.graph("GET", below).json()["id"]
        assert made.json()["parentReference"]["path"] == f"/drives/{microsoft365.drive.id}/root:/Dossier"
        found = caller.graph("GET", f"{by_id}/content")
        assert found.status_code == 302
        assert caller.plain("GET", found.headers["Location"]).content == b"hello"


def test_a_download_address_takes_no_token_and_ends(microsoft365: Microsoft365) -> None:
    microsoft365.drive.put("a.txt", b"0123456789")
    with calling(microsoft365) as caller:
        address = caller.graph("GET", f"{root(microsoft365)}:/a.txt:/content").headers["Location"]
        assert code_of(caller.graph("GET", address)) == (401, "unauthenticated")
        part = caller.plain("GET", address, headers={"Range": "bytes=2-4"})
        assert (part.status_code, part.content, part.headers["Content-Range"]) == (206, b"234", "bytes 2-4/10")
        assert caller.plain("GET", address, headers={"Range": "bytes=10-"}).status_code == 416
        microsoft365.clock.advance(timedelta(hours=2))
        assert caller.plain("GET", address).status_code == 401


def test_tags_tell_content_from_any_change(microsoft365: Microsoft365) -> None:
    item = microsoft365.drive.put("a.txt", b"1")
    with calling(microsoft365) as caller:
        address = f"drives/{microsoft365.drive.id}/items/{item.id}"
        first = caller.graph("GET", address).json()
        renamed = caller.graph("PATCH", address, json={"name": "b.txt"}, headers={"If-Match": first["eTag"]}).json()
        assert renamed["eTag"] != first["eTag"]
        assert renamed["cTag"] == first["cTag"]
        assert first["eTag"].startswith('"{')
        assert first["cTag"].startswith('"c:{')
        replaced = caller.graph("PUT", f"{address}/content", data=b"2").json()
        assert replaced["cTag"] != first["cTag"]


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_if_match_holds_back_who_comes_late(microsoft365: Microsoft365, method: str) -> None:
    item = microsoft365.drive.put("a.txt", b"1")
    early = item.etag
    microsoft365.drive.put("a.txt", b"2")
    address = f"drives/{microsoft365.drive.id}/items/{item.id}" + ("/content" if method == "PUT" else "")
    bodies: dict[str, dict[str, Any]] = {"PUT": {"data": b"3"}, "PATCH": {"json": {"name": "b.txt"}}, "DELETE": {}}
    body = bodies[method]
    with calling(microsoft365) as caller:
        late = caller.graph(method, address, headers={"If-Match": early}, **body)
        assert code_of(late) == (412, "resourceModified")
        bare = caller.graph(method, address, headers={"If-Match": item.etag.strip('"')}, **body)
        assert bare.status_code == 400
        assert microsoft365.drive.read("a.txt") == b"2"
        assert caller.graph(method, address, headers={"If-Match": item.etag}, **body).status_code < 300


def test_conflict_behaviour_of_a_put(microsoft365: Microsoft365) -> None:
    microsoft365.drive.put("a.txt", b"1")
    address = f"{root(microsoft365)}:/A.txt:/content?@microsoft.graph.conflictBehavior="
    with calling(microsoft365) as caller:
        assert code_of(caller.graph("PUT", address + "fail", data=b"2")) == (409, "nameAlreadyExists")
        assert caller.graph("PUT", address + "rename", data=b"3").json()["name"] == "A 1.txt"
        assert caller.graph("PUT", address + "replace", data=b"4").status_code == 200
        assert caller.graph("PUT", address + "ask", data=b"5").status_code == 400
    assert microsoft365.drive.paths() == ["A 1.txt", "a.txt"]
    assert microsoft365.drive.read("a.txt") == b"4"


@pytest.mark.parametrize(
    "name",
    [
        "a%3Ab.txt",
        "a%2Ab",
        "%3Cx%3E",
        "a%22",
        "%20a",
        "a%20",
        "a.",
        "~%24a.docx",
        "CON",
        "lpt1",
        ".lock",
        "a_vti_b",
        "forms",
    ],
)
def test_names_that_sharepoint_refuses(microsoft365: Microsoft365, name: str) -> None:
    with calling(microsoft365) as caller:
        answer = caller.graph("PUT", f"{root(microsoft365)}:/{name}:/content", data=b"x")
        assert code_of(answer) == (400, "invalidRequest")


def test_a_percent_that_is_not_encoded_is_a_bad_address(microsoft365: Microsoft365) -> None:
    assert _raw_status(microsoft365, f"/v1.0/{root(microsoft365)}:/50%.txt:/content") == 400


def test_a_path_has_400_characters_at_most(microsoft365: Microsoft365) -> None:
    folder = "/".join(["a" * 99] * 4)
    microsoft365.drive.folder(folder)
    with calling(microsoft365) as caller:
        answer = caller.graph("PUT", f"{root(microsoft365)}:/{folder}/long.txt:/content", data=b"x")
        assert code_of(answer) == (400, "invalidRequest")


def test_a_folder_that_is_missing_is_not_made_by_a_put(microsoft365: Microsoft365) -> None:
    with calling(microsoft365) as caller:
        address = f"{root(microsoft365)}:/no/a.txt:/content"
        assert code_of(caller.graph("PUT", address, data=b"x")) == (404, "itemNotFound")
        microsoft365.world.creates_parents = True
        assert caller.graph("PUT", address, data=b"x").status_code == 201


def test_children_come_in_pages(microsoft365: Microsoft365) -> None:
    for number in range(7):
        microsoft365.drive.put(f"{number}.txt", b"x")
    microsoft365.world.page_size = 3
    with calling(microsoft365) as caller:
        pages = list(_pages(caller, f"{root(microsoft365)}/children?$select=name"))
        assert [len(page) for page in pages] == [3, 3, 1]
        assert pages[0][0] == {"name": "0.txt"}
        assert len(caller.graph("GET", f"{root(microsoft365)}/children?$top=5").json()["value"]) == 5


def test_what_sharepoint_rewrote_differs_from_what_was_sent(microsoft365: Microsoft365) -> None:
    microsoft365.world.rewrites = "after"
    with calling(microsoft365) as caller:
        sent = caller.graph("PUT", f"{root(microsoft365)}:/report.docx:/content", data=b"x" * 10).json()
        stored = caller.graph("GET", f"{root(microsoft365)}:/report.docx").json()
        assert sent["size"] == 10
        assert stored["size"] != 10
        assert stored["file"]["hashes"] != sent["file"]["hashes"]
        assert (stored["eTag"], stored["cTag"]) != (sent["eTag"], sent["cTag"])
        same = caller.graph("PUT", f"{root(microsoft365)}:/plain.txt:/content", data=b"x").json()
        assert caller.graph("GET", f"{root(microsoft365)}:/plain.txt").json()["eTag"] == same["eTag"]


def test_locked_held_and_full(microsoft365: Microsoft365) -> None:
    drive = microsoft365.drive
    for name in ("locked.txt", "held.txt", "record.txt"):
        drive.put(name, b"1")
    drive.lock("locked.txt")
    drive.hold("held.txt")
    drive.hold("record.txt", "record")
    with calling(microsoft365) as caller:
        put = {name: caller.graph("PUT", f"{root(microsoft365)}:/{name}:/content", data=b"2") for name in drive.paths()}
        assert {name: code_of(answer)[0] for name, answer in put.items() if not answer.ok} == {
            "locked.txt": 423,
            "record.txt": 403,
        }
        gone = {name: caller.graph("DELETE", f"{root(microsoft365)}:/{name}") for name in drive.paths()}
        assert {name: code_of(answer)[0] for name, answer in gone.items()} == {
            "held.txt": 403,
            "locked.txt": 423,
            "record.txt": 403,
        }
        assert "hold" in gone["held.txt"].json()["error"]["message"]
        label = caller.graph("GET", f"{root(microsoft365)}:/record.txt:/retentionLabel").json()
        assert label["retentionSettings"]["behaviorDuringRetentionPeriod"] == "retainAsRecord"
        assert code_of(caller.graph("GET", f"{root(microsoft365)}:/held.txt:/retentionLabel"))[0] == 404
        drive.set_quota(5)
        assert code_of(caller.graph("PUT", f"{root(microsoft365)}:/b.txt:/content", data=b"12345"))[0] == 507


def test_a_folder_moves_with_what_is_in_it_and_never_below_itself(microsoft365: Microsoft365) -> None:
    microsoft365.drive.put("a/b/c.txt", b"1")
    a, b = microsoft365.drive.item("a"), microsoft365.drive.item("a/b")
    with calling(microsoft365) as caller:
        items = f"drives/{microsoft365.drive.id}/items"
        below = caller.graph("PATCH", f"{items}/{a.id}", json={"parentReference": {"id": b.id}})
        assert below.status_code == 400
        moved = caller.graph(
            "PATCH", f"{items}/{b.id}", json={"parentReference": {"id": microsoft365.drive.state.root.id}, "name": "B2"}
        )
        assert moved.status_code == 200
    assert microsoft365.drive.paths() == ["B2/c.txt"]


def test_deletion_goes_to_the_recycle_bin_or_past_it(microsoft365: Microsoft365) -> None:
    microsoft365.drive.put("a/1.txt", b"1")
    microsoft365.drive.put("2.txt", b"22")
    site = f"sites/{microsoft365.site_id}"
    beta = microsoft365.graph_url.replace("/v1.0", "/beta")
    with calling(microsoft365) as caller:
        assert caller.graph("DELETE", f"{site}/drive/root:/a").status_code == 204
        two = microsoft365.drive.item("2.txt")
        microsoft365.world.allows_permanent_delete = False
        permanent = f"drives/{microsoft365.drive.id}/items/{two.id}/permanentDelete"
        assert code_of(caller.graph("POST", permanent)) == (403, "accessDenied")
        microsoft365.world.allows_permanent_delete = True
        assert caller.graph("POST", permanent).status_code == 204
        binned = caller.graph("GET", f"{beta}/{site}/recycleBin/items").json()["value"]
        assert sorted(each["name"] for each in binned) == ["1.txt", "a"]
        assert caller.graph("GET", f"{site}/recycleBin/items").status_code == 400


def test_versions_are_kept_and_none_is_deleted(microsoft365: Microsoft365) -> None:
    microsoft365.drive.put("a.txt", b"first")
    microsoft365.drive.put("a.txt", b"second")
    with calling(microsoft365) as caller:
        address = f"{root(microsoft365)}:/a.txt:/versions"
        versions = caller.graph("GET", address).json()["value"]
        assert [(each["id"], each["size"]) for each in versions] == [("2.0", 6), ("1.0", 5)]
        old = caller.graph("GET", f"{address}/1.0/content")
        assert caller.plain("GET", old.headers["Location"]).content == b"first"
        assert caller.graph("DELETE", f"{address}/1.0").status_code == 405


def _pages(caller: Caller, path: str) -> list[list[dict[str, object]]]:
    pages = []
    link: str | None = path
    while link:
        body = caller.graph("GET", link).json()
        pages.append(body["value"])
        link = body.get("@odata.nextLink")
    return pages


def _raw_status(service: Microsoft365, target: str) -> int:
    """Sent as it is: requests would mend the address."""
    import http.client
    import ssl

    port = int(service.graph_url.split(":")[2].split("/")[0])
    context = ssl.create_default_context(cafile=str(service.ca_file))
    line = http.client.HTTPSConnection("localhost", port, context=context)
    token = service.token("anna@vroom.example")
    line.request("PUT", target, body=b"x", headers={"Authorization": f"Bearer {token}"})
    status = line.getresponse().status
    line.close()
    return status
