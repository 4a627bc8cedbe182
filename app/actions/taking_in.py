"""What one verdict leaves: a new finding, a fresher one, a further copy, the end of a finding, or nothing.

Source: VR-K1, VR-P1a, VR-P3.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from app.actions.office import Work
from app.actions.recognising import (
    as_registered_content,
    close_quietly,
    is_in_client_place,
    is_registered_copy,
    join_order,
    open_at,
    open_findings,
    siblings_of,
)
from app.actions.settings import SettingsActions
from app.domain.client import ClientTerms
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
from app.domain.project import ProjectStatus
from app.store import Session

_ONLY_CONTENT = frozenset({ReasonType.CONTENT, ReasonType.PROPERTY, ReasonType.LIMIT})


class TakingIn:
    """Within the change of the caller. `settings` gives the terms in which a finding is decided."""

    def __init__(self, settings: SettingsActions) -> None:
        self._settings = settings

    def take_in(self, work: Work, judged: Judged, sha256: str | None) -> bool:
        """Whether a new finding was opened. `sha256`: None where the content could not be read (any more)."""
        finding = self._taken(work, judged, sha256)
        if finding is None:
            return False
        _open(work, finding)
        return True

    def take_in_place(self, work: Work, folder: WatchedFolder) -> None:
        """One finding for a whole client place; none where it is known, registered, or not there."""
        if folder.kind is not FolderKind.CLIENT_PLACE or folder.client_id is None:
            return
        if not os.path.isdir(folder.path):  # noqa: PTH112  # the sync was stopped, or the share is not connected
            return
        if any(finding.is_place for finding in open_at(work.session, folder.path)):
            return
        if any(copy.name == folder.path for copy in work.session.copies.all(live_only=True)):
            return
        _open(work, self._place_finding(work, folder, folder.client_id))

    def _place_finding(self, work: Work, folder: WatchedFolder, client_id: str) -> Finding:
        return Finding(
            id=new_id(),
            group=new_id(),
            path=folder.path,
            verdict=Verdict.CLIENT_DATA,
            kinds={},
            reasons=(Reason(type=ReasonType.ORIGIN, detail=folder.synchronised_by or "network"),),
            found_at=work.now,
            decide_by=self._decide_by(work, client_id, work.now),
            client_id=client_id,
            project_id=only_project(work, client_id),
            is_place=True,
        )

    def _taken(self, work: Work, judged: Judged, sha256: str | None) -> Finding | None:
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


def matters(session: Session, judged: Judged, sizes: Collection[int]) -> bool:
    """Whether a verdict leaves anything: a finding, a further copy perhaps, or the end of a finding."""
    if _is_finding(judged.judgement) or judged.facts.size_bytes in sizes:
        return True
    return bool(open_findings(session, str(judged.path), judged.facts))


def _is_finding(judgement: Judgement) -> bool:
    if judgement.verdict is Verdict.UNREADABLE:
        return points_to_client(judgement.reasons)
    return judgement.verdict is Verdict.CLIENT_DATA


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


def _open(work: Work, finding: Finding) -> None:
    work.session.findings.add(finding)
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
