"""The scheduled task: every ten minutes, in each session, the tray is started where it does not run.

A task of a group runs for each of its members who is signed in; at sign-in itself the Run key is quicker. A second tray of
the same person ends by itself at once (app/ui/start.py), so the task needs to know nothing.
Format: https://learn.microsoft.com/windows/win32/taskschd/task-scheduler-schema
"""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

NAME = r"Vroom\Assistant"
TRAY = "vroom-assistant-tray.exe"
_SECONDS = 60.0
_NO_WINDOW = subprocess.CREATE_NO_WINDOW

_TASK = """<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Author>Vroom</Author>
    <Description>Starts the tray of Vroom assistant where it does not run.</Description>
  </RegistrationInfo>
  <Triggers>
    <TimeTrigger>
      <Repetition><Interval>PT10M</Interval><StopAtDurationEnd>false</StopAtDurationEnd></Repetition>
      <StartBoundary>2026-01-01T00:00:00</StartBoundary>
      <Enabled>true</Enabled>
    </TimeTrigger>
  </Triggers>
  <Principals>
    <Principal id="People"><GroupId>S-1-5-32-545</GroupId><RunLevel>LeastPrivilege</RunLevel></Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>Parallel</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <Priority>7</Priority>
  </Settings>
  <Actions Context="People">
    <Exec><Command>{command}</Command><Arguments>--in-tray</Arguments></Exec>
  </Actions>
</Task>
"""


def add_task(folder: Path) -> bool:
    """For the tray in `folder`. Whether Windows took it; an older one of the same name is replaced."""
    definition = folder / "task.xml"  # not in a temporary folder: this one only an administrator can write in
    definition.write_text(_TASK.format(command=escape(str(folder / TRAY))), encoding="utf-16")
    try:
        return _schtasks("/create", "/tn", NAME, "/xml", str(definition), "/f")
    finally:
        definition.unlink()


def remove_task() -> bool:
    return _schtasks("/delete", "/tn", NAME, "/f")


def _schtasks(*arguments: str) -> bool:
    try:
        done = subprocess.run(
            ["schtasks.exe", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            creationflags=_NO_WINDOW,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
