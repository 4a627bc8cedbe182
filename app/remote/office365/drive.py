"""Files and folders of the site's library, by path and by id."""

from __future__ import annotations

import threading
from collections.abc import Iterator

from app.domain.messages import msg
from app.domain.remote_errors import RemoteConflict, RemoteUnreachable
from app.remote.office365.client import GraphClient, unless_gone
from app.remote.office365.items import DriveItem, item_of
from app.remote.office365.site import Site

PAGE = "200"


class SiteDrive:
    """Any thread."""

    def __init__(self, client: GraphClient, site: Site) -> None:
        self.client = client
        self.site = site
        self._made: set[str] = set()  # folders that were seen to be there
        self._makes_none = False  # SharePoint makes missing folders, which is not documented
        self._making = threading.Lock()

    def at(self, path: str) -> DriveItem | None:
        """What stands at `path`."""
        return unless_gone(lambda: self._item(self.site.by_path(path)))

    def item(self, item_id: str) -> DriveItem | None:
        return unless_gone(lambda: self._item(self.site.by_id(item_id)))

    def children(self, item_id: str) -> Iterator[DriveItem]:
        for told in self.client.values(f"{self.site.by_id(item_id)}/children", {"$top": PAGE}):
            item = item_of(told)
            if item is not None:
                yield item

    def get_ready(self, path: str) -> None:
        """Before a new document goes to `path`: where the library was seen to make no folders by itself, they are made first,
        so that no content is sent in vain."""
        if self._makes_none:
            self.make_folders(path)

    def make_folders(self, path: str, *, anew: bool = False) -> None:
        """Make the folders above the file at `path` that were not seen to be there. `anew`: all of them, as somebody may have
        removed one. Documents that need the same new folder wait for whoever makes it."""
        names = path.split("/")[:-1]
        folders = ["/".join(names[:depth]) for depth in range(1, len(names) + 1)]
        self._makes_none = True
        with self._making:
            if anew:
                self._made.difference_update(folders)
            for folder in folders:
                if folder not in self._made:
                    parent, _, name = folder.rpartition("/")
                    self._make_folder(parent, name)
                    self._made.add(folder)

    def _make_folder(self, parent: str, name: str) -> None:
        above = self.site.by_path(parent)
        children = f"{above}:/children" if parent else f"{above}/children"
        body = {"name": name, "folder": {}, "@microsoft.graph.conflictBehavior": "fail"}
        try:
            self.client.request("POST", children, json=body, again=True)
        except RemoteConflict:
            self._check_folder(f"{parent}/{name}" if parent else name)

    def _check_folder(self, path: str) -> None:
        """A file that stands where a folder is needed is a conflict, another laptop's folder is welcome."""
        item = self.at(path)
        if item is None or not item.is_folder:
            raise RemoteConflict(msg("graph.conflict"))

    def _item(self, address: str) -> DriveItem:
        item = item_of(self.client.get(address))
        if item is None:
            raise RemoteUnreachable(msg("graph.no-answer"))
        return item
