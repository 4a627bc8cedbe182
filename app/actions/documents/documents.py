"""What people and guards do with documentation: file it, see how it stands, decide, bring it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.domain.document import DocumentRow, Restored, SyncStatus
from app.domain.errors import NotBuiltYet
from app.domain.messages import msg
from app.domain.ports import Progress

Told = Callable[[int, int], None]  # documents done, documents in all


class DocumentActions:
    """Window, command line and guard use the same. All but `status` may take long and raise the errors of
    `app.domain.remote_errors`."""

    def status(self, *, with_filed: bool = True) -> SyncStatus:
        """How all documents stand, from the store alone. `with_filed` False: `items` without those that need nobody."""
        raise NotBuiltYet(msg("command.not-built", command="sync"))

    def once(self, progress: Told | None = None, *, agreed: bool = False) -> SyncStatus:
        """Look at all folders and at the remote, file what may be filed. `agreed`: also where many changed at once."""
        raise NotBuiltYet(msg("command.not-built", command="sync"))

    def agree(self, code: str | None = None) -> None:
        """Let the many changes of a project (None: of all) through the brake at the next look."""
        raise NotBuiltYet(msg("command.not-built", command="sync"))

    def release(self, starts: tuple[str, ...], reason: str) -> tuple[DocumentRow, ...]:
        """Held back for what is allowed (business contact data only, no client data): filed at the next look. Counts for
        this content. Raises InputError where policy does not allow it (special categories, BSN, a client's origin)."""
        raise NotBuiltYet(msg("command.not-built", command="sync"))

    def keep_mine(self, start: str) -> DocumentRow:
        """A conflict: what is here replaces what is there, if that still is what was shown."""
        raise NotBuiltYet(msg("command.not-built", command="sync"))

    def keep_theirs(self, start: str) -> DocumentRow:
        """A conflict or an offer: what is there replaces what is here, if that still is what was shown. A document that
        never was here comes here; one that was deleted there is left out of filing, and stays here."""
        raise NotBuiltYet(msg("command.not-built", command="sync"))

    def keep_both(self, start: str) -> DocumentRow:
        """A conflict: theirs gets the name, mine is filed beside it under a name with person and time."""
        raise NotBuiltYet(msg("command.not-built", command="sync"))

    def restore(self, code: str, target: Path, progress: Progress | None = None) -> Restored:
        """Bring a project back into a new or empty folder, verified; takes up where an earlier one stopped."""
        raise NotBuiltYet(msg("command.not-built", command="sync"))

    def drill(self, code: str, progress: Progress | None = None) -> Restored:
        """Bring a project back as a test: each document is fetched, compared and dropped. Journalled with its date."""
        raise NotBuiltYet(msg("command.not-built", command="sync"))
