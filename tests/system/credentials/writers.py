"""Many processes that write keys at once: `python -m tests.system.credentials.writers SOURCE ID KEY_FILE PREFIX COUNT`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from app.domain.ports import Keys, KeySource
from app.system.credentials import keys_for

ROOT = Path(__file__).resolve().parents[3]


def secret_of(name: str) -> bytes:
    return name.encode().ljust(32, b".")


def start(source: KeySource, directory_id: str, key_file: Path, prefix: str, count: int) -> subprocess.Popen[bytes]:
    arguments = [source.value, directory_id, str(key_file), prefix, str(count)]
    return subprocess.Popen([sys.executable, "-m", "tests.system.credentials.writers", *arguments], cwd=ROOT)


def assert_none_is_lost(
    source: KeySource, directory_id: str, key_file: Path, keys: Keys, *, processes: int, count: int
) -> None:
    running = [start(source, directory_id, key_file, f"p{number}", count) for number in range(processes)]
    assert [process.wait(100) for process in running] == [0] * processes
    names = [f"p{process}.{number}" for process in range(processes) for number in range(count)]
    assert [name for name in names if keys.get(name) != secret_of(name)] == []
    assert keys.get("shared") in [secret_of(f"p{number}") for number in range(processes)]


def main(source: str, directory_id: str, key_file: str, prefix: str, count: str) -> None:
    keys = keys_for(directory_id, KeySource(source), Path(key_file))
    for number in range(int(count)):
        name = f"{prefix}.{number}"
        keys.put(name, secret_of(name))
        assert keys.get(name) == secret_of(name)
    made = keys.create("shared", lambda: secret_of(prefix))
    assert made == keys.get("shared")


if __name__ == "__main__":
    main(*sys.argv[1:])
