"""Who can open a place in the site's library. Members of a group are not spelled out: who they are is the group's owner's.

Source: https://learn.microsoft.com/graph/api/resources/permission
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.domain.remote_files import Grant, GrantKind
from app.remote.office365.client import objects
from app.remote.office365.items import person_of

_WRITES = frozenset({"write", "owner", "sp.owner", "sp.full control", "sp.member", "sp.edit", "sp.contribute", "edit"})
_OWNS = frozenset({"owner", "sp.owner", "sp.full control"})


def grants_of(told: Mapping[str, Any]) -> Iterator[Grant]:
    """The grants in one permission: a link is one, with the people it was given to; otherwise one a person or group."""
    id_, roles = str(told.get("id") or ""), _roles(told)
    inherited = bool(told.get("inheritedFrom"))
    link = told.get("link")
    if isinstance(link, dict):
        yield _link(id_, link, roles, inherited)
    for identity in _identities(told):
        yield from _identity(id_, identity, roles, inherited, in_link=isinstance(link, dict))
    invited = told.get("invitation")
    if isinstance(invited, dict) and isinstance(invited.get("email"), str) and not _granted(told):
        mail = invited["email"].lower()
        yield _grant(id_, GrantKind.DIRECT, mail, mail, roles, inherited)


def _link(id_: str, link: Mapping[str, Any], roles: frozenset[str], inherited: bool) -> Grant:
    scope, kind = link.get("scope"), link.get("type")
    return Grant(  # without its address: whoever has that can open it
        id=id_,
        kind=GrantKind.LINK,
        name=str(kind or "link"),
        # A link without a scope lets in whoever has it.
        scope=scope if isinstance(scope, str) and scope else "anonymous",
        may_write=kind == "edit" or bool(roles & _WRITES),
        is_inherited=inherited,
    )


def _identities(told: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The newer form where it is there, else the older; the same people stand in both."""
    newer = list(objects(told.get("grantedToIdentitiesV2")))
    single = told.get("grantedToV2")
    newer += [single] if isinstance(single, dict) and single else []
    if newer:
        yield from newer
        return
    yield from objects(told.get("grantedToIdentities"))
    older = told.get("grantedTo")
    if isinstance(older, dict) and older:
        yield older


def _granted(told: Mapping[str, Any]) -> bool:
    return any(True for _ in _identities(told))


def _identity(
    id_: str, identity: Mapping[str, Any], roles: frozenset[str], inherited: bool, *, in_link: bool
) -> Iterator[Grant]:
    """A person, a group of Entra, or a group of SharePoint. An identity set tells one of them, in several forms."""
    for key in ("group", "siteGroup"):
        group = identity.get(key)
        if isinstance(group, dict):
            name = str(group.get("displayName") or group.get("loginName") or group.get("id") or "")
            yield _grant(id_, GrantKind.GROUP, name, None, roles, inherited)
            return
    for key in ("user", "siteUser"):
        user = identity.get(key)
        if isinstance(user, dict):
            # The other form may tell the mail address where this one does not.
            called, mail = person_of({"user": {**_object(identity, "siteUser"), **user}})
            is_group = mail is None and _is_group_claim(user, identity)
            kind = GrantKind.GROUP if is_group else GrantKind.DIRECT
            if roles & _OWNS and not is_group and not in_link:
                kind = GrantKind.OWNER
            yield _grant(id_, kind, called or str(user.get("id") or ""), mail, roles, inherited)
            return
    application = identity.get("application")
    if isinstance(application, dict):
        name = str(application.get("displayName") or application.get("id") or "")
        yield _grant(id_, GrantKind.DIRECT, name, None, roles, inherited)


def _is_group_claim(user: Mapping[str, Any], identity: Mapping[str, Any]) -> bool:
    """ "Everyone" and security groups come as site users whose login name is no account."""
    login = str(user.get("loginName") or _object(identity, "siteUser").get("loginName") or "")
    return login.startswith(("c:0", "c:0(.s|true", "c:0-.f")) or "spo-grid-all-users" in login


def _grant(id_: str, kind: GrantKind, name: str, mail: str | None, roles: frozenset[str], inherited: bool) -> Grant:
    return Grant(id=id_, kind=kind, name=name, mail=mail, may_write=bool(roles & _WRITES), is_inherited=inherited)


def _roles(told: Mapping[str, Any]) -> frozenset[str]:
    roles = told.get("roles")
    return frozenset(str(role).lower() for role in roles) if isinstance(roles, list) else frozenset()


def _object(told: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = told.get(key)
    return value if isinstance(value, dict) else {}
