"""Whether scanning can wait: battery saver, a low battery, a machine that is busy with something else."""

from __future__ import annotations

import sys

from app.domain.ports import Power

LOW_BATTERY = 20  # percent, while discharging
BUSY_PER_CORE = 1.5  # runnable tasks a core, averaged over a minute, our own left out


def system_power() -> Power:
    if sys.platform == "win32":
        from app.system.power._windows import WindowsPower as SystemPower
    else:
        from app.system.power._linux import LinuxPower as SystemPower
    return SystemPower()
