"""Invented clients, projects and copies for the store's tests."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from app.domain.agreement import Agreement, Evidence, Place
from app.domain.client import Client, ClientTerms, Contact
from app.domain.copy import Location, OutsideCopy
from app.domain.finding import Finding, Reason, ReasonType, Verdict
from app.domain.identity import FileIdentity, new_id
from app.domain.project import Member, Project
from app.store import Session, Store
from app.store.connection import connect

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
KEY = bytes(range(32))
SEED = bytes(range(32, 64))
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
NOT_UTF8 = "salarissen-\udcff\udc80.xlsx"  # how Python shows a Linux name that is not UTF-8
ODD_NAMES = (
    NOT_UTF8,
    "\ud800.xlsx",  # half a pair, as NTFS allows
    "regel\neinde \"'’`.csv",
    "gnp.‮xslx",
    "😀🏳️‍🌈.docx",
    "x" * 250,
    " ",
    "",
    "a\x00b",
    "C:\\Users\\ü\\Ä.pdf",
)


def a_client(**changes: Any) -> Client:
    values: dict[str, Any] = {
        "id": new_id(),
        "name": "Waterschap Zeeduin",
        "created_at": NOW,
        "variants": ("WZD",),
        "domains": ("zeeduin.example",),
        "contacts": (Contact(name="N. Voorbeeld", mail="n@zeeduin.example"),),
        "terms": ClientTerms(erasure=timedelta(hours=48), hashed_names=True),
    }
    return Client(**values | changes)


def a_project(client: Client, **changes: Any) -> Project:
    values: dict[str, Any] = {
        "id": new_id(),
        "code": "ZD-1",
        "client_id": client.id,
        "created_at": NOW,
        "goals": ("loonanalyse",),
        "members": (Member(name="A. Ander", mail="a@firma.example", until=NOW + DAY),),
    }
    return Project(**values | changes)


def an_agreement(project: Project, **changes: Any) -> Agreement:
    values: dict[str, Any] = {
        "id": new_id(),
        "project_id": project.id,
        "scope": "salarisbestand 2026",
        "purpose": "loonanalyse",
        "place": Place.LAPTOP,
        "agreed_with_name": "N. Voorbeeld",
        "agreed_with_mail": "n@zeeduin.example",
        "agreed_at": NOW - DAY,
        "registered_at": NOW,
        "evidence": Evidence(id=new_id(), name="akkoord.eml", sha256="ab" * 32, size_bytes=10),
    }
    return Agreement(**values | changes)


def a_copy(agreement: Agreement, **changes: Any) -> OutsideCopy:
    values: dict[str, Any] = {
        "id": new_id(),
        "project_id": agreement.project_id,
        "agreement_id": agreement.id,
        "location": Location.IN_PLACE,
        "name": "salaris.xlsx",
        "created_at": NOW,
    }
    return OutsideCopy(**values | changes)


def a_finding(**changes: Any) -> Finding:
    values: dict[str, Any] = {
        "id": new_id(),
        "group": new_id(),
        "path": "/home/a/Downloads/salaris.xlsx",
        "verdict": Verdict.CLIENT_DATA,
        "kinds": {"bsn": 120, "salary": 120},
        "reasons": (Reason(type=ReasonType.ORIGIN, detail="zeeduin.example"),),
        "found_at": NOW,
        "decide_by": NOW + DAY,
        "identity": FileIdentity(volume="fd00", file_id="1a2b"),
        "sha256": "cd" * 32,
    }
    return Finding(**values | changes)


def fill(session: Session) -> tuple[Client, Project, Agreement]:
    """A client with a project and an agreement."""
    client = a_client()
    project = a_project(client)
    agreement = an_agreement(project)
    session.clients.add(client)
    session.projects.add(project)
    session.agreements.add(agreement)
    return client, project, agreement


class TakenBackError(Exception):
    """Ends a change before it is committed."""


@contextmanager
def taken_back(store: Store) -> Iterator[Session]:
    """A change that fails at its end, whatever was done in it."""
    try:
        with store.write(NOW) as session:
            yield session
            raise TakenBackError
    except TakenBackError:
        return


def tamper(path: Path, *statements: str, cells: tuple[Any, ...] = ()) -> None:
    """Change the database as somebody with the key would."""
    with closing(connect(path, KEY)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN IMMEDIATE")
        for statement in statements:
            connection.execute(statement, cells)
        connection.execute("COMMIT")


def rows(connection: sqlite3.Connection, query: str) -> list[Any]:
    return connection.execute(query).fetchall()
