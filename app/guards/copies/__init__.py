"""Sees copies of client data arrive: watches folders, waits until a file is finished, has it judged, hands it over."""

from app.guards.copies.guard import CopiesGuard, Surroundings
from app.guards.copies.intake_port import Intake

__all__ = ["CopiesGuard", "Intake", "Surroundings"]
