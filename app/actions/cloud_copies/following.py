"""What others ask about copies in the cloud: are they followed, how are they followed, what are they called."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.actions.cloud_copies.finding import CloudFinding
from app.actions.cloud_copies.removing import CloudRemoving
from app.actions.office import Work
from app.domain.copy import OutsideCopy
from app.store import Session


@dataclass(frozen=True, slots=True)
class CloudFollowing:
    finding: CloudFinding
    removing: CloudRemoving

    def follows(self, session: Session, copy: OutsideCopy) -> bool:
        """Whether the assistant knows the item and removes it itself."""
        followed = session.cloud_copies.find(copy.id)
        is_known = followed is not None and followed.item is not None and followed.settled_at is None
        return is_known and self.removing.is_there()


def named_as_found(work: Work, copy: OutsideCopy) -> OutsideCopy:
    """Under the name that the file has there, where it was found."""
    followed = work.session.cloud_copies.find(copy.id)
    if followed is None or not followed.name:
        return copy
    named = replace(copy, name=followed.name)
    work.session.copies.update(named)
    return named
