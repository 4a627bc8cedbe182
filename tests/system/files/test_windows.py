"""What only Windows has: sharing, recall attributes, reparse points, short and long paths."""

# ruff: noqa: E402  # the platform is asked for first
from __future__ import annotations

import sys

import pytest

pytestmark = pytest.mark.windows
if sys.platform != "win32":
    pytest.skip("Windows only", allow_module_level=True)

import ctypes
import os
from pathlib import Path

from app.domain.deletion import EraseResult
from app.domain.identity import FileIdentity
from app.system.files import _windows_api as api
from app.system.files import local_files
from tests.system.wine import is_wine


def make(path: Path) -> FileIdentity:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"client data")
    facts = local_files().facts(path)
    assert facts is not None
    return facts.identity


@pytest.mark.parametrize("attribute", [0x1000, 0x40000, 0x400000])
def test_a_placeholder_is_told_by_its_recall_attributes(tmp_path: Path, attribute: int) -> None:
    make(tmp_path / "a.docx")
    assert not local_files().is_cloud_only(tmp_path / "a.docx")
    kernel = ctypes.WinDLL("kernel32")
    assert kernel.SetFileAttributesW(str(tmp_path / "a.docx"), attribute)
    if not kernel.GetFileAttributesW(str(tmp_path / "a.docx")) & attribute:
        pytest.skip("the file system does not keep this attribute")
    assert local_files().is_cloud_only(tmp_path / "a.docx")
    assert not local_files().settled_open(tmp_path / "a.docx")
    assert not local_files().is_cloud_only(tmp_path / "nothing")


def test_a_file_another_program_does_not_share_blocks(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    identity = make(path)
    with api.opened(path, api.GENERIC_READ, api.SHARE_READ):
        erased = local_files().erase(path, identity)
        assert (erased.result, erased.detail) == (EraseResult.BLOCKED, "ERROR_SHARING_VIOLATION")
    assert path.exists()
    assert local_files().erase(path, identity).result is EraseResult.GONE


def test_a_file_whose_name_stays_until_the_last_reader_closes_is_not_said_to_be_gone(tmp_path: Path) -> None:
    """True with POSIX semantics (then it is gone at once) and without them (then it is blocked)."""
    path = tmp_path / "a.docx"
    identity = make(path)
    with api.opened(path, api.GENERIC_READ):
        erased = local_files().erase(path, identity)
        assert (erased.result is EraseResult.GONE) == (not os.path.lexists(path))
    assert not path.exists()


def test_a_file_open_for_writing_is_not_settled_but_one_that_is_read_is(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    make(path)
    with path.open("rb"):
        assert local_files().settled_open(path)
    with path.open("ab"):
        assert not local_files().settled_open(path)
    assert local_files().settled_open(path)
    assert not local_files().settled_open(tmp_path)


def test_the_read_only_attribute_is_no_obstacle_and_comes_back_when_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    identity = make(path)
    path.chmod(0o444)
    assert local_files().erase(path, FileIdentity(volume="1", file_id="2")).result is EraseResult.OTHER_FILE
    assert not os.access(path, os.W_OK)
    assert local_files().erase(path, identity).result is EraseResult.GONE


def test_a_symbolic_link_is_neither_looked_at_nor_removed(tmp_path: Path) -> None:
    identity = make(tmp_path / "outside" / "a.docx")
    try:
        (tmp_path / "link.docx").symlink_to(tmp_path / "outside" / "a.docx")
        (tmp_path / "folder").symlink_to(tmp_path / "outside", target_is_directory=True)
    except OSError:
        pytest.skip("links need a privilege here")
    if not os.path.lexists(tmp_path / "link.docx"):
        pytest.skip("Wine says it made the link, and did not")
    for path in (tmp_path / "link.docx", tmp_path / "folder" / "a.docx"):
        assert local_files().erase(path, identity).result in (EraseResult.UNSAFE, EraseResult.OTHER_FILE)
    assert (tmp_path / "outside" / "a.docx").exists()


@pytest.mark.skipif(is_wine(), reason="Wine does not tell the real path of a long name")
def test_long_paths_work(tmp_path: Path) -> None:
    folder = tmp_path.joinpath(*["a" * 50] * 6)
    os.makedirs(api.wide(folder))  # noqa: PTH103  # pathlib does not keep the long form
    path = folder / "a.docx"
    Path(api.wide(path)).write_bytes(b"x")
    facts = local_files().facts(path)
    assert facts is not None
    assert local_files().erase(path, facts.identity).result is EraseResult.GONE


def test_letters_of_another_case_name_the_same_file(tmp_path: Path) -> None:
    identity = make(tmp_path / "Lijst.docx")
    assert local_files().erase(tmp_path / "LIJST.docx", identity).result is EraseResult.GONE


def test_the_programs_that_hold_a_file_are_asked_for(tmp_path: Path) -> None:
    make(tmp_path / "a.docx")
    holders = local_files().holders(tmp_path / "a.docx")
    assert holders is None or "python" not in holders
