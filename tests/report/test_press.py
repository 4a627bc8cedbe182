"""What actions ask of the reports: files written whole or not at all, statements chosen, declarations checked."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.deletion import ResidualKind
from app.domain.errors import InputError
from app.domain.ports import CertificatePress
from app.report import Press, make_statement, read
from app.report.document import residual_text
from tests.report.fakes import BOTH, DEVICE, FIRM, ISSUED, STRANGER, content

PRESS = Press(BOTH, BOTH.nl)
LAST_YEAR = make_statement(FIRM, DEVICE.fingerprint, ISSUED - timedelta(days=400), ISSUED - timedelta(days=35))
THIS_YEAR = make_statement(FIRM, DEVICE.fingerprint, ISSUED - timedelta(days=40), ISSUED + timedelta(days=325))
ANOTHER = make_statement(FIRM, STRANGER.fingerprint, ISSUED - timedelta(days=40), ISSUED + timedelta(days=900))


@pytest.mark.parametrize("ending", [".json", ".pdf", ".html", ".PDF"])
def test_every_form_is_written_read_and_checked(tmp_path: Path, ending: str) -> None:
    press: CertificatePress = PRESS
    signed = press.sign(content(), DEVICE, THIS_YEAR)
    target = tmp_path / f"verklaring{ending}"
    press.write(signed, target)
    assert read(target) == signed
    assert press.verify(target, firm_key=FIRM.public_key, statements=(), fingerprint=None).signer == "known"


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    target = tmp_path / "er.json"
    target.write_text("van iemand anders")
    with pytest.raises(InputError):
        PRESS.write(PRESS.sign(content(), DEVICE, None), target)
    assert target.read_text() == "van iemand anders"


@pytest.mark.parametrize("name", ["verklaring.docx", "verklaring", "weg/verklaring.json", "nul\0l.json"])
def test_other_endings_and_missing_folders_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError):
        PRESS.write(PRESS.sign(content(), DEVICE, None), tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="rlimits are POSIX")
def test_a_disk_that_fills_up_leaves_no_half_file(tmp_path: Path) -> None:
    """A limit on file size is the full disk that needs no rights: the write fails half-way with a real OSError."""
    target = tmp_path / "vol.json"
    program = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from app.domain.errors import EnvironmentLacking\n"
        "from app.report.press import write_new\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try:\n    write_new(Path(sys.argv[1]), b'x' * 100_000)\n"
        "except EnvironmentLacking:\n    sys.exit(42)\n"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-B", "-c", program, target], cwd=root, timeout=60, check=False)
    assert done.returncode == 42
    assert not target.exists()


def test_of_several_statements_the_one_for_this_device_and_time_is_taken() -> None:
    every = ("junk", ANOTHER, LAST_YEAR, THIS_YEAR)
    assert PRESS.statement_for(DEVICE.fingerprint, every) == THIS_YEAR
    assert PRESS.statement_for(DEVICE.fingerprint, every, ISSUED - timedelta(days=100)) == LAST_YEAR
    assert PRESS.statement_for(DEVICE.fingerprint, ("junk", ANOTHER)) is None


def test_a_statement_that_cannot_be_read_is_left_out() -> None:
    assert "statement" not in PRESS.sign(content(), DEVICE, "junk")


def test_every_kind_of_residual_has_words() -> None:
    assert all(BOTH.nl.render(residual_text(kind.value)) != kind.value for kind in ResidualKind)
