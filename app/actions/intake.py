"""What the copies guard saw, made into findings, further copies and renewed registrations. Source: VR-K1, VR-P1a, VR-P3.

A file judged own or clean leaves no path, kind or count anywhere: only a keyed fingerprint that it was looked at.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from app.actions.content import sha256_of
from app.actions.folder_rows import DRIVE_NOTE
from app.actions.office import Office, Work
from app.actions.recognising import FURTHER_COPY_LEAST as FURTHER_COPY_LEAST
from app.actions.recognising import (
    as_registered_content,
    close_quietly,
    copies_in_place_at,
    is_as_found,
    is_in_client_place,
    is_registered_copy,
    is_same_file,
    join_order,
    open_at,
    open_findings,
    siblings_of,
)
from app.actions.settings import SettingsActions
from app.domain.client import ClientTerms
from app.domain.copy import OutsideCopy
from app.domain.finding import (
    PROVENANCE_REASONS,
    Finding,
    FindingState,
    Judgement,
    Reason,
    ReasonType,
    Verdict,
    decide_by,
    points_to_client,
)
from app.domain.folder import FolderKind, WatchedFolder
from app.domain.identity import FileFacts, new_id
from app.domain.intake import Judged
from app.domain.messages import Message
from app.domain.ports import DetectionContext
from app.domain.project import ProjectStatus
from app.domain.rules import RuleState
from app.store import Session

MISSING = "missing."  # note by folder: open findings whose file its last walk did not see
TAKEN_BACK = "exceptions.taken-back"  # note, a counter: what was passed over because of an exception is looked at again
CLOUD_ONLY = "cloud-only"  # the detector's word for a file that reading would fetch
_ONLY_CONTENT = frozenset({ReasonType.CONTENT, ReasonType.PROPERTY, ReasonType.LIMIT})


class Intake:
    """Implements the port of the copies guard."""

    def __init__(self, office: Office, settings: SettingsActions) -> None:
        self._office = office
        self._settings = settings

    # -- what the guard asks ------------------------------------------------------------------------------------------

    def folders(self) -> tuple[WatchedFolder, ...]:
        with self._office.look() as session:
            return tuple(session.folders.all())

    def context(self) -> tuple[DetectionContext, int]:
        """The register as the detector needs it, and a number that changes with it."""
        own = self._settings.own()
        with self._office.look() as session:
            clients = tuple(session.clients.all())
            digests, digest_sizes = session.copies.digests(), session.copies.digest_sizes()
            sketches, sketch_key = session.fingerprints.by_client(), session.fingerprints.key()
            taken_back = session.notes.get(TAKEN_BACK) or 0
        told = repr((clients, own, taken_back)).encode("utf-8", "surrogatepass")
        revision = int.from_bytes(hashlib.blake2b(told, digest_size=7).digest(), "big")
        context = DetectionContext(
            clients=clients,
            own=own,
            digests=digests,
            digest_sizes=digest_sizes,
            sketches=sketches,
            sketch_key=sketch_key,
        )
        return context, revision

    def secret(self) -> bytes:
        with self._office.look() as session:
            return session.seen.secret()

    def seen(self, folder_id: str) -> set[bytes]:
        with self._office.look() as session:
            return session.seen.load(folder_id)

    def remember(self, folder_id: str, add: Collection[bytes], forget: Collection[bytes]) -> None:
        with self._office.change() as work:
            work.session.seen.add_many(folder_id, add)
            work.session.seen.remove_many(folder_id, forget)

    def is_registered(self, facts: FileFacts) -> bool:
        """One that stands elsewhere now, or a finding whose file changed, is looked at again: then it is renewed."""
        with self._office.look() as session:
            copies = session.copies.by_identity(facts.identity)
            if any(copy.path == facts.path and is_same_file(copy, facts) for copy in copies):
                return True
            return any(is_as_found(finding, facts) for finding in session.findings.by_identity(facts.identity))

    # -- what the guard tells -----------------------------------------------------------------------------------------

    def judged(self, folder_id: str, batch: Sequence[Judged]) -> int:
        """Open findings for what is client data; returns how many. Everything else is forgotten at once."""
        with self._office.look() as session:
            sizes = session.copies.live_sizes()
            mattering = [judged for judged in batch if _matters(session, judged, sizes)]
        wanted = [(judged, _digest(judged)) for judged in mattering]
        if not wanted:
            return 0
        opened = 0
        with self._office.change() as work:
            for judged, sha256 in wanted:
                finding = self._take_in(work, judged, sha256)
                if finding is not None:
                    work.session.findings.add(finding)
                    opened += 1
                    _note_opened(work, finding)
        return opened

    def moved(self, old: Path, new: Path, facts: FileFacts) -> None:
        """A rename or move that the guard saw renews the registration."""
        with self._office.look() as session:
            if not any(_registered_at(session, str(old), facts)):
                return
        with self._office.change() as work:
            copies, findings = _registered_at(work.session, str(old), facts)
            for copy in copies:
                work.session.copies.update(replace(copy, path=str(new), name=new.name))
                work.note("copy.renewed", copy.id, project=copy.project_id)
            for finding in findings:
                work.session.findings.update(replace(finding, path=str(new)))

    def saved(self, path: Path, facts: FileFacts) -> None:
        """A save that the guard saw renews an in-place copy: the content changed where somebody was watching."""
        with self._office.look() as session:
            if not copies_in_place_at(session, str(path)):
                return
        try:
            sha256 = sha256_of(path)
        except OSError:
            return  # it vanished or was locked again; the next event or the reconcile tells more
        with self._office.change() as work:
            for copy in copies_in_place_at(work.session, str(path)):
                work.session.copies.update(renewed(copy, facts, sha256))
                work.note("copy.renewed", copy.id, project=copy.project_id)

    def vanished(self, path: Path) -> None:
        """An open finding whose file is gone is closed quietly; a registered copy is not: it must be proven gone."""
        with self._office.look() as session:
            if not open_at(session, str(path)):
                return
        with self._office.change() as work:
            for finding in open_at(work.session, str(path)):
                close_quietly(work, finding)

    def looked(self, folder_id: str) -> None:
        """A complete walk of the folder ended: what `status` calls looked at, and since when. Open findings whose file was
        missing at two walks are closed: one that moved is met by then."""
        with self._office.change() as work:
            folder = work.session.folders.find(folder_id)
            if folder is None:
                return
            work.session.folders.update(replace(folder, last_reconciled_at=work.now))
            before = set(work.session.notes.get(MISSING + folder_id) or ())
            missing = {finding.id: finding for finding in _missing_below(work.session, folder)}
            for finding in (missing[id_] for id_ in before & missing.keys()):
                close_quietly(work, finding)
            if before or missing:
                work.session.notes.set(MISSING + folder_id, sorted(missing.keys() - before))

    def folder_state(self, folder_id: str, state: RuleState, sentence: Message) -> None:
        with self._office.change() as work:
            key = f"folder.{folder_id}"
            if work.session.notes.get(key) != state.value:
                work.session.notes.set(key, state.value)
                work.note("guard.state", folder_id, data={"guard": "copies", "state": state.value})

    def drive_appeared(self, mount_point: Path) -> None:
        """Offered, never scanned unasked: the window and `status` show it."""
        with self._office.change() as work:
            work.session.notes.set(f"{DRIVE_NOTE}{mount_point}", work.now.isoformat())

    def place(self, folder: WatchedFolder) -> None:
        """One finding for a whole client place: its remedy is to stop the sync, or an agreement for the place."""
        with self._office.change() as work:
            open_place_finding(work, folder, self._limit())

    # -- how ----------------------------------------------------------------------------------------------------------

    def _take_in(self, work: Work, judged: Judged, sha256: str | None) -> Finding | None:
        path, facts = str(judged.path), judged.facts
        if is_registered_copy(work, path, facts) or is_in_client_place(work.session, judged.path):
            return None
        siblings = siblings_of(work.session, sha256, facts)
        if len({copy.agreement_id for copy in siblings}) == 1:
            join_order(work, siblings[0], path, facts)
            _close_open(work, path, facts)
            return None
        if siblings and not _is_finding(judged.judgement):
            judgement = as_registered_content(work, judged.judgement, siblings)
            judged = replace(judged, judgement=judgement, group=judged.group or new_id())
        if _is_finding(judged.judgement):
            return self._found(work, judged, sha256)
        if judged.judgement.verdict is not Verdict.UNREADABLE:  # then nobody saw that it is clean now
            _close_open(work, path, facts)
        return None

    def _found(self, work: Work, judged: Judged, sha256: str | None) -> Finding | None:
        """A new finding; None where one is known, or a person said that it is no client data."""
        path = str(judged.path)
        if _is_excepted(work, judged.judgement, path, sha256):
            return None
        known = open_findings(work.session, path, judged.facts)
        if not known:
            return self._new_finding(work, judged, sha256)
        work.session.findings.update(self._refreshed(work, known[0], judged, sha256))
        return None

    def _new_finding(self, work: Work, judged: Judged, sha256: str | None) -> Finding:
        judgement = judged.judgement
        client = judgement.client_id
        term = self._decide_by(work, client, work.now)
        if judged.first_clean_up:
            term = work.now + timedelta(days=self._settings.number("findings.first_clean_up_days"))
        return Finding(
            id=new_id(),
            group=judged.group,
            path=str(judged.path),
            verdict=judgement.verdict,
            kinds=dict(judgement.kinds),
            reasons=judgement.reasons,
            found_at=work.now,
            decide_by=term,
            client_id=client,
            project_id=only_project(work, client),
            special=judgement.special,
            identity=judged.facts.identity,
            size_bytes=judged.facts.size_bytes,
            modified_ns=judged.facts.modified_ns,
            sha256=sha256,
            first_clean_up=judged.first_clean_up,
        )

    def _refreshed(self, work: Work, finding: Finding, judged: Judged, sha256: str | None) -> Finding:
        """What is known of it now; its term only becomes shorter, when it turns out to be a stricter client's."""
        client, term, project = finding.client_id, finding.decide_by, finding.project_id
        if judged.judgement.client_id not in (None, client):
            client = judged.judgement.client_id
            project = only_project(work, client)
            if not finding.first_clean_up:
                term = min(term, self._decide_by(work, client, finding.found_at))
        return replace(
            finding,
            path=str(judged.path),
            verdict=judged.judgement.verdict,
            kinds=dict(judged.judgement.kinds),
            reasons=judged.judgement.reasons,
            client_id=client,
            project_id=project,
            decide_by=term,
            special=judged.judgement.special,
            identity=judged.facts.identity,
            size_bytes=judged.facts.size_bytes,
            modified_ns=judged.facts.modified_ns,
            sha256=sha256,
        )

    def _decide_by(self, work: Work, client_id: str | None, found_at: datetime) -> datetime:
        terms = work.session.clients.get(client_id).terms if client_id else ClientTerms()
        return decide_by(found_at, terms, self._limit())

    def _limit(self) -> timedelta:
        return timedelta(hours=self._settings.number("findings.decide_hours"))


def series_of(name: str) -> str | None:
    """The named series a file belongs to ("urenstaat ####-##.xlsx"); None for a name without a number or too short a text."""
    pattern = re.sub(r"\d", "#", name.casefold())
    letters = sum(character.isalpha() for character in Path(name).stem)
    return pattern if "#" in pattern and letters >= 6 else None


def only_project(work: Work, client_id: str | None) -> str | None:
    """The client's one active project; None when there is a choice to make."""
    if client_id is None:
        return None
    active = [p for p in work.session.projects.of_client(client_id) if p.status is ProjectStatus.ACTIVE]
    return active[0].id if len(active) == 1 else None


def renewed(copy: OutsideCopy, facts: FileFacts, sha256: str) -> OutsideCopy:
    return replace(
        copy, identity=facts.identity, size_bytes=facts.size_bytes, modified_ns=facts.modified_ns, sha256=sha256
    )


def open_place_finding(work: Work, folder: WatchedFolder, limit: timedelta) -> None:
    if folder.kind is not FolderKind.CLIENT_PLACE or folder.client_id is None:
        return
    if not os.path.isdir(folder.path):  # noqa: PTH112  # the sync was stopped, or the share is not connected
        return
    if any(finding.is_place for finding in open_at(work.session, folder.path)):
        return
    if any(copy.name == folder.path for copy in work.session.copies.all(live_only=True)):
        return
    finding = Finding(
        id=new_id(),
        group=new_id(),
        path=folder.path,
        verdict=Verdict.CLIENT_DATA,
        kinds={},
        reasons=(Reason(type=ReasonType.ORIGIN, detail=folder.synchronised_by or "network"),),
        found_at=work.now,
        decide_by=decide_by(work.now, work.session.clients.get(folder.client_id).terms, limit),
        client_id=folder.client_id,
        project_id=only_project(work, folder.client_id),
        is_place=True,
    )
    work.session.findings.add(finding)
    _note_opened(work, finding)


def _matters(session: Session, judged: Judged, sizes: Collection[int]) -> bool:
    """Whether a verdict leaves anything: a finding, a further copy perhaps, or the end of a finding."""
    if _is_finding(judged.judgement) or judged.facts.size_bytes in sizes:
        return True
    return bool(open_findings(session, str(judged.path), judged.facts))


def _is_finding(judgement: Judgement) -> bool:
    if judgement.verdict is Verdict.UNREADABLE:
        return points_to_client(judgement.reasons)
    return judgement.verdict is Verdict.CLIENT_DATA


def _digest(judged: Judged) -> str | None:
    """None when the file cannot be read (any more), or would be fetched: then only path and identity tell what it is."""
    if judged.judgement.error == CLOUD_ONLY:
        return None
    try:
        return sha256_of(judged.path)
    except OSError:
        return None


def _is_excepted(work: Work, judgement: Judgement, path: str, sha256: str | None) -> bool:
    """Whether a person said "not client data" of this content or series; never against a client's origin or label."""
    types = {reason.type for reason in judgement.reasons}
    if types & PROVENANCE_REASONS:
        return False
    series = series_of(Path(path).name) if types <= _ONLY_CONTENT and judgement.client_id is None else None
    return work.session.exceptions.match(sha256, series, work.now) is not None


def _close_open(work: Work, path: str, facts: FileFacts) -> None:
    for finding in open_findings(work.session, path, facts):
        close_quietly(work, finding)


def _missing_below(session: Session, folder: WatchedFolder) -> list[Finding]:
    if session.findings.count_open() == 0:
        return []
    root = folder.path.rstrip(os.sep) + os.sep
    below = (f for f in session.findings.all(FindingState.OPEN) if f.path.startswith(root) and not f.is_place)
    return [finding for finding in below if _is_missing(finding.path)]


def _is_missing(path: str) -> bool:
    """Whether the system says that nothing is there; where it does not let us look, nobody knows."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def _registered_at(session: Session, path: str, facts: FileFacts) -> tuple[list[OutsideCopy], list[Finding]]:
    """Copies in place and open findings of this very file at `path`."""
    copies = [copy for copy in copies_in_place_at(session, path) if copy.identity == facts.identity]
    return copies, [finding for finding in open_at(session, path) if finding.identity == facts.identity]


def _note_opened(work: Work, finding: Finding) -> None:
    work.note(
        "finding.opened",
        finding.id,
        project=finding.project_id,
        data={
            "verdict": finding.verdict.value,
            "kinds": dict(finding.kinds),
            "reasons": sorted({reason.type.value for reason in finding.reasons}),
            "client": finding.client_id,
            "special": finding.special,
        },
    )
