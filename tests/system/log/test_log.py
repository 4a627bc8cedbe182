"""The log: what happened and where in our code, for as long as there is room, and nothing that was filled in."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.system.log import LOG_NAME, MOST_BYTES, forget_log, keep_log, lines_of

OURS = frozenset({"deletion.busy"})
log = logging.getLogger("app.actions.deletion")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    handler = keep_log(tmp_path, OURS)
    yield tmp_path
    forget_log(handler)


def test_a_warning_is_kept_with_what_is_harmless_in_it(folder: Path) -> None:
    """VT-B2"""
    log.warning("an interrupted deletion waits for the next run: %s, %s, %d", "deletion.busy", "deletion.bijna", 4)
    (line,) = lines_of(folder, OURS)
    assert (line["level"], line["where"]) == ("WARNING", "app.actions.deletion")
    assert line["values"] == ["deletion.busy", "…", 4]


def test_what_is_no_news_is_not_kept(folder: Path) -> None:
    log.info("looked")
    assert lines_of(folder, OURS) == []


def test_an_error_brings_its_kind_and_our_own_lines(folder: Path) -> None:
    from app.domain.settings import parse_setting

    try:
        parse_setting("Wilhelmina", 1)
    except Exception:
        log.exception("it failed")
    (line,) = lines_of(folder, OURS)
    assert line["errors"][0] == "NotFoundError"
    assert line["errors"][1].startswith("app/domain/settings.py:")
    assert "Wilhelmina" not in (folder / LOG_NAME).read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="permission bits")
def test_nobody_else_reads_it(folder: Path) -> None:
    log.warning("once")
    assert (folder / LOG_NAME).stat().st_mode & 0o777 == 0o600


def test_it_stays_small_and_keeps_the_newest(folder: Path) -> None:
    line = {
        "at": "2026-11-28T10:00:00Z",
        "level": "ERROR",
        "where": "app.guards",
        "what": "old",
        "values": [],
        "errors": [],
    }
    text = json.dumps(line) + "\n"
    (folder / LOG_NAME).write_text(text * (MOST_BYTES // len(text)), encoding="utf-8", newline="\n")
    log.warning("new")
    assert (folder / LOG_NAME).stat().st_size <= MOST_BYTES // 2 + 1000
    assert lines_of(folder, OURS)[-1]["what"] == "new"


def test_a_log_that_cannot_be_written_costs_nothing_else(tmp_path: Path) -> None:
    handler = keep_log(tmp_path / "nowhere", OURS)
    try:
        log.warning("once")
    finally:
        forget_log(handler)
    assert lines_of(tmp_path / "nowhere", OURS) == []
    assert list(tmp_path.iterdir()) == []
