"""What a toast says: the place and the step, in counts and moments alone. Source: look, Toasts."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from app.domain.messages import Message, msg
from app.domain.toast import News, Spot, ToastRequest, Topic

MOST_LINES = 3  # what a notification shows without being opened

OVERVIEW, FINDINGS, VAULT = "overview", "findings", "vault"
# Of the window; everything else stands on the overview.
PAGES: Final = MappingProxyType({Topic.FINDINGS: FINDINGS, Topic.VAULT_HELD: VAULT})


def toast_of(news: Sequence[News]) -> ToastRequest:
    """One toast for all of `news`, which come the gravest first. Several topics: a count, and a line for each."""
    may_wait = not any(item.again for item in news)
    if len(news) == 1:
        (only,) = news
        page = PAGES.get(only.topic, OVERVIEW)
        return ToastRequest(
            news=(only,), title=_title(only), body=(_step(only),), page=page, subject=only.subject, may_wait=may_wait
        )
    lines = tuple(_title(item) for item in news)
    title = msg("toast.several", n=len(news))
    return ToastRequest(news=tuple(news), title=title, body=lines[:MOST_LINES], page=OVERVIEW, may_wait=may_wait)


def _title(news: News) -> Message:
    n = news.count
    match news.topic:
        case Topic.LOCK_FAILED:
            return msg("toast.lock-failed")
        case Topic.DELETION_BLOCKED:
            return msg("toast.deletion-blocked", n=n)
        case Topic.DELETION_BY_HAND:
            return msg("toast.deletion-by-hand")
        case Topic.DELETION_WAITS:
            return msg("toast.deletion-waits", n=n)
        case Topic.DELETION_ASKS:
            return msg("toast.deletion-asks", n=n)
        case Topic.DELETION_NOT_PROVEN:
            return msg("toast.deletion-not-proven", n=n)
        case Topic.DELETION_SOON:
            return msg("toast.deletion-soon", n=n, due=news.act_by or news.latest_at)
        case Topic.VAULT_HELD:
            return msg("toast.vault-held", n=n)
        case Topic.FINDINGS:
            return _found(news.spot, n) if news.certain else _likely(news.spot, n)


def _found(spot: Spot, n: int) -> Message:
    match spot:
        case Spot.DOWNLOADS:
            return msg("toast.found-downloads", n=n)
        case Spot.DOCUMENTS:
            return msg("toast.found-documents", n=n)
        case Spot.DESKTOP:
            return msg("toast.found-desktop", n=n)
        case Spot.WATCHED:
            return msg("toast.found-watched", n=n)
        case Spot.LAPTOP:
            return msg("toast.found-laptop", n=n)


def _likely(spot: Spot, n: int) -> Message:
    """Judged by content alone: nobody knows whose it is."""
    match spot:
        case Spot.DOWNLOADS:
            return msg("toast.likely-downloads", n=n)
        case Spot.DOCUMENTS:
            return msg("toast.likely-documents", n=n)
        case Spot.DESKTOP:
            return msg("toast.likely-desktop", n=n)
        case Spot.WATCHED:
            return msg("toast.likely-watched", n=n)
        case Spot.LAPTOP:
            return msg("toast.likely-laptop", n=n)


def _step(news: News) -> Message:
    match news.topic:
        case Topic.LOCK_FAILED:
            return msg("toast.lock-failed-step")
        case Topic.DELETION_BLOCKED:
            return msg("toast.deletion-blocked-step")
        case Topic.DELETION_BY_HAND:
            return msg("toast.deletion-by-hand-step")
        case Topic.DELETION_WAITS:
            return msg("toast.deletion-waits-step")
        case Topic.DELETION_ASKS:
            return msg("toast.deletion-asks-step")
        case Topic.DELETION_NOT_PROVEN:
            return msg("toast.deletion-not-proven-step")
        case Topic.DELETION_SOON:
            return msg("toast.deletion-soon-step")
        case Topic.VAULT_HELD:
            return msg("toast.vault-held-step")
        case Topic.FINDINGS:
            return msg("toast.found-step") if news.certain else msg("toast.likely-step")
