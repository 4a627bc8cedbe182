"""The settings page: what a person changes is saved at once, what IT set is shown, and nothing is missing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

import app.actions.settings
import app.domain.settings
import app.ui.pages.settings.page
import app.ui.pages.settings.row
from app.domain.folder import FolderKind
from app.domain.messages import choice_text, setting_text, unit_text
from app.domain.ports import PlaceInfo, PlaceKind
from app.domain.setting_groups import SettingGroup
from app.domain.settings import SETTINGS, Setting, Source, Unit, Who
from app.system.language import texts
from app.ui.desk import News
from app.ui.pages.page import PageId
from app.ui.pages.settings.editors import (
    ChoiceEditor,
    FolderEditor,
    ListEditor,
    NumberEditor,
    SwitchEditor,
    TextEditor,
)
from app.ui.pages.settings.page import SettingsPage
from app.ui.pages.settings.row import SettingRow
from tests.actions.laptop import CLIENT, Laptop
from tests.ui.scenes import SCENES
from tests.ui.windows import Opened, opened, settle

Key = Qt.Key


@dataclass
class Here:
    """The page over a laptop."""

    laptop: Laptop
    opened: Opened
    page: SettingsPage

    def row(self, key: str) -> SettingRow:
        return self.page._rows[key]

    def settle(self) -> None:
        settle(self.opened.jobs)

    def again(self) -> None:
        """Look again, as after a change elsewhere."""
        self.page.reload()
        self.settle()


Open = Callable[..., Here]


@pytest.fixture
def open_page(tmp_path: Path, qapp: QApplication) -> Iterator[Open]:
    with ExitStack() as stack:

        def open_(scene: str = "nothing", language: str = "nl") -> Here:
            made = SCENES[scene](tmp_path / scene)
            stack.callback(made.laptop.close)
            window = stack.enter_context(opened(made, language))
            page = window.page(PageId.SETTINGS)
            assert isinstance(page, SettingsPage)
            return Here(made.laptop, window, page)

        yield open_


@pytest.fixture
def here(open_page: Open) -> Here:
    return open_page()


class TestWords:
    @pytest.mark.parametrize("language", ["nl", "en"])
    @pytest.mark.parametrize("key", SETTINGS)
    def test_every_setting_has_a_name_and_an_explanation(self, key: str, language: str):
        told = texts(language)
        for message in (setting_text(key, "name"), setting_text(key, "help")):
            assert told.render(message) != message.id
        for choice in SETTINGS[key].choices:
            assert told.render(choice_text(choice)) != choice_text(choice).id

    @pytest.mark.parametrize("language", ["nl", "en"])
    @pytest.mark.parametrize("unit", Unit)
    def test_every_unit_has_its_words(self, unit: Unit, language: str):
        assert texts(language).render(unit_text(unit.value, 1)).startswith("1 ")
        assert texts(language).render(unit_text(unit.value, 7)).startswith("7 ")


class TestWhatIsThere:
    def test_every_setting_has_its_row_in_the_order_of_the_groups(self, here: Here):
        assert set(here.page._rows) == set(SETTINGS)
        assert list(here.page._groups) == [group for group in SettingGroup if group is not SettingGroup.OTHER]

    def test_the_editor_fits_the_type(self, here: Here):
        wanted = {
            "toasts.enabled": SwitchEditor,
            "findings.decide_hours": NumberEditor,
            "language": ChoiceEditor,
            "own.name": TextEditor,
            "remote.folder": FolderEditor,
            "own.domains": ListEditor,
        }
        assert {key: type(here.row(key).editor) for key in wanted} == wanted

    def test_what_it_alone_decides_is_shown_and_cannot_be_edited(self, here: Here):
        for key in (key for key, setting in SETTINGS.items() if setting.who is Who.POLICY):
            assert here.row(key).editor is None
        assert here.row("tray.quit_allowed").value.text() == "Aan"
        assert here.row("deletion.margin_hours").value.text() == "0 uur"
        assert here.row("vault.recovery_key").value.text() == "Niet ingesteld"

    def test_a_new_setting_appears_by_itself(self, open_page: Open, monkeypatch: pytest.MonkeyPatch):
        new = Setting(key="nieuw.aan", default=False)
        known = MappingProxyType({**SETTINGS, new.key: new})
        for module in (
            app.domain.settings,
            app.actions.settings,
            app.ui.pages.settings.page,
            app.ui.pages.settings.row,
        ):
            monkeypatch.setattr(module, "SETTINGS", known)
        here = open_page()
        assert SettingGroup.OTHER in here.page._groups
        here.row("nieuw.aan").editor.click()
        here.settle()
        assert here.laptop.app.settings.get("nieuw.aan").value is True

    def test_who_chose_no_language_sees_that_of_the_system(self, open_page: Open):
        here = open_page(language="en")
        assert here.row("language").editor.currentText() == "English"


class TestSaving:
    def test_a_switch_saves_at_once_and_says_so_quietly(self, here: Here, qtbot: QtBot):
        row = here.row("toasts.enabled")
        assert not row._tick.isVisible()
        with qtbot.waitSignal(here.opened.desk.acted):
            qtbot.mouseClick(row.editor, Qt.MouseButton.LeftButton)
        here.settle()
        assert here.laptop.app.settings.get("toasts.enabled").value is False
        assert row._tick.isVisible()
        assert row.editor.text() == "Uit"
        assert [entry.data for entry in here.laptop.events("settings.changed")] == [{"key": "toasts.enabled"}]

    def test_text_is_saved_when_the_keyboard_leaves_it(self, here: Here, qtbot: QtBot):
        editor = here.row("own.name").editor
        editor.setFocus()
        editor.selectAll()
        qtbot.keyClicks(editor, "  Robin Bakker ")
        assert here.laptop.events("settings.changed") == []
        qtbot.keyClick(editor, Key.Key_Tab)
        here.settle()
        assert here.laptop.app.settings.text("own.name") == "Robin Bakker"

    def test_what_did_not_change_is_not_saved(self, here: Here, qtbot: QtBot):
        for key in ("own.name", "own.domains"):
            here.row(key).editor.setFocus()
            qtbot.keyClick(here.row(key).editor, Key.Key_Tab)
        here.settle()
        assert here.laptop.events("settings.changed") == []

    def test_a_list_is_one_value_a_line(self, here: Here, qtbot: QtBot):
        editor = here.row("own.domains").editor
        low = editor.height()
        editor.setFocus()
        for line in ("advies.example", " bureau.example ,derde.example", ""):
            qtbot.keyClicks(editor, line)
            qtbot.keyClick(editor, Key.Key_Return)
        assert editor.height() > low
        here.row("own.name").editor.setFocus()
        here.settle()
        wanted = ("advies.example", "bureau.example", "derde.example")
        assert here.laptop.app.settings.texts("own.domains") == wanted

    def test_clicks_on_the_arrows_are_saved_once_they_stop(self, here: Here, qtbot: QtBot):
        editor = here.row("findings.decide_hours").editor
        editor.setFocus()
        for _ in range(4):
            qtbot.keyClick(editor, Key.Key_Down)
        assert editor.text() == "20 uur"
        qtbot.waitUntil(lambda: here.laptop.app.settings.number("findings.decide_hours") == 20)
        here.settle()
        assert len(here.laptop.events("settings.changed")) == 1

    def test_who_leaves_the_page_too_soon_loses_nothing(self, here: Here, qtbot: QtBot):
        editor = here.row("findings.decide_hours").editor
        editor.setFocus()
        qtbot.keyClick(editor, Key.Key_Down)
        here.opened.page(PageId.TEAM)
        assert here.laptop.app.settings.number("findings.decide_hours") == 23

    def test_a_term_can_only_be_made_stricter(self, here: Here, qtbot: QtBot):
        """VR-P3"""
        editor = here.row("findings.decide_hours").editor
        assert (editor.minimum(), editor.maximum()) == (1, 24)
        editor.setFocus()
        qtbot.keyClick(editor, Key.Key_Up)
        here.settle()
        assert here.laptop.app.settings.number("findings.decide_hours") == 24
        told = [note.text() for note in here.row("findings.decide_hours")._notes]
        assert told == ["Standaard: 24 uur", "Je mag dit alleen strenger maken: hoogstens 24 uur."]

    def test_an_error_stands_beside_its_field_and_the_old_value_comes_back(self, here: Here):
        row = here.row("findings.decide_hours")
        row.editor.setMaximum(72)  # as when IT made it stricter after the page was opened
        row.editor.setValue(48)
        row.editor.editingFinished.emit()
        here.settle()
        assert row.problem.isVisible()
        assert row.problem.text() == "Dat is ruimer dan mag. De vorige waarde staat er weer."
        assert row.editor.value() == 24
        assert row.editor.accessibleDescription() == row.problem.text()
        row.editor.edited.emit(12)
        here.settle()
        assert not row.problem.isVisible()
        assert here.laptop.app.settings.number("findings.decide_hours") == 12

    def test_the_last_of_many_quick_changes_counts(self, here: Here):
        row = here.row("toasts.enabled")
        for _ in range(5):
            row.editor.click()
        here.settle()
        assert here.laptop.app.settings.flag("toasts.enabled") is False
        assert row.editor.isChecked() is False

    def test_another_language_is_told_to_the_window(self, here: Here, qtbot: QtBot):
        editor = here.row("language").editor
        with qtbot.waitSignal(here.opened.desk.language_changed):
            editor.setCurrentIndex(1)
            editor.activated.emit(1)
        assert here.laptop.app.settings.get("language").value == "en"

    def test_a_folder_can_be_chosen(self, here: Here, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/srv/team")
        here.row("remote.folder").editor.button.click()
        here.settle()
        assert here.laptop.app.settings.text("remote.folder") == "/srv/team"

    def test_a_change_elsewhere_is_shown(self, here: Here):
        here.laptop.app.settings.set("own.firm", "Bureau Elders")
        here.again()
        assert here.row("own.firm").editor.text() == "Bureau Elders"

    def test_who_scrolls_past_changes_nothing(self, here: Here, qtbot: QtBot):
        for key in ("findings.decide_hours", "language"):
            editor = here.row(key).editor
            before = editor.value() if isinstance(editor, NumberEditor) else editor.currentIndex()
            centre = QPointF(editor.rect().center())
            wheel = QWheelEvent(
                centre,
                editor.mapToGlobal(centre),
                QPoint(0, -120),
                QPoint(0, -120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(editor, wheel)
            after = editor.value() if isinstance(editor, NumberEditor) else editor.currentIndex()
            assert after == before


class TestPolicy:
    def test_without_a_policy_the_page_says_so(self, here: Here):
        assert here.page.headline.text() == "Je instellingen kies je zelf."
        assert here.page._cards.itemAt(here.page._cards.count() - 1).widget() is here.page.policy

    def test_what_it_set_is_locked_and_says_by_whom(self, open_page: Open):
        here = open_page("policed")
        row = here.row("own.firm")
        assert (row.editor, row.value.text()) == (None, "Adviesbureau Voorbeeld")
        assert "IT heeft dit vastgelegd" in words_in(row)
        assert here.row("tray.quit_allowed").value.text() == "Uit"
        assert here.row("own.domains").value.text() == "adviesbureau.example\nadvies.example"
        assert here.row("findings.decide_hours").editor.maximum() == 12

    def test_what_was_left_out_stands_on_top(self, open_page: Open):
        here = open_page("policed")
        assert here.page.headline.text() == "Het beleid van IT klopt niet helemaal."
        assert here.page._cards.itemAt(0).widget() is here.page.policy
        assert "copies.reconcile_minutes" in words_in(here.page.policy)

    def test_long_keys_are_shortened_and_whole_in_the_tip(self, open_page: Open):
        row = open_page("policed").row("certificate.firm_key")
        assert "…" in row.value.text()
        assert len(row.value.toolTip()) > len(row.value.text())


class TestSearch:
    def test_ctrl_f_leads_to_it(self, here: Here, qtbot: QtBot):
        qtbot.keyClick(here.opened.window, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert here.page.search.hasFocus()

    def test_it_looks_in_names_explanations_and_keys(self, here: Here):
        for words, found in (
            ("bedenk", {"findings.decide_hours"}),
            ("scherm delen", {"window.hide_from_sharing"}),
            ("office365.site", {"office365.site"}),
        ):
            here.page.search.setText(words)
            assert {key for key, row in here.page._rows.items() if row.isVisible()} == found

    def test_the_name_of_a_group_shows_all_of_it(self, here: Here):
        here.page.search.setText("hoe ver")
        shown = {key for key, row in here.page._rows.items() if row.isVisible()}
        assert shown == {"stage.copies", "stage.deletion", "stage.lock"}

    def test_nothing_found_says_so_and_leads_back(self, here: Here, qtbot: QtBot):
        here.page.search.setText("xyzzy")
        assert here.page.nothing.isVisible()
        assert "xyzzy" in here.page.nothing.explanation.text()
        here.page.nothing.button.click()
        assert not here.page.nothing.isVisible()
        assert all(row.isVisible() for row in here.page._rows.values())


class TestFolders:
    def test_nothing_watched_says_what_to_do_first(self, here: Here):
        assert here.page.folders.empty.isVisible()
        assert not here.page.folders.table.isVisible()
        assert here.page.folders.zone.choose.property("look") == "primary"

    def test_a_folder_that_is_dropped_is_watched(self, here: Here):
        here.page.folders.zone.dropped.emit([here.laptop.downloads])
        here.settle()
        (folder,) = here.laptop.app.folders.list()
        assert (folder.path, folder.kind) == (str(here.laptop.downloads), FolderKind.WATCHED)
        assert shown(here) == [("Downloads", "Bekeken", "Onbekend", "–")]
        assert "wordt voortaan bekeken" in here.page.folders.outcome.label.text()

    def test_a_folder_can_be_chosen(self, here: Here, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(here.laptop.downloads))
        here.page.folders.zone.choose.click()
        here.settle()
        assert [folder.path for folder in here.laptop.app.folders.list()] == [str(here.laptop.downloads)]

    def test_one_that_may_not_be_watched_says_why(self, here: Here):
        here.page.folders.watch(here.laptop.home)
        here.settle()
        assert here.page.folders.outcome.isVisible()
        assert here.page.folders.outcome.property("look") == "notice-overdue"
        assert here.laptop.app.folders.list() == ()

    def test_a_clients_own_storage_is_called_so(self, here: Here):
        """VR-P1b"""
        here.laptop.client(mounts=(str(here.laptop.downloads),))
        here.page.folders.watch(here.laptop.downloads)
        here.settle()
        assert "eigen opslag van een klant" in here.page.folders.outcome.label.text()
        assert shown(here) == [("Downloads", "Plek van de klant", "–", "–")]
        index = here.page.folders.model.index(0, 2)
        assert CLIENT in str(index.data(Qt.ItemDataRole.ToolTipRole))

    def test_a_synchronised_folder_says_what_that_means(self, here: Here):
        info = PlaceInfo(kind=PlaceKind.SYNCHRONISED, synchronised_by="OneDrive")
        here.laptop.places.told[here.laptop.downloads] = info
        here.page.folders.watch(here.laptop.downloads)
        here.settle()
        assert "OneDrive" in here.page.folders.outcome.label.text()
        assert shown(here) == [("Downloads", "Bekeken", "Onbekend", "OneDrive")]

    def test_delete_stops_watching_and_can_be_undone(self, here: Here, qtbot: QtBot):
        here.laptop.watch()
        here.again()
        here.page.folders.table.select(0)
        here.page.folders.table.setFocus()
        heard: list[News] = []
        here.opened.desk.news.connect(heard.append)
        qtbot.keyClick(here.page.folders.table, Key.Key_Delete)
        here.settle()
        assert here.laptop.app.folders.list() == ()
        heard[0].undo()
        here.settle()
        assert [folder.path for folder in here.laptop.app.folders.list()] == [str(here.laptop.downloads)]

    def test_documentation_belongs_to_its_project(self, here: Here, qtbot: QtBot):
        here.laptop.client()
        folder = here.laptop.home / "P1"
        folder.mkdir()
        project = here.laptop.app.projects.add("P1", CLIENT, documents=(folder,)).project
        here.again()
        here.page.folders.table.select(0)
        assert not here.page.folders.remove.isVisible()
        here.page.folders.stop_watching()
        here.settle()
        assert len(here.laptop.app.folders.list()) == 1
        with qtbot.waitSignal(here.opened.desk.page_wanted) as wanted:
            here.page.folders.to_project.click()
        assert wanted.args == ["projects", project.id]

    def test_a_drive_is_offered_and_watched_on_request(self, here: Here, monkeypatch: pytest.MonkeyPatch):
        drive = here.laptop.root / "stick"
        drive.mkdir()
        monkeypatch.setattr("os.path.ismount", lambda path: str(path) == str(drive))
        here.laptop.app.intake.drive_appeared(drive)
        here.again()
        offer = here.page.folders.drives.itemAt(0).widget()
        assert str(drive) in offer.label.text()
        offer.button.click()
        here.settle()
        assert [folder.path for folder in here.laptop.app.folders.list()] == [str(drive)]

    def test_the_list_is_a_sound_model(self, here: Here):
        here.laptop.watch()
        model = here.page.folders.model
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
        here.again()
        assert model.rowCount() == 1


class TestTheWayThere:
    @pytest.mark.parametrize("group", [SettingGroup.SCANNING, SettingGroup.STAGES])
    def test_a_group_is_brought_into_view_when_the_page_is_opened_for_it(
        self, tmp_path: Path, qapp: QApplication, group: SettingGroup
    ):
        made = SCENES["nothing"](tmp_path)
        with opened(made) as window:
            page = window.page(PageId.SETTINGS, group.value)
            assert isinstance(page, SettingsPage)
            assert is_seen(Here(made.laptop, window, page), page._groups[group])
        made.laptop.close()

    def test_a_group_is_brought_into_view_on_a_page_that_was_open(self, here: Here):
        here.opened.page(PageId.TEAM)
        here.opened.page(PageId.SETTINGS, "stages")
        assert is_seen(here, here.page._groups[SettingGroup.STAGES])

    def test_a_setting_is_brought_into_view_with_the_keyboard_on_it(self, here: Here):
        here.page.search.setText("bedenk")
        here.page.show_subject("remote.folder")
        here.settle()
        assert here.page.search.text() == ""
        assert here.row("remote.folder").editor.line.hasFocus()
        assert is_seen(here, here.row("remote.folder"))

    def test_the_policy_is_brought_into_view(self, here: Here):
        here.page.show_subject("policy")
        here.settle()
        assert is_seen(here, here.page.policy)

    def test_what_does_not_exist_changes_nothing(self, here: Here):
        here.page.show_subject("bestaat.niet")
        assert here.page.isVisible()


def test_the_source_of_a_saved_value_is_the_person(here: Here):
    here.row("own.firm").editor.edited.emit("Bureau Nieuw")
    here.settle()
    assert here.laptop.app.settings.get("own.firm").source is Source.USER


def shown(here: Here) -> list[tuple[str, ...]]:
    """The list of folders as it is read."""
    model = here.page.folders.model
    cells = range(model.columnCount())
    return [tuple(str(model.index(row, cell).data()) for cell in cells) for row in range(model.rowCount())]


def words_in(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def is_seen(here: Here, part: QWidget) -> bool:
    """Whether the beginning of a part stands within the window."""
    top = part.mapTo(here.opened.window, QPoint(0, 0)).y()
    return 0 <= top < here.opened.window.height() - 20


def test_working_files_are_listed_and_moved_to_the_documentation(open_page: Open, tmp_path: Path) -> None:
    """VR-U5a"""
    here = open_page("three")
    assert not here.page.working.isVisible()
    filed = tmp_path / "Sharepoint"
    filed.mkdir()
    code = here.laptop.app.projects.list()[0].project.code
    here.laptop.app.projects.change(code, documents=(filed,))
    folder = next(Path(f.path) for f in here.laptop.app.folders.list() if f.kind is FolderKind.WATCHED)
    file = here.laptop.file("Plan van aanpak.docx", folder=folder)
    os.utime(file, (0, 0))
    here.again()
    card = here.page.working
    assert card.isVisible()
    QAbstractItemModelTester(card.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    card.table.select(0)
    card.move_it.click()
    dialog = card.dialog
    assert dialog is not None
    dialog.project.choose(code)
    dialog.submit()
    here.settle()
    assert (filed / "Plan van aanpak.docx").exists()
    assert not file.exists()
    here.settle()
    assert not card.isVisible()
