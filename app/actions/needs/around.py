"""What the assistant itself lacks: time, guards, folders, clients, the terms of agreements, and what IT set."""

from __future__ import annotations

from collections.abc import Iterator

from app.actions.needs.scene import Scene, folder_name, gathered
from app.domain.agreement import Agreement
from app.domain.messages import Message, msg
from app.domain.ports import KeySource
from app.domain.rules import RuleState
from app.domain.sign_in import SignInState
from app.domain.today import Need, NeedAction, NeedKind, SubjectKind

LOOKING = ("VR-K1", "VR-P1a", "VR-P3", "VR-U5a")


def around_needs(scene: Scene) -> list[Need]:
    return [
        *_machine(scene),
        *_watching(scene),
        *gathered(_unseen(scene), lambda n, _: msg("today.folders-unseen", n=n)),
        *gathered(_ailing(scene), lambda n, _: msg("today.folders-ailing", n=n)),
        *_drives(scene),
        *_working_files(scene),
        *_clients(scene),
        *gathered(_to_review(scene), lambda n, _: msg("today.agreements-review", n=n)),
        *gathered(_astray(scene), lambda n, _: msg("today.purposes-astray", n=n)),
    ]


def _plain(
    kind: NeedKind,
    state: RuleState,
    sentence: Message,
    action: NeedAction,
    *rules: str,
    detail: Message | None = None,
    count: int = 1,
) -> Need:
    """About no thing in particular: there is one of its kind."""
    return Need(
        id=kind.value,
        kind=kind,
        state=state,
        sentence=sentence,
        detail=detail,
        action=action,
        count=count,
        rules=rules,
    )


# -- the machine ------------------------------------------------------------------------------------------------------


def _machine(scene: Scene) -> Iterator[Need]:
    picture, attention = scene.picture, RuleState.ATTENTION
    if not picture.trusted:
        sentence, action = msg("today.clock"), NeedAction.CONFIRM_CLOCK
        yield _plain(NeedKind.CLOCK, attention, sentence, action, "VR-P4", detail=msg("today.clock-detail"))
    if picture.key_source is KeySource.KEY_FILE:
        keeps_tokens = picture.sign_in.state is not SignInState.NOT_SET_UP
        rules = ("VT-C5",) if keeps_tokens else ()
        yield _plain(NeedKind.KEY_FILE, attention, msg("status.key-file"), NeedAction.SHOW_DOCTOR, *rules)
    if picture.policy_problems:
        sentence = msg("today.policy", n=len(picture.policy_problems))
        detail = msg("doctor.policy-broken", problems=picture.policy_problems)
        yield _plain(NeedKind.POLICY, attention, sentence, NeedAction.SHOW_DOCTOR, detail=detail)
    state, sentence = picture.lock_standing
    if state is not RuleState.OK and picture.guards_run:  # else it is told with all that they do not do
        action = NeedAction.SHOW_DOCTOR if picture.guards_run_now else NeedAction.START_GUARDS
        yield _plain(NeedKind.UNATTENDED, state, sentence, action, "VR-P6")
    if picture.refused_cards:
        n = picture.refused_cards
        sentence = msg("today.cards-refused", n=n)
        yield _plain(NeedKind.CARDS_REFUSED, attention, sentence, NeedAction.SHOW_TEAM, "VT-C4", count=n)


# -- looking ----------------------------------------------------------------------------------------------------------


def _watching(scene: Scene) -> Iterator[Need]:
    picture, unknown = scene.picture, RuleState.UNKNOWN
    if not picture.folders:
        detail = msg("today.no-folder-detail")
        yield _plain(
            NeedKind.NO_FOLDER, unknown, msg("today.no-folder"), NeedAction.ADD_FOLDER, *LOOKING, detail=detail
        )
    if not picture.guards_run:
        sentence, action = msg("today.guards-silent"), NeedAction.START_GUARDS
        looking = LOOKING if picture.folders else ()
        yield _plain(NeedKind.GUARDS_SILENT, unknown, sentence, action, *looking, "VR-P6")
    elif picture.paused_until is not None and picture.folders:
        sentence = msg("today.paused", until=picture.paused_until.astimezone(scene.zone).time())
        detail = msg("today.paused-detail")
        yield _plain(NeedKind.PAUSED, RuleState.ATTENTION, sentence, NeedAction.RESUME, "VR-K1", detail=detail)


def _unseen(scene: Scene) -> Iterator[Need]:
    if scene.picture.guards_run:
        for folder in scene.picture.unseen:
            yield Need(
                id=f"folder-unseen.{folder.id}",
                kind=NeedKind.FOLDER_UNSEEN,
                state=RuleState.UNKNOWN,
                sentence=msg("today.folder-unseen", folder=folder_name(folder.path)),
                detail=msg("today.folder-unseen-detail"),
                action=NeedAction.SHOW_FOLDERS,
                subject=folder.id,
                subject_kind=SubjectKind.FOLDER,
                since=folder.last_reconciled_at,
                rules=LOOKING,
            )


def _ailing(scene: Scene) -> Iterator[Need]:
    if scene.picture.guards_run:
        for folder in scene.picture.ailing:
            yield Need(
                id=f"folder-ailing.{folder.id}",
                kind=NeedKind.FOLDER_AILING,
                state=RuleState.ATTENTION,
                sentence=msg("today.folder-ailing", folder=folder_name(folder.path)),
                action=NeedAction.SHOW_FOLDERS,
                subject=folder.id,
                subject_kind=SubjectKind.FOLDER,
                rules=("VR-K1",),
            )


def _drives(scene: Scene) -> Iterator[Need]:
    for path in scene.picture.drives:
        yield Need(
            id=f"drive.{path}",
            kind=NeedKind.DRIVE,
            state=RuleState.OK,
            sentence=msg("today.drive", drive=folder_name(path)),
            detail=msg("today.drive-detail"),
            action=NeedAction.ADD_FOLDER,
            subject=path,
            subject_kind=SubjectKind.PATH,
            rules=("VR-P1a",),
        )


def _working_files(scene: Scene) -> Iterator[Need]:
    picture, action = scene.picture, NeedAction.SHOW_WORKING_FILES
    if not picture.folders or not picture.guards_run or picture.unseen:
        return  # what is not looked at is told above
    if picture.working is None:
        sentence = msg("rule.working-not-counted")
        yield _plain(NeedKind.WORKING_FILES, RuleState.UNKNOWN, sentence, action, "VR-U5a")
    elif picture.working:
        sentence, detail = msg("today.working-files", n=picture.working), msg("today.working-files-detail")
        state, n = RuleState.ATTENTION, picture.working
        yield _plain(NeedKind.WORKING_FILES, state, sentence, action, "VR-U5a", detail=detail, count=n)


# -- clients and agreements -------------------------------------------------------------------------------------------


def _clients(scene: Scene) -> Iterator[Need]:
    picture = scene.picture
    if not picture.clients:
        detail = msg("today.no-client-detail")
        yield _plain(
            NeedKind.NO_CLIENT, RuleState.OK, msg("today.no-client"), NeedAction.ADD_CLIENT, "VR-P1b", detail=detail
        )
    bare = (
        _of_client(NeedKind.CLIENT_BARE, c.id, msg("today.client-bare", client=c.name), "VR-P1b")
        for c in picture.bare_clients
    )
    yield from gathered(bare, lambda n, _: msg("today.clients-bare", n=n))
    unsourced = (
        _of_client(NeedKind.TERMS_UNSOURCED, c.id, msg("today.terms-unsourced", client=c.name), "VT-A4", "VT-T3")
        for c in picture.unsourced_clients
    )
    yield from gathered(unsourced, lambda n, _: msg("today.terms-unsourced-several", n=n))


def _of_client(kind: NeedKind, client_id: str, sentence: Message, *rules: str) -> Need:
    return Need(
        id=f"{kind.value}.{client_id}",
        kind=kind,
        state=RuleState.ATTENTION,
        sentence=sentence,
        action=NeedAction.COMPLETE_CLIENT,
        subject=client_id,
        subject_kind=SubjectKind.CLIENT,
        rules=rules,
    )


def _to_review(scene: Scene) -> Iterator[Need]:
    for agreement in scene.picture.to_review:
        sentence = msg("today.agreement-review", client=scene.client_of(agreement.project_id))
        detail = msg("today.agreement-review-detail", scope=agreement.scope)
        yield _of_agreement(
            NeedKind.AGREEMENT_REVIEW, agreement, sentence, detail, NeedAction.REVIEW_AGREEMENT, "VR-P3"
        )


def _astray(scene: Scene) -> Iterator[Need]:
    for agreement in scene.picture.astray:
        client, code = scene.client_of(agreement.project_id), scene.code_of(agreement.project_id)
        sentence = msg("today.purpose-astray", client=client, project=code)
        detail = msg("today.purpose-astray-detail", purpose=agreement.purpose)
        yield _of_agreement(NeedKind.PURPOSE_ASTRAY, agreement, sentence, detail, NeedAction.SHOW_AGREEMENT, "VR-U1")


def _of_agreement(
    kind: NeedKind, agreement: Agreement, sentence: Message, detail: Message, action: NeedAction, rule: str
) -> Need:
    return Need(
        id=f"{kind.value}.{agreement.id}",
        kind=kind,
        state=RuleState.ATTENTION,
        sentence=sentence,
        detail=detail,
        action=action,
        subject=agreement.id,
        subject_kind=SubjectKind.AGREEMENT,
        since=agreement.agreed_at,
        rules=(rule,),
    )
