"""What laptops told, day by day, and what this one sent."""

from __future__ import annotations

from datetime import date, timedelta

from app.store import Store
from app.store.team_records import KeptRecord, OpenSpan, SeenEntry, Sent
from tests.fakes import START

A, B = "a" * 26, "b" * 26
DAY = date(2026, 11, 23)


def kept(device: str = A, digest: str = "1", **changes: object) -> KeptRecord:
    values = {"device": device, "mail": "a@b.example", "first_day": DAY, "record": "{}", "digest": digest}
    return KeptRecord(**(values | changes))  # type: ignore[arg-type]


def entry(name: str, stamp: str = "1", problem: str | None = None) -> SeenEntry:
    return SeenEntry(name=name, stamp=stamp, device=A, digest="d", problem=problem)


def test_what_stands_at_the_remote_is_known_by_name(store: Store) -> None:
    with store.write(START) as session:
        for seen in (entry("x"), entry("y", problem="forked"), entry("x", "2")):
            session.team_records.see(seen)
        assert session.team_records.stamps() == {"x": "2", "y": "1"}
        session.team_records.unsee(["x", "none"])
        assert session.team_records.entries() == [entry("y", problem="forked")]
        assert (session.team_records.entry("x"), session.team_records.entry("y")) == (
            None,
            entry("y", problem="forked"),
        )


def test_a_device_keeps_its_place_and_its_first_day(store: Store) -> None:
    with store.write(START) as session:
        records = session.team_records
        records.keep(kept(B))
        records.keep(kept(A))
        records.keep(kept(B, "2", first_day=DAY + timedelta(days=9), mail="naam\udce9@b.example"))
        assert [(one.device, one.digest, one.first_day) for one in records.all()] == [(B, "2", DAY), (A, "1", DAY)]
        assert records.find(B) == kept(B, "2", mail="naam\udce9@b.example")


def test_a_pardon_lasts_until_the_next_record_and_reads_the_entries_anew(store: Store) -> None:
    with store.write(START) as session:
        records = session.team_records
        assert not records.pardon(A)
        records.keep(kept(A))
        records.see(entry("x"))
        assert records.pardon(A)
        assert (records.find(A), records.stamps()) == (kept(A, pardoned=True), {"x": ""})
        records.keep(kept(A, "2"))
        assert records.find(A) == kept(A, "2")


def test_a_forgotten_device_leaves_nothing(store: Store) -> None:
    """VT-B2"""
    with store.write(START) as session:
        records = session.team_records
        records.keep(kept(A))
        records.see(entry("x"))
        records.set_open([span(A, DAY)])
        records.forget(A)
        assert (records.all(), records.entries(), records.open_on(DAY)) == ([], [], [])


def span(device: str, last_day: date, what: str = "VR-P4") -> OpenSpan:
    return OpenSpan(device=device, what=what, state="overdue", count=2, since=DAY, last_day=last_day)


def test_what_is_past_its_term_goes_and_the_last_that_was_sent_stays(store: Store) -> None:
    with store.write(START) as session:
        records = session.team_records
        for back in range(4):
            records.set_day(DAY - timedelta(days=back), {"laptops": back})
        records.set_open([span(A, DAY), span(B, DAY - timedelta(days=2))])
        for sequence in (1, 2, 3):
            records.note_made(Sent(sequence=sequence, day=DAY - timedelta(days=9), record="{}", is_posted=sequence < 3))
        second = DAY - timedelta(days=1)
        assert records.purge(open_before=second, days_before=second, sent_before=second) == 5
        assert [day for day, _ in records.days(DAY - timedelta(days=9), DAY)] == [second, DAY]
        assert (records.open_on(DAY), records.open_on(DAY - timedelta(days=2))) == ([span(A, DAY)], [])
        assert [made.sequence for made in records.made()] == [3]


def test_what_was_made_is_not_what_was_posted(store: Store) -> None:
    first, second = (Sent(sequence=number, day=DAY, record="{}", is_posted=number == 1) for number in (1, 2))
    with store.write(START) as session:
        records = session.team_records
        assert (records.last_made(), records.last_posted()) == (None, None)
        for made in (first, second):
            records.note_made(made)
        assert (records.last_made(), records.last_posted()) == (second, first)
