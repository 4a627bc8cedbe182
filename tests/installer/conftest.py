"""What needs a built MSI runs only where one was named: `python installer/build.py --check`."""

from __future__ import annotations

import os

collect_ignore = [] if {"VROOM_MSI", "VROOM_PREVIOUS_MSI"} <= set(os.environ) else ["from_msi"]
