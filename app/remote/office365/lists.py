"""A list of the firm's SharePoint site: small records that several people write, each their own.

Sources: https://learn.microsoft.com/graph/api/listitem-list, listitem-create, listitem-update, listitem-delta
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from app.domain.messages import msg
from app.domain.remote_errors import RemoteGone, RemoteRejected, RemoteUnreachable
from app.domain.remote_ports import RemoteMemory
from app.remote.office365.batch import PARTS, Batches
from app.remote.office365.client import AnswerLost, GraphClient, objects, unless_gone
from app.remote.office365.items import escaped, moment_of, person_of, writer_of
from app.remote.office365.site import Site

KEY: Final = "office365.list."  # and the list's name
PAGE: Final = "1000"
TRIES: Final = 3
ONE_BY_ONE: Final = 10 * PARTS  # changed items that are asked for by themselves; with more, the whole list is read


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
    RemoteGone when the list is not there (IT did not make it yet). Any thread."""

    def __init__(self, client: GraphClient, site: Site, batches: Batches, memory: RemoteMemory, name: str) -> None:
        self._client = client
        self._site = site
        self._batches = batches
        self._memory = memory
        self._name = name

    def web_address(self) -> str | None:
        """Where a person opens the list."""
        address = self._client.get(self._path()).get("webUrl")
        return address if isinstance(address, str) else None

    def columns(self) -> Mapping[str, bool]:
        """Internal names of the columns, with whether each is indexed."""
        told = self._client.values(f"{self._path()}/columns")
        return {str(column["name"]): column.get("indexed") is True for column in told if column.get("name")}

    def where(self, column: str, value: str, *, fields: Sequence[str] | None = None) -> Iterator[ListItem]:
        """Items of which an indexed column has this value."""
        quoted = value.replace("'", "''")
        params = {"$expand": _fields(fields), "$filter": f"fields/{column} eq '{quoted}'"}
        return self._items(params)

    def items(self, *, fields: Sequence[str] | None = None) -> Iterator[ListItem]:
        """All items that this person may read."""
        return self._items({"$expand": _fields(fields), "$top": PAGE})

    def get(self, id_: str) -> ListItem | None:
        return unless_gone(lambda: _item(self._client.get(self._item_path(id_), {"$expand": "fields"})))

    def create(self, fields: Mapping[str, Any]) -> ListItem:
        """Raises AnswerLost where it is not known whether it came to be: look before creating again."""
        with self._forgotten_when_gone():
            answer = self._client.request("POST", f"{self._path()}/items", json={"fields": dict(fields)})
        item = _item(answer.body)
        if item is None:
            raise AnswerLost(msg("graph.no-answer"))
        return item

    def patch(self, item: ListItem, fields: Mapping[str, Any]) -> ListItem:
        """Change fields if the item is still of the version given (If-Match). Raises RemoteConflict when it is not,
        RemoteGone when it is no longer there. Gives the item as it is afterwards."""
        for _ in range(TRIES):
            try:
                told = self._client.request(
                    "PATCH",
                    f"{self._item_path(item.id)}/fields",
                    json=dict(fields),
                    headers={"If-Match": item.version},
                ).body
                return self._afterwards(item, fields, told)
            except AnswerLost:
                standing = self.get(item.id)
                if standing is None:
                    raise RemoteGone(msg("graph.gone")) from None
                if all(standing.fields.get(name) == value for name, value in fields.items()):
                    return standing
        raise RemoteUnreachable(msg("graph.no-answer"))

    def changes(self, cursor: str | None) -> ListChanges:
        """What changed since `cursor`; None for everything. Delta does not tell who changed an item, so changed items are
        read by themselves. Where a list offers no delta, everything is told each time."""
        if not cursor:
            return self._everything()
        try:
            told, following = self._delta(cursor)
        except (RemoteGone, RemoteRejected):
            return self._everything()
        gone = [id_ for id_, is_deleted in told.items() if is_deleted]
        changed = [id_ for id_, is_deleted in told.items() if not is_deleted]
        if len(changed) > ONE_BY_ONE:
            return self._everything()
        items = []
        for id_, item in zip(changed, self._each(changed), strict=True):
            if item is None:
                gone.append(id_)
            else:
                items.append(item)
        return ListChanges(items=tuple(items), gone=tuple(gone), cursor=following)

    def _everything(self) -> ListChanges:
        """The link is taken first: what changes while the list is read comes again."""
        try:
            _, cursor = self._delta(f"{self._path()}/items/delta?token=latest")
        except (RemoteGone, RemoteRejected):
            cursor = ""
        return ListChanges(items=tuple(self.items()), gone=(), cursor=cursor, is_everything=True)

    def _delta(self, link: str) -> tuple[dict[str, bool], str]:
        """By id whether it was deleted, and the link to go on from. Raises RemoteGone, RemoteRejected for a link that ended."""
        told: dict[str, bool] = {}
        seen: set[str] = set()
        while link not in seen:
            seen.add(link)
            page = self._client.get(link)
            told |= {
                str(item["id"]): item.get("deleted") is not None
                for item in objects(page.get("value"))
                if item.get("id")
            }
            following, end = page.get("@odata.nextLink"), page.get("@odata.deltaLink")
            if isinstance(end, str):
                return told, end
            if not isinstance(following, str):
                break
            link = following
        raise RemoteUnreachable(msg("graph.no-answer"))

    def _each(self, ids: Sequence[str]) -> list[ListItem | None]:
        """None for one that is gone meanwhile, or may not be read any more."""
        answers = self._batches.get([f"{self._item_path(id_)}?$expand=fields" for id_ in ids])
        found = []
        for answer in answers:
            if answer.status not in (200, 403, 404):
                raise RemoteUnreachable(msg("graph.server-trouble", status=answer.status))
            found.append(_item(answer.body) if answer.status == 200 else None)
        return found

    def _afterwards(self, item: ListItem, fields: Mapping[str, Any], told: Mapping[str, Any]) -> ListItem:
        version = told.get("@odata.etag")
        if not isinstance(version, str):
            standing = self.get(item.id)
            if standing is None:
                raise RemoteGone(msg("graph.gone"))
            return standing
        return ListItem(
            id=item.id,
            version=version,
            fields={**item.fields, **fields},
            created_by=item.created_by,
            modified_by=self._client.account,
        )

    def _items(self, params: Mapping[str, str]) -> Iterator[ListItem]:
        with self._forgotten_when_gone():
            for told in self._client.values(f"{self._path()}/items", params):
                item = _item(told)
                if item is not None:
                    yield item

    @contextmanager
    def _forgotten_when_gone(self) -> Iterator[None]:
        """A list that IT made anew has another id."""
        try:
            yield
        except RemoteGone:
            self._memory.put(self._key, None)
            raise

    def _item_path(self, id_: str) -> str:
        return f"{self._path()}/items/{escaped(id_)}"

    @property
    def _key(self) -> str:
        return f"{KEY}{self._site.ids().site_id}.{self._name}"

    def _path(self) -> str:
        """By the list's id: a name would be looked up at every request."""
        id_ = self._memory.get(self._key)
        if id_ is None:
            id_ = self._id_by_name()
            self._memory.put(self._key, id_)
        return f"{self._site.path}/lists/{id_}"

    def _id_by_name(self) -> str:
        try:
            told = self._client.get(f"{self._site.path}/lists/{escaped(self._name)}").get("id")
        except (RemoteGone, RemoteRejected):
            every = self._client.values(f"{self._site.path}/lists")
            told = next((each.get("id") for each in every if each.get("displayName") == self._name), None)
        if not isinstance(told, str):
            raise RemoteGone(msg("graph.gone"))
        return told


def _fields(names: Sequence[str] | None) -> str:
    return "fields" if names is None else f"fields($select={','.join(names)})"


def _item(told: Mapping[str, Any]) -> ListItem | None:
    id_ = told.get("id")
    if not isinstance(id_, (str, int)):
        return None
    fields = told.get("fields")
    fields = fields if isinstance(fields, dict) else {}
    version = told.get("eTag") or told.get("@odata.etag") or fields.get("@odata.etag") or ""
    return ListItem(
        id=str(id_),
        version=str(version),
        fields=fields,
        created_by=person_of(told.get("createdBy"))[1],
        modified_by=writer_of(told),
        modified_at=moment_of(told.get("lastModifiedDateTime")),
    )
