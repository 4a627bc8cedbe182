"""The first start: each step is kept when it is taken, and the folders are watched from the end on."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.errors import InputError
from app.domain.first_start import CleanUp, FirstStartState, FirstWork, KnownWork, Step
from app.domain.folder import FolderKind
from app.domain.ports import PlaceInfo, PlaceKind
from app.domain.settings import Source
from tests.actions.conftest import MakeLaptop
from tests.actions.laptop import CLIENT, DOMAIN, EVA, GOAL, Laptop

WORK = FirstWork(
    client=CLIENT, domain=DOMAIN, contact_name="Eva Smit", contact_mail=f"eva@{DOMAIN}", code="VBS-1", goal=GOAL
)


class BusyPower:
    """A machine that has other things to do."""

    def should_rest(self) -> bool:
        return True


def refusal(laptop: Laptop, work: FirstWork) -> str:
    with pytest.raises(InputError) as error:
        laptop.app.first_start.begin_work(work)
    return error.value.message.id


class TestWhenItIsShown:
    def test_an_empty_laptop_needs_it(self, laptop: Laptop) -> None:
        assert laptop.app.first_start.is_needed()
        assert laptop.app.first_start.state() == FirstStartState(is_needed=True, is_unfinished=True, step=Step.LANGUAGE)

    def test_who_has_a_folder_or_a_client_already_does_not(self, make_laptop: MakeLaptop) -> None:
        watching, knowing = make_laptop(), make_laptop()
        watching.watch()
        knowing.client()
        assert not watching.app.first_start.state().is_unfinished
        assert not knowing.app.first_start.is_needed()

    def test_it_goes_on_where_it_was_also_after_a_crash(self, laptop: Laptop) -> None:
        laptop.app.first_start.reach(Step.WORK)
        laptop.app.first_start.begin_work(WORK)
        laptop.restart()
        assert laptop.app.first_start.state() == FirstStartState(is_needed=True, is_unfinished=True, step=Step.WORK)

    def test_put_aside_it_is_not_shown_by_itself_but_can_be_gone_on_with(self, laptop: Laptop) -> None:
        laptop.app.first_start.reach(Step.SELF)
        laptop.app.first_start.leave()
        assert laptop.app.first_start.state() == FirstStartState(is_needed=False, is_unfinished=True, step=Step.SELF)

    def test_finished_it_never_comes_back(self, laptop: Laptop) -> None:
        laptop.app.first_start.done()
        laptop.restart()
        assert laptop.app.first_start.state() == FirstStartState(
            is_needed=False, is_unfinished=False, step=Step.CLEAN_UP
        )


class TestWho:
    def test_name_and_mail_come_from_the_account_and_the_firm_from_policy(self, make_laptop: MakeLaptop) -> None:
        laptop = make_laptop(policy={"own.firm": "Adviesbureau Voorbeeld"})
        name, mail, firm = laptop.app.first_start.account()
        assert (name.value, name.from_account, name.locked) == ("Robin de Adviseur", True, False)
        assert mail.value == "robin@adviesbureau.example"
        assert (firm.value, firm.locked, firm.from_account) == ("Adviesbureau Voorbeeld", True, False)

    def test_what_is_told_is_kept_and_what_it_set_stays(self, make_laptop: MakeLaptop) -> None:
        laptop = make_laptop(policy={"own.firm": "Adviesbureau Voorbeeld"})
        told = {"own.name": " Robin  Advies ", "own.mail": "Robin@Adviesbureau.Example", "own.firm": "Ander bureau"}
        laptop.app.first_start.introduce(told)
        laptop.restart()
        values = [detail.value for detail in laptop.app.first_start.account()]
        assert values == ["Robin Advies", "robin@adviesbureau.example", "Adviesbureau Voorbeeld"]
        assert not laptop.app.first_start.account()[0].from_account

    def test_what_the_account_tells_counts_as_told_once_it_was_seen(self, laptop: Laptop) -> None:
        """The account may tell another name tomorrow; the declarations must not."""
        laptop.app.first_start.introduce({"own.name": "Robin de Adviseur"})
        assert not laptop.app.first_start.account()[0].from_account

    def test_a_wrong_address_is_refused_before_anything_is_kept(self, laptop: Laptop) -> None:
        with pytest.raises(InputError) as error:
            laptop.app.first_start.introduce({"own.name": "Iemand Anders", "own.mail": "robin at bureau"})
        assert error.value.message.id == "input.mailbox"
        assert laptop.app.settings.text("own.name") == "Robin de Adviseur"

    def test_a_value_can_be_left_empty(self, laptop: Laptop) -> None:
        laptop.app.first_start.introduce({"own.name": "", "own.mail": " "})
        assert [detail.value for detail in laptop.app.first_start.account()] == ["", "", ""]

    def test_a_language_is_kept_unless_it_set_another(self, make_laptop: MakeLaptop) -> None:
        laptop, bound = make_laptop(), make_laptop(policy={"language": "nl"})
        laptop.app.first_start.speak("en")
        bound.app.first_start.speak("en")
        assert (laptop.app.first_start.language().value, laptop.app.first_start.language().source) == (
            "en",
            Source.USER,
        )
        assert bound.app.first_start.language().value == "nl"


class TestFolders:
    def test_the_standard_folders_that_exist_are_proposed_and_downloads_is_chosen(self, laptop: Laptop) -> None:
        (laptop.home / "Documents").mkdir()
        proposed = laptop.app.first_start.proposed_folders()
        assert [(folder.name, folder.path, folder.is_chosen) for folder in proposed] == [
            ("downloads", str(laptop.downloads), True),
            ("documents", str(laptop.home / "Documents"), False),
        ]

    def test_each_tells_what_place_it_is(self, laptop: Laptop) -> None:
        tenant = "12345678-1234-1234-1234-123456789abc"
        laptop.client(tenant_ids=(tenant,))
        documents, desktop = laptop.home / "Documents", laptop.home / "Desktop"
        for folder in (documents, desktop):
            folder.mkdir()
        laptop.places.told[documents] = PlaceInfo(kind=PlaceKind.SYNCHRONISED, synchronised_by="OneDrive")
        laptop.places.told[desktop] = PlaceInfo(
            kind=PlaceKind.SYNCHRONISED, synchronised_by="OneDrive", tenant_id=tenant
        )
        _, second, third = laptop.app.first_start.proposed_folders()
        assert (second.kind, second.synchronised_by, second.client) == (PlaceKind.SYNCHRONISED, "OneDrive", None)
        assert third.client == CLIENT

    def test_a_standard_folder_that_is_the_home_itself_is_not_proposed(self, laptop: Laptop) -> None:
        """Where a desktop has no folder of its own, Linux calls the home so."""
        if sys.platform == "win32":
            pytest.skip("Wine makes no links")
        (laptop.home / "Desktop").symlink_to(laptop.home)
        laptop.restart()
        assert [folder.name for folder in laptop.app.first_start.proposed_folders()] == ["downloads"]

    def test_what_is_chosen_is_remembered_and_watched_from_the_end_on(self, laptop: Laptop) -> None:
        other = laptop.home / "Klanten"
        other.mkdir()
        laptop.app.first_start.choose([other])
        assert laptop.app.folders.list() == ()
        laptop.restart()
        proposed = {folder.path: folder for folder in laptop.app.first_start.proposed_folders()}
        assert not proposed[str(laptop.downloads)].is_chosen
        assert (proposed[str(other)].is_chosen, proposed[str(other)].name) == (True, None)
        assert laptop.app.first_start.done() == ()
        assert [(folder.path, folder.kind) for folder in laptop.app.folders.list()] == [
            (str(other), FolderKind.WATCHED)
        ]

    def test_put_aside_what_was_chosen_counts_all_the_same(self, laptop: Laptop) -> None:
        laptop.app.first_start.choose([laptop.downloads])
        laptop.app.first_start.leave()
        assert [folder.path for folder in laptop.app.folders.list()] == [str(laptop.downloads)]
        assert laptop.app.first_start.state().is_unfinished

    def test_put_aside_before_anything_was_chosen_watches_nothing(self, laptop: Laptop) -> None:
        laptop.app.first_start.leave()
        assert laptop.app.folders.list() == ()

    def test_a_folder_that_vanished_meanwhile_keeps_no_other_from_being_watched(self, laptop: Laptop) -> None:
        gone = laptop.home / "Weg"
        gone.mkdir()
        laptop.app.first_start.choose([gone, laptop.downloads])
        gone.rmdir()
        assert [problem.id for problem in laptop.app.first_start.done()] == ["folder.missing"]
        assert [folder.path for folder in laptop.app.folders.list()] == [str(laptop.downloads)]

    def test_finishing_twice_watches_once(self, laptop: Laptop) -> None:
        laptop.app.first_start.choose([laptop.downloads])
        laptop.app.first_start.leave()
        assert laptop.app.first_start.done() == ()
        assert len(laptop.app.folders.list()) == 1

    def test_a_folder_that_cannot_be_watched_is_refused_with_the_reason(self, laptop: Laptop) -> None:
        for look in (
            lambda: laptop.app.first_start.look_at(laptop.home),
            lambda: laptop.app.first_start.choose([laptop.downloads, laptop.home]),
        ):
            with pytest.raises(InputError) as error:
                look()
            assert error.value.message.id == "places.root-home"
        assert laptop.app.first_start.proposed_folders()[0].is_chosen  # the choice is as it was

    def test_an_added_folder_tells_what_it_is_and_a_proposed_one_stays_itself(self, laptop: Laptop) -> None:
        other = laptop.home / "Klanten"
        other.mkdir()
        added = laptop.app.first_start.look_at(other)
        assert (added.name, added.is_chosen, added.kind) == (None, True, PlaceKind.LOCAL)
        assert laptop.app.first_start.look_at(laptop.downloads).name == "downloads"

    def test_what_is_watched_already_is_told(self, laptop: Laptop) -> None:
        laptop.watch()
        (downloads,) = laptop.app.first_start.proposed_folders()
        assert downloads.is_watched
        assert downloads.is_chosen

    def test_a_name_that_is_no_text_survives(self, laptop: Laptop) -> None:
        if sys.platform == "win32":
            pytest.skip("names are text there")
        odd = laptop.home / os.fsdecode(b"map \xff")
        odd.mkdir()
        laptop.app.first_start.choose([odd])
        laptop.app.first_start.done()
        assert [folder.path for folder in laptop.app.folders.list()] == [str(odd)]


class TestWork:
    def test_client_contact_project_and_goal_are_added(self, laptop: Laptop) -> None:
        laptop.app.first_start.begin_work(WORK)
        (client,) = laptop.app.clients.list()
        assert (client.name, client.domains) == (CLIENT, (DOMAIN,))
        assert [f"{contact.name} <{contact.mail}>" for contact in client.contacts] == [EVA]
        (view,) = laptop.app.projects.list()
        assert (view.project.code, view.client, view.project.goals) == ("VBS-1", CLIENT, (GOAL,))
        assert laptop.app.first_start.known_work() == (KnownWork(client=CLIENT, codes=("VBS-1",)),)

    def test_a_client_alone_is_enough(self, laptop: Laptop) -> None:
        laptop.app.first_start.begin_work(FirstWork(client=CLIENT))
        assert laptop.app.first_start.known_work() == (KnownWork(client=CLIENT, codes=()),)

    def test_after_a_refused_project_the_same_step_can_be_taken_again(self, laptop: Laptop) -> None:
        laptop.client("Waterschap De Made", domains=("demade.example",), contacts=())
        laptop.project("VBS-1", "Waterschap De Made")
        assert refusal(laptop, WORK) == "project.exists"
        laptop.app.first_start.begin_work(replace(WORK, code="VBS-2"))
        assert KnownWork(client=CLIENT, codes=("VBS-2",)) in laptop.app.first_start.known_work()

    def test_a_second_project_of_a_known_client_is_added_to_it(self, laptop: Laptop) -> None:
        laptop.app.first_start.begin_work(WORK)
        laptop.app.first_start.begin_work(FirstWork(client=CLIENT.upper(), domain="extra.example", code="VBS-2"))
        assert laptop.app.first_start.known_work() == (KnownWork(client=CLIENT, codes=("VBS-1", "VBS-2")),)
        assert laptop.app.clients.list()[0].domains == (DOMAIN, "extra.example")

    @pytest.mark.parametrize(
        ("changes", "expected"),
        [
            ({"client": " "}, "input.empty"),
            ({"domain": "geen domein"}, "client.host"),
            ({"contact_mail": "eva"}, "input.mailbox"),
            ({"contact_mail": ""}, "first-start.contact-without-mail"),
            ({"code": ""}, "first-start.goal-without-code"),
        ],
    )
    def test_what_cannot_be_is_refused_before_anything_is_added(
        self, laptop: Laptop, changes: dict[str, str], expected: str
    ) -> None:
        assert refusal(laptop, replace(WORK, **changes)) == expected
        assert laptop.app.clients.list() == ()

    def test_a_folder_of_the_client_itself_becomes_its_own_storage(self, laptop: Laptop) -> None:
        share = laptop.home / "Netwerk"
        share.mkdir()
        laptop.places.told[share] = PlaceInfo(kind=PlaceKind.NETWORK, share=f"//bestanden.{DOMAIN}/delen")
        laptop.watch(share)
        laptop.app.first_start.begin_work(WORK)
        assert laptop.app.folders.list()[0].kind is FolderKind.CLIENT_PLACE

    def test_cards_of_a_colleague_are_taken_over(self, make_laptop: MakeLaptop, tmp_path: Path) -> None:
        colleague = make_laptop()
        colleague.usual()
        colleague.app.cards.export_to(tmp_path / "kaarten.json")
        device = colleague.app.team.whoami()
        laptop = make_laptop(policy={"team.devices": (device.device,)})
        merged = laptop.app.first_start.import_cards(tmp_path / "kaarten.json")
        assert merged.refused == 0
        assert laptop.app.first_start.known_work() == (KnownWork(client=CLIENT, codes=("P1",)),)

    def test_cards_of_somebody_unknown_are_refused_and_said(self, make_laptop: MakeLaptop, tmp_path: Path) -> None:
        colleague = make_laptop()
        colleague.usual()
        colleague.app.cards.export_to(tmp_path / "kaarten.json")
        merged = make_laptop().app.first_start.import_cards(tmp_path / "kaarten.json")
        assert (merged.accepted, {item.reason for item in merged.items}) == (0, {"unknown-author"})

    def test_it_tells_where_cards_are_shared(self, make_laptop: MakeLaptop, tmp_path: Path) -> None:
        assert make_laptop().app.first_start.shared_through() is None
        shared = make_laptop(policy={"remote.folder": str(tmp_path / "team")})
        assert shared.app.first_start.shared_through() == str(tmp_path / "team")


class TestCleanUp:
    def test_it_counts_what_was_looked_at_and_what_must_be_decided(self, laptop: Laptop) -> None:
        laptop.client()
        laptop.app.first_start.choose([laptop.downloads])
        laptop.app.first_start.done()
        assert laptop.app.first_start.clean_up() == CleanUp(
            folders=1, folders_done=0, files=0, found=0, decide_by=None, days=30
        )
        (folder,) = laptop.app.folders.list()
        laptop.app.intake.remember(folder.id, [bytes([number]) * 16 for number in range(5)], ())
        laptop.finding(laptop.file("salarissen.xlsx"), first=True)
        laptop.finding(laptop.file("verzuim.xlsx"), first=True)
        laptop.finding(laptop.file("net gehaald.xlsx"))  # it came later: no part of the clean-up
        laptop.app.intake.looked(folder.id)
        done = laptop.app.first_start.clean_up()
        assert (done.folders_done, done.files, done.found, done.is_over) == (1, 5, 2, True)
        assert done.decide_by == laptop.now + timedelta(days=30)

    def test_it_tells_that_the_guard_waits_for_a_computer_with_less_to_do(self, laptop: Laptop) -> None:
        laptop.app.__dict__["power"] = BusyPower()
        folder = laptop.watch()
        assert laptop.app.first_start.clean_up().is_waiting
        laptop.app.settings.set("copies.pause_on_battery_saver", "false")
        assert not laptop.app.first_start.clean_up().is_waiting
        laptop.app.settings.set("copies.pause_on_battery_saver", "true")
        laptop.app.intake.looked(folder)
        assert not laptop.app.first_start.clean_up().is_waiting

    def test_a_clients_own_storage_is_not_waited_for(self, laptop: Laptop) -> None:
        """It is never walked."""
        share = laptop.home / "Netwerk"
        share.mkdir()
        laptop.places.told[share] = PlaceInfo(kind=PlaceKind.NETWORK, share=f"//bestanden.{DOMAIN}/delen")
        laptop.client()
        laptop.watch(share)
        assert laptop.app.first_start.clean_up().is_over
