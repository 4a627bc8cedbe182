"""The recipes of docs/verify-certificate.md do what they say, with stock tools and none of our code. VR-P4."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.domain.certificate import PlainPlace
from app.domain.deletion import Method
from app.report import make_statement, sign, statement_for, to_json, verify
from app.report.certificate_html import certificate_html
from app.report.certificate_pdf import certificate_pdf
from tests.report.fakes import BOTH, DEVICE, FIRM, ISSUED, SHADOW, STRANGER, content, item

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "verify-certificate.md"
EVERY_CHARACTER = "".join(chr(code) for code in (*range(1, 0x250), 0x2028, 0x2029, 0x202E, 0xFEFF, 0xFFFF, 0x1F600))


def needs(*tools: str) -> pytest.MarkDecorator:
    missing = [tool for tool in tools if shutil.which(tool) is None]
    absent = bool(missing) or sys.platform == "win32"
    return pytest.mark.skipif(absent, reason=f"not on this machine: {', '.join(missing) or 'sh'}")


def recipe(name: str) -> str:
    found = re.search(rf"<!-- recipe: {name} -->\n```sh\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    assert found is not None, name
    return found[1]


def run(name: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    assignments = "".join(f"{key}='{value}'\n" for key, value in variables.items())
    return subprocess.run(
        ["sh", "-c", assignments + recipe(name)],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def signed() -> dict[str, Any]:
    """With every kind of character that tools write in different ways."""
    places = (PlainPlace(where=EVERY_CHARACTER, method=Method.UNLINK),)
    odd = (item(1, name=EVERY_CHARACTER, places=places), item(2, name='"\\/\b\f\n\r\t', sha256=None))
    text = make_statement(FIRM, DEVICE.fingerprint, ISSUED - timedelta(days=1), ISSUED + timedelta(days=1))
    statement = statement_for([text], DEVICE.fingerprint, ISSUED)
    return sign(content(items=odd, residuals=(SHADOW,)), DEVICE, statement, BOTH)


@needs("jq", "openssl", "base64")
def test_the_linux_recipe_accepts_a_whole_declaration_and_shows_the_fingerprint(tmp_path: Path) -> None:
    (tmp_path / "certificate.json").write_bytes(to_json(signed()))
    done = run("check-linux", tmp_path)
    assert "Verified OK" in done.stdout, done.stderr
    assert DEVICE.fingerprint in done.stdout


@needs("jq", "openssl", "base64")
def test_the_linux_recipe_refuses_a_changed_declaration(tmp_path: Path) -> None:
    (tmp_path / "certificate.json").write_bytes(to_json(signed()).replace(b"Voorbeeldstad", b"Voorbeeldstat"))
    done = run("check-linux", tmp_path)
    assert "Verified OK" not in done.stdout
    assert "Verification failure" in done.stdout + done.stderr


@needs("jq", "openssl", "base64")
def test_the_statement_recipe_shows_the_firms_fingerprint(tmp_path: Path) -> None:
    (tmp_path / "certificate.json").write_bytes(to_json(signed()))
    done = run("statement-linux", tmp_path)
    assert "Verified OK" in done.stdout, done.stderr
    assert FIRM.fingerprint in done.stdout
    assert DEVICE.fingerprint in done.stdout


@needs("python3", "openssl")
def test_the_python_recipe_does_the_same(tmp_path: Path) -> None:
    (tmp_path / "certificate.json").write_bytes(to_json(signed()))
    done = run("canonical-python", tmp_path)
    assert "Verified OK" in done.stdout, done.stderr
    (tmp_path / "certificate.json").write_bytes(to_json({**signed(), "complete": False}))
    assert "Verified OK" not in run("canonical-python", tmp_path).stdout


@needs("jq", "openssl", "pdfdetach")
def test_the_json_comes_out_of_a_pdf_and_checks(tmp_path: Path) -> None:
    (tmp_path / "certificate.pdf").write_bytes(certificate_pdf(signed(), BOTH.nl))
    run("from-pdf", tmp_path)
    assert "Verified OK" in run("check-linux", tmp_path).stdout


@needs("jq", "openssl", "sed")
def test_the_json_comes_out_of_a_page_and_checks(tmp_path: Path) -> None:
    (tmp_path / "certificate.html").write_bytes(certificate_html(signed(), BOTH.nl))
    run("from-html", tmp_path)
    assert "Verified OK" in run("check-linux", tmp_path).stdout


@needs("jq", "openssl", "base64")
def test_it_makes_a_statement_with_stock_tools_that_the_assistant_accepts(tmp_path: Path) -> None:
    lines = run("firm-key", tmp_path).stdout
    firm_fingerprint = re.search(r"\b[0-9a-f]{64}\b", lines)
    assert firm_fingerprint is not None
    made = run(
        "make-statement",
        tmp_path,
        DEVICE=DEVICE.fingerprint,
        FROM="2026-11-01T00:00:00Z",
        UNTIL="2027-11-01T00:00:00Z",
    )
    text = made.stdout.strip()
    document = sign(content(), DEVICE, statement_for([text], DEVICE.fingerprint, ISSUED), BOTH)
    assert "statement" in document
    for firm_key in (firm_fingerprint[0], lines.split("=")[0] + "="):
        if len(firm_key) == 64:
            assert verify(document, firm_key=firm_key, statements=(), fingerprint=None).valid
    assert statement_for([text], STRANGER.fingerprint, ISSUED) is None


def test_the_powershell_recipe_names_the_form_of_signature_that_is_used() -> None:
    guide = GUIDE.read_text("utf-8")
    assert "Rfc3279DerSequence" in guide
    assert "ImportSubjectPublicKeyInfo" in guide
