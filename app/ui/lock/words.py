"""The sentences about a screen that is about to be locked, or is kept open. None names a client: others may look on."""

from __future__ import annotations

from datetime import timedelta

from app.domain.idle import Phase
from app.domain.locking import LockNotice
from app.domain.messages import Message, msg, unit_text
from app.domain.rules import Stage

MINUTE, SECOND = timedelta(minutes=1), timedelta(seconds=1)


def sentence_of(notice: LockNotice, left: timedelta) -> Message:
    """`left`: as much as is left now."""
    if notice.stage is Stage.WARN:
        return msg("ui.lock.warn")
    return msg("ui.lock.soon", left=as_counted(left))


def detail_of(notice: LockNotice) -> Message:
    if notice.stage is Stage.WARN:
        return msg("ui.lock.warn-why")
    if notice.phase is Phase.LAST_OF_GRACE:
        return msg("ui.lock.after-grace")
    return msg("ui.lock.go-on")


def grace_of(notice: LockNotice) -> Message:
    """The line in the tray's menu. It says less than is left rather than more."""
    return msg("ui.lock.grace", left=unit_text("minutes", max(1, notice.left // MINUTE)))


def as_counted(left: timedelta) -> Message:
    """Whole seconds up to a minute, begun minutes above."""
    if left > MINUTE:
        return unit_text("minutes", -(-left // MINUTE))
    return unit_text("seconds", max(0, -(-left // SECOND)))
