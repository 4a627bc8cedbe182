"""Findings that wait for a decision, or for the client's answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.actions.needs.scene import Scene, folder_name, gathered, grouped
from app.domain.finding import FindingState
from app.domain.messages import Message, msg
from app.domain.rules import RuleState
from app.domain.today import Need, NeedAction, NeedKind, SubjectKind
from app.store import FindingCount

RULES = ("VR-P1a", "VR-P3")


def deciding_needs(scene: Scene) -> list[Need]:
    kinds = grouped(scene.picture.findings, lambda finding: (_kind(scene, finding).value,))

    def groups_of(kind: NeedKind) -> list[list[FindingCount]]:
        return list(grouped(kinds.get((kind.value,), []), lambda finding: (finding.group,)).values())

    late = [_late(scene, rows) for rows in groups_of(NeedKind.FINDINGS_LATE)]
    is_late = {need.subject for need in late}
    fresh = [_open(scene, rows) for rows in groups_of(NeedKind.FINDINGS_OPEN) if rows[0].group not in is_late]
    return [
        *gathered(late, lambda n, groups: msg("today.findings-late-several", n=n, groups=groups)),
        *gathered(fresh, lambda n, groups: msg("today.findings-open-several", n=n, groups=groups)),
        *gathered(
            (_place(scene, rows) for rows in groups_of(NeedKind.CLIENT_PLACE)),
            lambda n, _: msg("today.places-several", n=n),
        ),
        *_first_clean_up(kinds.get((NeedKind.FIRST_CLEAN_UP.value,), [])),
        *gathered(
            (_unanswered(scene, rows) for rows in groups_of(NeedKind.ANSWER_LATE)),
            lambda n, groups: msg("today.answer-late-several", n=n, groups=groups),
        ),
        *gathered(
            (_awaited(scene, rows) for rows in groups_of(NeedKind.ANSWER_AWAITED)),
            lambda n, groups: msg("today.answer-awaited-several", n=n, groups=groups),
        ),
    ]


def _kind(scene: Scene, finding: FindingCount) -> NeedKind:
    if finding.state is FindingState.WAITING:
        return NeedKind.ANSWER_LATE if finding.late else NeedKind.ANSWER_AWAITED
    if finding.first_clean_up:
        return NeedKind.FIRST_CLEAN_UP
    if finding.is_place:
        return NeedKind.CLIENT_PLACE
    return NeedKind.FINDINGS_LATE if finding.late else NeedKind.FINDINGS_OPEN


def _need(
    kind: NeedKind,
    rows: Sequence[FindingCount],
    state: RuleState,
    action: NeedAction,
    sentence: Message,
    detail: Message | None,
    count: int | None = None,
) -> Need:
    return Need(
        id=f"{kind.value}.{rows[0].group}",
        kind=kind,
        state=state,
        sentence=sentence,
        detail=detail,
        action=action,
        subject=rows[0].group,
        subject_kind=SubjectKind.GROUP,
        since=min(row.decide_by for row in rows),
        count=sum(row.files for row in rows) if count is None else count,
        rules=RULES,
    )


def _late(scene: Scene, rows: Sequence[FindingCount]) -> Need:
    n, client, folder = sum(row.late for row in rows), _client(scene, rows), folder_name(rows[0].folder)
    if client is None:
        sentence = msg("today.findings-late-unknown", n=n, folder=folder)
    else:
        sentence = msg("today.findings-late", n=n, client=client, folder=folder)
    detail = msg("today.decide-late", at=min(row.decide_by for row in rows))
    return _need(NeedKind.FINDINGS_LATE, rows, RuleState.OVERDUE, NeedAction.DECIDE, sentence, detail, n)


def _open(scene: Scene, rows: Sequence[FindingCount]) -> Need:
    n, client, folder = sum(row.files for row in rows), _client(scene, rows), folder_name(rows[0].folder)
    if client is None:
        sentence = msg("today.findings-open-unknown", n=n, folder=folder)
    else:
        sentence = msg("today.findings-open", n=n, client=client, folder=folder)
    detail = msg("today.decide-by", at=min(row.decide_by for row in rows))
    return _need(NeedKind.FINDINGS_OPEN, rows, RuleState.ATTENTION, NeedAction.DECIDE, sentence, detail)


def _place(scene: Scene, rows: Sequence[FindingCount]) -> Need:
    client = _client(scene, rows)
    state = RuleState.OVERDUE if any(row.late for row in rows) else RuleState.ATTENTION
    if client is None:
        sentence = msg("today.places-several", n=len(rows))
    else:
        sentence = msg("today.place", client=client, folder=folder_name(rows[0].folder))
    return _need(NeedKind.CLIENT_PLACE, rows, state, NeedAction.STOP_SYNC, sentence, msg("today.place-detail"))


def _first_clean_up(rows: Sequence[FindingCount]) -> Iterator[Need]:
    """One task with one term, whatever it holds."""
    if rows:
        n, until = sum(row.files for row in rows), min(row.decide_by for row in rows)
        yield Need(
            id=NeedKind.FIRST_CLEAN_UP.value,
            kind=NeedKind.FIRST_CLEAN_UP,
            state=RuleState.ATTENTION,
            sentence=msg("today.first-clean-up", n=n),
            detail=msg("today.decide-by", at=until),
            action=NeedAction.DECIDE_ALL,
            since=until,
            count=n,
            rules=RULES,
        )


def _awaited(scene: Scene, rows: Sequence[FindingCount]) -> Need:
    n, client, until = sum(row.files for row in rows), _client(scene, rows), min(row.decide_by for row in rows)
    if client is None:  # several: one group was asked about in parts
        sentence = msg("today.answer-awaited-unknown", n=n)
    else:
        sentence = msg("today.answer-awaited", n=n, client=client)
    detail = msg("today.answer-awaited-detail", n=n, at=until)
    return _need(NeedKind.ANSWER_AWAITED, rows, RuleState.ATTENTION, NeedAction.FILE_ANSWER, sentence, detail)


def _unanswered(scene: Scene, rows: Sequence[FindingCount]) -> Need:
    n, client, until = sum(row.files for row in rows), _client(scene, rows), min(row.decide_by for row in rows)
    if client is None:
        sentence = msg("today.answer-late-unknown", n=n)
    else:
        sentence = msg("today.answer-late", n=n, client=client)
    detail = msg("today.answer-late-detail", n=n, at=until)
    return _need(NeedKind.ANSWER_LATE, rows, RuleState.ATTENTION, NeedAction.DECIDE, sentence, detail)


def _client(scene: Scene, rows: Sequence[FindingCount]) -> str | None:
    """The name of the one client of all; None for none or several."""
    known = {row.client_id for row in rows if row.client_id is not None}
    return scene.clients.get(known.pop()) if len(known) == 1 else None
