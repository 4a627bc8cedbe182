"""What the device's own protection lacks, and what nobody has vouched for."""

from __future__ import annotations

from collections.abc import Iterator

from app.actions import health_rules
from app.actions.needs.scene import Scene
from app.domain.messages import msg
from app.domain.rules import RuleState, worst
from app.domain.today import Need, NeedAction, NeedKind

CALM = (RuleState.OK, RuleState.NOT_APPLICABLE)
RULES = {"VR-S1a": health_rules.protected, "VR-S1b": health_rules.up_to_date, "VT-U2": health_rules.account}


def device_needs(scene: Scene) -> Iterator[Need]:
    yield from _protection(scene)
    state, sentence, _, _ = health_rules.partner(scene.picture)
    if state not in CALM:
        yield Need(
            id=NeedKind.PARTNER.value,
            kind=NeedKind.PARTNER,
            state=state,
            sentence=sentence,
            action=NeedAction.SHOW_DEVICE,
            rules=("VR-S4",),
        )


def _protection(scene: Scene) -> Iterator[Need]:
    """One need for the laptop: its page has it point by point."""
    seen = {id_: rule(scene.picture) for id_, rule in RULES.items()}
    wanting = {id_: said for id_, said in seen.items() if said[0] not in CALM}
    if not wanting:
        return
    state = worst([said[0] for said in wanting.values()])
    gravest = [said for said in wanting.values() if said[0] is state]
    count = sum(max(1, said[2]) for said in gravest)
    is_one_reason = all(said[1] == gravest[0][1] for said in gravest)
    several = msg("health.unseen", n=count) if state is RuleState.UNKNOWN else msg("today.health", n=count)
    yield Need(
        id=NeedKind.PROTECTION.value,
        kind=NeedKind.PROTECTION,
        state=state,
        sentence=gravest[0][1] if is_one_reason else several,
        action=NeedAction.SHOW_DEVICE,
        since=min((said[3] for said in gravest if said[3] is not None), default=None),
        count=count,
        rules=tuple(wanting),
    )
