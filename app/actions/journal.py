"""The journal: list, verify, export. Source: design, Journal."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import msgspec

from app.actions.office import Office
from app.actions.reading import read_given
from app.domain.errors import InputError
from app.domain.journal import JournalCheck, JournalEntry, JournalHead, JournalProblem
from app.domain.messages import msg
from app.store import verify_export

MAX_HEAD = 1024**2  # bytes; a head is one line


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalFilter:
    since: datetime | None = None
    event: str | None = None
    project: str | None = None
    limit: int | None = None


class JournalActions:
    def __init__(self, office: Office) -> None:
        self._office = office

    def list(self, wanted: JournalFilter) -> Sequence[JournalEntry]:
        with self._office.look() as session:
            project = session.projects.resolve(wanted.project).id if wanted.project else None
            return session.journal.entries(since=wanted.since, event=wanted.event, project=project, limit=wanted.limit)

    def verify(self, *, full: bool, head: str | None = None, key: str | None = None) -> JournalCheck:
        """Check the own journal; `head` is a hash, or a file that holds one (a published status, an earlier answer).

        `key`: the fingerprint that must have signed it.
        """
        with self._office.look() as session:
            check = session.journal.verify(full=full, head=read_head(head))
        if key is None:
            return check
        fits = check.fingerprint == key.lower().replace(":", "")
        problem = check.problem if fits or not check.valid else JournalProblem.SIGNATURE
        return replace(check, valid=check.valid and fits, problem=problem, key_compared=True)

    def after(self, seq: int) -> Sequence[JournalEntry]:
        """What was written since entry `seq`."""
        with self._office.look() as session:
            return session.journal.entries(after=seq)

    def latest(self, events: Collection[str]) -> JournalEntry | None:
        """The last entry of any of these events."""
        with self._office.look() as session:
            found = [entry for event in events for entry in session.journal.entries(event=event, limit=1)]
        return max(found, key=lambda entry: entry.seq, default=None)

    def head(self) -> JournalHead:
        with self._office.look() as session:
            return session.journal.head()

    def export(self, target: Path) -> JournalHead:
        if os.path.lexists(target):
            raise InputError(msg("file.exists", path=str(target)))
        with self._office.look() as session:
            session.journal.export(target)
            return session.journal.head()

    def purge(self) -> int:
        """Remove payloads whose term has passed; the headers stay, so the chain stays whole (VT-T1)."""
        with self._office.change() as work:
            return work.session.journal.purge(work.now)


def verify_file(path: Path, *, head: str | None = None, key: str | None = None) -> JournalCheck:
    """Check an export, on any machine."""
    if not path.is_file():
        raise InputError(msg("file.missing", path=str(path)))
    return verify_export(path, key, read_head(head))


def read_head(text: str | None) -> JournalHead | None:
    """A head given as a hash (64 hexadecimal digits), `seq:hash`, or a JSON file with `head` or `seq` and `hash`."""
    if text is None:
        return None
    if os.path.isfile(text):  # noqa: PTH113  # Path's raises for a text that is too long for a name
        return _head_of_file(Path(text))
    seq, _, digest = text.rpartition(":")
    if len(digest) == 64 and all(c in "0123456789abcdef" for c in digest.lower()) and (not seq or seq.isdecimal()):
        return JournalHead(seq=int(seq) if seq else 0, hash=digest.lower())
    raise InputError(msg("journal.head-form", text=text))


def _head_of_file(path: Path) -> JournalHead:
    try:
        document = msgspec.json.decode(read_given(path, MAX_HEAD))
        head = document.get("head", document)
        return JournalHead(seq=int(head["seq"]), hash=str(head["hash"]).lower())
    except (msgspec.DecodeError, RecursionError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError(msg("journal.head-form", text=str(path))) from error
