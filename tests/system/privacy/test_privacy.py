"""The data directory is the person's own, and so is the memory of the process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.system.privacy import NotPrivate, check_private_folder, close_to_others, harden_process, make_private_folder

posix = pytest.mark.skipif(sys.platform == "win32", reason="permission bits")


def test_a_new_folder_is_private_and_stays_accepted(tmp_path: Path) -> None:
    folder = tmp_path / "share" / "vroom"
    make_private_folder(folder)
    check_private_folder(folder)
    make_private_folder(folder)


def test_a_folder_that_is_missing_raises_and_a_file_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        check_private_folder(tmp_path / "nothing")
    (tmp_path / "file").write_bytes(b"")
    for check in (check_private_folder, make_private_folder):
        with pytest.raises(NotPrivate) as refused:
            check(tmp_path / "file")
        assert refused.value.message.id == "privacy.no-folder"


@posix
def test_a_new_folder_is_private_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o277)
    try:
        make_private_folder(tmp_path / "vroom")
    finally:
        os.umask(before)
    assert (tmp_path / "vroom").stat().st_mode & 0o777 == 0o700


@posix
@pytest.mark.parametrize("mode", [0o750, 0o701, 0o777, 0o704])
def test_a_folder_open_to_others_is_refused_with_the_way_to_mend_it(tmp_path: Path, mode: int) -> None:
    folder = tmp_path / "it's mine"
    folder.mkdir()
    folder.chmod(mode)
    with pytest.raises(NotPrivate) as refused:
        check_private_folder(folder)
    assert refused.value.exit_code == 3
    subprocess.run(["sh", "-c", str(refused.value.message.arguments["fix"])], check=True)
    check_private_folder(folder)


@posix
def test_a_link_is_no_private_folder(tmp_path: Path) -> None:
    make_private_folder(tmp_path / "real")
    (tmp_path / "link").symlink_to("real")
    for check in (check_private_folder, make_private_folder):
        with pytest.raises(NotPrivate):
            check(tmp_path / "link")


@posix
@pytest.mark.skipif(sys.platform != "win32" and os.geteuid() != 0, reason="only root gives a folder away")
def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "vroom"
    folder.mkdir(mode=0o700)
    os.chown(folder, 65534, 65534)
    with pytest.raises(NotPrivate) as refused:
        check_private_folder(folder)
    assert refused.value.message.id == "privacy.not-own"


@posix
def test_a_hardened_process_leaves_no_dump_and_is_closed_to_others() -> None:
    program = (
        "from app.system.privacy import harden_process; import resource, ctypes;"
        "print(harden_process(), resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3))"
    )
    shown = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[3]
    )
    assert shown.stdout.strip() == "() (0, 0) 0"


@pytest.mark.windows
@pytest.mark.skipif(sys.platform != "win32", reason="Windows only")
class TestWindows:
    def test_the_access_list_read_back_names_owner_and_system_alone(self, tmp_path: Path) -> None:
        from app.system.privacy import _windows

        make_private_folder(tmp_path / "vroom")
        _, dacl = _windows.parse_sddl(_windows.sddl_of(tmp_path / "vroom"))
        assert dacl is not None
        assert dacl.count("(A;") == 2

    def test_a_folder_that_inherits_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "plain").mkdir()
        with pytest.raises(NotPrivate) as refused:
            check_private_folder(tmp_path / "plain")
        assert refused.value.message.id == "privacy.open-to-others"

    def test_access_lists_are_judged(self) -> None:
        from app.system.privacy._windows import is_private, parse_sddl

        user = "S-1-5-21-1-2-3-1001"
        own = f"D:P(A;OICI;FA;;;{user})(A;OICI;FA;;;SY)"
        assert parse_sddl(f"O:{user}G:DU{own}") == (user, own[2:])
        assert is_private(own[2:], user)
        assert is_private(f"PAI(D;;FA;;;WD)(A;OICI;FA;;;{user})", user)
        assert not is_private(own[2:] + "(A;;FR;;;BU)", user)
        assert not is_private("P(A;OICI;FA;;;SY)", user)
        assert not is_private("P", user)
        assert not is_private(f"P(XA;;FA;;;{user};(exists x))(A;;FA;;;WD)", user)
        assert parse_sddl("O:BAD:NO_ACCESS_CONTROL") == ("BA", None)
        assert parse_sddl("O:BA") == ("BA", None)

    def test_nothing_of_the_hardening_is_refused(self) -> None:
        assert harden_process() == ()

    def test_a_hardened_process_names_the_system_without_starting_a_shell(self) -> None:
        program = (
            "import platform, subprocess, sys; from app.system.privacy import harden_process; harden_process();"
            "sys.addaudithook(lambda event, _: event == 'subprocess.Popen' and sys.exit('a shell'));"
            "print(platform.system(), platform.release(), platform.version() != '')"
        )
        shown = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[3]
        )
        assert shown.stdout.split()[0::2] == ["Windows", "True"]

    def test_an_open_folder_is_closed_to_others(self, tmp_path: Path) -> None:
        (tmp_path / "leeg").mkdir()
        close_to_others(tmp_path / "leeg")
        check_private_folder(tmp_path / "leeg")
