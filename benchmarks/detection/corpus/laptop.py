"""Makes the laptop: draws templates in turn, writes their files with marks of origin, and the manifest beside them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from app.domain.finding import SPECIAL_KINDS
from benchmarks.detection.corpus import templates as _registered  # noqa: F401  # fills TEMPLATES
from benchmarks.detection.corpus.cast import Cast, make_cast
from benchmarks.detection.corpus.scene import Scene
from benchmarks.detection.corpus.template import TEMPLATES, Paper, Template
from benchmarks.detection.labels import FILES, Labelled, Laptop, Truth, write_manifest
from benchmarks.detection.marks import mark_origin

GENERATOR = "corpus"
SHARES: tuple[tuple[Truth, float], ...] = (
    ("client-data", 0.35),
    ("documentation", 0.16),
    ("own", 0.14),
    ("unreadable", 0.04),
    ("clean", 0.31),
)


def make_laptop(folder: Path, seed: int, files: int) -> Laptop:
    """Raises OSError; FileExistsError when `folder` holds a laptop already."""
    cast = make_cast(seed)
    (folder / FILES).mkdir(parents=True)
    taken: set[str] = set()
    labelled = [
        _written(folder, cast, template, seed, number, taken) for number, template in enumerate(_plan(seed, files))
    ]
    laptop = Laptop(
        generator=GENERATOR,
        seed=seed,
        owner=cast.owner,
        clients=tuple(client.registered for client in cast.clients),
        files=tuple(labelled),
    )
    write_manifest(folder, laptop)
    return laptop


def _plan(seed: int, files: int) -> Iterator[Template]:
    """Every template of a truth comes once, and again from the start until the share is full."""
    for truth, share in SHARES:
        known = [template for template in TEMPLATES if template.truth == truth for _ in range(template.weight)]
        random.Random(f"plan/{seed}/{truth}").shuffle(known)
        for number in range(round(files * share)):
            yield known[number % len(known)]


def _written(folder: Path, cast: Cast, template: Template, seed: int, number: int, taken: set[str]) -> Labelled:
    rng = random.Random(f"{seed}/{template.case}/{number}")
    scene = Scene(cast, rng, template.ties, hard=template.hard, made_by_firm=template.by_firm)
    paper = template.make(scene)
    path = _free_path(paper, taken)
    target = folder / FILES / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(paper.content)
    mark_origin(target, paper.origin_url, paper.referrer_url)
    return Labelled(
        path=path,
        truth=template.truth,
        kinds=tuple(sorted(scene.kinds)),
        client=scene.client.name if scene.is_told else None,
        special=bool(SPECIAL_KINDS & scene.kinds),
        case=template.case,
        hard=paper.hard,
        hidden=paper.hidden,
        origin_url=paper.origin_url,
        referrer_url=paper.referrer_url,
    )


def _free_path(paper: Paper, taken: set[str]) -> str:
    """A second file of a name gets a number, as a browser gives it."""
    stem, dot, suffix = paper.name.rpartition(".")
    name, number = paper.name, 0
    while f"{paper.folder}/{name}".lower() in taken:
        number += 1
        name = f"{stem} ({number}){dot}{suffix}" if dot else f"{paper.name} ({number})"
    taken.add(f"{paper.folder}/{name}".lower())
    return f"{paper.folder}/{name}"
