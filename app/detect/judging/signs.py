"""The signs of a client that were met, each with its weight; and what is one's own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from app.detect.content.folding import fold
from app.detect.judging import weights
from app.detect.judging.hosts import is_publisher
from app.detect.judging.register import Mention, OriginKind, Register, Whose
from app.domain.finding import Origin, ReasonType

PROVENANCE = frozenset({ReasonType.FINGERPRINT, ReasonType.LABEL, ReasonType.ORIGIN})
_ORIGIN_WEIGHTS = {
    OriginKind.ENVIRONMENT: weights.ORIGIN_ENVIRONMENT,
    OriginKind.PROCESSOR: weights.ORIGIN_ENVIRONMENT,
    OriginKind.LIKELY: weights.ORIGIN_LIKELY,
    OriginKind.WEBSITE: weights.ORIGIN_WEBSITE,
}


_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")  # LonenElst.xlsx


@dataclass(frozen=True, slots=True)
class Sign:
    """One hint. `client_id` is None for what points at no registered client."""

    type: ReasonType
    detail: str
    client_id: str | None
    weight: float

    @property
    def is_provenance(self) -> bool:
        """Whether it says where the document comes from, the public website left aside."""
        return self.type in PROVENANCE and self.client_id is not None and self.weight > weights.ORIGIN_WEBSITE


class Signs:
    """Filled while a document is read."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._found: set[Sign] = set()
        self._doubtful: set[Sign] = set()  # words that count beside another sign of the same client
        self._marks: set[Mention | Whose] = set()
        self._places: set[Mention | Whose] = set()  # met in a text
        self._emphasis: defaultdict[str, float] = defaultdict(float)
        self.whose: set[Whose] = set()  # named in the text
        self.whose_property: set[Whose] = set()
        self.is_own_labelled = False
        self.is_from_website = self.is_from_publisher = False

    # -- what was met --------------------------------------------------------------------------------------------------

    def origin(self, origin: Origin) -> None:
        hosts = [host for host in (origin.host, origin.referrer_host) if host]
        found = {host: self._register.client_of_host(host) for host in hosts}
        if origin.host and found[origin.host] is None and is_publisher(origin.host):
            self.is_from_publisher = True  # whoever linked to it: it is there for everybody
            return
        for host, client in found.items():
            if client is None:
                continue
            client_id, kind = client
            if kind is OriginKind.WEBSITE and origin.zone == 1:
                kind = OriginKind.ENVIRONMENT  # zone 1: the system calls it the intranet
            self.is_from_website |= kind is OriginKind.WEBSITE
            self._found.add(Sign(ReasonType.ORIGIN, host, client_id, _ORIGIN_WEIGHTS[kind]))
        for host in origin.session_hosts:
            self._session(host)

    def _session(self, host: str) -> None:
        client = self._register.client_of_host(host)
        if client is not None:
            self._found.add(Sign(ReasonType.SESSION, host, client[0], weights.POINTERS[ReasonType.SESSION]))

    def fingerprint(self, client_id: str, weight: float) -> None:
        self._found.add(Sign(ReasonType.FINGERPRINT, self._register.name_of(client_id), client_id, weight))

    def label(self, tenant_id: str) -> None:
        tenant = tenant_id.strip().strip("{}").lower()
        client_id = self._register.client_of_tenant(tenant)
        if client_id is not None:
            self._found.add(Sign(ReasonType.LABEL, self._register.name_of(client_id), client_id, weights.LABEL))
        elif self._register.is_own_tenant(tenant):
            self.is_own_labelled = True
        elif len(tenant) == 36 and all(sign in "0123456789abcdef-" for sign in tenant):
            self._found.add(Sign(ReasonType.LABEL, tenant, None, weights.LABEL_UNKNOWN_TENANT))

    def property(self, folded: bytes) -> None:
        for mark in self._register.phrases.find(folded):
            if isinstance(mark, Whose):
                self.whose_property.add(mark)
            elif not mark.needs_others or mark.type is ReasonType.NAME:
                self._point(ReasonType.PROPERTY, mark.client_id)
        for client_id in self._register.contacts.find(folded):
            self._point(ReasonType.PROPERTY, client_id)

    def sender(self, address: str) -> None:
        """A mail address, or its domain."""
        client_id = self._register.client_of_mail(address)
        found = self._register.client_of_domain(address)
        if found is not None:
            self._point(ReasonType.SENDER, found[0], found[1])
        elif client_id is not None:
            self._point(ReasonType.SENDER, client_id)  # at a provider: the address is not told

    def recipient(self, address: str) -> None:
        found = self._register.client_of_domain(address)
        client_id = found[0] if found is not None else self._register.client_of_mail(address)
        if client_id is not None:
            detail = found[1] if found is not None else self._register.name_of(client_id)
            self._found.add(Sign(ReasonType.KEYWORD, detail, client_id, weights.RECIPIENT))

    def phrases(self, folded: bytes, emphasis: float = 0.0, *, is_running: bool = False) -> None:
        """`emphasis`: how much more a place says when two clients are named: a title, the name of the file. `is_running`: it is
        no name or title; a place in it is where somebody lives."""
        known = self._marks | self._places if is_running else self._marks
        for mark in self._register.phrases.find(folded, known):
            if isinstance(mark, Whose):
                self._marks.add(mark)
                self.whose.add(mark)
            elif mark.is_place and is_running:
                self._places.add(mark)
            elif not mark.literal or mark.literal.encode() in folded.lower():
                self._named(mark, emphasis)

    def called(self, name: str, emphasis: float) -> None:
        """The name of a file, a folder or an attachment. A part of a client's name is enough where nothing else is known."""
        folded = fold(f"{name} / {_CAMEL.sub(' ', name)}")
        self.phrases(folded, emphasis)
        for mark in self._register.parts.find(folded):
            self._named(mark, emphasis)

    def _named(self, mark: Mention, emphasis: float) -> None:
        self._marks.add(mark)
        if mark.type is ReasonType.NAME and not mark.needs_others:
            self._marks |= self._register.names_of(mark.client_id)  # another form of it would say no more
        sign = Sign(mark.type, mark.detail, mark.client_id, mark.weight)
        (self._doubtful if mark.needs_others else self._found).add(sign)
        self._emphasis[mark.client_id] += emphasis

    def _point(self, kind: ReasonType, client_id: str, detail: str | None = None) -> None:
        shown = self._register.name_of(client_id) if detail is None else detail
        self._found.add(Sign(kind, shown, client_id, weights.POINTERS[kind]))

    # -- what it comes to ----------------------------------------------------------------------------------------------

    def of_one_client(self) -> tuple[str | None, tuple[Sign, ...]]:
        """The client that most points at, and the signs for it with those that point at no registered client."""
        found = self._found | self._confirmed()
        is_known = any(sign.client_id for sign in found)
        if not is_known:
            found |= self._doubtful
        totals: dict[str, float] = {}
        for sign in found:
            if sign.client_id is not None:
                totals[sign.client_id] = totals.get(sign.client_id, self._emphasis[sign.client_id]) + sign.weight
        client_id = max(sorted(totals), key=totals.__getitem__, default=None)
        if not is_known and list(totals.values()).count(max(totals.values(), default=0.0)) > 1:
            client_id = None  # a word that two clients have in common tells of none
        kept = (sign for sign in found if sign.client_id in (client_id, None))
        return client_id, _ordered(kept)

    def _confirmed(self) -> set[Sign]:
        clients = {sign.client_id for sign in self._found}
        return {sign for sign in self._doubtful if sign.client_id in clients}


def _ordered(signs: Iterable[Sign]) -> tuple[Sign, ...]:
    """The strongest first; of one kind and detail the strongest only."""
    strongest: dict[tuple[ReasonType, str], Sign] = {}
    for sign in signs:
        key = (sign.type, sign.detail)
        if key not in strongest or strongest[key].weight < sign.weight:
            strongest[key] = sign
    return tuple(sorted(strongest.values(), key=lambda sign: (-sign.weight, sign.type, sign.detail)))
