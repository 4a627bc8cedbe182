"""What the page says of a group of findings: what and where, whose, until when, how it was decided."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import PurePath

from app.domain.finding import Finding, FindingState, ResolvedHow
from app.domain.finding_group import FindingGroup
from app.domain.messages import Message, kind_text, msg
from app.domain.today import lateness
from app.ui.texts import WindowTexts


def what_and_where(group: FindingGroup) -> Message:
    """ "personeel.xlsx in Downloads"; of several files the first one and how many others."""
    folder = folder_name(group.folder)
    if group.is_place:
        return msg("ui.findings.row-place", folder=folder)
    if group.count == 1:
        return msg("ui.findings.row-file", name=group.first_name, folder=folder)
    return msg("ui.findings.row-files", n=group.count - 1, name=group.first_name, folder=folder)


def what(group: FindingGroup) -> Message:
    """For a line of the list, which tells beside it how many there are, and below it where."""
    several = group.count > 1 and not group.is_place
    name = name_of(group)
    return msg("ui.findings.row-and-more", name=name) if several else msg("ui.findings.row-name", name=name)


def name_of(group: FindingGroup) -> str:
    """Of the first file; of a place its folder."""
    return folder_name(group.folder) if group.is_place else group.first_name


def where(group: FindingGroup) -> Message:
    if group.is_place:
        return msg("ui.findings.clients-storage")
    return msg("ui.findings.folder", name=folder_name(group.folder))


def folder_name(path: str) -> str:
    """The last part of a folder, as people call it; a drive or the root as it is."""
    return PurePath(path).name or path


def owner(group: FindingGroup, clients: Mapping[str, str]) -> Message:
    """Whose it is. `clients`: names by id."""
    if group.several_clients:
        return msg("ui.findings.several-clients")
    if group.client_id is None or group.client_id not in clients:
        return msg("ui.findings.unknown-client")
    return msg("ui.findings.client", name=clients[group.client_id])


def short_term(group: FindingGroup, texts: WindowTexts, now: datetime) -> str:
    """For a line of the list: "over 5 uur", "3 uur te laat", "2 dagen geleden"."""
    if group.resolved_at is not None:
        return texts.relative(group.resolved_at, now)
    if group.decide_by > now:
        return texts.relative(group.decide_by, now)
    return texts.render(lateness(group.decide_by, now))


def term(group: FindingGroup, texts: WindowTexts, now: datetime) -> Message:
    """When it must be decided, or was."""
    if group.resolved_at is not None:
        return msg("ui.findings.decided", how=decided_how(group.hows), when=texts.relative(group.resolved_at, now))
    is_late = group.decide_by <= now
    if group.state is FindingState.WAITING:
        if is_late:
            return msg("ui.findings.answer-late", late=lateness(group.decide_by, now))
        return msg("ui.findings.answer-by", when=texts.relative(group.decide_by, now))
    if is_late:
        return msg("ui.findings.decide-late", late=lateness(group.decide_by, now))
    if group.first_clean_up:
        return msg("ui.findings.clean-up-by", when=texts.relative(group.decide_by, now))
    return msg("ui.findings.decide-by", when=texts.relative(group.decide_by, now))


def moment_of(group: FindingGroup) -> datetime:
    """The moment that `term` speaks of."""
    return group.resolved_at or group.decide_by


def decided_how(hows: tuple[ResolvedHow, ...]) -> Message:
    if len(hows) != 1:
        return msg("ui.findings.how-several")
    return _HOWS[hows[0]]


_HOWS: Mapping[ResolvedHow, Message] = {
    ResolvedHow.SEALED: msg("ui.findings.how-sealed"),
    ResolvedHow.KEPT: msg("ui.findings.how-kept"),
    ResolvedHow.ASKED: msg("ui.findings.how-asked"),
    ResolvedHow.RETURNED: msg("ui.findings.how-returned"),
    ResolvedHow.DELETED: msg("ui.findings.how-deleted"),
    ResolvedHow.DOCUMENTATION: msg("ui.findings.how-documentation"),
    ResolvedHow.NOT_CLIENT_DATA: msg("ui.findings.how-not-client-data"),
}


def size_of(group: FindingGroup, texts: WindowTexts) -> Message:
    """How many files, and how large together."""
    return msg("ui.findings.size", n=group.count, size=texts.size(group.bytes))


def kinds_of(finding: Finding, texts: WindowTexts) -> str:
    """The kinds of data in one file, most first: "214 BSN's, 12 namen"."""
    most_first = sorted(finding.kinds.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(texts.render(kind_text(kind, count)) for kind, count in most_first)
