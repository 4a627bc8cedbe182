"""The templates: each a function that makes one file, with what is true of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.detection.labels import Truth

from .desk import Desk, Made

Maker = Callable[[Desk], Made]


@dataclass(frozen=True, slots=True)
class Case:
    """`weight`: how often against its neighbours of the same truth."""

    name: str
    truth: Truth
    make: Maker
    weight: float


class Catalogue:
    """Cases in the order in which their modules add them."""

    def __init__(self) -> None:
        self.cases: list[Case] = []

    def case(self, name: str, truth: Truth, weight: float = 1) -> Callable[[Maker], Maker]:
        def add(make: Maker) -> Maker:
            self.cases.append(Case(name, truth, make, weight))
            return make

        return add
