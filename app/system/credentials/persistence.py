"""How long the credential store keeps our keys, and whether they stay on this machine. Source: design, Keys."""

from __future__ import annotations

import sys
from enum import StrEnum

from app.domain.ports import Keys
from app.system.credentials._store import CredentialStoreKeys


class Persistence(StrEnum):
    MACHINE = "machine"  # kept, on this machine alone
    ROAMS = "roams"  # goes to other machines of the same person
    SESSION = "session"  # gone at sign-out


def persistence(keys: Keys, name: str = "database") -> Persistence | None:
    """Of the entry `name`. None: keys elsewhere than in the credential store, or it does not tell.

    Raises EnvironmentLacking as the keys themselves do.
    """
    if not isinstance(keys, CredentialStoreKeys):
        return None
    keys.get(name)  # a store that is locked or gone says so in its own sentence
    if sys.platform == "win32":
        from app.system.credentials._windows import persistence_of

        return persistence_of(keys.entry(name))
    else:  # noqa: RET505  # the type checker skips this branch for Windows
        from app.system.credentials._linux import persistence_of_default

        return persistence_of_default()
