"""The vault: one folder of sealed copies, one of sealed evidence, and the keys that open them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyrage

from app.domain.errors import EnvironmentLacking, InputError
from app.domain.messages import msg
from app.domain.ports import Keys, Progress, Sealed
from app.vault import sealing
from app.vault.age_file import AgeFile, read_header
from app.vault.age_key import AgeKey, age_key, new_key
from app.vault.disk import (
    FileSource,
    open_sealed,
    own_folder,
    partial_of,
    patiently,
    storage_errors,
    sweep_part,
    sync_folder,
)
from app.vault.errors import NoKey, Problem, SealedMissing, SourceUnusable, StorageRefused, VaultDamaged
from app.vault.plain import BLOCK_BYTES, Plain, PlainBytes, block_count

ENDING = ".age"
EVIDENCE_KEY = "evidence"
_FILE_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
_MOST_IDENTITY_BYTES = 64 << 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftovers:
    """What a sweep found. `removed`: parts of a crash, gone now. `unknown`: whatever else no record speaks of, left alone."""

    removed: tuple[Path, ...] = ()
    unknown: tuple[Path, ...] = ()


class Vault:
    """Sealed copies in `folder`, sealed evidence in `evidence_folder` (beside it unless given).

    `recovery_recipient`: IT's `age1…` by policy; every file sealed from then on can be opened with its identity too.
    Methods raise VaultDamaged, StorageRefused, PlaceRefused (all EnvironmentLacking) and what they name. No method
    keeps a lock between calls; any thread and several processes may call at once, for different ids.
    """

    def __init__(
        self, folder: Path, keys: Keys, recovery_recipient: str | None, evidence_folder: Path | None = None
    ) -> None:
        self._folder = folder
        self._evidence = evidence_folder or folder.parent / "evidence"
        self._keys = keys
        self._recovery = recovery_recipient or None

    # Keys

    def ensure_key(self, name: str) -> None:
        """Make the key `name` unless it is there. After `destroy_key` only this makes it again, never sealing."""
        self._keys.create(name, new_key)

    def has_key(self, name: str) -> bool:
        return self._keys.get(name) is not None

    def destroy_key(self, name: str) -> None:
        """Nothing sealed for `name` alone can be opened afterwards. Returns only when the store no longer has it."""
        self._keys.destroy(name)

    # Copies

    def path_of(self, file_id: str) -> Path:
        return _sealed_path(self._folder, file_id)

    def seal(self, source: Path, file_id: str, key_name: str, progress: Progress | None = None) -> Sealed:
        """Seal the file `source`, which is only read. A new content gets a new id, so that record and file switch together.

        Raises SourceUnusable, SourceChanged, NoKey, StorageRefused (disk full), InputError (id taken)."""
        with FileSource(source) as plain:
            return self._seal(self._folder, plain, file_id, key_name, progress)

    def open(
        self, file_id: str, key_name: str, target: Path, expected_sha256: str, progress: Progress | None = None
    ) -> None:
        """Plain text at `target` (0600), which must not exist and appears only when all of it was proven.

        Raises TargetExists, SealedMissing, NoKey, WrongKey, VaultDamaged, StorageRefused."""
        with self._opened(self._folder, file_id, key_name) as sealed:
            sealing.pour(sealed, target, file_id, expected_sha256, progress)

    def rekey(
        self,
        file_id: str,
        new_file_id: str,
        old_key: str,
        new_key: str,
        expected_sha256: str | None = None,
        progress: Progress | None = None,
    ) -> Sealed:
        """Seal the content of `file_id` again under another key and id; no plain text touches the disk. The old file
        stays. Raises as `open` and `seal`; VaultDamaged when the content is not `expected_sha256`."""

        def accept(sha256: str) -> None:
            if expected_sha256 is not None and sha256 != expected_sha256:
                raise VaultDamaged(msg("vault.other-content"))

        with self._opened(self._folder, file_id, old_key) as sealed:
            return sealing.seal(
                sealed,
                _free(self._ready(self._folder, new_file_id)),
                self._key(new_key),
                self._recipients(),
                progress=progress,
                accept=accept,
            )

    def check(
        self, file_id: str, key_name: str, digest: str | None, sealed_bytes: int | None, full: bool
    ) -> Problem | None:
        """What is wrong with a sealed file; None when nothing is. `full` reads and deciphers all of it."""
        return self._check(self._folder, file_id, key_name, digest, sealed_bytes, full)

    def has_recovery_copy(self, file_id: str) -> bool:
        """Whether somebody else's key opens the file too: then destroying our key erases nothing."""
        file = open_sealed(self.path_of(file_id))
        if file is None:
            raise SealedMissing(msg("vault.missing"))
        with file:
            return read_header(file).recipients > 1

    def discard(self, file_id: str) -> bool:
        """Unlink a sealed file and see that it is gone; False when there was none."""
        return _discard(self._folder, file_id)

    def discard_partial(self, file_id: str, folder: Path) -> bool:
        """Remove plain text that a crash during `open` left in `folder`; False when there is none."""
        path = partial_of(folder, _checked(file_id))
        return sweep_part(path)

    def sweep(self, known_ids: Collection[str]) -> Leftovers:
        """Clean up after crashes: parts that nobody is writing go, sealed files of no known id are told and left alone."""
        removed: list[Path] = []
        unknown: list[Path] = []
        for path in _entries(self._folder):
            if path.name.endswith(ENDING + ".part"):
                if sweep_part(path):
                    removed.append(path)
            elif not path.name.endswith(ENDING) or path.name.removesuffix(ENDING) not in known_ids:
                unknown.append(path)
        return Leftovers(removed=tuple(removed), unknown=tuple(unknown))

    # Evidence

    def path_of_evidence(self, file_id: str) -> Path:
        return _sealed_path(self._evidence, file_id)

    def seal_bytes(self, content: bytes, file_id: str) -> Sealed:
        """Seal evidence under the store's evidence key, made at first use. Raises InputError when the id is taken."""
        self.ensure_key(EVIDENCE_KEY)
        return self._seal(self._evidence, PlainBytes(content), file_id, EVIDENCE_KEY, None)

    def open_bytes(self, file_id: str, expected_sha256: str) -> bytes:
        """The evidence itself, in memory. Raises as `open`."""
        with self._opened(self._evidence, file_id, EVIDENCE_KEY) as sealed:
            content, block = bytearray(), bytearray(BLOCK_BYTES)
            for index in range(block_count(sealed.size)):
                content += memoryview(block)[: sealed.fill(index, block)]
        sealing.check_digest(content, expected_sha256)
        return bytes(content)

    def check_evidence(self, file_id: str, full: bool) -> Problem | None:
        return self._check(self._evidence, file_id, EVIDENCE_KEY, None, None, full)

    def discard_evidence(self, file_id: str) -> bool:
        """Unlink evidence whose term is over; False when there was none."""
        return _discard(self._evidence, file_id)

    # Parts of the above

    def _seal(self, folder: Path, plain: Plain, file_id: str, key_name: str, progress: Progress | None) -> Sealed:
        key = self._key(key_name)
        final = _free(self._ready(folder, file_id))

        def accept(_sha256: str) -> None:
            if isinstance(plain, FileSource):
                plain.check_unchanged()

        try:
            return sealing.seal(plain, final, key, self._recipients(), progress=progress, accept=accept)
        except VaultDamaged:
            accept("")  # a source that changed while it was read explains the difference
            raise
        except FileExistsError as error:
            raise _taken() from error

    def _ready(self, folder: Path, file_id: str) -> Path:
        own_folder(folder)
        return _sealed_path(folder, file_id)

    def _key(self, name: str) -> AgeKey:
        text = self._keys.get(name)
        if text is None:
            raise NoKey(msg("vault.no-key"))
        key = age_key(text.decode("ascii", errors="replace"))
        if key is None:
            raise EnvironmentLacking(msg("keys.unreadable", key=name))
        return key

    def _recipients(self) -> list[pyrage.x25519.Recipient]:
        if self._recovery is None:
            return []
        try:
            return [pyrage.x25519.Recipient.from_str(self._recovery)]
        except pyrage.RecipientError as error:
            raise EnvironmentLacking(msg("vault.recovery-recipient")) from error

    @contextmanager
    def _opened(self, folder: Path, file_id: str, key_name: str) -> Iterator[AgeFile]:
        file = open_sealed(_sealed_path(folder, file_id))
        if file is None:
            raise SealedMissing(msg("vault.missing"))
        with closing(file), storage_errors(_sealed_path(folder, file_id)):
            yield AgeFile(file, [self._key(key_name)])

    def _check(
        self, folder: Path, file_id: str, key_name: str, digest: str | None, sealed_bytes: int | None, full: bool
    ) -> Problem | None:
        file = open_sealed(_sealed_path(folder, file_id))
        if file is None:
            return Problem.MISSING
        with closing(file), storage_errors(_sealed_path(folder, file_id)):
            try:
                sealing.check_sealed(file, self._key(key_name), digest, sealed_bytes, full=full)
            except VaultDamaged as error:
                return error.problem
        return None


def recover(file: Path, identity_file: Path, target: Path, progress: Progress | None = None) -> str:
    """Open a sealed file with IT's recovery identity, wherever it came from; gives the SHA-256 of the plain content.

    Needs no data directory. Raises InputError (no identity in the file), SourceUnusable, TargetExists, VaultDamaged."""
    keys = identities(identity_file)
    opened = open_sealed(file)
    if opened is None:
        raise SourceUnusable(msg("vault.source-missing", path=str(file)))
    with closing(opened), storage_errors(file):
        return sealing.pour(AgeFile(opened, keys), target, "recovered", None, progress)


def identities(path: Path) -> list[AgeKey]:
    """The X25519 identities in a file as `age-keygen` writes it. Raises InputError."""
    with FileSource(path) as source:
        block = bytearray(BLOCK_BYTES)
        content = bytes(block[: source.fill(0, block)])[:_MOST_IDENTITY_BYTES]
    lines = content.decode("utf-8-sig", errors="replace").splitlines()
    keys = [key for line in lines if (key := age_key(line)) is not None]
    if not keys:
        raise InputError(msg("vault.no-identity", path=str(path)))
    return keys


def _checked(file_id: str) -> str:
    if not _FILE_ID.fullmatch(file_id):
        raise ValueError(f"no id of a sealed file: {file_id!r}")
    return file_id


def _sealed_path(folder: Path, file_id: str) -> Path:
    return folder / (_checked(file_id) + ENDING)


def _free(final: Path) -> Path:
    if final.is_symlink() or final.exists():
        raise _taken()
    return final


def _taken() -> InputError:
    return InputError(msg("vault.id-taken"))


def _discard(folder: Path, file_id: str) -> bool:
    path = _sealed_path(folder, file_id)
    with storage_errors(path):
        try:
            patiently(path.unlink)
        except FileNotFoundError:
            return False
        sync_folder(folder)
    if path.is_symlink() or path.exists():
        raise StorageRefused(msg("vault.not-removed"))
    return True


def _entries(folder: Path) -> list[Path]:
    with storage_errors(folder):
        return sorted(folder.iterdir()) if folder.is_dir() else []
