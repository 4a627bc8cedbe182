"""The errors a user can meet: what happened, to what, what to do next. Never contents of a file or names of persons."""

from __future__ import annotations

from app.domain.messages import Message, msg


class AssistantError(Exception):
    """Root of all expected errors. `message` is rendered by the edge; `exit_code` is the command line's (contract)."""

    exit_code = 2

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


class InputError(AssistantError):
    """What was asked cannot be done as asked: wrong value, unknown id, forbidden by the procedure. Exit 2."""


class NotFoundError(InputError):
    """No thing with that id, code or name; or the start of an id fits several."""


class Stopped(AssistantError):
    """A person stopped long work, by raising this in its `Progress`. What was begun is taken back, what was finished stays."""

    def __init__(self) -> None:
        super().__init__(msg("progress.stopped"))


class EnvironmentLacking(AssistantError):
    """The environment lacks something: key, disk, credential store, readable database. Exit 3; nothing was changed."""

    exit_code = 3


class NotBuiltYet(EnvironmentLacking):
    """A command of the contract that a later version brings."""


class GuardError(AssistantError):
    """A guard could not look. The runner shows `unknown`, never green."""

    exit_code = 3
