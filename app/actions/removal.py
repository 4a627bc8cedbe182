"""The act of deletion for one agreement: plain text first, then the key, then sealed files, then further copies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from app.actions.cloud_copies.removing import WHERE
from app.actions.cloud_copies.steps import CloudSteps
from app.actions.copy_notes import moved_from
from app.actions.further import FurtherCopies, Sight
from app.actions.office import Office, Work
from app.actions.plain_text import Acting, PlainText
from app.actions.removed import Removed, Step
from app.actions.residuals import ResidualRules, plain_paths, short_folder
from app.actions.sealing import agreement_key
from app.domain.certificate import PlainPlace
from app.domain.copy import Location, OutsideCopy
from app.domain.deletion import Method, Outcome, Residual, ResidualKind
from app.domain.errors import EnvironmentLacking
from app.domain.remote_files import CloudRemoval
from app.store import Session
from app.vault import Vault, VaultDamaged


class Removal:
    def __init__(
        self,
        office: Office,
        vault: Vault,
        plain: PlainText,
        further: FurtherCopies,
        rules: ResidualRules,
        cloud: CloudSteps,
    ) -> None:
        self._cloud = cloud
        self._office = office
        self._vault = vault
        self._plain = plain
        self._further = further
        self._rules = rules

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
        steps = [Step(c, c.id in resumed, resumed.get(c.id), c.location is Location.VAULT) for c in copies]
        for step in steps:
            if step.copy.location is Location.OFFICE365:
                self._cloud.remove_copy(step, acting)
            elif step.in_vault:
                self._plain.remove_of_sealed(step)
            else:
                self._plain.remove_in_place(step, sight, acting)
        key_gone = self._destroy_key(agreement_id, steps)
        for step in steps:
            if step.is_going and step.in_vault:
                self._remove_sealed(step, key_gone=key_gone)
        going = [step for step in steps if step.is_going]
        own = frozenset(step.copy.id for step in going)
        for step in going:
            if step.copy.location is not Location.OFFICE365:
                self._sweep(step, sight, own)
                self._cloud.remove_shadow(step)
        return [self._result(step, key_gone=key_gone) for step in steps]

    def is_followed(self, session: Session, copy: OutsideCopy) -> bool:
        """Whether the assistant itself removes a copy that is in the cloud alone."""
        return copy.location is Location.OFFICE365 and self._cloud.follows(session, copy.id)

    def was_changed_unseen(self, copy: OutsideCopy) -> bool:
        """Whether another content stands at the place of a registered file, where we may act at all."""
        return self._plain.was_changed_unseen(copy)

    # -- key and sealed files -----------------------------------------------------------------------------------------

    def _destroy_key(self, agreement_id: str, steps: Sequence[Step]) -> bool:
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

    def _destroy_earlier_keys(self, work: Work, going: Sequence[Step]) -> None:
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

    def _remove_sealed(self, step: Step, *, key_gone: bool) -> None:
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

    def _sweep(self, step: Step, sight: Sight, own: frozenset[str]) -> None:
        swept = self._further.sweep(sight, step.copy, own)
        step.further += swept.places
        step.residuals += swept.residuals
        for identity, links in swept.links_left.items():
            if identity in step.links:
                step.links[identity] = links

    # -- result -------------------------------------------------------------------------------------------------------

    def _result(self, step: Step, *, key_gone: bool) -> Removed:
        if step.failure is not None:
            return step.failure
        method = self._method(step, key_gone=key_gone)
        places = tuple(PlainPlace(where=short_folder(path), method=Method.UNLINK) for path in step.gone)
        if step.cloud is not None and step.cloud.answer is CloudRemoval.GONE and step.gone:
            places = (*places, PlainPlace(where=WHERE, method=Method.CLOUD_REMOVAL))
        copy = step.copy
        if copy.original_path is not None and Path(copy.original_path) in step.gone:
            copy = replace(copy, original_method=Method.UNLINK.value)
        return Removed(
            copy=copy,
            outcome=Outcome.DELETED,
            method=method,
            residuals=self._residuals(step, method, key_gone=key_gone),
            places=tuple(dict.fromkeys((*places, *step.further))),
            cloud=None if step.cloud is None else step.cloud.followed,
        )

    def _method(self, step: Step, *, key_gone: bool) -> Method:
        if step.copy.location is Location.OFFICE365:
            return Method.CLOUD_REMOVAL
        if not step.in_vault:
            return Method.UNLINK
        no_key_left = key_gone and not step.has_other_key
        return self._rules.erase_method(key_destroyed=no_key_left, has_recovery_copy=step.has_recovery_copy)

    def _residuals(self, step: Step, method: Method, *, key_gone: bool) -> tuple[Residual, ...]:
        paths = tuple(dict.fromkeys((*step.gone, *plain_paths(step.copy))))
        found = [*self._rules.of_places(paths, self._office.clock.now())]
        if step.cloud is not None and step.cloud.answer is not None:
            # The service itself said what is left there.
            found = [residual for residual in found if residual.kind is not ResidualKind.CLOUD_SHADOW]
            found += step.cloud.residuals
        if step.in_vault and method is Method.UNLINK:
            no_key_left = key_gone and not step.has_other_key
            found += self._rules.of_sealed(key_destroyed=no_key_left, has_recovery_copy=step.has_recovery_copy)
        links = sum(step.links.values())
        if links:
            found.append(Residual(kind=ResidualKind.HARD_LINK, where=str(links)))
        found += [Residual(kind=ResidualKind.HELD_OPEN, where=name) for name in step.held_open]
        found += [left for path in paths for left in self._further.forget(path)]
        return tuple(dict.fromkeys((*found, *step.residuals)))


def _lives_on(session: Session, agreement_id: str, going: set[str]) -> bool:
    """Whether another copy than those that go still needs the agreement's key."""
    copies = session.copies.of_agreement(agreement_id)
    return any(c.is_live and c.location is Location.VAULT and c.id not in going for c in copies)
