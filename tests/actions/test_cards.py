"""Cards between laptops over the plain folder and by file: three data directories, one team."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.actions.cards.items import reason_text
from app.actions.clients import ClientDetails
from app.domain.card import Card, CardKind, CardState, Refusal, Role
from app.domain.card_document import decode, encode
from app.domain.client import Contact
from app.domain.copy import AskedWhy, CopyState
from app.domain.errors import EnvironmentLacking, InputError
from app.domain.project import Member, ProjectStatus
from tests.actions.laptops import Laptop
from tests.domain.card_samples import BODIES, CHAIMA, DeviceKey, make_card, signed
from tests.fakes import START, FakeClock

WEEK = timedelta(days=7)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


class Team:
    def __init__(self, root: Path, clock: FakeClock) -> None:
        (root / "team").mkdir()
        self.root = root
        self.clock = clock
        self.anna, self.bram, self.carl = (self.laptop(name) for name in ("anna", "bram", "carl"))
        self.all = (self.anna, self.bram, self.carl)
        for laptop in self.all:
            laptop.trusts(*(other for other in self.all if other is not laptop))

    def laptop(self, name: str, **policy: tuple[str, ...]) -> Laptop:
        return Laptop(name, self.root, self.clock, {key.replace("_", "."): value for key, value in policy.items()})

    def sync(self, rounds: int = 2) -> None:
        for _ in range(rounds):
            for laptop in self.all:
                laptop.sync()

    def files(self) -> list[Path]:
        return sorted((self.root / "team" / "cards").glob("*.json"))


@pytest.fixture
def team(tmp_path: Path, clock: FakeClock) -> Iterator[Team]:
    team = Team(tmp_path, clock)
    yield team
    for laptop in team.all:
        laptop.store.close()


@pytest.fixture
def started(team: Team) -> Team:
    """A project with an agreement that all three know, and a copy of each."""
    team.anna.add_client()
    team.anna.add_project()
    team.agreement = team.anna.add_agreement()  # type: ignore[attr-defined]
    team.sync()
    team.copies = [laptop.add_copy(team.agreement) for laptop in team.all]  # type: ignore[attr-defined]
    team.clock.advance(HOUR)
    return team


def due(team: Team) -> list[object]:
    return [laptop.copy(id_).due_at for laptop, id_ in zip(team.all, team.copies, strict=True)]  # type: ignore[attr-defined]


def put(team: Team, card: Card, name: str | None = None) -> None:
    team.carl.remote.put("cards", name or card.id, encode(card))


def refused(laptop: Laptop) -> dict[str, str | None]:
    return {item.id: item.reason for item in laptop.cards.list() if item.state is CardState.REFUSED}


class TestAClose:
    def test_a_close_on_one_laptop_starts_the_week_on_the_others(self, started: Team) -> None:
        """VR-P4, VT-T2"""
        closed_at = started.clock.now()
        started.anna.close()
        started.sync()
        assert [laptop.project().closed_at for laptop in started.all] == [closed_at] * 3
        assert due(started) == [closed_at + WEEK] * 3
        assert {laptop.project().retention_until for laptop in started.all} == {closed_at.replace(year=2028)}

    def test_a_close_that_arrives_late_counts_from_the_moment_of_closing(self, started: Team) -> None:
        closed_at = started.clock.now()
        started.anna.close()
        started.anna.cards.publish()
        started.clock.advance(3 * DAY)
        started.bram.cards.pull()
        assert started.bram.copy(started.copies[1]).due_at == closed_at + WEEK  # type: ignore[attr-defined]

    def test_a_deadline_that_is_over_when_the_close_arrives_is_asked_about(self, started: Team) -> None:
        started.anna.close()
        started.anna.cards.publish()
        started.clock.advance(8 * DAY)
        started.bram.cards.pull()
        copy = started.bram.copy(started.copies[1])  # type: ignore[attr-defined]
        assert (copy.asked_why, copy.asked_at) == (AskedWhy.PAST_DEADLINE, started.clock.now())

    def test_the_earliest_close_wins_in_any_order(self, started: Team) -> None:
        first = started.clock.now()
        started.anna.close()
        started.clock.advance(2 * HOUR)
        started.bram.close()
        for laptop in (started.bram, started.anna, started.carl):
            laptop.cards.publish()
        for laptop in reversed(started.all):
            laptop.cards.pull()
        assert [laptop.project().closed_at for laptop in started.all] == [first] * 3
        assert due(started) == [first + WEEK] * 3

    def test_a_reopening_within_a_day_takes_it_back_everywhere(self, started: Team) -> None:
        started.anna.close()
        started.sync()
        started.clock.advance(20 * HOUR)
        started.bram.reopen()
        started.sync()
        assert {laptop.project().status for laptop in started.all} == {ProjectStatus.ACTIVE}
        assert due(started) == [None] * 3

    def test_a_reopening_after_a_day_starts_new_work_and_old_copies_keep_their_end(self, started: Team) -> None:
        closed_at = started.clock.now()
        started.anna.close()
        started.sync()
        started.clock.advance(25 * HOUR)
        started.bram.reopen()
        started.sync()
        fresh = started.carl.add_copy(started.agreement)  # type: ignore[attr-defined]
        assert {laptop.project().status for laptop in started.all} == {ProjectStatus.ACTIVE}
        assert due(started) == [closed_at + WEEK] * 3
        started.sync()
        assert started.carl.copy(fresh).due_at is None

    def test_who_was_away_during_closing_and_reopening_ends_the_same(self, started: Team) -> None:
        closed_at = started.clock.now()
        started.anna.close()
        started.clock.advance(25 * HOUR)
        started.anna.reopen()
        started.anna.cards.publish()
        started.clock.advance(HOUR)
        new_work = started.bram.add_copy(started.agreement)  # type: ignore[attr-defined]
        started.bram.cards.pull()
        assert started.bram.project().status is ProjectStatus.ACTIVE
        assert started.bram.copy(started.copies[1]).due_at == closed_at + WEEK  # type: ignore[attr-defined]
        assert started.bram.copy(new_work).due_at is None

    def test_a_reopening_that_comes_after_the_closing_frees_the_work_begun_since(self, started: Team) -> None:
        started.anna.close()
        started.clock.advance(25 * HOUR)
        started.anna.reopen()
        started.anna.cards.publish()
        started.clock.advance(HOUR)
        new_work = started.bram.add_copy(started.agreement)  # type: ignore[attr-defined]
        reopening = next(path for path in started.files() if decode_file(path).kind is CardKind.REOPENING)
        content = reopening.read_bytes()
        reopening.unlink()
        started.bram.cards.pull()
        assert started.bram.copy(new_work).due_at is not None
        reopening.write_bytes(content)
        started.bram.cards.pull()
        assert started.bram.copy(new_work).due_at is None
        assert started.bram.copy(started.copies[1]).due_at is not None  # type: ignore[attr-defined]

    def test_closing_reopening_and_closing_in_one_second_ends_closed_everywhere(self, started: Team) -> None:
        for act in (started.anna.close, started.anna.reopen, started.anna.close):
            act()
        started.sync()
        assert {laptop.project().closed_at for laptop in started.all} == {started.clock.now()}

    def test_a_backdated_close_after_a_reopening_counts_from_its_own_moment(self, started: Team) -> None:
        closed_at = started.clock.now()
        started.anna.close()
        started.clock.advance(2 * HOUR)
        started.anna.reopen()
        started.clock.advance(HOUR)
        started.anna.close(ago=2 * HOUR)
        started.sync()
        assert {laptop.project().closed_at for laptop in started.all} == {closed_at + HOUR}
        assert due(started) == [closed_at + HOUR + WEEK] * 3


class TestEnds:
    def test_the_earliest_fulfilment_wins(self, started: Team) -> None:
        now = started.clock.now()
        started.anna.fulfil(started.agreement)  # type: ignore[attr-defined]
        started.bram.fulfil(started.agreement, ago=HOUR)  # type: ignore[attr-defined]
        started.sync()
        assert due(started) == [now - HOUR + WEEK] * 3

    def test_a_withdrawal_ends_at_once_on_all_laptops(self, started: Team) -> None:
        started.anna.withdraw(started.agreement)  # type: ignore[attr-defined]
        started.sync()
        assert due(started) == [started.clock.now()] * 3
        evidence = started.carl.agreement(started.agreement).withdrawal_evidence  # type: ignore[attr-defined]
        assert evidence is not None
        assert evidence.sha256 == "2" * 64

    def test_a_clients_stricter_term_shortens_on_all_laptops(self, started: Team) -> None:
        """VT-A4"""
        started.anna.close()
        started.anna.clients.change("Gemeente Voorbeeldstad", ClientDetails(terms={"deletion-days": "2"}))
        started.sync()
        assert due(started) == [started.clock.now() + 2 * DAY] * 3

    def test_any_order_and_repetition_gives_the_same_ends(self, started: Team) -> None:
        """Everything that can end a copy, merged in both directions, twice."""
        started.anna.close()
        started.bram.fulfil(started.agreement, ago=HOUR)  # type: ignore[attr-defined]
        started.clock.advance(HOUR)
        started.carl.close(ago=2 * HOUR)
        for laptop in started.all:
            laptop.cards.publish()
        cards = [decode(path.read_bytes()) for path in started.files()]
        for laptop, order in zip(started.all, (cards, cards[::-1], cards[::2] + cards[1::2]), strict=True):
            for card in [*order, *order]:
                export = started.root / "one.json"
                export.write_bytes(b'{"schema":1,"cards":[' + encode(card) + b"]}")
                laptop.cards.import_from(export)
        assert len(set(due(started))) == 1
        assert {(laptop.project().closed_at) for laptop in started.all} == {started.clock.now() - 2 * HOUR}

    def test_repeating_publish_and_pull_writes_nothing_more(self, started: Team) -> None:
        started.anna.close()
        started.sync(3)
        before = started.files()
        started.clock.advance(HOUR)
        for laptop in started.all:
            assert laptop.cards.publish() == ()
            merged = laptop.cards.pull()
            assert (merged.accepted, merged.refused) == (0, 0)
        assert started.files() == before

    def test_nothing_is_refused_in_ordinary_work(self, started: Team) -> None:
        started.anna.close()
        started.bram.close()
        started.sync()
        started.clock.advance(HOUR)
        started.carl.reopen()
        started.sync()
        assert [refused(laptop) for laptop in started.all] == [{}, {}, {}]


class TestTheSameThing:
    def test_the_same_project_added_on_two_laptops_is_one(self, team: Team) -> None:
        for laptop in (team.anna, team.bram):
            laptop.add_client()
            laptop.add_project()
        theirs = team.bram.add_copy(team.bram.add_agreement())
        team.sync()
        team.clock.advance(HOUR)
        team.anna.close()
        team.sync()
        assert [len(laptop.projects()) for laptop in team.all] == [1, 1, 1]
        assert {laptop.project().closed_at for laptop in team.all} == {team.clock.now()}
        assert team.bram.copy(theirs).due_at == team.clock.now() + WEEK

    def test_one_code_for_two_clients_stays_two_projects(self, team: Team) -> None:
        for laptop, client in ((team.anna, "Alfa"), (team.bram, "Beta")):
            laptop.add_client(client)
            laptop.add_project("P1", client)
        team.sync()
        team.anna.close()
        team.sync()
        assert sorted(project.code for project in team.bram.projects()) == ["P1", "P1 (2)"]
        assert team.bram.project("P1").status is ProjectStatus.ACTIVE
        assert team.bram.project("P1 (2)").status is ProjectStatus.CLOSED
        assert team.anna.project("P1").status is ProjectStatus.CLOSED

    def test_what_came_is_shared_and_keeps_its_paths_at_home(self, started: Team) -> None:
        """VT-B2: folders and mounts are of one laptop."""
        theirs = started.bram.project()
        assert (theirs.origin, theirs.documents, theirs.goals) == ("shared", (), ("Salarisonderzoek",))
        assert started.anna.project().documents == ("/home/anna/P1",)
        for path in started.files():
            assert b"/mnt" not in path.read_bytes()
            assert b"/home" not in path.read_bytes()

    def test_a_removed_member_stays_removed_everywhere(self, started: Team) -> None:
        """VR-P2"""

        def members(laptop: Laptop, *members: Member) -> None:
            with laptop.office.change() as work:
                project = work.session.projects.resolve("P1")
                work.session.projects.update(replace(project, members=members))

        members(started.anna, Member(name="Dirk", mail="dirk@v.example"), Member(name="Eva", mail="eva@v.example"))
        started.sync()
        until = started.clock.now()
        members(
            started.bram, Member(name="Dirk", mail="dirk@v.example", until=until), *started.bram.project().members[1:]
        )
        started.sync()
        for laptop in started.all:
            assert {m.mail: m.until for m in laptop.project().members} == {
                "dirk@v.example": until,
                "eva@v.example": None,
            }

    def test_what_is_removed_from_a_client_stays_removed_everywhere(self, started: Team) -> None:
        eva, jan = (Contact(name=name, mail=f"{name.lower()}@voorbeeldstad.example") for name in ("Eva", "Jan"))
        name = "Gemeente Voorbeeldstad"
        more = ClientDetails(domains=("fout.example",), keywords=("Zaak",), contacts=(eva, jan))
        started.anna.clients.change(name, more)
        started.sync()
        kept = ClientDetails(domains=("voorbeeldstad.example",), keywords=("Zaak",), contacts=(eva,))
        started.bram.clients.edit(name, kept)
        started.anna.clients.change(name, ClientDetails(hosts=("host.voorbeeldstad.example",)))  # knows nothing of it
        started.carl.clients.change(name, ClientDetails(keywords=("Personeel",)))
        started.sync(3)
        for laptop in started.all:
            (client,) = laptop.clients.list()
            assert client.domains == ("voorbeeldstad.example",)
            assert client.contacts == (eva,)
            assert (set(client.keywords), client.hosts) == ({"Zaak", "Personeel"}, ("host.voorbeeldstad.example",))
        assert started.anna.clients.list()[0].mounts == ("/mnt/voorbeeldstad",)
        started.carl.clients.change(name, ClientDetails(contacts=(jan,)))
        started.sync(3)
        assert {laptop.clients.list()[0].contacts for laptop in started.all} == {(eva, jan)}

    def test_the_same_lists_in_another_order_are_nothing_to_tell(self, started: Team) -> None:
        """Two laptops that differ in the order alone would answer each other for ever."""
        name = "Gemeente Voorbeeldstad"
        started.anna.clients.change(name, ClientDetails(domains=("x.example",)))
        started.bram.clients.change(name, ClientDetails(domains=("y.example",)))
        started.sync(3)
        before = started.files()
        started.sync(3)
        assert started.files() == before
        assert len({frozenset(laptop.clients.list()[0].domains) for laptop in started.all}) == 1

    def test_a_contact_that_is_called_otherwise_is_told_once(self, started: Team) -> None:
        name, mail = "Gemeente Voorbeeldstad", "eva@voorbeeldstad.example"
        started.anna.clients.change(name, ClientDetails(contacts=(Contact(name="Eva", mail=mail),)))
        started.sync()
        started.bram.clients.change(name, ClientDetails(contacts=(Contact(name="Eva Smit", mail=mail),)))
        started.sync(3)
        before = started.files()
        started.sync(3)
        assert started.files() == before
        assert {laptop.clients.list()[0].contacts[0].name for laptop in started.all} == {"Eva Smit"}

    def test_an_agreement_is_never_lengthened_by_a_card(self, started: Team) -> None:
        card = next(c for c in map(decode_file, started.files()) if c.kind is CardKind.AGREEMENT)
        longer = {**card.body, "hold": True, "valid_until": "2027-06-01T00:00:00Z"}
        put(
            started,
            signed(replace_card(card, id="q" * 26, version=9, body=longer, author=started.bram), started.bram.key),
        )
        started.sync()
        agreement = started.anna.agreement(started.agreement)  # type: ignore[attr-defined]
        assert not agreement.hold
        assert agreement.valid_until is not None  # an end where there was none is earlier

    def test_absence_is_told_when_a_closed_project_has_no_copies(self, started: Team) -> None:
        started.anna.close()
        started.sync()
        with started.bram.office.change() as work:
            for copy in work.session.copies.all():
                work.session.copies.update(replace(copy, state=CopyState.DELETED))
        published = started.bram.cards.publish()
        assert [item.kind for item in published] == ["absence"]
        assert started.bram.cards.publish() == ()


def decode_file(path: Path) -> Card:
    return decode(path.read_bytes())


def replace_card(card: Card, *, author: Laptop, **changes: object) -> Card:
    return replace(card, author=author.device, key=author.key.public_key, **changes)  # type: ignore[arg-type]


class TestRefusals:
    """VT-C4: forged, outdated and replayed cards are refused and shown."""

    def test_a_forged_close_is_refused_shown_and_journalled_once(self, started: Team) -> None:
        project = started.anna.project().id
        forged = replace_card(
            make_card(CardKind.CLOSING, key=CHAIMA, project=project, id_="f" * 26), author=started.anna
        )
        put(started, forged)
        for _ in range(3):
            assert started.bram.cards.pull().refused == 1
        assert started.bram.project().status is ProjectStatus.ACTIVE
        assert refused(started.bram) == {"f" * 26: "bad-signature"}
        (entry,) = started.bram.events("card.refused")
        assert entry == {"kind": "closing", "version": 1, "author": started.anna.device, "reason": "bad-signature"}

    def test_a_forgery_with_the_id_of_a_genuine_card_neither_hides_nor_harms_it(self, started: Team) -> None:
        started.anna.close()
        started.anna.cards.publish()
        genuine = next(c for c in map(decode_file, started.files()) if c.kind is CardKind.CLOSING)
        forged = replace(genuine, body={"closed_at": "2026-01-01T00:00:00Z"})
        (started.root / "team" / "cards" / f"{genuine.id} (1).json").write_bytes(encode(forged))
        for laptop in (started.bram, started.carl):
            laptop.cards.pull()
            assert laptop.project().closed_at == started.clock.now()
        put(started, forged)  # over the genuine one
        late = started.laptop("late")
        late.trusts(started.anna)
        late.cards.pull()
        assert refused(late) == {genuine.id: "bad-signature"}
        put(started, genuine)
        late.cards.pull()
        assert late.project().closed_at == started.clock.now()
        with late.office.look() as session:
            recorded = session.cards.find(genuine.id)
        assert recorded is not None
        assert (recorded.state, recorded.card) == (CardState.ACCEPTED, genuine)
        late.store.close()

    def test_an_unknown_author_waits_until_accepted(self, started: Team) -> None:
        stranger = DeviceKey("stranger")
        put(
            started,
            make_card(CardKind.CLOSING, key=stranger, project=started.anna.project().id, id_="s" * 26, at=START),
        )
        started.bram.cards.pull()
        assert refused(started.bram) == {"s" * 26: "unknown-author"}
        assert started.bram.project().status is ProjectStatus.ACTIVE
        started.bram.team.accept(stranger.device, stranger.fingerprint)
        merged = started.bram.cards.pull()
        assert merged.accepted == 1
        assert started.bram.project().closed_at == START
        assert refused(started.bram) == {}

    def test_a_card_about_a_project_that_is_not_here_yet_waits_for_it(self, team: Team) -> None:
        team.anna.add_client()
        team.anna.add_project()
        team.anna.close()
        team.anna.cards.publish()
        held_back = {
            path: path.read_bytes()
            for path in team.files()
            if decode_file(path).kind in (CardKind.CLIENT, CardKind.PROJECT)
        }
        for path in held_back:
            path.unlink()
        team.bram.cards.pull()
        assert set(refused(team.bram).values()) == {"unknown-subject"}
        for path, content in held_back.items():
            path.write_bytes(content)
        team.bram.cards.pull()
        assert team.bram.project().closed_at == team.clock.now()
        assert refused(team.bram) == {}

    def test_a_retired_device_is_refused_and_what_was_accepted_stays(self, started: Team) -> None:
        started.anna.close()
        started.sync()
        started.bram.team.retire(started.anna.device, "gestolen")
        started.clock.advance(HOUR)
        started.anna.reopen()
        started.anna.cards.publish()
        assert [item.reason for item in started.bram.cards.pull().items] == ["retired-device"]
        assert started.bram.project().status is ProjectStatus.CLOSED

    def test_an_outdated_card_is_refused(self, started: Team) -> None:
        card = next(c for c in map(decode_file, started.files()) if c.kind is CardKind.PROJECT)
        newer = replace_card(card, id="n" * 26, version=7, body={**card.body, "code": "P-1"}, author=started.bram)
        older = replace_card(card, id="v" * 26, version=3, body={**card.body, "code": "P-0"}, author=started.bram)
        put(started, signed(newer, started.bram.key))
        started.anna.cards.pull()
        put(started, signed(older, started.bram.key))
        started.anna.cards.pull()
        assert refused(started.anna) == {"v" * 26: "outdated"}
        assert [project.code for project in started.anna.projects()] == ["P-1"]

    def test_an_old_close_offered_again_after_the_reopening_is_a_replay(self, started: Team) -> None:
        """Both when it is known here and when it never was."""
        started.anna.close()
        old = started.root / "old.json"
        started.anna.cards.export_to(old)
        started.bram.cards.import_from(old)
        started.clock.advance(HOUR)
        started.anna.reopen()
        started.sync()
        late = started.laptop("late")
        late.trusts(started.anna, started.bram)
        for path in started.files():
            if decode_file(path).kind is CardKind.CLOSING:
                path.unlink()
        late.cards.pull()
        for laptop in (started.bram, late):
            merged = laptop.cards.import_from(old)
            assert [(item.kind, item.reason) for item in merged.items] == [("closing", "replayed")]
            assert laptop.project().status is ProjectStatus.ACTIVE
            assert laptop.events("card.refused")[-1]["reason"] == "replayed"
        assert started.bram.copy(started.copies[1]).due_at is None  # type: ignore[attr-defined]
        late.store.close()

    def test_an_id_is_used_once(self, started: Team) -> None:
        started.anna.close()
        started.sync()
        card = next(c for c in map(decode_file, started.files()) if c.kind is CardKind.CLOSING)
        other = replace_card(card, body={"closed_at": "2026-01-01T00:00:00Z"}, author=started.bram)
        export = started.root / "x.json"
        export.write_bytes(b'{"schema":1,"cards":[' + encode(signed(other, started.bram.key)) + b"]}")
        (item,) = started.carl.cards.import_from(export).items
        assert item.reason == "replayed"
        assert started.carl.project().closed_at == card.at

    def test_only_a_lead_of_policy_approves(self, started: Team) -> None:
        """VT-U1"""
        lead = DeviceKey("lead")
        approval = make_card(
            CardKind.APPROVAL,
            key=lead,
            role=Role.LEAD,
            project=started.anna.project().id,
            subject=started.agreement,  # type: ignore[attr-defined]
            id_="l" * 26,
        )
        put(started, approval)
        started.bram.team.accept(lead.device, lead.fingerprint)
        started.bram.cards.pull()
        assert refused(started.bram) == {"l" * 26: "not-a-lead"}
        with_policy = started.laptop("diana", team_leads=(f"lead@vroom.example={lead.fingerprint}",))
        with_policy.trusts(started.anna)
        with_policy.cards.pull()
        agreement = with_policy.agreement(started.agreement)  # type: ignore[attr-defined]
        assert (agreement.approved_at, agreement.approved_by) == (START, lead.device)
        with_policy.store.close()

    def test_a_lead_tells_of_its_approval(self, started: Team) -> None:
        """VT-U1"""
        lead = DeviceKey("lead")
        leads = {"team_leads": (lead.device,)}
        boss, dirk = started.laptop("lead", **leads), started.laptop("dirk", **leads)
        for laptop in (boss, dirk):
            laptop.trusts(started.anna)
            laptop.cards.pull()
        boss.approve(started.agreement)  # type: ignore[attr-defined]
        boss.cards.publish()
        dirk.cards.pull()
        assert dirk.agreement(started.agreement).approved_by == lead.device  # type: ignore[attr-defined]
        for laptop in (boss, dirk):
            laptop.store.close()

    def test_a_card_from_tomorrow_waits(self, started: Team) -> None:
        ahead = started.clock.now() + 2 * DAY
        put(
            started,
            make_card(
                CardKind.CLOSING,
                {"closed_at": ahead.strftime("%Y-%m-%dT%H:%M:%SZ")},
                key=started.anna.key,
                project=started.anna.project().id,
                at=ahead,
            ),
        )
        started.bram.cards.pull()
        assert list(refused(started.bram).values()) == ["future"]
        started.clock.advance(2 * DAY)
        started.bram.cards.pull()
        assert started.bram.project().closed_at == ahead

    def test_policy_names_known_devices(self, started: Team) -> None:
        dirk = started.laptop("dirk", team_devices=(f"Anna={started.anna.key.fingerprint}",))
        assert dirk.cards.pull().accepted == 3
        dirk.store.close()


class TestJunk:
    def test_junk_in_the_folder_is_refused_shown_and_harmless(self, started: Team) -> None:
        cards = started.root / "team" / "cards"
        genuine = started.files()[0].read_bytes()
        junk = {
            "half": genuine[: len(genuine) // 2],
            "text": b"hello",
            "null": b"null",
            "list": b"[]",
            "deep": b"[" * 100_000,
            "bytes": bytes(range(256)) * 10,
            "big": b" " * (2 * 1024 * 1024),
            "number": b'{"schema":1,"version":1e400}',
        }
        for name, content in junk.items():
            (cards / f"{name}.json").write_bytes(content)
        (cards / "empty.json").touch()
        merged = started.bram.cards.pull()
        assert {item.id for item in merged.items} == set(junk)
        assert refused(started.bram) == {name: "too-large" if name == "big" else "malformed" for name in junk}
        assert len(started.bram.events("card.refused")) == len(junk)
        started.bram.cards.pull()
        assert len(started.bram.events("card.refused")) == len(junk)
        for name in junk:
            (cards / f"{name}.json").unlink()
        started.bram.cards.pull()
        assert refused(started.bram) == {}

    def test_a_file_that_was_half_synchronised_counts_when_it_is_whole(self, started: Team) -> None:
        started.anna.close()
        started.anna.cards.publish()
        path = next(p for p in started.files() if decode_file(p).kind is CardKind.CLOSING)
        content = path.read_bytes()
        path.write_bytes(content[:100])
        started.bram.cards.pull()
        assert started.bram.project().status is ProjectStatus.ACTIVE
        path.write_bytes(content)
        started.bram.cards.pull()
        assert started.bram.project().status is ProjectStatus.CLOSED

    def test_a_flood_of_strangers_cards_does_not_fill_the_store(
        self, started: Team, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("app.actions.cards.merging.MAX_REMEMBERED", 5)
        for number in range(12):
            id_ = "s" * 20 + "".join("abcdefghijklmnop"[int(digit)] for digit in f"{number:06d}")
            put(started, make_card(CardKind.CLOSING, key=CHAIMA, id_=id_))
        assert started.bram.cards.pull().refused == 12
        assert len(refused(started.bram)) == 5
        assert len(started.bram.events("card.refused")) == 5

    def test_a_remote_that_is_away_is_said_and_nothing_is_lost(self, started: Team) -> None:
        folder = started.root / "team"
        folder.rename(started.root / "away")
        started.anna.close()
        for act in (started.anna.cards.publish, started.anna.cards.pull):
            with pytest.raises(EnvironmentLacking):
                act()
        (started.root / "away").rename(folder)
        started.sync()
        assert started.carl.project().status is ProjectStatus.CLOSED

    def test_something_that_fits_no_card_is_shown_and_holds_nothing_else_up(self, team: Team) -> None:
        team.anna.add_client("Groot")
        team.anna.add_client("Klein")
        with team.anna.office.change() as work:
            client = work.session.clients.resolve("Groot")
            words = tuple(f"woord {number} {'x' * 300}" for number in range(5000))
            work.session.clients.update(replace(client, keywords=words))
        items = team.anna.cards.publish()
        assert [(item.state.value, item.reason) for item in items] == [("accepted", None), ("refused", "too-large")]


class TestFiles:
    def test_cards_travel_by_file_without_a_remote(self, started: Team) -> None:
        started.anna.close()
        export = started.root / "cards.json"
        assert started.anna.cards.export_to(export) == 4
        document = json.loads(export.read_text())
        assert (document["schema"], len(document["cards"])) == (1, 4)
        merged = started.bram.cards.import_from(export)
        assert (merged.accepted, merged.refused, merged.known) == (1, 0, 3)
        assert started.bram.project().closed_at == started.clock.now()
        again = started.bram.cards.import_from(export)
        assert (again.accepted, again.refused, again.known, again.items) == (0, 0, 4, ())

    @pytest.mark.parametrize(
        "content",
        [b"", b"{}", b"[]", b"nonsense", b'{"schema":2,"cards":[]}', b'{"schema":1,"cards":{}}', b"[" * 200_000],
    )
    def test_a_file_that_holds_no_cards_is_said(self, team: Team, content: bytes) -> None:
        path = team.root / "no.json"
        path.write_bytes(content)
        with pytest.raises(InputError):
            team.anna.cards.import_from(path)

    def test_a_file_that_is_not_there_or_cannot_be_written_is_said(self, team: Team) -> None:
        for act in (team.anna.cards.import_from, team.anna.cards.export_to):
            with pytest.raises(InputError):
                act(team.root / "missing" / "cards.json")
            with pytest.raises(InputError):
                act(team.root)

    def test_single_bad_cards_in_a_file_are_refused_one_by_one(self, started: Team) -> None:
        started.anna.close()
        export = started.root / "cards.json"
        started.anna.cards.export_to(export)
        document = json.loads(export.read_text())
        document["cards"] += [None, {"schema": 1}, "text", {**document["cards"][0], "version": 99}]
        export.write_text(json.dumps(document))
        merged = started.bram.cards.import_from(export)
        assert merged.accepted == 1
        assert sorted(str(item.reason) for item in merged.items if item.state is CardState.REFUSED) == [
            "bad-signature",
            "malformed",
            "malformed",
            "malformed",
        ]

    def test_what_is_published_and_accepted_is_journalled_without_names(self, started: Team) -> None:
        """VT-B2"""
        assert {"kind": "client", "version": 1} in started.anna.events("card.published")
        accepted = started.bram.events("card.accepted")
        assert {"kind": "project", "version": 1, "author": started.anna.device} in accepted
        assert all(set(entry) == {"kind", "version", "author"} for entry in accepted)


def test_every_reason_has_a_text_in_both_languages() -> None:
    """Shown by `card list`, whose edge renders `card.refused-<reason>`."""
    assert len({reason_text(reason.value).id for reason in Refusal}) == len(Refusal)


def test_the_kinds_of_the_samples_are_all_kinds() -> None:
    assert set(BODIES) == set(CardKind)


def test_a_closing_that_arrives_dated_back_binds_what_was_agreed_before_it_was_entered(tmp_path: Path) -> None:
    """VR-P4, VT-C4: an agreement that knew nothing of the closing does not outlive it, however far that is dated back."""
    clock = FakeClock()
    team = Team(tmp_path, clock)
    anna, bas = team.anna, team.bram
    anna.add_client()
    anna.add_project()
    anna.sync()
    bas.sync()
    clock.advance(timedelta(days=5))
    agreement = bas.add_agreement(valid_until=clock.now() + timedelta(days=60))
    copy = bas.add_copy(agreement)
    clock.advance(timedelta(hours=1))
    anna.close(ago=timedelta(days=5))
    closed_at = anna.project().closed_at
    anna.sync()
    bas.sync()
    assert closed_at is not None
    assert bas.copy(copy).due_at == closed_at + timedelta(days=7)
