"""The encrypted local database, its migrations and registers, and the journal."""

from app.domain.journal import JournalCheck, JournalEntry, JournalHead, JournalProblem
from app.store.copies import CopyDeadline, CopyGroup, CopySum, WantingGroup
from app.store.documents import DocumentPlace, DocumentSum
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
from app.store.finding_groups import FindingCount
from app.store.findings import FoundFile
from app.store.list_filter import ProjectName
from app.store.listing import ListLayout, ProjectStanding
from app.store.schema import MIGRATED_NOTE
from app.store.session import Session
from app.store.shared import Device, RecordedCard
from app.store.store import Store

__all__ = [
    "MIGRATED_NOTE",
    "CopyDeadline",
    "CopyGroup",
    "CopySum",
    "Device",
    "DocumentPlace",
    "DocumentSum",
    "FindingCount",
    "FoundFile",
    "JournalCheck",
    "JournalEntry",
    "JournalHead",
    "JournalProblem",
    "ListLayout",
    "ProjectName",
    "ProjectStanding",
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
    "WantingGroup",
    "head_of_export",
    "verify_export",
]
