"""What a person answers about a copy: it is gone, its change is known, its past deadline is meant. Source: VR-P3, VR-U5b."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from app.actions.certificates import CertificateActions
from app.actions.content import readable_sha256
from app.actions.known_files import renewed
from app.actions.office import Office
from app.actions.outcomes import seconds_late
from app.actions.removed import Removed
from app.domain.causes import cause_of
from app.domain.copy import AskedWhy, CopyState, Location, OutsideCopy
from app.domain.deletion import Method, Outcome
from app.domain.errors import InputError
from app.domain.identity import FileFacts
from app.domain.messages import msg
from app.domain.ports import Files
from app.store import Session

NOT_HERE = (Location.ELSEWHERE, Location.OFFICE365)  # no file of this laptop: only a person knows


class Confirming:
    """`follows`: whether the assistant itself removes a copy that is in the cloud."""

    def __init__(
        self,
        office: Office,
        files: Files,
        certificates: CertificateActions,
        follows: Callable[[Session, OutsideCopy], bool],
    ) -> None:
        self._follows = follows
        self._office = office
        self._files = files
        self._certificates = certificates

    def confirm(self, start: str) -> OutsideCopy:
        """Answer what the assistant asks: an elsewhere copy is gone, or one that could not be proven to be; a change is known;
        a past deadline is meant."""
        with self._office.look() as session:
            copy = session.copies.resolve(start)
            is_ours = copy.location not in NOT_HERE or self._follows(session, copy)
        if copy.state is CopyState.NOT_PROVEN:
            return self._attested(copy)
        if not copy.is_live:
            raise InputError(msg("copy.deleted-already", id=copy.id))
        if copy.asked_why is AskedWhy.PAST_DEADLINE and is_ours:
            return self._answered(copy, "past-deadline")
        if copy.asked_why is AskedWhy.CHANGED:
            return self._answered_changed(copy)
        if copy.location in NOT_HERE and is_ours:
            raise InputError(msg("cloud.followed", id=copy.id))
        if copy.location in NOT_HERE:
            return self._attested(copy)
        raise InputError(msg("copy.nothing-asked", id=copy.id))

    def _as_it_is(self, copy: OutsideCopy) -> FileFacts:
        """The file that stands at its place now. Raises InputError when there is none, or it may not be looked at."""
        path = Path(copy.path or "")
        try:
            facts = self._files.facts(path)
        except OSError as error:
            raise InputError(msg("file.unreadable", path=str(path), why=cause_of(error))) from error
        if facts is None:
            raise InputError(msg("file.missing", path=str(path)))
        return facts

    def _answered_changed(self, copy: OutsideCopy) -> OutsideCopy:
        """The registration is renewed to the file that stands at its place now."""
        facts = self._as_it_is(copy)
        sha256 = readable_sha256(Path(facts.path))
        return self._answered(copy, "changed", lambda fresh: renewed(fresh, facts, sha256))

    def _answered(
        self, copy: OutsideCopy, what: str, renew: Callable[[OutsideCopy], OutsideCopy] = lambda fresh: fresh
    ) -> OutsideCopy:
        with self._office.change() as work:
            fresh = work.session.copies.get(copy.id)
            if not fresh.is_live or fresh.asked_why is not copy.asked_why:
                raise InputError(msg("copy.nothing-asked", id=copy.id))
            state = CopyState.KEPT if fresh.state is CopyState.ASKED else fresh.state
            answered = replace(renew(fresh), state=state, asked_why=None, asked_at=None)
            work.session.copies.update(answered)
            work.note("copy.confirmed", copy.id, project=copy.project_id, data={"what": what})
        return answered

    def _attested(self, copy: OutsideCopy) -> OutsideCopy:
        """A person's word that a copy is gone where the assistant cannot see it: recorded as such, and on a declaration."""
        with self._office.change() as work:
            fresh = work.session.copies.get(copy.id)
            if fresh.state is CopyState.DELETED:
                raise InputError(msg("copy.deleted-already", id=copy.id))
            gone = replace(
                fresh,
                state=CopyState.DELETED,
                deleted_at=work.now,
                method=Method.ATTESTED.value,
                asked_why=None,
                asked_at=None,
            )
            work.session.copies.update(gone)
            what = "not-proven" if fresh.state is CopyState.NOT_PROVEN else "elsewhere"
            work.note("copy.confirmed", copy.id, project=copy.project_id, data={"what": what})
            late = seconds_late(gone, work.now)
            work.note(
                "copy.deleted",
                copy.id,
                project=copy.project_id,
                data={"method": gone.method, "agreement": copy.agreement_id, "residuals": 0, "seconds_late": late},
            )
            result = Removed(copy=gone, outcome=Outcome.DELETED, method=Method.ATTESTED)
            self._certificates.issue_within(work, copy.agreement_id, [result])
            return work.session.copies.get(copy.id)  # with the declaration it got
