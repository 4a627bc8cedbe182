"""Working files of projects that stand where nobody else has them. Source: VR-U5a."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from app.domain.client import Client
from app.domain.documentation import is_documentation_name
from app.domain.file_names import is_passing
from app.domain.project import Project, ProjectStatus

# What people work in: texts, sheets, slides, drawings, notes and mails that were saved.
ENDINGS: Final = frozenset(
    (
        *(".docx", ".docm", ".doc", ".rtf", ".odt", ".pages", ".md", ".txt", ".one", ".xlsx", ".xlsm", ".xlsb", ".xls"),
        *(".ods", ".numbers", ".csv", ".pptx", ".pptm", ".ppt", ".odp", ".key", ".vsdx", ".vsd", ".drawio", ".bpmn"),
        *(".mpp", ".pdf", ".msg", ".eml", ".xmind", ".mm"),
    )
)
_SHORTEST: Final = 2  # characters of a name or code that says whose something is


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingFile:
    """`project`: the code of the one project that its name speaks of; None: none, or several."""

    path: str
    size_bytes: int
    modified_at: datetime
    project: str | None = None


def is_working_name(name: str) -> bool:
    """Whether it is a file that people work in, and no download or save under way."""
    return not is_passing(name) and not name.startswith(".") and any(name.lower().endswith(end) for end in ENDINGS)


def stands_too_long(modified_at: datetime, now: datetime, after: timedelta) -> bool:
    """A file of the future was written by a clock that was wrong: it stands long enough."""
    return modified_at > now or now - modified_at > after


class ProjectNames:
    """Tells by words of its name and folders whether a file is of a project. Only active ones take files in."""

    def __init__(self, projects: Iterable[Project], clients: Iterable[Client]) -> None:
        names = {client.id: (client.name, *client.variants) for client in clients}
        active = [project for project in projects if project.status is ProjectStatus.ACTIVE]
        self._marks = [(p.code, _marks((p.code, *names.get(p.client_id, ())))) for p in active]

    def project_of(self, words: str) -> tuple[bool, str | None]:
        """Whether it speaks of a project, and of which one where that is certain. `words`: the path below its folder."""
        text = _plain(words)
        codes = {code for code, mark in self._marks if mark is not None and mark.search(text)}
        return bool(codes) or is_documentation_name(words), next(iter(codes)) if len(codes) == 1 else None


def _marks(names: Iterable[str]) -> re.Pattern[str] | None:
    words = [re.escape(_plain(name)) for name in names if len(name.strip()) >= _SHORTEST]
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)") if words else None


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[_\W]+", " ", text.casefold()).split())
