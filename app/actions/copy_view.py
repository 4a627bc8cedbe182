"""A copy as a person sees it at this moment."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.copy import CopyState, OutsideCopy, shown_state
from app.domain.moments import ClockJudgement, ClockState


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyView:
    """A copy and the state a person sees now."""

    copy: OutsideCopy
    state: CopyState


def shown(copy: OutsideCopy, judgement: ClockJudgement) -> CopyView:
    trusted = judgement.state is ClockState.TRUSTED
    return CopyView(copy=copy, state=shown_state(copy, judgement.now, time_trusted=trusted))
