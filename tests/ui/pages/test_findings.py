"""The findings as a person meets them: what is shown, how it is walked and searched, all of it by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from app.domain.finding import FindingState, ResolvedHow
from app.ui.pages.findings.agreement_choice import AgreementChoice
from app.ui.pages.findings.asking import AskingDialog
from app.ui.pages.findings.documentation import DocumentationDialog
from app.ui.pages.findings.not_client_data import NotClientDataDialog
from app.ui.pages.findings.removing import RemovingDialog
from app.ui.pages.page import PageId
from app.ui.pages.projects.agreement_dialog import NewAgreementDialog
from tests.ui.pages.findings_seen import Seen, see
from tests.ui.scenes import SCENES

Key = Qt.Key


@pytest.fixture
def seen(tmp_path: Path) -> Iterator[Seen]:
    """Every kind of finding there is."""
    yield from see(SCENES["deciding"](tmp_path))


@pytest.fixture
def nothing(tmp_path: Path) -> Iterator[Seen]:
    yield from see(SCENES["nothing"](tmp_path))


@pytest.fixture
def opened_paths(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What is handed to the programs of the person, instead of being opened."""
    paths: list[Path] = []

    def note(path: Path) -> bool:
        paths.append(path)
        return True

    for module in ("asking", "waiting", "files"):
        monkeypatch.setattr(f"app.ui.pages.findings.{module}.open_with_system", note)
    return paths


# -- what is shown ----------------------------------------------------------------------------------------------------


class TestTheList:
    def test_what_is_overdue_comes_first_then_special_data_and_the_old_last(self, seen: Seen):
        assert seen.rows()[:2] == ["export personeel 2026-01.xlsx e.a.", "exitgesprekken en verzuim.docx"]
        assert seen.rows()[-1] == "loonlijst 2010.xls e.a."

    def test_the_headline_counts_files_and_says_that_some_are_late(self, seen: Seen):
        assert seen.page.headline.text() == "30 bestanden wachten op jou, deels te lang."

    def test_a_line_tells_a_screen_reader_state_what_whose_and_until_when(self, seen: Seen):
        assert seen.spoken()[0] == (
            "Te laat: export personeel 2026-01.xlsx en 13 andere in Downloads, Gemeente Voorbeeldstad. "
            "Je besluit is 24 uur te laat. 14 bestanden."
        )
        assert seen.spoken()[1].startswith("Bijzondere persoonsgegevens, vraagt een besluit: ")
        assert any("Onbekende klant" in line for line in seen.spoken())

    def test_the_first_group_is_chosen_and_told(self, seen: Seen):
        told = seen.page.board.detail.told
        assert told.title.text().startswith("Persoonsgegevens van Gemeente Voorbeeldstad: ")
        assert told.where.text().startswith("Downloads · 14 bestanden, ")
        assert seen.page.board.detail.files.files.rowCount() == 14

    def test_the_moment_stands_exact_in_the_tip(self, seen: Seen):
        decide_by = seen.finding("export personeel 2026-01.xlsx").decide_by
        assert seen.page.board.detail.told.term.toolTip() == seen.here.desk.texts.moment(decide_by)

    def test_special_categories_have_a_notice(self, seen: Seen):
        assert not seen.page.board.detail.told.special.isVisible()
        seen.choose("exitgesprekken")
        assert seen.page.board.detail.told.special.isVisible()

    def test_the_models_keep_the_rules_of_qt(self, seen: Seen):
        board = seen.page.board
        for model in (board.model, board.filter, board.detail.files.files):
            QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
        seen.choose("contactenlijst")
        seen.page.search.setText("zorg")
        seen.settle()
        seen.page.search.clear()
        seen.settle()


class TestTheSevenWays:
    def test_one_button_alone_is_filled_and_it_is_the_recommended_one(self, seen: Seen):
        filled = [b.text() for b in seen.page.findChildren(QPushButton) if _is_filled(b)]
        assert filled == ["In de kluis leggen"]

    def test_all_seven_are_there_with_their_keys_in_the_tips(self, seen: Seen):
        detail = seen.page.board.detail
        others = [how for how in ResolvedHow if detail.others.button(how).isVisibleTo(seen.page)]
        assert set(others) == set(ResolvedHow) - {ResolvedHow.SEALED}
        assert detail.recommended.go.toolTip().endswith("(Enter of 1)")
        assert detail.others.button(ResolvedHow.ASKED).toolTip().endswith("(3)")
        assert detail.others.button(ResolvedHow.DELETED).toolTip().endswith("(5 of Delete)")

    def test_an_impossible_one_says_why_in_its_tip_and_below(self, seen: Seen):
        others = seen.page.board.detail.others
        button = others.button(ResolvedHow.DOCUMENTATION)
        assert not button.isEnabled()
        assert "persoonsgegevens" in button.toolTip()
        below = [label.text() for label in others.findChildren(QWidget) if hasattr(label, "wordWrap")]
        assert any(text == f"Dit is projectdocumentatie: {button.toolTip()}" for text in below)

    def test_without_an_agreement_it_can_still_be_chosen_for_one_can_be_recorded(self, seen: Seen):
        seen.choose("exitgesprekken")
        assert seen.page.board.detail.others.button(ResolvedHow.SEALED).isEnabled()
        dialog = seen.decide(ResolvedHow.SEALED)
        assert isinstance(dialog, AgreementChoice)
        assert (dialog.none.isVisible(), dialog.go.isVisible()) == (True, False)
        assert "Stichting Zorg Elders" in dialog.none.label.text()

    def test_where_the_others_are_out_of_sight_the_foot_leads_to_them(self, seen: Seen):
        seen.here.window.resize(900, 600)
        seen.settle()
        detail = seen.page.board.detail
        assert detail.recommended.more.isVisible()
        detail.recommended.more.click()
        seen.settle()
        assert QApplication.focusWidget() is detail.others.button(ResolvedHow.KEPT)
        assert not detail.others.visibleRegion().isEmpty()
        assert not detail.recommended.more.isVisible()

    def test_the_rule_behind_it_is_one_press_away(self, seen: Seen):
        wanted: list[tuple[str, object]] = []
        seen.here.desk.page_wanted.disconnect(seen.here.window.open_page)
        seen.here.desk.page_wanted.connect(lambda page, subject: wanted.append((page, subject)))
        seen.page.board.detail.told.rule.click()
        assert wanted == [("about", "VR-P3")]


# -- the keyboard -----------------------------------------------------------------------------------------------------


class TestTheKeyboard:
    def test_it_begins_in_the_list(self, seen: Seen):
        assert QApplication.focusWidget() is seen.page.board.list

    @pytest.mark.parametrize(
        ("key", "modifier"),
        [
            (Key.Key_J, Qt.KeyboardModifier.NoModifier),
            (Key.Key_Down, Qt.KeyboardModifier.NoModifier),
            (Key.Key_Down, Qt.KeyboardModifier.AltModifier),
        ],
    )
    def test_next(self, seen: Seen, key: Key, modifier: Qt.KeyboardModifier):
        seen.press(key, modifier)
        assert seen.chosen() == seen.rows()[1]
        assert seen.page.board.detail.told.title.text().startswith("Bijzondere persoonsgegevens")

    def test_previous(self, seen: Seen):
        seen.press(Key.Key_J)
        seen.press(Key.Key_J)
        seen.press(Key.Key_K)
        seen.press(Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        assert seen.chosen() == seen.rows()[0]

    def test_enter_does_what_is_recommended(self, seen: Seen):
        seen.press(Key.Key_Return)
        assert isinstance(seen.dialog(), AgreementChoice)
        seen.press(Key.Key_Return)
        assert seen.finding("export personeel 2026-01.xlsx").state is FindingState.RESOLVED

    @pytest.mark.parametrize(
        ("key", "kind"),
        [
            (Key.Key_1, AgreementChoice),
            (Key.Key_2, AgreementChoice),
            (Key.Key_3, AskingDialog),
            (Key.Key_4, RemovingDialog),
            (Key.Key_5, RemovingDialog),
            (Key.Key_6, DocumentationDialog),
            (Key.Key_7, NotClientDataDialog),
            (Key.Key_Delete, RemovingDialog),
        ],
    )
    def test_each_way_has_its_key(self, seen: Seen, key: Key, kind: type[QDialog]):
        seen.choose("Voortgangsrapportage")
        seen.press(key)
        assert isinstance(seen.dialog(), kind)

    def test_the_key_of_a_closed_way_says_why(self, seen: Seen):
        seen.press(Key.Key_6)
        assert seen.page.deciding.dialog is None
        assert "persoonsgegevens" in seen.told()

    def test_who_types_in_the_search_field_decides_nothing(self, seen: Seen):
        seen.page.search.setFocus()
        QTest.keyClicks(seen.page.search, "j5")
        seen.settle()
        assert seen.page.search.text() == "j5"
        assert seen.page.deciding.dialog is None


# -- looking for something --------------------------------------------------------------------------------------------


class TestSearching:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("zorg ELDERS", ["exitgesprekken en verzuim.docx"]),
            ("onbekende", ["contactenlijst.xlsx"]),
            ("2026-13", ["export personeel 2026-01.xlsx e.a."]),
            ("oud", ["loonlijst 2010.xls e.a."]),
        ],
    )
    def test_a_client_a_folder_or_any_file_of_a_group(self, seen: Seen, text: str, found: list[str]):
        seen.page.search.setText(text)
        seen.settle()
        assert seen.rows() == found
        assert seen.page.board.detail.content is not None
        assert seen.chosen() == found[0]

    def test_nothing_found_says_so_and_offers_the_way_back(self, seen: Seen):
        seen.page.search.setText("zwembad")
        seen.settle()
        assert seen.page.empty.isVisible()
        assert seen.page.empty.explanation.text() == "Er is hier geen bestand, map of klant met “zwembad”."
        seen.page.empty.button.click()
        seen.settle()
        assert len(seen.rows()) == 6
        assert seen.page.board.isVisible()

    def test_the_keyboard_stays_on_the_page_when_the_list_goes(self, seen: Seen):
        seen.page.board.list.setFocus()
        seen.page.search.setText("zwembad")
        seen.settle()
        assert seen.page.views.hasFocus()


# -- the other views --------------------------------------------------------------------------------------------------


class TestWaiting:
    def test_late_answers_come_first(self, seen: Seen):
        seen.view(FindingState.WAITING)
        assert seen.rows() == ["formatieplaatsen.xlsx", "salarisschalen.xlsx"]
        assert seen.page.headline.text() == "2 bestanden wachten op antwoord van de klant."
        assert seen.spoken()[1].startswith("Wacht op de klant: ")

    def test_the_mail_that_was_written_can_be_opened(self, seen: Seen, opened_paths: list[Path]):
        seen.view(FindingState.WAITING)
        seen.page.board.detail.waiting.asked.button.click()
        assert opened_paths == [Path(seen.finding("formatieplaatsen.xlsx").draft or "")]

    def test_the_answer_dropped_on_the_line_becomes_an_agreement_and_the_file_goes_under_it(self, seen: Seen):
        seen.view(FindingState.WAITING)
        answer = seen.laptop.mail("antwoord.eml", sender="Eva Smit <eva@voorbeeldstad.example>", text="Akkoord.")
        _drop(seen, answer, row=1)
        seen.settle()
        recording = cast(NewAgreementDialog, seen.dialog())
        assert isinstance(recording, NewAgreementDialog)
        assert recording.evidence.path == answer
        assert recording.agreed_with.text() == "Eva Smit <eva@voorbeeldstad.example>"
        recording.scope.line.setText("Salarisschalen")
        seen.go()
        choice = cast(AgreementChoice, seen.dialog())
        assert isinstance(choice, AgreementChoice)
        (candidate,) = choice.table.rows()
        assert candidate.agreement.scope == "Salarisschalen"  # of the two that run with this client
        seen.go()
        finding = seen.finding("salarisschalen.xlsx")
        assert finding.resolution is not None
        assert finding.resolution.agreement_id == candidate.agreement.id

    def test_a_file_cannot_be_dropped_on_what_does_not_wait(self, seen: Seen):
        _drop(seen, seen.laptop.mail("antwoord.eml"), row=0)
        seen.settle()
        assert seen.page.deciding.dialog is None

    def test_without_a_late_answer_waiting_is_all_there_is_to_do(self, seen: Seen):
        finding = seen.finding("exitgesprekken en verzuim.docx")
        seen.actions.ask([finding.id], "fatima@zorgelders.example")
        seen.view(FindingState.WAITING)
        seen.choose("exitgesprekken")
        assert not seen.page.board.detail.recommended.go.isVisible()
        assert seen.page.board.detail.recommended.why.text().startswith("Wacht op het antwoord")
        assert not seen.page.board.detail.others.button(ResolvedHow.ASKED).isEnabled()


class TestDecided:
    def test_how_and_when_with_the_way_back_where_there_is_one(self, seen: Seen):
        seen.view(FindingState.RESOLVED)
        assert seen.page.headline.text() == "Over 4 bestanden is besloten."
        seen.choose("oude export")
        assert not seen.page.board.detail.decided.undo.isVisible()
        seen.choose("urenstaat")
        assert seen.page.board.detail.decided.told.text() == "Geen klantgegevens, want: Eigen administratie"
        seen.page.board.detail.decided.undo.click()
        seen.settle()
        assert seen.finding("urenstaat 2026-10.xlsx").state is FindingState.OPEN

    def test_no_way_to_decide_is_offered_or_reached_by_a_key(self, seen: Seen):
        seen.view(FindingState.RESOLVED)
        seen.page.board.list.setFocus()
        seen.press(Key.Key_5)
        seen.press(Key.Key_Return)
        assert seen.page.deciding.dialog is None
        assert not seen.page.board.detail.others.isVisible()

    def test_what_lies_in_the_vault_is_one_press_away(self, seen: Seen):
        wanted: list[str] = []
        seen.here.desk.page_wanted.disconnect(seen.here.window.open_page)
        seen.here.desk.page_wanted.connect(lambda page, _subject: wanted.append(page))
        seen.view(FindingState.RESOLVED)
        seen.choose("salarissen oktober")
        seen.page.board.detail.decided.vault.click()
        assert wanted == ["vault"]


class TestComingFromElsewhere:
    def test_a_group_is_brought_forward(self, seen: Seen):
        seen.here.page(PageId.FINDINGS, seen.finding("contactenlijst.xlsx").group)
        assert seen.chosen() == "contactenlijst.xlsx"

    def test_whatever_keys_are_held_down(self, seen: Seen):
        """Qt still counts the Ctrl of the Ctrl+W that closed the window before."""
        group = seen.finding("contactenlijst.xlsx").group
        QTest.keyPress(seen.page.board.list, Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
        for _ in range(2):
            seen.here.page(PageId.FINDINGS, group)
            assert [chosen.id for chosen in seen.page.board.list.groups()] == [group]
        QTest.keyRelease(seen.page.board.list, Key.Key_Control)

    def test_also_when_it_waits_for_the_client(self, seen: Seen):
        seen.here.page(PageId.FINDINGS, seen.finding("salarisschalen.xlsx").group)
        seen.settle()
        assert seen.page.views.currentIndex() == 1
        assert seen.chosen() == "salarisschalen.xlsx"

    def test_what_another_process_decided_is_gone_at_the_next_look(self, seen: Seen):
        other = seen.laptop.again()
        other.findings.delete([seen.finding("contactenlijst.xlsx").id])
        seen.choose("contactenlijst")
        assert seen.page.trouble.isVisible() or "contactenlijst.xlsx" not in seen.rows()
        seen.page.reload()
        seen.settle()
        assert "contactenlijst.xlsx" not in seen.rows()
        assert not seen.page.trouble.isVisible()

    def test_a_new_finding_does_not_take_the_choice_away(self, seen: Seen):
        seen.choose("contactenlijst")
        seen.laptop.finding(seen.laptop.file("nieuw.xlsx"))
        seen.page.reload()
        seen.settle()
        assert "nieuw.xlsx" in seen.rows()
        assert seen.chosen() == "contactenlijst.xlsx"

    def test_terms_are_told_anew_as_time_passes(self, seen: Seen):
        seen.choose("contactenlijst")
        seen.laptop.passes(timedelta(hours=22))
        seen.page.reload()
        seen.settle()
        assert seen.page.headline.text() == "30 bestanden wachten op jou, deels te lang."
        assert any(line.startswith("Te laat: contactenlijst.xlsx") for line in seen.spoken())


class TestNothing:
    def test_without_a_watched_folder_nothing_found_is_no_good_news(self, nothing: Seen):
        assert nothing.page.headline.text() == "De assistent kijkt nog nergens."
        wanted: list[tuple[str, object]] = []
        nothing.here.desk.page_wanted.disconnect(nothing.here.window.open_page)
        nothing.here.desk.page_wanted.connect(lambda page, subject: wanted.append((page, subject)))
        nothing.page.empty.button.click()
        assert wanted == [("settings", "folders")]

    def test_with_one_all_is_decided(self, nothing: Seen):
        nothing.laptop.watch()
        nothing.page.reload()
        nothing.settle()
        assert nothing.page.headline.text() == "Je hoeft nergens over te besluiten."
        assert not nothing.page.empty.button.isVisible()
        assert not nothing.page.search.isVisible()


# -- what the tests above do ---------------------------------------------------------------------------------------------


def _is_filled(button: QPushButton) -> bool:
    return button.property("look") == "primary" and button.isVisible()


def _drop(seen: Seen, path: Path, *, row: int) -> None:
    """Let go of a file above a line of the list."""
    view = seen.page.board.list
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    place = QPointF(view.visualRect(view.model().index(row, 0)).center())
    event = QDropEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    view.dropEvent(event)
