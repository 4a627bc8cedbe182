"""What doctor tells of the firm's stores: in which country each is, as IT recorded it. Source: VT-O1."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from app.actions.checks import Check, CheckState
from app.domain.messages import msg
from app.domain.storage_place import StoragePlace, StoreKind

STORAGE_CHECKS: Final = ("storage",)


def storage_checks(stores: Callable[[], Sequence[StoragePlace]]) -> Mapping[str, Callable[[str], Check]]:
    """By id, in the order of STORAGE_CHECKS."""
    return {"storage": lambda id_: _storage(id_, stores())}


def _storage(id_: str, stores: Sequence[StoragePlace]) -> Check:
    """As the rule judges it; which region a tenant is in only its administrator can read."""
    remote = [store for store in stores if store.kind is not StoreKind.LAPTOP]
    if not remote:
        return Check(id=id_, state=CheckState.OK, sentence=msg("rule.storage-laptop"))
    if not all(store.is_known for store in remote):
        fix = msg("doctor.fix-storage")
        return Check(id=id_, state=CheckState.UNKNOWN, sentence=msg("rule.storage-unknown"), fix=fix)
    countries = ", ".join(dict.fromkeys(store.country or "" for store in remote))
    if any(store.is_outside_eea for store in remote):
        sentence = msg("rule.storage-outside", countries=countries)
        return Check(id=id_, state=CheckState.ATTENTION, sentence=sentence, fix=msg("doctor.fix-storage"))
    return Check(id=id_, state=CheckState.OK, sentence=msg("rule.storage-known", countries=countries))
