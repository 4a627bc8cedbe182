"""What the copies guard says of the folders it watches."""

from __future__ import annotations

from app.domain.messages import Message, msg
from app.domain.rules import RuleState, worst
from app.guards.copies.folders import Roots
from app.guards.copies.walks import Walks


def wrong_with(roots: Roots) -> tuple[RuleState, Message] | None:
    """The gravest of what is wrong with the folders themselves."""
    if not len(roots):
        return RuleState.ATTENTION, msg("copies.no-folders")
    states = [root.state() for root in roots]
    state = worst([found for found, _ in states])
    if state is RuleState.OK:
        return None
    return state, next(sentence for found, sentence in states if found is state)


def standing(walks: Walks, *, has_unjudged: bool, is_resting: bool) -> tuple[RuleState, Message]:
    """`has_unjudged`: a walk met files that nobody judged yet."""
    wrong = wrong_with(walks.roots)
    if wrong is not None:
        return wrong
    late = sum(walks.is_late(root) for root in walks.roots)
    if late:
        return RuleState.ATTENTION, msg("copies.scan-late", n=late)
    if has_unjudged or not all(walks.has_walked(root) for root in walks.roots):
        return RuleState.UNKNOWN, msg("copies.resting") if is_resting else msg("copies.looking")
    return RuleState.OK, msg("copies.ok", n=len(walks.roots))
