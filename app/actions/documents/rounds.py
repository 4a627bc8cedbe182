"""One round over all projects: what the remote says, what stands here, the brake, then filing. Source: VR-P5a, VR-S2."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from app.actions.documents import braking
from app.actions.documents.braking import Burst
from app.actions.documents.checking import Checking
from app.actions.documents.conflicting import Conflicting
from app.actions.documents.filing import Filing, Round
from app.actions.documents.listening import Listening
from app.actions.documents.notes import noted_message
from app.actions.documents.noticing import Noticed, differing, notice
from app.actions.documents.placing import place_in
from app.actions.documents.records import LAST_SUCCESS, TROUBLE, Records, moved
from app.actions.documents.target import FilingTarget
from app.actions.documents.uploading import OF_THE_REMOTE, Uploading
from app.actions.documents.walking import walk
from app.actions.office import Office
from app.domain.document import Document, DocumentState, Why
from app.domain.document_names import folder_names
from app.domain.messages import Message
from app.domain.project import Project
from app.domain.remote_errors import RemoteRefused, RemoteRejected
from app.domain.remote_files import UnfinishedUpload
from app.store import Session
from app.system.watch import FileProbe

LISTEN_EVERY: Final = timedelta(minutes=55)  # "at least hourly", within the budget of requests at rest
PASSES: Final = 4  # looks at one document in a round, when others write at the remote meanwhile
SETTLING: Final = 1.1  # seconds until what was just written is finished
_PENDING: Final = (DocumentState.QUEUED, DocumentState.CHECKING, DocumentState.UPLOADING)
_BY_NAME: Final = frozenset({Why.NAME, Why.PATH_TOO_LONG})
_STOPPED: Final = (DocumentState.HELD_BACK, DocumentState.FAILED)


@dataclass(slots=True)
class _Look:
    """What one round saw. `stopped`: projects that wait for a person's answer, or whose place cannot be reached; `is_over`:
    the remote cannot be used; `was_heard`: it answered."""

    projects: list[tuple[Project, dict[str, str]]]
    bursts: list[Burst] = field(default_factory=list)
    missing: dict[str, list[str]] = field(default_factory=dict)
    trouble: Message | None = None
    stopped: set[str] = field(default_factory=set)
    is_over: bool = False
    was_heard: bool = False

    def troubled(self, project_id: str, trouble: Message) -> None:
        self.stopped.add(project_id)
        self.trouble = self.trouble or trouble


class Rounds:
    """`choose`: where documents are filed at this moment; `name` and the rest as in `Conflicting`. `pause` waits seconds."""

    def __init__(
        self,
        office: Office,
        choose: Callable[[], FilingTarget],
        checking: Checking,
        conflicting: Callable[[FilingTarget], Conflicting],
        probe: FileProbe,
        pause: Callable[[float], object] = time.sleep,
    ) -> None:
        self._office = office
        self._choose = choose
        self._checking = checking
        self._conflicting = conflicting
        self._probe = probe
        self._pause = pause
        self._records = Records(office)

    def run(
        self, tell: Callable[[int, int], None] | None, *, agreed: bool, by_person: bool, most: int | None = None
    ) -> int:
        """`by_person`: everything is tried now, and the remote asked, whatever was put off. `most`: documents at most; gives
        how many are left that could go on."""
        target = self._choose()
        look = self._begin(target)
        if by_person and look.projects:
            target.look_now()
        for project, folders in look.projects:
            self._listen(project, folders, target, look, by_person=by_person)
        for project, folders in look.projects:
            self._notice(project, folders, look, target)
        self._flag_registered()
        self._brake(look, agreed=agreed)
        if look.projects:  # with a hundred thousand copies it is large
            self._checking.use_register()
        waiting = self._waiting(look, target, by_person=by_person)
        trouble = self._file(look, target, waiting[:most], tell, by_person=by_person)
        self._end(look, trouble or look.trouble)
        return 0 if trouble is not None or most is None else max(0, len(waiting) - most)

    # -- what there is ------------------------------------------------------------------------------------------------

    def _begin(self, target: FilingTarget) -> _Look:
        with self._office.look() as session:
            found = [(project, _folders(session, project)) for project in session.projects.all()]
            known = {project.id: session.documents.folder_names(project.id) for project, _ in found}
            places = session.documents.places()
            with_rows = {total.project_id for total in session.documents.sums()}
        projects = [(p, names) for p, names in found if names or p.id in with_rows]
        fresh = [(p, names) for p, names in projects if names.items() - known[p.id].items()]
        moved_on = [p for p, _ in projects if p.id in places and places[p.id].target != target.name]
        if fresh or moved_on:
            with self._records.change() as work:
                for project, names in fresh:
                    work.session.documents.keep_folder_names(project.id, names)
                for project in moved_on:
                    self._start_anew(work.session, project.id, target)
        return _Look(projects)

    def _start_anew(self, session: Session, project_id: str, target: FilingTarget) -> None:
        """Another remote: what was filed at the old one says nothing about this one."""
        now = self._office.clock.now()
        rows = session.documents.of_project(project_id)
        session.documents.forget(d.id for d in rows if d.shape is None)
        session.documents.save_all(
            moved(replace(d, filed=None, remote=None, unfinished=None), DocumentState.QUEUED, now)
            for d in rows
            if d.shape is not None
        )
        session.documents.keep_place(place_in(session, session.projects.get(project_id), target.name))

    # -- the remote ---------------------------------------------------------------------------------------------------

    def _listen(
        self, project: Project, folders: dict[str, str], target: FilingTarget, look: _Look, *, by_person: bool
    ) -> None:
        now = self._office.clock.now()
        with self._office.look() as session:
            place = place_in(session, project, target.name)
        is_recent = place.looked_at is not None and timedelta(0) <= now - place.looked_at < LISTEN_EVERY
        if look.is_over or (is_recent and not by_person):
            return
        try:
            changes = target.remote.changes(place.place, place.cursor)
        except (*OF_THE_REMOTE, RemoteRefused, RemoteRejected) as error:
            look.troubled(project.id, error.message)
            # A plain folder may lack one place alone; what a service refuses it refuses for all.
            look.is_over = target.remote.kind != "folder" and not isinstance(error, RemoteRefused | RemoteRejected)
            return
        look.was_heard = True
        noticed = Noticed()
        if changes.changes or changes.is_everything:
            with self._office.look() as session:
                rows = session.documents.of_project(project.id)
            noticed = Listening(project.id, folders, rows, now).heard(changes)
        with self._records.change() as work:
            work.session.documents.save_all(noticed.after)
            work.session.documents.forget(noticed.forgotten)
            work.session.documents.keep_place(replace(place, cursor=changes.cursor, looked_at=now))

    # -- this laptop --------------------------------------------------------------------------------------------------

    def _notice(self, project: Project, folders: dict[str, str], look: _Look, target: FilingTarget) -> None:
        now = self._office.clock.now()
        with self._office.look() as session:
            known = session.documents.shapes(project.id)
            copies = session.documents.copies_beside(project.id)
        walked = walk(folders, self._probe, copies, target.folder)
        if walked.missing:
            look.missing[project.code] = walked.missing
        if not differing(known, walked):
            return
        with self._office.look() as session:
            rows = session.documents.of_project(project.id)
        noticed = notice(project.id, rows, walked, now)
        self._sort_out(noticed)
        self._records.save(noticed.before, noticed.after, queued=noticed.queued)
        if noticed.forgotten:
            with self._records.change() as work:
                work.session.documents.forget(noticed.forgotten)
        after = {document.id: document for document in noticed.after}
        burst = tuple(after[id_] for id_ in noticed.burst if id_ in after and _is_below(after[id_].path, folders))
        if burst:
            look.bursts.append(Burst(project.id, burst))

    def _sort_out(self, noticed: Noticed) -> None:
        """What only looks different is no change: a program set its dates, a sync client fetched it again."""
        for number, (old, new) in enumerate(zip(noticed.before, noticed.after, strict=True)):
            if old is None or old.filed is None or new.shape is None or new.id not in noticed.burst:
                continue
            sha256 = self._checking.peek(new.path)
            if sha256 == old.filed.sha256 and old.state is DocumentState.FILED:
                noticed.burst.remove(new.id)
                noticed.after[number] = replace(old, shape=new.shape, path=new.path, sha256=sha256)
                noticed.queued -= 1

    def _flag_registered(self) -> None:
        """What was filed before somebody registered its content as a client's: it may not stay at the remote."""
        now = self._office.clock.now()
        with self._office.look() as session:
            found = session.documents.filed_and_registered()
        held = [moved(d, DocumentState.HELD_BACK, now, Why.FILED_BEFORE, may_release=False) for d in found]
        self._records.save(found, held)

    def _brake(self, look: _Look, *, agreed: bool) -> None:
        with self._office.look() as session:
            questions = braking.questions(session)
        if not look.bursts and not questions:
            return
        with self._records.change() as work:
            now = self._office.clock.now()
            if agreed:
                for project_id in questions:
                    braking.agree(work, project_id, now)
            look.stopped |= braking.apply(work, look.bursts, now, agreed=agreed)

    # -- filing -------------------------------------------------------------------------------------------------------

    def _file(
        self,
        look: _Look,
        target: FilingTarget,
        waiting: list[tuple[Document, str]],
        tell: Callable[[int, int], None] | None,
        *,
        by_person: bool,
    ) -> Message | None:
        if look.is_over:
            self._put_off(waiting)
            return look.trouble
        clock = _each_second(self._office.clock.now)
        uploading = Uploading(target, self._probe, self._remember, clock)
        conflicting = self._conflicting(target)
        filing = Filing(self._records, self._checking, uploading, conflicting, target, clock)
        counter = _Counter(tell, len(waiting))
        round_ = Round()
        look.was_heard = look.was_heard or bool(waiting)
        for number in range(PASSES):
            round_ = filing.run(waiting, counter.more if number == 0 else lambda _: None)
            places = {document.id: place for document, place in waiting}
            waiting = [(document, places[document.id]) for document in round_.again]
            if number == 0 and by_person and round_.restless and round_.trouble is None:
                self._pause(SETTLING)  # the person who asked for it has just saved
                waiting += [(document, places[document.id]) for document in round_.restless]
            if not waiting or round_.trouble is not None:
                break
        return round_.trouble

    def _waiting(self, look: _Look, target: FilingTarget, *, by_person: bool) -> list[tuple[Document, str]]:
        now = self._office.clock.now()
        found: list[tuple[Document, str]] = []
        with self._office.look() as session:
            for project, _ in look.projects:
                if project.id in look.stopped:
                    continue
                place = place_in(session, project, target.name).place
                standing = session.documents.standing_in(project.id, (*_PENDING, *_STOPPED))
                due = (d for d in standing if self._is_due(d, session, now, by_person=by_person))
                found += [(document, place) for document in due]
        return found

    def _is_due(self, document: Document, session: Session, now: datetime, *, by_person: bool) -> bool:
        if document.why is Why.COLLISION or document.shape is None:
            return False
        if document.why in _BY_NAME and not by_person:
            return False  # another name makes another document
        if document.state is DocumentState.HELD_BACK:
            return self._checking.may_try_again(document, session, now)
        return by_person or document.retry_at is None or document.retry_at <= now

    def _put_off(self, waiting: Iterable[tuple[Document, str]]) -> None:
        """What a crash left under way waits again: the remote cannot be used."""
        left = [d for d, _ in waiting if d.state in (DocumentState.CHECKING, DocumentState.UPLOADING)]
        self._records.save(left, [moved(d, DocumentState.QUEUED, self._office.clock.now(), Why.AGAIN) for d in left])

    def _remember(self, id_: str, unfinished: UnfinishedUpload | None) -> None:
        with self._records.change() as work:
            work.session.documents.remember_upload(id_, unfinished)

    def _end(self, look: _Look, trouble: Message | None) -> None:
        """Success is what the remote answered; a round in which it was not asked says nothing about it."""
        now = self._office.clock.now()
        if trouble is not None or look.was_heard:
            with self._records.change() as work:
                if trouble is None:
                    work.session.notes.set(LAST_SUCCESS, now.isoformat())
                    work.session.notes.delete(TROUBLE)
                else:
                    noted = work.session.notes.get(TROUBLE) or {"since": now.isoformat()}
                    work.session.notes.set(TROUBLE, {"since": noted["since"], "message": noted_message(trouble)})
        self._records.close_days()


class _Counter:
    """How many documents are done, of how many."""

    def __init__(self, tell: Callable[[int, int], None] | None, total: int) -> None:
        self._tell = tell
        self._total = total
        self._done = 0

    def more(self, number: int) -> None:
        self._done += number
        if self._tell is not None and number:
            self._tell(min(self._done, self._total), self._total)


def _folders(session: Session, project: Project) -> dict[str, str]:
    return folder_names(session.documents.folder_names(project.id), project.documents)


def _is_below(path: str, folders: Iterable[str]) -> bool:
    return any(path.startswith(folder.rstrip(os.sep) + os.sep) for folder in folders)


def _each_second(now: Callable[[], datetime]) -> Callable[[], datetime]:
    """The trusted clock, read once a second: asking it costs more than a small document."""
    last: list[tuple[float, datetime]] = []

    def moment() -> datetime:
        ticks = time.monotonic()
        if not last or ticks - last[0][0] >= 1.0:
            last[:] = [(ticks, now())]
        return last[0][1]

    return moment
