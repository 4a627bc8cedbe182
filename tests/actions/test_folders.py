"""Which folders may be watched, and what they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.errors import InputError, NotFoundError
from app.domain.folder import FolderKind
from app.domain.messages import msg
from app.domain.ports import PlaceInfo, PlaceKind
from app.domain.rules import RuleState
from tests.actions.laptop import CLIENT, HOUR, Laptop, details


def refused(laptop: Laptop, folder: Path) -> str:
    with pytest.raises(InputError) as error:
        laptop.app.folders.add(folder)
    assert laptop.app.folders.list() == ()
    return error.value.message.id


def test_roots_links_and_what_is_no_folder_are_refused(laptop: Laptop) -> None:
    """Each with its own sentence and exit 2."""
    link = laptop.home / "koppeling"
    link.symlink_to(laptop.downloads)
    laptop.app.clients.list()  # the data directory is made when something is first asked
    for folder, expected in (
        (Path("/"), "places.root-disk"),
        (laptop.home, "places.root-home"),
        (laptop.root, "places.root-home"),
        (laptop.data_dir, "places.root-own-data"),
        (laptop.data_dir / "vault", "places.root-own-data"),
        *([(link, "folder.link")] if link.is_symlink() else []),  # Wine says it made one, and did not
        (laptop.file(), "folder.missing"),
        (laptop.home / "niets", "folder.missing"),
        (Path("~niemand/map"), "folder.missing"),
        (laptop.home / ("x" * 5000), "folder.missing"),
    ):
        assert refused(laptop, folder) == expected


def test_a_folder_is_watched_once_and_can_be_removed(laptop: Laptop) -> None:
    added = laptop.app.folders.add(laptop.downloads)
    assert (added.kind, added.path) == (FolderKind.WATCHED, str(laptop.downloads))
    with pytest.raises(InputError):
        laptop.app.folders.add(laptop.home / "." / "Downloads" / ".." / "Downloads")
    laptop.app.folders.remove(laptop.downloads)
    with pytest.raises(NotFoundError):
        laptop.app.folders.remove(laptop.downloads)


def test_removing_a_folder_keeps_the_deadlines_in_it(laptop: Laptop) -> None:
    """VR-P4"""
    laptop.watch()
    copy = laptop.app.copies.add(laptop.file(), laptop.usual().id, in_place=True).copy
    laptop.app.folders.remove(laptop.downloads)
    assert laptop.copy(copy.id).is_live


def test_a_folder_that_is_gone_can_still_be_removed(laptop: Laptop) -> None:
    folder = laptop.home / "stick"
    folder.mkdir()
    laptop.app.folders.add(folder)
    folder.rmdir()
    laptop.app.folders.remove(folder)
    assert laptop.app.folders.list() == ()


def test_what_synchronises_a_folder_is_known(laptop: Laptop) -> None:
    laptop.places.told[laptop.downloads] = PlaceInfo(kind=PlaceKind.SYNCHRONISED, synchronised_by="Dropbox")
    assert laptop.app.folders.add(laptop.downloads).synchronised_by == "Dropbox"


@pytest.mark.parametrize(
    ("known", "info", "owned"),
    [
        ({"shares": ("//fs01/personeel",)}, PlaceInfo(kind=PlaceKind.NETWORK, share="//FS01/Personeel/2026"), True),
        ({"shares": ("//fs01/personeel",)}, PlaceInfo(kind=PlaceKind.NETWORK, share="//fs01/personeelszaken"), False),
        ({"hosts": ("fs.klant.example",)}, PlaceInfo(kind=PlaceKind.NETWORK, share="//fs.klant.example/x"), True),
        ({"hosts": ("klant.example",)}, PlaceInfo(kind=PlaceKind.NETWORK, share="//nepklant.example/x"), False),
        (
            {"tenant_ids": ("11111111-2222-3333-4444-555555555555",)},
            PlaceInfo(kind=PlaceKind.SYNCHRONISED, tenant_id="11111111-2222-3333-4444-555555555555".upper()),
            True,
        ),
        ({}, PlaceInfo(kind=PlaceKind.NETWORK, share="//nas/thuis"), False),
    ],
)
def test_a_clients_own_storage_is_recognised(
    laptop: Laptop, known: dict[str, object], info: PlaceInfo, owned: bool
) -> None:
    """VR-P1b: by its tenant, share or host, never by half a name."""
    laptop.client(domains=(), **known)
    laptop.places.told[laptop.downloads] = info
    added = laptop.app.folders.add(laptop.downloads)
    assert (added.kind is FolderKind.CLIENT_PLACE) == owned
    assert bool(laptop.events("env.matched")) == owned


def test_a_place_that_is_the_clients_no_more_is_watched_again(laptop: Laptop) -> None:
    laptop.client(mounts=(str(laptop.downloads),))
    laptop.watch()
    laptop.app.clients.change(CLIENT, details())
    assert laptop.app.folders.recognise_client_places() == ()
    with laptop.app.office.change() as work:
        from dataclasses import replace

        work.session.clients.update(replace(work.session.clients.resolve(CLIENT), mounts=()))
    (changed,) = laptop.app.folders.recognise_client_places()
    assert (changed.kind, changed.client_id) == (FolderKind.WATCHED, None)


def test_documents_of_projects_are_listed_as_such(laptop: Laptop) -> None:
    laptop.client()
    folder = laptop.home / "P1"
    folder.mkdir()
    laptop.app.projects.add("P1", CLIENT, documents=(folder,))
    assert [(f.kind, f.path) for f in laptop.app.folders.list()] == [(FolderKind.DOCUMENTS, str(folder))]


class TestHowTheyStand:
    def test_a_watched_folder_says_how_well_it_is_looked_at(self, laptop: Laptop) -> None:
        id_ = laptop.watch()

        def standing() -> tuple[RuleState, str]:
            (row,) = laptop.app.folders.rows()
            return row.state, row.sentence.id

        assert standing() == (RuleState.UNKNOWN, "folder.state-not-seen")
        laptop.app.intake.looked(id_)
        assert standing() == (RuleState.OK, "folder.state-seen")
        laptop.app.intake.folder_state(id_, RuleState.ATTENTION, msg("copies.not-heard"))
        assert standing() == (RuleState.ATTENTION, "folder.state-partly")
        laptop.app.intake.folder_state(id_, RuleState.UNKNOWN, msg("copies.folder-unreadable", n=1))
        assert standing() == (RuleState.UNKNOWN, "folder.state-not-seen")
        laptop.app.intake.folder_state(id_, RuleState.OK, msg("copies.folder-ok"))
        laptop.passes(25 * HOUR)
        assert standing() == (RuleState.UNKNOWN, "folder.state-not-seen")
        laptop.downloads.rmdir()
        assert standing() == (RuleState.ATTENTION, "folder.state-gone")

    def test_a_clients_own_storage_says_whose_it_is(self, laptop: Laptop) -> None:
        """VR-P1b"""
        laptop.client(mounts=(str(laptop.downloads),))
        laptop.watch()
        (row,) = laptop.app.folders.rows()
        assert (row.state, row.sentence.id, row.owner) == (RuleState.NOT_APPLICABLE, "folder.state-place", CLIENT)

    def test_documentation_says_of_which_project(self, laptop: Laptop) -> None:
        laptop.client()
        folder = laptop.home / "P1"
        folder.mkdir()
        laptop.app.projects.add("P1", CLIENT, documents=(folder,))
        (row,) = laptop.app.folders.rows()
        assert (row.folder.kind, row.owner) == (FolderKind.DOCUMENTS, "P1")

    def test_a_drive_is_offered_while_it_is_there_and_not_watched(
        self, laptop: Laptop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        drive = laptop.root / "stick"
        drive.mkdir()
        laptop.app.intake.drive_appeared(drive)
        assert laptop.app.folders.offered() == ()  # an ordinary folder: the drive is gone
        monkeypatch.setattr("os.path.ismount", lambda path: str(path) == str(drive))
        assert laptop.app.folders.offered() == (str(drive),)
        laptop.app.folders.add(drive)
        assert laptop.app.folders.offered() == ()
