"""Whether what stands at the board counts: by key, by who wrote it, and by what the device said before. Source: VT-C4."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.card import device_id
from app.domain.card_trust import Trust
from app.domain.team_record import RecordProblem, RecordRefused, TeamRecord, decode, is_genuine

AHEAD = timedelta(days=1)  # where it is later already, it may be tomorrow


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A record that counts, and the digest of its bytes."""

    record: TeamRecord
    digest: str


def read(content: bytes, written_by: str | None, today: date) -> TeamRecord:
    """The record, if it is genuine and stands where its person put it. Raises RecordRefused.

    `written_by`: whom the place names as its last writer; None where it does not tell."""
    record = decode(content)
    if not is_genuine(record, content):
        raise RecordRefused(RecordProblem.BAD_SIGNATURE)
    if written_by is not None and written_by.casefold() != record.person.mail.casefold():
        raise RecordRefused(RecordProblem.OTHER_PERSON)
    if record.day > today + AHEAD:
        raise RecordRefused(RecordProblem.FUTURE)
    return record


def claimed_device(content: bytes) -> str | None:
    """Whom a document that does not count speaks for, as far as that can be told; for its row alone."""
    try:
        record = decode(content)
        return record.device if device_id(record.key) == record.device else None
    except (RecordRefused, ValueError):
        return None


def following(last: Word | None, record: TeamRecord, digest: str) -> RecordProblem | None:
    """What is wrong with `record` as the next word after `last`; None when nothing is.

    Records in between may have been missed: then the journal's head alone tells whether the laptop went back.
    """
    if last is None or digest == last.digest:
        return None
    before = last.record
    if record.sequence < before.sequence:
        return RecordProblem.ROLLED_BACK
    is_next = record.sequence == before.sequence + 1
    if record.sequence == before.sequence or (is_next and record.previous != last.digest):
        return RecordProblem.FORKED
    if record.head.seq < before.head.seq or (
        record.head.seq == before.head.seq and record.head.hash != before.head.hash
    ):
        return RecordProblem.JOURNAL_SHRANK
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """Whose keys are known. A team that names its devices (by policy, or accepted here) counts every other key as new; a
    team that does not takes the first key of a person as it comes (pinned), and every further one of that person as new.

    `expected`: mail addresses of who is expected, lower case; empty where nobody said.
    """

    trust: Trust
    own: str
    are_named: bool
    expected: frozenset[str] = frozenset()

    def is_new(self, device: str, mail: str, pinned: Collection[str]) -> bool:
        """`pinned`: devices of the same person that counted before this one."""
        if device in self.trust.known:
            return False
        if self.are_named or (self.expected and mail not in self.expected):
            return True
        return bool(mail) and any(other != device for other in pinned)
