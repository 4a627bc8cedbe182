"""Finds what is wrong with a chain of journal entries: edited, removed, inserted, reordered, cut, or badly signed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from app.domain.journal import JournalCheck, JournalHead, JournalProblem
from app.store.chain import SIGNED, PublicKey, Record, header_hash, link, payload_hash
from app.store.values import unpack_moment

PURGED_EVENT = "record.purged"
Records = Callable[[], Iterator[Record]]  # each call reads the chain anew, in stored order


@dataclass(frozen=True, slots=True)
class Fault:
    seq: int
    problem: JournalProblem


@dataclass(slots=True)
class _Scan:
    """What one pass over the chain saw. `missing`: payloads that are gone; `purged`: runs that a purge accounts for."""

    last: Record | None = None
    entries: int = 0
    missing: list[int] = field(default_factory=list)
    purged: list[tuple[int, int]] = field(default_factory=list)
    met_head: bool = False


def check_chain(
    records: Records, key: PublicKey, *, full: bool = False, head: JournalHead | str | None = None
) -> JournalCheck:
    """Check every header, every payload that is there and the last signature; with `full` every signature.

    `head` (or its hash) was noted or published earlier: the chain must still contain it.
    """
    scan = _Scan()
    fault = _walk(records, key, scan, full=full, head=head)
    if fault is None:
        fault = _cut(scan, head) or _uncovered(scan) or (_signature_fault(scan.last, key) if scan.last else None)
    return JournalCheck(
        valid=fault is None,
        entries=scan.entries,
        purged=len(scan.missing),
        first_bad=fault.seq if fault else None,
        problem=fault.problem if fault else None,
        head=head_of(scan.last, key),
        head_compared=head is not None,
        fingerprint=key.fingerprint,
    )


def head_of(last: Record | None, key: PublicKey) -> JournalHead:
    """The head of a chain that ends with `last`; an empty journal has the hash that its first entry will refer to."""
    if last is None:
        return JournalHead(seq=0, hash=key.start.hex())
    return JournalHead(seq=last.seq, hash=last.hash.hex(), at=_moment(last.at))


def _moment(text: str) -> datetime | None:
    try:
        return unpack_moment(text)
    except ValueError:  # an edited entry; the check says so
        return None


def _walk(records: Records, key: PublicKey, scan: _Scan, *, full: bool, head: JournalHead | str | None) -> Fault | None:
    wanted = head.hash.lower() if isinstance(head, JournalHead) else head and head.lower()
    at = head.seq if isinstance(head, JournalHead) else None
    scan.met_head = wanted == key.start.hex() and at in (None, 0)
    previous = key.start
    for record in records():
        scan.entries += 1
        fault = _entry_fault(records, record, scan.last, previous, key)
        if fault is None and full and record.signature is not None:
            fault = _signature_fault(record, key)
        fault = fault or _note_payload(record, scan)
        if fault is not None:
            return fault
        if wanted is not None and record.hash.hex() == wanted:
            scan.met_head = at in (None, record.seq)
        previous = link(record.hash, record.signature)
        scan.last = record
    return None


def _entry_fault(
    records: Records, record: Record, last: Record | None, previous: bytes, key: PublicKey
) -> Fault | None:
    expected = last.seq + 1 if last else 1
    if record.seq != expected:
        return _order_fault(records, expected, record.seq)
    if header_hash(record) != record.hash:
        return _header_fault(records, record, previous)
    if record.previous != previous:
        return _link_fault(records, record, last, previous, key)
    return None


def _order_fault(records: Records, expected: int, seq: int) -> Fault:
    """A number that does not follow: twice there, there but elsewhere, or nowhere."""
    seqs = [record.seq for record in records()]
    if seqs.count(seq) > 1 or seq < 1:
        return Fault(seq, JournalProblem.INSERTED)
    return Fault(expected, JournalProblem.REORDERED if expected in seqs else JournalProblem.REMOVED)


def _header_fault(records: Records, record: Record, previous: bytes) -> Fault:
    """The header does not give the hash. Written for another place in the chain it was moved or numbered anew."""
    count, final = 0, record
    for final in records():  # noqa: B007  # the last one is wanted
        count += 1
    # An attacker chooses the numbers, so the search is bounded by the count.
    written_for = next((seq for seq in range(1, 2 * count + 2) if header_hash(record, seq) == record.hash), None)
    if written_for is None:
        inserted = _follower_elsewhere(records, record, previous)
        return Fault(record.seq, JournalProblem.INSERTED if inserted else JournalProblem.EDITED)
    shift = written_for - record.seq
    if header_hash(final, final.seq + shift) != final.hash:
        return Fault(record.seq, JournalProblem.REORDERED)
    if shift > 0:
        return Fault(record.seq, JournalProblem.REMOVED)
    return Fault(written_for, JournalProblem.INSERTED)


def _link_fault(records: Records, record: Record, last: Record | None, previous: bytes, key: PublicKey) -> Fault:
    """`record` fits itself but not what stands before it."""
    if last is None:
        return Fault(record.seq, JournalProblem.EDITED)
    if _follower_elsewhere(records, record, previous):
        return Fault(record.seq, JournalProblem.INSERTED)
    if last.signature is not None and _signature_fault(last, key):
        return Fault(last.seq, JournalProblem.SIGNATURE)
    return Fault(last.seq, JournalProblem.EDITED)


def _follower_elsewhere(records: Records, record: Record, previous: bytes) -> bool:
    return any(other.previous == previous and other.seq != record.seq for other in records())


def _signature_fault(record: Record, key: PublicKey) -> Fault | None:
    if key.has_signed(record.signature, SIGNED + record.hash):
        return None
    return Fault(record.seq, JournalProblem.SIGNATURE)


def _note_payload(record: Record, scan: _Scan) -> Fault | None:
    if record.payload is None or record.salt is None:
        scan.missing.append(record.seq)
        return None
    if payload_hash(record.salt, record.payload) != record.payload_hash:
        return Fault(record.seq, JournalProblem.EDITED)
    if record.event == PURGED_EVENT:
        scan.purged += [run for run in purged_runs(record.payload) if run[1] < record.seq]
    return None


def purged_runs(payload: bytes) -> list[tuple[int, int]]:
    """First and last number of each run of entries whose payloads this purge removed."""
    try:
        data = json.loads(payload)["data"]
        return [(int(first), int(last)) for first, last in zip(data["first"], data["last"], strict=True)]
    except (ValueError, KeyError, TypeError, RecursionError):
        return []  # no purge of ours: it accounts for nothing


def _uncovered(scan: _Scan) -> Fault | None:
    """A payload is gone and no purge says so."""
    runs = sorted(scan.purged)
    reached, position = 0, 0  # all numbers up to `reached` in a run seen so far may be covered
    for seq in scan.missing:
        while position < len(runs) and runs[position][0] <= seq:
            reached = max(reached, runs[position][1])
            position += 1
        if seq > reached:
            return Fault(seq, JournalProblem.REMOVED)
    return None


def _cut(scan: _Scan, head: JournalHead | str | None) -> Fault | None:
    """The head that was given is not in the chain."""
    if head is None or scan.met_head:
        return None
    after = scan.last.seq + 1 if scan.last else 1
    return Fault(min(head.seq, after) if isinstance(head, JournalHead) else after, JournalProblem.CUT)
