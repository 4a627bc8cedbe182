"""The papers that the detector tells apart, and how a person calls them."""

from __future__ import annotations

import pytest

from app.domain.documentation import is_documentation_name
from app.domain.papers import (
    CLIENT_PAPERS,
    DOCUMENTATION_PAPERS,
    FIRM_PAPERS,
    OF_ANOTHER,
    OWN_PAPERS,
    Paper,
    paper_text,
)
from app.system.language import LANGUAGES, texts


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paper_has_a_name(paper: Paper, language: str) -> None:
    assert texts(language).render(paper_text(paper)) not in ("", f"paper.{paper.value}")


def test_a_paper_belongs_to_one_group() -> None:
    groups = (CLIENT_PAPERS, DOCUMENTATION_PAPERS, OWN_PAPERS, FIRM_PAPERS)
    assert sum(map(len, groups)) == len(frozenset().union(*groups))


def test_an_own_paper_of_somebody_else_is_a_clients() -> None:
    assert set(OF_ANOTHER) <= OWN_PAPERS
    assert set(OF_ANOTHER.values()) <= CLIENT_PAPERS


@pytest.mark.parametrize(
    "name",
    [
        "Projectplan v2.docx",
        "voortgangsrapportage_oktober.pdf",
        "Notulen 12-11.docx",
        "risicolog.xlsx",
        "DPIA concept.docx",
    ],
)
def test_project_documentation_is_known_by_its_name(name: str) -> None:
    assert is_documentation_name(name)


@pytest.mark.parametrize("name", ["salarissen.xlsx", "brief.docx", "planeet.txt", "dpiaal.txt"])
def test_other_names_are_none(name: str) -> None:
    assert not is_documentation_name(name)
