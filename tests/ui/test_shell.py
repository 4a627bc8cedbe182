"""The life of the tray app: real store, real guards, real window; only the tray's place is told. VR-P4, VT-C4."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from app.assistant import Site
from app.domain.idle import Phase
from app.domain.locking import LockNotice
from app.domain.rules import RuleState
from app.system.credentials import MemoryKeys
from app.system.lease import guard_lease
from app.system.policy import PolicyReading, PolicyState
from app.ui.pages.page import PageId
from app.ui.shell import Shell
from tests.ui.windows import application

PATIENCE = 20.0


class TrayPlace:
    """Whether the system has a place for tray icons."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_there = True
        monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda *_: self.is_there)


@pytest.fixture
def tray_place(monkeypatch: pytest.MonkeyPatch) -> TrayPlace:
    return TrayPlace(monkeypatch)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    (tmp_path / "home").mkdir()
    return Site(
        data_dir=tmp_path / "data",
        language="nl",
        keys=MemoryKeys(),
        policy=PolicyReading(),
        account={"own.name": "Robin", "own.mail": "robin@adviesbureau.example"},
        home=tmp_path / "home",
    )


@pytest.fixture
def started(site: Site, tray_place: TrayPlace) -> Iterator[Callable[..., Shell]]:
    shells: list[Shell] = []

    def start(*, opens_window: bool = False, which: Site = site, wait: bool = True) -> Shell:
        shell = Shell(application(), which, opens_window=opens_window)
        shells.append(shell)
        shell.begin()
        if wait:
            until(lambda: not shell.is_starting and shell.jobs.is_idle)
        return shell

    yield start
    for shell in shells:
        shell.quit()
        shell.deleteLater()
    forget_deleted()


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "it did not come to that"
        QApplication.processEvents()
        time.sleep(0.002)  # the guards and jobs work in threads of their own


def forget_deleted() -> None:
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


def test_at_sign_in_only_the_tray_appears_and_the_guards_run(started: Callable[..., Shell], site: Site):
    shell = started()
    assert shell.tray.is_there
    assert shell.place is not None
    assert shell.place.window is None
    assert site.data_dir is not None
    other = guard_lease(site.data_dir / "guards.lease")
    assert not other.try_acquire()


def test_started_by_hand_the_window_opens(started: Callable[..., Shell]):
    shell = started(opens_window=True)
    assert shell.place is not None
    assert shell.place.is_shown


def test_without_a_tray_the_window_is_the_way_in(started: Callable[..., Shell], tray_place: TrayPlace):
    tray_place.is_there = False
    shell = started()
    assert shell.place is not None
    assert shell.place.window is not None
    assert shell.place.window.isVisible()
    shell.place.window.close()
    assert shell.place.window.isMinimized()


def test_a_tray_that_comes_late_is_found(started: Callable[..., Shell], tray_place: TrayPlace, qtbot: QtBot):
    tray_place.is_there = False
    shell = started()
    assert not shell.tray.is_there
    tray_place.is_there = True
    with qtbot.waitSignal(shell.tray.appeared, timeout=10_000):
        shell.tray.look_for_place()
    assert shell.tray.is_there


def test_a_closed_window_is_forgotten_and_comes_back(started: Callable[..., Shell]):
    shell = started(opens_window=True)
    assert shell.place is not None
    first = shell.place.window
    assert first is not None
    gone: list[bool] = []
    first.destroyed.connect(lambda: gone.append(True))
    first.close()
    forget_deleted()
    assert shell.place.window is None
    assert gone == [True]
    shell.show_window()
    until(lambda: shell.place is not None and shell.place.is_shown)


def test_the_window_stands_where_it_stood(started: Callable[..., Shell]):
    shell = started(opens_window=True)
    assert shell.place is not None
    assert shell.place.window is not None
    shell.place.window.resize(900, 640)
    shell.place.window.close()
    shell.show_window()
    assert shell.place.window.size().toTuple() == (900, 640)


def test_the_tray_tells_how_it_stands_and_so_does_the_rail(started: Callable[..., Shell]):
    shell = started(opens_window=True)
    until(lambda: "starten" not in shell.tray.icon.toolTip() and "start…" not in shell.tray.icon.toolTip())
    assert shell.tray.icon.toolTip().startswith("Vroom assistent: ")
    assert shell.assistant is not None
    assert shell.texts.render(shell.assistant.today.today().tray) in shell.tray.icon.toolTip()


def test_a_change_by_another_process_is_seen(started: Callable[..., Shell], site: Site):
    shell = started()
    seen: list[object] = []
    assert shell.assistant is not None
    shell.tray_looked.connect(seen.append)
    before = len(seen)
    shell.assistant.clients.add("Gemeente Voorbeeldstad", _details())
    until(lambda: len(seen) > before)


def test_pausing_from_the_menu_is_shown_there(started: Callable[..., Shell]):
    shell = started()
    shell.tray.pause_wanted.emit(True)
    until(lambda: shell.assistant is not None and shell.assistant.pause.until() is not None and shell.jobs.is_idle)
    texts = [action.text() for action in shell.tray.menu.actions()]
    assert "Scannen &hervatten" in texts
    shell.tray.pause_wanted.emit(False)
    until(lambda: shell.assistant is not None and shell.assistant.pause.until() is None and shell.jobs.is_idle)


def test_what_the_guard_tells_of_the_lock_is_seen(started: Callable[..., Shell]):
    """VR-P6: the countdown in a window of its own, the grace in the tray's menu."""
    shell = started()
    shell.bridge.show_lock(LockNotice(phase=Phase.COUNTDOWN, left=timedelta(seconds=20)))
    until(lambda: shell.lock.countdown is not None and shell.lock.countdown.isVisible())
    shell.bridge.show_lock(LockNotice(phase=Phase.GRACE, left=timedelta(minutes=20)))
    until(lambda: shell.lock.countdown is not None and not shell.lock.countdown.isVisible())
    assert any("nog 20 minuten" in action.text() for action in shell.tray.menu.actions() if action.isVisible())


def test_on_the_road_from_the_menu_is_kept(started: Callable[..., Shell]):
    shell = started()
    shell.tray.road_wanted.emit(True)
    until(lambda: shell.assistant is not None and shell.assistant.locking.is_on_the_road() and shell.jobs.is_idle)
    shell.tray.road_wanted.emit(False)
    until(lambda: shell.assistant is not None and not shell.assistant.locking.is_on_the_road())


@pytest.mark.parametrize("allowed", [True, False])
def test_quitting_is_offered_when_policy_allows(started: Callable[..., Shell], site: Site, allowed: bool):
    from dataclasses import replace

    policy = PolicyReading(values={"tray.quit_allowed": allowed}, state=PolicyState.IN_FORCE)
    shell = started(which=replace(site, policy=policy))
    until(lambda: shell.jobs.is_idle)
    quitting = [action for action in shell.tray.menu.actions() if action.text() == "&Stoppen"]
    assert [action.isVisible() for action in quitting] == [allowed]


def test_another_language_is_spoken_at_once(started: Callable[..., Shell], site: Site):
    from dataclasses import replace

    shell = started(opens_window=True, which=replace(site, language=None))
    assert shell.assistant is not None
    assert shell.place is not None
    shell.assistant.settings.set("language", "en")
    shell.place.show_page(PageId.TEAM.value)
    shell.place.language_changed.emit()
    until(lambda: shell.place is not None and shell.place.is_shown and shell.jobs.is_idle)
    assert shell.place.window is not None
    assert shell.place.window.current_id is PageId.TEAM
    assert shell.place.window.windowTitle() == "Team"
    assert any(action.text() == "&Quit" for action in shell.tray.menu.actions())


def test_guards_that_run_elsewhere_are_waited_for(started: Callable[..., Shell], site: Site):
    assert site.data_dir is not None
    first = started()
    first.quit()  # makes the data directory
    other = guard_lease(site.data_dir / "guards.lease")
    assert other.try_acquire()
    shell = started()
    assert not shell.is_keeping
    other.release()
    shell.keep_guards()
    assert shell.is_keeping


def test_a_store_that_cannot_be_opened_is_said_in_a_window(started: Callable[..., Shell], site: Site):
    assert site.data_dir is not None
    started().quit()
    database = site.data_dir / "store.db"
    whole = database.read_bytes()
    database.write_bytes(b"x" * len(whole))
    shell = started(wait=False)
    until(lambda: shell.broken is not None)
    assert shell.broken is not None
    assert shell.broken.isVisible()
    assert shell.tray.shown_state is RuleState.OVERDUE
    database.write_bytes(whole)
    shell.broken.again.emit()
    until(lambda: not shell.is_starting)
    assert shell.broken is None


def test_quitting_leaves_no_lease_and_no_window(started: Callable[..., Shell], site: Site):
    shell = started(opens_window=True)
    codes: list[int] = []
    shell.ended.connect(codes.append)
    shell.quit()
    shell.quit()
    assert codes == [0]
    assert shell.place is not None
    assert shell.place.window is None
    assert site.data_dir is not None
    assert guard_lease(site.data_dir / "guards.lease").try_acquire()


def test_a_bug_in_a_slot_is_said_and_the_app_goes_on(started: Callable[..., Shell]):
    shell = started(opens_window=True)
    shell.say_unexpected("ValueError")
    assert shell.place is not None
    assert shell.place.window is not None
    assert "ValueError" in shell.place.window.snack.label.text()


def _details() -> object:
    from app.actions.clients import ClientDetails

    return ClientDetails(domains=("voorbeeldstad.example",))
