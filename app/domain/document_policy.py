"""Which documents may be filed, by what the detector and the registers say. Source: VR-P5a, VR-P5b."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.document import Why
from app.domain.finding import (
    BUSINESS_CONTACT_KINDS,
    PROVENANCE_REASONS,
    SPECIAL_KINDS,
    Judgement,
    Verdict,
    points_to_client,
)

# An organisation has these as well: a quotation holds the firm's own address and account.
OF_ORGANISATIONS: Final = frozenset({"address", "iban"})
# No word of a person lets these through: special categories, and numbers by which somebody is known.
NEVER_RELEASED: Final = SPECIAL_KINDS | {"bsn", "id_document"}
# Somebody locked it, or it broke the reader: nobody knows what is in it. A picture or a drawing is no such thing.
HELD_UNREAD: Final = frozenset({"encrypted", "crashed", "timeout"})
# What goes over a limit is never called clean. Of these kinds, which carry tables and mail, it waits for a person; a report or
# a presentation of that size is large by its pictures.
CARRIERS: Final = frozenset(
    (
        *(".csv", ".tsv", ".txt", ".json", ".xml", ".sql", ".log", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".pst"),
        *(
            ".mbox",
            ".eml",
            ".msg",
            ".zip",
            ".7z",
            ".tar",
            ".gz",
            ".tgz",
            ".rar",
            ".parquet",
            ".db",
            ".sqlite",
            ".accdb",
        ),
        *(".mdb", ".bak", ".dump"),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Why a document is held back. `detail`: kinds with counts, or why it could not be read; never a value."""

    why: Why
    detail: str = ""
    may_release: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the registers know of this content. `is_registered`: it is or was a copy of a client's file; `has_finding`:
    somebody still has to decide about it; `is_documentation`: a person decided so; `is_excepted`: a person called it no
    client data, which never counts against a client's origin or label."""

    is_registered: bool = False
    has_finding: bool = False
    is_documentation: bool = False
    is_excepted: bool = False


def hold_of(judgement: Judgement, standing: Standing, ending: str) -> Hold | None:
    """None: it may be filed. `ending`: of its name, lower case."""
    if standing.is_registered:
        return Hold(why=Why.REGISTERED)
    has_provenance = any(reason.type in PROVENANCE_REASONS for reason in judgement.reasons)
    if standing.has_finding and judgement.verdict is not Verdict.CLIENT_DATA:
        return Hold(why=Why.FINDING)
    if not standing.has_finding and (standing.is_documentation or (standing.is_excepted and not has_provenance)):
        return None
    if judgement.verdict is Verdict.CLIENT_DATA:
        return _client_data(judgement)
    if judgement.verdict is Verdict.UNREADABLE:
        return _unreadable(judgement, ending)
    beyond = beyond_contacts(judgement.kinds)
    if beyond:
        return Hold(why=Why.PERSONAL_DATA, detail=counted(beyond), may_release=_may_release(judgement))
    return None


def is_unread(judgement: Judgement) -> bool:
    """Whether nobody could look into it although it may be filed: said, as it is no word about its content."""
    return judgement.verdict is Verdict.UNREADABLE


def beyond_contacts(kinds: Mapping[str, int]) -> dict[str, int]:
    """What of the kinds project documentation may not hold. Source: VR-P5b."""
    return {kind: n for kind, n in kinds.items() if kind not in BUSINESS_CONTACT_KINDS | OF_ORGANISATIONS}


def counted(kinds: Mapping[str, int]) -> str:
    """Kinds with their counts as one text, and back by `kinds_in`."""
    return " ".join(f"{kind}={n}" for kind, n in sorted(kinds.items()))


def kinds_in(detail: str | None) -> dict[str, int]:
    parts = (part.partition("=") for part in (detail or "").split())
    return {kind: int(n) for kind, _, n in parts if n.isdecimal()}


def _client_data(judgement: Judgement) -> Hold:
    may_release = _may_release(judgement) and not any(r.type in PROVENANCE_REASONS for r in judgement.reasons)
    beyond = beyond_contacts(judgement.kinds)
    is_personal = bool(beyond) and judgement.client_id is None
    why = Why.PERSONAL_DATA if is_personal else Why.CLIENT_DATA
    return Hold(why=why, detail=counted(beyond), may_release=may_release)


def _unreadable(judgement: Judgement, ending: str) -> Hold | None:
    why = judgement.error or "unsupported"
    if points_to_client(judgement.reasons):
        return Hold(why=Why.UNREADABLE, detail=why)
    if why in HELD_UNREAD or (why == "limit" and ending in CARRIERS):
        return Hold(why=Why.UNREADABLE, detail=why, may_release=True)
    return None


def _may_release(judgement: Judgement) -> bool:
    return not judgement.special and not NEVER_RELEASED & judgement.kinds.keys()
