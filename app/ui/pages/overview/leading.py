"""Where each step leads: the page, what to show there, and what its button says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.domain.finding import FindingState
from app.domain.messages import Message, msg
from app.domain.setting_groups import SettingGroup
from app.domain.today import Need, NeedAction, NeedKind
from app.domain.vault_list import RowState
from app.ui.pages.page import PageId

NEW_CLIENT: Final = "new-client"  # subjects that pages know beside ids
DOCTOR: Final = "doctor"
DEVICE: Final = "device"
DECLARATIONS: Final = "certificates"

WORDS: Final[Mapping[NeedAction, Message]] = {
    NeedAction.DELETE: msg("ui.overview.do-delete"),
    NeedAction.RETRY: msg("ui.overview.do-retry"),
    NeedAction.ANSWER: msg("ui.overview.do-answer"),
    NeedAction.CONFIRM_GONE: msg("ui.overview.do-confirm"),
    NeedAction.SHOW_COPIES: msg("ui.overview.do-show"),
    NeedAction.SEAL: msg("ui.overview.do-seal"),
    NeedAction.SHOW_DECLARATIONS: msg("ui.overview.do-show"),
    NeedAction.DECIDE: msg("ui.overview.do-decide"),
    NeedAction.DECIDE_ALL: msg("ui.overview.do-decide"),
    NeedAction.STOP_SYNC: msg("ui.overview.do-show"),
    NeedAction.FILE_ANSWER: msg("ui.overview.do-file-answer"),
    NeedAction.REVIEW_AGREEMENT: msg("ui.overview.do-agreement"),
    NeedAction.EXTEND: msg("ui.overview.do-extend"),
    NeedAction.ASK_LEAD: msg("ui.overview.do-agreement"),
    NeedAction.SHOW_AGREEMENT: msg("ui.overview.do-agreement"),
    NeedAction.SHOW_PROJECT: msg("ui.overview.do-project"),
    NeedAction.ADD_CLIENT: msg("ui.overview.do-add-client"),
    NeedAction.COMPLETE_CLIENT: msg("ui.overview.do-complete-client"),
    NeedAction.CONFIRM_CLOCK: msg("ui.overview.do-clock"),
    NeedAction.START_GUARDS: msg("ui.overview.do-doctor"),
    NeedAction.RESUME: msg("ui.overview.do-resume"),
    NeedAction.ADD_FOLDER: msg("ui.overview.do-choose-folders"),
    NeedAction.SHOW_FOLDERS: msg("ui.overview.do-folders"),
    NeedAction.SHOW_TEAM: msg("ui.overview.do-show"),
    NeedAction.SHOW_WORKING_FILES: msg("ui.overview.do-show"),
    NeedAction.SHOW_DOCTOR: msg("ui.overview.do-doctor"),
    NeedAction.SHOW_DEVICE: msg("ui.overview.do-device"),
    NeedAction.SIGN_IN: msg("ui.overview.do-sign-in"),
    NeedAction.SHOW_DOCUMENTS: msg("ui.overview.do-documents"),
    NeedAction.DRILL: msg("ui.overview.do-drill"),
}

PAGES: Final[Mapping[NeedAction, PageId]] = {
    NeedAction.DELETE: PageId.VAULT,
    NeedAction.RETRY: PageId.VAULT,
    NeedAction.ANSWER: PageId.VAULT,
    NeedAction.CONFIRM_GONE: PageId.PROJECTS,
    NeedAction.SHOW_COPIES: PageId.VAULT,
    NeedAction.SEAL: PageId.VAULT,
    NeedAction.SHOW_DECLARATIONS: PageId.VAULT,
    NeedAction.DECIDE: PageId.FINDINGS,
    NeedAction.DECIDE_ALL: PageId.FINDINGS,
    NeedAction.STOP_SYNC: PageId.FINDINGS,
    NeedAction.FILE_ANSWER: PageId.FINDINGS,
    NeedAction.REVIEW_AGREEMENT: PageId.PROJECTS,
    NeedAction.EXTEND: PageId.PROJECTS,
    NeedAction.ASK_LEAD: PageId.PROJECTS,
    NeedAction.SHOW_AGREEMENT: PageId.PROJECTS,
    NeedAction.SHOW_PROJECT: PageId.PROJECTS,
    NeedAction.ADD_CLIENT: PageId.PROJECTS,
    NeedAction.COMPLETE_CLIENT: PageId.PROJECTS,
    NeedAction.CONFIRM_CLOCK: PageId.ABOUT,
    NeedAction.START_GUARDS: PageId.ABOUT,
    NeedAction.RESUME: PageId.SETTINGS,
    NeedAction.ADD_FOLDER: PageId.SETTINGS,
    NeedAction.SHOW_FOLDERS: PageId.SETTINGS,
    NeedAction.SHOW_TEAM: PageId.TEAM,
    NeedAction.SHOW_WORKING_FILES: PageId.SETTINGS,
    NeedAction.SHOW_DOCTOR: PageId.ABOUT,
    NeedAction.SHOW_DEVICE: PageId.ABOUT,
    NeedAction.SIGN_IN: PageId.DOCUMENTS,
    NeedAction.SHOW_DOCUMENTS: PageId.DOCUMENTS,
    NeedAction.DRILL: PageId.DOCUMENTS,
}

# What to show there where the need is about no one thing.
SUBJECTS: Final[Mapping[NeedAction, str]] = {
    NeedAction.DECIDE: FindingState.OPEN.value,
    NeedAction.DECIDE_ALL: FindingState.OPEN.value,
    NeedAction.FILE_ANSWER: FindingState.WAITING.value,
    NeedAction.SEAL: RowState.CHECKED_OUT.value,
    NeedAction.RETRY: RowState.BLOCKED.value,
    NeedAction.ANSWER: RowState.ASKED.value,
    NeedAction.SHOW_DECLARATIONS: DECLARATIONS,
    NeedAction.ADD_CLIENT: NEW_CLIENT,
    NeedAction.CONFIRM_CLOCK: DOCTOR,
    NeedAction.START_GUARDS: DOCTOR,
    NeedAction.SHOW_DOCTOR: DOCTOR,
    NeedAction.SHOW_DEVICE: DEVICE,
    NeedAction.SIGN_IN: "sign-in",
    NeedAction.DRILL: "drill",
    NeedAction.ADD_FOLDER: SettingGroup.FOLDERS.value,
    NeedAction.SHOW_FOLDERS: SettingGroup.FOLDERS.value,
    NeedAction.SHOW_WORKING_FILES: SettingGroup.FOLDERS.value,
}
DELETED_BY_KIND: Final = {NeedKind.OVERDUE: RowState.OVERDUE.value}  # what may go already stands in any state
ALWAYS: Final = frozenset({NeedAction.ADD_FOLDER, NeedAction.SHOW_FOLDERS})  # shown as a whole, whatever it is about


def says(need: Need) -> Message:
    """What the button of its step says."""
    is_drive = need.action is NeedAction.ADD_FOLDER and need.subject is not None
    return msg("ui.overview.do-add-folder") if is_drive else WORDS[need.action]


def leads_to(need: Need) -> tuple[PageId, str | None]:
    usual = SUBJECTS.get(need.action) or DELETED_BY_KIND.get(need.kind)
    return PAGES[need.action], usual if need.action in ALWAYS else need.subject or usual
