"""Telling the team: once a day at a minute that differs by laptop and day, and soon after a state or deadline changed.

Never at the moment something happens: what is sent must not tell when somebody works (VT-B2).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import msgspec

from app.actions.office import Work
from app.actions.team_status.building import Link, Surrounding, build, sign
from app.actions.team_status.desk import KNOWN_AS, TeamDesk
from app.domain.signatures import canonical
from app.domain.team_board import Posted, StatusBoard
from app.domain.team_record import (
    RecordRefused,
    TeamRecord,
    as_document,
    decode,
    digest_of,
    encode,
    is_genuine,
    told,
    urgent,
)
from app.store import Session
from app.store.schema import latest_version
from app.store.team_records import KeptRecord, SeenEntry, Sent

CONTACT = "team.contact"  # note: the day of the last contact with the board
LOOKED = "team.looked"  # note: {day: how often}
URGENT = "team.urgent"  # note: {digest, at}: what was to be told soon, and since when
LAST_MINUTE = 23 * 60 + 30  # of the day: later, the day could be over before the guard looks again
LATE = timedelta(minutes=60)  # a laptop that was off or asleep at its minute tells within the hour after it came back
ASLEEP = timedelta(minutes=45)  # nobody looked for so long: longer than a guard ever rests
CALM = timedelta(minutes=5)  # what changed is told after five minutes at the earliest
SPREAD = timedelta(minutes=40)  # and up to so many minutes later
MOST_A_DAY = 8  # records of one day, whatever changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """A record that stands at the board now."""

    record: TeamRecord
    posted: Posted


class Sending:
    def __init__(self, desk: TeamDesk) -> None:
        self._desk = desk
        self._looked_at: datetime | None = None
        self._moment: tuple[date, datetime] | None = None
        self._is_moved = False  # once a day: who is awake for minutes only must not wait for ever

    # -- when ---------------------------------------------------------------------------------------------------------

    def is_due(self, now: datetime) -> bool:
        """For the guard, which looks every few minutes: whether this is the moment, by day and by what changed."""
        today = self._desk.today()
        with self._desk.office.look() as session:
            sent = session.team_records.last_posted()
            sent_today = sum(made.day == today for made in session.team_records.made())
        if sent is None:
            return True
        moment = self._daily_moment(now, has_missed_a_day=(today - sent.day).days > 1)
        if sent.day != today and now >= moment:
            return True
        return sent_today < MOST_A_DAY and self._is_urgent(now, decode(sent.record.encode()))

    def _daily_moment(self, now: datetime, *, has_missed_a_day: bool) -> datetime:
        """Of today: the laptop's own minute. A laptop that was off or asleep then tells some time after it came back, so that
        what is sent does not tell when it did; one that missed its minute yesterday does not wait for today's."""
        day, was_away = self._desk.today(), self._looked_at is None or now - self._looked_at > ASLEEP
        self._looked_at = now
        late = now + share(self._desk.device, day.isoformat(), "late") * LATE
        if self._moment is None or self._moment[0] != day:
            minute = int(share(self._desk.device, day.isoformat(), "minute") * LAST_MINUTE)
            planned = datetime.combine(day, time(), self._desk.zone) + timedelta(minutes=minute)
            self._moment = (day, planned if planned >= now and not has_missed_a_day else late)
        elif was_away and not self._is_moved and now > self._moment[1]:
            self._moment = (day, late)
        else:
            return self._moment[1]
        self._is_moved = self._moment[1] == late
        return self._moment[1]

    def _is_urgent(self, now: datetime, sent: TeamRecord) -> bool:
        """Whether states or deadlines differ from what was sent, and did for long enough."""
        digest = hashlib.sha256(canonical(urgent(self.draft()))).hexdigest()
        is_news = digest != hashlib.sha256(canonical(urgent(sent))).hexdigest()
        with self._desk.office.look() as session:
            noted = session.notes.get(URGENT)
        if not is_news:
            if noted is not None:
                with self._desk.office.change() as work:
                    work.session.notes.delete(URGENT)
            return False
        if noted is None or noted.get("digest") != digest:
            with self._desk.office.change() as work:
                work.session.notes.set(URGENT, {"digest": digest, "at": now.isoformat()})
            return False
        return now >= datetime.fromisoformat(noted["at"]) + CALM + share(self._desk.device, digest, "change") * SPREAD

    def has_news(self) -> bool:
        """For a person who asks: whether anything differs from what was sent, or nothing was sent today."""
        with self._desk.office.look() as session:
            sent = session.team_records.last_posted()
        if sent is None or sent.day != self._desk.today():
            return True
        return told(decode(sent.record.encode())) != told(self.draft())

    # -- what ---------------------------------------------------------------------------------------------------------

    def draft(self) -> TeamRecord:
        """The record as it would be sent now."""
        with self._desk.office.look() as session:
            link = _link(session)
        return self._build(link)

    def _build(self, link: Link) -> TeamRecord:
        desk = self._desk
        picture = desk.compliance.picture()
        status = desk.compliance.status(picture)
        with desk.office.look() as session:
            head, contact = session.journal.head(), session.notes.get(CONTACT)
            looked: dict[str, int] = session.notes.get(LOOKED) or {}
        around = Surrounding(
            person=desk.person(),
            team=desk.settings.text("team.name"),
            today=desk.today(),
            contact=None if contact is None else date.fromisoformat(contact),
            head=(head.seq, head.hash),
            store_version=latest_version(),
            looked=looked,
        )
        return build(status, picture, around, link, desk.signer, desk.zone)

    # -- doing it -----------------------------------------------------------------------------------------------------

    def send(self) -> Delivered:
        """Make a record and put it at the board, in two requests or three. Raises EnvironmentLacking, RemoteConflict."""
        board = self._desk.board()
        there = board.own(self._desk.device)
        record = self._make(there)
        posted = self._post(board, record, there)
        if posted.written_by is not None and posted.written_by != record.person.mail:
            # The remote knows the person by another address than signing in told: that is the one others will see.
            self._remember_address(posted.written_by)
            record = self._make(posted)
            posted = self._post(board, record, posted)
        return Delivered(record=record, posted=posted)

    def _make(self, there: Posted | None) -> TeamRecord:
        """Signed and kept before it is put anywhere: no number is ever given twice."""
        draft = self.draft()
        with self._desk.office.change() as work:
            link = _after(_link(work.session), there, self._desk.device)
            record = sign(
                msgspec.structs.replace(draft, sequence=link.sequence, previous=link.previous), self._desk.signer
            )
            work.session.team_records.note_made(_sent(record, is_posted=False))
        return record

    def _post(self, board: StatusBoard, record: TeamRecord, over: Posted | None) -> Posted:
        posted = board.post(record.device, encode(record), over)
        with self._desk.office.change_of_day() as work:
            self._note_posted(work, record, posted)
        return posted

    def _note_posted(self, work: Work, record: TeamRecord, posted: Posted) -> None:
        records, content = work.session.team_records, encode(record)
        digest = digest_of(content)
        records.note_made(_sent(record, is_posted=True))
        records.see(SeenEntry(name=posted.name, stamp=posted.stamp, device=record.device, digest=digest))
        records.keep(
            KeptRecord(
                device=record.device,
                mail=record.person.mail,
                first_day=record.day,
                record=content.decode(),
                digest=digest,
            )
        )
        work.session.notes.set(CONTACT, record.date)
        work.session.notes.delete(URGENT)
        work.note("status.published", record.device, data={"sequence": record.sequence, "day": record.date})

    def _remember_address(self, mail: str) -> None:
        account = self._desk.account()
        if account is not None:
            with self._desk.office.change() as work:
                work.session.notes.set(KNOWN_AS, {account.account: mail})


def share(*words: str) -> float:
    """A share of 1 that follows from the words: the same for the same laptop and day, spread over all of them."""
    return int.from_bytes(hashlib.sha256("\n".join(words).encode()).digest()[:8], "big") / 2**64


def _sent(record: TeamRecord, *, is_posted: bool) -> Sent:
    return Sent(sequence=record.sequence, day=record.day, record=encode(record).decode(), is_posted=is_posted)


def _link(session: Session) -> Link:
    last = session.team_records.last_made()
    if last is None:
        return Link(sequence=1, previous=None)
    return Link(sequence=last.sequence + 1, previous=digest_of(last.record.encode()))


def _after(link: Link, there: Posted | None, device: str) -> Link:
    """After what stands at the board, where that is this laptop's own and later than it remembers: a backup was put back."""
    record = None if there is None else _own(there.content, device)
    if there is None or record is None or record.sequence < link.sequence:
        return link
    return Link(sequence=record.sequence + 1, previous=digest_of(there.content))


def _own(content: bytes, device: str) -> TeamRecord | None:
    try:
        record = decode(content)
    except RecordRefused:
        return None
    return record if record.device == device and is_genuine(record) else None


def document_of(sent: Sent) -> dict[str, Any]:
    return as_document(decode(sent.record.encode()))
