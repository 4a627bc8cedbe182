"""The requirements of the procedure, as the firm lists them."""

from __future__ import annotations

import tomllib
from types import MappingProxyType

from app.domain.requirement import Enforceability, Requirement, RuleSource
from app.system.resources import resource


def requirements() -> tuple[Requirement, ...]:
    """All of them, in the order of the procedure."""
    return tuple(
        Requirement(
            id=row["id"],
            source=RuleSource(row["source"]),
            section=row["section"],
            titles=MappingProxyType({"nl": row["title_nl"], "en": row["title_en"]}),
            enforceability=Enforceability(row["enforceability"]),
        )
        for row in tomllib.loads(resource("requirements.toml").read_text(encoding="utf-8"))["requirement"]
    )


def requirement_titles(language: str) -> dict[str, str]:
    """Titles by id, in the order of the procedure; `language`: nl or en."""
    return {requirement.id: requirement.titles[language] for requirement in requirements()}
