"""The page of documents with the real actions on a plain folder: what a person sees and decides happens to real files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices

from app.actions.documents.documents import DocumentActions
from app.domain.document import DocumentState, SyncStatus
from app.ui.pages.documents.dialogs import DrillDialog, ReleaseDialog, RestoreDialog
from app.ui.pages.documents.page import DRILL
from app.ui.pages.page import PageId
from tests.actions.laptop import Laptop
from tests.ui import document_scenes
from tests.ui.document_scenes import CODE, PAPERS, holds_back, laptop_at, project, there, write
from tests.ui.pages.at_the_documents import AtDocuments
from tests.ui.scenes import Scene
from tests.ui.windows import application, opened, settle

REPORT = PAPERS[1]


@pytest.fixture
def around() -> Iterator[ExitStack]:
    application()
    with ExitStack() as stack:
        yield stack


def at(around: ExitStack, laptop: Laptop) -> AtDocuments:
    around.callback(laptop.close)
    return AtDocuments(around.enter_context(opened(Scene("test", laptop))), laptop)


@pytest.fixture
def waiting(around: ExitStack, tmp_path: Path) -> AtDocuments:
    person = at(around, document_scenes.waiting(tmp_path))
    person.open()
    return person


def mine(person: AtDocuments, name: str = REPORT) -> Path:
    return person.laptop.home / "Documents" / CODE / name


def row_of(person: AtDocuments, name: str) -> DocumentState:
    rows = person.laptop.app.documents.status().items
    return next(row.state for row in rows if row.project == CODE and Path(row.path).name == name)


class TestNothingYet:
    def test_says_what_to_do_first(self, around: ExitStack, tmp_path: Path):
        person = at(around, Laptop(tmp_path))
        person.open()
        assert "Nog geen map met projectdocumentatie" in person.reads()
        person.page.empty.button.click()
        settle(person.here.jobs)
        assert person.here.window.current_id is PageId.PROJECTS

    def test_says_that_a_folder_on_this_laptop_is_used(self, around: ExitStack, tmp_path: Path):
        person = at(around, Laptop(tmp_path))
        person.open()
        assert "IT heeft Office 365 hier niet ingesteld." in person.reads()
        assert "een map op deze laptop zelf" in person.reads()


class TestFiled:
    def test_is_one_calm_sentence(self, around: ExitStack, tmp_path: Path):
        person = at(around, document_scenes.filed(tmp_path))
        person.open()
        assert person.headline == "Alle 10 documenten zijn bewaard."
        assert not person.page.needs.isVisible()
        assert "Gedeelde map “shared”" in person.page.where.text()

    def test_counts_for_each_project(self, around: ExitStack, tmp_path: Path):
        person = at(around, document_scenes.filed(tmp_path))
        page = person.open()
        model = page.projects.model
        cells = [[model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())]
        assert cells == [
            ["VBS-1", "alles is bewaard", "6 van 6"],
            ["VBS-2", "alles is bewaard", "4 van 4"],
        ]

    def test_a_new_document_is_filed_when_asked(self, around: ExitStack, tmp_path: Path):
        person = at(around, document_scenes.filed(tmp_path))
        page = person.open()
        write(mine(person, "Eindverslag.docx"), "the end")
        page.sync.click()
        person.settle()
        assert person.headline == "Alle 11 documenten zijn bewaard."
        assert (
            there(person.laptop, CODE, "Eindverslag.docx").read_bytes() == mine(person, "Eindverslag.docx").read_bytes()
        )

    def test_opens_where_it_is_filed(self, around: ExitStack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        shown: list[str] = []
        monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()) or True)
        person = at(around, document_scenes.filed(tmp_path))
        person.open()
        person.press("Openen waar het staat")
        assert [Path(path) for path in shown] == [tmp_path / "shared" / "documents" / CODE]


class TestTwoVersions:
    def test_both_are_named_with_person_and_time(self, waiting: AtDocuments):
        moment = waiting.here.desk.texts.moment
        ours = datetime.fromtimestamp(mine(waiting).stat().st_mtime, UTC)
        theirs = datetime.fromtimestamp(there(waiting.laptop, CODE, REPORT).stat().st_mtime, UTC)
        said = f"Jij veranderde het op {moment(ours)}, iemand van het team op {moment(theirs)}."
        assert said in waiting.reads()
        assert {"Mijn versie houden", "De andere versie houden", "Beide houden"} <= set(waiting.buttons())

    def test_mine_replaces_theirs_at_the_next_round(self, waiting: AtDocuments):
        waiting.press("Mijn versie houden")
        waiting.press("Nu bijwerken")
        assert row_of(waiting, REPORT) is DocumentState.FILED
        assert b"what Robin added" in there(waiting.laptop, CODE, REPORT).read_bytes()
        assert "Mijn versie houden" not in waiting.buttons()

    def test_theirs_comes_here(self, waiting: AtDocuments):
        waiting.press("De andere versie houden")
        assert b"what Sam added" in mine(waiting).read_bytes()
        assert row_of(waiting, REPORT) is DocumentState.FILED
        assert waiting.headline == "2 dingen in je documenten vragen je aandacht."

    def test_both_are_kept(self, waiting: AtDocuments):
        waiting.press("Beide houden")
        waiting.press("Nu bijwerken")
        kept = [path.read_bytes() for path in mine(waiting).parent.glob("Voortgangsrapportage*")]
        assert any(b"what Robin added" in content for content in kept)
        assert any(b"what Sam added" in content for content in kept)
        assert not any(row.state is DocumentState.CONFLICT for row in waiting.laptop.app.documents.status().items)

    def test_what_changed_meanwhile_is_not_overwritten(self, waiting: AtDocuments):
        write(there(waiting.laptop, CODE, REPORT), "what Noor added just now", 60)
        waiting.press("Mijn versie houden")
        waiting.press("Nu bijwerken")
        assert b"what Noor added just now" in there(waiting.laptop, CODE, REPORT).read_bytes()


class TestHeldBack:
    def test_says_why_and_is_not_filed(self, waiting: AtDocuments):
        assert "38 BSN's" in waiting.reads()
        assert not list((waiting.laptop.root / "shared").rglob("Overzicht medewerkers.xlsx"))
        assert "Toch bewaren…" not in waiting.buttons()

    def test_what_is_allowed_is_filed_with_a_reason(self, around: ExitStack, tmp_path: Path):
        laptop = laptop_at(tmp_path)
        laptop.client()
        folder = project(laptop, CODE, PAPERS[:1])
        write(folder / "Deelnemers.docx", "people")
        holds_back(laptop, folder / "Deelnemers.docx", name=4, date_of_birth=3)
        laptop.app.documents.once()
        person = at(around, laptop)
        person.open()
        person.press("Toch bewaren…")
        dialog = person.asked(ReleaseDialog)
        person.submit(dialog)
        assert "reden" in person.reads(dialog).lower()  # nothing happens without one
        dialog.reason.put("Verzonnen voorbeeldgegevens")
        person.submit(dialog)
        person.press("Nu bijwerken")
        assert person.headline == "Alle 2 documenten zijn bewaard."

    def test_many_of_a_kind_are_one_matter(self, around: ExitStack, tmp_path: Path):
        person = at(around, document_scenes.three_hundred(tmp_path))
        page = person.open()
        assert [row.sentence.text() for row in page.needs.rows] == [
            "Van 20 documenten zijn er twee versies.",
            "20 documenten zijn tegengehouden.",
        ]
        person.press("Bekijken", page.needs.rows[1])
        assert page.files.model.rowCount() == 20
        assert page.files.filters.value() == DocumentState.HELD_BACK.value


class TestNames:
    def test_a_name_that_does_not_work_comes_with_one_that_does(self, waiting: AtDocuments):
        assert "Planning- fase 2-.docx" in waiting.reads()

    def test_a_better_name_is_filed(self, waiting: AtDocuments):
        mine(waiting, "Planning: fase 2?.docx").rename(mine(waiting, "Planning fase 2.docx"))
        waiting.press("Nu bijwerken")
        assert row_of(waiting, "Planning fase 2.docx") is DocumentState.FILED
        assert "Planning: fase 2?.docx" not in waiting.reads()


class TestOfTheTeam:
    def test_a_newer_version_is_offered_and_fetched(self, waiting: AtDocuments):
        before = mine(waiting, PAPERS[4]).read_bytes()
        waiting.press("Bekijken", waiting.page.offered)
        assert waiting.page.files.model.rowCount() == 1
        assert mine(waiting, PAPERS[4]).read_bytes() == before  # nothing comes unasked
        waiting.press("Hierheen halen", waiting.page.files)
        assert b"what Fleur added" in mine(waiting, PAPERS[4]).read_bytes()
        assert not waiting.page.offered.isVisible()


class TestBrake:
    def test_asks_before_many_changes_are_filed(self, around: ExitStack, tmp_path: Path):
        person = at(around, document_scenes.braked(tmp_path))
        page = person.open()
        assert page.needs.rows[0].sentence.text() == (
            "In VBS-1 zijn 50 documenten tegelijk veranderd of verdwenen. Klopt dat?"
        )
        assert b"scrambled" not in there(person.laptop, CODE, "Bijlage 00.docx").read_bytes()
        person.press("Dit klopt, bewaren")
        assert b"scrambled" in there(person.laptop, CODE, "Bijlage 00.docx").read_bytes()
        assert there(person.laptop, CODE, "Bijlage 57.docx").exists()  # what vanished here stays there
        assert not page.needs.isVisible()


class TestOffline:
    def test_says_since_when_and_goes_on_by_itself(self, around: ExitStack, tmp_path: Path):
        person = at(around, document_scenes.offline(tmp_path))
        page = person.open()
        since = person.laptop.now - timedelta(hours=2)
        local = since.astimezone(person.here.desk.texts.zone)
        assert person.headline == f"Documenten worden sinds {local:%H:%M} niet bijgewerkt."
        assert "config set" not in page.trouble.label.text()
        (tmp_path / "away").rename(tmp_path / "shared")
        person.press("Nu bijwerken")
        assert person.headline == "Alle 7 documenten zijn bewaard."
        assert not page.trouble.isVisible()

    def test_of_another_day_says_the_day(self, around: ExitStack, tmp_path: Path):
        laptop = document_scenes.offline(tmp_path)
        laptop.passes(timedelta(days=3))
        person = at(around, laptop)
        person.open()
        assert person.headline == "Documenten worden sinds maandag 23 november niet bijgewerkt."


class TestTheWayBack:
    def test_a_project_comes_back_verified(self, around: ExitStack, tmp_path: Path):
        person = at(around, document_scenes.filed(tmp_path))
        page = person.open()
        person.press("Project terughalen…")
        dialog = person.asked(RestoreDialog)
        target = tmp_path / "back"
        dialog.folder.line.setText(str(target))
        person.submit(dialog)
        assert sorted(path.name for path in target.rglob("*.docx")) == sorted(PAPERS)
        assert page.came_back.label.text().startswith("6 documenten van VBS-1 zijn teruggehaald en vergeleken")
        assert "Map openen" in person.buttons(page.came_back)

    def test_never_into_a_folder_with_something_in_it(self, around: ExitStack, tmp_path: Path):
        person = at(around, document_scenes.filed(tmp_path))
        person.open()
        person.press("Project terughalen…")
        dialog = person.asked(RestoreDialog)
        full = tmp_path / "full"
        write(full / "keep.docx", "of somebody")
        dialog.folder.line.setText(str(full))
        person.submit(dialog)
        assert dialog.problem.isVisibleTo(dialog) or "map" in person.reads(dialog)
        assert [path.name for path in full.iterdir()] == ["keep.docx"]

    def test_a_drill_is_told_with_its_age(self, around: ExitStack, tmp_path: Path):
        laptop = document_scenes.filed(tmp_path)
        laptop.passes(timedelta(days=380))
        person = at(around, laptop)
        page = person.open(DRILL)
        assert "lang geleden geoefend" in page.backup.sentence.text()
        page.backup.drill.click()
        person.submit(person.asked(DrillDialog))
        assert "alle 6 documenten" in page.came_back.label.text()
        assert page.backup.sentence.text().startswith("Terughalen is geoefend: nu")


class TestManyDocuments:
    def test_rows_are_looked_up_only_when_somebody_asks(
        self, around: ExitStack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ):
        laptop = document_scenes.filed(tmp_path)
        asked: list[bool] = []
        real = DocumentActions.status

        def status(self: DocumentActions, *, with_filed: bool = True) -> SyncStatus:
            asked.append(with_filed)
            return real(self, with_filed=with_filed)

        monkeypatch.setattr(DocumentActions, "status", status)
        person = at(around, laptop)
        page = person.open()
        page.reload()
        person.settle()
        assert True not in asked
        person.press("Documenten bekijken")
        assert True in asked
        assert page.files.model.rowCount() == 6

    def test_a_search_and_a_project_narrow_the_list(self, around: ExitStack, tmp_path: Path):
        person = at(around, document_scenes.filed(tmp_path))
        page = person.open("VBS-2")
        assert page.files.model.rowCount() == 4
        person.press("Alles tonen", page.files)
        assert page.files.model.rowCount() == 10
        page.files.search.setText("notulen")
        assert page.files.model.rowCount() == 2


class TestLeadingHere:
    def test_what_is_held_back_is_shown_when_the_overview_leads_there(self, around: ExitStack, tmp_path: Path):
        person = at(around, document_scenes.waiting(tmp_path))
        page = person.open(DocumentState.HELD_BACK.value)
        assert page.files.filters.value() == DocumentState.HELD_BACK.value
        assert [page.files.model.index(0, 0).data()] == ["Overzicht medewerkers.xlsx"]


class TestStopping:
    def test_an_update_can_be_stopped_and_goes_on_later(self, around: ExitStack, tmp_path: Path):
        laptop = laptop_at(tmp_path)
        laptop.client()
        project(laptop, CODE, tuple(f"Bijlage {number:03}.docx" for number in range(120)))
        person = at(around, laptop)
        page = person.open()
        page.sync.click()
        page.acting.progress.stopped.emit()  # as its button does
        person.settle()
        assert page.sync.isEnabled()
        assert person.told == ["Je hebt dit gestopt. Wat nog niet klaar was, is zoals het was."]
        assert not page.problem.isVisible()
        person.press("Nu bijwerken")
        assert person.headline == "Alle 120 documenten zijn bewaard."
