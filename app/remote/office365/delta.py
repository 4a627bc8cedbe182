"""The stream of changes of the site's library. Links are opaque, the last word about an id counts.

Source: https://learn.microsoft.com/graph/api/driveitem-delta
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.domain.messages import msg
from app.domain.remote_errors import RemoteRejected, RemoteUnreachable
from app.remote.office365.client import Answer, GraphClient, objects
from app.remote.office365.items import DriveItem, item_of
from app.remote.office365.refusals import codes

_GONE: Final = frozenset({410})
_UPLOAD: Final = "resyncchangesuploaddifferences"


@dataclass(frozen=True, slots=True)
class Stretch:
    """What came since a link, by id, and the link from which to go on."""

    items: dict[str, DriveItem]
    link: str


class Resync(Exception):
    """The server cannot tell what changed since a link: enumerate again from `link` (None: from the beginning), then compare.
    `missing_is_ours`: what is not there then is to be filed again, not taken for deleted."""

    def __init__(self, link: str | None, *, missing_is_ours: bool) -> None:
        super().__init__("resync")
        self.link = link
        self.missing_is_ours = missing_is_ours


class Delta:
    """Any thread."""

    def __init__(self, client: GraphClient) -> None:
        self._client = client

    def latest(self, drive: str) -> str:
        """The link that tells what changes from now on. A server that does not know "latest" enumerates everything first, or
        refuses it; then it is enumerated without."""
        for params in ({"token": "latest"}, None):
            try:
                return self._follow(f"{drive}/root/delta", params, keep=False).link
            except Resync:
                continue
        raise RemoteUnreachable(msg("graph.no-answer"))

    def since(self, link: str) -> Stretch:
        """Raises Resync."""
        return self._follow(link, None, keep=True)

    def everything(self, drive: str, link: str | None) -> Stretch:
        """The whole library, from the link that a Resync gave. Raises Resync."""
        return self._follow(link or f"{drive}/root/delta", None, keep=True)

    def _follow(self, link: str, params: dict[str, str] | None, *, keep: bool) -> Stretch:
        items: dict[str, DriveItem] = {}
        seen: set[str] = set()
        while True:
            page = self._page(link, params)
            for told in objects(page.body.get("value") if keep else None):
                item = item_of(told)
                if item is not None:
                    items.pop(item.id, None)  # the last word, also in the order
                    items[item.id] = item
            following = page.body.get("@odata.nextLink")
            if not isinstance(following, str):
                break
            if following in seen:
                raise RemoteUnreachable(msg("graph.no-answer"))
            seen.add(following)
            link, params = following, None
        end = page.body.get("@odata.deltaLink")
        if not isinstance(end, str):
            raise RemoteUnreachable(msg("graph.no-answer"))
        return Stretch(items, end)

    def _page(self, link: str, params: dict[str, str] | None) -> Answer:
        try:
            answer = self._client.request("GET", link, params=params, accept=_GONE)
        except RemoteRejected:
            raise Resync(None, missing_is_ours=False) from None  # a link that is no longer understood
        if answer.status == 410:
            ours = any(code.lower() == _UPLOAD for code in codes(answer.body))
            raise Resync(answer.headers.get("location"), missing_is_ours=ours)
        return answer
