"""Further copies: one look at the watched folders and hiding places for a whole run, and the removal of what repeats a
deleted copy. Source: design, Deletion.

Each folder is walked once, however many copies go: a run over 2,000 copies must not read 50,000 names 2,000 times.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from app.actions.begun import Begun, begin, end
from app.actions.broken_off import Start, belongs_by_name, is_start_of
from app.actions.content import refuse_protected, sha256_of
from app.actions.office import Office
from app.actions.recognising import FURTHER_COPY_LEAST
from app.actions.residuals import plain_paths, short_folder
from app.domain.certificate import PlainPlace
from app.domain.copy import Location, OutsideCopy
from app.domain.deletion import Erased, EraseResult, Method, Residual, ResidualKind
from app.domain.errors import InputError
from app.domain.file_names import is_partial_download
from app.domain.folder import FolderKind
from app.domain.identity import FileFacts, FileIdentity, new_id
from app.domain.ports import Files, HiddenFolder, Places, Surroundings, Traces
from app.store import Session

TRASH = "trash"
RECYCLED = "$R"  # Windows: `$R…` is the file, `$I…` beside it tells its name and folder

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Sight:
    """What one look found that may matter: files with a wanted identity, and files of a wanted size."""

    by_identity: dict[FileIdentity, list[FileFacts]] = field(default_factory=lambda: defaultdict(list))
    by_size: dict[int, list[FileFacts]] = field(default_factory=lambda: defaultdict(list))
    thrown: dict[PurePath, list[FileFacts]] = field(default_factory=lambda: defaultdict(list))  # by where it was
    partials: list[FileFacts] = field(default_factory=list)  # downloads that were broken off
    starts: dict[str, Start] = field(default_factory=dict)  # of files in their place, by their copy's id
    trashes: frozenset[Path] = frozenset()
    beside: dict[Path, dict[FileIdentity, FileFacts]] = field(default_factory=dict)  # of folders nobody watches
    digests: dict[str, str | None] = field(default_factory=dict)  # of the files that were read, by path

    def note(self, facts: FileFacts, identities: frozenset[FileIdentity], sizes: frozenset[int]) -> None:
        if facts.identity in identities:
            self.by_identity[facts.identity].append(facts)
        if facts.size_bytes in sizes:
            self.by_size[facts.size_bytes].append(facts)


@dataclass(slots=True)
class Swept:
    """What became of the further copies of one content. `links_left`: other names of the content, where that was seen."""

    places: list[PlainPlace] = field(default_factory=list)
    residuals: list[Residual] = field(default_factory=list)
    links_left: dict[FileIdentity, int] = field(default_factory=dict)


class FurtherCopies:
    def __init__(
        self, office: Office, files: Files, places: Places, surroundings: Surroundings, traces: Traces
    ) -> None:
        self._office = office
        self._files = files
        self._places = places
        self._surroundings = surroundings
        self._traces = traces

    def look(self, copies: Iterable[OutsideCopy]) -> Sight:
        """Walk the watched folders and hiding places once, for what may be one of `copies` or repeat it."""
        wanted = list(copies)
        sizes = frozenset(c.size_bytes for c in wanted if c.sha256 and c.size_bytes > FURTHER_COPY_LEAST)
        identities = frozenset(c.identity for c in wanted if c.identity and c.location is Location.IN_PLACE)
        places = frozenset(PurePath(path) for c in wanted for path in plain_paths(c))
        if not sizes and not identities and not places:
            return Sight()
        hidden = self._surroundings.hiding_places()
        was_at = self._surroundings.trash_records()
        sight = Sight(trashes=frozenset(place.folder for place in hidden if place.kind == TRASH))
        for facts in self._walk(hidden):
            sight.note(facts, identities, sizes)
            path = Path(facts.path)
            if is_partial_download(path.name):
                sight.partials.append(facts)
            original = was_at(path) if places else None
            if original in places and original is not None:
                sight.thrown[original].append(facts)
        if sight.partials:
            sight.starts = {copy.id: start for copy in wanted if (start := _start_of(copy, sight.partials)) is not None}
        return sight

    def moved(self, sight: Sight, copy: OutsideCopy, path: Path) -> FileFacts | None:
        """The file of an in-place copy that is no longer at `path`: in its folder or anywhere that was looked at.

        A number that the file system gave out again is not enough: the content must be the same.
        """
        if copy.identity is None:
            return None
        beside = self._beside(sight, path.parent).get(copy.identity)
        seen: list[FileFacts] = [*sight.by_identity.get(copy.identity, ()), *([] if beside is None else [beside])]
        for facts in seen:
            if facts.size_bytes == copy.size_bytes and self._digest(sight, facts) == copy.sha256:
                return facts
        return None

    def sweep(self, sight: Sight, copy: OutsideCopy, own: frozenset[str]) -> Swept:
        """Remove what repeats `copy`, which is gone; `own`: ids of the copies that go in this run."""
        swept = Swept()
        if copy.sha256 is None:
            return swept
        found, doubtful = self._repeats(sight, copy)
        if found:
            with self._office.look() as session:
                lives_on = any(c.id not in own for c in session.copies.by_sha256(copy.sha256))
            for facts in found:
                self._remove(facts, sight, swept, own, lives_on=lives_on)
        swept.residuals += [left for left in doubtful if left not in swept.residuals]
        return swept

    def forget(self, path: Path) -> tuple[Residual, ...]:
        """Take the name and the picture of a file that is gone out of the desktop's lists; gives what stays there."""
        return self._traces.forget(path)

    def take_trash_record(self, sight: Sight, path: Path) -> None:
        """A trashed file that is gone leaves a record with its old name and folder: that goes as well."""
        record = trash_record(path) if path.parent in sight.trashes else None
        if record is None:
            return
        try:
            facts = self._files.facts(record)
        except OSError:
            facts = None
        if facts is not None:
            self._erase(record, facts.identity)

    def _erase(self, path: Path, identity: FileIdentity) -> Erased:
        """Noted before and after: an erasure that is killed halfway leaves the file where no look around finds it."""
        subject = new_id()
        with self._office.change() as work:
            begin(work, Begun.FURTHER, subject, path)
        erased = self._files.erase(path, identity)
        with self._office.change() as work:
            end(work, Begun.FURTHER, subject)
        return erased

    # -- how ----------------------------------------------------------------------------------------------------------

    def _repeats(self, sight: Sight, copy: OutsideCopy) -> tuple[list[FileFacts], list[Residual]]:
        """What repeats the copy for certain; and what only comes from its place or has its name, for a person to judge."""
        of_size = sight.by_size.get(copy.size_bytes, ()) if copy.size_bytes > FURTHER_COPY_LEAST else ()
        found = {f.path: f for f in of_size if self._digest(sight, f) == copy.sha256}
        doubtful = []
        for facts in [f for path in plain_paths(copy) for f in sight.thrown.get(PurePath(path), ())]:
            if facts.size_bytes == copy.size_bytes and self._digest(sight, facts) == copy.sha256:
                found[facts.path] = facts  # thrown away from there: certain, however small it is
            elif self._stands_as_seen(facts):
                doubtful.append(Residual(kind=ResidualKind.TRASH, where=short_folder(Path(facts.path))))
        for facts in sight.partials:
            if copy.id in sight.starts and is_start_of(sight.starts[copy.id], facts):
                found[facts.path] = facts
            elif facts.path not in found and belongs_by_name(facts, copy.name) and self._stands_as_seen(facts):
                doubtful.append(_left(Path(facts.path)))
        return list(found.values()), doubtful

    def _walk(self, hidden: Sequence[HiddenFolder]) -> Iterator[FileFacts]:
        """Every file once; nothing inside a client place."""
        with self._office.look() as session:
            folders = session.folders.all()
        closed = [Path(f.path) for f in folders if f.kind is FolderKind.CLIENT_PLACE]
        roots = [Path(f.path) for f in folders if f.kind is FolderKind.WATCHED]
        watched = [HiddenFolder(kind="", folder=root) for root in roots]
        seen: set[str] = set()
        for place in {place.folder: place for place in reversed((*watched, *hidden))}.values():
            if not place.folder.is_dir() or _is_within(place.folder, closed):
                continue
            for facts in self._surroundings.files_below(place.folder, place.levels):
                path = Path(facts.path)
                if facts.path in seen or (closed and _is_within(path, closed)):
                    continue
                if place.partials_only and not is_partial_download(path.name):
                    continue
                seen.add(facts.path)
                yield facts

    def _beside(self, sight: Sight, folder: Path) -> dict[FileIdentity, FileFacts]:
        """The files of the folder where a copy was registered, watched or not: it may have another name there now."""
        if folder not in sight.beside:
            found: dict[FileIdentity, FileFacts] = {}
            try:
                for entry in sorted(folder.iterdir()):
                    facts = self._files.facts(entry)
                    if facts is not None:
                        found[facts.identity] = facts
            except OSError:
                found.clear()  # it may not be looked into, or is gone
            sight.beside[folder] = found
        return sight.beside[folder]

    def _digest(self, sight: Sight, facts: FileFacts) -> str | None:
        """SHA-256 of a file that was seen, read once a run; None when it cannot be read, or is only in a cloud."""
        if facts.path not in sight.digests:
            path = Path(facts.path)
            try:
                sight.digests[facts.path] = None if self._files.is_cloud_only(path) else sha256_of(path)
            except OSError:
                sight.digests[facts.path] = None  # unreadable now: the guard's next look finds it again
        return sight.digests[facts.path]

    def _remove(self, facts: FileFacts, sight: Sight, swept: Swept, own: frozenset[str], *, lives_on: bool) -> None:
        path = Path(facts.path)
        with self._office.look() as session:
            if _is_registered(session, facts, own):
                return  # it has a record and a deadline of its own
            try:
                refuse_protected(session, self._places, path)
            except InputError:
                return  # the client's own storage: not a copy outside
        if not self._stands_as_seen(facts):
            return
        if lives_on:
            swept.residuals.append(_left(path))  # the same content is agreed elsewhere: a person decides
            return
        erased = self._erase(path, facts.identity)
        if erased.result is EraseResult.GONE:
            swept.places.append(PlainPlace(where=short_folder(path), method=Method.UNLINK))
            swept.links_left[facts.identity] = erased.hard_links_left
            self.take_trash_record(sight, path)
            swept.residuals += self.forget(path)
        elif erased.result is not EraseResult.MISSING:
            swept.residuals.append(_left(path))

    def _stands_as_seen(self, facts: FileFacts) -> bool:
        try:
            present = self._files.facts(Path(facts.path))
        except OSError:
            return False
        return present is not None and (present.identity, present.size_bytes, present.modified_ns) == (
            facts.identity,
            facts.size_bytes,
            facts.modified_ns,
        )


def trash_record(path: Path) -> Path | None:
    """Where a trash keeps the old name of the trashed file `path`. Sources: trash specification 1.0; Windows recycle bin."""
    if path.name.startswith(RECYCLED):
        return path.with_name("$I" + path.name.removeprefix(RECYCLED))
    if path.parent.name == "files":
        return path.parent.parent / "info" / f"{path.name}.trashinfo"
    return None


def _start_of(copy: OutsideCopy, partials: Iterable[FileFacts]) -> Start | None:
    """Read while the file still stands in its place."""
    if copy.location is not Location.IN_PLACE or copy.path is None or copy.sha256 is None:
        return None
    start = Start(path=Path(copy.path), size_bytes=copy.size_bytes)
    for partial in partials:
        start.note(partial.size_bytes)
    return start


def _left(path: Path) -> Residual:
    return Residual(kind=ResidualKind.FURTHER_COPY, where=short_folder(path))


def _is_registered(session: Session, facts: FileFacts, own: frozenset[str]) -> bool:
    known = (*session.copies.by_identity(facts.identity), *session.copies.by_path(facts.path))
    return any(c.is_live and c.id not in own and (c.location is Location.IN_PLACE or c.is_out) for c in known)


def _is_within(path: Path, folders: Sequence[Path]) -> bool:
    return any(folder == path or folder in path.parents for folder in folders)
