"""Registrations and findings follow their file as it moves, changes and vanishes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.domain.deletion import Outcome
from app.domain.finding import Judgement, Verdict
from tests.actions.laptop import DAY, DOMAIN, HOUR, Laptop, facts, open_paths

CLEAN = Judgement(verdict=Verdict.CLEAN)


def test_a_move_and_a_rename_take_the_registration_along(ready: Laptop) -> None:
    copy = ready.app.copies.add(ready.file(), ready.agreement().id, in_place=True).copy
    finding = ready.finding(ready.file("ander.xlsx"))
    for old, new in (
        (Path(copy.path or ""), ready.downloads / "map" / "nieuw.xlsx"),
        (Path(finding.path), ready.downloads / "x.xlsx"),
    ):
        new.parent.mkdir(exist_ok=True)
        old.rename(new)
        ready.app.intake.moved(old, new, facts(ready, new))
    assert (ready.copy(copy.id).path, ready.copy(copy.id).name) == (
        str(ready.downloads / "map" / "nieuw.xlsx"),
        "nieuw.xlsx",
    )
    assert ready.app.findings.show(finding.id).path == str(ready.downloads / "x.xlsx")


@pytest.mark.parametrize("by_rename", [False, True])
def test_a_save_that_was_seen_renews_and_is_deleted_without_a_question(ready: Laptop, by_rename: bool) -> None:
    """VR-P4: in place, and as Office does it by a new file under the old name."""
    agreement = ready.agreement(valid_until=ready.now + DAY)
    copy = ready.app.copies.add(ready.file(), agreement.id, in_place=True).copy
    path = Path(copy.path or "")
    if by_rename:
        beside = ready.file("~nieuw.tmp", b"bewaard " * 300)
        os.replace(beside, path)  # noqa: PTH105
    else:
        path.write_bytes(b"bewaard " * 300)
    ready.app.intake.saved(path, facts(ready, path))
    ready.judged(path, ready.judgement())
    assert open_paths(ready) == []
    ready.passes(DAY)
    assert [item.outcome for item in ready.app.deletion.run_due().items] == [Outcome.DELETED]
    assert not path.exists()


def test_another_file_that_came_unseen_in_the_place_of_a_copy_is_asked_about(ready: Laptop) -> None:
    """VR-P4: an unseen change is asked about; what the catch-up met does not smooth it over."""
    agreement = ready.agreement(valid_until=ready.now + DAY)
    copy = ready.app.copies.add(ready.file(), agreement.id, in_place=True).copy
    path = Path(copy.path or "")
    path.unlink()
    ready.file("tussen.txt", b"houdt het oude nummer bezet")
    path.write_bytes(b"een heel ander document van mijzelf " * 50)
    ready.judged(path, ready.judgement())
    assert open_paths(ready) == []
    ready.passes(DAY)
    assert [item.outcome for item in ready.app.deletion.run_due().items] == [Outcome.ASKED]
    assert path.exists()


def test_a_copy_that_moved_unseen_is_known_by_what_it_is(ready: Laptop) -> None:
    copy = ready.app.copies.add(ready.file(), ready.agreement().id, in_place=True).copy
    new = ready.downloads / "elders.xlsx"
    Path(copy.path or "").rename(new)
    assert not ready.app.intake.is_registered(facts(ready, new))  # so that it is looked at, and its place noted
    ready.judged(new, ready.judgement())
    assert ready.app.intake.is_registered(facts(ready, new))
    assert (ready.copy(copy.id).path, open_paths(ready)) == (str(new), [])


def test_a_new_file_with_the_number_of_a_deleted_copy_is_looked_at(ready: Laptop) -> None:
    """Systems give the number of a deleted file to the next one: that must not hide it."""
    copy = ready.app.copies.add(ready.file(), ready.agreement().id, in_place=True).copy
    new = ready.file("heel-iets-anders.xlsx", b"andere inhoud " * 400)
    with ready.app.office.change() as work:  # as when the registered file was deleted by hand and `new` got its number
        from dataclasses import replace

        work.session.copies.update(replace(ready.copy(copy.id), identity=facts(ready, new).identity))
    Path(copy.path or "").unlink()
    assert not ready.app.intake.is_registered(facts(ready, new))
    assert ready.judged(new, ready.judgement()) == 1


def test_a_new_file_with_the_number_of_one_that_waits_sealed_is_a_finding_of_its_own(ready: Laptop) -> None:
    """VR-P3"""
    finding = ready.finding()
    ready.app.findings.ask([finding.id], f"eva@{DOMAIN}")
    new = ready.file("nieuw.xlsx")
    with ready.app.office.change() as work:
        from dataclasses import replace

        waiting = work.session.findings.get(finding.id)
        work.session.findings.update(replace(waiting, identity=facts(ready, new).identity))
    assert not ready.app.intake.is_registered(facts(ready, new))
    assert ready.judged(new, ready.judgement()) == 1
    assert ready.app.findings.show(finding.id).path == finding.path


def test_the_same_name_downloaded_again_while_the_first_waits_is_a_new_finding(ready: Laptop) -> None:
    finding = ready.finding()
    ready.app.findings.ask([finding.id], f"eva@{DOMAIN}")
    again = ready.file(content=b"een nieuwe versie " * 200)
    assert ready.judged(again, ready.judgement()) == 1
    states = sorted(f.state.value for f in ready.app.findings.list())
    assert states == ["open", "waiting"]


def test_a_finding_whose_file_vanished_is_closed_quietly_but_never_one_that_waits(ready: Laptop) -> None:
    gone, asked = ready.finding(ready.file("a.xlsx")), ready.finding(ready.file("b.xlsx"))
    ready.app.findings.ask([asked.id], f"eva@{DOMAIN}")
    Path(gone.path).unlink()
    for finding in (gone, asked):
        ready.app.intake.vanished(Path(finding.path))
    assert [f.id for f in ready.app.findings.list()] == [asked.id]


def test_a_registered_copy_that_vanished_is_not_called_gone(ready: Laptop) -> None:
    """VR-P4: it must be proven."""
    copy = ready.app.copies.add(ready.file(), ready.agreement().id, in_place=True).copy
    Path(copy.path or "").unlink()
    ready.app.intake.vanished(Path(copy.path or ""))
    assert ready.copy(copy.id).is_live


def test_a_finding_that_moved_unseen_keeps_its_term_at_its_new_place(ready: Laptop) -> None:
    """VR-P3: also when its whole folder was renamed."""
    finding = ready.finding(ready.file("map/a.xlsx"))
    new = ready.downloads / "andere map" / "a.xlsx"
    Path(finding.path).parent.rename(new.parent)
    (folder,) = ready.app.intake.folders()
    ready.app.intake.looked(folder.id)  # the walk ended, what it met is judged a moment later
    assert not ready.app.intake.is_registered(facts(ready, new))
    ready.passes(HOUR)
    assert ready.judged(new, ready.judgement()) == 0
    ready.app.intake.looked(folder.id)
    (moved,) = ready.app.findings.list()
    assert (moved.id, moved.path, moved.decide_by) == (finding.id, str(new), finding.decide_by)


def test_a_finding_whose_file_two_walks_did_not_see_is_closed(ready: Laptop) -> None:
    gone, elsewhere = ready.finding(ready.file("a.xlsx")), ready.finding(ready.file("b.xlsx", folder=ready.home / "x"))
    for finding in (gone, elsewhere):
        Path(finding.path).unlink()
    (folder,) = ready.app.intake.folders()
    ready.app.intake.looked(folder.id)
    assert len(ready.app.findings.list()) == 2
    ready.app.intake.looked(folder.id)
    assert [f.id for f in ready.app.findings.list()] == [elsewhere.id]  # nobody walked where that one was
    assert len(ready.events("finding.vanished")) == 1


def test_a_finding_whose_content_changed_unseen_is_looked_at_again(ready: Laptop) -> None:
    finding = ready.finding()
    path = Path(finding.path)
    assert ready.app.intake.is_registered(facts(ready, path))
    path.write_bytes(b"een langere inhoud dan eerst " * 500)
    assert not ready.app.intake.is_registered(facts(ready, path))
