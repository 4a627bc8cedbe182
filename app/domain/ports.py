"""What the packages between actions and domain need of each other. Tied together in `assistant.py` alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path, PurePath
from typing import Any, Protocol

from app.domain.certificate import CertificateCheck, CertificateContent
from app.domain.client import Client
from app.domain.deletion import Erased, Residual
from app.domain.finding import Judgement, Origin
from app.domain.identity import FileFacts, FileIdentity
from app.domain.messages import Message
from app.domain.moments import ClockJudgement, Reading


class Clock(Protocol):
    """The one source of the present. `now` is aware, UTC, whole seconds."""

    def now(self) -> datetime: ...

    def judgement(self) -> ClockJudgement: ...


class SystemClock(Protocol):
    """Reads the system's clocks; decides nothing."""

    def read(self) -> Reading: ...


class KeySource(StrEnum):
    CREDENTIAL_STORE = "credential-store"
    KEY_FILE = "key-file"
    MEMORY = "memory"  # demo and tests


class Keys(Protocol):
    """32-byte secrets (or an age identity as text bytes), one entry per key, read back after write and after delete.

    `name` holds no client names: "database", "journal", "device", "evidence", "agreement.<id>", "waiting.<id>",
    "tokens".
    All methods raise EnvironmentLacking when the store cannot be used.
    """

    source: KeySource

    def get(self, name: str) -> bytes | None: ...

    def put(self, name: str, secret: bytes) -> None: ...

    def create(self, name: str, make: Callable[[], bytes]) -> bytes:
        """The secret under `name`; `make` gives it when there is none. Two processes at once get the same one."""
        ...

    def destroy(self, name: str) -> None:
        """Nothing is under `name` afterwards; harmless when nothing was."""
        ...


class PlaceKind(StrEnum):
    LOCAL = "local"
    SYNCHRONISED = "synchronised"
    NETWORK = "network"
    REMOVABLE = "removable"
    ROAMING = "roaming"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceInfo:
    """What kind of storage a folder is. `synchronised_by`: the client's name ("OneDrive", "Dropbox"); `tenant_id` where the
    sync client tells, `sync_root`: the folder that it keeps; `share`: `//server/share` of a network path; `mount_point` of the
    file system."""

    kind: PlaceKind
    synchronised_by: str | None = None
    tenant_id: str | None = None
    share: str | None = None
    mount_point: str | None = None
    sync_root: str | None = None


class Places(Protocol):
    def of(self, folder: Path) -> PlaceInfo: ...


class Files(Protocol):
    """Looks at files and removes them, safely against links and swaps. Never follows a link."""

    def facts(self, path: Path) -> FileFacts | None:
        """None when there is no regular file. Raises OSError when it may not be looked at."""
        ...

    def is_cloud_only(self, path: Path) -> bool:
        """Whether reading it would fetch it from a cloud (recall attributes). Such a file is never opened."""
        ...

    def erase(self, path: Path, identity: FileIdentity) -> Erased:
        """Remove the file at `path` if and only if it is `identity`; says what the file system showed afterwards."""
        ...

    def origin(self, path: Path) -> Origin | None: ...

    def holders(self, path: Path) -> Sequence[str] | None:
        """Names of the programs that have it open; None: cannot tell."""
        ...


class Power(Protocol):
    def should_rest(self) -> bool:
        """Battery saver on, low battery, or a busy machine: scanning can wait."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnIdentity:
    """Who the consultant and the firm are, for the detector: own papers are no client data."""

    name: str = ""
    mail: str = ""
    firm: str = ""
    domains: tuple[str, ...] = ()
    tenant_ids: tuple[str, ...] = ()
    ibans: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DetectionContext:
    """What a verdict is resolved against: the client register and oneself. `digests`: the client's
    id by SHA-256 of registered content, so that the same content is recognised anywhere, `digest_sizes` how large that
    content is in bytes (None: any size); `sketches`: samples of it by client id, keyed with
    `sketch_key`, so that it is recognised when it was changed."""

    clients: tuple[Client, ...] = ()
    own: OwnIdentity = field(default_factory=OwnIdentity)
    digests: Mapping[str, str] = field(default_factory=dict)
    digest_sizes: frozenset[int] | None = None
    sketches: Mapping[str, tuple[bytes, ...]] = field(default_factory=dict)
    sketch_key: bytes = b""


class Detector(Protocol):
    """Judges files in a worker process with limits. A crash or a limit costs one file: it is `unreadable`, never `clean`."""

    def use(self, context: DetectionContext) -> None: ...

    def warm_up(self) -> None:
        """Start the worker while a file settles."""
        ...

    def judge(self, path: Path, origin: Origin | None) -> Judgement: ...

    def sketch(self, path: Path, key: bytes) -> bytes | None:
        """A sample of the content by which it is known again; None for what cannot be read, or has nothing to know it by."""
        ...

    def rest(self) -> None:
        """Stop the worker when nothing was asked for a while."""
        ...

    def close(self) -> None: ...


Progress = Callable[[int, int], None]  # bytes done, bytes in all


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """`sha256`, `size_bytes`: plain content. `digest` (BLAKE3 hex) and `sealed_bytes`: the sealed file."""

    path: Path
    sha256: str
    size_bytes: int
    digest: str
    sealed_bytes: int


class Texts(Protocol):
    """Renders messages, dates and numbers in one language."""

    @property
    def language(self) -> str: ...

    def render(self, message: Message) -> str: ...

    def moment(self, moment: datetime) -> str: ...

    def day(self, moment: datetime) -> str: ...

    def size(self, size_bytes: int) -> str: ...


class Remote(Protocol):
    """A place that carries small documents between laptops: the plain folder, or Office 365."""

    @property
    def kind(self) -> str: ...

    def names(self, collection: str) -> Iterator[str]: ...

    def get(self, collection: str, name: str) -> bytes | None: ...

    def put(self, collection: str, name: str, content: bytes) -> None: ...


class Signer(Protocol):
    """The device's P-256 key. `public_key`: base64 SubjectPublicKeyInfo; `sign` gives a base64 DER signature."""

    @property
    def public_key(self) -> str: ...

    @property
    def fingerprint(self) -> str: ...

    def sign(self, content: bytes) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenFolder:
    """A folder where further copies end up unasked. `kind`: trash, archive-temp, browser-temp, browser-partial, autosave,
    mail-attachments, temp. `levels`: how deep to look (1: its own files alone); None: all of it. `partials_only`: nothing but
    unfinished downloads."""

    kind: str
    folder: Path
    levels: int | None = None
    partials_only: bool = False


class Surroundings(Protocol):
    """Where further copies of a file may lie on this machine."""

    def hiding_places(self) -> Sequence[HiddenFolder]: ...

    def files_below(self, folder: Path, levels: int | None = None) -> Iterator[FileFacts]:
        """Regular files below `folder`, so many levels deep (None: all), links not followed, what cannot be read left out."""
        ...

    def trash_records(self) -> Callable[[Path], PurePath | None]:
        """Tells of a file in a trash where it was before; None where nothing tells. Made anew for each look around."""
        ...


class Traces(Protocol):
    """What a desktop keeps of a file that was there."""

    def forget(self, path: Path) -> tuple[Residual, ...]:
        """Remove what names or shows the file that was at `path`; gives what stays. Raises nothing."""
        ...


class Disk(Protocol):
    def is_encrypted(self, path: Path) -> bool | None:
        """Whether the volume of `path` is encrypted; None: cannot tell."""
        ...


class OneAtATime(Protocol):
    """A lock between processes that the system releases when its holder dies."""

    def try_acquire(self) -> bool: ...

    def release(self) -> None: ...


class CertificatePress(Protocol):
    """Makes and reads declarations of destruction; the forms are .pdf, .json and .html."""

    def sign(self, content: CertificateContent, signer: Signer, statement: str | None) -> Mapping[str, Any]: ...

    def write(self, document: Mapping[str, Any], target: Path) -> None: ...

    def pdf(self, document: Mapping[str, Any]) -> bytes: ...

    def verify(
        self, path: Path, *, firm_key: str | None, statements: Sequence[str], fingerprint: str | None
    ) -> CertificateCheck: ...

    def statement_for(
        self, device_fingerprint: str, statements: Sequence[str], at: datetime | None = None
    ) -> str | None: ...
