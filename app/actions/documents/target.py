"""Where documentation is filed at this moment, and what has to be known of that place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.document_steps import may_be_rewritten
from app.domain.remote_ports import DocumentRemote


def _nothing() -> None:
    """It always looks anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingTarget:
    """`name` tells two remotes apart: what was filed at one says nothing about another. `rewrites`: it changes Office
    documents after they came in. `side_by_side`: uploads at a time. `site_characters`: of a path before the project's place;
    `folder`: the plain folder that it is, which is never walked as documentation;
    `look_now`: a person asks, so what stands there is asked anew, however short ago that was done."""

    remote: DocumentRemote
    name: str
    rewrites: bool = False
    side_by_side: int = 2
    site_characters: int = 0
    folder: str | None = None
    look_now: Callable[[], None] = _nothing

    def may_rewrite(self, path: str) -> bool:
        return self.rewrites and may_be_rewritten(path)
