"""The cloud's part of a deletion: a copy that was agreed to be there, and what OneDrive made of one that was not."""

from __future__ import annotations

from pathlib import Path

from app.actions.cloud_copies.removing import CloudOutcome, CloudRemoving, hold_reason
from app.actions.office import Office
from app.actions.plain_text import Acting
from app.actions.removed import Removed, Step
from app.domain.cloud_copy import CloudCopy
from app.domain.deletion import Outcome
from app.domain.messages import msg
from app.domain.remote_files import CloudRemoval
from app.store import Session

IN_THE_CLOUD = Path("cloud")  # stands in the note of what was being removed
UNHEARD = "cloud-offline"  # asked for, and the answer was lost: it may have been done


class CloudSteps:
    def __init__(self, office: Office, removing: CloudRemoving) -> None:
        self._office = office
        self._removing = removing

    def remove_copy(self, step: Step, acting: Acting) -> None:
        """A copy that is in the cloud alone. What cannot be removed now stays due, with the reason."""
        followed = self._followed(step.copy.id)
        if followed is None or not self._removing.is_there():
            step.failure = Removed(copy=step.copy, outcome=Outcome.BLOCKED, reason=msg("cloud.not-found"))
            return
        acting(step.copy, IN_THE_CLOUD)
        outcome = step.cloud = self._removing.remove(followed, step.copy, self._office.clock.now())
        if outcome.blocked_by is not None:
            step.failure = Removed(
                copy=step.copy,
                outcome=Outcome.BLOCKED,
                reason=outcome.reason,
                blocked_by=outcome.blocked_by,
                cloud=outcome.followed,
            )
        elif outcome.followed.is_held and outcome.followed.answer is not None:
            word, reason = hold_reason(outcome.followed.answer)
            step.failure = Removed(
                copy=step.copy,
                outcome=Outcome.BLOCKED,
                reason=reason,
                blocked_by=word,
                residuals=outcome.residuals,
                cloud=outcome.followed,
            )
        elif outcome.answer is CloudRemoval.NOT_FOUND and not (step.resumed or step.copy.blocked_by == UNHEARD):
            # Missing is not deleted: somebody may have carried it to another drive.
            reason = msg("cloud.gone-unseen")
            step.failure = Removed(
                copy=step.copy,
                outcome=Outcome.MISSING,
                reason=reason,
                residuals=outcome.residuals,
                cloud=outcome.followed,
            )

    def remove_shadow(self, step: Step) -> None:
        """What OneDrive made in the cloud of a file that stood here. It holds nothing back here: what is left of it there is a
        residual, asked about again."""
        followed = self._followed(step.copy.id)
        if followed is not None and followed.settled_at is not None:
            step.cloud = CloudOutcome(followed=followed)  # it went when the file was sealed
        elif followed is not None and self._removing.is_there():
            step.cloud = self._removing.remove(followed, step.copy, self._office.clock.now())

    def follows(self, session: Session, copy_id: str) -> bool:
        """Whether a copy is followed, or looked for, and there is a cloud to ask."""
        followed = session.cloud_copies.find(copy_id)
        return followed is not None and followed.settled_at is None and self._removing.is_there()

    def _followed(self, copy_id: str) -> CloudCopy | None:
        with self._office.look() as session:
            return session.cloud_copies.find(copy_id)
