"""What is handed out and what comes from others: certificates, cards, devices."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, fields, replace
from datetime import datetime

from app.domain.agreement import Evidence
from app.domain.card import Card, CardKind, CardState
from app.domain.certificate import CertificateHead, IssuedCertificate
from app.domain.messages import msg
from app.store.table import Register, Resolving, Table, table
from app.store.values import Cell, pack_json, pack_moment


class Certificates(Resolving[IssuedCertificate]):
    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection, table("certificates", IssuedCertificate), msg("store.kind-certificate"))

    def of_project(self, project_id: str) -> list[IssuedCertificate]:
        return self._where("project_id = ?", project_id)

    def heads(self) -> list[CertificateHead]:
        """All of them in the order in which they were issued, without their documents, which may be large."""
        return self._heads("")

    def unreceived(self) -> list[CertificateHead]:
        """As `heads`: those of which the client did not confirm receipt."""
        return self._heads("WHERE receipt IS NULL")

    def _heads(self, condition: str) -> list[CertificateHead]:
        rows = table("certificates", CertificateHead)
        query = f"SELECT {rows.selected} FROM certificates {condition} ORDER BY rowid"
        return [rows.unpack(row) for row in self._connection.execute(query)]

    def file_receipt(self, id_: str, receipt: Evidence, at: datetime) -> None:
        """The document itself never changes once it was issued. Raises NotFoundError."""
        query = "UPDATE certificates SET receipt = ?, receipt_at = ? WHERE id = ?"
        if self._connection.execute(query, (pack_json(receipt), pack_moment(at), id_)).rowcount != 1:
            raise self._not_found(id_)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedCard:
    """A card and what became of it here; `reason` says why it was refused."""

    card: Card
    state: CardState
    reason: str | None = None


class Cards:
    """Cards as they came. A forged one may carry the id of a genuine one; both are kept, the accepted one counts."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._table: Table[Card] = table("cards", Card)
        self._search = _CardSearch(connection, self._table, msg("store.kind-card"))

    def add(self, card: Card, state: CardState, reason: str | None = None) -> None:
        """Record the card, or for one that is known (same id and signature) its new state and reason."""
        columns = ", ".join(f'"{field.name}"' for field in fields(Card))
        marks = ", ".join("?" for _ in fields(Card))
        query = (
            f"INSERT INTO cards ({columns}, state, refused_because) VALUES ({marks}, ?, ?) "
            "ON CONFLICT (id, signature) DO UPDATE SET state = excluded.state, refused_because = excluded.refused_because"
        )
        self._connection.execute(query, [*self._table.pack(card), state.value, reason])

    def find(self, id_: str) -> RecordedCard | None:
        """The card with this complete id, the accepted one before refused ones; None for none."""
        found = self._recorded("id = ?", id_)
        return next((r for r in found if r.state is CardState.ACCEPTED), found[-1] if found else None)

    def get(self, id_: str) -> RecordedCard:
        """As `find`. Raises NotFoundError."""
        recorded = self.find(id_)
        if recorded is None:
            raise self._search.not_found(id_)
        return recorded

    def all(self) -> list[RecordedCard]:
        return self._recorded("TRUE")

    def count_refused(self) -> int:
        return int(self._connection.execute("SELECT count(*) FROM cards WHERE state = 'refused'").fetchone()[0])

    def of_subject(self, subject: str) -> list[RecordedCard]:
        return self._recorded("subject = ?", subject)

    def latest_version(self, kind: CardKind, subject: str) -> int:
        """The highest accepted version of that kind for that subject; 0 for none."""
        query = "SELECT max(version) FROM cards WHERE subject = ? AND kind = ? AND state = 'accepted'"
        return int(self._connection.execute(query, (subject, kind.value)).fetchone()[0] or 0)

    def resolve(self, start: str) -> RecordedCard:
        """By the start of the id. Raises NotFoundError."""
        return self.get(self._search.id_of(start))

    def _recorded(self, condition: str, *cells: Cell) -> list[RecordedCard]:
        query = f"SELECT {self._table.selected}, state, refused_because FROM cards WHERE {condition} ORDER BY rowid"
        return [
            RecordedCard(card=self._table.unpack(row), state=CardState(state), reason=reason)
            for *row, state, reason in self._connection.execute(query, cells)
        ]


class _CardSearch(Register[Card]):
    """Finds ids by their start; one id may have several rows."""

    def id_of(self, start: str) -> str:
        return self._only(start, list({card.id: card for card in self._starting(start)}.values())).id

    def not_found(self, start: str) -> Exception:
        return self._not_found(start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """Another laptop whose cards count: `id` and `fingerprint` of its key; `public_key` once it was seen."""

    id: str
    fingerprint: str
    accepted_at: datetime
    public_key: str | None = None
    retired_at: datetime | None = None
    note: str | None = None


class Devices(Resolving[Device]):
    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection, table("devices", Device), msg("store.kind-device"))

    def accept(
        self, device_id: str, fingerprint: str, public_key: str | None, at: datetime, note: str | None = None
    ) -> Device:
        """Let its cards count from now on; a retired device is accepted anew."""
        device = Device(id=device_id, fingerprint=fingerprint, accepted_at=at, public_key=public_key, note=note)
        if self.find(device_id) is None:
            self.add(device)
        else:
            self.update(device)
        return device

    def retire(self, device_id: str, at: datetime, note: str | None = None) -> Device:
        """Its later cards are refused. Raises NotFoundError."""
        device = self.get(device_id)
        retired = replace(device, retired_at=at, note=device.note if note is None else note)
        self.update(retired)
        return retired
