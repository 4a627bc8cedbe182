"""The act of deletion for one agreement: plain text first, then the key, then sealed files, then further copies."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.actions.content import refuse_protected, sha256_of
from app.actions.intake import FURTHER_COPY_LEAST
from app.actions.office import Office
from app.actions.residuals import ResidualRules, plain_paths, short_folder
from app.actions.sealing import agreement_key
from app.domain.certificate import PlainPlace
from app.domain.copy import AskedWhy, Location, OutsideCopy
from app.domain.deletion import Erased, EraseResult, Method, Outcome, Residual, ResidualKind
from app.domain.errors import EnvironmentLacking, InputError
from app.domain.folder import FolderKind
from app.domain.identity import FileFacts, FileIdentity
from app.domain.messages import Message, msg
from app.domain.ports import Files, Places, Surroundings
from app.vault import Vault

# Finishes what an interrupted deletion left between its two steps in a folder (`LocalFiles.recover_moved`).
Recover = Callable[[Path, Collection[FileIdentity]], object]


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
class _Progress:
    """How far one copy is; becomes a `Removed`."""

    copy: OutsideCopy
    resumed: bool
    failure: Removed | None = None
    links_left: int = 0
    held_open: tuple[str, ...] = ()
    further: list[PlainPlace] = field(default_factory=list)


class Removal:
    def __init__(
        self,
        office: Office,
        vault: Vault,
        files: Files,
        places: Places,
        surroundings: Surroundings,
        rules: ResidualRules,
        recover: Recover,
    ) -> None:
        self._office = office
        self._vault = vault
        self._files = files
        self._places = places
        self._surroundings = surroundings
        self._rules = rules
        self._recover = recover

    def remove(self, agreement_id: str, copies: Sequence[OutsideCopy], resumed: Collection[str]) -> list[Removed]:
        """Remove `copies`, all of one agreement, as far as the system lets us; says of each what was seen afterwards.

        `resumed`: ids whose deletion an earlier run had begun when it died.
        """
        steps = [_Progress(copy, copy.id in resumed) for copy in copies]
        for step in steps:
            self._remove_plain(step)
        key_gone = self._destroy_key(agreement_id, steps)
        for step in steps:
            if step.failure is None and step.copy.location is Location.VAULT:
                self._remove_sealed(step)
        self._sweep([step for step in steps if step.failure is None])
        return [self._result(step, key_gone) for step in steps]

    # -- plain text ---------------------------------------------------------------------------------------------------

    def _remove_plain(self, step: _Progress) -> None:
        copy = step.copy
        if copy.location is Location.IN_PLACE:
            self._remove_in_place(step)
            return
        for text in (copy.checked_out_path, copy.original_path if copy.original_method is None else None):
            if text is not None and step.failure is None:
                self._remove_known(step, Path(text))

    def _remove_in_place(self, step: _Progress) -> None:
        copy = step.copy
        path = Path(copy.path or "")
        try:
            with self._office.look() as session:
                refuse_protected(session, self._places, path)
        except InputError as error:
            step.failure = Removed(copy=copy, outcome=Outcome.BLOCKED, reason=error.message, blocked_by="place")
            return
        if step.resumed and copy.identity is not None:
            self._recover(path.parent, (copy.identity,))
        try:
            facts = self._files.facts(path)
        except OSError as error:
            step.failure = _blocked(copy, error.strerror or "", ())
            return
        if facts is None:
            self._look_elsewhere(step, path)
        elif facts.identity != copy.identity or self._has_changed(copy, facts):
            self._ask_or_leave(step, facts)
        else:
            self._erase(step, path, facts)

    def _ask_or_leave(self, step: _Progress, facts: FileFacts) -> None:
        """An unseen change is asked about once; after 24 h without an answer the file that was registered still goes."""
        copy, path = step.copy, Path(facts.path)
        was_asked = copy.asked_why is AskedWhy.CHANGED
        if was_asked and facts.identity == copy.identity:
            self._erase(step, path, facts)
        elif was_asked:
            reason = msg("deletion.other-file", path=str(path))
            step.failure = Removed(copy=copy, outcome=Outcome.MISSING, reason=reason)
        else:
            step.failure = Removed(copy=copy, outcome=Outcome.ASKED, reason=msg("deletion.asks-changed"))

    def _has_changed(self, copy: OutsideCopy, facts: FileFacts) -> bool:
        if (facts.size_bytes, facts.modified_ns) == (copy.size_bytes, copy.modified_ns):
            return False
        try:
            return facts.size_bytes != copy.size_bytes or sha256_of(Path(facts.path)) != copy.sha256
        except OSError:
            return True

    def _look_elsewhere(self, step: _Progress, path: Path) -> None:
        """Nothing at its place: it may have moved within the watched folders; else its deletion cannot be proven."""
        copy = step.copy
        for root in self._roots(path):
            for facts in self._surroundings.files_below(root):
                if facts.identity == copy.identity and facts.size_bytes == copy.size_bytes:
                    self._erase(step, Path(facts.path), facts)
                    return
        if step.resumed:
            return  # this deletion was begun before a crash: its own act removed the file
        reason = msg("deletion.missing", path=str(path))
        step.failure = Removed(copy=copy, outcome=Outcome.MISSING, reason=reason)

    def _remove_known(self, step: _Progress, path: Path) -> None:
        """Plain text of a vault copy: the working file, or an original that could not be removed when it was sealed."""
        try:
            facts = self._files.facts(path)
        except OSError as error:
            step.failure = _blocked(step.copy, error.strerror or "", ())
            return
        if facts is None:
            return
        is_working = str(path) == step.copy.checked_out_path
        if is_working or facts.identity == step.copy.identity:
            self._erase(step, path, facts)

    def _erase(self, step: _Progress, path: Path, facts: FileFacts) -> None:
        holders = tuple(self._files.holders(path) or ())
        erased = self._files.erase(path, facts.identity)
        if erased.result in (EraseResult.GONE, EraseResult.MISSING):
            step.links_left += erased.hard_links_left
            step.held_open += holders
            return
        step.failure = _not_erased(step.copy, path, erased, holders)

    # -- key and sealed files -----------------------------------------------------------------------------------------

    def _destroy_key(self, agreement_id: str, steps: Sequence[_Progress]) -> bool:
        """Destroy the agreement's key when all its vault copies go now. Returns whether the key is gone."""
        going = {step.copy.id for step in steps if step.copy.location is Location.VAULT and step.failure is None}
        if not going:
            return False
        with self._office.look() as session:
            siblings = {
                copy.id
                for copy in session.copies.of_agreement(agreement_id)
                if copy.is_live and copy.location is Location.VAULT
            }
        if siblings - going:
            return False
        key = agreement_key(agreement_id)
        if self._vault.has_key(key):
            self._vault.destroy_key(key)
            with self._office.change() as work:
                work.note("key.destroyed", agreement_id, data={"purpose": "agreement"})
        return True

    def _remove_sealed(self, step: _Progress) -> None:
        try:
            self._vault.discard((step.copy.path or "").removesuffix(".age"))
        except EnvironmentLacking as error:
            step.failure = Removed(copy=step.copy, outcome=Outcome.BLOCKED, reason=error.message, blocked_by="vault")

    # -- further copies -----------------------------------------------------------------------------------------------

    def _sweep(self, steps: Sequence[_Progress]) -> None:
        """Remove files with the same content in watched folders and hiding places, under no other live agreement."""
        wanted: dict[int, dict[str, _Progress]] = {}
        for step in steps:
            if step.copy.sha256 and step.copy.size_bytes > FURTHER_COPY_LEAST:
                wanted.setdefault(step.copy.size_bytes, {})[step.copy.sha256] = step
        if not wanted:
            return
        own = {step.copy.id for step in steps}
        hidden = [place.folder for place in self._surroundings.hiding_places()]
        for folder in (*self._roots(), *hidden):
            for facts in self._surroundings.files_below(folder):
                match = self._matching(wanted, facts)
                if match is not None and not self._is_registered(facts, own):
                    self._remove_further(match, facts)

    def _matching(self, wanted: dict[int, dict[str, _Progress]], facts: FileFacts) -> _Progress | None:
        path = Path(facts.path)
        if facts.size_bytes not in wanted or self._files.is_cloud_only(path):
            return None
        try:
            return wanted[facts.size_bytes].get(sha256_of(path))
        except OSError:
            return None  # unreadable now: the next sweep of the guard looks again

    def _is_registered(self, facts: FileFacts, own: set[str]) -> bool:
        with self._office.look() as session:
            return any(c.is_live and c.id not in own for c in session.copies.by_identity(facts.identity))

    def _remove_further(self, step: _Progress, facts: FileFacts) -> None:
        path = Path(facts.path)
        try:
            with self._office.look() as session:
                refuse_protected(session, self._places, path)
        except InputError:
            return  # the client's own storage: not a further copy of ours
        if self._files.erase(path, facts.identity).result is EraseResult.GONE:
            step.further.append(PlainPlace(where=short_folder(path), method=Method.UNLINK))

    def _roots(self, path: Path | None = None) -> list[Path]:
        with self._office.look() as session:
            roots = [Path(f.path) for f in session.folders.all() if f.kind is FolderKind.WATCHED]
        if path is not None and path.parent not in roots:
            roots.insert(0, path.parent)
        return [root for root in roots if root.is_dir()]

    # -- result -------------------------------------------------------------------------------------------------------

    def _result(self, step: _Progress, key_gone: bool) -> Removed:
        if step.failure is not None:
            return step.failure
        copy = step.copy
        in_vault = copy.location is Location.VAULT
        method = self._rules.erase_method(key_destroyed=key_gone) if in_vault else Method.UNLINK
        residuals = self._rules.of(copy, method, self._office.clock.now(), links_left=step.links_left)
        residuals += tuple(Residual(kind=ResidualKind.HELD_OPEN, where=name) for name in dict.fromkeys(step.held_open))
        places = tuple(PlainPlace(where=short_folder(p), method=Method.UNLINK) for p in plain_paths(copy))
        return Removed(
            copy=replace(copy, original_method=Method.UNLINK.value if copy.original_path else None),
            outcome=Outcome.DELETED,
            method=method,
            residuals=residuals,
            places=(*places, *step.further),
        )


def _blocked(copy: OutsideCopy, why: str, holders: tuple[str, ...]) -> Removed:
    who = ", ".join(holders) or why
    reason = msg("deletion.blocked", path=copy.name, why=who)
    return Removed(copy=copy, outcome=Outcome.BLOCKED, reason=reason, blocked_by=who)


def _not_erased(copy: OutsideCopy, path: Path, erased: Erased, holders: tuple[str, ...]) -> Removed:
    if erased.result is EraseResult.BLOCKED:
        return _blocked(copy, erased.detail or "", holders)
    return Removed(copy=copy, outcome=Outcome.MISSING, reason=msg("deletion.other-file", path=str(path)))
