"""What stands in the places of the site's library: one delta stream for all of them, kept in the remote's memory.

A place that is new here is walked once, from a link taken before the walk, so that nothing that changes meanwhile is missed.
Several processes keep one state: whoever finds that another was there first, goes on from what that one wrote.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import msgspec

from app.domain.messages import msg
from app.domain.remote_errors import RemoteGone, RemoteUnreachable
from app.domain.remote_files import RemoteChanges, RemoteFile
from app.domain.remote_ports import RemoteMemory
from app.remote.office365.batch import Batches
from app.remote.office365.client import GraphClient
from app.remote.office365.delta import Delta, Resync, Stretch
from app.remote.office365.drive import SiteDrive
from app.remote.office365.items import DriveItem
from app.remote.office365.place_state import Entry, FeedState, PlaceState, take
from app.remote.office365.walks import Walks

AT_REST: Final = timedelta(minutes=50)  # between two looks of the guards: at most two requests an hour for everything
SPACING: Final = timedelta(seconds=5)  # between two looks of one process, when a person asks for much at once

STATE: Final = "office365.feed"
LINK: Final = "office365.feed-link"
LOOKED: Final = "office365.feed-looked-at"
VERSION: Final = "office365.feed-version"  # changes with each of the others
TRIES: Final = 6


@dataclass(frozen=True, slots=True)
class _Current:
    """`is_fresh`: the library was asked for it just now."""

    state: FeedState
    place: PlaceState
    is_fresh: bool


class SiteFeed:
    """Any thread. `patience`: how old the last look may be when a place is asked about; zero where a person asks (the command
    line), `AT_REST` where guards do. `look_now` makes the next question a fresh look whatever the patience."""

    def __init__(
        self,
        client: GraphClient,
        drive: SiteDrive,
        batches: Batches,
        memory: RemoteMemory,
        now: Callable[[], datetime],
        *,
        patience: timedelta = timedelta(0),
        spacing: timedelta = SPACING,
    ) -> None:
        self.patience = patience
        self._spacing = spacing
        self._delta = Delta(client)
        self._drive = drive
        self._walks = Walks(drive, batches)
        self._memory = memory
        self._now = now
        self._lock = threading.RLock()
        self._known: tuple[str, FeedState] | None = None
        self._looked_here: datetime | None = None
        self._stored_since = False  # anything by this process, since that look

    def look_now(self) -> None:
        """The next question is answered by a fresh look."""
        with self._lock:
            self._looked_here = None
            self._memory.put(LOOKED, None)

    def files(self, place: str, *, needs_content_versions: bool = True) -> Mapping[str, RemoteFile]:
        """The files in `place`, by id. Raises the errors of `app.domain.remote_errors`."""
        with self._lock:
            return self._current(place, needs_content_versions).place.files()

    def changes(self, place: str, cursor: str | None) -> RemoteChanges:
        with self._lock:
            current = self._current(place, True)
            number = _number(cursor, current.state.epoch)
            if (number is None or number < current.place.whole_at) and not (
                current.is_fresh or self._looked_just_now()
            ):
                # What is not named counts as gone: that may not be said by an old look, after which something was stored.
                current = self._current(place, True, must_look=True)
                number = _number(cursor, current.state.epoch)
            following = f"{current.state.epoch}.{current.state.number}"
            if number is not None and number >= current.place.whole_at:
                return RemoteChanges(changes=tuple(current.place.since(number)), cursor=following)
            return RemoteChanges(
                changes=tuple(current.place.everything()),
                cursor=following,
                is_everything=True,
                missing_is_ours=current.place.is_resync and number is not None,
            )

    def _looked_just_now(self) -> bool:
        """Whether nothing can have been stored since the last look."""
        if self._looked_here is None or self._stored_since:
            return False
        return timedelta(0) <= self._now() - self._looked_here < SPACING

    def note(self, place: str, item: DriveItem) -> None:
        """What this process stored itself: the feed will tell of it, and leave out what is known already."""
        with self._lock:
            self._stored_since = True
            self._walks.note(place, item)

    def _current(self, place: str, needs_content_versions: bool, *, must_look: bool = False) -> _Current:
        """Under the lock: one look at a time."""
        is_due, is_fresh = must_look or self._is_due(), False
        for _ in range(TRIES):
            version, state = self._load()
            if state is not None and place in state.places and not is_due:
                return _Current(state, state.places[place], is_fresh)
            done = False
            try:
                if state is None:
                    done = self._begin(version)
                elif is_due:
                    done = self._look(version, state)
                else:
                    done = self._add(version, state, place, needs_content_versions)
            finally:
                if not done:
                    self._known = None  # half brought up to date, or another process was there
            is_due, is_fresh = is_due and not done, is_fresh or done
        raise RemoteUnreachable(msg("graph.busy"))

    def _is_due(self) -> bool:
        now = self._now()
        if self.patience <= timedelta(0):
            return self._looked_here is None or not timedelta(0) <= now - self._looked_here < self._spacing
        looked = _moment(self._memory.get(LOOKED))
        return looked is None or not timedelta(0) <= now - looked < self.patience

    def _begin(self, version: str | None) -> bool:
        try:
            link = self._delta.latest(self._drive.site.drive)
        except RemoteGone:
            self._drive.site.forget()  # made anew under the same address: its ids are others
            link = self._delta.latest(self._drive.site.drive)
        state = FeedState(drive_id=self._drive.site.ids().drive_id, epoch=secrets.token_hex(8))
        return self._save(version, state, link)

    def _look(self, version: str | None, state: FeedState) -> bool:
        link = self._memory.get(LINK)
        try:
            if link is None:
                raise Resync(None, missing_is_ours=False)
            stretch = self._delta.since(link)
        except Resync as resync:
            return self._look_at_everything(version, state, resync)
        except RemoteGone:
            return self._begin(version)
        if not stretch.items:
            return self._save(version, None, stretch.link)
        number = state.number + 1
        touched = [self._bring(name, place, stretch.items, number) for name, place in state.places.items()]
        if any(touched):
            state.number = number  # with what is saved alone: a cursor that nobody keeps would miss the next one
        return self._save(version, state if any(touched) else None, stretch.link)

    def _look_at_everything(self, version: str | None, state: FeedState, resync: Resync) -> bool:
        """The server cannot tell what changed: enumerate again, and compare."""
        stretch = self._enumerated(resync)
        state.number += 1
        for name, place in state.places.items():
            before = place.files()
            root = self._drive.at(name)
            is_there = root is not None and root.is_folder
            place.root, place.way = (
                (root.id, self._walks.way_to(name, root)) if root is not None and is_there else (None, ())
            )
            place.items, place.gone = {}, {}
            take(place, stretch.items.values(), state.number)
            self._walks.complete(place)
            place.settle(before, state.number)
            place.gone = {}  # everything is told anew, so what is gone is what is not named
            place.whole_at, place.is_resync = state.number, resync.missing_is_ours
        return self._save(version, state, stretch.link)

    def _enumerated(self, resync: Resync) -> Stretch:
        for _ in range(TRIES):
            try:
                return self._delta.everything(self._drive.site.drive, resync.link)
            except Resync as again:
                resync = again
        raise RemoteUnreachable(msg("graph.no-answer"))

    def _bring(self, name: str, place: PlaceState, items: Mapping[str, DriveItem], number: int) -> bool:
        """What a look brought for one place; whether that is anything, be it an empty folder."""
        before, root, items_before = place.files(), place.root, dict(place.items)
        if _has_left(name, place, items):
            place.root, place.items = None, {}
            self._walks.whole_place(name, place, number)
        elif place.root is None:
            if not _may_be_new(name, items):
                return False
            self._come(name, place, items, number)
        else:
            self._walks.newly_come(place, take(place, items.values(), number), number)
        self._walks.complete(place)
        place.settle(before, number)
        unseen = self._gone_unseen(name, place, items, items_before)
        place.gone |= dict.fromkeys(unseen, number)
        return bool(unseen) or (root, items_before) != (place.root, place.items)

    def _gone_unseen(
        self, name: str, place: PlaceState, items: Mapping[str, DriveItem], before: Mapping[str, Entry]
    ) -> list[str]:
        """Ids of what was stored here and taken away between two looks. Of a deleted item nobody knows any more where it was,
        so it is told of in every place."""
        fresh = (item for item in items.values() if item.id not in place.items and item.id not in before)
        return [item.id for item in fresh if item.is_deleted or self._walks.is_own(item.id, name)]

    def _add(self, version: str | None, state: FeedState, name: str, needs_content_versions: bool) -> bool:
        """Walk a place that was not followed yet. What changes meanwhile comes by the link, which is older."""
        state.number += 1
        place = PlaceState(root=None, whole_at=state.number, needs_content_versions=needs_content_versions)
        self._walks.whole_place(name, place, state.number)
        self._walks.complete(place)
        place.settle({}, state.number)
        state.places[name] = place
        return self._save(version, state, None)

    def _come(self, name: str, place: PlaceState, items: Mapping[str, DriveItem], number: int) -> None:
        """The folder of a place may have come, with what the stream tells is in it."""
        root = self._drive.at(name)
        if root is not None and root.is_folder:
            place.root, place.way = root.id, self._walks.way_to(name, root)
            self._walks.newly_come(place, [root, *take(place, items.values(), number)], number)

    def _load(self) -> tuple[str | None, FeedState | None]:
        """None for none, for one of another library, and for one that another version wrote in a shape not known here."""
        version = self._memory.get(VERSION)
        if self._known is not None and self._known[0] == version:
            return self._known
        state = _decoded(self._memory.get(STATE))
        if state is None or version is None or state.drive_id != self._drive.site.ids().drive_id:
            return version, None
        self._known = version, state
        return self._known

    def _save(self, version: str | None, state: FeedState | None, link: str | None) -> bool:
        """False: another process was there meanwhile. `state`, `link` None: as they were."""
        now = self._now()
        fresh = secrets.token_hex(8)
        values: dict[str, str | None] = {VERSION: fresh}
        if state is not None:
            values[STATE] = msgspec.json.encode(state).decode()
        if link is not None:
            values |= {LINK: link, LOOKED: now.isoformat()}
        if not self._memory.replace(values, expected=(VERSION, version)):
            return False
        if link is not None:
            self._looked_here, self._stored_since = now, False
        kept = state if state is not None else self._known[1] if self._known else None
        self._known = None if kept is None else (fresh, kept)
        return True


def _number(cursor: str | None, epoch: str) -> int | None:
    """None: of no cursor, or of one that says nothing here any more."""
    own, _, number = (cursor or "").partition(".")
    return int(number) if own == epoch and number.isascii() and number.isdigit() else None


def _has_left(name: str, place: PlaceState, items: Mapping[str, DriveItem]) -> bool:
    """Whether the place's folder, or one above it, was deleted, renamed or moved: it is looked for anew."""
    for (id_, above), called in zip(place.way, reversed(name.split("/")), strict=False):
        folder = items.get(id_)
        if folder is None:
            continue
        is_renamed = folder.name != "" and folder.name.casefold() != called.casefold()
        is_moved = bool(above and folder.parent_id) and folder.parent_id != above
        if folder.is_deleted or is_renamed or is_moved:
            return True
    return False


def _may_be_new(name: str, items: Mapping[str, DriveItem]) -> bool:
    """Whether a folder came that could be the place or one above it."""
    above = {part.casefold() for part in name.split("/")}
    return any(item.is_folder and not item.is_deleted and item.name.casefold() in above for item in items.values())


def _moment(text: str | None) -> datetime | None:
    try:
        return None if text is None else datetime.fromisoformat(text)
    except ValueError:
        return None


def _decoded(text: str | None) -> FeedState | None:
    if text is None:
        return None
    try:
        return msgspec.json.decode(text, type=FeedState)
    except msgspec.DecodeError:
        return None
