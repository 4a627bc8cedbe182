"""Laptops of one team: each a real store with its own device key, clock shared, one folder between them."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from pathlib import Path

from app.actions.agreements import approve, fulfil, withdraw
from app.actions.cards.cards import CardActions
from app.actions.clients import ClientActions, ClientDetails
from app.actions.office import Office
from app.actions.projects import close_project, reopen_project
from app.actions.settings import SettingsActions
from app.actions.team import TeamActions
from app.domain.agreement import Agreement, Evidence, Place
from app.domain.copy import Location, OutsideCopy
from app.domain.deadline import deadline
from app.domain.identity import new_id
from app.domain.project import Member, Project
from app.domain.settings import SettingValue
from app.remote import FolderRemote
from app.store import Store
from tests.domain.card_samples import DeviceKey
from tests.fakes import FakeClock


class Laptop:
    """`policy` as IT set it here. What a person does is done through the same functions the actions use."""

    def __init__(self, name: str, root: Path, clock: FakeClock, policy: dict[str, SettingValue] | None = None) -> None:
        self.key = DeviceKey(name)
        self.clock = clock
        folder = root / name
        folder.mkdir(parents=True)
        secret = hashlib.sha256(name.encode()).digest()
        self.store = Store.create(folder / "store.db", secret, secret[::-1], clock.now())
        self.office = Office(self.store, clock)
        self.policy = policy or {}
        self.team = TeamActions(self.office, self.key, SettingsActions(self.office, self.policy))
        self.remote = FolderRemote(root / "team")
        self.cards = CardActions(self.office, self.key, self.team, self.remote)
        self.clients = ClientActions(self.office)

    @property
    def device(self) -> str:
        return self.key.device

    def trusts(self, *others: Laptop) -> None:
        for other in others:
            self.team.accept(other.device, other.key.fingerprint)

    def sync(self) -> None:
        self.cards.publish()
        self.cards.pull()

    def add_client(self, name: str = "Gemeente Voorbeeldstad", **terms: str) -> str:
        details = ClientDetails(domains=("voorbeeldstad.example",), mounts=("/mnt/voorbeeldstad",), terms=terms)
        return self.clients.add(name, details).id

    def add_project(self, code: str = "P1", client: str = "Gemeente Voorbeeldstad", *members: Member) -> str:
        with self.office.change() as work:
            project = Project(
                id=new_id(),
                code=code,
                client_id=work.session.clients.resolve(client).id,
                created_at=work.now,
                goals=("Salarisonderzoek",),
                members=members,
                documents=("/home/anna/P1",),
            )
            work.session.projects.add(project)
        return project.id

    def add_agreement(self, code: str = "P1", *, hold: bool = False, valid_until: datetime | None = None) -> str:
        with self.office.change() as work:
            agreement = Agreement(
                id=new_id(),
                project_id=work.session.projects.resolve(code).id,
                scope="Salarisbestand 2026",
                purpose="Salarisonderzoek",
                place=Place.LAPTOP,
                agreed_with_name="Eva Smit",
                agreed_with_mail="eva@voorbeeldstad.example",
                agreed_at=work.now,
                registered_at=work.now,
                evidence=Evidence(id=new_id(), name="akkoord\udce9.eml", sha256="1" * 64, size_bytes=10),
                hold=hold,
                valid_until=valid_until,
            )
            work.session.agreements.add(agreement)
        return agreement.id

    def add_copy(self, agreement_id: str) -> str:
        with self.office.change() as work:
            agreement = work.session.agreements.get(agreement_id)
            project = work.session.projects.get(agreement.project_id)
            end = deadline(agreement, project, work.session.clients.get(project.client_id).terms)
            copy = OutsideCopy(
                id=new_id(),
                project_id=project.id,
                agreement_id=agreement_id,
                location=Location.VAULT,
                name="salarissen.xlsx",
                created_at=work.now,
                due_at=end.due_at if end else None,
                trigger=end.trigger if end else None,
            )
            work.session.copies.add(copy)
        return copy.id

    def close(self, code: str = "P1", ago: timedelta = timedelta(0)) -> None:
        with self.office.change() as work:
            close_project(work, work.session.projects.resolve(code), work.now - ago)

    def reopen(self, code: str = "P1") -> None:
        with self.office.change() as work:
            reopen_project(work, work.session.projects.resolve(code), work.now)

    def fulfil(self, agreement_id: str, ago: timedelta = timedelta(0)) -> None:
        with self.office.change() as work:
            fulfil(work, work.session.agreements.get(agreement_id), work.now - ago)

    def withdraw(self, agreement_id: str) -> None:
        with self.office.change() as work:
            evidence = Evidence(id=new_id(), name="intrekking.eml", sha256="2" * 64, size_bytes=10)
            withdraw(work, work.session.agreements.get(agreement_id), work.now, evidence)

    def approve(self, agreement_id: str) -> None:
        with self.office.change() as work:
            approve(work, work.session.agreements.get(agreement_id), work.now, self.device)

    def project(self, code: str = "P1") -> Project:
        with self.office.look() as session:
            return session.projects.resolve(code)

    def projects(self) -> list[Project]:
        with self.office.look() as session:
            return session.projects.all()

    def agreement(self, id_: str) -> Agreement:
        with self.office.look() as session:
            return session.agreements.get(id_)

    def copy(self, id_: str) -> OutsideCopy:
        with self.office.look() as session:
            return session.copies.get(id_)

    def events(self, event: str) -> list[dict[str, object]]:
        with self.office.look() as session:
            return [dict(entry.data or {}) for entry in session.journal.entries(event=event)]
