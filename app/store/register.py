"""Clients, projects and agreements."""

from __future__ import annotations

import sqlite3
import unicodedata

from app.domain.agreement import Agreement
from app.domain.client import Client
from app.domain.messages import msg
from app.domain.project import Project
from app.store.table import Resolving, table


def folded(text: str) -> str:
    """Two names are the same when case, spaces and the way accents are written are all that differs."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


class Clients(Resolving[Client]):
    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection, table("clients", Client), msg("store.kind-client"))

    def by_name(self, name: str) -> Client | None:
        """The client with this name, else the one with this variant; whatever the case."""
        wanted, clients = folded(name), self.all()
        for client in clients:
            if folded(client.name) == wanted:
                return client
        return next((c for c in clients if wanted in map(folded, c.variants)), None)

    def resolve(self, start: str) -> Client:
        """By name or variant, or by the start of the id. Raises NotFoundError."""
        return self.by_name(start) or super().resolve(start)


class Projects(Resolving[Project]):
    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection, table("projects", Project), msg("store.kind-project"))

    def by_code(self, code: str) -> Project | None:
        wanted = folded(code)
        return next((project for project in self.all() if folded(project.code) == wanted), None)

    def of_client(self, client_id: str) -> list[Project]:
        return self._where("client_id = ?", client_id)

    def resolve(self, start: str) -> Project:
        """By code, or by the start of the id. Raises NotFoundError."""
        return self.by_code(start) or super().resolve(start)


class Agreements(Resolving[Agreement]):
    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection, table("agreements", Agreement), msg("store.kind-agreement"))

    def of_project(self, project_id: str) -> list[Agreement]:
        return self._where("project_id = ?", project_id)
