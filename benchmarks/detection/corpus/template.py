"""Templates of documents: each a function that fills a scene and hands back a paper, registered with what is true of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from benchmarks.detection.labels import Truth

if TYPE_CHECKING:
    from benchmarks.detection.corpus.scene import Scene

# How a paper is tied to a client: somehow or not at all; by its origin or label; by words in it or around it; not at all.
Ties: TypeAlias = Literal["any", "strong", "words", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A finished document. `folder` is relative to the laptop, with `/` between its parts."""

    name: str
    content: bytes
    folder: str
    hard: str | None
    hidden: bool
    origin_url: str | None
    referrer_url: str | None


Make: TypeAlias = "Callable[[Scene], Paper]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    truth: Truth
    case: str
    make: Make
    ties: Ties
    hard: str | None
    weight: int
    by_firm: bool  # the consultant or a colleague made it


TEMPLATES: list[Template] = []  # filled by importing benchmarks.detection.corpus.templates


def template(
    truth: Truth,
    case: str,
    *,
    ties: Ties | None = None,
    hard: str | None = None,
    weight: int = 1,
    by_firm: bool = False,
) -> Callable[[Make], Make]:
    """Registers the function below. Client data has any tie unless told otherwise, everything else none. `weight`: how
    often it is made in comparison with others of its truth. `by_firm`: as project documentation is, made at the firm."""
    chosen = ties or ("any" if truth == "client-data" else "none")

    def register(make: Make) -> Make:
        TEMPLATES.append(
            Template(
                truth=truth,
                case=case,
                make=make,
                ties=chosen,
                hard=hard,
                weight=weight,
                by_firm=by_firm or truth == "documentation",
            )
        )
        return make

    return register
