"""The journal: what may be written, that it is whole, and what a check finds. Source: design, Journal; VT-B2."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from app.domain.events import EVENTS, Term
from app.domain.journal import JournalHead, JournalProblem
from app.domain.project import ProjectStatus
from app.store import Store, chain
from app.store.chain import JournalKey, Record, header_hash, link
from app.store.chain_check import check_chain
from app.store.connection import connect
from tests.store.samples import DAY, HOUR, KEY, NOW, SEED, a_client, fill, rows, taken_back, tamper

CODES = st.text("abcXYZ019._:+-", min_size=1, max_size=60)


def write_some(store: Store, transactions: int = 4, each: int = 3) -> None:
    """Entries in transactions of several, as real changes have them."""
    for number in range(transactions):
        with store.write(NOW + number * HOUR) as session:
            for step in range(each):
                session.journal.append(
                    "copy.confirmed", subject=f"copy{number}.{step}", actor="person", data={"what": "x"}
                )


def problem_of(
    store: Store, *, full: bool = False, head: JournalHead | str | None = None
) -> tuple[str | None, int | None]:
    with store.read() as session:
        check = session.journal.verify(full, head)
    assert check.valid is (check.problem is None)
    return check.problem, check.first_bad


def all_records(store: Store) -> list[Record]:
    with store.read() as session:
        return list(session.journal._records())


class TestAppend:
    def test_an_entry_says_what_happened_to_what(self, store: Store):
        with store.write(NOW) as session:
            seq = session.journal.append(
                "finding.opened",
                subject="findingid",
                actor="guard",
                project="projectid",
                outcome="ok",
                data={"kinds": {"bsn": 3}, "reasons": ["origin"], "special": False, "client": None, "files": 2},
            )
        with store.read() as session:
            (entry,) = session.journal.entries()
        assert (entry.seq, entry.at, entry.event, entry.subject) == (seq, NOW, "finding.opened", "findingid")
        assert (entry.actor, entry.role, entry.project, entry.outcome) == ("guard", "consultant", "projectid", "ok")
        assert entry.data == {"kinds": {"bsn": 3}, "reasons": ["origin"], "special": False, "client": None, "files": 2}
        assert not entry.is_purged

    @pytest.mark.parametrize(
        ("event", "data"),
        [
            ("copy.stolen", {}),
            ("copy.deleted", {"path": "x"}),
            ("copy.deleted", {"method": "/home/a/salaris.xlsx"}),
            ("copy.deleted", {"method": "C:\\salaris.xlsx"}),
            ("copy.deleted", {"method": "Jan de Vries"}),
            ("copy.deleted", {"method": "jan@zeeduin.example"}),
            ("copy.deleted", {"method": ""}),
            ("copy.deleted", {"method": "é"}),
            ("copy.deleted", {"method": "a\n"}),
            ("copy.deleted", {"method": "x" * 201}),
            ("copy.deleted", {"residuals": 1.5}),
            ("copy.deleted", {"residuals": 2**60}),
            ("copy.deleted", {"residuals": ["ok", "not ok"]}),
            ("copy.deleted", {"residuals": [["nested"]]}),
            ("finding.opened", {"kinds": {"bsn": "123456782"}}),
            ("finding.opened", {"kinds": {"bsn": True}}),
            ("finding.opened", {"kinds": {"two words": 1}}),
        ],
    )
    def test_what_is_not_on_the_list_is_never_written(self, store: Store, event: str, data: dict[str, Any]):
        """VT-B2: ids, counts and states only; no names, no paths, no values."""
        with pytest.raises(ValueError), store.write(NOW) as session:
            session.journal.append(event, subject="id", actor="person", data=data)
        assert all_records(store) == []

    @pytest.mark.parametrize("field", ["subject", "actor", "role", "project", "outcome"])
    @pytest.mark.parametrize("text", ["", "a b", "/etc/passwd", "..\\x", "n@zeeduin.example", "naam\udcff"])
    def test_nor_in_its_fixed_fields(self, store: Store, field: str, text: str):
        """VT-B2"""
        values = {"subject": "id", "actor": "person"} | {field: text}
        with pytest.raises(ValueError), store.write(NOW) as session:
            session.journal.append("copy.renewed", **values)

    def test_the_list_of_events_names_no_field_for_names_paths_or_values(self):
        """VT-B2. `fields` are names of attributes, `name` is a term's, `key` a setting's, `finding` ids; never contents."""
        harmful = {"path", "file", "filename", "mail", "email", "value", "text", "content", "title", "host", "person"}
        assert not {field for event in EVENTS.values() for field in event.fields} & harmful

    def test_the_stored_bytes_hold_the_fixed_fields_and_the_events_alone(self, store: Store):
        """VT-B2"""
        with store.write(NOW) as session:
            for event in EVENTS.values():
                session.journal.append(event.name, subject="id", actor="person", data=dict.fromkeys(event.fields, 1))
        for record in all_records(store):
            told = json.loads(record.payload or b"")
            assert told.keys() == {"actor", "data", "outcome", "project", "role"}
            assert told["data"].keys() <= EVENTS[record.event].fields

    def test_a_read_session_writes_none(self, store: Store):
        with store.read() as session, pytest.raises(RuntimeError):
            session.journal.append("copy.renewed", subject="id", actor="person")

    def test_a_change_taken_back_leaves_no_entry(self, store: Store):
        write_some(store)
        with taken_back(store) as session:
            session.journal.append("copy.renewed", subject="id", actor="person")
        write_some(store, 1)
        assert len(all_records(store)) == 15
        assert problem_of(store, full=True) == (None, None)

    @given(CODES, CODES, st.dictionaries(CODES, st.integers(-(2**53) + 1, 2**53 - 1)), st.lists(CODES))
    def test_its_bytes_are_those_of_rfc_8785(self, text: str, other: str, counts: dict[str, int], texts: list[str]):
        value = {"a": text, other: counts, "c": texts, "d": None, "e": True}
        assert chain.canonical(value) == rfc8785.dumps(value)

    def test_the_last_entry_of_each_transaction_is_signed(self, store: Store):
        write_some(store, 2, 3)
        assert [record.signature is not None for record in all_records(store)] == [False, False, True] * 2


class TestEntries:
    def test_the_latest_that_fit_come_oldest_first(self, store: Store):
        write_some(store)
        with store.write(NOW + DAY) as session:
            session.journal.append("copy.renewed", subject="id", actor="guard", project="projectone")
            session.journal.append("copy.renewed", subject="id", actor="guard", project="projecttwo")
        with store.read() as session:
            journal = session.journal
            assert [entry.seq for entry in journal.entries(limit=3)] == [12, 13, 14]
            assert [entry.seq for entry in journal.entries(since=NOW + 3 * HOUR)] == [10, 11, 12, 13, 14]
            assert [entry.seq for entry in journal.entries(event="copy.renewed", project="projectone")] == [13]
            assert journal.entries(limit=0) == journal.entries(event="none") == []
            assert journal.count() == 14

    def test_the_head_is_the_last_entry(self, store: Store):
        with store.read() as session:
            assert (session.journal.head().seq, session.journal.head().at) == (0, None)
        write_some(store)
        with store.read() as session:
            head = session.journal.head()
        assert (head.seq, head.at) == (12, NOW + 3 * HOUR)
        assert head.hash == all_records(store)[-1].hash.hex()


class TestVerify:
    def test_a_whole_one_is_valid(self, store: Store):
        assert problem_of(store, full=True) == (None, None)
        write_some(store)
        for full in (False, True):
            assert problem_of(store, full=full) == (None, None)
        with store.read() as session:
            check = session.journal.verify(head=session.journal.head())
        assert (check.valid, check.entries, check.purged, check.head_compared) == (True, 12, 0, True)

    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE journal SET at = '2026-11-23T09:00:01Z' WHERE seq = 5",
            "UPDATE journal SET event = 'copy.renewed' WHERE seq = 5",
            "UPDATE journal SET subject = 'other' WHERE seq = 5",
            "UPDATE journal SET hash = zeroblob(32) WHERE seq = 5",
            "UPDATE journal SET payload_hash = zeroblob(32) WHERE seq = 5",
            "UPDATE journal SET previous = zeroblob(32) WHERE seq = 5",
            "UPDATE journal_payloads SET payload = replace(payload, 'person', 'guard') WHERE seq = 5",
            "UPDATE journal_payloads SET salt = zeroblob(16) WHERE seq = 5",
        ],
    )
    def test_an_edit_is_found(self, store: Store, statement: str):
        write_some(store)
        tamper(store.path, statement)
        assert problem_of(store) == (JournalProblem.EDITED, 5)

    @pytest.mark.parametrize("seq", [1, 5, 11])
    def test_a_removal_is_found(self, store: Store, seq: int):
        write_some(store)
        tamper(store.path, f"DELETE FROM journal WHERE seq = {seq}", f"DELETE FROM journal_payloads WHERE seq = {seq}")
        assert problem_of(store) == (JournalProblem.REMOVED, seq)

    def test_a_removal_with_new_numbers_is_found(self, store: Store):
        write_some(store)
        tamper(
            store.path,
            "DELETE FROM journal WHERE seq = 5",
            "DELETE FROM journal_payloads WHERE seq = 5",
            *self.shift("seq > 5", -1),
        )
        assert problem_of(store) == (JournalProblem.REMOVED, 5)

    def test_a_removed_payload_is_found(self, store: Store):
        write_some(store)
        tamper(store.path, "DELETE FROM journal_payloads WHERE seq = 5")
        assert problem_of(store) == (JournalProblem.REMOVED, 5)

    def test_an_insertion_is_found(self, store: Store):
        write_some(store)
        tamper(
            store.path,
            *self.shift("seq > 5", 1),
            "INSERT INTO journal SELECT 6, at, event, 'forged', payload_hash, previous, hash, NULL "
            "FROM journal WHERE seq = 5",
        )
        assert problem_of(store) == (JournalProblem.INSERTED, 6)

    def test_an_insertion_that_fits_itself_is_found(self, store: Store):
        write_some(store)
        fifth = all_records(store)[4]
        forged = fifth._replace(seq=6, previous=link(fifth.hash, fifth.signature), subject="forged")
        forged = forged._replace(hash=header_hash(forged))
        tamper(store.path, *self.shift("seq > 5", 1))
        tamper(store.path, "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, NULL)", cells=forged[:7])
        tamper(store.path, "INSERT INTO journal_payloads SELECT 6, salt, payload FROM journal_payloads WHERE seq = 5")
        assert problem_of(store) == (JournalProblem.INSERTED, 6)

    def test_two_that_changed_places_are_found(self, store: Store):
        write_some(store)
        for table in ("journal", "journal_payloads"):
            tamper(
                store.path,
                f"UPDATE {table} SET seq = 99 WHERE seq = 4",
                f"UPDATE {table} SET seq = 4 WHERE seq = 8",
                f"UPDATE {table} SET seq = 8 WHERE seq = 99",
            )
        assert problem_of(store) == (JournalProblem.REORDERED, 4)

    def test_an_edit_with_a_new_hash_is_found_by_what_follows(self, store: Store):
        write_some(store)
        fifth = all_records(store)[4]._replace(subject="forged")
        tamper(
            store.path,
            "UPDATE journal SET subject = 'forged', hash = ? WHERE seq = 5",
            cells=(header_hash(fifth),),
        )
        assert problem_of(store) == (JournalProblem.EDITED, 5)

    def test_history_written_anew_without_the_key_is_found(self, store: Store):
        """Everything is made to fit, but nobody else can sign the last entry."""
        write_some(store)
        previous, forged = all_records(store)[3].previous, []
        for record in all_records(store)[3:]:
            fresh = record._replace(previous=previous, subject="forged")
            fresh = fresh._replace(hash=header_hash(fresh))
            previous = link(fresh.hash, fresh.signature)
            forged.append(fresh)
        for record in forged:
            tamper(
                store.path,
                "UPDATE journal SET subject = ?, previous = ?, hash = ? WHERE seq = ?",
                cells=(record.subject, record.previous, record.hash, record.seq),
            )
        assert problem_of(store) == (JournalProblem.SIGNATURE, 12)
        assert problem_of(store, full=True) == (JournalProblem.SIGNATURE, 6)

    def test_entries_added_at_the_end_without_the_key_are_found(self, store: Store):
        write_some(store)
        last = all_records(store)[-1]
        forged = last._replace(seq=13, previous=link(last.hash, last.signature))
        forged = forged._replace(hash=header_hash(forged))
        tamper(store.path, "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, NULL)", cells=forged[:7])
        tamper(store.path, "INSERT INTO journal_payloads SELECT 13, salt, payload FROM journal_payloads WHERE seq = 12")
        assert problem_of(store) == (JournalProblem.SIGNATURE, 13)

    @pytest.mark.parametrize(
        ("statement", "seq"),
        [
            ("UPDATE journal SET signature = zeroblob(64) WHERE seq = 12", 12),
            ("UPDATE journal SET signature = x'00' WHERE seq = 12", 12),
            ("UPDATE journal SET signature = NULL WHERE seq = 12", 12),
            ("UPDATE journal SET signature = zeroblob(64) WHERE seq = 6", 6),
        ],
    )
    def test_a_false_signature_is_found(self, store: Store, statement: str, seq: int):
        write_some(store)
        tamper(store.path, statement)
        assert problem_of(store, full=True) == (JournalProblem.SIGNATURE, seq)
        assert problem_of(store) == (JournalProblem.SIGNATURE, seq)

    def test_the_key_of_another_store_does_not_fit(self, store: Store):
        write_some(store)
        with closing(Store.open(store.path, KEY, bytes(32))) as other:
            assert problem_of(other) == (JournalProblem.EDITED, 1)

    def test_a_cut_end_is_found_with_a_head(self, store: Store):
        write_some(store)
        with store.read() as session:
            head = session.journal.head()
        tamper(store.path, "DELETE FROM journal WHERE seq > 9", "DELETE FROM journal_payloads WHERE seq > 9")
        assert problem_of(store) == (None, None)  # a chain alone cannot know how long it was
        assert problem_of(store, head=head) == (JournalProblem.CUT, 10)
        assert problem_of(store, head=head.hash.upper()) == (JournalProblem.CUT, 10)

    def test_an_older_copy_put_back_is_found_even_after_it_grew_again(self, store: Store):
        write_some(store)
        with store.read() as session:
            head = session.journal.head()
        tamper(store.path, "DELETE FROM journal WHERE seq > 9", "DELETE FROM journal_payloads WHERE seq > 9")
        write_some(store)
        assert problem_of(store) == (None, None)
        assert problem_of(store, head=head) == (JournalProblem.CUT, 12)

    def test_a_removed_journal_is_found_with_a_head(self, store: Store):
        write_some(store)
        with store.read() as session:
            head = session.journal.head()
        tamper(store.path, "DELETE FROM journal", "DELETE FROM journal_payloads")
        assert problem_of(store, head=head) == (JournalProblem.CUT, 1)

    def test_an_earlier_head_is_part_of_a_longer_journal(self, store: Store):
        with store.read() as session:
            empty = session.journal.head()
        write_some(store, 1)
        with store.read() as session:
            early = session.journal.head()
        write_some(store)
        for head in (empty, empty.hash, early, early.hash):
            assert problem_of(store, head=head) == (None, None)
        assert problem_of(store, head=replace(early, seq=2)) == (JournalProblem.CUT, 2)

    def shift(self, condition: str, step: int) -> list[str]:
        """Number entries anew, in two moves because numbers are unique."""
        return [
            statement
            for table in ("journal", "journal_payloads")
            for statement in (
                f"UPDATE {table} SET seq = -(seq + {step}) WHERE {condition}",
                f"UPDATE {table} SET seq = -seq WHERE seq < 0",
            )
        ]


class TestAnyTampering:
    """Whatever is done to a chain without the key, a check with the head finds it."""

    KEY = JournalKey(SEED)

    def chain(self) -> list[Record]:
        records, previous = [], self.KEY.public.start
        for seq in range(1, 9):
            salt, payload = bytes([seq]) * 16, b'{"seq":%d}' % seq
            draft = Record(
                seq, f"2026-11-23T0{seq}:00:00Z", "copy.renewed", "id", chain.payload_hash(salt, payload), previous,
                b"", None, salt, payload,
            )  # fmt: skip
            hash_ = header_hash(draft)
            signature = self.KEY.sign_head(hash_) if seq % 2 == 0 else None
            records.append(draft._replace(hash=hash_, signature=signature))
            previous = link(hash_, signature)
        return records

    def check(self, records: list[Record], whole: list[Record]) -> JournalProblem | None:
        head = JournalHead(seq=8, hash=whole[-1].hash.hex())
        return check_chain(lambda: iter(records), self.KEY.public, full=True, head=head).problem

    @given(st.permutations(range(8)))
    def test_reordering(self, order: list[int]):
        whole = self.chain()
        expected = None if order == sorted(order) else JournalProblem.REORDERED
        assert self.check([whole[index] for index in order], whole) == expected

    @given(st.sets(st.integers(0, 7), min_size=1, max_size=8))
    def test_removal(self, gone: set[int]):
        whole = self.chain()
        left = [record for index, record in enumerate(whole) if index not in gone]
        is_tail = gone == set(range(min(gone), 8))
        assert self.check(left, whole) is (JournalProblem.CUT if is_tail else JournalProblem.REMOVED)

    @given(st.integers(0, 7), st.integers(0, 8))
    def test_repetition(self, index: int, at: int):
        whole = self.chain()
        repeated = [*whole[:at], whole[index], *whole[at:]]
        assert self.check(repeated, whole) is JournalProblem.INSERTED

    @given(
        st.integers(0, 7),
        st.sampled_from(("payload_hash", "previous", "hash", "signature", "salt", "payload")),
        st.integers(0, 1000),
        st.integers(1, 255),
    )
    def test_a_changed_byte(self, index: int, field: str, position: int, change: int):
        whole = self.chain()
        old = getattr(whole[index], field)
        if old is None:
            new = bytes([change])
        else:
            place = position % len(old)
            new = old[:place] + bytes([old[place] ^ change]) + old[place + 1 :]
        edited = [*whole[:index], whole[index]._replace(**{field: new}), *whole[index + 1 :]]
        assert self.check(edited, whole) is not None

    @given(st.integers(0, 7), st.sampled_from(("seq", "at", "event", "subject")), st.integers(-5, 10**18))
    def test_a_changed_word(self, index: int, field: str, number: int):
        whole = self.chain()
        new = number if field == "seq" else str(number)
        edited = [*whole[:index], whole[index]._replace(**{field: new}), *whole[index + 1 :]]
        same = edited == whole
        assert (self.check(edited, whole) is None) is same


class TestPurge:
    """Payloads go on their term; the header stays, so the chain stays whole (design, Journal)."""

    def append(self, store: Store, at: Any, event: str, **changes: Any) -> None:
        with store.write(at) as session:
            session.journal.append(event, subject="id", actor="person", **changes)

    def purge(self, store: Store, now: Any) -> int:
        with store.write(now) as session:
            return session.journal.purge(now)

    def purged(self, store: Store) -> list[int]:
        with store.read() as session:
            check = session.journal.verify(full=True, head=session.journal.head())
            assert check.valid
            purged = [entry.seq for entry in session.journal.entries() if entry.is_purged]
            assert check.purged == len(purged)
        return purged

    @pytest.mark.parametrize(("event", "term"), [("finding.opened", Term.FINDING), ("access.denied", Term.SIGN_IN)])
    def test_findings_and_sign_ins_go_on_their_term(self, store: Store, event: str, term: Term):
        """VT-B2"""
        self.append(store, NOW, event)
        self.append(store, NOW + timedelta(seconds=1), event)
        assert self.purge(store, NOW + term.value) == 0
        assert self.purge(store, NOW + term.value + timedelta(seconds=1)) == 1
        assert self.purged(store) == [1]

    def test_what_belongs_to_a_project_counts_from_its_closing(self, store: Store):
        with store.write(NOW) as session:
            _, project, _ = fill(session)
            session.journal.append("project.added", subject=project.id, actor="person", project=project.id)
            session.journal.append("client.added", subject="id", actor="person")
        long_after = NOW + 12 * 366 * DAY
        assert self.purge(store, long_after) == 0
        with store.write(NOW + DAY) as session:
            session.projects.update(replace(project, status=ProjectStatus.CLOSED, closed_at=NOW + DAY))
        assert self.purge(store, NOW + Term.PROJECT.value + DAY) == 0
        assert self.purge(store, NOW + Term.PROJECT.value + DAY + HOUR) == 1
        assert self.purged(store) == [1]

    def test_it_says_what_went_and_keeps_saying_so(self, store: Store):
        for event in ("finding.opened", "client.added", "finding.opened", "finding.opened"):
            self.append(store, NOW, event)
        assert self.purge(store, NOW + 200 * DAY) == 3
        assert self.purge(store, NOW + 4000 * DAY) == 0
        with store.read() as session:
            (said,) = session.journal.entries(event="record.purged")
        assert said.data == {"count": 3, "first": ["1", "3"], "last": ["1", "4"]}
        assert self.purged(store) == [1, 3, 4]

    def test_a_payload_that_no_purge_accounts_for_is_missed(self, store: Store):
        for event in ("finding.opened", "client.added", "finding.opened"):
            self.append(store, NOW, event)
        self.purge(store, NOW + 200 * DAY)
        tamper(store.path, "DELETE FROM journal_payloads WHERE seq = 2")
        assert problem_of(store) == (JournalProblem.REMOVED, 2)

    def test_the_word_of_the_purge_itself_cannot_go(self, store: Store):
        self.append(store, NOW, "finding.opened")
        self.purge(store, NOW + 200 * DAY)
        tamper(store.path, "DELETE FROM journal_payloads WHERE seq = 2")
        assert problem_of(store) == (JournalProblem.REMOVED, 1)

    def test_many_scattered_ones_are_told_in_several_entries(self, store: Store):
        with store.write(NOW) as session:
            for number in range(1_200):
                event = "client.added" if number % 2 else "finding.opened"
                session.journal.append(event, subject="id", actor="person")
        assert self.purge(store, NOW + 200 * DAY) == 600
        assert len(self.purged(store)) == 600
        with store.read() as session:
            assert len(session.journal.entries(event="record.purged")) == 2

    def test_nothing_of_a_purged_payload_is_left_in_the_file(self, store: Store):
        """The pages are overwritten, not only unlinked."""
        self.append(store, NOW, "finding.opened", data={"verdict": "SECRETWORD"})
        self.purge(store, NOW + 200 * DAY)
        with closing(connect(store.path, KEY)) as connection:
            (secure,) = connection.execute("PRAGMA secure_delete").fetchone()
            assert rows(connection, "SELECT count(*) FROM journal_payloads WHERE payload LIKE '%SECRETWORD%'") == [(0,)]
        assert secure == 1


def test_a_change_and_its_entry_are_one(store: Store):
    """Intent and record stand or fall together."""
    with taken_back(store) as session:
        session.clients.add(a_client())
        session.journal.append("client.added", subject="id", actor="person")
    with store.read() as session:
        assert session.clients.all() == session.journal.entries() == []
