"""One process that works with a vault until it is killed or done: `python -m tests.vault.work SEAL|OPEN ROOT KEY_FILE`."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from app.domain.errors import AssistantError
from app.system.credentials import key_file_keys
from app.vault.vault import Vault

KEY = "agreement.one"


def main(work: str, folder: str, limit: str = "") -> int:
    root = Path(folder)
    vault = Vault(root / "data" / "vault", key_file_keys(root / "keys" / "keys.json"), None)
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
    print("ready", flush=True)
    try:
        if work == "seal":
            vault.seal(root / "source", "copy1", KEY)
        else:
            vault.open("sealed", KEY, root / "out" / "opened", (root / "sha256").read_text())
    except AssistantError as error:
        print(error.message.id, flush=True)
        return error.exit_code
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
