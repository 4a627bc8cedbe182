"""Whatever three people do, and whenever their laptops meet: in the end all know the same ends. Source: design, Cards."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.actions.laptops import Laptop
from tests.fakes import FakeClock

HOUR = timedelta(hours=1)
people = st.integers(0, 2)
acts = st.one_of(
    st.tuples(people, st.just("close"), st.integers(0, 40)),
    st.tuples(people, st.just("reopen"), st.just(0)),
    st.tuples(people, st.just("fulfil"), st.integers(0, 40)),
    st.tuples(people, st.just("copy"), st.just(0)),
    st.tuples(people, st.just("publish"), st.just(0)),
    st.tuples(people, st.just("pull"), st.just(0)),
    st.tuples(st.just(0), st.just("wait"), st.sampled_from([1, 10, 30])),
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(acts, min_size=3, max_size=12))
def test_all_laptops_come_to_the_same_ends(done: list[tuple[int, str, int]]) -> None:
    """VR-P4, VT-T2"""
    with tempfile.TemporaryDirectory() as folder:
        clock = FakeClock()
        laptops = _team(Path(folder), clock)
        agreement = _begin(laptops)
        copies = [laptop.add_copy(agreement) for laptop in laptops]
        for who, act, hours in done:
            _do(laptops[who], act, hours, agreement, clock)
        for _ in range(3):
            for laptop in laptops:
                laptop.sync()
        closed = {laptop.project().closed_at for laptop in laptops}
        due = {laptop.copy(copy).due_at for laptop, copy in zip(laptops, copies, strict=True)}
        refused = [item for laptop in laptops for item in laptop.cards.list() if item.reason not in (None, "replayed")]
        for laptop in laptops:
            laptop.store.close()
    assert len(closed) == 1
    assert len(due) == 1
    assert refused == []


def _team(root: Path, clock: FakeClock) -> list[Laptop]:
    (root / "team").mkdir()
    laptops = [Laptop(name, root, clock) for name in ("anna", "bram", "carl")]
    for laptop in laptops:
        laptop.trusts(*(other for other in laptops if other is not laptop))
    return laptops


def _begin(laptops: list[Laptop]) -> str:
    laptops[0].add_client()
    laptops[0].add_project()
    agreement = laptops[0].add_agreement()
    for laptop in laptops:
        laptop.sync()
    return agreement


def _do(laptop: Laptop, act: str, hours: int, agreement: str, clock: FakeClock) -> None:
    if act == "close" and laptop.project().closed_at is None:
        laptop.close(ago=hours * HOUR)
    elif act == "reopen" and laptop.project().closed_at is not None:
        laptop.reopen()
    elif act == "fulfil":
        laptop.fulfil(agreement, ago=hours * HOUR)
    elif act == "copy":
        laptop.add_copy(agreement)
    elif act == "publish":
        laptop.cards.publish()
    elif act == "pull":
        laptop.cards.pull()
    elif act == "wait":
        clock.advance(hours * HOUR)
