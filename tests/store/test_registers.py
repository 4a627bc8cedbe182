"""What goes into the registers comes out the same, and is found by what people know of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields, replace
from datetime import timedelta
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.agreement import Agreement, Evidence, Place
from app.domain.card import Card, CardKind, CardState, Role
from app.domain.certificate import IssuedCertificate
from app.domain.client import Client, ClientTerms
from app.domain.copy import AskedWhy, CopyState, Location, OutsideCopy
from app.domain.deadline import Trigger
from app.domain.errors import NotFoundError
from app.domain.exception import NotClientData
from app.domain.finding import Finding, FindingState, Resolution, ResolvedHow
from app.domain.folder import FolderKind, WatchedFolder
from app.domain.identity import FileIdentity, new_id
from app.domain.moments import Reading, Recorded
from app.domain.project import Project, ProjectStatus
from app.store import Session, Store
from app.store.connection import connect
from app.store.table import Table
from tests.store.samples import (
    DAY,
    HOUR,
    KEY,
    NOT_UTF8,
    NOW,
    ODD_NAMES,
    SEED,
    a_client,
    a_copy,
    a_finding,
    a_project,
    an_agreement,
    fill,
    rows,
    taken_back,
)

ELSEWHERE = FileIdentity(volume="ab:01", file_id="ff")


@pytest.fixture
def session(store: Store) -> Iterator[Session]:
    with store.write(NOW) as session:
        yield session


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with closing(Store.create(tmp_path_factory.mktemp("store") / "store.db", KEY, SEED, NOW)) as store:
        yield store


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("clients", Client),
        ("projects", Project),
        ("agreements", Agreement),
        ("findings", Finding),
        ("copies", OutsideCopy),
        ("folders", WatchedFolder),
        ("exceptions", NotClientData),
        ("certificates", IssuedCertificate),
        ("cards", Card),
    ],
)
def test_every_field_of_the_domain_has_a_column(store: Store, name: str, kind: type):
    with closing(connect(store.path, KEY)) as connection:
        columns = {row[1] for row in rows(connection, f"PRAGMA table_info({name})")}
    assert {field.name for field in fields(kind)} <= columns
    assert Table(name, kind).columns == tuple(field.name for field in fields(kind))


class TestClients:
    def test_come_out_as_they_went_in(self, session: Session):
        client = a_client(terms=ClientTerms(decision=HOUR, retention_years=7, source="DPA § 4"))
        session.clients.add(client)
        assert session.clients.get(client.id) == client
        assert hash(session.clients.get(client.id)) == hash(client)

    def test_are_found_by_name_or_variant_whatever_the_case(self, session: Session):
        client = a_client(name="Gemeente  Échtveld", variants=("GEV",))
        session.clients.add(client)
        for name in ("gemeente échtveld", "GEMEENTE E\u0301CHTVELD", " gev "):
            assert session.clients.by_name(name) == client
        assert session.clients.by_name("Echtveld") is None

    def test_a_name_wins_over_another_clients_variant(self, session: Session):
        session.clients.add(a_client(name="Zeeduin Holding", variants=("Zeeduin",)))
        session.clients.add(named := a_client(name="zeeduin", variants=()))
        assert session.clients.resolve("Zeeduin") == named

    def test_a_change_is_kept_and_an_unknown_one_refused(self, session: Session):
        session.clients.add(client := a_client())
        changed = replace(client, name="Waterschap Duinzee")
        session.clients.update(changed)
        assert session.clients.all() == [changed]
        with pytest.raises(NotFoundError):
            session.clients.update(a_client())


class TestStartsOfIds:
    def test_six_characters_are_enough_in_any_case(self, session: Session):
        _, project, agreement = fill(session)
        assert session.agreements.resolve(agreement.id[:6].upper()) == agreement
        assert session.projects.resolve(f" {project.id} ") == project

    @pytest.mark.parametrize("start", ["", " ", "abc", "zzzzzz", "%", "______", "\udcff", "a" * 300])
    def test_what_fits_nothing_is_not_found(self, session: Session, start: str):
        session.agreements.add(an_agreement(fill(session)[1], id="abcdefgh"))
        with pytest.raises(NotFoundError) as error:
            session.agreements.resolve(start)
        assert error.value.message.id == "store.not-found"

    def test_what_fits_several_is_ambiguous(self, session: Session):
        _, project, _ = fill(session)
        session.agreements.add(an_agreement(project, id="abcdef1"))
        session.agreements.add(an_agreement(project, id="abcdef2"))
        with pytest.raises(NotFoundError) as error:
            session.agreements.resolve("abcdef")
        assert error.value.message.id == "store.ambiguous"
        assert session.agreements.resolve("abcdef2").id == "abcdef2"

    def test_a_complete_id_that_begins_another_is_that_one(self, session: Session):
        _, project, _ = fill(session)
        for id_ in ("abc", "abcdefgh", "abcdefghij"):
            session.agreements.add(an_agreement(project, id=id_))
        assert session.agreements.resolve("abcdefgh").id == "abcdefgh"
        assert session.agreements.resolve("abc").id == "abc"

    def test_a_project_is_known_by_its_code(self, session: Session):
        _, project, _ = fill(session)
        assert session.projects.resolve("zd-1") == project
        assert session.projects.by_code("Zd-1 ") == project
        assert session.projects.by_code("ZD-2") is None


class TestProjectsAndAgreements:
    def test_come_out_as_they_went_in(self, session: Session):
        client, project, agreement = fill(session)
        closed = replace(
            project,
            status=ProjectStatus.CLOSED,
            closed_at=NOW,
            retention_until=NOW + 731 * DAY,
            documents=(f"/home/a/{NOT_UTF8}",),
        )
        session.projects.update(closed)
        ended = replace(
            agreement,
            place=Place.OFFICE365,
            hold=True,
            valid_until=NOW,
            withdrawn_at=NOW,
            approved_at=NOW,
            withdrawal_evidence=Evidence(id="e", name=NOT_UTF8, sha256="00", size_bytes=1, sender_domain="x.example"),
        )
        session.agreements.update(ended)
        assert session.projects.of_client(client.id) == [closed]
        assert session.agreements.of_project(project.id) == [ended]
        assert session.projects.of_client("other") == session.agreements.of_project("other") == []


class TestFindings:
    @pytest.mark.parametrize("name", ODD_NAMES)
    def test_any_name_is_kept_and_found(self, session: Session, name: str):
        finding = a_finding(path=f"/home/a/{name}", draft=name)
        session.findings.add(a_finding())
        session.findings.add(finding)
        assert session.findings.get(finding.id) == finding
        assert session.findings.at_path(f"/home/a/{name}") == [finding]

    @given(st.text(st.characters(codec=None), max_size=300))
    def test_any_path_is_found_again(self, shared: Store, path: str):
        with taken_back(shared) as session:
            session.findings.add(finding := a_finding(path=path))
            assert session.findings.at_path(path) == [finding]

    def test_read_only_mappings_are_kept_as_mappings(self, session: Session):
        session.findings.add(a_finding(id="findingid", kinds=MappingProxyType({"bsn": 2})))
        assert session.findings.get("findingid").kinds == {"bsn": 2}

    def test_are_found_by_state_group_content_and_identity(self, session: Session):
        one = a_finding(group="groupone")
        two = a_finding(group="groupone", state=FindingState.WAITING, sha256=None, identity=ELSEWHERE, path="/b")
        done = Resolution(how=ResolvedHow.KEPT, at=NOW, agreement_id="a", reason="ok")
        three = a_finding(state=FindingState.RESOLVED, resolution=done, sealed_at=NOW, original_gone=True)
        for finding in (one, two, three):
            session.findings.add(finding)
        assert session.findings.all() == [one, two, three]
        assert session.findings.all(FindingState.WAITING) == [two]
        assert session.findings.of_group("groupone") == [one, two]
        assert session.findings.by_sha256("cd" * 32) == [one, three]
        assert session.findings.by_identity(ELSEWHERE) == [two]
        assert session.findings.at_path(one.path) == [one]
        assert session.findings.count_open() == 1

    def test_an_id_gives_one_and_a_groups_id_all_of_it(self, session: Session):
        one, two = a_finding(group="groupgroup"), a_finding(group="groupgroup")
        session.findings.add(one)
        session.findings.add(two)
        assert session.findings.resolve(one.id[:8]) == (one,)
        assert session.findings.resolve("groupg") == (one, two)
        assert session.findings.resolve("groupgroup") == (one, two)

    @pytest.mark.parametrize(
        ("start", "problem"), [("abcdef", "store.ambiguous"), ("zzzzzz", "store.not-found"), ("abc", "store.not-found")]
    )
    def test_a_start_of_a_finding_and_a_group_is_refused(self, session: Session, start: str, problem: str):
        session.findings.add(a_finding(id="abcdef11", group="gggggggg"))
        session.findings.add(a_finding(id="hhhhhhhh", group="abcdef22"))
        with pytest.raises(NotFoundError) as error:
            session.findings.resolve(start)
        assert error.value.message.id == problem

    def test_what_was_resolved_long_ago_is_forgotten(self, session: Session):
        """VT-B2"""
        old = Resolution(how=ResolvedHow.DELETED, at=NOW - DAY)
        session.findings.add(a_finding(state=FindingState.RESOLVED, resolution=old))
        session.findings.add(kept := a_finding(state=FindingState.RESOLVED, resolution=replace(old, at=NOW)))
        session.findings.add(still_open := a_finding(found_at=NOW - 400 * DAY))
        assert session.findings.purge_resolved_before(NOW) == 1
        assert session.findings.all() == [kept, still_open]

    def test_a_removed_one_is_gone(self, session: Session):
        session.findings.add(finding := a_finding())
        session.findings.remove(finding.id)
        assert session.findings.find(finding.id) is None
        with pytest.raises(NotFoundError):
            session.findings.remove(finding.id)


class TestCopies:
    def test_come_out_as_they_went_in(self, session: Session):
        copy = a_copy(
            fill(session)[2],
            location=Location.VAULT,
            name=NOT_UTF8,
            path="a/b.age",
            size_bytes=2**40,
            sha256="aa" * 32,
            identity=ELSEWHERE,
            modified_ns=2**62,
            state=CopyState.CHECKED_OUT,
            due_at=NOW,
            trigger=Trigger.WITHDRAWN,
            planned_at=NOW - HOUR,
            asked_why=AskedWhy.CHANGED,
            asked_at=NOW,
            blocked_by=NOT_UTF8,
            sealed_digest="bb",
            sealed_bytes=7,
            sealed_at=NOW,
            checked_out_path=f"/w/{NOT_UTF8}",
            checked_out_at=NOW,
            original_path=f"/d/{NOT_UTF8}",
            original_method="unlink",
            further_of="x",
            special=True,
            deleted_at=NOW,
            method="unlink",
            certificate_id="c",
        )
        session.copies.add(copy)
        assert session.copies.get(copy.id) == copy

    def test_are_found_by_where_they_are_and_what_they_hold(self, session: Session):
        _, project, agreement = fill(session)
        out = a_copy(agreement, checked_out_path="/w/a.xlsx", sha256="11" * 32, size_bytes=5, identity=ELSEWHERE)
        here = a_copy(agreement, path="/w/a.xlsx", sha256="22" * 32, size_bytes=6)
        gone = a_copy(agreement, path="/w/a.xlsx", sha256="22" * 32, size_bytes=7, state=CopyState.DELETED)
        for copy in (out, here, gone):
            session.copies.add(copy)
        assert session.copies.by_path("/w/a.xlsx") == [out, here]
        assert session.copies.by_sha256("22" * 32) == [here]
        assert session.copies.by_sha256("22" * 32, live_only=False) == [here, gone]
        assert session.copies.by_identity(ELSEWHERE) == [out]
        assert session.copies.live_sizes() == {5, 6}
        assert session.copies.all(live_only=True) == [out, here]
        assert session.copies.of_project(project.id) == session.copies.of_agreement(agreement.id) == [out, here, gone]
        assert session.copies.digests() == dict.fromkeys(("11" * 32, "22" * 32), project.client_id)
        assert session.copies.digest_sizes() == {5, 6, 7}

    def test_those_whose_moment_has_come_are_listed_earliest_first(self, session: Session):
        """VR-P4"""
        agreement = fill(session)[2]

        def add(**changes: object) -> str:
            session.copies.add(copy := a_copy(agreement, **changes))
            return copy.id

        late = add(due_at=NOW, trigger=Trigger.PROJECT_CLOSED)
        planned = add(due_at=NOW + DAY, planned_at=NOW - HOUR, trigger=Trigger.PROJECT_CLOSED)
        early = add(due_at=NOW - DAY, planned_at=NOW + DAY, trigger=Trigger.AGREEMENT_END)
        only_planned = add(planned_at=NOW - HOUR / 2)
        later = add(due_at=NOW + HOUR, trigger=Trigger.PROJECT_CLOSED)
        add()
        add(due_at=NOW - DAY, trigger=Trigger.PROJECT_CLOSED, state=CopyState.DELETED)
        assert [copy.id for copy in session.copies.due_by(NOW)] == [early, planned, only_planned, late]
        listed = session.copies.deadlines()
        assert [deadline.copy_id for deadline in listed] == [early, late, later, planned]
        assert listed[3].due_at == NOW + DAY
        assert listed[3].planned_at == NOW - HOUR
        assert listed[0].trigger is Trigger.AGREEMENT_END

    def test_the_searches_use_their_indexes(self, store: Store):
        seen: list[str] = []
        with store.read() as session:
            connection = session.copies._connection
            connection.set_trace_callback(seen.append)
            session.copies.due_by(NOW)
            session.copies.by_path("/a")
            session.copies.by_sha256("aa")
            session.copies.by_identity(ELSEWHERE)
            session.findings.at_path("/a")
            session.findings.by_identity(ELSEWHERE)
            session.journal.entries(project="p", limit=5)
            connection.set_trace_callback(None)
            for query in seen:
                plan = [row[3] for row in rows(connection, f"EXPLAIN QUERY PLAN {query}")]
                assert not [step for step in plan if step.startswith("SCAN") and "USING" not in step], (query, plan)


class TestClaims:
    """An irreversible act is claimed in its own row and done once (design, Store)."""

    def test_only_one_gets_it(self, session: Session):
        session.copies.add(copy := a_copy(fill(session)[2]))
        assert session.copies.claim(copy.id, "one", NOW)
        assert not session.copies.claim(copy.id, "two", NOW)
        assert not session.copies.claim(copy.id, "one", NOW + timedelta(minutes=15))

    def test_a_stale_claim_is_taken_over(self, session: Session):
        session.copies.add(copy := a_copy(fill(session)[2]))
        assert session.copies.claim(copy.id, "one", NOW)
        assert session.copies.claim(copy.id, "two", NOW + timedelta(minutes=15, seconds=1))

    def test_a_claim_from_a_clock_that_was_wrong_does_not_last(self, session: Session):
        session.copies.add(copy := a_copy(fill(session)[2]))
        assert session.copies.claim(copy.id, "one", NOW + 365 * DAY)
        assert session.copies.claim(copy.id, "two", NOW)

    def test_a_released_one_is_free_again(self, session: Session):
        session.copies.add(copy := a_copy(fill(session)[2]))
        assert session.copies.claim(copy.id, "one", NOW)
        session.copies.release_claim(copy.id)
        assert session.copies.claim(copy.id, "two", NOW)

    def test_what_is_deleted_or_unknown_cannot_be_claimed(self, session: Session):
        session.copies.add(copy := a_copy(fill(session)[2], state=CopyState.DELETED))
        assert not session.copies.claim(copy.id, "one", NOW)
        assert not session.copies.claim("unknown", "one", NOW)

    def test_a_change_of_the_copy_leaves_the_claim(self, session: Session):
        session.copies.add(copy := a_copy(fill(session)[2]))
        session.copies.claim(copy.id, "one", NOW)
        session.copies.update(replace(copy, state=CopyState.BLOCKED))
        assert not session.copies.claim(copy.id, "two", NOW)


class TestFolders:
    def test_come_out_as_they_went_in(self, session: Session):
        folder = WatchedFolder(
            id=new_id(),
            path=f"/home/a/{NOT_UTF8}",
            kind=FolderKind.CLIENT_PLACE,
            added_at=NOW,
            synchronised_by="OneDrive",
            client_id="c",
            project_id="p",
            last_reconciled_at=NOW,
            identity=ELSEWHERE,
        )
        session.folders.add(folder)
        assert session.folders.all() == [folder]
        assert session.folders.by_path(folder.path) == folder
        assert session.folders.by_path("/home/a") is None

    def test_what_was_seen_goes_with_its_folder(self, session: Session):
        """VT-B2: a file judged own or clean leaves nothing but a keyed fingerprint, and that only while it is watched."""
        one, two = (self._folder(session, path) for path in ("/a", "/b"))
        session.seen.add_many(one, [bytes(16), b"\xff" * 16, bytes(16)])
        session.seen.add_many(two, [bytes(16)])
        session.seen.remove_many(one, [bytes(16), b"\x01" * 16])
        assert session.seen.load(one) == {b"\xff" * 16}
        session.folders.remove(one)
        assert session.seen.load(one) == set()
        assert session.seen.load(two) == {bytes(16)}
        session.seen.clear(two)
        assert session.seen.load(two) == set()

    def test_a_folder_that_was_removed_meanwhile_remembers_nothing(self, session: Session):
        session.seen.add_many("gone", [bytes(16)])
        assert session.seen.load("gone") == set()

    def test_a_fingerprint_has_sixteen_bytes(self, session: Session):
        with pytest.raises(ValueError):
            session.seen.add_many(self._folder(session, "/a"), [bytes(15)])

    def test_each_store_has_a_secret_of_its_own(self, store: Store, shared: Store):
        with store.read() as one, shared.read() as other:
            assert len(one.seen.secret()) == 32
            assert one.seen.secret() != other.seen.secret()

    def _folder(self, session: Session, path: str) -> str:
        folder = WatchedFolder(id=new_id(), path=path, kind=FolderKind.WATCHED, added_at=NOW)
        session.folders.add(folder)
        return folder.id


class TestExceptions:
    def exception(self, **changes: object) -> NotClientData:
        values: dict[str, object] = {"sha256": "aa" * 32, "series": None, "expires_at": NOW + 365 * DAY}
        return NotClientData(id=new_id(), reason="eigen", finding_id="f", created_at=NOW, **(values | changes))

    def test_count_for_the_same_content_or_series_for_a_year(self, session: Session):
        session.exceptions.add(content := self.exception())
        session.exceptions.add(series := self.exception(sha256=None, series=f"uren ####{NOT_UTF8}"))
        assert session.exceptions.match("aa" * 32, None, NOW) == content
        assert session.exceptions.match("bb" * 32, f"uren ####{NOT_UTF8}", NOW) == series
        assert session.exceptions.match(None, None, NOW) is None
        assert session.exceptions.match("aa" * 32, None, NOW + 365 * DAY) is None

    def test_can_be_taken_back(self, session: Session):
        session.exceptions.add(exception := self.exception())
        session.exceptions.remove(exception.id)
        assert session.exceptions.all() == []
        with pytest.raises(NotFoundError):
            session.exceptions.remove(exception.id)


class TestCertificates:
    def test_come_out_as_they_went_in(self, session: Session):
        _, project, agreement = fill(session)
        certificate = IssuedCertificate(
            id=new_id(),
            project_id=project.id,
            agreement_id=agreement.id,
            issued_at=NOW,
            copies=2,
            methods=("unlink",),
            residuals=1,
            complete=False,
            document={"client": "Zeeduin", "items": [{"name": "é"}], "signature": {"value": "x"}},
        )
        session.certificates.add(certificate)
        assert session.certificates.get(certificate.id) == certificate
        assert session.certificates.of_project(project.id) == [certificate]
        assert session.certificates.resolve(certificate.id[:7]) == certificate

    def test_have_a_receipt_that_leaves_the_document_as_it_was(self, session: Session):
        _, project, agreement = fill(session)
        values: dict[str, Any] = {"project_id": project.id, "agreement_id": agreement.id, "issued_at": NOW}
        values |= {
            "copies": 1,
            "methods": ("unlink",),
            "residuals": 0,
            "complete": True,
            "document": {"b": 1, "a": "é"},
        }
        first, second = (IssuedCertificate(id=new_id(), **values) for _ in range(2))
        session.certificates.add(first)
        session.certificates.add(second)
        receipt = Evidence(id=new_id(), name=NOT_UTF8, sha256="ab" * 32, size_bytes=5, sender_domain="zeeduin.example")
        session.certificates.file_receipt(second.id, receipt, NOW + HOUR)
        known = replace(second, receipt=receipt, receipt_at=NOW + HOUR)
        assert session.certificates.all() == [first, known]
        heads = session.certificates.heads()
        assert [(head.id, head.receipt, head.receipt_at) for head in heads] == [
            (first.id, None, None),
            (second.id, receipt, NOW + HOUR),
        ]
        assert not any(hasattr(head, "document") for head in heads)
        assert [head.id for head in session.certificates.unreceived()] == [first.id]
        with pytest.raises(NotFoundError):
            session.certificates.file_receipt("unknown", receipt, NOW)


class TestCards:
    def card(self, **changes: object) -> Card:
        values: dict[str, object] = {
            "id": new_id(),
            "kind": CardKind.CLOSING,
            "subject": "project",
            "version": 1,
            "role": Role.LEAD,
            "signature": "s",
        }
        rest = {"project_id": None, "author": "device", "at": NOW, "body": {"closed_at": "x"}, "key": "k"}
        return Card(**(values | rest | changes))

    def test_come_out_with_what_became_of_them(self, session: Session):
        session.cards.add(card := self.card(), CardState.REFUSED, "unknown-author")
        recorded = session.cards.get(card.id)
        assert (recorded.card, recorded.state, recorded.reason) == (card, CardState.REFUSED, "unknown-author")
        session.cards.add(card, CardState.ACCEPTED)
        assert session.cards.resolve(card.id[:6]).state is CardState.ACCEPTED
        assert len(session.cards.all()) == 1

    def test_a_forged_one_with_a_genuine_ones_id_hides_nothing(self, session: Session):
        genuine = self.card(version=2)
        session.cards.add(genuine, CardState.ACCEPTED)
        session.cards.add(replace(genuine, signature="forged", version=99), CardState.REFUSED, "bad-signature")
        assert session.cards.get(genuine.id).card == genuine
        assert len(session.cards.all()) == 2
        assert session.cards.resolve(genuine.id[:6]).card == genuine
        assert session.cards.latest_version(CardKind.CLOSING, "project") == 2

    def test_versions_count_per_kind_and_subject(self, session: Session):
        session.cards.add(self.card(version=4), CardState.ACCEPTED)
        assert session.cards.latest_version(CardKind.CLOSING, "project") == 4
        assert session.cards.latest_version(CardKind.REOPENING, "project") == 0
        assert session.cards.latest_version(CardKind.CLOSING, "other") == 0
        assert len(session.cards.of_subject("project")) == 1

    def test_unknown_ones_are_not_found(self, session: Session):
        with pytest.raises(NotFoundError):
            session.cards.get("unknown")
        with pytest.raises(NotFoundError):
            session.cards.resolve("unknown")


class TestDevices:
    def test_are_accepted_retired_and_accepted_anew(self, session: Session):
        session.devices.accept("deviceone", "ff", "key", NOW, "laptop")
        retired = session.devices.retire("deviceone", NOW + DAY)
        assert session.devices.get("deviceone") == retired
        assert (retired.retired_at, retired.note) == (NOW + DAY, "laptop")
        again = session.devices.accept("deviceone", "ff", None, NOW + 2 * DAY)
        assert session.devices.all() == [again]
        assert again.retired_at is None
        with pytest.raises(NotFoundError):
            session.devices.retire("unknown", NOW)


class TestSmallState:
    def test_settings_keep_their_types(self, session: Session):
        values = {"a.text": "x", "b.number": 3, "c.flag": True, "d.texts": ("x", "y"), "e.none": ()}
        for key, value in values.items():
            session.settings.set(key, value)
        assert session.settings.all() == values
        assert session.settings.get("c.flag") is True
        assert session.settings.get("f") is None
        session.settings.delete("a.text")
        assert "a.text" not in session.settings.all()

    def test_the_last_trusted_moment_is_kept_exactly(self, session: Session):
        assert session.clock.load() is None
        wall = NOW + timedelta(microseconds=7)
        reading = Reading(wall=wall, boot_seconds=12.5, boot_id="b", synchronised=None)
        for moment in (NOW, NOW + HOUR):
            session.clock.save(recorded := Recorded(reading=reading, highest_trusted_at=moment))
            assert session.clock.load() == recorded

    def test_notes_are_kept_counted_and_listed(self, session: Session):
        session.notes.set("rule.a", {"since": "x", "n": [1, None]})
        session.notes.set(f"drive./media/{NOT_UTF8}", NOT_UTF8)
        assert session.notes.count("rule.b") == 1
        assert session.notes.count("rule.b", 2) == 3
        assert session.notes.listing("rule.") == {"rule.a": {"since": "x", "n": [1, None]}, "rule.b": 3}
        assert session.notes.listing("drive.") == {f"drive./media/{NOT_UTF8}": NOT_UTF8}
        session.notes.delete("rule.a")
        assert session.notes.get("rule.a") is None


def test_a_hundred_thousand_sizes_and_fingerprints_are_quick_enough(session: Session):
    folder = WatchedFolder(id=new_id(), path="/a", kind=FolderKind.WATCHED, added_at=NOW)
    session.folders.add(folder)
    fingerprints = [number.to_bytes(16, "big") for number in range(20_000)]
    session.seen.add_many(folder.id, fingerprints)
    assert session.seen.load(folder.id) == set(fingerprints)


def test_a_project_of_an_unknown_client_is_our_mistake_not_the_users(store: Store):
    with pytest.raises(Exception, match="FOREIGN KEY"), store.write(NOW) as session:
        session.projects.add(a_project(a_client()))
