"""Pictures of the vault and the declarations, and of every dialog on that page."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QScrollArea, QWidget

from app.ui.pages.page import PageId
from app.ui.pages.vault.add_dialog import AddDialog, Way
from app.ui.pages.vault.copy_steps import Step
from app.ui.pages.vault.earlier_dialog import EarlierDialog
from app.ui.pages.vault.page import CERTIFICATES, VaultPage
from app.ui.pages.vault.verify_dialog import VerifyDialog
from tests.ui.shots import Shot
from tests.ui.windows import Opened, settle

Prepare = Callable[[Opened], QWidget | None]


def page_of(here: Opened) -> VaultPage:
    page = here.window.current
    assert isinstance(page, VaultPage)
    return page


def ready(here: Opened) -> VaultPage:
    """Rows, detail and pages come one after the other."""
    for _ in range(4):
        settle(here.jobs)
    return page_of(here)


def plain(here: Opened) -> None:
    ready(here)


def lowest(here: Opened) -> None:
    page = ready(here)
    for area in page.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


def row(number: int) -> Prepare:
    def prepare(here: Opened) -> None:
        ready(here).copies.list.table.select(number)
        lowest(here)

    return prepare


def named(name: str) -> Prepare:
    """The row with this name, and what is told of it."""

    def prepare(here: Opened) -> None:
        model = ready(here).copies.list.model
        names = [model.index(number, 0).data() for number in range(model.rowCount())]
        row(names.index(name))(here)

    return prepare


def certificates(here: Opened) -> None:
    page_of(here).tabs.setCurrentIndex(CERTIFICATES)
    ready(here)


def certificate(number: int) -> Prepare:
    def prepare(here: Opened) -> None:
        certificates(here)
        page_of(here).certificates.list.table.select(number)
        lowest(here)

    return prepare


def day(here: Opened) -> None:
    here.page(PageId.VAULT, date(2026, 11, 28))
    ready(here)


def searched(here: Opened) -> None:
    page = ready(here)
    page.copies.list.search.setText("zzz")
    page.copies.list._ask()
    ready(here)


def dialog(press: Callable[[VaultPage], object], fill: Callable[[QWidget], None] | None = None) -> Prepare:
    """Opens a dialog by its button, fills it in, and gives it to be pictured."""

    def prepare(here: Opened) -> QWidget | None:
        page = ready(here)
        press(page)
        settle(here.jobs)
        shown = page.asking.dialog
        assert shown is not None
        if fill is not None:
            fill(shown)
        for _ in range(3):
            settle(here.jobs)
        return shown

    return prepare


def step(wanted: Step, number: int = 1) -> Callable[[VaultPage], object]:
    def press(page: VaultPage) -> None:
        page.copies.list.table.select(number)
        settle(page.desk.jobs)
        settle(page.desk.jobs)
        page.copies.detail.steps[wanted].click()

    return press


def files(*names: str) -> list[Path]:
    """Invented files somewhere; a name that ends in / is a folder."""
    folder = Path(tempfile.mkdtemp())
    made = [folder / name for name in names]
    for name, path in zip(names, made, strict=True):
        if name.endswith("/"):
            path.mkdir()
        else:
            path.write_bytes(b"verzonnen " * 4000)
    return made


def dropped(shown: QWidget) -> None:
    assert isinstance(shown, AddDialog)
    shown.take(files("salarissen 2026.xlsx", "functiehuis.docx", "bijlagen/"))


def special(shown: QWidget) -> None:
    dropped(shown)
    assert isinstance(shown, AddDialog)
    shown.special.setChecked(True)


def elsewhere(shown: QWidget) -> None:
    assert isinstance(shown, AddDialog)
    shown.ways.choose(Way.ELSEWHERE)


def at_once(shown: QWidget) -> None:
    assert isinstance(shown, EarlierDialog)
    shown.at_once.setChecked(True)
    shown.reason.put("Niet meer nodig")


def later(shown: QWidget) -> None:
    assert isinstance(shown, EarlierDialog)
    shown.later.setChecked(True)


def right(page: VaultPage) -> Callable[[QWidget], None]:
    def fill(shown: QWidget) -> None:
        assert isinstance(shown, VerifyDialog)
        path = Path(tempfile.mkdtemp(), "VA-2026.pdf")
        page._actions.certificates.export(page._actions.certificates.rows()[0].id, path)
        shown.check(path)

    return fill


def verified(here: Opened) -> QWidget | None:
    certificates(here)
    page = page_of(here)
    return dialog(lambda page: page.certificates.verify.click(), right(page))(here)


def wrong(shown: QWidget) -> None:
    assert isinstance(shown, VerifyDialog)
    path = Path(tempfile.mkdtemp(), "verklaring.json")
    path.write_text('{"type": "declaration-of-destruction", "schema": 1, "signature": {}}')
    shown.check(path)


def paper(here: Opened) -> QWidget | None:
    certificates(here)
    page = page_of(here)
    page.certificates.detail.enlarge()
    ready(here)
    return page.certificates.detail._reading


def checked(here: Opened) -> None:
    page = ready(here)
    page.copies.check.click()
    settle(here.jobs)
    assert page.asking.dialog is not None
    page.asking.dialog.submit()
    ready(here)


def _shot(name: str, prepare: Prepare | None = plain, *scenes: str) -> Shot:
    return Shot(name=name, page=PageId.VAULT, prepare=prepare, scenes=scenes or ("three",))


SHOTS = (
    _shot("vault", plain, "nothing", "three", "three-hundred"),
    _shot("vault-states", plain, "every-state"),
    _shot("vault-held", named("cao.docx"), "every-state"),
    _shot("vault-asked", named("verzuim 2025.csv"), "every-state"),
    _shot("vault-missing", named("organogram.pdf"), "every-state"),
    _shot("vault-planned", named("planning.xlsx"), "every-state"),
    _shot("vault-special", named("exitgesprekken.docx"), "every-state"),
    _shot("vault-elsewhere", named("Foto's van het whiteboard, op de telefoon"), "every-state"),
    _shot("vault-waiting", named("contracten.xlsx"), "every-state"),
    _shot("vault-delete-recovery", dialog(step(Step.DELETE_NOW, 0), at_once), "every-state"),
    _shot("vault-out", lowest, "three"),
    _shot("vault-copy", row(1), "three", "three-hundred"),
    _shot("vault-day", day, "three-hundred"),
    _shot("vault-none-found", searched),
    _shot("vault-checked", checked),
    _shot("vault-add", dialog(lambda page: page.copies.add.click())),
    _shot("vault-add-files", dialog(lambda page: page.copies.add.click(), dropped), "three", "three-hundred"),
    _shot("vault-add-special", dialog(lambda page: page.copies.add.click(), special)),
    _shot("vault-add-elsewhere", dialog(lambda page: page.copies.add.click(), elsewhere)),
    _shot("vault-delete", dialog(step(Step.DELETE_NOW), at_once)),
    _shot("vault-plan", dialog(step(Step.DELETE_NOW), later)),
    _shot("vault-move", dialog(step(Step.MOVE)), "three", "three-hundred"),
    _shot("vault-check", dialog(lambda page: page.copies.check.click())),
    _shot("certificates", certificates, "nothing", "declared"),
    _shot("certificates-residuals", certificate(2), "declared"),
    _shot("certificates-received", certificate(6), "declared"),
    _shot("certificates-paper", paper, "declared"),
    _shot("certificates-verified", verified, "declared"),
    _shot("certificates-wrong", dialog(lambda page: page.certificates.verify.click(), wrong), "declared"),
)
