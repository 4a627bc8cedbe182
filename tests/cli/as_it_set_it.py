"""The program with a policy of its own, as if IT had put it on this machine: `python -m tests.cli.as_it_set_it FILE ARGUMENTS`
("-" for none).

Only the place of the file and who owns it are others; it is read, and trusted, by the real code. Linux alone.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from app.__main__ import main
from app.system.policy import PolicySource


def with_policy(path: Path) -> None:
    """From now on the policy of this machine is the one at `path`."""
    from app.system import policy
    from app.system.policy._linux import FilePolicy

    def of_file() -> PolicySource:
        return FilePolicy(path, owner=os.getuid())

    policy.system_policy = of_file


if __name__ == "__main__":
    if sys.argv[1] != "-":
        with_policy(Path(sys.argv[1]))
    sys.argv = ["vroom-assistant", *sys.argv[2:]]
    sys.exit(main())
