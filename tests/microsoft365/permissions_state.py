"""Who can open an item. Source: https://learn.microsoft.com/graph/api/resources/permission"""

from __future__ import annotations

import base64
import secrets
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["user", "group", "site_group", "link"]
Role = Literal["owner", "write", "read"]


def new_permission_id() -> str:
    return base64.urlsafe_b64encode(secrets.token_bytes(24)).decode()


@dataclass
class Permission:
    """`scope` and `people` (mail addresses) of a link."""

    kind: Kind
    role: Role
    name: str
    mail: str | None = None
    scope: Literal["anonymous", "organization", "users"] | None = None
    people: tuple[str, ...] = ()
    id: str = field(default_factory=new_permission_id)
