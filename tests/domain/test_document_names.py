"""Names that SharePoint takes, and places that stay. Source: VR-S2."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.document import Why
from app.domain.document_names import (
    LONGEST_PATH,
    collision_key,
    folder_names,
    name_problem,
    path_problem,
    place_of,
    site_characters,
    suggested_name,
    sync_copy_of,
)

names = st.text(st.characters(exclude_characters="/\0"), min_size=1, max_size=300)


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("a:b.txt", "a-b.txt"),
        ('a"*<>?|.txt', "a------.txt"),
        (" a.txt ", "a.txt"),
        ("a.", "a"),
        ("~$a.docx", "a.docx"),
        ("CON", "_CON"),
        ("com7", "_com7"),
        (".lock", "_.lock"),
        ("desktop.ini", "_desktop.ini"),
        ("x_vti_y", "x_y"),
        ("a\tb.txt", "a_b.txt"),
        ("caf\udce9.txt", "caf_.txt"),
    ],
)
def test_what_is_not_taken_gets_a_suggestion(name: str, suggestion: str):
    assert name_problem(name) == suggestion


@pytest.mark.parametrize("name", ["plan.docx", "100% #1.txt", "Überzicht é.pdf", "con.txt", "forms", "a..b", "~a"])
def test_what_is_taken_is_left_alone(name: str):
    assert name_problem(name) is None


@given(names)
def test_a_suggestion_is_always_taken(name: str):
    assert name_problem(suggested_name(name)) is None


def test_the_whole_path_counts():
    free = LONGEST_PATH - 60 - len("P1/")
    assert path_problem("P1", "a" * 10 + "/" + "b" * 200, 60) is None
    assert path_problem("P1", "/".join(["a" * 100] * 3) + "/" + "b" * (free - 303), 60) is None
    problem = path_problem("P1", "/".join(["a" * 100] * 3) + "/" + "b" * (free - 302), 60)
    assert problem is not None
    assert (problem.why, problem.suggestion) == (Why.PATH_TOO_LONG, "1")


def test_the_site_takes_its_part():
    assert site_characters("") == 0
    named = len("/sites/Projecten/Shared Documents/")
    assert site_characters("https://firm.sharepoint.example/sites/Projecten") == named
    assert site_characters("firm.sharepoint.example:/sites/Projecten") == named
    assert site_characters("firm.sharepoint.example,1,2") > len("/Shared Documents/")


def test_a_place_is_the_code_where_that_is_a_name():
    assert place_of("P-2026-04") == "P-2026-04"
    for code in ("A/B", "a:b", "forms", "CON", " x", "x."):
        place = place_of(code)
        assert place != code
        assert name_problem(place) is None
        assert place == place_of(code)
    assert place_of("A/B") != place_of("A:B")


@given(st.text(min_size=1, max_size=60))
def test_every_code_has_a_place(code: str):
    place = place_of(code)
    assert name_problem(place) is None
    assert "/" not in place


def test_folders_of_one_name_are_told_apart_and_stay():
    folders = ["/a/Docs", "/b/Docs", "/c/docs"]
    found = folder_names({}, folders)
    assert found == {"/a/Docs": "Docs", "/b/Docs": "Docs (2)", "/c/docs": "docs (3)"}
    assert folder_names(found, ["/c/docs", "/d/Docs"]) == {"/c/docs": "docs (3)", "/d/Docs": "Docs (4)"}
    assert folder_names({}, ["C:\\Werk\\Plannen"]) == {"C:\\Werk\\Plannen": "Plannen"}


def test_names_that_differ_in_case_or_accents_alone_collide():
    assert collision_key("Plan/É.txt") == collision_key("plan/e\u0301.TXT")


@pytest.mark.parametrize(
    ("name", "document"),
    [
        ("plan.sync-conflict-20261122-101500-ABCDEFG.docx", "plan.docx"),
        ("plan (conflicted copy 2026-11-22 101500).docx", "plan.docx"),
        ("plan (Robin's conflicted copy 2026-11-22).docx", "plan.docx"),
        ("plan-LAPTOP-4F7G2.docx", "plan.docx"),
        ("plan-DESKTOPAB12.docx", "plan.docx"),
        ("plan-V2.docx", None),
        ("plan.docx", None),
        ("plan (2).docx", None),
        ("conflict.docx", None),
    ],
)
def test_second_versions_of_sync_clients_are_known(name: str, document: str | None):
    assert sync_copy_of(name) == document
