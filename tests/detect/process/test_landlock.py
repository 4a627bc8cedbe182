"""The rights to files on kernels of every age: what an older one lacks is told, and the worker works."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.detect.process.measures import Force, Measure
from app.detect.reading.limits import Limits
from app.domain.finding import Verdict
from tests import samples
from tests.detect.fakes import FakeFiles, MockReadingWorker, context
from tests.detect.process.conftest import mock_document

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Landlock is Linux's")

CONNECTIONS_SINCE, SIGNALS_SINCE = 4, 6
IN_FORCE, ABSENT = Force.IN_FORCE, Force.ABSENT


def kernel_version() -> int:
    from app.detect.process import _landlock

    return _landlock._version()


@pytest.mark.parametrize("version", range(1, 7))
def test_each_version_is_used_as_far_as_it_goes(tmp_path: Path, version: int) -> None:
    if kernel_version() < version:
        pytest.skip("this kernel is older")
    worker = MockReadingWorker(FakeFiles(), Limits(), only=landlock_alone(), landlock=version)
    worker.use(context())
    told = worker.isolation()
    written = worker.judge(mock_document(tmp_path, f"try:make:{tmp_path / 'made'}"), None)
    read = worker.judge(samples.payroll_xlsx(tmp_path / "payroll.xlsx", 20), None)
    worker.close()
    assert (told[Measure.FILES], written.verdict) == (IN_FORCE, Verdict.CLEAN)
    assert told[Measure.CONNECTIONS] is (IN_FORCE if version >= CONNECTIONS_SINCE else ABSENT)
    assert told[Measure.SIGNALS] is (IN_FORCE if version >= SIGNALS_SINCE else ABSENT)
    assert read.verdict is Verdict.CLIENT_DATA
    assert not (tmp_path / "made").exists()


def test_a_kernel_without_it_is_told_and_stops_nothing(tmp_path: Path) -> None:
    worker = MockReadingWorker(FakeFiles(), Limits(), landlock=0)
    worker.use(context())
    told = worker.isolation()
    judgement = worker.judge(samples.payroll_xlsx(tmp_path / "payroll.xlsx", 20), None)
    worker.close()
    assert {told[m] for m in (Measure.FILES, Measure.CONNECTIONS, Measure.SIGNALS)} == {ABSENT}
    assert told[Measure.SYSTEM_CALLS] is IN_FORCE
    assert judgement.verdict is Verdict.CLIENT_DATA


def landlock_alone() -> tuple[Measure, ...]:
    return (Measure.NO_PRIVILEGES, Measure.FILES, Measure.CONNECTIONS, Measure.SIGNALS)


def test_of_a_checkout_on_the_module_path_only_the_program_may_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    from app.detect.process._readable import own_files

    home = Path.home()
    monkeypatch.setattr(sys, "path", [str(home), "/somewhere", *sys.path])
    readable = [Path(path) for path in own_files()]
    checkout = Path(__file__).resolve().parents[3]
    for private in (home, checkout, Path("/"), Path("/etc"), Path("/somewhere"), checkout / "tests"):
        assert not any(path == private or path in private.parents for path in readable)
    assert checkout / "app" in readable


def test_a_bundle_may_be_read_with_the_program_that_its_modules_are_packed_in(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from app.detect.process._readable import own_files

    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "bundle"), raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "vroom-assistant"))
    assert {str(tmp_path / "bundle"), str(tmp_path / "vroom-assistant")} <= set(own_files())
