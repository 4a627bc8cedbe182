"""What is true of a made-up laptop: its files with their labels, its client register, its owner.

Every generator writes this manifest beside its files, and the scorer reads nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import msgspec

Truth = Literal["client-data", "documentation", "own", "clean", "unreadable"]
MANIFEST = "manifest.json"
FILES = "files"


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One file. `path` is relative to the laptop's FILES folder.

    `kinds`: every kind of the contract with at least one real value in the content, whoever it belongs to: own and
    business addresses count, the empty field of a form and a word in a process description do not. `client`: the
    registered name it belongs to, None where nothing in it or about it tells. `case`: the kind of document, in a few
    words, one a template; `hard`: the trap it sets, if any. `hidden`: the values that make the truth stand in a part that
    is not shown (a very hidden sheet, a comment, an attachment in an attachment). `origin_url`: the address in the mark
    of the web and the extended attribute.
    """

    path: str
    truth: Truth
    kinds: tuple[str, ...] = ()
    client: str | None = None
    special: bool = False
    case: str
    hard: str | None = None
    hidden: bool = False
    origin_url: str | None = None
    referrer_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """The settings `own.*` of the laptop's consultant."""

    name: str
    mail: str
    firm: str
    domains: tuple[str, ...]
    tenant_ids: tuple[str, ...]
    ibans: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredClient:
    """As `client add` takes it."""

    name: str
    variants: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    tenant_ids: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    processor_domains: tuple[str, ...] = ()
    contacts: tuple[tuple[str, str], ...] = ()  # name, mail


@dataclass(frozen=True, slots=True, kw_only=True)
class Laptop:
    """A generated laptop. `generator` and `seed` make it again."""

    generator: str
    seed: int
    owner: Owner
    clients: tuple[RegisteredClient, ...]
    files: tuple[Labelled, ...] = field(default=())


def write_manifest(folder: Path, laptop: Laptop) -> None:
    (folder / MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(laptop), indent=1))


def read_manifest(folder: Path) -> Laptop:
    """Raises OSError, msgspec.DecodeError."""
    return msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Laptop)
