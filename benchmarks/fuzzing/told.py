"""What the real program tells of documents: printed, logged, kept in its data directory, also inside its database."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from app.store.connection import connect
from app.store.directory import DataDirectory
from app.system.credentials import keys_for

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 600


class CommandLine:
    """The program with a home and a data directory of its own, below `folder`."""

    def __init__(self, folder: Path) -> None:
        self._home, self._data = folder / "home", folder / "data"
        self._home.mkdir(parents=True)
        self._run("client", "add", "Gemeente Meeuwenoord", "--keyword", "zilverduin", "--domain", "zilverduin.example")

    def said_of(self, documents: Path) -> Iterator[str | bytes]:
        """Judge what is in the folder, register what is found, and give all that was said and kept."""
        yield from self._run("scan", "--register", "--jsonl", str(documents))
        yield from self._run("finding", "list")
        yield from self._run("journal", "list")
        for path in sorted((*self._home.rglob("*"), *self._data.rglob("*"))):
            if path.is_file():
                yield path.read_bytes()
        yield from self._records()

    def _run(self, *words: str) -> tuple[str, str]:
        keep = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "DBUS_"))}
        done = subprocess.run(
            [sys.executable, "-m", "app", "--data-dir", str(self._data), *words],
            cwd=ROOT,
            env={**keep, "HOME": str(self._home), "PYTHONUTF8": "1"},
            capture_output=True,
            timeout=SECONDS,
        )
        return done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")

    def _records(self) -> Iterator[str | bytes]:
        """Every value of every table."""
        directory = DataDirectory(self._data)
        record = directory.read()
        assert record is not None, "the program made it"
        key = keys_for(record.id, record.key_source, directory.key_file).get("database")
        assert key is not None, "and its keys"
        connection = connect(directory.database, key, read_only=True)
        try:
            names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
            for name in names:
                for row in connection.execute(f'SELECT * FROM "{name}"'):
                    yield from (value if isinstance(value, bytes) else str(value) for value in row)
        finally:
            connection.close()
