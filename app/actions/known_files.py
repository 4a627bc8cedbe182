"""Files that are registered or found already, followed as the copies guard sees them move, change and vanish.

Source: VR-K1, VR-P3.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from app.actions.content import sha256_of
from app.actions.office import Office
from app.actions.recognising import close_quietly, copies_in_place_at, open_at
from app.domain.copy import OutsideCopy
from app.domain.finding import Finding, FindingState
from app.domain.folder import WatchedFolder
from app.domain.identity import FileFacts
from app.store import Session

MISSING = "missing."  # note by folder: open findings whose file its last walk did not see


class KnownFiles:
    def __init__(self, office: Office) -> None:
        self._office = office

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


def renewed(copy: OutsideCopy, facts: FileFacts, sha256: str) -> OutsideCopy:
    return replace(
        copy, identity=facts.identity, size_bytes=facts.size_bytes, modified_ns=facts.modified_ns, sha256=sha256
    )


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
