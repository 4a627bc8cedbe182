"""`doctor --bundle`: one file for whoever supports IT, without a name, a path, an address or a value of anybody.

Only what is known to be harmless goes in: ids and states of checks with their sentences emptied of all that was filled in as
text, versions, settings that differ from their default (texts and lists as their number), counts of the journal by event,
and the log, which holds no more itself. Source: VT-B2.
"""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from app.actions.checks import Check
from app.actions.doctor import DoctorActions, impersonal
from app.actions.office import Office
from app.actions.settings import SettingsActions
from app.domain.causes import cause_of
from app.domain.errors import EnvironmentLacking, InputError
from app.domain.messages import msg
from app.domain.ports import Progress, Texts
from app.domain.settings import SETTINGS, Effective, Source

NAMES: Final = ("read-me.txt", "checks.json", "versions.json", "settings.json", "journal.json", "log.jsonl")


class BundleActions:
    """`versions`, `log_lines`: as `app.system.versions` and `app.system.log` tell them; `write`: all of a file or nothing."""

    def __init__(
        self,
        office: Office,
        doctor: DoctorActions,
        settings: SettingsActions,
        texts: Texts,
        versions: Callable[[], Mapping[str, str]],
        log_lines: Callable[[], Sequence[Mapping[str, Any]]],
        write: Callable[[Path, bytes], None],
    ) -> None:
        self._office = office
        self._doctor = doctor
        self._settings = settings
        self._texts = texts
        self._versions = versions
        self._log_lines = log_lines
        self._write = write

    def make(self, target: Path, *, try_lock: bool = False, progress: Progress | None = None) -> tuple[Check, ...]:
        """Write the bundle to `target`; gives the checks in it. Raises InputError for a name that is taken."""
        if os.path.lexists(target):
            raise InputError(msg("file.exists", path=str(target)))
        checks = self._doctor.checks(try_lock=try_lock, progress=progress)
        try:
            self._write(target.absolute(), self._zipped(self._parts(checks)))
        except OSError as error:
            raise EnvironmentLacking(msg("doctor.bundle-refused", path=str(target), why=cause_of(error))) from error
        return checks

    def _parts(self, checks: Sequence[Check]) -> Mapping[str, str]:
        now = self._office.clock.now()
        lines = (json.dumps(line, ensure_ascii=False) for line in self._log_lines())
        contents = (
            self._texts.render(msg("doctor.bundle-read-me", at=now)) + "\n",
            _as_json([self._check(check) for check in checks]),
            _as_json(dict(self._versions())),
            _as_json([_setting(setting) for setting in self._settings.list() if setting.source is not Source.DEFAULT]),
            _as_json(self._journal()),
            "".join(line + "\n" for line in lines),
        )
        return dict(zip(NAMES, contents, strict=True))

    def _check(self, check: Check) -> dict[str, Any]:
        bare = impersonal(check)
        return {
            "id": bare.id,
            "state": bare.state.value,
            "sentence": self._texts.render(bare.sentence),
            "fix": None if bare.fix is None else self._texts.render(bare.fix),
        }

    def _journal(self) -> dict[str, Any]:
        with self._office.look() as session:
            counts = Counter(entry.event for entry in session.journal.entries())
            check = session.journal.verify()
        return {"valid": check.valid, "entries": check.entries, "events": dict(sorted(counts.items()))}

    def _zipped(self, parts: Mapping[str, str]) -> bytes:
        """With one made-up time for all files: when each was written tells nothing."""
        at = _zip_time(self._office.clock.now())
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bundle:
            for name, text in parts.items():
                bundle.writestr(zipfile.ZipInfo(name, at), text.encode("utf-8", "replace"), zipfile.ZIP_DEFLATED)
        return buffer.getvalue()


def _setting(setting: Effective) -> dict[str, Any]:
    """Numbers, switches and choices as they are; of what somebody typed only that it is there, and how many."""
    value: object = setting.value
    if isinstance(value, tuple):
        value = len(value)
    elif isinstance(value, str) and not SETTINGS[setting.key].choices:
        value = "…" if value else ""
    return {"key": setting.key, "value": value, "source": setting.source.value, "locked": setting.locked}


def _as_json(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _zip_time(moment: datetime) -> tuple[int, int, int, int, int, int]:
    return (moment.year, moment.month, moment.day, 0, 0, 0)
