"""Files that change, are replaced or renamed by another program while they are sealed: no version is lost or mixed."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults.scene import Scene

# Each version is one byte, repeated: a mix of two would show. The last line tells the last version written.
_REPLACING = """
import os, sys
path, fresh = sys.argv[1], sys.argv[1] + ".fresh"
print("goes", flush=True)
version = 0
os.set_blocking(0, False)
while not sys.stdin.buffer.read(1):
    version += 1
    with open(fresh, "wb") as file:
        file.write(bytes([version % 250]) * 300_000)
    os.replace(fresh, path)
print(version % 250, flush=True)
"""
_REWRITING = """
import os, sys
print("goes", flush=True)
version = 0
os.set_blocking(0, False)
while not sys.stdin.buffer.read(1):
    version += 1
    with open(sys.argv[1], "wb") as file:
        file.write(bytes([version % 250]) * 300_000)
print(version % 250, flush=True)
"""


class Writer:
    """Another program at work on `path`; `last` is the version it wrote last."""

    last = 0


@contextmanager
def writing(program: str, path: Path) -> Iterator[Writer]:
    running = subprocess.Popen(
        [sys.executable, "-c", program, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert running.stdin is not None
    assert running.stdout is not None
    assert running.stdout.readline().strip() == b"goes"
    writer = Writer()
    try:
        yield writer
    finally:
        running.stdin.write(b"x")
        running.stdin.close()
        writer.last = int(running.stdout.readline())
        running.wait(timeout=30)
        running.stdout.close()


@pytest.mark.parametrize("program", [_REPLACING, _REWRITING], ids=["replaced", "rewritten"])
def test_a_file_that_never_rests_is_sealed_whole_or_not_at_all(scene: Scene, program: str) -> None:
    path = scene.downloads / "onrustig.bin"
    with writing(program, path) as writer:
        answers = [scene.run("copy", "add", path, "--agreement", scene.agreement) for _ in range(12)]
    assert {answer.code for answer in answers} <= {0, 2}
    assert all(len(answer.err.strip().splitlines()) <= 1 for answer in answers)
    versions = [path.read_bytes()] if path.exists() else []
    for copy in scene.copies().values():
        versions.append(Path(scene.done("vault", "open", copy["id"])["path"]).read_bytes())
        scene.done("vault", "seal", copy["id"])
    for version in versions:
        assert len(version) == 300_000
        assert len(set(version)) == 1
    assert writer.last in {version[0] for version in versions}
    scene.check_sound()


def test_what_is_no_file_is_one_sentence_and_exit_2(scene: Scene) -> None:
    fifo, link, folder = scene.downloads / "fifo", scene.downloads / "link", scene.downloads / "map"
    os.mkfifo(fifo)
    link.symlink_to(scene.file("echt.xlsx"))
    folder.mkdir()
    with socket.socket(socket.AF_UNIX) as server:
        there = os.open(scene.downloads, os.O_RDONLY)
        server.bind(f"/proc/self/fd/{there}/socket")
        os.close(there)
        for path in (fifo, link, folder, scene.downloads / "socket", Path("/dev/zero"), scene.downloads / "weg"):
            for words in ((), ("--in-place",)):
                answer = scene.run("copy", "add", path, "--agreement", scene.agreement, *words)
                assert answer.code == 2, (path, answer)
                assert len(answer.err.strip().splitlines()) == 1
    assert (scene.downloads / "echt.xlsx").exists()
    assert scene.copies() == {}
    scene.check_sound()


@pytest.mark.parametrize(
    "name",
    ["regel\neinde.xlsx", "a\"b'c.xlsx", "\u202exslx.exe", "🎉.xlsx", "\udcff\udcfe.xlsx", "n" * 245 + ".xlsx"],
    ids=["newline", "quotes", "right-to-left", "emoji", "bytes", "long"],
)
def test_any_name_goes_in_and_out_and_away(scene: Scene, name: str) -> None:
    path = scene.file(name)
    content = path.read_bytes()
    copy = scene.sealed(path)
    assert Path(scene.done("vault", "open", copy)["path"]).read_bytes() == content
    scene.done("vault", "seal", copy)
    loose = scene.file(name)
    scene.done("copy", "add", loose, "--agreement", scene.agreement, "--in-place")
    scene.expire()
    scene.done("delete-due")
    assert list(scene.downloads.iterdir()) == []
    assert {row["state"] for row in scene.copies().values()} == {"deleted"}
    (certificate,) = scene.done("certificate", "list")["items"]
    target = scene.root / "verklaring.json"
    scene.done("certificate", "export", certificate["id"], target)
    assert scene.done("certificate", "verify", target)["valid"]
    scene.check_sound()
