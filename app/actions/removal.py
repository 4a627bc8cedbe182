"""The act of deletion for one agreement: plain text first, then the key, then sealed files, then further copies."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.actions.content import refuse_protected, sha256_of
from app.actions.copy_notes import LINKS, earlier_places, moved_from
from app.actions.further import FurtherCopies, Sight
from app.actions.office import Office, Work
from app.actions.residuals import ResidualRules, plain_paths, short_folder
from app.actions.sealing import agreement_key, is_original
from app.domain.certificate import PlainPlace
from app.domain.copy import AskedWhy, Location, OutsideCopy
from app.domain.deletion import Erased, EraseResult, Method, Outcome, Residual, ResidualKind
from app.domain.errors import EnvironmentLacking, InputError
from app.domain.identity import FileFacts, FileIdentity
from app.domain.messages import Message, msg
from app.domain.ports import Files, Places
from app.store import Session
from app.vault import Vault, VaultDamaged, WorkingFolder

# Finishes what an interrupted deletion left between its two steps in a folder (`LocalFiles.recover_moved`).
Recover = Callable[[Path, Collection[FileIdentity]], object]
Acting = Callable[[OutsideCopy, Path], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """What the removal of one copy came to. `places`: where plain text was, and the method there."""

    copy: OutsideCopy
    outcome: Outcome
    method: Method | None = None
    reason: Message | None = None
    blocked_by: str | None = None
    residuals: tuple[Residual, ...] = ()
    places: tuple[PlainPlace, ...] = ()


@dataclass(slots=True)
class _Step:
    """How far one copy is; becomes a `Removed`. `acted_on`: the file an earlier run was removing. `gone`: plain text that
    went now, or before."""

    copy: OutsideCopy
    resumed: bool
    acted_on: Path | None
    in_vault: bool
    failure: Removed | None = None
    links: dict[FileIdentity | None, int] = field(default_factory=dict)
    held_open: dict[str, None] = field(default_factory=dict)
    gone: dict[Path, None] = field(default_factory=dict)
    residuals: list[Residual] = field(default_factory=list)
    further: list[PlainPlace] = field(default_factory=list)
    has_recovery_copy: bool | None = None
    has_other_key: bool = False

    @property
    def is_going(self) -> bool:
        return self.failure is None


class Removal:
    def __init__(
        self,
        office: Office,
        vault: Vault,
        files: Files,
        places: Places,
        further: FurtherCopies,
        rules: ResidualRules,
        recover: Recover,
        working: WorkingFolder,
    ) -> None:
        self._office = office
        self._vault = vault
        self._files = files
        self._places = places
        self._further = further
        self._rules = rules
        self._recover = recover
        self._working = working

    def look(self, copies: Iterable[OutsideCopy]) -> Sight:
        """One look around for a whole run; `remove` takes it."""
        return self._further.look(copies)

    def remove(
        self,
        agreement_id: str,
        copies: Sequence[OutsideCopy],
        resumed: Mapping[str, Path | None],
        sight: Sight,
        acting: Acting,
    ) -> list[Removed]:
        """Remove `copies`, all of one agreement, as far as the system lets us; says of each what was seen afterwards.

        `resumed`: copies whose own removal an earlier run had begun when it died, with the file it was at. `acting` is told
        before a file in its place goes.
        """
        steps = [_Step(c, c.id in resumed, resumed.get(c.id), c.location is Location.VAULT) for c in copies]
        for step in steps:
            if step.in_vault:
                self._remove_plain(step)
            else:
                self._remove_in_place(step, sight, acting)
        key_gone = self._destroy_key(agreement_id, steps)
        for step in steps:
            if step.is_going and step.in_vault:
                self._remove_sealed(step, key_gone=key_gone)
        going = [step for step in steps if step.is_going]
        own = frozenset(step.copy.id for step in going)
        for step in going:
            self._sweep(step, sight, own)
        return [self._result(step, key_gone=key_gone) for step in steps]

    # -- a registered file in its place -------------------------------------------------------------------------------

    def _remove_in_place(self, step: _Step, sight: Sight, acting: Acting) -> None:
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
            step.failure = _blocked(copy, error.strerror or "", ())
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

    def _ask_or_leave(self, step: _Step, facts: FileFacts, acting: Acting) -> None:
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

    def _look_elsewhere(self, step: _Step, path: Path, sight: Sight, acting: Acting) -> None:
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

    def _remove_plain(self, step: _Step) -> None:
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

    def _remove_original(self, step: _Step, path: Path) -> None:
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

    def _remove_working(self, step: _Step, path: Path) -> None:
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

    def _facts(self, step: _Step, path: Path) -> FileFacts | None:
        try:
            return self._files.facts(path)
        except OSError as error:
            step.failure = _blocked(step.copy, error.strerror or "", ())
            return None

    def _erase(self, step: _Step, path: Path, facts: FileFacts) -> None:
        holders = tuple(self._files.holders(path) or ())
        erased = self._files.erase(path, facts.identity)
        if erased.result in (EraseResult.GONE, EraseResult.MISSING):
            step.gone[path] = None
            step.links[facts.identity] = erased.hard_links_left
            step.held_open |= dict.fromkeys(holders)
            return
        step.failure = _not_erased(step, path, erased, holders)

    # -- key and sealed files -----------------------------------------------------------------------------------------

    def _destroy_key(self, agreement_id: str, steps: Sequence[_Step]) -> bool:
        """Destroy the agreement's key when all its vault copies go now. Returns whether the key is gone.

        Inside a change, as whoever registers a sealed file looks at the key inside one: so no copy is registered whose key
        is destroyed at the same moment.
        """
        going = [step for step in steps if step.in_vault and step.is_going]
        if not going:
            return False
        with self._office.change() as work:
            self._destroy_earlier_keys(work, going)
            if _lives_on(work.session, agreement_id, {step.copy.id for step in going}):
                return False
            self._vault.destroy_key(agreement_key(agreement_id))
            work.note("key.destroyed", agreement_id, data={"purpose": "agreement"})
        return True

    def _destroy_earlier_keys(self, work: Work, going: Sequence[_Step]) -> None:
        """Keys of agreements that a copy was moved from: older sealed files of it were made with those."""
        before = {step.copy.id: moved_from(work.session, step.copy.id) for step in going}
        for agreement_id in dict.fromkeys(id_ for ids in before.values() for id_ in ids):
            if not self._vault.has_key(agreement_key(agreement_id)):
                continue
            if _lives_on(work.session, agreement_id, set()):
                for step in going:
                    step.has_other_key |= agreement_id in before[step.copy.id]
            else:
                self._vault.destroy_key(agreement_key(agreement_id))
                work.note("key.destroyed", agreement_id, data={"purpose": "agreement"})

    def _remove_sealed(self, step: _Step, *, key_gone: bool) -> None:
        file_id = (step.copy.path or "").removesuffix(".age")
        try:
            step.has_recovery_copy = self._vault.has_recovery_copy(file_id)
        except VaultDamaged:
            step.has_recovery_copy = None  # gone already, or too damaged to tell
        try:
            was_there = self._vault.discard(file_id)
        except EnvironmentLacking as error:
            step.failure = Removed(copy=step.copy, outcome=Outcome.BLOCKED, reason=error.message, blocked_by="vault")
            return
        if not was_there and not key_gone and not step.resumed:
            step.residuals.append(Residual(kind=ResidualKind.NOT_FOUND, where="vault"))

    # -- further copies -----------------------------------------------------------------------------------------------

    def _sweep(self, step: _Step, sight: Sight, own: frozenset[str]) -> None:
        swept = self._further.sweep(sight, step.copy, own)
        step.further += swept.places
        step.residuals += swept.residuals
        for identity, links in swept.links_left.items():
            if identity in step.links:
                step.links[identity] = links

    # -- result -------------------------------------------------------------------------------------------------------

    def _result(self, step: _Step, *, key_gone: bool) -> Removed:
        if step.failure is not None:
            return step.failure
        method = self._method(step, key_gone=key_gone)
        places = tuple(PlainPlace(where=short_folder(path), method=Method.UNLINK) for path in step.gone)
        copy = step.copy
        if copy.original_path is not None and Path(copy.original_path) in step.gone:
            copy = replace(copy, original_method=Method.UNLINK.value)
        return Removed(
            copy=copy,
            outcome=Outcome.DELETED,
            method=method,
            residuals=self._residuals(step, method, key_gone=key_gone),
            places=tuple(dict.fromkeys((*places, *step.further))),
        )

    def _method(self, step: _Step, *, key_gone: bool) -> Method:
        if not step.in_vault:
            return Method.UNLINK
        no_key_left = key_gone and not step.has_other_key
        return self._rules.erase_method(key_destroyed=no_key_left, has_recovery_copy=step.has_recovery_copy)

    def _residuals(self, step: _Step, method: Method, *, key_gone: bool) -> tuple[Residual, ...]:
        paths = tuple(dict.fromkeys((*step.gone, *plain_paths(step.copy))))
        found = [*self._rules.of_places(paths, self._office.clock.now())]
        if step.in_vault and method is Method.UNLINK:
            no_key_left = key_gone and not step.has_other_key
            found += self._rules.of_sealed(key_destroyed=no_key_left, has_recovery_copy=step.has_recovery_copy)
        links = sum(step.links.values())
        if links:
            found.append(Residual(kind=ResidualKind.HARD_LINK, where=str(links)))
        found += [Residual(kind=ResidualKind.HELD_OPEN, where=name) for name in step.held_open]
        return tuple(dict.fromkeys((*found, *step.residuals)))


def _lives_on(session: Session, agreement_id: str, going: set[str]) -> bool:
    """Whether another copy than those that go still needs the agreement's key."""
    copies = session.copies.of_agreement(agreement_id)
    return any(c.is_live and c.location is Location.VAULT and c.id not in going for c in copies)


def _blocked(copy: OutsideCopy, why: str, holders: tuple[str, ...]) -> Removed:
    who = ", ".join(holders) or why
    reason = msg("deletion.blocked", path=copy.name, why=who)
    return Removed(copy=copy, outcome=Outcome.BLOCKED, reason=reason, blocked_by=who)


def _not_erased(step: _Step, path: Path, erased: Erased, holders: tuple[str, ...]) -> Removed:
    """A vault copy whose plain text could not be removed stays due: its sealed file still stands."""
    if erased.result is EraseResult.BLOCKED or step.in_vault:
        return _blocked(step.copy, erased.detail or erased.result.value, holders)
    return Removed(copy=step.copy, outcome=Outcome.MISSING, reason=msg("deletion.other-file", path=str(path)))
