"""Pictures of the places for what is not built yet."""

from __future__ import annotations

from app.ui.pages.page import PageId
from tests.ui.shots import Shot

SHOTS = (Shot(name=PageId.REGISTERS.value, page=PageId.REGISTERS, scenes=("nothing",)),)
