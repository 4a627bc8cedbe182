"""The peers' own environment: made once from locked packages, used again as long as the lock is the same."""

from __future__ import annotations

import hashlib
import subprocess
import venv
from pathlib import Path

LOCK = Path(__file__).with_name("peers") / "requirements.txt"
DEFAULT = Path(__file__).resolve().parents[2] / "build" / "peers"


def python_of_peers(folder: Path = DEFAULT) -> Path:
    """The interpreter that has them; installs what is missing. Raises CalledProcessError without a package index."""
    python = folder / "bin" / "python"
    mark = folder / "lock.sha256"
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if not python.exists() or not mark.exists() or mark.read_text() != digest:
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "--require-hashes", "-r", str(LOCK)], check=True)
        mark.write_text(digest)
    return python
