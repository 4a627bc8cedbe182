"""The procedure rule by rule: how it stands, what keeps it, the last evidence."""

from __future__ import annotations

import pytest

from app.domain.errors import NotFoundError
from app.domain.rules import RuleState
from app.domain.traceability import TRACES
from tests.actions.laptop import HOUR, Laptop


def test_all_rules_are_there_in_the_order_of_the_procedure(laptop: Laptop) -> None:
    rules = laptop.app.procedure.rules()
    assert [rule.requirement.id for rule in rules] == [rule.id for rule in laptop.app.status.status().rules]
    assert [rule.status for rule in rules] == list(laptop.app.status.status().rules)


def test_what_is_built_says_what_keeps_it_and_the_rest_is_planned(laptop: Laptop) -> None:
    rules = laptop.app.procedure.rules()
    assert {rule.requirement.id for rule in rules if rule.trace is not None} == set(TRACES)
    assert all(rule.is_built for rule in rules if rule.trace is not None)
    assert {rule.status.state for rule in rules if not rule.is_built} == {RuleState.PLANNED}


def test_a_rule_shows_its_last_evidence(laptop: Laptop) -> None:
    """VR-P3: an agreement, and later the decision on a finding."""
    assert laptop.app.procedure.rule("VR-P3").evidence is None
    agreement = laptop.usual()
    first = laptop.app.procedure.rule("VR-P3").evidence
    assert first is not None
    assert (first.event, first.subject, first.at) == ("agreement.linked", agreement.id, laptop.now)
    laptop.passes(HOUR)
    finding = laptop.finding()
    laptop.app.findings.not_client_data([finding.id], "eigen bestand")
    second = laptop.app.procedure.rule("VR-P3").evidence
    assert second is not None
    assert (second.event, second.at) == ("finding.resolved", laptop.now)


def test_a_rule_has_the_words_of_the_procedure(laptop: Laptop) -> None:
    row = laptop.app.procedure.rule("VR-P4").row
    assert row is not None
    assert row.demand == "Gone within one week after purpose met or project closed"


def test_what_is_not_built_has_no_evidence(laptop: Laptop) -> None:
    shown = laptop.app.procedure.rule("VT-L1")
    assert (shown.evidence, shown.rule.trace, shown.rule.status.state) == (None, None, RuleState.PLANNED)
    assert shown.row is not None


def test_a_rule_that_does_not_exist_is_said(laptop: Laptop) -> None:
    with pytest.raises(NotFoundError) as refused:
        laptop.app.procedure.rule("VR-X9")
    assert refused.value.message.id == "rule.unknown"
