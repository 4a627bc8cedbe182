"""What the laboratory runs: nothing is left out by being forgotten."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("the laboratory is run from Linux", allow_module_level=True)

from tests.windows_lab import lab

TESTS = lab.REPOSITORY / "tests"


def _is_under(file: str, folders: list[str]) -> bool:
    return any(file == folder or file.startswith(f"{folder}/") for folder in folders)


def test_every_test_file_is_run_in_one_part_or_left_out_with_a_reason():
    left_out = {option.removeprefix("--ignore=") for option in lab._left_out()}
    for path in TESTS.rglob("test_*.py"):
        file = path.relative_to(lab.REPOSITORY).as_posix()
        runs = sum(_is_under(file, part) for part in lab.parts()) if file not in left_out else 0
        expected = 0 if _is_under(file, list(lab.EXCLUDED)) and file not in lab.SAMPLES else 1
        assert runs == expected, file


@pytest.mark.parametrize("name", [*lab.EXCLUDED, *lab.SAMPLES])
def test_what_is_left_out_or_kept_exists(name: str):
    assert Path(lab.REPOSITORY, name).exists()


@pytest.mark.parametrize(("of_pytest", "of_the_part"), [(0, 0), (lab.NOTHING_COLLECTED, 0), (1, 1), (2, 2)])
def test_a_part_without_a_test_for_windows_is_no_failure(
    monkeypatch: pytest.MonkeyPatch, of_pytest: int, of_the_part: int
):
    monkeypatch.setattr(lab, "_pytest", lambda *_: of_pytest)
    assert lab._part(["tests/any"]) == of_the_part


def test_samples_are_of_folders_that_are_left_out():
    assert [sample for sample in lab.SAMPLES if not _is_under(sample, list(lab.EXCLUDED))] == []
