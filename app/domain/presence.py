"""Whether a person may be disturbed now, as far as the system can tell."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """None: cannot tell. `in_presentation`: others may be looking at the screen, or the system was asked for silence;
    `is_showing`: something is shown full screen or keeps the screen on, silence alone does not count, nor does a program
    that only keeps a computer awake; `in_call`: a program listens or looks; `session_locked`: nobody is there to read it."""

    in_presentation: bool | None = None
    is_showing: bool | None = None
    in_call: bool | None = None
    session_locked: bool | None = None

    @property
    def may_be_disturbed(self) -> bool:
        """What cannot be told keeps nobody silent: a toast holds nothing that others may not read."""
        return not (self.in_presentation or self.in_call or self.session_locked)

    @property
    def is_engaged(self) -> bool:
        """A person may be there without touching anything. What cannot be told keeps no screen open (VR-P6)."""
        return bool(self.is_showing or self.in_call)
