"""The procedure as a file, read row by row."""

from __future__ import annotations

from app.system.resources.procedure import procedure_rows
from app.system.resources.requirements import requirement_titles, requirements


def test_every_requirement_has_its_row():
    assert list(procedure_rows()) == [requirement.id for requirement in requirements()]


def test_a_row_of_the_firms_policy_has_all_its_columns():
    row = procedure_rows()["VR-P3"]
    assert row.demand == "No copy out without demonstrable client agreement"
    assert row.must.startswith("Copy is unagreed until record has person")
    assert row.proof == "agreement.linked"
    assert row.cannot == "Block the copying; prove evidence genuine"
    assert row.setting == "24 h to resolve, IT ≤72"


def test_the_tables_differ_in_their_columns():
    row = procedure_rows()["VT-L1"]
    assert row.cannot is None
    assert row.setting == "48 h max LOCK"
    assert row.proof == "breach.client_told"


def test_a_dash_says_nothing():
    assert procedure_rows()["VT-T4"].setting is None
    assert procedure_rows()["VR-C1"].cannot is None


def test_no_row_is_empty():
    assert [row.id for row in procedure_rows().values() if not row.demand or not row.must] == []


def test_titles_are_in_the_language_that_was_asked_for():
    assert requirement_titles("nl")["VR-P3"] == "Geen kopie naar buiten zonder aantoonbare afspraak"
    assert requirement_titles("en")["VR-P3"] == "No copy outside without demonstrable agreement"
