"""The team's records in a SharePoint list: a line for each laptop, of which members see their own and leads see all.

IT makes the list once (installer/office365/set_up_team_list.ps1). Publishing takes two requests: look at the own line,
change it if it is still the same (If-Match). SharePoint itself names who wrote a line last, which no laptop can pretend.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from app.domain.messages import msg
from app.domain.remote_errors import RemoteRejected
from app.domain.team_board import BoardChanges, Posted, Reach, Readers, device_or_none
from app.remote.office365.lists import ListItem, SharePointList

DEVICE: Final = "Device"  # indexed: a list of thousands answers only questions about indexed columns
RECORD: Final = "Record"  # several lines of plain text
TITLE: Final = "Title"  # every list has it; people see it first
FIELDS: Final = (DEVICE, RECORD)


class ListStatusBoard:
    """As `StatusBoard`; every method that asks raises RemoteGone where the list is not there."""

    def __init__(self, lines: SharePointList) -> None:
        self._list = lines

    def changes(self, known: Mapping[str, str], cursor: str | None) -> BoardChanges:
        told = self._list.changes(cursor)
        posted = [item for item in told.items if known.get(item.id) != item.version]
        gone = set(told.gone) & known.keys()
        if told.is_everything:
            gone |= known.keys() - {item.id for item in told.items}
        return BoardChanges(
            posted=tuple(_posted(item) for item in posted if _speaks(item)),
            gone=tuple(sorted(gone)),
            cursor=told.cursor,
        )

    def own(self, device: str) -> Posted | None:
        try:
            return _first(self._list.where(DEVICE, device, fields=FIELDS))
        except RemoteRejected:  # a list that was made by hand, without the index: of few lines all can be read
            return _first(item for item in self._list.items(fields=FIELDS) if item.fields.get(DEVICE) == device)

    def post(self, device: str, content: bytes, over: Posted | None) -> Posted:
        fields = {DEVICE: device, RECORD: content.decode()}
        if over is None:
            item = self._list.create({TITLE: device, **fields})
        else:
            item = self._list.patch(ListItem(id=over.name, version=over.stamp, fields={}), {RECORD: fields[RECORD]})
        return Posted(name=item.id, stamp=item.version, content=content, device=device, written_by=item.modified_by)

    def check(self) -> None:
        """Ask for nothing but whether the list is there."""
        self._list.columns()

    def readers(self) -> Readers:
        return Readers(reach=Reach.LEADS, sentence=msg("team.readers-leads"))

    def shows_others(self, device: str) -> bool:
        return any(item.fields.get(DEVICE) not in (None, device) for item in self._list.items(fields=FIELDS))


def _posted(item: ListItem) -> Posted:
    record = item.fields.get(RECORD)
    content = record.encode() if isinstance(record, str) else b""
    device = device_or_none(item.fields.get(DEVICE))
    return Posted(name=item.id, stamp=item.version, content=content, device=device, written_by=item.modified_by)


def _speaks(item: ListItem) -> bool:
    """A line that somebody began by hand, without device or record, is nobody's word."""
    return bool(item.fields.get(DEVICE) or item.fields.get(RECORD))


def _first(items: Iterable[ListItem]) -> Posted | None:
    """The oldest where there are several: all of the others are somebody's mistake."""
    found = sorted(items, key=lambda item: (len(item.id), item.id))
    return _posted(found[0]) if found else None
