"""Tokens, upload and download addresses and mail addresses are told nowhere: not in a log, not in an error, not in what is
remembered in clear."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator

import pytest

from app.domain.errors import AssistantError
from app.remote.office365 import fragments
from app.remote.office365.fragments import UNIT
from tests.microsoft365.messages import Answer, graph_error
from tests.remote.office365.laptop import ANNA, PLACE, Laptop, Sender

LARGE = bytes(5_000_000)


@pytest.fixture
def told() -> Iterator[list[str]]:
    """All that any logger says to whoever listens at the root."""
    lines: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(record.getMessage())

    root, listener = logging.getLogger(), Listener(logging.DEBUG)
    level = root.level
    root.addHandler(listener)
    root.setLevel(logging.DEBUG)
    yield lines
    root.removeHandler(listener)
    root.setLevel(level)


def secrets_of(anna: Laptop) -> set[str]:
    """What must not be told, as it went over the line."""
    tokens = {request.headers.get("Authorization") or "" for request in anna.service.requests}
    addresses = {part for request in anna.service.requests for part in request.target.partition("?")[2].split("&")}
    return {token.removeprefix("Bearer ") for token in tokens if token} | {
        part for part in addresses if part.startswith(("guid=", "tempauth=", "UniqueId="))
    }


def test_nothing_is_told_of_what_goes_well(anna: Laptop, sender: Sender, told: list[str]) -> None:
    file = sender.send("large.bin", LARGE)
    anna.office.documents.download(PLACE, file, io.BytesIO())
    anna.office.documents.changes(PLACE, None)
    hidden = secrets_of(anna)
    assert len(hidden) > 3
    said = "\n".join(told)
    remembered = "\n".join(anna.memory.values.values())
    assert [secret for secret in hidden if secret in said] == []
    assert [secret for secret in hidden if secret in remembered] == []
    assert ANNA not in said


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 412, 416, 423, 500, 507])
def test_nothing_is_told_of_what_goes_wrong(
    anna: Laptop, sender: Sender, told: list[str], status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fragments, "FRAGMENT", 8 * UNIT)
    file = sender.send("a.txt", b"content")
    answer = graph_error(status, "someCode", f"{ANNA} https://localhost/secret?tempauth=v1.xyz")
    errors = []
    for method, pattern, ask in (
        ("PUT", "*/uploadSession", lambda: sender.send("large.bin", LARGE)),
        ("GET", "*/_files/download", lambda: anna.office.documents.download(PLACE, file, io.BytesIO())),
        ("GET", "*/root/delta", lambda: anna.office.documents.changes(PLACE, None)),
        ("PUT", "*:/content", lambda: sender.send("b.txt", b"x")),
    ):
        for fault in ({"answer": answer}, {"answer": Answer(status)}, {"refuse_line": True}):
            anna.service.faults.next(method, pattern, times=99, **fault)  # type: ignore[arg-type]
            try:
                ask()
            except AssistantError as error:
                errors += [str(error), repr(error), repr(error.__cause__)]
            anna.service.faults.clear()
            anna.service.world.uploads.open.clear()
    said = "\n".join([*told, *errors])
    assert errors
    assert [secret for secret in secrets_of(anna) if secret in said] == []
    assert ANNA not in said
    assert "tempauth" not in said
