"""Many processes at once on one data directory: each does its part, once, and the journal stays whole."""

from __future__ import annotations

import pytest

from tests.faults.scene import Scene


@pytest.mark.slow
def test_twenty_processes_that_seal_at_once_all_succeed(scene: Scene) -> None:
    """VR-P3, design: Store"""
    paths = [scene.file(f"bestand {number}.xlsx") for number in range(20)]
    answers = scene.at_once(*(("copy", "add", path, "--agreement", scene.agreement) for path in paths))
    assert [answer.code for answer in answers] == [0] * 20, [answer.err for answer in answers]
    assert {copy["name"] for copy in scene.copies().values()} == {path.name for path in paths}
    assert not any(path.exists() for path in paths)
    scene.check_sound(doctor=True)


def test_the_same_file_twenty_times_at_once_is_one_copy(scene: Scene) -> None:
    path = scene.file("zelfde.xlsx")
    content = path.read_bytes()
    answers = scene.at_once(*[("copy", "add", path, "--agreement", scene.agreement)] * 20)
    assert {answer.code for answer in answers} <= {0, 2}
    live = [copy for copy in scene.copies().values() if copy["state"] == "kept"]
    assert live
    assert {copy["bytes"] for copy in live} == {len(content)}
    assert not path.exists()
    scene.check_sound()


@pytest.mark.slow
def test_five_deletions_at_once_delete_each_copy_once_with_one_declaration(scene: Scene) -> None:
    """VR-P4"""
    added = [scene.sealed(scene.file(f"{number}.xlsx")) for number in range(8)]
    loose = scene.file("los.xlsx")
    added.append(scene.done("copy", "add", loose, "--agreement", scene.agreement, "--in-place")["id"])
    scene.expire()
    answers = scene.at_once(*[("delete-due",)] * 5)
    assert {answer.code for answer in answers} == {0}, [answer.err for answer in answers]
    outcomes = [item["copy"] for answer in answers for item in answer.document["items"]]
    assert sorted(outcomes) == sorted(added)
    assert len(scene.done("certificate", "list")["items"]) == 1
    deleted = scene.done("journal", "list", "--event", "copy.deleted", "--limit", "100")["items"]
    assert sorted(entry["subject"] for entry in deleted) == sorted(added)
    assert not loose.exists()
    scene.check_sound()


@pytest.mark.slow
def test_a_seal_and_the_deletion_that_destroys_its_key_never_lose_a_file(scene: Scene) -> None:
    """VR-P4: the last copy of an agreement goes, and with it the key, at the moment another is sealed under it."""
    content: dict[str, bytes] = {}
    for number in range(8):
        for row in scene.copies().values():
            if row["state"] == "kept":
                scene.done("copy", "delete", row["id"], "--reason", "next round")
        first = scene.sealed(scene.file("eerst.xlsx", 2000))
        path = scene.file(f"tweede {number}.xlsx", 40_000)
        content[path.name] = path.read_bytes()
        add = ("copy", "add", path, "--agreement", scene.agreement)
        answers = scene.at_once(add, ("copy", "delete", first, "--reason", "klaar"))
        assert answers[0].code in (0, 2)
        assert answers[1].code == 0
        live = [row for row in scene.copies().values() if row["state"] == "kept"]
        assert path.exists() == (not live)
        for row in live:
            opened = scene.done("vault", "open", row["id"])["path"]
            with open(opened, "rb") as file:  # noqa: PTH123  # a path as the program said it
                assert file.read() == content[row["name"]]
            scene.done("vault", "seal", row["id"])
        scene.check_sound()


def test_a_copy_that_many_open_and_take_back_at_once_stays_one(scene: Scene) -> None:
    copy = scene.sealed(scene.file("open.xlsx", 50_000))
    for _ in range(2):
        opened = scene.at_once(*[("vault", "open", copy)] * 6)
        assert {answer.code for answer in opened} <= {0, 2, 3}
        assert any(answer.code == 0 for answer in opened)
        scene.at_once(*[("vault", "seal", "--all")] * 6)
        scene.done("vault", "seal", "--all")
        scene.check_sound()
        assert scene.copies()[copy]["state"] == "kept"
