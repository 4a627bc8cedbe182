"""Whether a file that was seen is known: a registered copy, a further copy of one, an open finding, or in a client place.

Systems give the number of a deleted file to a new one, so the number alone never tells that two files are one.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from app.actions.office import Work
from app.actions.registering import register_copy
from app.domain.copy import Location, OutsideCopy
from app.domain.finding import Finding, FindingState, Judgement, Reason, ReasonType, Verdict
from app.domain.folder import FolderKind
from app.domain.identity import FileFacts, new_id
from app.store import Session

FURTHER_COPY_LEAST = 1024  # bytes; below this the same content is chance (design: Deletion)


def is_same_file(copy: OutsideCopy, facts: FileFacts) -> bool:
    """Whether `facts` are of this copy in place: its number, and either its path or unchanged."""
    if not copy.is_live or copy.location is not Location.IN_PLACE or copy.identity != facts.identity:
        return False
    unchanged = (copy.size_bytes, copy.modified_ns) == (facts.size_bytes, facts.modified_ns)
    return unchanged or copy.path == facts.path


def is_as_found(finding: Finding, facts: FileFacts) -> bool:
    """Whether this is the file of an open finding, where it was found and unchanged. One that waits sealed left its place:
    its number is another file's by now."""
    known = (finding.identity, finding.path, finding.size_bytes, finding.modified_ns)
    seen = (facts.identity, facts.path, facts.size_bytes, facts.modified_ns)
    return finding.state is FindingState.OPEN and known == seen


def is_registered_copy(work: Work, path: str, facts: FileFacts) -> bool:
    """Whether this is a registered copy. Its registration is renewed by what the guard saw happen, not by a verdict: what
    changed unseen is asked about before its deletion. Only its place is noted when it moved as it was."""
    if any(c.checked_out_path == path or c.location is Location.IN_PLACE for c in work.session.copies.by_path(path)):
        return True
    for copy in work.session.copies.by_identity(facts.identity):
        if is_same_file(copy, facts):
            if not os.path.lexists(copy.path or ""):
                work.session.copies.update(replace(copy, path=path, name=Path(path).name))
                work.note("copy.renewed", copy.id, project=copy.project_id)
            return True
    return False


def is_in_client_place(session: Session, path: Path) -> bool:
    """What lies in the client's own storage is no copy. Source: VR-P1b."""
    places = [Path(folder.path) for folder in session.folders.all() if folder.kind is FolderKind.CLIENT_PLACE]
    return any(place in path.parents for place in places)


def siblings_of(session: Session, sha256: str | None, facts: FileFacts) -> list[OutsideCopy]:
    """Live copies with the same content."""
    if sha256 is None or facts.size_bytes <= FURTHER_COPY_LEAST:
        return []
    return session.copies.by_sha256(sha256)


def join_order(work: Work, first: OutsideCopy, path: str, facts: FileFacts) -> None:
    """A further copy of registered content, under no other live agreement, joins the deletion order of its sibling."""
    further = OutsideCopy(
        id=new_id(),
        project_id=first.project_id,
        agreement_id=first.agreement_id,
        location=Location.IN_PLACE,
        name=Path(path).name,
        created_at=work.now,
        path=path,
        size_bytes=facts.size_bytes,
        sha256=first.sha256,
        identity=facts.identity,
        modified_ns=facts.modified_ns,
        further_of=first.further_of or first.id,
        special=first.special,
    )
    register_copy(work, further, work.session.agreements.get(first.agreement_id))


def as_registered_content(work: Work, judgement: Judgement, siblings: Sequence[OutsideCopy]) -> Judgement:
    """The verdict on content that is registered under several agreements: a person decides under which this one falls."""
    clients = {work.session.projects.get(copy.project_id).client_id for copy in siblings}
    return replace(
        judgement,
        verdict=Verdict.CLIENT_DATA,
        reasons=(*judgement.reasons, Reason(type=ReasonType.FINGERPRINT, detail=str(len(siblings)))),
        client_id=clients.pop() if len(clients) == 1 else None,
        special=judgement.special or any(copy.special for copy in siblings),
    )


def copies_in_place_at(session: Session, path: str) -> list[OutsideCopy]:
    return [copy for copy in session.copies.by_path(path) if copy.location is Location.IN_PLACE]


def open_at(session: Session, path: str) -> list[Finding]:
    """One that waits sealed is no file here: another file may have come to its old place."""
    return [finding for finding in session.findings.at_path(path) if finding.state is FindingState.OPEN]


def open_findings(session: Session, path: str, facts: FileFacts) -> list[Finding]:
    """Open findings of this file: at its path, or of its number on the disk."""
    by_number = [f for f in session.findings.by_identity(facts.identity) if f.state is FindingState.OPEN]
    return list({finding.id: finding for finding in (*open_at(session, path), *by_number)}.values())


def close_quietly(work: Work, finding: Finding) -> None:
    """The file is gone, or no client data any more: nothing of it is kept but that there was a finding."""
    work.session.findings.remove(finding.id)
    work.note("finding.vanished", finding.id, project=finding.project_id)
