"""What a declaration may claim. Source: contract, Certificate; glossary."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.certificate import DeclaredOutcome, declared_outcome
from app.domain.deletion import Method

METHODS = st.sets(st.sampled_from([method.value for method in Method]))


@given(residuals=st.integers(0, 3), complete=st.booleans(), methods=METHODS)
def test_destroyed_is_only_what_is_gone_whole_and_was_seen_to_go(
    residuals: int, complete: bool, methods: set[str]
) -> None:
    outcome = declared_outcome(residuals=residuals, complete=complete, methods=methods)
    may_claim = not residuals and complete and bool(methods) and "attested" not in methods
    assert (outcome is DeclaredOutcome.DESTROYED) is may_claim


def test_what_remains_is_said_before_all_else() -> None:
    rest = declared_outcome(residuals=1, complete=False, methods={"attested"})
    left = declared_outcome(residuals=0, complete=False, methods={"attested"})
    word = declared_outcome(residuals=0, complete=True, methods={"attested", "unlink"})
    assert (rest, left, word) == (
        DeclaredOutcome.WITH_RESIDUALS,
        DeclaredOutcome.INCOMPLETE,
        DeclaredOutcome.ATTESTED,
    )
