"""What is outside, one page at a time, as a window shows it: live copies wherever they are, and files that wait."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from app.actions.office import Office
from app.actions.vault_rows import file_id_of, presence
from app.domain.copy import AskedWhy, Location, OutsideCopy, shown_state
from app.domain.finding import Finding
from app.domain.moments import ClockJudgement, ClockState
from app.domain.vault_list import RowState, VaultQuery
from app.store import ListLayout, Session
from app.vault import Vault

FRESH = timedelta(seconds=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultRow:
    """A live copy, or a file that waits for the client's answer (`state` waiting; no agreement; `answer_by`).

    `project` is its code, `scope` the agreement's; `path` the file of a copy in place; `checked_out_path` is given only
    while it is out. `problem`: missing | damaged, where its sealed file does not lie in the vault as it was recorded.
    `is_followed`: in Office 365, and removed there by the assistant.
    """

    id: str
    name: str
    location: Location
    size_bytes: int
    state: RowState
    project_id: str | None = None
    project: str | None = None
    client: str | None = None
    agreement_id: str | None = None
    scope: str | None = None
    sealed_at: datetime | None = None
    due_at: datetime | None = None
    planned_at: datetime | None = None
    answer_by: datetime | None = None
    path: str | None = None
    checked_out_path: str | None = None
    checked_out_at: datetime | None = None
    asked_why: AskedWhy | None = None
    blocked_by: str | None = None
    special: bool = False
    problem: str | None = None
    is_followed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultPage:
    """Rows from the offset that was asked for, and how many there are in all."""

    rows: tuple[VaultRow, ...]
    total: int


class VaultList:
    """Remembers how the rows of the last query lie, so that paging through it counts once while nothing changes."""

    def __init__(self, office: Office, vault: Vault) -> None:
        self._office = office
        self._vault = vault
        self._known: _Known | None = None

    def page(self, query: VaultQuery, offset: int, limit: int) -> VaultPage:
        """Looks at the disk for the rows of the page alone: presence and size of their sealed files."""
        clock = self._office.clock.judgement()
        version = self._office.store.data_version()  # before the look: what changes in between is counted again
        with self._office.look() as session:
            layout = self._layout(session, query, clock, version)
            listed = session.listing.rows(layout, max(0, offset), max(0, limit))
            copies = session.copies.at([row.row for row in listed if not row.waits])
            findings = session.findings.at([row.row for row in listed if row.waits])
            names = _Names(session, copies.values())
        rows = (
            _waiting_row(findings[row.row], names, self._vault)
            if row.waits
            else _copy_row(copies[row.row], names, self._vault, clock)
            for row in listed
        )
        return VaultPage(rows=tuple(rows), total=layout.total)

    def ids(self, query: VaultQuery) -> tuple[str, ...]:
        """The ids of all that the query gives, in its order: of copies and of waiting findings."""
        clock = self._office.clock.judgement()
        with self._office.look() as session:
            return tuple(session.listing.ids(query, clock.now, time_trusted=_trusted(clock)))

    def _layout(self, session: Session, query: VaultQuery, clock: ClockJudgement, version: int) -> ListLayout:
        known, trusted = self._known, _trusted(clock)
        if known is not None and known.fits(query, version, clock.now, trusted=trusted):
            return known.layout
        layout = session.listing.layout(query, clock.now, time_trusted=trusted)
        self._known = _Known(query, version, clock.now, trusted, layout)
        return layout


class _Known(NamedTuple):
    query: VaultQuery
    version: int
    at: datetime
    trusted: bool
    layout: ListLayout

    def fits(self, query: VaultQuery, version: int, now: datetime, *, trusted: bool) -> bool:
        """What is late follows from time, where states are asked for."""
        is_fresh = query.states is None or timedelta(0) <= now - self.at <= FRESH
        return (self.query, self.version, self.trusted) == (query, version, trusted) and is_fresh


class _Names:
    """What rows say of projects, clients and agreements."""

    def __init__(self, session: Session, copies: Collection[OutsideCopy]) -> None:
        self.projects = session.listing.projects()
        self.clients = session.listing.client_names()
        agreements = (session.agreements.find(id_) for id_ in {copy.agreement_id for copy in copies})
        in_cloud = (copy.id for copy in copies if copy.location is Location.OFFICE365)
        rows = (session.cloud_copies.find(id_) for id_ in in_cloud)
        self.followed = {row.id for row in rows if row is not None and row.item is not None and row.settled_at is None}
        self.scopes = {agreement.id: agreement.scope for agreement in agreements if agreement is not None}


def _copy_row(copy: OutsideCopy, names: _Names, vault: Vault, clock: ClockJudgement) -> VaultRow:
    project = names.projects[copy.project_id]
    is_sealed = copy.location is Location.VAULT
    return VaultRow(
        id=copy.id,
        name=copy.name,
        location=copy.location,
        size_bytes=copy.size_bytes,
        state=RowState(shown_state(copy, clock.now, time_trusted=_trusted(clock)).value),
        project_id=copy.project_id,
        project=project.code,
        client=project.client,
        agreement_id=copy.agreement_id,
        scope=names.scopes.get(copy.agreement_id),
        sealed_at=copy.sealed_at,
        due_at=copy.due_at,
        planned_at=copy.planned_at,
        path=copy.path if copy.location is Location.IN_PLACE else None,
        checked_out_path=copy.checked_out_path if copy.is_out else None,
        checked_out_at=copy.checked_out_at if copy.is_out else None,
        asked_why=copy.asked_why,
        blocked_by=copy.blocked_by,
        special=copy.special,
        problem=_problem(vault, file_id_of(copy), copy.sealed_bytes) if is_sealed else None,
        is_followed=copy.id in names.followed,
    )


def _waiting_row(finding: Finding, names: _Names, vault: Vault) -> VaultRow:
    project = names.projects.get(finding.project_id or "")
    return VaultRow(
        id=finding.id,
        name=Path(finding.path).name,
        location=Location.VAULT,
        size_bytes=finding.size_bytes,
        state=RowState.WAITING,
        project_id=finding.project_id,
        project=None if project is None else project.code,
        client=project.client if project is not None else names.clients.get(finding.client_id or ""),
        sealed_at=finding.sealed_at,
        answer_by=finding.decide_by,
        special=finding.special,
        problem=_problem(vault, finding.id, finding.sealed_bytes),
    )


def _problem(vault: Vault, file_id: str, sealed_bytes: int | None) -> str | None:
    found = presence(vault, file_id, sealed_bytes)
    return None if found == "sealed" else found


def _trusted(clock: ClockJudgement) -> bool:
    return clock.state is ClockState.TRUSTED
