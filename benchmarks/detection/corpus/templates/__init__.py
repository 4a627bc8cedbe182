"""The templates by area. Importing this package registers all of them."""

from benchmarks.detection.corpus.templates import (
    business,
    care,
    citizens,
    documentation,
    letters,
    own_papers,
    payroll,
    technical,
    unreadable,
)

__all__ = [
    "business",
    "care",
    "citizens",
    "documentation",
    "letters",
    "own_papers",
    "payroll",
    "technical",
    "unreadable",
]
