"""The encrypted local database, its migrations and registers, and the journal."""

from app.domain.journal import JournalCheck, JournalEntry, JournalHead, JournalProblem
from app.store.copies import CopyDeadline, CopyGroup
from app.store.errors import (
    StoreBusy,
    StoreDiskError,
    StoreError,
    StoreExists,
    StoreFull,
    StoreMissing,
    StoreNewer,
    StoreReadOnly,
    StoreUnreadable,
)
from app.store.export import head_of_export, verify_export
from app.store.schema import MIGRATED_NOTE
from app.store.session import Session
from app.store.shared import Device, RecordedCard
from app.store.store import Store

__all__ = [
    "MIGRATED_NOTE",
    "CopyDeadline",
    "CopyGroup",
    "Device",
    "JournalCheck",
    "JournalEntry",
    "JournalHead",
    "JournalProblem",
    "RecordedCard",
    "Session",
    "Store",
    "StoreBusy",
    "StoreDiskError",
    "StoreError",
    "StoreExists",
    "StoreFull",
    "StoreMissing",
    "StoreNewer",
    "StoreReadOnly",
    "StoreUnreadable",
    "head_of_export",
    "verify_export",
]
