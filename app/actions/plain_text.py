"""Removes the plain text of copies: a registered file in its place, an original that could not go earlier, a working file."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from app.actions.content import refuse_protected, sha256_of
from app.actions.copy_notes import LINKS, earlier_places
from app.actions.further import FurtherCopies, Sight
from app.actions.office import Office
from app.actions.removed import Removed, Step, blocked, not_erased
from app.actions.residuals import short_folder
from app.actions.sealing import is_original
from app.domain.copy import AskedWhy, Location, OutsideCopy
from app.domain.deletion import EraseResult, Outcome, Residual, ResidualKind
from app.domain.errors import InputError
from app.domain.identity import FileFacts, FileIdentity
from app.domain.messages import msg
from app.domain.ports import Files, Places
from app.vault import WorkingFolder

# Finishes what an interrupted deletion left between its two steps in a folder (`LocalFiles.recover_moved`).
Recover = Callable[[Path, Collection[FileIdentity]], object]
Acting = Callable[[OutsideCopy, Path], object]


class PlainText:
    """`further` tells where a file moved that is not at its place."""

    def __init__(
        self,
        office: Office,
        files: Files,
        places: Places,
        further: FurtherCopies,
        recover: Recover,
        working: WorkingFolder,
    ) -> None:
        self._office = office
        self._files = files
        self._places = places
        self._further = further
        self._recover = recover
        self._working = working

    # -- a registered file in its place -------------------------------------------------------------------------------

    def remove_in_place(self, step: Step, sight: Sight, acting: Acting) -> None:
        """A file in its place goes when it is what was registered; `step` says what came of it. `acting` is told before."""
        copy = step.copy
        path = Path(copy.path or "")
        if step.acted_on is not None and copy.identity is not None:
            self._take_up(step.acted_on.parent, copy.identity)
        try:
            self._refuse_protected(path)
            facts = self._files.facts(path)
        except InputError as error:
            step.failure = Removed(copy=copy, outcome=Outcome.BLOCKED, reason=error.message, blocked_by="place")
            return
        except OSError as error:
            step.failure = blocked(copy, error.strerror or "", ())
            return
        if facts is None:
            self._look_elsewhere(step, path, sight, acting)
        elif self._is_registered_content(copy, facts):
            acting(copy, path)
            self._erase(step, path, facts)
        else:
            self._ask_or_leave(step, facts, acting)

    def was_changed_unseen(self, copy: OutsideCopy) -> bool:
        """Whether another content stands at the place of a registered file, where we may act at all."""
        if copy.location is not Location.IN_PLACE or copy.path is None:
            return False
        path = Path(copy.path)
        try:
            facts = self._files.facts(path)
        except OSError:
            return False
        return facts is not None and not self._is_registered_content(copy, facts) and not self._is_protected(path)

    def _take_up(self, folder: Path, *wanted_gone: FileIdentity) -> None:
        """Finish or take back what a removal in `folder` left when it was killed."""
        try:
            self._recover(folder, wanted_gone)
        except OSError:
            return  # the folder cannot be looked at: what follows says so

    def _refuse_protected(self, path: Path) -> None:
        with self._office.look() as session:
            refuse_protected(session, self._places, path)

    def _is_registered_content(self, copy: OutsideCopy, facts: FileFacts) -> bool:
        """Whether the file at its place is what was registered: untouched since, or with the same content."""
        known = (copy.identity, copy.size_bytes, copy.modified_ns)
        if (facts.identity, facts.size_bytes, facts.modified_ns) == known:
            return True
        try:
            return facts.size_bytes == copy.size_bytes and sha256_of(Path(facts.path)) == copy.sha256
        except OSError:
            return False

    def _ask_or_leave(self, step: Step, facts: FileFacts, acting: Acting) -> None:
        """An unseen change is asked about once; after 24 h without an answer the file that was registered still goes."""
        copy, path = step.copy, Path(facts.path)
        was_asked = copy.asked_why is AskedWhy.CHANGED
        if was_asked and facts.identity == copy.identity:
            acting(copy, path)
            self._erase(step, path, facts)
        elif was_asked:
            reason = msg("deletion.other-file", path=str(path))
            step.failure = Removed(copy=copy, outcome=Outcome.MISSING, reason=reason)
        else:
            step.failure = Removed(copy=copy, outcome=Outcome.ASKED, reason=msg("deletion.asks-changed"))

    def _look_elsewhere(self, step: Step, path: Path, sight: Sight, acting: Acting) -> None:
        """Nothing at its place: it may have moved to where we look; else its deletion cannot be proven."""
        copy = step.copy
        facts = self._further.moved(sight, copy, path)
        if facts is not None:
            found = Path(facts.path)
            acting(copy, found)
            self._erase(step, found, facts)
            self._further.take_trash_record(sight, found)
        elif step.resumed:
            step.gone[path] = None  # its removal was begun before a crash: that act removed the file
        else:
            reason = msg("deletion.missing", path=str(path))
            step.failure = Removed(copy=copy, outcome=Outcome.MISSING, reason=reason)

    # -- plain text of a vault copy -----------------------------------------------------------------------------------

    def remove_of_sealed(self, step: Step) -> None:
        """What is left in plain text of a copy in the vault; `step` says what came of it."""
        copy = step.copy
        with self._office.look() as session:
            links = session.notes.get(LINKS + copy.id)
            earlier = earlier_places(session, copy.id)
        if links:
            step.links[copy.identity] = int(links)
        for path in earlier:
            step.gone[path] = None
        if copy.original_path is not None:
            self._remove_original(step, Path(copy.original_path))
        if copy.checked_out_path is not None and step.is_going:
            self._remove_working(step, Path(copy.checked_out_path))

    def _remove_original(self, step: Step, path: Path) -> None:
        """An original that could not be removed when it was sealed. What was changed since is another file: left and said."""
        copy = step.copy
        if copy.original_method is not None:
            step.gone[path] = None
            return
        if copy.identity is not None:
            self._take_up(path.parent, copy.identity)
        facts = self._facts(step, path)
        if facts is None:
            step.gone[path] = None
        elif is_original(copy, facts) and not self._is_protected(path):
            self._erase(step, path, facts)
        elif facts.identity == copy.identity:
            step.residuals.append(Residual(kind=ResidualKind.FURTHER_COPY, where=short_folder(path)))

    def _remove_working(self, step: Step, path: Path) -> None:
        """The working file and what was saved beside it. A path where the copy was out once may be another file by now."""
        copy = step.copy
        step.gone[path] = None
        if not copy.is_out:
            return
        self._take_up(path.parent)
        beside = self._working.strays(copy.id, copy.name) if self._is_working(copy, path) else ()
        for plain in (path, *beside):
            facts = self._facts(step, plain)
            if facts is not None and step.is_going:
                self._erase(step, plain, facts)
        if step.is_going and self._is_working(copy, path):
            self._working.leave(copy.id)

    def _is_working(self, copy: OutsideCopy, path: Path) -> bool:
        return path == self._working.path_for(copy.id, copy.name)

    def _is_protected(self, path: Path) -> bool:
        try:
            self._refuse_protected(path)
        except InputError:
            return True
        return False

    def _facts(self, step: Step, path: Path) -> FileFacts | None:
        try:
            return self._files.facts(path)
        except OSError as error:
            step.failure = blocked(step.copy, error.strerror or "", ())
            return None

    def _erase(self, step: Step, path: Path, facts: FileFacts) -> None:
        holders = tuple(self._files.holders(path) or ())
        erased = self._files.erase(path, facts.identity)
        if erased.result in (EraseResult.GONE, EraseResult.MISSING):
            step.gone[path] = None
            step.links[facts.identity] = erased.hard_links_left
            step.held_open |= dict.fromkeys(holders)
            return
        step.failure = not_erased(step, path, erased, holders)
