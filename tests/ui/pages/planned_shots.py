"""Pictures of the places for what is not built yet."""

from __future__ import annotations

from app.ui.pages.page import PageId
from tests.ui.shots import Shot

SHOTS = tuple(
    Shot(name=page.value, page=page, scenes=("nothing",)) for page in (PageId.DOCUMENTS, PageId.TEAM, PageId.REGISTERS)
)
