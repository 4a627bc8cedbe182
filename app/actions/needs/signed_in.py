"""That Microsoft 365 asks to sign in: once, calmly. Nothing of the laptop's own duties waits for it."""

from __future__ import annotations

from collections.abc import Iterator

from app.actions.needs.scene import Scene
from app.domain.messages import msg
from app.domain.rules import RuleState
from app.domain.sign_in import SignInState, reason_text
from app.domain.today import Need, NeedAction, NeedKind

CALM = (SignInState.NOT_SET_UP, SignInState.SIGNED_IN)


def sign_in_needs(scene: Scene) -> Iterator[Need]:
    seen = scene.picture.sign_in
    if seen.state in CALM:
        return
    lapsed = seen.state is SignInState.LAPSED
    first = seen.state is SignInState.SIGNED_OUT
    sentence = msg("today.sign-in-first") if first else msg("today.sign-in")
    yield Need(
        id=NeedKind.SIGN_IN.value,
        kind=NeedKind.SIGN_IN,
        state=RuleState.ATTENTION,
        sentence=msg("today.sign-in-lapsed") if lapsed else sentence,
        detail=msg("today.sign-in-detail") if seen.reason is None else reason_text(seen.reason),
        action=NeedAction.SIGN_IN,
        since=seen.expires_at if lapsed else seen.since,
        rules=("VR-S3",),
    )
