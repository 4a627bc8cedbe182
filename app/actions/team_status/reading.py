"""Hearing the team: what is new at the board is judged, what counts is kept, what does not is journalled. Source: VT-C4."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.actions.office import Work
from app.actions.team_status.desk import TeamDesk
from app.actions.team_status.sending import CONTACT
from app.domain.team_board import BoardChanges, Posted
from app.domain.team_judging import Word, claimed_device, following, read
from app.domain.team_record import RecordProblem, RecordRefused, TeamRecord, decode, digest_of
from app.store.team_records import KeptRecord, SeenEntry

BOARD = "team.board"  # note: {place, cursor, read_at}
MOST_STRAYS = 20  # documents of a reading that speak for no device: more of them fill no journal
A_CHANGE = 500  # records taken in one change, so that others do not wait long for the store


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A document at the board, looked at by itself. `record` is None where `problem` says why it is none."""

    posted: Posted
    digest: str
    record: TeamRecord | None
    problem: RecordProblem | None
    device: str | None


class Reading:
    def __init__(self, desk: TeamDesk) -> None:
        self._desk = desk

    def everything(self) -> int:
        """Read what changed at the board; returns how many documents did. Raises EnvironmentLacking and its kin."""
        board = self._desk.board()
        with self._desk.office.look() as session:
            known = session.team_records.stamps()
            noted: dict[str, str | None] = session.notes.get(BOARD) or {}
        # A device that was accepted anew is looked at anew, which a cursor would pass over.
        is_same = noted.get("place") == board.place and "" not in known.values()
        changes = board.changes(known, noted.get("cursor") if is_same else None)
        self._take_in(changes)
        self._note(board.place, changes.cursor)
        return len(changes.posted) + len(changes.gone)

    def own(self) -> None:
        """Read this laptop's own line alone."""
        board = self._desk.board()
        posted = board.own(self._desk.device)
        with self._desk.office.look() as session:
            stamps = session.team_records.stamps()
        if posted is not None and stamps.get(posted.name) != posted.stamp:
            self._take_in(BoardChanges(posted=(posted,), gone=()))
        self._note(board.place, None)

    def _note(self, place: str, cursor: str | None) -> None:
        today = self._desk.today().isoformat()
        with self._desk.office.change() as work:
            work.session.notes.set(BOARD, {"place": place, "cursor": cursor, "read_at": work.now.isoformat()})
            work.session.notes.set(CONTACT, today)

    def _take_in(self, changes: BoardChanges) -> None:
        today, strays = self._desk.today(), 0
        for start in range(0, len(changes.posted), A_CHANGE):
            part = changes.posted[start : start + A_CHANGE]
            offered = [
                _look_at(posted, today) for posted in part
            ]  # signatures take their time: not while the store waits
            with self._desk.office.change_of_day() as work:
                for document in offered:
                    strays += document.device is None
                    if document.device is not None or strays <= MOST_STRAYS:
                        _take(work, document, today)
        if changes.gone:
            with self._desk.office.change() as work:
                work.session.team_records.unsee(changes.gone)


def _look_at(posted: Posted, today: date) -> Offered:
    digest = digest_of(posted.content)
    try:
        record = read(posted.content, posted.written_by, today)
    except RecordRefused as refused:
        device = posted.device or claimed_device(posted.content)
        return Offered(posted=posted, digest=digest, record=None, problem=refused.problem, device=device)
    if posted.device is not None and posted.device != record.device:
        problem = RecordProblem.OTHER_DEVICE
        return Offered(posted=posted, digest=digest, record=None, problem=problem, device=posted.device)
    return Offered(posted=posted, digest=digest, record=record, problem=None, device=record.device)


def _take(work: Work, offered: Offered, today: date) -> None:
    problem = offered.problem
    if offered.record is not None:
        problem = _follow(work, offered.record, offered, today)
    entry = SeenEntry(
        name=offered.posted.name,
        stamp=offered.posted.stamp,
        device=offered.device,
        digest=offered.digest,
        problem=None if problem is None else problem.value,
    )
    before = work.session.team_records.entry(entry.name)
    work.session.team_records.see(entry)
    is_news = before is None or (before.digest, before.problem) != (entry.digest, entry.problem)
    if problem is not None and is_news:
        subject = offered.device or offered.digest[:26]
        data = {"reason": problem.value, "device": offered.device}
        work.note("status.rejected", subject, outcome="refused", data=data)


def _follow(work: Work, record: TeamRecord, offered: Offered, today: date) -> RecordProblem | None:
    """Keep the record if it follows on what the device said before; else say why it does not."""
    records = work.session.team_records
    kept = records.find(record.device)
    if kept is not None and not kept.pardoned:
        last = Word(record=decode(kept.record.encode()), digest=kept.digest)
        problem = following(last, record, offered.digest)
        if problem is not None:
            # A program that syncs folders keeps both of two versions: the older one beside the newer is no attack.
            return None if _is_conflict_copy(offered.posted.name, record.device) else problem
    records.keep(
        KeptRecord(
            device=record.device,
            mail=record.person.mail,
            first_day=today,
            record=offered.posted.content.decode(),
            digest=offered.digest,
        )
    )
    return None


def _is_conflict_copy(name: str, device: str) -> bool:
    return name != device and name.startswith(device)
