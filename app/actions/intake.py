"""What the copies guard saw, made into findings, further copies and renewed registrations. Source: VR-K1, VR-P1a, VR-P3.

A file judged own or clean leaves no path, kind or count anywhere: only a keyed fingerprint that it was looked at.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from pathlib import Path

from app.actions.content import sha256_of
from app.actions.folder_rows import DRIVE_NOTE
from app.actions.known_files import KnownFiles
from app.actions.office import Office
from app.actions.recognising import is_as_found, is_same_file
from app.actions.settings import SettingsActions
from app.actions.taking_in import TakingIn, matters
from app.domain.folder import WatchedFolder
from app.domain.identity import FileFacts
from app.domain.intake import Judged
from app.domain.messages import Message
from app.domain.ports import DetectionContext
from app.domain.rules import RuleState

TAKEN_BACK = "exceptions.taken-back"  # note, a counter: what was passed over because of an exception is looked at again
CLOUD_ONLY = "cloud-only"  # the detector's word for a file that reading would fetch


class Intake:
    """Implements the port of the copies guard."""

    def __init__(self, office: Office, settings: SettingsActions) -> None:
        self._office = office
        self._settings = settings
        self._known = KnownFiles(office)
        self._taking_in = TakingIn(settings)

    # -- what the guard asks ------------------------------------------------------------------------------------------

    def folders(self) -> tuple[WatchedFolder, ...]:
        with self._office.look() as session:
            return tuple(session.folders.all())

    def context(self) -> tuple[DetectionContext, int]:
        """The register as the detector needs it, and a number that changes with it."""
        own = self._settings.own()
        with self._office.look() as session:
            clients = tuple(session.clients.all())
            digests, digest_sizes = session.copies.digests(), session.copies.digest_sizes()
            sketches, sketch_key = session.fingerprints.by_client(), session.fingerprints.key()
            taken_back = session.notes.get(TAKEN_BACK) or 0
        told = repr((clients, own, taken_back)).encode("utf-8", "surrogatepass")
        revision = int.from_bytes(hashlib.blake2b(told, digest_size=7).digest(), "big")
        context = DetectionContext(
            clients=clients,
            own=own,
            digests=digests,
            digest_sizes=digest_sizes,
            sketches=sketches,
            sketch_key=sketch_key,
        )
        return context, revision

    def secret(self) -> bytes:
        with self._office.look() as session:
            return session.seen.secret()

    def seen(self, folder_id: str) -> set[bytes]:
        with self._office.look() as session:
            return session.seen.load(folder_id)

    def remember(self, folder_id: str, add: Collection[bytes], forget: Collection[bytes]) -> None:
        with self._office.change() as work:
            work.session.seen.add_many(folder_id, add)
            work.session.seen.remove_many(folder_id, forget)

    def is_registered(self, facts: FileFacts) -> bool:
        """One that stands elsewhere now, or a finding whose file changed, is looked at again: then it is renewed."""
        with self._office.look() as session:
            copies = session.copies.by_identity(facts.identity)
            if any(copy.path == facts.path and is_same_file(copy, facts) for copy in copies):
                return True
            return any(is_as_found(finding, facts) for finding in session.findings.by_identity(facts.identity))

    # -- what the guard tells -----------------------------------------------------------------------------------------

    def judged(self, folder_id: str, batch: Sequence[Judged]) -> int:
        """Open findings for what is client data; returns how many. Everything else is forgotten at once."""
        with self._office.look() as session:
            sizes = session.copies.live_sizes()
            mattering = [judged for judged in batch if matters(session, judged, sizes)]
        wanted = [(judged, _digest(judged)) for judged in mattering]
        if not wanted:
            return 0
        with self._office.change() as work:
            return sum([self._taking_in.take_in(work, judged, sha256) for judged, sha256 in wanted])

    def moved(self, old: Path, new: Path, facts: FileFacts) -> None:
        self._known.moved(old, new, facts)

    def saved(self, path: Path, facts: FileFacts) -> None:
        self._known.saved(path, facts)

    def vanished(self, path: Path) -> None:
        self._known.vanished(path)

    def looked(self, folder_id: str) -> None:
        self._known.looked(folder_id)

    def folder_state(self, folder_id: str, state: RuleState, sentence: Message) -> None:
        with self._office.change() as work:
            key = f"folder.{folder_id}"
            if work.session.notes.get(key) != state.value:
                work.session.notes.set(key, state.value)
                work.note("guard.state", folder_id, data={"guard": "copies", "state": state.value})

    def drive_appeared(self, mount_point: Path) -> None:
        """Offered, never scanned unasked: the window and `status` show it."""
        with self._office.change() as work:
            work.session.notes.set(f"{DRIVE_NOTE}{mount_point}", work.now.isoformat())

    def place(self, folder: WatchedFolder) -> None:
        """One finding for a whole client place: its remedy is to stop the sync, or an agreement for the place."""
        with self._office.change() as work:
            self._taking_in.take_in_place(work, folder)


def _digest(judged: Judged) -> str | None:
    """None when the file cannot be read (any more), or would be fetched: then only path and identity tell what it is."""
    if judged.judgement.error == CLOUD_ONLY:
        return None
    try:
        return sha256_of(judged.path)
    except OSError:
        return None
