"""What a verdict is explained by. Hosts, names of clients, kinds with their counts, papers; never a value."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from app.detect.judging import weights
from app.detect.judging.signs import Sign
from app.detect.judging.told import Told
from app.detect.reading.unread import Unread
from app.domain.finding import Reason, ReasonType
from app.domain.papers import Paper

CONFIDENTIAL = "vertrouwelijk"  # the word in the detail of a reason; see domain.recommendation


def reasons_of(
    signs: Sequence[Sign], told: Told, paper: Paper | None, *, is_confidential: bool, limits: Collection[Unread]
) -> tuple[Reason, ...]:
    reasons = [Reason(type=sign.type, detail=sign.detail) for sign in signs]
    if paper is not None:
        reasons.append(Reason(type=ReasonType.CONTENT, detail=paper.value))
    kinds = sorted(told.kinds, key=lambda kind: (kind not in weights.SENSITIVE_KINDS, kind))
    reasons += [Reason(type=ReasonType.CONTENT, detail=f"{kind} {told.kinds[kind]}") for kind in kinds]
    if is_confidential:
        reasons.append(Reason(type=ReasonType.KEYWORD, detail=CONFIDENTIAL))
    reasons += [Reason(type=ReasonType.LIMIT, detail=limit.value) for limit in sorted(limits, key=list(Unread).index)]
    return tuple(reasons)
