"""VT-B4: the program speaks with the hosts that IT configured, and with nobody where IT configured none. Every connection of a
whole story is written down by the interpreter itself, whichever library makes it."""

from __future__ import annotations

import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.cli.office365 import ManagedProgram, policy_file, policy_text
from tests.cli.program import program_in
from tests.microsoft365 import Microsoft365
from tests.microsoft365.fixtures import microsoft365

__all__ = ["microsoft365"]

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="there the policy is the machine's registry"),
    pytest.mark.slow,
    pytest.mark.timeout(300),  # two dozen programs, one after the other
]

ANNA = "anna@vroom.example"
CLIENT_FILE = "Gemeente Voorbeeldstad; BSN\nJ. Jansen; 111222333\nA. de Vries; 123456782\n"


def tell_a_story(program: ManagedProgram, folder: Path) -> None:
    """What an ordinary week asks of it: look at files, register, seal, cards, team, documents."""
    work = folder / "werk"
    work.mkdir()
    (work / "lijst.csv").write_text(CLIENT_FILE, encoding="utf-8")
    (work / "bijlage.html").write_text('<img src="https://beeld.voorbeeld.example/x.png">', encoding="utf-8")
    assert program.run("folder", "add", work).code == 0
    assert program.run("scan", work, "--register").code in (0, 1)
    assert program.run("client", "add", "Gemeente Voorbeeldstad", "--domain", "voorbeeldstad.example").code == 0
    assert program.run("project", "add", "P-1", "--client", "Gemeente Voorbeeldstad", "--documents", work).code == 0
    for words in (
        ("card", "publish"),
        ("card", "pull"),
        ("sync", "once"),
        ("sync", "status"),
        ("team", "status"),
        ("team", "preview"),
        ("audience", "check", "P-1", ANNA),
        ("delete-due",),
        ("status",),
        ("doctor",),
        ("run", "--headless", "--for", "1"),
        ("whoami",),
        ("signout",),
    ):
        assert program.run(*words).code in (0, 1, 3), words


def contacted(log: Path) -> set[tuple[str, str]]:
    """Host and port of each connection, and what was looked up by name."""
    lines = [line.split(" ") for line in log.read_text(encoding="utf-8").splitlines()] if log.exists() else []
    return {(host, port) for event, host, port in lines if event != "socket.bind"}


def listened(log: Path) -> set[str]:
    lines = [line.split(" ") for line in log.read_text(encoding="utf-8").splitlines()] if log.exists() else []
    return {host for event, host, _ in lines if event == "socket.bind"}


def test_with_nothing_configured_nobody_is_contacted(tmp_path: Path) -> None:
    plain = program_in(tmp_path)
    log = tmp_path / "connections"
    program = ManagedProgram(data_dir=plain.data_dir, home=plain.home, log=log)
    tell_a_story(program, tmp_path)
    assert program.run("signin").code == 3
    assert contacted(log) == set()
    assert listened(log) <= {"::1"}


def test_only_configured_hosts_are_contacted(microsoft365: Microsoft365, tmp_path: Path) -> None:
    plain = program_in(tmp_path)
    log = tmp_path / "connections"
    program = ManagedProgram(
        data_dir=plain.data_dir,
        home=plain.home,
        policy=policy_file(tmp_path, policy_text(microsoft365)),
        browser=microsoft365.browser_command(ANNA),
        log=log,
    )
    answer = program.run("signin")
    assert answer.code == 0, answer.err
    tell_a_story(program, tmp_path)
    urls = (microsoft365.authority, microsoft365.graph_url, microsoft365.site_url)
    ports = {str(urlsplit(url).port) for url in urls}
    seen = contacted(log)
    assert {host for host, _ in seen} <= {"localhost", "127.0.0.1", "::1"}
    assert {port for _, port in seen} <= ports
    assert str(urlsplit(microsoft365.authority).port) in {port for _, port in seen}  # the log does hear something
    # For the browser to come back to, while somebody signs in; urllib3 tries once whether the machine knows IPv6.
    assert "127.0.0.1" in listened(log) <= {"127.0.0.1", "::1"}


def test_the_log_hears_a_connection(tmp_path: Path) -> None:
    """Without it the two tests above would prove nothing."""
    import subprocess

    script = (
        "import sys; from pathlib import Path; from tests.cli.connections import watch; watch(Path(sys.argv[1]));"
        "import socket, contextlib\nwith contextlib.suppress(OSError): socket.create_connection(('127.0.0.1', 9), 1)\n"
        "with contextlib.suppress(OSError): socket.gethostbyname('nergens.invalid')"
    )
    subprocess.run([sys.executable, "-c", script, str(tmp_path / "log")], check=True, timeout=30)
    assert {host for host, _ in contacted(tmp_path / "log")} == {"127.0.0.1", "nergens.invalid"}
