"""All that is outside as a whole: how much, how it stands, what goes first; and what goes on one day. Source: VR-P3, VR-P4."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.actions.office import Office
from app.actions.residuals import ResidualRules
from app.actions.settings import SettingsActions
from app.domain.copy import Location, state_at
from app.domain.deadline import MARGIN_MAX
from app.domain.deletion import Residual, ResidualKind
from app.domain.moments import ClockJudgement, ClockState
from app.domain.vault_list import GoesBetween, RowState, VaultQuery
from app.store import CopySum, Session

A_DAY = timedelta(days=1)
_WAITING = VaultQuery(states=frozenset({RowState.WAITING}))
_WAYS_IN = (ResidualKind.RECOVERY_KEY, ResidualKind.KEY_FILE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """`copies` that are live, of which `in_vault` belong to the vault (also while they are out of it) and `late` had to be
    gone already; `waiting`: files that wait for the client. `states`: how many rows a list shows in each state.

    `next_at`: when the first of those that are not late goes. `margin`: IT deletes so much before each deadline. `ways_in`:
    what keeps a deletion from the vault from being an erasure.
    """

    copies: int
    in_vault: int
    late: int
    waiting: int
    states: Mapping[RowState, int]
    next_at: datetime | None
    margin: timedelta
    ways_in: tuple[Residual, ...]


class OutsideActions:
    """`zone`: the person's, for days."""

    def __init__(self, office: Office, settings: SettingsActions, residuals: ResidualRules, zone: ZoneInfo) -> None:
        self._office = office
        self._settings = settings
        self._residuals = residuals
        self._zone = zone

    def outside(self) -> Outside:
        """How it stands at this moment. Any thread; quick for 100,000 copies."""
        clock, margin = self._office.clock.judgement(), self._margin()
        with self._office.look() as session:
            sums = session.copies.summed(clock.now, margin)
            waiting = _waiting(session, clock)
        return Outside(
            copies=sum(kind.copies for kind in sums),
            in_vault=sum(kind.copies for kind in sums if kind.location is Location.VAULT),
            late=sum(kind.copies for kind in sums if kind.is_late),
            waiting=waiting,
            states=_states(sums, waiting, clock),
            next_at=_next_at(sums, margin),
            margin=margin,
            ways_in=self._ways_in(),
        )

    def going_on(self, day: date) -> GoesBetween:
        """What goes on a day of the person's calendar; on the present day with what should have been gone before."""
        present = self._office.clock.now().astimezone(self._zone).date()
        start = None if day <= present else self._midnight(day)
        return GoesBetween(start=start, end=self._midnight(day + A_DAY), margin=self._margin())

    def _midnight(self, day: date) -> datetime:
        return datetime.combine(day, time.min, tzinfo=self._zone).astimezone(UTC)

    def _margin(self) -> timedelta:
        return min(timedelta(hours=self._settings.number("deletion.margin_hours")), MARGIN_MAX)

    def _ways_in(self) -> tuple[Residual, ...]:
        left = self._residuals.of_sealed(key_destroyed=True)
        return tuple(residual for residual in left if residual.kind in _WAYS_IN)


def _next_at(sums: Sequence[CopySum], margin: timedelta) -> datetime | None:
    due = [kind.next_due - margin for kind in sums if kind.next_due is not None]
    plans = [kind.next_plan for kind in sums if kind.next_plan is not None]
    return min([*due, *plans], default=None)


def _states(sums: Iterable[CopySum], waiting: int, clock: ClockJudgement) -> dict[RowState, int]:
    """As a list shows them: what is kept or checked out is shown as late once its moment has come."""
    trusted = clock.state is ClockState.TRUSTED
    counted: Counter[RowState] = Counter()
    for kind in sums:
        due_at = clock.now if kind.is_late else None
        counted[RowState(state_at(kind.state, due_at, clock.now, time_trusted=trusted).value)] += kind.copies
    counted[RowState.WAITING] = waiting
    return {state: number for state, number in counted.items() if number}


def _waiting(session: Session, clock: ClockJudgement) -> int:
    trusted = clock.state is ClockState.TRUSTED
    return session.listing.page(_WAITING, clock.now, time_trusted=trusted, offset=0, limit=0)[1]
