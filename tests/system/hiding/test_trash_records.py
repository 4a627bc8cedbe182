"""Where thrown away files were, by what the trash keeps of it."""

from __future__ import annotations

import struct
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.system.hiding.trash_records import TrashRecords, recycled_from, thrown_from

OLD, NEW = 1, 2


def recycled(path: str, version: int = NEW) -> bytes:
    """A record as Windows writes it: version 2 since Windows 10, version 1 before with room for 260 characters."""
    head = struct.pack("<qqq", version, 4096, 133_000_000_000_000_000)
    text = (path + "\0").encode("utf-16-le")
    return head + (text.ljust(520, b"\0") if version == OLD else struct.pack("<i", len(path) + 1) + text)


class TestRecycleBin:
    @pytest.mark.parametrize("version", [OLD, NEW])
    def test_the_record_tells_where_the_file_was(self, version: int) -> None:
        """VR-P4"""
        path = r"C:\Users\robin\Documents\Salarissen maart é.xlsx"
        assert recycled_from(recycled(path, version)) == PureWindowsPath(path)

    @pytest.mark.parametrize(
        "record",
        [
            b"",
            b"\x02" * 20,
            recycled(r"C:\a.xlsx")[:-6],
            struct.pack("<qqq", 3, 1, 1) + recycled(r"C:\a.xlsx")[24:],
            recycled("a.xlsx"),
            struct.pack("<qqqi", 2, 1, 1, -5) + b"\0" * 40,
            recycled("C:\\" + "x" * 40_000),
        ],
    )
    def test_what_is_no_record_tells_nothing(self, record: bytes) -> None:
        assert recycled_from(record) is None

    @given(st.binary(max_size=700))
    def test_nothing_in_a_record_breaks_it(self, record: bytes) -> None:
        assert recycled_from(record) is None or isinstance(recycled_from(record), PureWindowsPath)

    def test_a_file_in_a_folder_that_was_thrown_away_was_in_that_folder(self, tmp_path: Path) -> None:
        """VR-P4"""
        (tmp_path / "$RQ7X2AB" / "maart").mkdir(parents=True)
        inside = tmp_path / "$RQ7X2AB" / "maart" / "lijst.xlsx"
        inside.write_bytes(b"x")
        (tmp_path / "$IQ7X2AB").write_bytes(recycled(r"D:\Klant"))
        records = TrashRecords((tmp_path,))
        assert records.original_path(inside) == PureWindowsPath(r"D:\Klant\maart\lijst.xlsx")
        assert records.original_path(tmp_path / "$RZZZZZZ.xlsx") is None
        assert records.original_path(tmp_path.parent / "else.xlsx") is None


class TestTrashSpecification:
    def test_the_path_is_unquoted(self) -> None:
        record = "[Trash Info]\nPath=/home/robin/Salarissen%20maart%20%C3%A9.xlsx\nDeletionDate=2026-11-28T10:00:00\n"
        assert thrown_from(record.encode()) == PurePosixPath("/home/robin/Salarissen maart é.xlsx")

    @pytest.mark.parametrize("record", [b"", b"Path=/a", b"[Trash Info]\nName=x", b"[Trash Info]\nPath=\n"])
    def test_what_is_no_record_tells_nothing(self, record: bytes) -> None:
        assert thrown_from(record) is None

    @pytest.mark.parametrize("trash", [".Trash-1000", ".Trash/1000"])
    def test_on_another_volume_it_counts_from_the_top(self, tmp_path: Path, trash: str) -> None:
        files = tmp_path / trash / "files"
        (tmp_path / trash / "info").mkdir(parents=True)
        (tmp_path / trash / "info" / "a.2.xlsx.trashinfo").write_text("[Trash Info]\nPath=werk/a.xlsx\n")
        found = TrashRecords((files,)).original_path(files / "a.2.xlsx")
        assert found is not None
        assert Path(found) == tmp_path / "werk" / "a.xlsx"
