"""The procedure as a person reads it: each rule, how it stands here, what keeps it, and the last evidence of that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.actions.journal import JournalActions
from app.actions.status import StatusActions
from app.domain.errors import NotFoundError
from app.domain.journal import JournalEntry
from app.domain.messages import msg
from app.domain.requirement import ProcedureRow, Requirement
from app.domain.rules import RuleState, RuleStatus
from app.domain.traceability import TRACES, Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """`trace`: what keeps it; None for what is not built."""

    requirement: Requirement
    status: RuleStatus
    trace: Trace | None

    @property
    def is_built(self) -> bool:
        return self.status.state is not RuleState.PLANNED


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleInFull:
    """`row`: the procedure's own words. `evidence`: the last entry of the journal that proves it; None while there is none."""

    rule: Rule
    row: ProcedureRow | None
    evidence: JournalEntry | None


class ProcedureActions:
    """`requirements` in the order of the procedure; `rows` by id."""

    def __init__(
        self,
        status: StatusActions,
        journal: JournalActions,
        requirements: Sequence[Requirement],
        rows: Mapping[str, ProcedureRow],
    ) -> None:
        self._status = status
        self._journal = journal
        self._requirements = tuple(requirements)
        self._rows = rows

    def rules(self) -> tuple[Rule, ...]:
        """All rules of the procedure, in its order."""
        standing = {rule.id: rule for rule in self._status.status().rules}
        return tuple(
            Rule(requirement=requirement, status=standing[requirement.id], trace=TRACES.get(requirement.id))
            for requirement in self._requirements
        )

    def rule(self, id_: str) -> RuleInFull:
        """One rule with all that is known of it. Raises NotFoundError."""
        rule = next((rule for rule in self.rules() if rule.requirement.id == id_), None)
        if rule is None:
            raise NotFoundError(msg("rule.unknown", id=id_))
        events = rule.trace.events if rule.trace is not None else ()
        return RuleInFull(rule=rule, row=self._rows.get(id_), evidence=self._journal.latest(events))
