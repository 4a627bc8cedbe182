"""The installer's steps on Windows. Each is small, can be repeated, and writes what it did to the event log."""

from __future__ import annotations

import sys

assert sys.platform == "win32"

import tomllib
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from app.domain.causes import cause_of
from app.system.installation._windows_event_log import Severity, report
from app.system.installation._windows_policy import PolicyRefused, forget_policy, import_policy, while_owing
from app.system.installation._windows_profiles import data_directories
from app.system.installation._windows_records import record_removal
from app.system.installation._windows_task import add_task, remove_task
from app.system.installation._windows_trays import end_programs
from app.system.installation.complete import LOADED_LATE, missing, own_modules
from app.system.installation.owed import PastRemoval, owing
from app.system.installation.removing import Removal, judge_removal
from app.system.installation.whole import not_whole

GO_ON, STOP, UNKNOWN = 0, 1, 2
_MOST_POLICY_BYTES = 1024 * 1024
_SEVERITIES = {
    Removal.ALLOWED: Severity.INFORMATION,
    Removal.WARNED: Severity.WARNING,
    Removal.REFUSED: Severity.ERROR,
    Removal.OVERRIDDEN: Severity.WARNING,
}


def run(arguments: Sequence[str]) -> int:
    step = STEPS.get(arguments[0]) if arguments else None
    if step is None:
        return UNKNOWN
    try:
        return step(arguments[1:])
    except OSError as error:
        report(Severity.ERROR, f"The installer's step '{arguments[0]}' failed: {cause_of(error)}.")
        return STOP


def policy(arguments: Sequence[str]) -> int:
    """`policy FILE`: put the TOML file of IT into the registry. A file with anything wrong in it stops the installer."""
    path = Path(" ".join(arguments))
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_POLICY_BYTES + 1)
        if len(content) > _MOST_POLICY_BYTES:
            raise PolicyRefused("it is larger than 1 MB")
        keys = import_policy(tomllib.loads(content.decode("utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        why = cause_of(error) if isinstance(error, OSError) else "it is no TOML in UTF-8"
        report(Severity.ERROR, f"The policy file {path} was not taken over: {why}. Nothing was installed.")
        return STOP
    except PolicyRefused as error:
        report(Severity.ERROR, f"The policy file {path} was not taken over: {error}. Nothing was installed.")
        return STOP
    report(Severity.INFORMATION, f"The policy file was taken over: {', '.join(keys)}.")
    return GO_ON


def task(_arguments: Sequence[str]) -> int:
    """The scheduled task that starts the tray where it does not run. Without it the Run key still starts it at sign-in."""
    if not add_task(Path(sys.executable).parent):
        report(
            Severity.WARNING, "The scheduled task that restarts the tray could not be made; the tray starts at sign-in."
        )
    return GO_ON


def remove(arguments: Sequence[str]) -> int:
    """`remove [IGNOREOWED]`: whether the program may go while somebody owes a deletion."""
    ignores = " ".join(arguments).strip() in ("1", "yes", "true")
    judgement = judge_removal(owing(data_directories()), while_owing(), ignores_owed=ignores)
    report(_SEVERITIES[judgement.removal], judgement.sentence)
    if judgement.removal is Removal.OVERRIDDEN:
        record_removal(PastRemoval(on=datetime.now(UTC).date(), people=judgement.owing.people))
    return GO_ON if judgement.may_go_on else STOP


def whole(_arguments: Sequence[str]) -> int:
    """Whether every file stands there as it was built. What is not whole stops the installer, which then takes it all back."""
    wrong = not_whole(Path(sys.executable).parent)
    if not wrong:
        return GO_ON
    report(
        Severity.ERROR,
        f"{len(wrong)} of the program's files were not written whole. Is the disk full, or does a virus scanner keep them? "
        "The installation is taken back.",
    )
    return STOP


def end(_arguments: Sequence[str]) -> int:
    """End the programs of all sessions, so that their files can be replaced; their stores are made for that."""
    end_programs(Path(sys.executable).parent)
    return GO_ON


def leave(_arguments: Sequence[str]) -> int:
    """Take away what the steps themselves put on this machine."""
    remove_task()
    forget_policy()
    return GO_ON


def complete(_arguments: Sequence[str]) -> int:
    """Whether all that was installed loads; tells what does not. For whoever tries out a build."""
    lacking = missing((*LOADED_LATE, *own_modules()))
    for line in lacking:
        print(line)
    return STOP if lacking else GO_ON


STEPS: Mapping[str, Callable[[Sequence[str]], int]] = {
    step.__name__: step for step in (policy, task, remove, whole, end, leave, complete)
}
