"""Which files are of a project, by their names. VR-U5a"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.client import Client
from app.domain.project import Project, ProjectStatus
from app.domain.working_file import ProjectNames, is_working_name, stands_too_long

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
DAY = timedelta(days=1)
CLIENT = Client(id="c", name="Gemeente Voorbeeldstad", variants=("GVS",), created_at=NOW)


def project(code: str, status: ProjectStatus = ProjectStatus.ACTIVE) -> Project:
    return Project(id=code, code=code, client_id="c", status=status, created_at=NOW)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("VBS-26 rekenmodel", (True, "VBS-26")),
        ("vbs_26/notitie", (True, "VBS-26")),
        ("Brief GVS", (True, "VBS-26")),
        ("gemeente  voorbeeldstad offerte", (True, "VBS-26")),
        ("Voortgangsrapportage", (True, None)),
        ("VBS-261", (False, None)),
        ("XGVS", (False, None)),
        ("loonstrook januari", (False, None)),
        ("", (False, None)),
    ],
)
def test_words_of_a_project(words: str, answer: tuple[bool, str | None]) -> None:
    """VR-U5a"""
    assert ProjectNames([project("VBS-26")], [CLIENT]).project_of(words) == answer


def test_of_two_projects_neither_is_certain_unless_its_code_is_there_alone() -> None:
    names = ProjectNames([project("VBS-26"), project("VBS-27")], [CLIENT])
    assert names.project_of("brief GVS") == (True, None)
    assert ProjectNames([project("A1"), project("OUD-1", ProjectStatus.CLOSED)], []).project_of("OUD-1") == (
        False,
        None,
    )


@given(st.text(max_size=40), st.text(max_size=60))
def test_no_name_breaks_it(code: str, words: str) -> None:
    ProjectNames([project(code)], []).project_of(words)


@pytest.mark.parametrize("name", ["a.docx", "A.XLSX", "notitie.md", "mail.msg"])
def test_what_people_work_in(name: str) -> None:
    assert is_working_name(name)


@pytest.mark.parametrize("name", ["a.exe", "~$a.docx", ".verborgen.docx", "a.docx.crdownload", "docx", ".vroom-1.docx"])
def test_what_nobody_works_in(name: str) -> None:
    assert not is_working_name(name)


@given(st.timedeltas(timedelta(0), 40 * DAY), st.integers(1, 30))
def test_longer_than_the_term(ago: timedelta, days: int) -> None:
    """VR-U5a"""
    assert stands_too_long(NOW - ago, NOW, days * DAY) is (ago > days * DAY)
