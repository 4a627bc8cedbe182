"""Judges a laptop with the product's detector and prints how well: `python -m benchmarks.detection.ours OUT`.

`--wrong` lists every wrong file with its reasons, never a value of it. `--case TEXT` takes only the files whose case, trap or
path holds the text. Several laptops count together.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from app.detect.process.worker_process import DetectionWorker
from app.domain.client import Client, Contact
from app.domain.finding import Judgement, Origin
from app.domain.ports import DetectionContext, OwnIdentity
from app.system.files import LocalFiles, local_files
from app.system.files.zone import origin_of
from benchmarks.detection.labels import FILES, Labelled, Laptop, RegisteredClient, read_manifest
from benchmarks.detection.scoring import (
    Outcome,
    is_confused,
    is_wrong,
    kinds_extra,
    kinds_missed,
    rendered,
    score_files,
)

REGISTERED_AT = datetime(2026, 1, 1, tzinfo=UTC)


def context_of(laptop: Laptop) -> DetectionContext:
    """The register and the owner as the product knows them."""
    return DetectionContext(
        clients=tuple(client_of(registered) for registered in laptop.clients), own=OwnIdentity(**asdict(laptop.owner))
    )


def client_of(registered: RegisteredClient) -> Client:
    return Client(
        id=f"client/{registered.name}",
        name=registered.name,
        created_at=REGISTERED_AT,
        variants=registered.variants,
        domains=registered.domains,
        tenant_ids=registered.tenant_ids,
        keywords=registered.keywords,
        hosts=registered.hosts,
        processor_domains=registered.processor_domains,
        contacts=tuple(Contact(name=name, mail=mail) for name, mail in registered.contacts),
    )


def judged(folder: Path, laptop: Laptop, wanted: str) -> Iterator[tuple[Labelled, Judgement]]:
    """Every wanted file with the product's judgement, in the order of the manifest."""
    files = local_files()
    worker = DetectionWorker(files)
    try:
        worker.use(context_of(laptop))
        for file in laptop.files:
            if wanted in f"{file.truth}: {file.case} | {file.hard or ''} | {file.path}".lower():
                path = folder / FILES / file.path
                yield file, worker.judge(path, origin(files, path, file))
    finally:
        worker.close()


def origin(files: LocalFiles, path: Path, file: Labelled) -> Origin | None:
    """As the product reads it; on a file system that keeps no marks, from the manifest."""
    return files.origin(path) or origin_of(url=file.origin_url, referrer=file.referrer_url)


def outcome_of(laptop: Laptop, judgement: Judgement) -> Outcome:
    names = {f"client/{client.name}": client.name for client in laptop.clients}
    return Outcome(
        verdict=judgement.verdict.value,
        kinds=frozenset(kind for kind, count in judgement.kinds.items() if count),
        client=names.get(judgement.client_id or ""),
    )


def explained(file: Labelled, judgement: Judgement, outcome: Outcome) -> str:
    """Why a wrong file was judged so."""
    lines = [f"{file.path}", f"    {file.case}" + (f" ({file.hard})" if file.hard else "")]
    lines.append(
        f"    {file.truth} -> {outcome.verdict} (score {judgement.score:.2f}), client {file.client} -> {outcome.client}"
    )
    for word, kinds in (("missed", kinds_missed(file, outcome)), ("extra", kinds_extra(file, outcome))):
        if kinds:
            lines.append(f"    kinds {word}: {', '.join(kinds)}")
    if judgement.reasons:
        lines.append(
            "    reasons: " + "; ".join(f"{reason.type.value} {reason.detail}" for reason in judgement.reasons)
        )
    if judgement.error:
        lines.append(f"    error: {judgement.error}")
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.detection.ours", description="Score the detector.")
    parser.add_argument("out", type=Path, nargs="+", help="folders made by a generator")
    parser.add_argument("--wrong", action="store_true", help="list the files with a wrong verdict")
    parser.add_argument("--confused", action="store_true", help="list client data that was not found, and false alarms")
    parser.add_argument("--kind", default="", help="list the files where this kind is missed or found wrongly")
    parser.add_argument("--case", default="", help="only files whose truth, case, trap or path holds this text")
    parser.add_argument("--all-cases", action="store_true", help="also cases without a wrong file in the tables")
    wanted = parser.parse_args()
    scored = []
    started = time.perf_counter()
    for folder in wanted.out:
        laptop = read_manifest(folder)
        for file, judgement in judged(folder, laptop, wanted.case.lower()):
            outcome = outcome_of(laptop, judgement)
            scored.append((file, outcome))
            is_listed = wanted.kind and wanted.kind in {*kinds_missed(file, outcome), *kinds_extra(file, outcome)}
            is_listed = is_listed or (wanted.confused and is_confused(file, outcome))
            if is_listed or (wanted.wrong and is_wrong(file, outcome)):
                print(explained(file, judgement, outcome))
    print(rendered(score_files(scored), all_cases=wanted.all_cases))
    print(f"{time.perf_counter() - started:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
