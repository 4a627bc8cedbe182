"""Accounts: of the firm's tenant, guests in it, and strangers."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Access = Literal["none", "read", "write", "owner"]
_NAMESPACE = uuid.UUID("5d6a1b3e-4c55-4a7e-9a06-2f0b1f1d7c11")


@dataclass
class Person:
    """`access`: what the person may do on the site. `tenant`: home tenant. `is_member` False: not known in the firm's tenant,
    so signing in ends with AADSTS50020. `is_hit_by_policy`: conditional access asks for more at the next refresh."""

    mail: str
    name: str
    tenant: str
    roles: tuple[str, ...] = ()
    access: Access = "write"
    is_guest: bool = False
    is_member: bool = True
    is_enabled: bool = True
    is_hit_by_policy: bool = False
    revoked_at: datetime | None = None
    challenged_at: datetime | None = None
    token_tenant: str | None = None
    groups: tuple[str, ...] = ()
    oid: str = field(default="")
    shows_mail: bool = True

    def __post_init__(self) -> None:
        self.oid = self.oid or str(uuid.uuid5(_NAMESPACE, self.mail.lower()))

    def identity(self) -> dict[str, object]:
        """As createdBy and lastModifiedBy name somebody."""
        mail = {"email": self.mail} if self.shows_mail else {}
        return {"user": {**mail, "id": self.oid, "displayName": self.name}}


class People:
    """All accounts, by mail address in any case."""

    def __init__(self) -> None:
        self._people: dict[str, Person] = {}
        self.shows_mail = True

    def hide_mail(self) -> None:
        """Whoever did something is told as the documentation shows it: name and id alone."""
        self.shows_mail = False
        for person in self._people.values():
            person.shows_mail = False

    def add(self, person: Person) -> Person:
        person.shows_mail = self.shows_mail
        self._people[person.mail.lower()] = person
        return person

    def find(self, mail: str) -> Person | None:
        return self._people.get(mail.lower())

    def __getitem__(self, mail: str) -> Person:
        return self._people[mail.lower()]

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self._people.values())
