"""Asks the cloud to remove a followed item, and says what was seen afterwards. Nothing is recorded here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from app.actions.cloud_copies.finding import CloudFinding, with_item
from app.domain.cloud_copy import CloudCopy, in_bin_until
from app.domain.copy import OutsideCopy
from app.domain.deletion import Residual, ResidualKind
from app.domain.errors import AssistantError
from app.domain.messages import Message, msg
from app.domain.remote_errors import (
    RemoteGone,
    RemoteLocked,
    RemoteOnHold,
    RemoteRefused,
    RemoteThrottled,
    SignInNeeded,
)
from app.domain.remote_files import CloudRemoval
from app.domain.remote_ports import CloudCopies

WHERE = "Microsoft 365"


@dataclass(frozen=True, slots=True, kw_only=True)
class CloudOutcome:
    """`followed`: as it is to be recorded. `blocked_by`: a word for why nothing could be done now, with `reason` in a sentence;
    None when the service answered."""

    followed: CloudCopy
    reason: Message | None = None
    blocked_by: str | None = None

    @property
    def answer(self) -> CloudRemoval | None:
        return self.followed.answer if self.blocked_by is None else None

    @property
    def residuals(self) -> tuple[Residual, ...]:
        """What is left of it in the cloud."""
        if self.followed.is_held:
            return (Residual(kind=ResidualKind.CLOUD_HOLD, where=WHERE),)
        if self.answer in (CloudRemoval.IN_RECYCLE_BIN, CloudRemoval.NOT_FOUND):
            return (Residual(kind=ResidualKind.CLOUD_SHADOW, where=WHERE, until=self.followed.bin_until),)
        return ()


class CloudRemoving:
    def __init__(self, finding: CloudFinding, cloud: Callable[[], CloudCopies | None]) -> None:
        self._finding = finding
        self._cloud = cloud

    def is_there(self) -> bool:
        """Whether there is a cloud to ask at all."""
        return self._cloud() is not None

    def still_stands(self, followed: CloudCopy) -> bool:
        """Whether the item can be seen (it was restored from a bin, say). Raises the errors of the remote."""
        cloud = self._cloud()
        return cloud is not None and followed.item is not None and cloud.look(followed.item) is not None

    def is_unchanged(self, followed: CloudCopy) -> bool:
        """Whether the item stands there as it was found. False also when it cannot be told."""
        cloud = self._cloud()
        if cloud is None or followed.item is None:
            return False
        try:
            standing = cloud.look(followed.item)
        except AssistantError:
            return False
        return standing is not None and standing.version == followed.version

    def remove(self, followed: CloudCopy, copy: OutsideCopy, now: datetime) -> CloudOutcome:
        """Remove the item with its versions and out of the bins, as far as the service allows. Raises nothing that the remote
        may say: it is told in the outcome."""
        asked = replace(followed, asked_at=now)
        try:
            if asked.item is None:
                found = self._finding.look_for(asked, copy)
                if found is None:
                    return CloudOutcome(followed=asked, reason=msg("cloud.not-found"), blocked_by="cloud-not-found")
                asked = with_item(asked, found)
            return CloudOutcome(followed=self._answered(asked, now))
        except AssistantError as error:
            return self._failed(asked, error, now)

    def _answered(self, followed: CloudCopy, now: datetime) -> CloudCopy:
        cloud, item = self._cloud(), followed.item
        if cloud is None or item is None:
            raise RuntimeError("only a found item of a cloud that is there is removed")
        return _with_answer(followed, cloud.remove(item), now)

    def _failed(self, followed: CloudCopy, error: AssistantError, now: datetime) -> CloudOutcome:
        if isinstance(error, RemoteOnHold):
            answer = CloudRemoval.IS_RECORD if error.is_record else CloudRemoval.ON_HOLD
            return CloudOutcome(followed=_with_answer(followed, answer, now))
        if isinstance(error, RemoteGone):
            return CloudOutcome(followed=_with_answer(followed, CloudRemoval.NOT_FOUND, now))
        return CloudOutcome(followed=followed, reason=error.message, blocked_by=_word(error))


def hold_reason(answer: CloudRemoval) -> tuple[str, Message]:
    """Why something that a rule of the service keeps is not gone: a word for the record, and the sentence."""
    if answer is CloudRemoval.IS_RECORD:
        return "cloud-record", msg("cloud.is-record")
    return "cloud-on-hold", msg("cloud.on-hold")


def _word(error: AssistantError) -> str:
    kinds = (
        (SignInNeeded, "cloud-sign-in"),
        (RemoteThrottled, "cloud-busy"),
        (RemoteLocked, "cloud-locked"),
        (RemoteRefused, "cloud-refused"),
    )
    return next((word for kind, word in kinds if isinstance(error, kind)), "cloud-offline")


def _with_answer(followed: CloudCopy, answer: CloudRemoval, now: datetime) -> CloudCopy:
    """What went into a bin before is there no longer than it was said then; when that is over, it is gone."""
    if answer is CloudRemoval.NOT_FOUND and followed.bin_until is not None:
        if followed.bin_until > now:
            return followed
        answer = CloudRemoval.GONE
    settled = now if answer is CloudRemoval.GONE else None
    return replace(followed, answer=answer, bin_until=in_bin_until(answer, now), settled_at=settled)
