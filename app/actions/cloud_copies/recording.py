"""What a deletion met in the cloud, written down in the change that records the deletion itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.actions.office import Work
from app.actions.removed import Removed
from app.domain.deletion import Outcome


def record_cloud(work: Work, removed: Sequence[Removed], certificate_id: str | None) -> None:
    """`certificate_id`: the declaration that was issued; it names what is left, so its supplement is due one day."""
    for result in removed:
        if result.cloud is None:
            continue
        before = work.session.cloud_copies.get(result.copy.id)
        is_deleted = result.outcome is Outcome.DELETED
        row = result.cloud
        if is_deleted and row.item is None:
            # It was never found there: nothing can be followed, and the term that the declaration names is the last word.
            row = replace(row, settled_at=work.now)
        elif is_deleted:
            row = replace(row, supplements=certificate_id)
        work.session.cloud_copies.update(row)
        if row.answer is not None and row.answer is not before.answer:
            data = {"answer": row.answer.value}
            work.note("cloud.removed", result.copy.id, project=result.copy.project_id, data=data)
