"""The seven ways to resolve findings: one, several, a group; and what must not happen on the way."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.agreement import Place
from app.domain.copy import CopyState, Location
from app.domain.deletion import Outcome
from app.domain.errors import InputError, NotFoundError
from app.domain.finding import Finding, FindingState, Judgement, Reason, ReasonType, ResolvedHow, Verdict
from app.domain.folder import FolderKind
from app.domain.ports import PlaceInfo, PlaceKind
from tests.actions.laptop import CLIENT, DAY, DOMAIN, GOAL, WEEK, Laptop

MAIL = f"eva@{DOMAIN}"


@pytest.fixture
def ready(laptop: Laptop) -> Laptop:
    laptop.client()
    laptop.client("Waterschap", domains=("waterschap.example",), contacts=())
    laptop.project()
    laptop.project("W1", "Waterschap")
    laptop.watch()
    return laptop


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(InputError) as error:
        act()
    assert error.value.exit_code == 2
    return error.value.message.id


def group_of(laptop: Laptop, count: int = 3, **judgement: object) -> list[Finding]:
    return [laptop.finding(laptop.file(f"blad {n}.xlsx"), group="a" * 26, **judgement) for n in range(count)]


def how(laptop: Laptop, finding: Finding) -> ResolvedHow:
    resolution = laptop.app.findings.show(finding.id).resolution
    assert resolution is not None
    return resolution.how


# -- one, several, a group -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pick", ["one", "several", "group", "start"])
def test_each_way_takes_ids_of_findings_and_groups(ready: Laptop, pick: str) -> None:
    """Contract: ids of findings or groups, or their start."""
    findings = group_of(ready)
    starts = {
        "one": [findings[0].id],
        "several": [f.id for f in findings] * 2,
        "group": [findings[0].group],
        "start": [findings[0].group[:6], findings[0].id[:8]],
    }[pick]
    done = ready.app.findings.seal(starts, ready.agreement().id)
    assert len(done) == (1 if pick == "one" else 3)
    assert {item.finding.state for item in done} == {FindingState.RESOLVED}
    assert len(ready.app.findings.list(only_open=True)) == (2 if pick == "one" else 0)


def test_sealing_puts_it_in_the_vault_with_the_agreements_end(ready: Laptop) -> None:
    """VR-P1a, VR-P3: only now the original goes, and the copy carries its agreement."""
    finding = ready.finding()
    agreement = ready.agreement(valid_until=ready.now + DAY)
    (done,) = ready.app.findings.seal([finding.id], agreement.id)
    assert done.copy_id is not None
    copy = ready.copy(done.copy_id)
    assert (copy.location, copy.due_at, copy.sha256) == (Location.VAULT, agreement.valid_until, finding.sha256)
    assert not Path(finding.path).exists()
    assert how(ready, finding) is ResolvedHow.SEALED
    assert done.finding.project_id == agreement.project_id
    assert [e.data and e.data["agreement"] for e in ready.events("finding.resolved")] == [agreement.id]


def test_keeping_registers_it_where_it_stands(ready: Laptop) -> None:
    finding = ready.finding()
    (done,) = ready.app.findings.keep([finding.id], ready.agreement().id)
    assert done.copy_id is not None
    copy = ready.copy(done.copy_id)
    assert (copy.location, copy.path, copy.sha256) == (Location.IN_PLACE, finding.path, finding.sha256)
    closed_at = ready.app.projects.close("P1").closed_at
    assert ready.copy(copy.id).due_at == closed_at + WEEK
    ready.passes(WEEK)
    assert [item.outcome for item in ready.app.deletion.run_due().items] == [Outcome.DELETED]
    assert not Path(finding.path).exists()


@pytest.mark.parametrize("way", ["delete", "returned"])
def test_deleting_and_returning_take_the_file_away(ready: Laptop, way: str) -> None:
    findings = group_of(ready)
    bystander = ready.file("blijft.xlsx")
    done = getattr(ready.app.findings, way)([findings[0].group])
    assert {item.finding.resolution.how.value for item in done} == {"deleted" if way == "delete" else "returned"}
    assert [Path(f.path).exists() for f in findings] == [False] * 3
    assert bystander.exists()
    assert [e.data for e in ready.events("finding.deleted")] == [{"result": "gone"}] * 3


def test_documentation_may_hold_business_contacts_only(ready: Laptop) -> None:
    """VR-P5a, VR-P5b"""
    fine = ready.finding(ready.file("plan.docx"), kinds={"name": 3, "email": 3, "phone": 2})
    private = ready.finding(ready.file("lijst.docx"), kinds={"name": 3, "bsn": 1})
    special = ready.finding(ready.file("ziek.docx"), kinds={"name": 1}, special=True)
    unread = ready.finding(ready.file("dicht.docx"), verdict=Verdict.UNREADABLE, kinds={}, error="encrypted")
    documentation = ready.app.findings.documentation
    assert refused(lambda: documentation([private.id], "P1")) == "finding.not-documentation"
    assert refused(lambda: documentation([special.id], "P1")) == "finding.not-documentation"
    assert refused(lambda: documentation([unread.id], "P1")) == "finding.unread"
    assert refused(lambda: documentation([fine.id, private.id], "P1")) == "finding.not-documentation"
    assert refused(lambda: documentation([fine.id], "W1")) == "finding.other-client"
    assert how_open(ready) == 4
    (done,) = documentation([fine.id], "p1")
    assert (how(ready, fine), done.finding.resolution and done.finding.resolution.reason) == (
        ResolvedHow.DOCUMENTATION,
        "P1",
    )
    assert Path(fine.path).exists()


def test_documentation_of_a_closed_project_or_of_a_file_that_changed_since_is_refused(ready: Laptop) -> None:
    """VR-P5b: what was looked at is what counts."""
    finding = ready.finding(ready.file("plan.docx"), kinds={"name": 3})
    Path(finding.path).write_bytes(b"met heel andere inhoud")
    assert refused(lambda: ready.app.findings.documentation([finding.id], "P1")) == "finding.changed"
    ready.judged(Path(finding.path), ready.judgement(kinds={"name": 1}))
    ready.app.projects.close("P1")
    assert refused(lambda: ready.app.findings.documentation([finding.id], "P1")) == "project.is-closed"


def how_open(laptop: Laptop) -> int:
    return len(laptop.app.findings.list(only_open=True))


def test_no_client_data_is_remembered_listed_and_taken_back(ready: Laptop) -> None:
    finding = ready.finding(client=None)
    with pytest.raises(InputError):
        ready.app.findings.not_client_data([finding.id], " ")
    ready.app.findings.not_client_data([finding.id], "Testbestand van de leverancier")
    (listed,) = [f for f in ready.app.findings.list() if f.resolution]
    assert listed.resolution is not None
    assert listed.resolution.reason == "Testbestand van de leverancier"
    ready.passes(3 * DAY)
    again = ready.app.findings.forget(finding.id)
    assert (again.state, again.found_at, again.decide_by) == (FindingState.OPEN, ready.now, ready.now + DAY)
    assert ready.judged(ready.file("kopie.xlsx", Path(finding.path).read_bytes()), ready.judgement(client=None)) == 1
    assert len(ready.events("finding.forgotten")) == 1


def test_taking_back_for_a_file_that_is_gone_opens_nothing(ready: Laptop) -> None:
    finding = ready.finding(client=None)
    ready.app.findings.not_client_data([finding.id], "Test")
    content = Path(finding.path).read_bytes()
    Path(finding.path).unlink()
    assert ready.app.findings.forget(finding.id).state is FindingState.RESOLVED
    assert ready.judged(ready.file("kopie.xlsx", content), ready.judgement(client=None)) == 1


def test_what_was_called_no_client_data_is_listed_for_as_long_as_it_counts(ready: Laptop) -> None:
    """Findings go half a year after they were resolved; one that still rules what is passed over does not."""
    harmless, sealed = ready.finding(ready.file("a.xlsx"), client=None), ready.finding(ready.file("b.xlsx"))
    ready.app.findings.not_client_data([harmless.id], "Test")
    ready.app.findings.delete([sealed.id])
    ready.passes(300 * DAY)
    ready.app.housekeeping.purge()
    assert [f.id for f in ready.app.findings.list()] == [harmless.id]
    before = ready.app.intake.context()[1]
    ready.passes(66 * DAY)
    ready.app.housekeeping.purge()
    ready.app.housekeeping.purge()
    assert ready.app.findings.list() == ()
    assert ready.app.intake.context()[1] != before  # its term is over: everything is looked at again


def test_only_what_was_called_harmless_can_be_taken_back(ready: Laptop) -> None:
    open_one, sealed = ready.finding(ready.file("a.xlsx")), ready.finding(ready.file("b.xlsx"))
    ready.app.findings.seal([sealed.id], ready.agreement().id)
    for finding in (open_one, sealed):
        assert refused(lambda f=finding: ready.app.findings.forget(f.id)) == "finding.not-forgettable"


# -- asking the client ---------------------------------------------------------------------------------------------------


def test_asking_puts_the_file_away_and_the_answer_brings_it_under_the_agreement(ready: Laptop) -> None:
    """VR-P3: waiting, then sealed under an agreement whose evidence is the answer."""
    content = b"loonlijst " * 300
    finding = ready.finding(ready.file(content=content))
    (asked,) = ready.app.findings.ask([finding.id], f"Eva Smit <{MAIL.upper()}>")
    waiting = ready.app.findings.show(finding.id)
    assert (waiting.state, waiting.asked_mail, waiting.decide_by) == (FindingState.WAITING, MAIL, ready.now + WEEK)
    assert waiting.original_gone
    assert not Path(finding.path).exists()
    assert asked.draft is not None
    assert Path(asked.draft).is_file()
    assert [(item.agreement_id, item.state) for item in ready.app.vault.list()] == [(None, "sealed")]
    assert content not in b"".join(p.read_bytes() for p in ready.data_dir.rglob("*") if p.is_file())
    key = f"waiting.{finding.id}"
    assert ready.keys.get(key) is not None

    agreement = ready.agreement(evidence=ready.mail("antwoord.eml", text="Akkoord tot het project klaar is"))
    (done,) = ready.app.findings.seal([finding.id], agreement.id)
    assert ready.keys.get(key) is None
    assert done.copy_id is not None
    assert ready.app.vault.open(done.copy_id)[1].read_bytes() == content
    assert (how(ready, finding), len(list((ready.data_dir / "vault").glob("*.age")))) == (ResolvedHow.SEALED, 1)
    ready.app.vault.seal_all()
    ready.app.projects.close("P1")
    ready.passes(WEEK)
    assert [item.outcome for item in ready.app.deletion.run_due().items] == [Outcome.DELETED]


def test_an_answer_of_no_destroys_key_and_sealed_file(ready: Laptop) -> None:
    finding = ready.finding()
    ready.app.findings.ask([finding.id], MAIL)
    ready.app.findings.delete([finding.id])
    assert how(ready, finding) is ResolvedHow.DELETED
    assert ready.keys.get(f"waiting.{finding.id}") is None
    assert list((ready.data_dir / "vault").glob("*.age")) == []
    assert ready.app.vault.list() == ()
    assert [e.data and e.data["purpose"] for e in ready.events("key.destroyed")] == ["waiting"]


def test_a_no_takes_away_an_original_that_could_not_go_when_it_was_sealed(
    ready: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    finding = ready.finding()
    with monkeypatch.context() as held:
        held.setattr(ready.app.sealing, "remove_unchanged", lambda path, facts: False)
        ready.app.findings.ask([finding.id], MAIL)
    assert not ready.app.findings.show(finding.id).original_gone
    assert Path(finding.path).exists()
    ready.app.findings.delete([finding.id])
    assert not Path(finding.path).exists()


def test_a_question_goes_to_the_client_of_the_file(ready: Laptop) -> None:
    ours, theirs = ready.finding(ready.file("a.xlsx")), ready.finding(ready.file("b.xlsx"), client="Waterschap")
    unknown = ready.finding(ready.file("c.xlsx"), client=None)
    ask = ready.app.findings.ask
    assert refused(lambda: ask([ours.id, theirs.id], MAIL)) == "asking.several-clients"
    assert refused(lambda: ask([theirs.id], MAIL)) == "asking.other-client"
    assert refused(lambda: ask([ours.id], "jan@anders.example")) == "asking.no-contact"
    assert refused(lambda: ask([ours.id], "geen adres")) == "input.mailbox"
    assert list((ready.data_dir / "drafts").iterdir()) == []
    assert how_open(ready) == 3
    ask([unknown.id], MAIL)
    waiting = ready.app.findings.show(unknown.id)
    assert waiting.client_id == ours.client_id  # from now on it is this client's, and no other's agreement covers it
    assert refused(lambda: ready.app.findings.seal([unknown.id], ready.agreement("W1", **WATER).id)) == (
        "agreement.other-client"
    )


WATER: dict[str, object] = {"agreed_with": "Jan <jan@waterschap.example>"}


def test_what_waits_can_only_be_answered_or_removed(ready: Laptop) -> None:
    finding = ready.finding(kinds={"name": 1})
    ready.app.findings.ask([finding.id], MAIL)
    app, agreement = ready.app.findings, ready.agreement()
    assert refused(lambda: app.ask([finding.id], MAIL)) == "finding.waiting-already"
    assert refused(lambda: app.keep([finding.id], agreement.id)) == "finding.waiting-seal"
    assert refused(lambda: app.documentation([finding.id], "P1")) == "finding.waiting-already"
    assert refused(lambda: app.not_client_data([finding.id], "toch niet")) == "finding.waiting-already"


def test_when_the_first_file_cannot_be_put_away_there_is_no_draft(ready: Laptop) -> None:
    finding = ready.finding()
    Path(finding.path).unlink()
    assert refused(lambda: ready.app.findings.ask([finding.id], MAIL)) == "file.missing"
    assert list((ready.data_dir / "drafts").iterdir()) == []
    assert ready.keys.get(f"waiting.{finding.id}") is None


# -- the agreement must fit ----------------------------------------------------------------------------------------------


def test_an_agreement_of_another_client_place_or_time_does_not_cover_it(ready: Laptop) -> None:
    """VR-P3"""
    finding = ready.finding()
    seal, keep = ready.app.findings.seal, ready.app.findings.keep
    other = ready.agreement("W1", **WATER)
    cloud = ready.agreement(place=Place.OFFICE365)
    short = ready.agreement(valid_until=ready.now + DAY)
    for way in (seal, keep):
        assert refused(lambda way=way: way([finding.id], other.id)) == "agreement.other-client"
        assert refused(lambda way=way: way([finding.id], cloud.id)) == "agreement.other-place"
        with pytest.raises(NotFoundError):
            way([finding.id], "zzzzzz")
    ready.passes(DAY)
    for way in (seal, keep):
        assert refused(lambda way=way: way([finding.id], short.id)) == "agreement.ended"
    assert Path(finding.path).exists()
    assert ready.app.copies.list() == ()


def test_a_file_in_the_firms_cloud_folder_may_stay_under_an_agreement_for_office_365(ready: Laptop) -> None:
    """VR-U5b"""
    finding = ready.finding()
    cloud = ready.agreement(place=Place.OFFICE365)
    ready.places.told[ready.downloads] = PlaceInfo(kind=PlaceKind.SYNCHRONISED, synchronised_by="OneDrive")
    (done,) = ready.app.findings.keep([finding.id], cloud.id)
    assert done.copy_id is not None
    assert ready.copy(done.copy_id).location is Location.IN_PLACE


def test_findings_of_several_clients_are_not_sealed_under_one_agreement(ready: Laptop) -> None:
    ours, theirs = ready.finding(ready.file("a.xlsx")), ready.finding(ready.file("b.xlsx"), client="Waterschap")
    assert (
        refused(lambda: ready.app.findings.seal([ours.id, theirs.id], ready.agreement().id)) == "agreement.other-client"
    )
    assert how_open(ready) == 2


# -- between finding and deciding ----------------------------------------------------------------------------------------


WAYS: dict[str, Callable[[Laptop, Finding], object]] = {
    "seal": lambda lap, f: lap.app.findings.seal([f.id], lap.agreement().id),
    "keep": lambda lap, f: lap.app.findings.keep([f.id], lap.agreement().id),
    "ask": lambda lap, f: lap.app.findings.ask([f.id], MAIL),
    "delete": lambda lap, f: lap.app.findings.delete([f.id]),
    "returned": lambda lap, f: lap.app.findings.returned([f.id]),
    "not_client_data": lambda lap, f: lap.app.findings.not_client_data([f.id], "test"),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_file_that_was_replaced_since_is_left_alone(ready: Laptop, way: str) -> None:
    finding = ready.finding()
    path = Path(finding.path)
    path.unlink()
    ready.file("tussen.txt", b"houdt het oude nummer bezet")
    path.write_bytes(b"een ander document " * 50)
    assert refused(lambda: WAYS[way](ready, finding)) in (
        "finding.other-file",
        "deletion.other-file",
        "finding.changed",
    )
    assert path.read_bytes() == b"een ander document " * 50
    assert ready.app.findings.show(finding.id).state is FindingState.OPEN
    assert ready.app.copies.list() == ()


@pytest.mark.parametrize("way", ["delete", "returned", "not_client_data"])
def test_content_that_changed_in_place_since_is_not_decided_about(ready: Laptop, way: str) -> None:
    """What a person saw was another content; a look at the file settles it."""
    finding = ready.finding()
    path = Path(finding.path)
    path.write_bytes(b"hier staat nu mijn eigen werk " * 20)
    assert refused(lambda: WAYS[way](ready, finding)) == "finding.changed"
    assert path.exists()
    ready.judged(path, ready.judgement())
    WAYS[way](ready, finding)
    assert ready.app.findings.show(finding.id).state is FindingState.RESOLVED


@pytest.mark.parametrize("way", WAYS)
def test_a_save_by_rename_of_the_same_content_disturbs_nobody(ready: Laptop, way: str) -> None:
    finding = ready.finding()
    path = Path(finding.path)
    copy = path.with_name("kopie")
    shutil.copyfile(path, copy)
    os.replace(copy, path)  # noqa: PTH105
    WAYS[way](ready, finding)
    assert ready.app.findings.show(finding.id).state is not FindingState.OPEN
    assert path.exists() == (way in ("keep", "not_client_data"))


@pytest.mark.parametrize("way", ["seal", "keep", "ask", "not_client_data"])
def test_a_file_that_vanished_cannot_be_kept(ready: Laptop, way: str) -> None:
    finding = ready.finding()
    Path(finding.path).unlink()
    assert refused(lambda: WAYS[way](ready, finding)) == "file.missing"


@pytest.mark.parametrize("way", ["delete", "returned"])
def test_a_file_that_vanished_is_gone(ready: Laptop, way: str) -> None:
    finding = ready.finding()
    Path(finding.path).unlink()
    WAYS[way](ready, finding)
    assert ready.app.findings.show(finding.id).state is FindingState.RESOLVED
    assert [e.data for e in ready.events("finding.deleted")] == [{"result": "missing"}]


def test_the_guard_may_see_the_file_go_while_it_is_being_deleted(
    ready: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    finding = ready.finding()
    erase = ready.app.files.erase

    def erase_seen_by_the_guard(path: Path, identity: object) -> object:
        erased = erase(path, identity)  # type: ignore[arg-type]
        ready.app.intake.vanished(path)
        return erased

    monkeypatch.setattr(ready.app.files, "erase", erase_seen_by_the_guard)
    ready.app.findings.delete([finding.id])
    assert how(ready, finding) is ResolvedHow.DELETED


def test_all_are_looked_into_before_the_first_is_acted_on(ready: Laptop) -> None:
    findings = group_of(ready)
    path = Path(findings[-1].path)
    path.write_bytes(b"intussen iets anders")
    assert refused(lambda: ready.app.findings.delete([findings[0].group])) == "finding.changed"
    assert all(Path(f.path).exists() for f in findings)
    path.unlink()
    assert refused(lambda: ready.app.findings.seal([findings[0].group], ready.agreement().id)) == "file.missing"
    assert how_open(ready) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows, and Wine makes none")
def test_a_link_in_the_place_of_the_file_is_not_followed(ready: Laptop) -> None:
    finding = ready.finding()
    precious = ready.file("kostbaar.txt", folder=ready.root / "elders")
    path = Path(finding.path)
    path.unlink()
    path.symlink_to(precious)
    for way in ("seal", "keep", "ask"):
        assert refused(lambda way=way: WAYS[way](ready, finding)) == "file.missing"
    assert refused(lambda: ready.app.findings.delete([finding.id])) == "deletion.other-file"
    assert precious.exists()
    assert path.is_symlink()


def test_what_was_decided_is_not_decided_again(ready: Laptop) -> None:
    finding = ready.finding()
    ready.app.findings.delete([finding.id])
    for way in WAYS:
        assert refused(lambda way=way: WAYS[way](ready, finding)) == "finding.resolved-already"


def test_of_two_processes_that_decide_at_once_the_second_hears_it(ready: Laptop) -> None:
    finding = ready.finding()
    other = ready.again()
    picked = other.findings.pick([finding.id])
    ready.app.findings.not_client_data([finding.id], "eerst")
    other.findings.pick = lambda starts: picked  # type: ignore[method-assign]  # it looked just before
    assert refused(lambda: other.findings.not_client_data([finding.id], "daarna")) == "finding.resolved-already"
    assert len(ready.events("finding.resolved")) == 1


# -- client places -------------------------------------------------------------------------------------------------------


@pytest.fixture
def place(ready: Laptop) -> Finding:
    """The client's own storage, synchronised to this laptop."""
    folder = ready.home / "Gemeente - Documenten"
    ready.file("beleid.docx", folder=folder)
    tenant = "11111111-2222-3333-4444-555555555555"
    from tests.actions.laptop import details

    ready.app.clients.change(CLIENT, details(tenant_ids=(tenant,)))
    ready.places.told[folder] = PlaceInfo(kind=PlaceKind.SYNCHRONISED, synchronised_by="OneDrive", tenant_id=tenant)
    added = ready.app.folders.add(folder)
    assert added.kind is FolderKind.CLIENT_PLACE
    for _ in range(3):
        ready.app.intake.place(added)
    (finding,) = ready.app.findings.list(only_open=True)
    return finding


def test_a_client_place_is_one_finding(ready: Laptop, place: Finding) -> None:
    """VR-P1b"""
    assert (place.is_place, place.path, place.kinds) == (True, str(ready.home / "Gemeente - Documenten"), {})
    assert [e.data and e.data["kind"] for e in ready.events("env.matched")] == ["synchronised"]


@pytest.mark.parametrize("way", ["seal", "ask", "delete", "returned", "not_client_data"])
def test_nothing_in_a_client_place_is_touched(ready: Laptop, place: Finding, way: str) -> None:
    """VR-P1b: the remedy is to stop the sync, or an agreement for the place."""
    assert refused(lambda: WAYS[way](ready, place)) == "place.stop-sync"
    assert refused(lambda: ready.app.findings.documentation([place.id], "P1")) == "place.stop-sync"
    assert (Path(place.path) / "beleid.docx").exists()


def test_an_agreement_for_the_place_is_attested_in_the_end_and_never_touches_it(ready: Laptop, place: Finding) -> None:
    (done,) = ready.app.findings.keep([place.id], ready.agreement().id)
    assert done.copy_id is not None
    assert ready.copy(done.copy_id).location is Location.ELSEWHERE
    (folder,) = [f for f in ready.app.folders.list() if f.kind is FolderKind.CLIENT_PLACE]
    ready.app.intake.place(folder)
    assert how_open(ready) == 0
    ready.app.projects.close("P1")
    ready.passes(WEEK)
    assert [item.outcome for item in ready.app.deletion.run_due().items] == [Outcome.ASKED]
    assert ready.app.copies.show(done.copy_id).state is CopyState.OVERDUE
    assert (Path(place.path) / "beleid.docx").exists()
    ready.app.copies.confirm(done.copy_id)
    assert ready.copy(done.copy_id).state is CopyState.DELETED
    ready.app.intake.place(folder)  # it is still there, and under no agreement any more
    assert how_open(ready) == 1


def test_a_place_is_settled_when_the_sync_was_stopped(ready: Laptop, place: Finding) -> None:
    ready.places.told.clear()  # OneDrive was unlinked; what it had brought still lies there
    ready.app.findings.returned([place.id])
    assert how(ready, place) is ResolvedHow.RETURNED
    kinds = {f.path: f.kind for f in ready.app.folders.list()}
    assert kinds[place.path] is FolderKind.WATCHED
    assert ready.judged(Path(place.path) / "beleid.docx", ready.judgement()) == 1


def test_a_place_whose_folder_is_gone_is_settled(ready: Laptop, place: Finding) -> None:
    shutil.rmtree(place.path)
    ready.app.findings.delete([place.id])
    assert how(ready, place) is ResolvedHow.DELETED


def test_a_folder_that_turns_out_to_be_the_clients_becomes_one_finding(ready: Laptop) -> None:
    """VR-P1b: the register grew; findings in it were of files that never were copies."""
    from tests.actions.laptop import details

    ready.finding(ready.file("a.xlsx"))
    ready.finding(ready.file("b.xlsx"))
    other = ready.finding(ready.file("c.xlsx", folder=ready.home / "Documenten"))
    ready.app.clients.change(CLIENT, details(mounts=(str(ready.downloads),)))
    (changed,) = ready.app.folders.recognise_client_places()
    ready.app.intake.place(changed)
    assert {(f.path, f.is_place) for f in ready.app.findings.list(only_open=True)} == {
        (str(ready.downloads), True),
        (other.path, False),
    }


def test_nothing_on_a_network_path_is_deleted_moved_or_sealed(ready: Laptop) -> None:
    finding = ready.finding()
    ready.places.told[ready.downloads] = PlaceInfo(kind=PlaceKind.NETWORK, share="//nas/prive")
    for way in ("seal", "ask", "delete", "returned"):
        assert refused(lambda way=way: WAYS[way](ready, finding)) == "place.network"
    assert Path(finding.path).exists()


def test_what_blocks_a_deletion_is_said_and_the_finding_stays(ready: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    from app.domain.deletion import Erased, EraseResult

    finding = ready.finding()
    blocked = Erased(result=EraseResult.BLOCKED, detail="EBUSY")
    monkeypatch.setattr(ready.app.files, "erase", lambda path, identity: blocked)
    monkeypatch.setattr(ready.app.files, "holders", lambda path: ("soffice.bin",))
    with pytest.raises(InputError) as error:
        ready.app.findings.delete([finding.id])
    assert error.value.message.arguments["why"] == "soffice.bin"
    assert ready.app.findings.show(finding.id).state is FindingState.OPEN
    with ready.app.office.look() as session:
        assert session.notes.listing("erasing.") == {}


def test_origin_alone_makes_a_finding_that_can_be_resolved(ready: Laptop) -> None:
    told = Judgement(
        verdict=Verdict.CLIENT_DATA,
        reasons=(Reason(type=ReasonType.ORIGIN, detail=DOMAIN),),
        client_id=ready.app.clients.list()[0].id,
    )
    ready.judged(ready.file("menu.pdf"), told)
    (finding,) = ready.app.findings.list(only_open=True)
    assert finding.project_id == ready.app.projects.show("P1").project.id
    ready.app.findings.documentation([finding.id], "P1")
    assert ready.agreement(purpose=GOAL).project_id == finding.project_id


@pytest.mark.skipif(sys.platform == "win32", reason="the lists of Linux desktops")
@pytest.mark.parametrize("remove", ["delete", "returned"])
def test_a_file_that_is_removed_leaves_no_name_on_the_desktop(ready: Laptop, remove: str) -> None:
    """VR-P4"""
    finding = ready.finding()
    entry = f'<xbel>\n<bookmark href="file://{finding.path}">\n</bookmark>\n</xbel>\n'.encode()
    listed = ready.file("recently-used.xbel", entry, folder=ready.home / ".local/share")
    getattr(ready.app.findings, remove)([finding.id])
    assert listed.read_bytes() == b"<xbel>\n</xbel>\n"
