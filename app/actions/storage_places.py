"""Where the firm's stores stand: country and law as IT recorded them; outside the EEA nothing of a client's goes. VT-O1.

Which region a tenant's data is in, only its administrator can read: what IT recorded counts, and what nobody recorded is said.
"""

from __future__ import annotations

from collections.abc import Callable

from app.actions.settings import SettingsActions
from app.domain.agreement import Place
from app.domain.errors import InputError
from app.domain.messages import msg
from app.domain.storage_place import StoragePlace, StoreKind, country_of


class StoragePlaces:
    """`remote_kind`: what carries documents and cards at this moment ("office365", "folder")."""

    def __init__(self, settings: SettingsActions, remote_kind: Callable[[], str]) -> None:
        self._settings = settings
        self._remote_kind = remote_kind

    def all(self) -> tuple[StoragePlace, ...]:
        """The stores in use, the laptop last. The folder in the data directory is the laptop."""
        stores = []
        if self._remote_kind() == StoreKind.OFFICE365.value:
            stores.append(self._place(StoreKind.OFFICE365, "storage.office365_country", "storage.office365_law"))
        elif self._settings.text("remote.folder"):
            stores.append(self._place(StoreKind.FOLDER, "storage.folder_country", "storage.folder_law"))
        return (*stores, StoragePlace(kind=StoreKind.LAPTOP))

    def refuse_outside(self, place: Place) -> None:
        """No data of a client to a store that is known to stand outside the EEA. Raises InputError."""
        if place is not Place.OFFICE365:
            return
        store = self._place(StoreKind.OFFICE365, "storage.office365_country", "storage.office365_law")
        if store.is_outside_eea:
            raise InputError(msg("storage.outside-eea", country=store.country or ""))

    def _place(self, kind: StoreKind, country: str, law: str) -> StoragePlace:
        return StoragePlace(
            kind=kind, country=country_of(self._settings.text(country)), law=self._settings.text(law).strip() or None
        )
