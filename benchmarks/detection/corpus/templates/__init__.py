"""The templates by area. Importing this package registers all of them."""

from benchmarks.detection.corpus.templates import (
    business,
    care,
    citizens,
    documentation,
    english,
    letters,
    machine,
    more_citizens,
    own_papers,
    payroll,
    personnel,
    plans,
    private,
    public,
    technical,
    unreadable,
)

__all__ = [
    "business",
    "care",
    "citizens",
    "documentation",
    "english",
    "letters",
    "machine",
    "more_citizens",
    "own_papers",
    "payroll",
    "personnel",
    "plans",
    "private",
    "public",
    "technical",
    "unreadable",
]
