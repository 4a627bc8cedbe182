"""VR-U5b: copies in the firm's cloud are followed by id, removed at their deadline, and told until nothing is left."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.actions.deletion import DeletionRun
from app.domain.agreement import Agreement, Place
from app.domain.certificate import DeclaredOutcome, IssuedCertificate
from app.domain.cloud_copy import CLOUD_BIN
from app.domain.copy import CopyState, Location, OutsideCopy
from app.domain.deletion import Outcome, ResidualKind
from app.domain.errors import AssistantError, InputError
from app.domain.messages import msg
from app.domain.remote_errors import (
    RemoteLocked,
    RemoteOnHold,
    RemoteRefused,
    RemoteThrottled,
    RemoteUnreachable,
    SignInNeeded,
)
from app.domain.remote_files import CloudItem, CloudRemoval
from tests.actions.cloud import FakeCloud, give_cloud, in_own_drive, item, redirect
from tests.actions.laptop import DAY, HOUR, WEEK, Laptop, refused
from tests.fakes import START

ADDRESS = "https://firma.sharepoint.com/sites/Klant/Gedeelde%20documenten/salarissen.xlsx"
WORD = msg("remote.missing", folder="Microsoft 365")


@pytest.fixture
def cloud(laptop: Laptop) -> FakeCloud:
    return give_cloud(laptop)


@pytest.fixture
def agreement(laptop: Laptop) -> Agreement:
    return laptop.usual(place=Place.OFFICE365)


def added(laptop: Laptop, cloud: FakeCloud, agreement: Agreement, told: str = ADDRESS) -> OutsideCopy:
    cloud.shared.setdefault(told, item())
    return laptop.app.copies.add_elsewhere(told, agreement.id).copy


def due(laptop: Laptop, agreement: Agreement) -> DeletionRun:
    """The purpose is met and its week is over."""
    laptop.app.agreements.fulfilled(agreement.id)
    laptop.passes(WEEK)
    return laptop.app.deletion.run_due()


def declared(laptop: Laptop, run: DeletionRun) -> IssuedCertificate:
    (id_,) = run.certificates
    return laptop.app.certificates.show(id_)


def followed(laptop: Laptop, copy: OutsideCopy) -> CloudItem | None:
    with laptop.app.office.look() as session:
        row = session.cloud_copies.find(copy.id)
    return None if row is None else row.item


class TestFinding:
    def test_an_address_is_followed_by_id_and_named_as_the_file_is(
        self, laptop: Laptop, cloud: FakeCloud, agreement: Agreement
    ) -> None:
        copy = added(laptop, cloud, agreement)
        assert (copy.location, copy.name) == (Location.OFFICE365, "salarissen.xlsx")
        assert followed(laptop, copy) == item()
        assert [entry.data for entry in laptop.events("cloud.found")] == [{"kind": "address"}]

    def test_a_path_in_the_own_onedrive_is_followed_too(
        self, laptop: Laptop, cloud: FakeCloud, agreement: Agreement
    ) -> None:
        cloud.own["Documenten/salarissen.xlsx"] = item()
        copy = laptop.app.copies.add_elsewhere("Documenten\\salarissen.xlsx", agreement.id).copy
        assert followed(laptop, copy) == item()

    def test_words_are_no_place_and_stay_for_a_person_to_attest(
        self, laptop: Laptop, cloud: FakeCloud, agreement: Agreement
    ) -> None:
        copy = laptop.app.copies.add_elsewhere("in de gedeelde postbus", agreement.id).copy
        assert cloud.calls == []
        assert due(laptop, agreement).items[0].outcome is Outcome.ASKED
        assert laptop.app.copies.confirm(copy.id).copy.method == "attested"

    def test_a_sharing_link_is_a_secret_and_no_name(
        self, laptop: Laptop, cloud: FakeCloud, agreement: Agreement
    ) -> None:
        link = "https://firma.sharepoint.com/:x:/s/Klant/EaBcDeFgHiJk?e=abc123"
        copy = laptop.app.copies.add_elsewhere(link, agreement.id).copy
        assert copy.name == "firma.sharepoint.com"

    def test_without_a_tenant_nothing_is_asked_and_a_person_attests(self, laptop: Laptop) -> None:
        agreement = laptop.usual(place=Place.OFFICE365)
        laptop.app.copies.add_elsewhere(ADDRESS, agreement.id)
        run = due(laptop, agreement)
        assert [i.outcome for i in run.items] == [Outcome.ASKED]

    def test_what_could_not_be_looked_for_is_found_later_and_then_removed(
        self, laptop: Laptop, cloud: FakeCloud, agreement: Agreement
    ) -> None:
        cloud.trouble = SignInNeeded(WORD)
        copy = added(laptop, cloud, agreement)
        assert followed(laptop, copy) is None
        cloud.trouble = None
        remainders = laptop.app.cloud_remainders_by(laptop.app.office)
        moment = remainders.next_moment()
        assert moment is not None
        assert moment <= laptop.now
        assert remainders.tend().found == 1
        assert followed(laptop, copy) == item()
        assert remainders.next_moment() is None, "what is followed waits for its deadline, without a question"
        assert due(laptop, agreement).items[0].outcome is Outcome.DELETED

    def test_what_is_never_found_is_asked_after_ever_more_seldom(
        self, laptop: Laptop, cloud: FakeCloud, agreement: Agreement
    ) -> None:
        laptop.app.copies.add_elsewhere(ADDRESS, agreement.id)
        remainders = laptop.app.cloud_remainders_by(laptop.app.office)
        for _ in range(10 * 24 * 6):
            laptop.passes(10 * timedelta(minutes=1))
            moment = remainders.next_moment()
            if moment is not None and moment <= laptop.now:
                remainders.tend()
        assert cloud.calls.count("find") <= 1 + 25 + 10

    def test_a_file_in_a_redirected_folder_is_followed_in_place_and_in_the_vault(
        self, laptop: Laptop, cloud: FakeCloud
    ) -> None:
        agreement, root = laptop.usual(), laptop.home / "OneDrive"
        redirect(laptop, root)
        kept, sealed = (
            laptop.file("a.xlsx", folder=root / "Bureaublad"),
            laptop.file("b.xlsx", folder=root / "Documenten"),
        )
        first = in_own_drive(laptop, cloud, kept, root, "item-a")
        second = in_own_drive(laptop, cloud, sealed, root, "item-b")
        in_place = laptop.app.copies.add(kept, agreement.id, in_place=True).copy
        in_vault = laptop.app.copies.add(sealed, agreement.id).copy
        found = [followed(laptop, copy) for copy in (in_place, in_vault)]
        assert [f and f.item_id for f in found] == [first.item_id, second.item_id]

    def test_another_file_under_the_same_path_is_left_alone(self, laptop: Laptop, cloud: FakeCloud) -> None:
        agreement, root = laptop.usual(), laptop.home / "OneDrive"
        redirect(laptop, root)
        path = laptop.file("a.xlsx", folder=root)
        cloud.own["a.xlsx"] = item("a.xlsx", size=path.stat().st_size + 1)
        copy = laptop.app.copies.add(path, agreement.id).copy
        assert followed(laptop, copy) is None

    def test_another_file_under_the_same_path_is_not_found_later_either(self, laptop: Laptop, cloud: FakeCloud) -> None:
        agreement, root = laptop.usual(), laptop.home / "OneDrive"
        redirect(laptop, root)
        path = laptop.file("a.xlsx", folder=root)
        cloud.own["a.xlsx"] = item("a.xlsx", size=path.stat().st_size + 1)
        copy = laptop.app.copies.add(path, agreement.id, in_place=True).copy
        laptop.app.cloud_remainders_by(laptop.app.office).tend()
        assert followed(laptop, copy) is None
        (told,) = due(laptop, agreement).items
        assert told.outcome is Outcome.DELETED
        assert "remove" not in cloud.calls
        assert laptop.app.cloud_remainders_by(laptop.app.office).next_moment() is None, "nothing can be followed"

    def test_a_onedrive_of_another_tenant_or_of_nobody_known_is_not_asked(
        self, laptop: Laptop, cloud: FakeCloud
    ) -> None:
        agreement = laptop.usual()
        for number, tenant in enumerate(("99999999-2222-3333-4444-555555555555", None)):
            root = laptop.home / f"OneDrive{number}"
            redirect(laptop, root, tenant=tenant)
            laptop.app.copies.add(laptop.file(f"a{number}.xlsx", folder=root), agreement.id)
        assert cloud.calls == []

    def test_the_folder_with_the_firms_name_is_the_firms(self, laptop: Laptop, cloud: FakeCloud) -> None:
        laptop.app.settings.set("own.firm", "Adviesbureau")
        agreement, root = laptop.usual(), laptop.home / "OneDrive - Adviesbureau"
        redirect(laptop, root, tenant=None)
        path = laptop.file("a.xlsx", folder=root)
        in_own_drive(laptop, cloud, path, root)
        assert followed(laptop, laptop.app.copies.add(path, agreement.id).copy) is not None


class TestAtTheDeadline:
    def test_all_of_it_is_removed_and_declared(self, laptop: Laptop, cloud: FakeCloud, agreement: Agreement) -> None:
        copy = added(laptop, cloud, agreement)
        run = due(laptop, agreement)
        (told,) = run.items
        assert (told.outcome, told.method, told.residuals) == (Outcome.DELETED, "cloud-removal", ())
        assert laptop.copy(copy.id).state is CopyState.DELETED
        certificate = declared(laptop, run)
        assert certificate.outcome is DeclaredOutcome.DESTROYED
        assert any("14" in text for text in certificate.document["limits"]["nl"]), "the service's own backups are named"
        assert laptop.app.cloud_remainders_by(laptop.app.office).next_moment() is None

    def test_nothing_is_asked_before_it(self, laptop: Laptop, cloud: FakeCloud, agreement: Agreement) -> None:
        added(laptop, cloud, agreement)
        cloud.calls.clear()
        laptop.passes(90 * DAY)
        laptop.app.deletion.run_due()
        assert cloud.calls == []

    def test_what_stays_in_a_bin_is_a_residual_with_its_end_and_a_supplement_follows(
        self, laptop: Laptop, cloud: FakeCloud, agreement: Agreement
    ) -> None:
        cloud.answer = CloudRemoval.IN_RECYCLE_BIN
        copy = added(laptop, cloud, agreement)
        run = due(laptop, agreement)
        (residual,) = run.items[0].residuals
        assert (residual.kind, residual.until) == (ResidualKind.CLOUD_SHADOW, laptop.now + CLOUD_BIN)
        first = declared(laptop, run)
        assert first.outcome is DeclaredOutcome.WITH_RESIDUALS
        laptop.passes(CLOUD_BIN - timedelta(seconds=1))
        assert laptop.app.deletion.run_due().certificates == ()
        laptop.passes(timedelta(seconds=1))
        second = declared(laptop, laptop.app.deletion.run_due())
        assert (second.supplement_to, second.outcome) == (first.id, DeclaredOutcome.DESTROYED)
        assert second.document["supplement_to"] == {"number": first.document["number"], "id": first.id}
        assert laptop.copy(copy.id).certificate_id == first.id
        laptop.passes(CLOUD_BIN)
        assert laptop.app.deletion.run_due().certificates == (), "once"

    def test_what_somebody_brought_back_from_the_bin_is_removed_again(
        self, laptop: Laptop, cloud: FakeCloud, agreement: Agreement
    ) -> None:
        cloud.answer = CloudRemoval.IN_RECYCLE_BIN
        added(laptop, cloud, agreement)
        due(laptop, agreement)
        cloud.restore(item())
        laptop.passes(CLOUD_BIN)
        assert laptop.app.deletion.run_due().certificates == ()
        assert cloud.calls.count("remove") == 2
        laptop.passes(CLOUD_BIN)
        assert len(laptop.app.deletion.run_due().certificates) == 1

    @pytest.mark.parametrize(
        ("trouble", "word"),
        [
            (RemoteUnreachable(WORD), "cloud-offline"),
            (SignInNeeded(WORD), "cloud-sign-in"),
            (RemoteThrottled(WORD, START + WEEK), "cloud-busy"),
            (RemoteLocked(WORD), "cloud-locked"),
            (RemoteRefused(WORD), "cloud-refused"),
        ],
    )
    def test_what_cannot_be_done_now_is_said_and_done_later(
        self, laptop: Laptop, cloud: FakeCloud, agreement: Agreement, trouble: AssistantError, word: str
    ) -> None:
        copy = added(laptop, cloud, agreement)
        cloud.trouble = trouble
        run = due(laptop, agreement)
        assert (run.items[0].outcome, run.certificates) == (Outcome.BLOCKED, ())
        stands = laptop.copy(copy.id)
        assert (stands.state, stands.blocked_by) == (CopyState.BLOCKED, word)
        assert [entry.data for entry in laptop.events("deletion.blocked")] == [{"reason": word}]
        cloud.trouble = None
        laptop.passes(HOUR)
        assert laptop.app.deletion.run_due().items[0].outcome is Outcome.DELETED

    @pytest.mark.parametrize(
        ("trouble", "answer"),
        [
            (RemoteOnHold(WORD), CloudRemoval.GONE),
            (RemoteOnHold(WORD, is_record=True), CloudRemoval.GONE),
            (None, CloudRemoval.ON_HOLD),
            (None, CloudRemoval.IS_RECORD),
        ],
    )
    def test_what_a_rule_of_the_service_keeps_is_not_called_deleted(
        self,
        laptop: Laptop,
        cloud: FakeCloud,
        agreement: Agreement,
        trouble: AssistantError | None,
        answer: CloudRemoval,
    ) -> None:
        copy = added(laptop, cloud, agreement)
        cloud.trouble, cloud.answer = trouble, answer
        (told,) = due(laptop, agreement).items
        assert told.outcome is Outcome.BLOCKED
        assert [(r.kind, r.until) for r in told.residuals] == [(ResidualKind.CLOUD_HOLD, None)]
        is_record = answer is CloudRemoval.IS_RECORD or (trouble is not None and getattr(trouble, "is_record", False))
        assert laptop.copy(copy.id).blocked_by == ("cloud-record" if is_record else "cloud-on-hold")
        cloud.trouble, cloud.answer = None, CloudRemoval.GONE
        laptop.passes(DAY)
        assert laptop.app.deletion.run_due().items[0].outcome is Outcome.DELETED

    def test_what_nobody_saw_go_is_not_proven_until_a_person_says_so(
        self, laptop: Laptop, cloud: FakeCloud, agreement: Agreement
    ) -> None:
        copy = added(laptop, cloud, agreement)
        cloud.gone.add("item-1")
        assert due(laptop, agreement).items[0].outcome is Outcome.MISSING
        assert laptop.copy(copy.id).state is CopyState.NOT_PROVEN
        assert laptop.app.copies.confirm(copy.id).copy.method == "attested"

    def test_a_removal_whose_answer_was_lost_counts_as_ours(
        self, laptop: Laptop, cloud: FakeCloud, agreement: Agreement
    ) -> None:
        """The whole term of the bins counts, for nobody saw whether it went past them."""
        copy = added(laptop, cloud, agreement)
        cloud.lose_answer = True
        assert due(laptop, agreement).items[0].outcome is Outcome.BLOCKED
        laptop.passes(HOUR)
        (told,) = laptop.app.deletion.run_due().items
        assert told.outcome is Outcome.DELETED
        assert [r.until for r in told.residuals] == [laptop.now + CLOUD_BIN]
        assert laptop.copy(copy.id).state is CopyState.DELETED

    def test_a_process_that_dies_right_after_the_act_is_taken_up(
        self, laptop: Laptop, cloud: FakeCloud, agreement: Agreement, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        copy = added(laptop, cloud, agreement)
        laptop.app.agreements.fulfilled(agreement.id)
        laptop.passes(WEEK)

        class Killed(BaseException):
            pass

        remove = cloud.remove

        def removed_then_killed(found: CloudItem) -> CloudRemoval:
            remove(found)
            raise Killed

        monkeypatch.setattr(cloud, "remove", removed_then_killed)
        with pytest.raises(Killed):
            laptop.app.deletion.run_due()
        assert laptop.copy(copy.id).state is CopyState.KEPT
        monkeypatch.undo()
        other = laptop.again()
        other.__dict__["cloud_copies"] = lambda: cloud
        other.begin()
        assert laptop.copy(copy.id).state is CopyState.DELETED
        assert laptop.copy(copy.id).certificate_id is not None

    def test_a_suspect_clock_removes_nothing(self, laptop: Laptop, cloud: FakeCloud, agreement: Agreement) -> None:
        added(laptop, cloud, agreement)
        laptop.app.agreements.fulfilled(agreement.id)
        laptop.passes(HOUR)
        laptop.clock.set_wall(laptop.clock.wall + 30 * DAY)
        assert laptop.app.deletion.run_due().items[0].outcome is Outcome.WAITING_FOR_TIME
        assert "remove" not in cloud.calls

    def test_a_person_may_have_it_removed_now_and_cannot_call_it_gone(
        self, laptop: Laptop, cloud: FakeCloud, agreement: Agreement
    ) -> None:
        copy = added(laptop, cloud, agreement)
        with pytest.raises(InputError) as error:
            laptop.app.copies.confirm(copy.id)
        assert refused(error) == "cloud.followed"
        run = laptop.app.deletion.delete_now([copy.id], "klaar")
        assert run.items[0].outcome is Outcome.DELETED

    def test_a_closing_tells_that_the_assistant_deletes_it(
        self, laptop: Laptop, cloud: FakeCloud, agreement: Agreement
    ) -> None:
        added(laptop, cloud, agreement)
        laptop.app.copies.add_elsewhere("op papier, bij Eva", agreement.id)
        plan = laptop.app.projects.close("P1", dry_run=True)
        assert sorted(i.action for i in plan.items) == ["attest", "delete"]

    def test_the_overview_asks_nobody_to_confirm_what_the_assistant_removes(
        self, laptop: Laptop, cloud: FakeCloud, agreement: Agreement
    ) -> None:
        added(laptop, cloud, agreement)
        laptop.app.agreements.fulfilled(agreement.id)
        laptop.passes(WEEK - HOUR)
        assert "attest" not in {need.kind.value for need in laptop.app.today.today().needs}

    def test_the_overview_says_what_the_cloud_answered(
        self, laptop: Laptop, cloud: FakeCloud, agreement: Agreement
    ) -> None:
        added(laptop, cloud, agreement)
        cloud.trouble = SignInNeeded(WORD)
        due(laptop, agreement)
        (need,) = [n for n in laptop.app.today.today().needs if n.kind.value == "blocked"]
        assert need.sentence.id == "today.blocked-late-cloud"
        assert need.detail is not None
        assert need.detail.id == "cloud.blocked-sign-in"


class TestOfRedirectedFolders:
    @pytest.fixture
    def root(self, laptop: Laptop) -> Path:
        root = laptop.home / "OneDrive"
        redirect(laptop, root)
        return root

    @pytest.fixture
    def agreed(self, laptop: Laptop) -> Agreement:
        return laptop.usual()

    @pytest.mark.parametrize("in_place", [True, False])
    def test_what_onedrive_made_of_it_goes_too(
        self, laptop: Laptop, cloud: FakeCloud, root: Path, agreed: Agreement, in_place: bool
    ) -> None:
        path = laptop.file("a.xlsx", folder=root / "Bureaublad")
        in_own_drive(laptop, cloud, path, root)
        laptop.app.copies.add(path, agreed.id, in_place=in_place)
        (told,) = due(laptop, agreed).items
        assert told.outcome is Outcome.DELETED
        assert ResidualKind.CLOUD_SHADOW not in {r.kind for r in told.residuals}
        assert "item-1" in cloud.gone
        (certificate,) = laptop.app.certificates.list()
        places = certificate.document["items"][0]["places"]
        assert {"where": "Microsoft 365", "method": "cloud-removal"} in places

    def test_the_clouds_side_of_a_sealed_original_goes_with_it(
        self, laptop: Laptop, cloud: FakeCloud, root: Path, agreed: Agreement
    ) -> None:
        """The vault is its agreed place: before OneDrive puts it into its bin."""
        path = laptop.file("a.xlsx", folder=root)
        in_own_drive(laptop, cloud, path, root)
        copy = laptop.app.copies.add(path, agreed.id).copy
        assert "item-1" in cloud.gone
        assert laptop.copy(copy.id).state is CopyState.KEPT
        cloud.calls.clear()
        (told,) = due(laptop, agreed).items
        assert (told.outcome, cloud.calls) == (Outcome.DELETED, [])
        assert ResidualKind.CLOUD_SHADOW not in {r.kind for r in told.residuals}

    def test_what_was_changed_there_meanwhile_stays_until_the_deadline(
        self, laptop: Laptop, cloud: FakeCloud, root: Path, agreed: Agreement, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = laptop.file("a.xlsx", folder=root)
        found = in_own_drive(laptop, cloud, path, root)
        monkeypatch.setattr(cloud, "look", lambda _: replace(found, version='"2"'))
        laptop.app.copies.add(path, agreed.id)
        assert cloud.gone == set()

    def test_a_bin_that_is_over_at_the_deadline_leaves_nothing(
        self, laptop: Laptop, cloud: FakeCloud, root: Path, agreed: Agreement
    ) -> None:
        path = laptop.file("a.xlsx", folder=root)
        in_own_drive(laptop, cloud, path, root)
        cloud.answer = CloudRemoval.IN_RECYCLE_BIN
        laptop.app.copies.add(path, agreed.id)
        ends = laptop.now + CLOUD_BIN
        laptop.passes(80 * DAY)
        laptop.app.agreements.fulfilled(agreed.id)
        laptop.passes(WEEK)
        (told,) = laptop.app.deletion.run_due().items
        assert [r.until for r in told.residuals if r.kind is ResidualKind.CLOUD_SHADOW] == [ends], (
            "not later than it was"
        )
        laptop.passes(CLOUD_BIN)
        assert len(laptop.app.deletion.run_due().certificates) == 1

    def test_the_cloud_holds_nothing_back_here_and_is_asked_again(
        self, laptop: Laptop, cloud: FakeCloud, root: Path, agreed: Agreement
    ) -> None:
        """Offline is no reason to keep the file: what is left in the cloud is a residual until it is gone."""
        path = laptop.file("a.xlsx", folder=root)
        in_own_drive(laptop, cloud, path, root)
        laptop.app.copies.add(path, agreed.id, in_place=True)
        cloud.trouble = RemoteUnreachable(WORD)
        run = due(laptop, agreed)
        assert run.items[0].outcome is Outcome.DELETED
        assert not path.exists()
        assert ResidualKind.CLOUD_SHADOW in {r.kind for r in run.items[0].residuals}
        first = declared(laptop, run)
        cloud.trouble = None
        assert laptop.app.deletion.run_due().certificates == (), "not at once"
        laptop.passes(HOUR)
        second = declared(laptop, laptop.app.deletion.run_due())
        assert second.supplement_to == first.id
        assert "cloud-shadow" not in {row["kind"] for row in second.document["residuals"]}

    def test_what_a_rule_keeps_in_the_cloud_is_a_residual_without_an_end(
        self, laptop: Laptop, cloud: FakeCloud, root: Path, agreed: Agreement
    ) -> None:
        path = laptop.file("a.xlsx", folder=root)
        in_own_drive(laptop, cloud, path, root)
        laptop.app.copies.add(path, agreed.id, in_place=True)
        cloud.answer = CloudRemoval.ON_HOLD
        run = due(laptop, agreed)
        kinds = {r.kind: r.until for r in run.items[0].residuals}
        assert run.items[0].outcome is Outcome.DELETED
        assert kinds[ResidualKind.CLOUD_HOLD] is None
        cloud.answer = CloudRemoval.GONE
        laptop.passes(DAY)
        second = declared(laptop, laptop.app.deletion.run_due())
        assert "cloud-hold" not in {row["kind"] for row in second.document["residuals"]}

    def test_what_onedrive_took_away_itself_may_be_in_its_bin(
        self, laptop: Laptop, cloud: FakeCloud, root: Path, agreed: Agreement
    ) -> None:
        path = laptop.file("a.xlsx", folder=root)
        in_own_drive(laptop, cloud, path, root)
        laptop.app.copies.add(path, agreed.id, in_place=True)
        cloud.gone.add("item-1")
        (told,) = due(laptop, agreed).items
        ends = [r.until for r in told.residuals if r.kind is ResidualKind.CLOUD_SHADOW]
        assert ends == [laptop.now + CLOUD_BIN]


def test_the_journal_tells_no_address_and_no_name(laptop: Laptop, cloud: FakeCloud) -> None:
    agreement = laptop.usual(place=Place.OFFICE365)
    added(laptop, cloud, agreement)
    due(laptop, agreement)
    with laptop.app.office.look() as session:
        told = "".join(str(entry.data) for entry in session.journal.entries())
    assert "sharepoint" not in told
    assert "salarissen" not in told
    assert [entry.data for entry in laptop.events("cloud.removed")] == [{"answer": "gone"}]
