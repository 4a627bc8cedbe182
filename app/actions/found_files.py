"""The file of a finding as it stands now: whether it still is what was found, and may be acted on."""

from __future__ import annotations

from pathlib import Path

from app.actions.content import refuse_protected, sha256_of
from app.actions.office import Office
from app.domain.causes import cause_of
from app.domain.errors import InputError
from app.domain.finding import Finding
from app.domain.identity import FileFacts
from app.domain.messages import msg
from app.domain.ports import Files, Places


class FoundFiles:
    def __init__(self, office: Office, files: Files, places: Places) -> None:
        self._office = office
        self._files = files
        self._places = places

    def facts(self, finding: Finding) -> FileFacts | None:
        """None: nothing stands there. Raises InputError when that cannot be told."""
        try:
            return self._files.facts(Path(finding.path))
        except OSError as error:
            raise InputError(msg("file.unreadable", path=finding.path, why=cause_of(error))) from error

    def refuse_changed(self, finding: Finding) -> None:
        """A decision about the content counts for the content that was looked at. Raises InputError."""
        facts = self.facts(finding)
        if facts is None:
            raise InputError(msg("file.missing", path=finding.path))
        if self._has_changed(finding, facts):
            raise InputError(msg("finding.changed", path=finding.path))

    def refuse_irremovable(self, finding: Finding) -> None:
        """What was found may be deleted; what came in its place, or changed since, may not. Raises InputError."""
        if finding.is_place or finding.sealed_digest is not None:
            return
        with self._office.look() as session:
            refuse_protected(session, self._places, Path(finding.path))
        facts = self.facts(finding)
        if facts is not None and self._has_changed(finding, facts):
            is_other = facts.identity != finding.identity
            raise InputError(msg("deletion.other-file" if is_other else "finding.changed", path=finding.path))

    def is_there(self, finding: Finding) -> bool:
        try:
            return finding.is_place or self.facts(finding) is not None
        except InputError:
            return True

    def holders(self, path: Path) -> str:
        """Programs that have the file open, as far as the system tells."""
        return ", ".join(self._files.holders(path) or ())

    def is_identical(self, path: Path, finding: Finding) -> bool:
        """Whether the very file that was sealed still stands at `path`, as it was."""
        try:
            facts = self._files.facts(path)
        except OSError:
            return True  # it cannot be told that it is gone
        return facts is not None and facts.identity == finding.identity and facts.modified_ns == finding.modified_ns

    def has_content(self, finding: Finding, facts: FileFacts) -> bool:
        """Whether the file there has the content that was looked at. False where it cannot be read, or would be fetched."""
        path = Path(facts.path)
        if finding.sha256 is None or finding.size_bytes != facts.size_bytes or self._files.is_cloud_only(path):
            return False
        try:
            return sha256_of(path) == finding.sha256
        except OSError:
            return False

    def _has_changed(self, finding: Finding, facts: FileFacts) -> bool:
        """Whether another content stands there than was looked at. A save by rename gives the same one a new number."""
        known = (finding.identity, finding.size_bytes, finding.modified_ns)
        if (facts.identity, facts.size_bytes, facts.modified_ns) == known:
            return False
        return not self.has_content(finding, facts)
