"""Which remote-desktop sessions run: read from the words their programs were started with. VR-P1a."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from app.system.sessions import AGE_SECONDS, RemoteSessions, hosts_in

HOST = "werkplek.voorbeeldstad.example"


@pytest.mark.parametrize(
    "words",
    [
        ["mstsc.exe", f"/v:{HOST}"],
        ["mstsc.exe", f"/v:{HOST.upper()}:3389", "/f"],
        ["mstsc.exe", "/v", HOST],
        ["xfreerdp", f"/v:{HOST}", "/u:robin"],
        ["rdesktop", "-u", "robin", HOST],
        ["remmina", "-c", f"rdp://robin@{HOST}:3389"],
        ["vmware-view", f"--serverURL={HOST}"],
        ["horizon-client", "-serverURL", f"https://{HOST}/portal"],
        ["vncviewer", f"{HOST}:1"],
    ],
)
def test_the_host_is_found_however_it_was_given(words: list[str]) -> None:
    assert list(hosts_in(words)) == [HOST]


@pytest.mark.parametrize(
    "words",
    [[], ["mstsc.exe"], ["mstsc.exe", "/f"], ["xfreerdp", "/u:robin", "/p:geheim"], ["remmina", "/tmp/x.remmina"]],
)
def test_without_a_host_there_is_none(words: list[str]) -> None:
    assert list(hosts_in(words)) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_connection_file_names_the_host(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "werkplek.rdp"
    path.write_text(f"screen mode id:i:2\nfull address:s:{HOST}:3389\nusername:s:robin\n", encoding=encoding)
    assert list(hosts_in(["mstsc.exe", str(path)])) == [HOST]
    assert list(hosts_in(["mstsc.exe", str(tmp_path / "weg.rdp")])) == []


def test_it_is_asked_for_at_most_every_few_seconds() -> None:
    asked: list[float] = []
    now = [100.0]

    def running() -> Iterator[tuple[str, Sequence[str]]]:
        asked.append(now[0])
        return iter([("mstsc.exe", ["mstsc.exe", f"/v:{HOST}"]), ("notepad.exe", ["notepad.exe", "/v:elders.example"])])

    sessions = RemoteSessions(running, lambda: now[0])
    assert [sessions.hosts() for _ in range(3)] == [(HOST,)] * 3
    assert len(asked) == 1
    now[0] += AGE_SECONDS
    sessions.hosts()
    assert len(asked) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="a program by another name")
def test_a_running_program_is_seen(tmp_path: Path) -> None:
    shell = shutil.which("sh")
    assert shell is not None
    program = tmp_path / "xfreerdp"
    shutil.copy(Path(shell).resolve(), program)
    with subprocess.Popen([program, "-c", "read line", f"/v:{HOST}"], stdin=subprocess.PIPE) as running:
        assert HOST in RemoteSessions().hosts()
        running.kill()
    assert HOST not in RemoteSessions().hosts()


@pytest.mark.parametrize("error", [OSError(5, "refused"), RuntimeError("no list"), NotImplementedError()])
def test_where_the_system_does_not_tell_what_runs_no_session_is_known(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def refused(_names: list[str]) -> None:
        raise error

    monkeypatch.setattr("app.system.sessions.psutil.process_iter", refused)
    assert RemoteSessions().hosts() == ()
