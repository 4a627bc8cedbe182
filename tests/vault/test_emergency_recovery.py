"""The recipe in docs/emergency-recovery.md, run as it is printed there, with the stock `age`."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.system.credentials import MemoryKeys
from app.vault.vault import Vault
from tests.vault.fakes import content_of

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "emergency-recovery.md"
KEY = "agreement.one"
needs_age = pytest.mark.skipif(
    sys.platform == "win32" or shutil.which("age") is None, reason="needs a shell and the age command"
)


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def run(script: str, home: Path) -> str:
    environment = {"HOME": str(home), "PATH": os.environ["PATH"], "LC_ALL": "C"}
    done = subprocess.run(["sh", "-eu"], input=script, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


@needs_age
def test_the_recipe_opens_copies_and_evidence_without_our_program_or_keys(tmp_path: Path) -> None:
    """The keys are gone and one file is damaged, as in an emergency."""
    make_key, open_one, open_all, clean_up = blocks("sh")
    recipient = run(make_key, tmp_path).splitlines()[-1]
    assert recipient.startswith("age1")

    data = tmp_path / ".local" / "share" / "vroom-assistant"
    contents = {"copy1": content_of(200_000, 1), "copy2": b"", "copy3": b"Salarissen mei\n" * 9}
    seal_all(data, recipient, contents)

    printed = run(open_one, tmp_path)
    assert (tmp_path / "recovered-one" / "file").read_bytes() in contents.values()
    assert re.match(r"[0-9a-f]{64} ", printed)

    damaged = data / "vault" / "copy1.age"
    damaged.write_bytes(damaged.read_bytes()[:-1])
    run(open_all, tmp_path)
    recovered = tmp_path / "recovered"
    found = {path.name: path.read_bytes() for path in (recovered / "vault").iterdir()}
    assert found == {name: content for name, content in contents.items() if name != "copy1"}
    assert (recovered / "evidence" / "proof1").read_bytes() == b"From: privacy@client.example\n\nAkkoord.\n"
    assert (recovered / "not-opened.txt").read_text().split() == [str(damaged)]
    assert len((recovered / "sha256.txt").read_text().splitlines()) == 3

    run(clean_up, tmp_path)
    assert not recovered.exists()
    assert not (tmp_path / "recovered-one").exists()


def seal_all(data: Path, recipient: str, contents: dict[str, bytes]) -> None:
    """A vault as a laptop has it, whose keys nobody has any more."""
    vault = Vault(data / "vault", MemoryKeys(), recipient)
    vault.ensure_key(KEY)
    for file_id, content in contents.items():
        data.mkdir(parents=True, exist_ok=True)
        source = data.parent / "source"
        source.write_bytes(content)
        vault.seal(source, file_id, KEY)
        source.unlink()
    vault.seal_bytes(b"From: privacy@client.example\n\nAkkoord.\n", "proof1")


def test_powershell_gets_the_same_steps() -> None:
    """They cannot run here; at least none is forgotten when the other changes."""
    linux, windows = blocks("sh"), blocks("powershell")
    assert len(linux) == len(windows) == 4
    for one, other in zip(linux, windows, strict=True):
        assert re.findall(r"\bage(?:-keygen -\w| --\w+)", one) == re.findall(r"\bage(?:-keygen -\w| --\w+)", other)
        assert sorted(set(re.findall(r"recovered(?:-one)?\b", one))) == sorted(
            set(re.findall(r"recovered(?:-one)?\b", other))
        )
