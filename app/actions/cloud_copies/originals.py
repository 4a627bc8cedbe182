"""What OneDrive made of a file that goes into the vault: the vault is its agreed place now, so the cloud's side of the original
goes with the original, at once, before OneDrive puts it into its recycle bin.
"""

from __future__ import annotations

from pathlib import Path

from app.actions.cloud_copies.finding import CloudFinding, Follow
from app.actions.cloud_copies.removing import CloudRemoving
from app.actions.office import Office


class CloudOriginals:
    def __init__(self, office: Office, finding: CloudFinding, removing: CloudRemoving) -> None:
        self._office = office
        self._finding = finding
        self._removing = removing

    def of_file(self, path: Path) -> Follow | None:
        """As `CloudFinding.of_file`."""
        return self._finding.of_file(path)

    def remove(self, copy_id: str) -> None:
        """The original is gone here, and stands sealed in the vault. What cannot be removed there now is asked for again at the
        copy's deadline; nothing of what the remote may say is raised."""
        with self._office.look() as session:
            followed, copy = session.cloud_copies.find(copy_id), session.copies.get(copy_id)
        if followed is None or followed.item is None or not self._removing.is_unchanged(followed):
            return  # what somebody changed there meanwhile is not what was sealed
        outcome = self._removing.remove(followed, copy, self._office.clock.now())
        with self._office.change() as work:
            work.session.cloud_copies.update(outcome.followed)
            if outcome.answer is not None:
                data = {"answer": outcome.answer.value}
                work.note("cloud.removed", copy.id, project=copy.project_id, data=data)
