"""VR-R1: records are not deleted before their term without the client's request, and never while client data is there."""

from __future__ import annotations

import pytest

from app.actions.retention import RetentionBlocked
from app.domain.deletion import ResidualKind
from app.domain.document import Document, DocumentState, Filed
from app.domain.errors import InputError
from app.domain.identity import new_id
from app.domain.messages import msg
from app.domain.remote_errors import SignInNeeded
from app.domain.remote_files import CloudRemoval, RemoteFile
from app.domain.retention import RetentionState
from app.domain.rules import RuleState
from tests.actions.cloud import FakeCloud, give_cloud
from tests.actions.laptop import DAY, WEEK, Laptop, refused
from tests.fakes import START

TWO_YEARS = 731 * DAY
S = RetentionState


@pytest.fixture
def closed(laptop: Laptop) -> Laptop:
    laptop.usual()
    laptop.app.projects.close("P1")
    return laptop


def rule(laptop: Laptop) -> tuple[RuleState, int]:
    return next((r.state, r.count) for r in laptop.app.status.status().rules if r.id == "VR-R1")


def evidence(laptop: Laptop) -> int:
    return len(list((laptop.data_dir / "evidence").glob("*.age")))


def trusted(laptop: Laptop) -> None:
    """Years pass while the laptop is used now and then."""
    laptop.passes(TWO_YEARS)


class TestWithinTheTerm:
    def test_neither_deleting_nor_letting_go_is_possible_and_it_is_written_down(self, closed: Laptop) -> None:
        for attempt in (
            lambda: closed.app.retention.delete_records("P1", confirmed=True),
            lambda: closed.app.retention.delete_records("P1", confirmed=False),
            lambda: closed.app.retention.release("P1"),
        ):
            with pytest.raises(RetentionBlocked) as error:
                attempt()
            assert refused(error) == "retention.blocked-until"
        entries = closed.events("retention.blocked")
        assert {(e.outcome, e.data["reason"] if e.data else "") for e in entries} == {("refused", "kept")}
        assert len(entries) == 3
        assert evidence(closed) == 1

    def test_a_running_project_keeps_its_records(self, laptop: Laptop) -> None:
        laptop.usual()
        with pytest.raises(RetentionBlocked) as error:
            laptop.app.retention.delete_records("P1", confirmed=True)
        assert refused(error) == "retention.blocked-active"
        assert rule(laptop)[0] is RuleState.NOT_APPLICABLE

    def test_the_client_may_ask_at_any_time_with_evidence(self, closed: Laptop) -> None:
        closed.app.projects.client_request("P1", closed.mail("verzoek.eml", text="Graag alles verwijderen."))
        assert closed.app.retention.show("P1").state is S.CLIENT_ASKED
        plan = closed.app.retention.delete_records("P1", confirmed=False)
        assert (plan.dry_run, plan.evidence) == (True, 1)
        assert evidence(closed) == 2, "a plan deletes nothing"
        done = closed.app.retention.delete_records("P1", confirmed=True)
        assert (done.dry_run, done.row.state) == (False, S.DELETED)
        assert evidence(closed) == 1, "the request itself stays as proof"
        assert [e.data for e in closed.events("records.deleted")] == [{"count": 1, "documents": 0}]
        with pytest.raises(InputError) as error:
            closed.app.retention.delete_records("P1", confirmed=True)
        assert refused(error) == "retention.deleted-already"


class TestAfterTheTerm:
    def test_a_review_is_due_then_attention_after_another_year(self, closed: Laptop) -> None:
        assert rule(closed) == (RuleState.OK, 1)
        trusted(closed)
        assert closed.app.retention.show("P1").state is S.REVIEW_DUE
        assert rule(closed)[0] is RuleState.OK
        closed.passes(366 * DAY)
        assert closed.app.retention.show("P1").state is S.UNDECIDED
        assert rule(closed) == (RuleState.ATTENTION, 1)

    def test_kept_longer_with_a_reason(self, closed: Laptop) -> None:
        until = closed.now + TWO_YEARS + 300 * DAY
        with pytest.raises(InputError):
            closed.app.retention.keep("P1", until, "")
        with pytest.raises(InputError) as error:
            closed.app.retention.keep("P1", closed.now + 300 * DAY, "lopende vraag")
        assert refused(error) == "retention.within-term"
        row = closed.app.retention.keep("P1", until, "lopende vraag")
        assert (row.keep_until, row.reason) == (until, "lopende vraag")
        trusted(closed)
        assert closed.app.retention.show("P1").state is S.KEPT
        assert "lopende" not in str(closed.events("retention.decided"))

    def test_undecided_records_are_let_go_first(self, closed: Laptop) -> None:
        trusted(closed)
        with pytest.raises(RetentionBlocked) as error:
            closed.app.retention.delete_records("P1", confirmed=True)
        assert refused(error) == "retention.blocked-undecided"
        closed.app.retention.release("P1")
        assert closed.app.retention.delete_records("P1", confirmed=True).row.state is S.DELETED

    def test_folders_are_no_longer_filed_and_their_files_stay(self, laptop: Laptop) -> None:
        laptop.usual()
        folder = laptop.home / "P1"
        plan = laptop.file("plan.docx", folder=folder)
        laptop.app.projects.change("P1", documents=(folder,))
        laptop.app.projects.close("P1")
        trusted(laptop)
        laptop.app.retention.release("P1")
        done = laptop.app.retention.delete_records("P1", confirmed=True)
        assert done.documents == (str(folder),)
        assert laptop.app.projects.show("P1").project.documents == ()
        assert plan.exists()


class TestOfWhatWasFiled:
    @pytest.fixture
    def cloud(self, closed: Laptop) -> FakeCloud:
        """Two documents were filed; the client asked for deletion."""
        cloud = give_cloud(closed)
        closed.app.__dict__["_site_drive"] = lambda: "drive-1"
        closed.app.projects.client_request("P1", closed.mail("verzoek.eml", text="Graag alles verwijderen."))
        project_id = closed.app.projects.show("P1").project.id
        with closed.app.office.change() as work:
            work.session.documents.save_all([filed(project_id, "a"), filed(project_id, "b")])
        return cloud

    def test_it_stays_unless_that_is_asked_for(self, closed: Laptop, cloud: FakeCloud) -> None:
        assert closed.app.retention.delete_records("P1", confirmed=False).filed == 2
        closed.app.retention.delete_records("P1", confirmed=True)
        assert cloud.calls == []

    def test_it_is_removed_by_its_ids(self, closed: Laptop, cloud: FakeCloud) -> None:
        done = closed.app.retention.delete_records("P1", confirmed=True, with_filed=True)
        assert done.removal is not None
        assert (dict(done.removal.answers), done.removal.residuals) == ({CloudRemoval.GONE: 2}, ())
        assert cloud.gone == {"a", "b"}
        assert done.row.state is S.DELETED
        with closed.app.office.look() as session:
            assert session.documents.of_project(closed.app.projects.show("P1").project.id) == []
        assert [e.data for e in closed.events("records.removed-there")] == [{"answers": {"gone": 2}, "failed": 0}]

    @pytest.mark.parametrize("answer", [CloudRemoval.ON_HOLD, CloudRemoval.IS_RECORD])
    def test_what_a_rule_keeps_is_a_residual(self, closed: Laptop, cloud: FakeCloud, answer: CloudRemoval) -> None:
        cloud.answer = answer
        done = closed.app.retention.delete_records("P1", confirmed=True, with_filed=True)
        assert done.removal is not None
        assert [(r.kind, r.until) for r in done.removal.residuals] == [(ResidualKind.CLOUD_HOLD, None)]

    def test_what_could_not_be_asked_for_waits_and_so_do_the_papers(self, closed: Laptop, cloud: FakeCloud) -> None:
        cloud.trouble = SignInNeeded(msg("remote.missing", folder="x"))
        done = closed.app.retention.delete_records("P1", confirmed=True, with_filed=True)
        assert done.removal is not None
        assert (done.removal.failed, done.row.state) == (2, S.CLIENT_ASKED)
        assert evidence(closed) == 2
        cloud.trouble = None
        done = closed.app.retention.delete_records("P1", confirmed=True, with_filed=True)
        assert done.row.state is S.DELETED

    def test_within_the_term_nothing_of_it_is_touched(self, laptop: Laptop) -> None:
        cloud = give_cloud(laptop)
        laptop.usual()
        laptop.app.projects.close("P1")
        with pytest.raises(RetentionBlocked):
            laptop.app.retention.delete_records("P1", confirmed=True, with_filed=True)
        assert cloud.calls == []


def filed(project_id: str, name: str) -> Document:
    remote = RemoteFile(id=name, path=f"{name}.docx", size_bytes=1, version="1", content_version="1")
    return Document(
        id=new_id(),
        project_id=project_id,
        path=f"/home/robin/P1/{name}.docx",
        remote_path=f"{name}.docx",
        state=DocumentState.FILED,
        at=START,
        filed=Filed(sha256="0" * 64, remote=remote, at=START),
        remote=remote,
    )


def test_client_data_goes_first(laptop: Laptop) -> None:
    agreement = laptop.usual(hold=True)
    laptop.sealed(agreement)
    laptop.app.projects.close("P1")
    laptop.passes(2 * WEEK)
    laptop.app.projects.client_request("P1", laptop.mail("verzoek.eml", text="Graag alles verwijderen."))
    with pytest.raises(InputError) as error:
        laptop.app.retention.delete_records("P1", confirmed=True)
    assert refused(error) == "retention.copies-left"


def test_a_deletion_that_was_cut_off_is_done_again(closed: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    closed.app.projects.client_request("P1", closed.mail("verzoek.eml", text="Graag alles verwijderen."))

    class Killed(BaseException):
        pass

    def killed(_file_id: str) -> bool:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(closed.app._vault, "discard_evidence", killed)
        with pytest.raises(Killed):
            closed.app.retention.delete_records("P1", confirmed=True)
    assert closed.app.retention.show("P1").state is S.CLIENT_ASKED
    assert closed.app.retention.delete_records("P1", confirmed=True).row.state is S.DELETED
