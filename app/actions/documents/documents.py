"""What people and guards do with documentation: file it, see how it stands, decide, bring it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from app.actions.documents import braking
from app.actions.documents.placing import place_in
from app.actions.documents.records import QUESTION, Records, moved
from app.actions.documents.restoring import Restoring
from app.actions.documents.rounds import Rounds
from app.actions.documents.solving import Solving, refuse_other_ways
from app.actions.documents.target import FilingTarget
from app.actions.documents.telling import row_of, rows_of, status_of
from app.actions.documents.turn import DocumentsBusy, Turn
from app.actions.errors import required
from app.actions.office import Office
from app.actions.reading import absolute
from app.domain.document import Document, DocumentRow, DocumentState, Restored, SyncStatus, Way
from app.domain.errors import AssistantError, InputError
from app.domain.finding import FindingState
from app.domain.messages import msg
from app.domain.ports import Progress
from app.domain.project import Project

Told = Callable[[int, int], None]  # documents done, documents in all
STEP: Final = 100  # documents that the guard files in one step: then it says how it stands


class DocumentActions:
    """Window, command line and guard use the same. All but `status` may take long and raise the errors of
    `app.domain.remote_errors`. `choose`: where documents are filed at this moment; `no_client_data`: resolves findings as
    such, with a reason."""

    def __init__(
        self,
        office: Office,
        choose: Callable[[], FilingTarget],
        rounds: Rounds,
        solving: Solving,
        turn: Turn,
        no_client_data: Callable[[tuple[str, ...], str], object],
    ) -> None:
        self._office = office
        self._choose = choose
        self._rounds = rounds
        self._solving = solving
        self._turn = turn
        self._no_client_data = no_client_data
        self._records = Records(office)
        self._restoring = Restoring(office)
        self._left = 0

    # -- seeing -------------------------------------------------------------------------------------------------------

    def status(self, *, with_filed: bool = True) -> SyncStatus:
        """How all documents stand, from the store alone. `with_filed` False: `items` without those that need nobody."""
        with self._office.look() as session:
            return status_of(session, self._choose(), with_filed=with_filed)

    def of_project(self, code: str) -> tuple[DocumentRow, ...]:
        with self._office.look() as session:
            return tuple(rows_of(session, session.projects.resolve(code)))

    def address(self, code: str) -> str | None:
        """Where a person opens the project's place. May ask the remote."""
        return self._choose().remote.address(self.place(code))

    def place(self, code: str) -> str:
        """The project's folder at the remote."""
        with self._office.look() as session:
            return place_in(session, session.projects.resolve(code), self._choose().name).place

    # -- filing -------------------------------------------------------------------------------------------------------

    def once(self, progress: Told | None = None, *, agreed: bool = False, with_filed: bool = True) -> SyncStatus:
        """Look at all folders and at the remote, file what may be filed, however lately it was tried. `agreed`: also where
        many changed at once."""
        with self._turn.taken():
            self._rounds.run(progress, agreed=agreed, by_person=True)
        return self.status(with_filed=with_filed)

    def look_around(self) -> SyncStatus:
        """The same as the guard does it: what was put off waits for its time, and the remote is asked once an hour."""
        with self._turn.taken(patience=0):
            self._left = self._rounds.run(None, agreed=False, by_person=False, most=STEP)
        return self.status(with_filed=False)

    def has_more(self) -> bool:
        """Whether the last look around left documents that can go on at once."""
        return self._left > 0

    def is_taken(self, error: AssistantError) -> bool:
        """Whether it only says that somebody else files at this moment."""
        return isinstance(error, DocumentsBusy)

    def folders(self) -> tuple[str, ...]:
        """The documentation folders of all projects."""
        with self._office.look() as session:
            return tuple(folder for project in session.projects.all() for folder in project.documents)

    # -- deciding -----------------------------------------------------------------------------------------------------

    def agree(self, code: str | None = None) -> None:
        """Let the many changes of a project (None: of all) through the brake at the next look."""
        with self._turn.taken(), self._records.change() as work:
            asked = braking.questions(work.session)
            if code is not None:
                id_ = work.session.projects.resolve(code).id
                if work.session.notes.get(QUESTION + id_) is None:
                    raise InputError(msg("documents.not-asked", code=code))
                asked = {id_: asked[id_]}
            for project_id in asked:
                braking.agree(work, project_id, self._office.clock.now())

    def release(self, starts: tuple[str, ...], reason: str) -> tuple[DocumentRow, ...]:
        """Held back for what is allowed (business contact data only, no client data): filed at the next look. Counts for
        this content. Raises InputError where policy does not allow it (special categories, BSN, a client's origin)."""
        why = required(reason, "reason")
        with self._turn.taken():
            found = [self._found(start) for start in starts]
            for document, _ in found:
                if document.state is not DocumentState.HELD_BACK or not document.may_release or not document.sha256:
                    raise InputError(msg("documents.not-released", path=document.path))
            findings = self._findings_of([document for document, _ in found])
            if findings:
                self._no_client_data(findings, why)
            now = self._office.clock.now()
            released = [
                moved(replace(d, released_sha256=d.sha256, release_reason=why), DocumentState.QUEUED, now)
                for d, _ in found
            ]
            with self._records.change() as work:
                work.session.documents.save_all(released)
                for (before, _), document in zip(found, released, strict=True):
                    data = {"why": None if before.why is None else before.why.value}
                    work.note("doc.released", document.id, project=document.project_id, data=dict(data))
        return tuple(row_of(document, project.code) for document, (_, project) in zip(released, found, strict=True))

    def leave_out(self, starts: tuple[str, ...], reason: str) -> int:
        """They are no project documentation: not filed, and no longer asked about, as long as they hold what they hold now.
        A finding about one stays to be decided. How many. Raises InputError for what is not held back and did not fail."""
        why = required(reason, "reason")
        with self._turn.taken():
            found = [self._found(start) for start in starts]
            for document, project in found:
                refuse_other_ways(document, row_of(document, project.code).ways, Way.LEAVE)
            now = self._office.clock.now()
            with self._records.change() as work:
                for document, _ in found:
                    left = replace(document, left_sha256=document.sha256, release_reason=why)
                    work.session.documents.save_all([moved(left, DocumentState.FILED, now)])
                    data = {"how": Way.LEAVE.value}
                    work.note("doc.solved", document.id, project=document.project_id, data=dict(data))
        return len(found)

    def keep_mine(self, start: str) -> DocumentRow:
        """A conflict: what is here replaces what is there, if that still is what was shown."""
        return self._solve(start, Way.MINE)

    def keep_theirs(self, start: str) -> DocumentRow:
        """A conflict or an offer: what is there replaces what is here, if that still is what was shown. A document that
        never was here comes here; one that was deleted there is left out of filing, and stays here."""
        return self._solve(start, Way.THEIRS)

    def keep_both(self, start: str) -> DocumentRow:
        """A conflict: theirs gets the name, mine is filed beside it under a name with person and time."""
        return self._solve(start, Way.BOTH)

    # -- bringing back ------------------------------------------------------------------------------------------------

    def restore(self, code: str, target: Path, progress: Progress | None = None) -> Restored:
        """Bring a project back into a new or empty folder, verified; takes up where an earlier one stopped."""
        return self._restoring.restore(self._project(code), self._choose(), absolute(target), progress)

    def drill(self, code: str, progress: Progress | None = None) -> Restored:
        """Bring a project back as a test: each document is fetched, compared and dropped. Journalled with its date."""
        return self._restoring.drill(self._project(code), self._choose(), progress)

    # -- how ----------------------------------------------------------------------------------------------------------

    def _solve(self, start: str, way: Way) -> DocumentRow:
        with self._turn.taken():
            document, project = self._found(start)
            refuse_other_ways(document, row_of(document, project.code).ways, way)
            act = {Way.MINE: self._solving.mine, Way.THEIRS: self._solving.theirs, Way.BOTH: self._solving.both}[way]
            target = self._choose()
            with self._office.look() as session:
                place = place_in(session, project, target.name).place
            return row_of(act(document, place, target), project.code)

    def _found(self, start: str) -> tuple[Document, Project]:
        """By the start of its id, or by its path."""
        with self._office.look() as session:
            document = session.documents.at_path(str(absolute(Path(start)))) or session.documents.resolve(start)
            return document, session.projects.get(document.project_id)

    def _project(self, code: str) -> Project:
        with self._office.look() as session:
            return session.projects.resolve(code)

    def _findings_of(self, documents: list[Document]) -> tuple[str, ...]:
        """What a person still has to decide about, of the same content or at the same place."""
        with self._office.look() as session:
            found = {
                finding.id: finding
                for document in documents
                for finding in (
                    *session.findings.at_path(document.path),
                    *session.findings.by_sha256(document.sha256 or ""),
                )
            }
        return tuple(id_ for id_, finding in found.items() if finding.state is not FindingState.RESOLVED)
