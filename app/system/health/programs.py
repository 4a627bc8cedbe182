"""Programs of the system that tell something: started without a shell, with a limit, in the language of scripts."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence

from app.domain.health import Unknown
from app.system.health import NotSeen

PATIENCE_SECONDS = 5.0


def answer_of(command: Sequence[str], seconds: float = PATIENCE_SECONDS) -> str:
    """What it prints. Raises NotSeen when it is not there, fails or takes longer."""
    environment = {**os.environ, "LC_ALL": "C"}
    try:
        done = subprocess.run(  # a fixed program with fixed arguments
            command, capture_output=True, timeout=seconds, check=True, stdin=subprocess.DEVNULL, env=environment
        )
    except subprocess.TimeoutExpired as error:
        raise NotSeen(Unknown.SLOW) from error
    except (OSError, subprocess.CalledProcessError) as error:
        raise NotSeen(Unknown.NOT_TOLD) from error
    return done.stdout.decode("utf-8", "replace").strip()
