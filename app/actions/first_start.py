"""The first start: who works here, which folders, the first client and project. Every step is kept when it is taken.

The chosen folders are watched from the end on, when the clients are known: then one look at what was there tells whose it
is. Source: procedure (rules for every row, Stages).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from app.actions.cards.cards import CardActions
from app.actions.cards.items import Merged
from app.actions.clients import ClientActions, ClientDetails, parse_mailbox
from app.actions.errors import required
from app.actions.folders import FolderActions, FolderChoice, place_owner
from app.actions.office import Office
from app.actions.projects import ProjectActions
from app.actions.settings import SettingsActions
from app.domain.client import Client
from app.domain.errors import InputError
from app.domain.finding import FindingState
from app.domain.first_start import (
    DOWNLOADS,
    OWN,
    CleanUp,
    FirstStartState,
    FirstWork,
    KnownWork,
    OwnDetail,
    ProposedFolder,
    Step,
)
from app.domain.folder import FolderKind
from app.domain.messages import Message, msg
from app.domain.ports import Power
from app.domain.settings import Effective, Source
from app.store import Session

DONE = "first-start.done"  # notes: when it was finished,
LEFT = "first-start.left"  # when it was put aside,
STEP = "first-start.step"  # where it stands,
FOLDERS = "first-start.folders"  # and which folders are to be watched from its end on


class FirstStartActions:
    """`standard`: the person's standard folders by name, as `app.system.places.standard` tells them; `home` as well."""

    def __init__(
        self,
        office: Office,
        settings: SettingsActions,
        folders: FolderActions,
        choice: FolderChoice,
        clients: ClientActions,
        projects: ProjectActions,
        cards: CardActions,
        standard: Mapping[str, Path],
        home: Path,
        power: Power,
    ) -> None:
        self._office = office
        self._settings = settings
        self._folders = folders
        self._choice = choice
        self._clients = clients
        self._projects = projects
        self._cards = cards
        self._standard = standard
        self._home = home
        self._power = power

    # -- how far ------------------------------------------------------------------------------------------------------

    def state(self) -> FirstStartState:
        with self._office.look() as session:
            step = session.notes.get(STEP)
            is_done, is_left = (session.notes.get(note) is not None for note in (DONE, LEFT))
            is_begun = step is not None or is_left
            is_open = not is_done and (is_begun or _is_empty(session))
        return FirstStartState(
            is_needed=is_open and not is_left, is_unfinished=is_open, step=Step(step) if step else Step.LANGUAGE
        )

    def is_needed(self) -> bool:
        """Whether it is to be shown by itself: nothing is set up yet, and nobody finished it or put it aside."""
        return self.state().is_needed

    def reach(self, step: Step) -> None:
        """Where to go on, whenever that is."""
        with self._office.change() as work:
            work.session.notes.set(STEP, step.value)

    def leave(self) -> tuple[Message, ...]:
        """Put it aside: what was chosen counts from now on. Returns what of it could not be done."""
        with self._office.change() as work:
            work.session.notes.set(LEFT, work.now.isoformat())
        return self._watch_chosen()

    def done(self) -> tuple[Message, ...]:
        """Finish it: the chosen folders are watched, and what is there already is looked at. Returns what could not be
        done."""
        with self._office.change() as work:
            work.session.notes.set(DONE, work.now.isoformat())
            work.session.notes.set(STEP, Step.CLEAN_UP.value)
        return self._watch_chosen()

    def starting(self) -> Effective:
        """Whether the tray starts with the person's session."""
        return self._settings.get("tray.start_with_session")

    def start_with_session(self, on: bool) -> None:
        """Raises InputError where IT set it, EnvironmentLacking where the system refuses."""
        if not self.starting().locked:
            self._settings.set("tray.start_with_session", on)

    # -- who ----------------------------------------------------------------------------------------------------------

    def language(self) -> Effective:
        return self._settings.get("language")

    def speak(self, language: str) -> None:
        """Raises InputError where IT set another one."""
        if not self.language().locked:
            self._settings.set("language", language)

    def account(self) -> tuple[OwnDetail, ...]:
        """Who works here, as far as it is known."""
        with self._office.look() as session:
            typed = session.settings.all().keys()
        found = {key: self._settings.get(key) for key in OWN}
        return tuple(
            OwnDetail(
                key=key,
                value=str(now.value),
                locked=now.locked,
                from_account=now.source is Source.USER and key not in typed,
            )
            for key, now in found.items()
        )

    def introduce(self, told: Mapping[str, str]) -> None:
        """Keep what a person says of themselves, by the keys of `OWN`; what IT set stays. Raises InputError."""
        known = {detail.key: detail for detail in self.account()}
        values = {key: _own_value(key, value) for key, value in told.items() if not known[key].locked}
        for key, value in values.items():
            if value != known[key].value or known[key].from_account:
                self._settings.set(key, value)

    # -- folders ------------------------------------------------------------------------------------------------------

    def proposed_folders(self) -> tuple[ProposedFolder, ...]:
        """The standard folders that can be watched, then the others that are watched or chosen."""
        with self._office.look() as session:
            watched = [folder.path for folder in session.folders.all()]
            chosen = session.notes.get(FOLDERS)
            clients = tuple(session.clients.all())
        standard = {str(path): name for name, path in self._standard.items() if self._can_be_watched(path)}
        wanted = [path for path, name in standard.items() if name == DOWNLOADS] if chosen is None else chosen
        paths = dict.fromkeys((*standard, *watched, *wanted))
        return tuple(
            self._proposed(path, clients, name=standard.get(path), is_watched=path in watched, is_chosen=path in wanted)
            for path in paths
        )

    def look_at(self, folder: Path) -> ProposedFolder:
        """A folder that the person adds. Raises InputError with the reason for a refusal."""
        path = str(self._choice.checked(folder))
        known = next((proposed for proposed in self.proposed_folders() if proposed.path == path), None)
        if known is not None:
            return replace(known, is_chosen=True)
        return self._proposed(path, self._clients.list(), name=None, is_watched=False, is_chosen=True)

    def choose(self, folders: Sequence[Path]) -> None:
        """These are to be watched from the end on. Raises InputError for one that cannot be."""
        paths = [str(self._choice.checked(folder)) for folder in folders]
        with self._office.change() as work:
            work.session.notes.set(FOLDERS, list(dict.fromkeys(paths)))

    # -- clients and projects -----------------------------------------------------------------------------------------

    def known_work(self) -> tuple[KnownWork, ...]:
        with self._office.look() as session:
            return tuple(
                KnownWork(client=client.name, codes=tuple(p.code for p in session.projects.of_client(client.id)))
                for client in session.clients.all()
            )

    def begin_work(self, given: FirstWork) -> None:
        """Add the client, or what is new of it, and its project. Raises InputError; what went before it stays."""
        name = required(given.client, "name")
        details = _details(given)
        with self._office.look() as session:
            is_known = session.clients.by_name(name) is not None
        if is_known:
            self._clients.change(name, details)
        else:
            self._clients.add(name, details)
        self._folders.recognise_client_places()
        if given.code.strip():
            self._projects.add(given.code, name, goals=(given.goal,) if given.goal.strip() else ())

    def import_cards(self, path: Path) -> Merged:
        """Take over clients, projects and agreements from a colleague's file. Raises InputError for what is no such
        file."""
        merged = self._cards.import_from(path)
        self._folders.recognise_client_places()
        return merged

    def shared_through(self) -> str | None:
        """The folder by which cards are shared with the team; None: they stay on this laptop."""
        return self._settings.text("remote.folder") or None

    # -- what was there -----------------------------------------------------------------------------------------------

    def clean_up(self) -> CleanUp:
        """How far the first look is."""
        now = self._office.clock.now()
        with self._office.look() as session:
            folders = [folder for folder in session.folders.all() if folder.kind is FolderKind.WATCHED]
            files = sum(session.seen.count(folder.id) for folder in folders)
            found = [f for f in session.findings.standing(now) if f.first_clean_up and f.state is FindingState.OPEN]
        return CleanUp(
            folders=len(folders),
            folders_done=sum(folder.last_reconciled_at is not None for folder in folders),
            files=files,
            found=sum(rows.files for rows in found),
            decide_by=min((rows.decide_by for rows in found), default=None),
            days=self._settings.number("findings.first_clean_up_days"),
            is_waiting=self._rests() and any(folder.last_reconciled_at is None for folder in folders),
        )

    # -- how ----------------------------------------------------------------------------------------------------------

    def _rests(self) -> bool:
        """As the guard of copies does, while the machine is busy or saves power."""
        return self._settings.flag("copies.pause_on_battery_saver") and self._power.should_rest()

    def _can_be_watched(self, folder: Path) -> bool:
        try:
            self._choice.checked(folder)
        except InputError:
            return False
        return True

    def _proposed(
        self, path: str, clients: tuple[Client, ...], *, name: str | None, is_watched: bool, is_chosen: bool
    ) -> ProposedFolder:
        place = self._choice.place(Path(path))
        owner = place_owner(place, path, clients)
        return ProposedFolder(
            path=path,
            shown=str(Path(path).relative_to(self._home)) if self._home in Path(path).parents else path,
            name=name,
            kind=place.kind,
            synchronised_by=place.synchronised_by,
            client=owner.name if owner else None,
            is_watched=is_watched,
            is_chosen=is_chosen or is_watched,
        )

    def _watch_chosen(self) -> tuple[Message, ...]:
        with self._office.look() as session:
            chosen = session.notes.get(FOLDERS) or []
            watched = {folder.path for folder in session.folders.all()}
        problems = []
        for path in chosen:
            if path not in watched:
                try:
                    self._folders.add(Path(path))
                except InputError as error:  # gone since it was chosen: the others are watched all the same
                    problems.append(error.message)
        return tuple(problems)


def _is_empty(session: Session) -> bool:
    """Neither a folder nor a client: nothing is set up yet."""
    return not session.folders.all() and not session.clients.all()


def _own_value(key: str, value: str) -> str:
    """One line, or empty; an address as addresses are written. Raises InputError."""
    if not value.strip():
        return ""
    return parse_mailbox(value).mail if key == "own.mail" else required(value, "name")


def _details(given: FirstWork) -> ClientDetails:
    """Raises InputError for an address that is none, and for a goal without its project."""
    if given.goal.strip() and not given.code.strip():
        raise InputError(msg("first-start.goal-without-code"))
    mail = given.contact_mail.strip()
    contacts = (parse_mailbox(f"{given.contact_name} <{mail}>"),) if mail else ()
    if given.contact_name.strip() and not mail:
        raise InputError(msg("first-start.contact-without-mail"))
    return ClientDetails(domains=(given.domain,) if given.domain.strip() else (), contacts=contacts)
