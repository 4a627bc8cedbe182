"""The requirements of the procedure, as the firm lists them."""

from __future__ import annotations

import tomllib

from app.system.resources import resource


def requirement_titles(language: str) -> dict[str, str]:
    """Titles by id, in the order of the procedure; `language`: nl or en."""
    listed = tomllib.loads(resource("requirements.toml").read_text(encoding="utf-8"))["requirement"]
    return {row["id"]: row[f"title_{language}"] for row in listed}
