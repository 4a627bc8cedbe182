"""One transaction, seen as registers of domain objects."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from app.store.chain import JournalKey
from app.store.copies import Copies
from app.store.documents import Documents
from app.store.findings import Exceptions, Findings
from app.store.fingerprints import Fingerprints
from app.store.folders import Folders, Seen
from app.store.health import Attestations, PartnerReviews
from app.store.journal import Journal
from app.store.keeping import CloudCopies, PlaceLooks, RecordDecisions
from app.store.listing import Listing
from app.store.register import Agreements, Clients, Projects
from app.store.remote import RemoteNotes
from app.store.shared import Cards, Certificates, Devices
from app.store.state import ClockRecord, Notes, Settings
from app.store.team_records import TeamRecords


class Session:
    """What a transaction can read and, where `now` is given, write. Belongs to one thread; ends with its `with` block."""

    def __init__(self, connection: sqlite3.Connection, key: JournalKey, now: datetime | None) -> None:
        self.now = now
        self.clients = Clients(connection)
        self.projects = Projects(connection)
        self.agreements = Agreements(connection)
        self.findings = Findings(connection)
        self.exceptions = Exceptions(connection)
        self.copies = Copies(connection)
        self.listing = Listing(connection)
        self.folders = Folders(connection)
        self.seen = Seen(connection)
        self.fingerprints = Fingerprints(connection)
        self.certificates = Certificates(connection)
        self.cards = Cards(connection)
        self.devices = Devices(connection)
        self.attestations = Attestations(connection)
        self.partner_reviews = PartnerReviews(connection)
        self.cloud_copies = CloudCopies(connection)
        self.record_decisions = RecordDecisions(connection)
        self.place_looks = PlaceLooks(connection)
        self.team_records = TeamRecords(connection)
        self.settings = Settings(connection)
        self.clock = ClockRecord(connection)
        self.documents = Documents(connection)
        self.notes = Notes(connection)
        self.remote_notes = RemoteNotes(connection)
        self.journal = Journal(connection, key, now)
