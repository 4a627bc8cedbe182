"""One sender in a process of its own: ours, or a bare loop with the same rules. Prints one JSON object.

The bare loop is what can be had without keeping any promise: one request for a small document, a session with fragments of
10 MiB for a large one; no digest, no look at what came of it, no second try.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import requests

from app.actions.office import Office
from app.actions.remote_memory import StoredMemory
from app.domain.moments import ClockJudgement
from app.domain.office365 import Office365Settings, office365_of
from app.domain.remote_files import UnfinishedUpload
from app.domain.remote_ports import SignedIn
from app.remote.office365.fragments import FRAGMENT
from app.remote.office365.http import OfficeSession
from app.remote.office365.office365 import Office365, office365_on
from app.store import Store

SMALL_BYTES = 20_000


class OneToken:
    """Implements `Tokens` with the token that the server gave."""

    def __init__(self, token: str) -> None:
        self._token = token

    def token(self, *, claims: str | None = None, rejected: str | None = None) -> str:
        return self._token

    def signed_in(self) -> SignedIn | None:
        return SignedIn(account="anna@vroom.example", name="Anna Bakker", tenant="")


class Present:
    """Implements `Clock`."""

    def now(self) -> datetime:
        return datetime.now(UTC).replace(microsecond=0)

    def judgement(self) -> ClockJudgement:
        raise NotImplementedError


def settings_of(told: dict[str, str]) -> Office365Settings:
    keys = ("tenant_id", "client_id", "authority", "graph_url", "ca_file")
    reading = office365_of({f"office365.{key}": told[key] for key in keys} | {"office365.site": told["site_url"]})
    assert reading.settings is not None, reading.problems
    return reading.settings


def ours(told: dict[str, str], state: Path) -> Office365:
    """As the assistant has it: what it remembers lies in the encrypted store."""
    settings = settings_of(told)
    clock = Present()
    store = Store.create(state / "store.db", bytes(32), bytes(range(32)), clock.now())
    memory = StoredMemory(Office(store, clock))
    return office365_on(settings, OfficeSession(settings, "0.0"), OneToken(told["token"]), memory, clock.now)


def small_documents(count: int) -> Iterator[tuple[str, bytes]]:
    for number in range(count):
        yield f"map-{number % 20}/document-{number}.txt", number.to_bytes(4, "little") * (SMALL_BYTES // 4)


def send_ours(office: Office365, place: str, documents: list[tuple[str, Path | bytes]], side_by_side: int) -> None:
    def send(document: tuple[str, Path | bytes]) -> None:
        path, content = document
        if isinstance(content, bytes):
            import io

            _upload(office, place, path, io.BytesIO(content), hashlib.sha256(content).hexdigest(), len(content))
            return
        with content.open("rb", buffering=0) as file:
            # The engine knows the digest already: the detector has read the document before.
            _upload(office, place, path, file, content.with_suffix(".sha256").read_text(), content.stat().st_size)

    with ThreadPoolExecutor(side_by_side) as pool:
        list(pool.map(send, documents))


def _upload(office: Office365, place: str, path: str, source: Any, sha256: str, size_bytes: int) -> None:
    kept: list[UnfinishedUpload | None] = []

    def remember(unfinished: UnfinishedUpload | None) -> None:
        office.memory.put("unfinished", None if unfinished is None else unfinished.secret)
        kept.append(unfinished)

    office.documents.upload(
        place,
        path,
        source,
        sha256=sha256,
        size_bytes=size_bytes,
        replaces=None,
        unfinished=None,
        remember=remember,
    )


class Bare:
    def __init__(self, told: dict[str, str]) -> None:
        self._graph = told["graph_url"]
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.verify = told["ca_file"]
        self._signed = {"Authorization": f"Bearer {told['token']}"}
        self._drive = f"{self._graph}/sites/{told['site_id']}/drive/root"

    def make_folders(self, place: str, count: int) -> None:
        for parent, name in [("", place), *((f":/{place}:", f"map-{number}") for number in range(count))]:
            body = {"name": name, "folder": {}, "@microsoft.graph.conflictBehavior": "fail"}
            answer = self._session.post(f"{self._drive}{parent}/children", json=body, headers=self._signed)
            answer.raise_for_status()

    def send(self, place: str, documents: list[tuple[str, Path | bytes]]) -> None:
        for path, content in documents:
            address = f"{self._drive}:/{place}/{path}:"
            if isinstance(content, bytes):
                put = f"{address}/content?@microsoft.graph.conflictBehavior=fail"
                self._session.put(put, data=content, headers=self._signed).raise_for_status()
            else:
                self._large(address, content)

    def _large(self, address: str, content: Path) -> None:
        body = {"item": {"@microsoft.graph.conflictBehavior": "fail"}}
        opened = self._session.post(f"{address}/createUploadSession", json=body, headers=self._signed)
        opened.raise_for_status()
        size, start = content.stat().st_size, 0
        with content.open("rb", buffering=0) as file:
            while start < size:
                piece = file.read(FRAGMENT)
                headers = {"Content-Range": f"bytes {start}-{start + len(piece) - 1}/{size}"}
                self._session.put(opened.json()["uploadUrl"], data=piece, headers=headers).raise_for_status()
                start += len(piece)


def peak_bytes() -> int:
    """The most memory that this process ever had in use."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024
    import psutil

    return int(psutil.Process().memory_info().peak_wset)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("who", choices=("ours", "bare"))
    parser.add_argument("--state", type=Path, required=True)
    parser.add_argument("--place", required=True)
    parser.add_argument("--small", type=int, default=0)
    parser.add_argument("--large", type=Path)
    parser.add_argument("--side-by-side", type=int, default=1)
    chosen = parser.parse_args()
    told: dict[str, str] = json.loads(sys.stdin.readline())
    documents: list[tuple[str, Path | bytes]] = list(small_documents(chosen.small))
    if chosen.large is not None:
        documents.append(("map-0/large.bin", chosen.large))
    send: Callable[[], None]
    bare = Bare(told)
    bare.make_folders(chosen.place, 20)  # for either: what is measured is the documents
    if chosen.who == "bare":
        send = lambda: bare.send(chosen.place, documents)  # noqa: E731
    else:
        office = ours(told, chosen.state)
        office.site.ids()
        send = lambda: send_ours(office, chosen.place, documents, chosen.side_by_side)  # noqa: E731
    began, worked = perf_counter(), process_time()
    send()
    seconds = perf_counter() - began
    print(json.dumps({"seconds": seconds, "cpu_seconds": process_time() - worked, "peak_bytes": peak_bytes()}))


if __name__ == "__main__":
    main()
