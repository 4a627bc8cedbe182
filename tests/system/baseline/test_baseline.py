"""VR-S1b: IT's list of versions is read where IT alone can write it, and reported where it cannot be used."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import pytest

from app.system.baseline import LIMIT, baseline_place, read_baseline

LIST = b'as_of = 2026-11-20\n[[office]]\nproduct = "libreoffice"\nversion = "7.4.7"\n'


def test_the_place_is_its_own() -> None:
    assert baseline_place().name == "baseline.toml"
    assert baseline_place().is_absolute()


def test_no_file_at_the_usual_place_is_no_baseline_one_that_policy_names_is_missed(tmp_path: Path) -> None:
    """VR-S1b"""
    assert read_baseline().baseline is None
    missing = read_baseline(tmp_path / "lijst.toml").problem
    assert missing is not None
    assert missing.id == "baseline.missing"


@pytest.mark.skipif(sys.platform == "win32", reason="owners and modes are POSIX'")
class TestTrust:
    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        folder = tmp_path / "beleid"
        folder.mkdir(mode=0o755)
        path = folder / "baseline.toml"
        path.write_bytes(LIST)
        path.chmod(0o644)
        return path

    def content(self, path: Path, owner: int | None = None) -> bytes:
        from app.system.baseline._linux import trusted_content

        return trusted_content(path, os.getuid() if owner is None else owner)

    def refused(self, path: Path, owner: int | None = None) -> str:
        from app.system.baseline import NotTrusted

        with pytest.raises(NotTrusted) as refusal:
            self.content(path, owner)
        return refusal.value.message.id

    def test_a_file_of_its_own_is_read(self, path: Path) -> None:
        assert self.content(path) == LIST

    @pytest.mark.skipif(sys.platform == "win32" or os.getuid() != 0, reason="the file has to be root's")
    def test_all_the_way_from_the_file_to_the_baseline(self, path: Path) -> None:
        """VR-S1b"""
        reading = read_baseline(path)
        assert reading.problem is None
        assert reading.baseline is not None
        assert reading.baseline.as_of == date(2026, 11, 20)
        path.write_bytes(b"as_of = 'gisteren'")
        broken = read_baseline(path).problem
        assert broken is not None
        assert broken.arguments == {"where": "$.as_of"}
        path.write_bytes(b"#" * (LIMIT + 1))
        large = read_baseline(path).problem
        assert large is not None
        assert large.id == "baseline.too-large"

    def test_somebody_elses_does_not_count(self, path: Path) -> None:
        """VR-S1b"""
        assert self.refused(path, os.getuid() + 1) == "baseline.not-trusted"

    @pytest.mark.parametrize("mode", [0o664, 0o646, 0o666])
    def test_one_that_others_can_write_does_not_count(self, path: Path, mode: int) -> None:
        """VR-S1b"""
        path.chmod(mode)
        assert self.refused(path) == "baseline.not-trusted"

    def test_a_folder_that_others_can_write_spoils_it(self, path: Path) -> None:
        path.parent.chmod(0o777)
        assert self.refused(path) == "baseline.not-trusted"

    def test_a_link_a_folder_and_a_pipe_are_no_file(self, path: Path) -> None:
        target = path.rename(path.with_name("echt.toml"))
        path.symlink_to(target)
        assert self.refused(path) == "baseline.not-a-file"
        path.unlink()
        path.mkdir()
        assert self.refused(path) == "baseline.not-a-file"
        path.rmdir()
        os.mkfifo(path)
        assert self.refused(path) == "baseline.not-a-file"


@pytest.mark.windows
@pytest.mark.skipif(sys.platform != "win32", reason="access lists are Windows'")
class TestAccessLists:
    @pytest.mark.parametrize(
        ("sddl", "closed"),
        [
            ("O:BAD:PAI(A;;FA;;;BA)(A;;FA;;;SY)(A;;0x1200a9;;;BU)", True),
            ("O:SYD:(A;ID;FA;;;SY)(A;ID;FR;;;WD)", True),
            ("O:BAD:(A;OICIIO;GA;;;CO)(A;;FA;;;BA)(A;;FR;;;BU)", True),
            ("O:S-1-5-21-1-2-3-1001D:(A;;FA;;;BA)", False),  # the person's own
            ("O:BAD:(A;;FA;;;BA)(A;;FA;;;S-1-5-21-1-2-3-1001)", False),
            ("O:BAD:(A;;FA;;;BA)(A;;0x1301bf;;;AU)", False),  # modify
            ("O:BAD:(A;;FA;;;BA)(A;CI;DCLCRPCR;;;BU)", False),  # may make files there
            ("O:BAD:(D;;FA;;;BU)(A;;FA;;;BA)", True),
            ("O:BAD:NO_ACCESS_CONTROL", False),
            ("O:BA", False),
            ("O:BAD:(XA;;FX;;;WD;(@User.x==1))", False),
            ("", False),
        ],
    )
    def test_only_administrators_and_the_system_may_change_it(self, sddl: str, closed: bool) -> None:
        """VR-S1b"""
        from app.system.baseline._windows import is_closed

        assert is_closed(sddl) is closed

    def test_a_real_list_is_read(self, tmp_path: Path) -> None:
        """A file of the person's is hers to change, so it does not count; an administrator's does."""
        path = tmp_path / "baseline.toml"
        path.write_bytes(LIST)
        reading = read_baseline(path)
        assert (reading.baseline is None) is (reading.problem is not None)
        if reading.problem is not None:
            assert reading.problem.id == "baseline.not-trusted"
