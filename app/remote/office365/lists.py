"""A list of the firm's SharePoint site: small records that several people write, each their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.remote.office365.client import GraphClient


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """`version`: its eTag. `created_by`, `modified_by`: mail address or user principal name, lower case, as SharePoint saw
    them; None where it does not tell. `fields`: columns by their internal name."""

    id: str
    version: str
    fields: Mapping[str, Any]
    created_by: str | None = None
    modified_by: str | None = None
    modified_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListChanges:
    """`items`: new or changed since the cursor; `gone`: ids that were deleted. `is_everything`: what is not named is gone."""

    items: tuple[ListItem, ...]
    gone: tuple[str, ...]
    cursor: str
    is_everything: bool = False


class SharePointList:
    """One list by its display name, on the configured site. Every method raises the errors of `app.domain.remote_errors`;
    RemoteGone when the list is not there (IT did not make it yet)."""

    def __init__(self, client: GraphClient, site: Any, name: str) -> None:
        self._client = client
        self._site = site
        self._name = name

    def web_address(self) -> str | None:
        """Where a person opens the list."""
        raise NotImplementedError

    def columns(self) -> Mapping[str, bool]:
        """Internal names of the columns, with whether each is indexed."""
        raise NotImplementedError

    def where(self, column: str, value: str, *, fields: Sequence[str] | None = None) -> Iterator[ListItem]:
        """Items of which an indexed column has this value."""
        raise NotImplementedError

    def items(self, *, fields: Sequence[str] | None = None) -> Iterator[ListItem]:
        """All items that this person may read."""
        raise NotImplementedError

    def get(self, id_: str) -> ListItem | None:
        raise NotImplementedError

    def create(self, fields: Mapping[str, Any]) -> ListItem:
        raise NotImplementedError

    def patch(self, item: ListItem, fields: Mapping[str, Any]) -> ListItem:
        """Change fields if the item is still of the version given (If-Match). Raises RemoteConflict when it is not,
        RemoteGone when it is no longer there. Gives the item as it is afterwards."""
        raise NotImplementedError

    def changes(self, cursor: str | None) -> ListChanges:
        """What changed since `cursor`; None for everything."""
        raise NotImplementedError
