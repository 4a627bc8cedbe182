"""A section of the procedure, with and without its number."""

from __future__ import annotations

import pytest

from app.domain.requirement import Enforceability, Requirement, RuleSource


@pytest.mark.parametrize(
    ("section", "part", "number"),
    [("procedure 3", "procedure", 3), ("client data", "client data", None), ("sub-processors", "sub-processors", None)],
)
def test_a_section_knows_its_number(section: str, part: str, number: int | None):
    requirement = Requirement(
        id="VR-X",
        source=RuleSource.VROOM,
        section=section,
        titles={},
        enforceability=Enforceability.ENFORCED,
    )
    assert (requirement.part, requirement.number) == (part, number)
