"""What the window shows first and the tray tells: one sentence, what needs the person now, and what goes when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from app.domain.deadline import acts_at
from app.domain.messages import Message, msg
from app.domain.rules import SEVERITY, RuleState, RuleStatus

BAND_DAYS = 30
SATURDAY = 5
A_DAY = timedelta(days=1)
A_SECOND = timedelta(seconds=1)  # moments are kept to the second
FAR = timedelta(days=300)  # from here on a day without its year can be taken for another

# A rule that has one of these is applied here; in the others there is nothing to keep, or nothing built yet.
APPLICABLE: Final = (RuleState.OK, RuleState.ATTENTION, RuleState.OVERDUE, RuleState.UNKNOWN)


class NeedKind(StrEnum):
    # copies
    OVERDUE = "overdue"
    BLOCKED = "blocked"  # a program holds it, or the system refuses
    ASKED = "asked"  # a question before it goes
    NOT_PROVEN = "not-proven"
    ATTEST = "attest"  # a copy that is no file here: the person deletes it and says so
    COPIES_SOON = "copies-soon"
    PURPOSE_MET = "purpose-met"
    APPROVAL = "approval"
    CHECKED_OUT = "checked-out"
    ENDLESS = "endless"  # of a closed project, without an end
    # findings
    FINDINGS_LATE = "findings-late"
    FINDINGS_OPEN = "findings-open"
    CLIENT_PLACE = "client-place"
    FIRST_CLEAN_UP = "first-clean-up"
    ANSWER_LATE = "answer-late"
    ANSWER_AWAITED = "answer-awaited"
    # declarations
    DECLARED = "declared"  # the client did not confirm receipt yet
    # agreements and clients
    AGREEMENT_REVIEW = "agreement-review"
    AGREEMENT_ENDS = "agreement-ends"
    PURPOSE_ASTRAY = "purpose-astray"
    NO_CLIENT = "no-client"
    CLIENT_BARE = "client-bare"
    TERMS_UNSOURCED = "terms-unsourced"
    # the assistant itself
    CLOCK = "clock"
    GUARDS_SILENT = "guards-silent"
    PAUSED = "paused"
    NO_FOLDER = "no-folder"
    FOLDER_UNSEEN = "folder-unseen"
    FOLDER_AILING = "folder-ailing"
    DRIVE = "drive"
    WORKING_FILES = "working-files"  # of projects, that stand on this laptop alone
    UNATTENDED = "unattended"
    PROTECTION = "protection"  # of the laptop itself
    PARTNER = "partner"  # who secures the network
    SIGN_IN = "sign-in"  # to the firm's Microsoft 365
    CARDS_REFUSED = "cards-refused"
    # project documentation
    DOCUMENTS = "documents"  # not filed, in two versions, or waiting for an answer
    HELD_BACK = "held-back"
    DRILL = "drill"  # bringing it back was not practised for long
    # projects that are over, and who can reach them
    RETENTION = "retention"  # whether records stay
    AUDIENCE = "audience"  # who can open a project's place
    MEMBERSHIP = "membership"  # one's own ended, and copies are still here
    STORAGE = "storage"  # in which country it is
    KEY_FILE = "key-file"
    POLICY = "policy"


class NeedAction(StrEnum):
    """The one best step; `subject` of the need says with what."""

    DELETE = "delete"
    RETRY = "retry"  # close the program, then have the deletion tried again
    ANSWER = "answer"  # answer the question about a copy
    CONFIRM_GONE = "confirm-gone"
    SHOW_COPIES = "show-copies"
    SEAL = "seal"  # take back what is out of the vault
    DECIDE = "decide"  # open the group of findings
    DECIDE_ALL = "decide-all"  # open the findings
    STOP_SYNC = "stop-sync"
    SHOW_DECLARATIONS = "show-declarations"
    FILE_ANSWER = "file-answer"  # record the client's answer as an agreement
    REVIEW_AGREEMENT = "review-agreement"
    EXTEND = "extend"  # a new agreement
    ASK_LEAD = "ask-lead"
    SHOW_AGREEMENT = "show-agreement"
    SHOW_PROJECT = "show-project"
    ADD_CLIENT = "add-client"
    COMPLETE_CLIENT = "complete-client"
    CONFIRM_CLOCK = "confirm-clock"
    START_GUARDS = "start-guards"
    RESUME = "resume"
    ADD_FOLDER = "add-folder"
    SHOW_FOLDERS = "show-folders"
    SHOW_TEAM = "show-team"
    SHOW_WORKING_FILES = "show-working-files"
    SHOW_DOCTOR = "show-doctor"
    SHOW_DEVICE = "show-device"
    SIGN_IN = "sign-in"
    SHOW_DOCUMENTS = "show-documents"
    DRILL = "drill"


class SubjectKind(StrEnum):
    COPY = "copy"
    GROUP = "group"
    PROJECT = "project"
    AGREEMENT = "agreement"
    CLIENT = "client"
    FOLDER = "folder"
    PATH = "path"  # of a drive


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One thing a person can do now.

    `state`: that of the gravest rule it serves; `ok` for what may be done already and disturbs no rule. `id` is the same from
    look to look. `subject` is None where the need is about several things, or about none. `since`: when it began, or the
    moment that counts. `count`: of files, copies or things. `rules`: ids of the procedure that it serves.
    """

    id: str
    kind: NeedKind
    state: RuleState
    sentence: Message
    action: NeedAction
    detail: Message | None = None
    subject: str | None = None
    subject_kind: SubjectKind | None = None
    since: datetime | None = None
    count: int = 1
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """Copies that stand alike. `due_at`, `planned_at`: as of the earliest of them; not both None."""

    due_at: datetime | None
    planned_at: datetime | None
    copies: int
    project: str
    client: str
    is_file: bool  # False: a copy that the person deletes elsewhere

    def goes_at(self, margin: timedelta) -> datetime:
        """When it is deleted: at its deadline, `margin` (IT's) earlier, or when the person planned it."""
        if self.due_at is not None:
            return acts_at(self.due_at, self.planned_at, margin)
        if self.planned_at is None:
            raise ValueError("a copy that goes has a deadline or a plan")
        return self.planned_at


@dataclass(frozen=True, slots=True, kw_only=True)
class NextDeletion:
    """All that goes on the day of the next deletion. `client`: its name, None for several; `projects`: their codes;
    `elsewhere`: how many of the copies are no files here."""

    at: datetime
    copies: int
    client: str | None
    projects: tuple[str, ...]
    elsewhere: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BandDay:
    """A day in the person's zone. `projects`: codes. What should be gone already counts on today, with `overdue`. `first_at`:
    when the first of its copies goes."""

    day: date
    copies: int
    projects: tuple[str, ...]
    is_weekend: bool
    is_today: bool
    overdue: bool
    first_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """`tray`, `tray_next`: the same without clients, kinds of data and files, for they may be seen on a shared screen.
    `needs`: the most urgent first. `kept` of `applicable` rules are in order."""

    as_of: datetime
    state: RuleState
    sentence: Message
    tray: Message
    tray_next: Message
    next_deletion: NextDeletion | None
    needs: tuple[Need, ...]
    band: tuple[BandDay, ...]
    rules: tuple[RuleStatus, ...]
    kept: int
    applicable: int
    notices: tuple[Message, ...]


def most_urgent_first(needs: Iterable[Need]) -> tuple[Need, ...]:
    """Overdue, attention, unknown, then what may be done already; within each what began earliest."""
    latest = datetime.max.replace(tzinfo=UTC)
    return tuple(sorted(needs, key=lambda n: (-SEVERITY.index(n.state), n.since or latest, n.id)))


def pressing(needs: Iterable[Need]) -> tuple[Need, ...]:
    """Those that count in the sentence: what may be done already disturbs nobody."""
    return tuple(need for need in needs if need.state is not RuleState.OK)


def rules_kept(rules: Iterable[RuleStatus]) -> tuple[int, int]:
    """How many rules are in order, and how many there are to keep."""
    states = [rule.state for rule in rules if rule.state in APPLICABLE]
    return states.count(RuleState.OK), len(states)


# -- sentences --------------------------------------------------------------------------------------------------------


def sentence_of(needs: Sequence[Need], following: NextDeletion | None, now: datetime, zone: ZoneInfo) -> Message:
    """The one sentence on top. A single need speaks for itself."""
    first = _first_of_all(needs)
    if first is not None:
        return first
    urgent = pressing(needs)
    if len(urgent) == 1:
        return urgent[0].sentence
    return _counted(urgent) or _calm(following, now, zone)


def tray_of(needs: Sequence[Need]) -> Message:
    """The same for everybody's eyes: no client, no kind of data, no file."""
    first = _first_of_all(needs)
    if first is not None:
        return first
    urgent = pressing(needs)
    if len(urgent) == 1 and urgent[0].kind in (NeedKind.GUARDS_SILENT, NeedKind.PAUSED):
        return urgent[0].sentence
    return _counted(urgent) or msg("today.tray-calm")


def tray_next_of(following: NextDeletion | None) -> Message:
    return msg("today.tray-none") if following is None else msg("today.tray-next", at=following.at)


def _first_of_all(needs: Sequence[Need]) -> Message | None:
    """What comes before any count: while time is in doubt nothing is deleted; before anything is set up nothing is kept."""
    kinds = {need.kind: need for need in needs}
    if NeedKind.CLOCK in kinds:
        return kinds[NeedKind.CLOCK].sentence
    if NeedKind.NO_FOLDER in kinds and NeedKind.NO_CLIENT in kinds:
        return msg("today.nothing-set-up")
    return None


def _counted(urgent: Sequence[Need]) -> Message | None:
    late = sum(need.state is RuleState.OVERDUE for need in urgent)
    if not urgent:
        return None
    if late == len(urgent):
        return msg("today.all-late", n=late)
    return msg("today.needs-late", n=len(urgent), late=late) if late else msg("today.needs", n=len(urgent))


def _calm(following: NextDeletion | None, now: datetime, zone: ZoneInfo) -> Message:
    if following is None:
        return msg("today.calm")
    when, n = day_words(following.at, now, zone), following.copies
    if following.elsewhere:
        if following.client is None:
            return msg("today.calm-copies-several", when=when, n=n)
        return msg("today.calm-copies", when=when, n=n, client=following.client)
    if following.client is None:
        return msg("today.calm-files-several", when=when, n=n)
    return msg("today.calm-files", when=when, n=n, client=following.client)


def day_words(at: datetime, now: datetime, zone: ZoneInfo) -> Message:
    """A day as people say it: today, tomorrow, "vrijdag 4 december"; one that is far off with its year."""
    day, present = at.astimezone(zone).date(), now.astimezone(zone).date()
    if day == present:
        return msg("today.on-today")
    if day == present + A_DAY:
        return msg("today.on-tomorrow")
    return msg("today.on-moment", at=at) if at - now > FAR else msg("today.on-day", day=day)


def lateness(since: datetime, now: datetime) -> Message:
    """ "3 uur te laat", in whole units, rounded down; never less than a minute."""
    minutes = max(1, (now - since) // timedelta(minutes=1))
    if minutes < 2 * 60:
        return msg("today.minutes-late", n=minutes)
    if minutes < 2 * 24 * 60:
        return msg("today.hours-late", n=minutes // 60)
    return msg("today.days-late", n=minutes // (24 * 60))


# -- what goes when ---------------------------------------------------------------------------------------------------


def band_edges(now: datetime, zone: ZoneInfo, margin: timedelta) -> tuple[datetime, ...]:
    """The last deadline that falls on each day before another begins, in UTC; what lies between two goes on one day."""
    first = now.astimezone(zone).date()
    return (now + margin, *(_last_before(first + A_DAY * number, zone, margin) for number in range(BAND_DAYS + 1)))


def day_edges(due_at: datetime, zone: ZoneInfo, margin: timedelta) -> tuple[datetime, ...]:
    """As `band_edges`, around the day on which what is due then goes: for the next deletion when it is further off."""
    day = (due_at - margin).astimezone(zone).date()
    return _last_before(day, zone, margin), _last_before(day + A_DAY, zone, margin)


def _last_before(day: date, zone: ZoneInfo, margin: timedelta) -> datetime:
    return datetime.combine(day, time.min, tzinfo=zone).astimezone(UTC) - A_SECOND + margin


def band(going: Iterable[Going], now: datetime, zone: ZoneInfo, margin: timedelta) -> tuple[BandDay, ...]:
    """30 days from today on. `going` must be counted apart at `band_edges`."""
    first = now.astimezone(zone).date()
    by_day: dict[date, list[Going]] = {first + A_DAY * number: [] for number in range(BAND_DAYS)}
    for copies in going:
        day = max(first, copies.goes_at(margin).astimezone(zone).date())
        if day in by_day:
            by_day[day].append(copies)
    return tuple(
        BandDay(
            day=day,
            copies=sum(copies.copies for copies in found),
            projects=tuple(sorted({copies.project for copies in found})),
            is_weekend=day.weekday() >= SATURDAY,
            is_today=day == first,
            overdue=any(copies.due_at is not None and copies.due_at <= now for copies in found),
            first_at=min((copies.goes_at(margin) for copies in found), default=None),
        )
        for day, found in by_day.items()
    )


def next_deletion(going: Iterable[Going], now: datetime, zone: ZoneInfo, margin: timedelta) -> NextDeletion | None:
    """What goes next, with all that goes on the same day; what should be gone already is another matter. `going` must be
    counted apart at `band_edges` and, for what goes after the band, at `day_edges` of the first of it."""
    ahead = [(at, copies) for copies in going if (at := copies.goes_at(margin)) > now]
    if not ahead:
        return None
    at = min(moment for moment, _ in ahead)
    day = at.astimezone(zone).date()
    together = [copies for moment, copies in ahead if moment.astimezone(zone).date() == day]
    clients = {copies.client for copies in together}
    return NextDeletion(
        at=at,
        copies=sum(copies.copies for copies in together),
        client=clients.pop() if len(clients) == 1 else None,
        projects=tuple(sorted({copies.project for copies in together})),
        elsewhere=sum(copies.copies for copies in together if not copies.is_file),
    )
