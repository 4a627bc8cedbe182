"""What counts for the device's protection at this moment: IT's baseline, its limits, and what it vouches for by policy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from app.actions.health_seen import HealthStandards
from app.actions.settings import SettingsActions
from app.domain.health import SIGNATURE_DAYS, HealthLimits
from app.domain.health_baseline import BaselineReading
from app.domain.health_records import review_by_policy


class HealthTerms:
    """`read_baseline` reads IT's file at a place; None: the usual one."""

    def __init__(self, settings: SettingsActions, read_baseline: Callable[[Path | None], BaselineReading]) -> None:
        self._settings = settings
        self._read_baseline = read_baseline

    def read(self) -> HealthStandards:
        """As they are now: one look at the settings and one at the file, some milliseconds."""
        values = {setting.key: setting.value for setting in self._settings.list()}
        place, days = str(values["health.baseline_file"]), values["health.signature_days"]
        name, contact, reviewed = (str(values[f"partner.{part}"]) for part in ("name", "contact", "reviewed"))
        return HealthStandards(
            baseline=self._read_baseline(Path(place) if place else None),
            limits=HealthLimits(signature_age=timedelta(days=days if isinstance(days, int) else SIGNATURE_DAYS)),
            partner=review_by_policy(name, contact, reviewed),
            second_factor_until=str(values["health.second_factor_until"]),
        )
