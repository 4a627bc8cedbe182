"""A laptop of files from the templates, with its manifest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from random import Random

from benchmarks.detection.labels import FILES, Labelled, Laptop, Truth, write_manifest
from benchmarks.detection.marks import mark_origin

from .cases import CASES
from .catalogue import Case
from .content import Content
from .desk import Desk, Made
from .world import World, make_world

GENERATOR = "held_back"
UNREADABLE_SHARE, CLIENT_SHARE = 0.05, 0.35
FOLDERS = (
    "Downloads",
    "Downloads",
    "Documents",
    "Documents/Werk",
    "Desktop",
    "Documents/Oud",
    "Downloads/Teams",
    "Desktop/Nog opruimen",
)


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the laptop with everything known about it."""

    labelled: Labelled
    data: bytes
    content: Content


def _shares(files: int) -> dict[str, int]:
    unreadable = max(round(files * UNREADABLE_SHARE), 1)
    client = round(files * CLIENT_SHARE)
    return {"client-data": client, "unreadable": unreadable, "allowed": files - client - unreadable}


def _group(truth: Truth) -> str:
    return truth if truth in ("client-data", "unreadable") else "allowed"


def _plan(rng: Random, files: int) -> list[Case]:
    """Every template once as far as the number goes, then by weight."""
    plan: list[Case] = []
    for group, count in _shares(files).items():
        cases = [c for c in CASES if _group(c.truth) == group]
        first = rng.sample(cases, min(count, len(cases)))
        plan += first + rng.choices(cases, [c.weight for c in cases], k=count - len(first))
    rng.shuffle(plan)
    return plan


def _folder(rng: Random, made: Made) -> str:
    return made.folder or rng.choice(FOLDERS)


def _free(path: PurePosixPath, taken: set[str]) -> str:
    """`naam (1).xlsx`, as a browser does it."""
    candidate, number = path, 1
    while str(candidate).lower() in taken:
        candidate = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    taken.add(str(candidate).lower())
    return str(candidate)


def items(seed: int, files: int) -> Iterator[Item]:
    """The files one by one; the same arguments give the same files."""
    world = make_world(seed)
    taken: set[str] = set()
    for index, case in enumerate(_plan(Random(f"plan {seed}"), files)):
        yield _item(world, case, Random(f"{seed} {index} {case.name}"), taken)


def _item(world: World, case: Case, rng: Random, taken: set[str]) -> Item:
    desk = Desk(rng, world)
    made = case.make(desk)
    labelled = Labelled(
        path=_free(PurePosixPath(_folder(rng, made)) / made.name.replace("/", "-"), taken),
        truth=case.truth,
        kinds=desk.content.kinds,
        client=made.client,
        special=case.truth == "client-data" and desk.content.special,
        case=case.name,
        hard=made.hard,
        hidden=made.hidden,
        origin_url=made.origin_url,
        referrer_url=made.referrer_url,
    )
    return Item(labelled, made.data, desk.content)


def write(out: Path, seed: int, files: int) -> Laptop:
    """Writes the files with their origin and the manifest into `out`. FileExistsError: a laptop lies there already."""
    (out / FILES).mkdir(parents=True)
    world = make_world(seed)
    labelled = []
    for item in items(seed, files):
        path = out / FILES / item.labelled.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(item.data)
        mark_origin(path, item.labelled.origin_url, item.labelled.referrer_url)
        labelled.append(item.labelled)
    laptop = Laptop(
        generator=GENERATOR,
        seed=seed,
        owner=world.owner,
        clients=tuple(o.registered for o in world.clients),
        files=tuple(labelled),
    )
    write_manifest(out, laptop)
    return laptop
