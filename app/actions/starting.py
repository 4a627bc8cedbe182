"""Has the tray started with the person's session, or no longer. Source: VR-P6 and VR-P4 ask that the guards run."""

from __future__ import annotations

from app.domain.causes import cause_of
from app.domain.errors import EnvironmentLacking
from app.domain.messages import msg
from app.system.autostart import Autostart


def start_with_session(autostart: Autostart, *, on: bool) -> None:
    """Raises EnvironmentLacking where the system refuses. A program that nobody installed has nothing to start: `doctor` says
    that it does not start."""
    try:
        autostart.switch(on)
    except FileNotFoundError:
        return
    except OSError as error:
        raise EnvironmentLacking(msg("autostart.refused", why=cause_of(error))) from error
