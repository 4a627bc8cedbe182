"""Documents of a project that this laptop filed in Office 365, removed there by their ids when its records go. Source: VR-R1.

Only what this laptop filed is touched, under the id that it has there; what a retention rule or a record keeps
stays, and is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from app.actions.cloud_copies.removing import WHERE
from app.actions.office import Office
from app.domain.cloud_copy import in_bin_until
from app.domain.deletion import Residual, ResidualKind
from app.domain.errors import AssistantError
from app.domain.messages import Message
from app.domain.remote_errors import RemoteGone, RemoteOnHold
from app.domain.remote_files import CloudItem, CloudRemoval
from app.domain.remote_ports import CloudCopies


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledRemoval:
    """How many documents came to what. `failed`: what could not be asked for, with the last `reason`; asked for again by
    calling again."""

    answers: Mapping[CloudRemoval, int]
    failed: int
    reason: Message | None
    residuals: tuple[Residual, ...]


class FiledRecords:
    """`cloud`, `drive_id`: the firm's, as chosen at this moment; None without a tenant. `drive_id` may raise as the remote."""

    def __init__(
        self, office: Office, cloud: Callable[[], CloudCopies | None], drive_id: Callable[[], str | None]
    ) -> None:
        self._office = office
        self._cloud = cloud
        self._drive_id = drive_id

    def count(self, project_id: str) -> int:
        return len(self._ids(project_id)) if self._cloud() is not None else 0

    def remove(self, project_id: str) -> FiledRemoval:
        """Trouble with one keeps no other from going. Raises EnvironmentLacking when the site cannot be reached at all."""
        cloud, drive_id = self._cloud(), self._drive_id()
        if cloud is None or drive_id is None:
            return FiledRemoval(answers={}, failed=0, reason=None, residuals=())
        answers: Counter[CloudRemoval] = Counter()
        failed, reason = 0, None
        for item_id, name in self._ids(project_id).items():
            item = CloudItem(drive_id=drive_id, item_id=item_id, name=name, version="")
            try:
                answers[_removed(cloud, item)] += 1
            except AssistantError as error:
                failed, reason = failed + 1, error.message
        now = self._office.clock.now()
        return FiledRemoval(answers=answers, failed=failed, reason=reason, residuals=_residuals(answers, now))

    def _ids(self, project_id: str) -> dict[str, str]:
        with self._office.look() as session:
            documents = session.documents.of_project(project_id)
        return {d.filed.remote.id: d.remote_path for d in documents if d.filed is not None}


def _removed(cloud: CloudCopies, item: CloudItem) -> CloudRemoval:
    try:
        return cloud.remove(item)
    except RemoteGone:
        return CloudRemoval.NOT_FOUND
    except RemoteOnHold as kept:
        return CloudRemoval.IS_RECORD if kept.is_record else CloudRemoval.ON_HOLD


def _residuals(answers: Mapping[CloudRemoval, int], now: datetime) -> tuple[Residual, ...]:
    found = []
    if any(answers.get(kept) for kept in (CloudRemoval.ON_HOLD, CloudRemoval.IS_RECORD)):
        found.append(Residual(kind=ResidualKind.CLOUD_HOLD, where=WHERE))
    binned = next((a for a in (CloudRemoval.IN_RECYCLE_BIN, CloudRemoval.NOT_FOUND) if answers.get(a)), None)
    if binned is not None:
        found.append(Residual(kind=ResidualKind.CLOUD_SHADOW, where=WHERE, until=in_bin_until(binned, now)))
    return tuple(found)
