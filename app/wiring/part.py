"""A part that is made when it is first used, and what it is a part of."""

from __future__ import annotations

import threading
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

T = TypeVar("T")


class part(cached_property[T]):  # noqa: N801  # used as a decorator, like its base
    """Made when it is first used, once, whichever thread asks: window, guards and jobs share one assistant."""

    if not TYPE_CHECKING:  # typed like its base

        def __get__(self, instance, owner=None):
            if instance is None or self.attrname in instance.__dict__:
                return super().__get__(instance, owner)
            with instance.making:
                return super().__get__(instance, owner)


class Parts:
    """What has parts. `making` is held while one of them is made."""

    def __init__(self) -> None:
        self.making = threading.RLock()

    def is_made(self, name: str) -> bool:
        """Whether somebody used the part already; asking makes nothing."""
        return name in self.__dict__
