"""What happens to copies of clients' files: found, judged, sealed, taken out, deleted, declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.wiring.keeping import KeepingLayer
from app.wiring.part import part

if TYPE_CHECKING:
    from app.actions.certificates import CertificateActions
    from app.actions.cloud_copies.remainders import CloudRemainders
    from app.actions.copies import CopyActions
    from app.actions.deadline_list import DeadlineActions
    from app.actions.deletion import DeletionActions
    from app.actions.findings import FindingActions
    from app.actions.fingerprinting import Fingerprinting
    from app.actions.housekeeping import Housekeeping
    from app.actions.intake import Intake
    from app.actions.office import Office
    from app.actions.outside import OutsideActions
    from app.actions.pause import PauseActions
    from app.actions.residuals import ResidualRules
    from app.actions.scanning import ScanActions
    from app.actions.sealing import Sealing
    from app.actions.vault import VaultActions


class CopyLayer(KeepingLayer):
    """The actions on copies and findings."""

    @part
    def sealing(self) -> Sealing:
        from app.actions.sealing import Sealing

        return Sealing(self.office, self._vault, self.files, self.places, self.fingerprinting, self._cloud_originals)

    @part
    def fingerprinting(self) -> Fingerprinting:
        from app.actions.fingerprinting import Fingerprinting

        return Fingerprinting(self.office, lambda path, key: self.detector.sketch(path, key))

    @part
    def findings(self) -> FindingActions:
        from app.actions.findings import FindingActions
        from app.actions.traceless import TracelessFiles

        files = TracelessFiles(self.files, self.traces)
        return FindingActions(self.office, self._vault, self.sealing, files, self.places, self._asking, self.may)

    @part
    def intake(self) -> Intake:
        from app.actions.intake import Intake

        return Intake(self.office, self.settings)

    @part
    def scanning(self) -> ScanActions:
        from app.actions.scanning import ScanActions

        return ScanActions(self.office, self.intake, self.detector, self.files, self.places)

    @part
    def pause(self) -> PauseActions:
        from app.actions.pause import PauseActions

        return PauseActions(self.office)

    @part
    def copies(self) -> CopyActions:
        from app.actions.copies import CopyActions

        return CopyActions(
            self.office,
            self.sealing,
            self.files,
            self.certificates,
            self.may,
            self.storage_places,
            self.cloud_following,
        )

    @part
    def vault(self) -> VaultActions:
        from app.actions.vault import VaultActions

        return VaultActions(self.office, self._vault, self._working, self.sealing, self.files, self.places, self.may)

    @part
    def certificates(self) -> CertificateActions:
        from app.actions.certificates import CertificateActions

        return CertificateActions(
            self.office,
            self.settings,
            self.signer,
            self.press,
            self.disk,
            self._opened.keys,
            self._vault,
            self._drafts,
            device=self.team.device,
            data_dir=self.directory.root,
        )

    @part
    def _residual_rules(self) -> ResidualRules:
        from app.actions.residuals import ResidualRules

        recovery = bool(self.settings.text("vault.recovery_key"))
        return ResidualRules(self.places, self.disk, self._opened.keys.source, has_recovery_key=recovery)

    @part
    def deletion(self) -> DeletionActions:
        return self.deletion_by(self.office)

    def deletion_by(self, office: Office) -> DeletionActions:
        """A deletion that acts in the journal as `office` does: a person's, or the guards'."""
        from app.actions.cloud_copies.steps import CloudSteps
        from app.actions.deletion import DeletionActions
        from app.actions.further import FurtherCopies
        from app.actions.plain_text import PlainText
        from app.actions.removal import Removal
        from app.system.lease import guard_lease

        further = FurtherCopies(office, self.files, self.places, self.surroundings, self.traces)
        plain = PlainText(office, self.files, self.places, further, self.files.recover_moved, self._working)
        cloud = CloudSteps(office, self._cloud_removing)
        removal = Removal(office, self._vault, plain, further, self._residual_rules, cloud)
        turn = guard_lease(self.directory.lease("deletion"))
        return DeletionActions(
            office, self.settings, removal, self.certificates, turn, self.cloud_remainders_by(office)
        )

    def cloud_remainders_by(self, office: Office) -> CloudRemainders:
        from app.actions.cloud_copies.remainders import CloudRemainders

        return CloudRemainders(office, self._cloud_finding, self._cloud_removing, self.certificates)

    @part
    def deadlines(self) -> DeadlineActions:
        from app.actions.deadline_list import DeadlineActions
        from app.system.language import local_zone

        return DeadlineActions(self.office, local_zone())

    @part
    def outside(self) -> OutsideActions:
        from app.actions.outside import OutsideActions
        from app.system.language import local_zone

        return OutsideActions(self.office, self.settings, self._residual_rules, local_zone())

    @part
    def housekeeping(self) -> Housekeeping:
        from app.actions.housekeeping import Housekeeping

        return Housekeeping(self.office, self._vault, self.sealing, self.files, self.files.recover_moved)
