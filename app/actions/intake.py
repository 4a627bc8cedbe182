"""What the copies guard saw, made into findings, further copies and renewed registrations. Source: VR-K1, VR-P1a, VR-P3.

A file judged own or clean leaves no path, kind or count anywhere: only a keyed fingerprint that it was looked at.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from app.actions.content import sha256_of
from app.actions.office import Office, Work
from app.actions.sealing import register_copy
from app.actions.settings import SettingsActions
from app.domain.client import ClientTerms
from app.domain.copy import CopyState, Location, OutsideCopy
from app.domain.finding import (
    PROVENANCE_REASONS,
    Finding,
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

FURTHER_COPY_LEAST = 1024  # bytes; below this the same content is chance (design: Deletion)
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
            digests = session.copies.digests()
        revision = int.from_bytes(hashlib.blake2b(repr((clients, own)).encode(), digest_size=7).digest(), "big")
        return DetectionContext(clients=clients, own=own, digests=digests), revision

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
        with self._office.look() as session:
            if any(
                copy.is_live and copy.location is Location.IN_PLACE
                for copy in session.copies.by_identity(facts.identity)
            ):
                return True
            return any(f.resolution is None for f in session.findings.by_identity(facts.identity))

    # -- what the guard tells -----------------------------------------------------------------------------------------

    def judged(self, folder_id: str, batch: Sequence[Judged]) -> int:
        """Open findings for what is client data; returns how many. Everything else is forgotten at once."""
        with self._office.look() as session:
            sizes = session.copies.live_sizes()
        wanted = [(judged, _digest(judged)) for judged in batch if _matters(judged, sizes)]
        if not wanted:
            return 0
        opened: Counter[str] = Counter()
        with self._office.change() as work:
            for judged, sha256 in wanted:
                finding = self._take_in(work, judged, sha256)
                if finding is not None:
                    work.session.findings.add(finding)
                    opened[finding.group] += 1
                    _note_opened(work, finding)
        return opened.total()

    def moved(self, old: Path, new: Path, facts: FileFacts) -> None:
        """A rename or move that the guard saw renews the registration."""
        with self._office.change() as work:
            for copy in work.session.copies.by_path(str(old)):
                if copy.is_live and copy.location is Location.IN_PLACE and copy.identity == facts.identity:
                    work.session.copies.update(replace(copy, path=str(new), name=new.name))
                    work.note("copy.renewed", copy.id, project=copy.project_id)
            for finding in work.session.findings.at_path(str(old)):
                if finding.identity == facts.identity:
                    work.session.findings.update(replace(finding, path=str(new)))

    def saved(self, path: Path, facts: FileFacts) -> None:
        """A save that the guard saw renews an in-place copy: the content changed where somebody was watching."""
        with self._office.look() as session:
            known = [c for c in session.copies.by_path(str(path)) if c.is_live and c.location is Location.IN_PLACE]
        if not known:
            return
        try:
            sha256 = sha256_of(path)
        except OSError:
            return  # it vanished or was locked again; the next event or the reconcile tells more
        with self._office.change() as work:
            for copy in known:
                work.session.copies.update(renewed(copy, facts, sha256))
                work.note("copy.renewed", copy.id, project=copy.project_id)

    def vanished(self, path: Path) -> None:
        """An open finding whose file is gone is closed quietly; a registered copy is not: it must be proven gone."""
        with self._office.change() as work:
            for finding in work.session.findings.at_path(str(path)):
                if finding.resolution is None and finding.sealed_digest is None:
                    work.session.findings.remove(finding.id)
                    work.note("finding.vanished", finding.id, project=finding.project_id)

    def folder_state(self, folder_id: str, state: RuleState, sentence: Message) -> None:
        with self._office.change() as work:
            key = f"folder.{folder_id}"
            if work.session.notes.get(key) != state.value:
                work.session.notes.set(key, state.value)
                work.note("guard.state", folder_id, data={"guard": "copies", "state": state.value})

    def drive_appeared(self, mount_point: Path) -> None:
        """Offered, never scanned unasked: the window and `status` show it."""
        with self._office.change() as work:
            work.session.notes.set(f"drive.{mount_point}", work.now.isoformat())

    def place(self, folder: WatchedFolder) -> None:
        """One finding for a whole client place: its remedy is to stop the sync, or an agreement for the place."""
        with self._office.change() as work:
            open_place_finding(work, folder, self._limit())

    # -- how ----------------------------------------------------------------------------------------------------------

    def _take_in(self, work: Work, judged: Judged, sha256: str | None) -> Finding | None:
        path, facts, judgement = str(judged.path), judged.facts, judged.judgement
        if sha256 is not None and _renew_registered(work, path, facts, sha256):
            return None
        if sha256 is not None and facts.size_bytes > FURTHER_COPY_LEAST and _join_order(work, path, facts, sha256):
            return None
        if not _is_finding(judgement) or _is_excepted(work, judgement, path, sha256):
            return None
        known = [f for f in work.session.findings.at_path(path) if f.resolution is None]
        known += [f for f in work.session.findings.by_identity(facts.identity) if f.resolution is None]
        if known:
            work.session.findings.update(_refreshed(known[0], judged, sha256))
            return None
        return self._new_finding(work, judged, sha256)

    def _new_finding(self, work: Work, judged: Judged, sha256: str | None) -> Finding:
        judgement = judged.judgement
        client = judgement.client_id
        terms = work.session.clients.get(client).terms if client else ClientTerms()
        term = decide_by(work.now, terms, self._limit())
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
    if any(f.is_place and f.path == folder.path for f in work.session.findings.all()):
        return
    if any(c.is_live and c.name == folder.path for c in work.session.copies.all(live_only=True)):
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


def _matters(judged: Judged, sizes: Collection[int]) -> bool:
    return _is_finding(judged.judgement) or judged.facts.size_bytes in sizes


def _is_finding(judgement: Judgement) -> bool:
    if judgement.verdict is Verdict.UNREADABLE:
        return points_to_client(judgement.reasons)
    return judgement.verdict is Verdict.CLIENT_DATA


def _digest(judged: Judged) -> str | None:
    """None when the file cannot be read (any more): then only its path and identity tell what it is."""
    try:
        return sha256_of(judged.path)
    except OSError:
        return None


def _renew_registered(work: Work, path: str, facts: FileFacts, sha256: str) -> bool:
    """Whether this is an in-place copy that is registered; a change that the guard saw renews it."""
    for copy in (*work.session.copies.by_path(path), *work.session.copies.by_identity(facts.identity)):
        if copy.is_live and copy.location is Location.IN_PLACE:
            if copy.state is not CopyState.ASKED:
                work.session.copies.update(replace(renewed(copy, facts, sha256), path=path, name=Path(path).name))
            return True
        if copy.is_live and copy.checked_out_path == path:
            return True
    return False


def _join_order(work: Work, path: str, facts: FileFacts, sha256: str) -> bool:
    """A further copy of registered content, under no other live agreement, joins the deletion order of its sibling."""
    siblings = [copy for copy in work.session.copies.by_sha256(sha256) if copy.is_live]
    agreements = {copy.agreement_id for copy in siblings}
    if len(agreements) != 1:
        return False  # under none or several agreements a person decides: it becomes a finding
    first = siblings[0]
    further = OutsideCopy(
        id=new_id(),
        project_id=first.project_id,
        agreement_id=first.agreement_id,
        location=Location.IN_PLACE,
        name=Path(path).name,
        created_at=work.now,
        path=path,
        size_bytes=facts.size_bytes,
        sha256=sha256,
        identity=facts.identity,
        modified_ns=facts.modified_ns,
        further_of=first.further_of or first.id,
        special=first.special,
    )
    register_copy(work, further, work.session.agreements.get(first.agreement_id))
    return True


def _is_excepted(work: Work, judgement: Judgement, path: str, sha256: str | None) -> bool:
    """Whether a person said "not client data" of this content or series; never against a client's origin or label."""
    types = {reason.type for reason in judgement.reasons}
    if types & PROVENANCE_REASONS:
        return False
    series = series_of(Path(path).name) if types <= _ONLY_CONTENT and judgement.client_id is None else None
    return work.session.exceptions.match(sha256, series, work.now) is not None


def _refreshed(finding: Finding, judged: Judged, sha256: str | None) -> Finding:
    return replace(
        finding,
        path=str(judged.path),
        verdict=judged.judgement.verdict,
        kinds=dict(judged.judgement.kinds),
        reasons=judged.judgement.reasons,
        client_id=judged.judgement.client_id or finding.client_id,
        special=judged.judgement.special,
        identity=judged.facts.identity,
        size_bytes=judged.facts.size_bytes,
        modified_ns=judged.facts.modified_ns,
        sha256=sha256,
    )


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
