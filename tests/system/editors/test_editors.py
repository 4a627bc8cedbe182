"""Documents that are open somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.system.editors import owner_file_of


@pytest.mark.parametrize(
    ("document", "owner"),
    [
        ("jaarverslag.docx", "~$arverslag.docx"),
        ("cijfers 2026.xlsx", "~$cijfers 2026.xlsx"),
        ("brief.odt", ".~lock.brief.odt#"),
        ("nota.docx", "~$nota.docx"),
    ],
)
def test_the_owner_file_beside_a_document_is_found_and_gone_again(tmp_path: Path, document: str, owner: str) -> None:
    path = tmp_path / document
    path.write_bytes(b"x")
    assert owner_file_of(path) is None
    (tmp_path / owner).write_bytes(b"")
    assert owner_file_of(path) == tmp_path / owner
    (tmp_path / owner).unlink()
    assert owner_file_of(path) is None


def test_owner_files_of_other_documents_do_not_count(tmp_path: Path) -> None:
    (tmp_path / "~$anders.docx").write_bytes(b"")
    assert owner_file_of(tmp_path / "rapport.docx") is None
    assert owner_file_of(tmp_path / "no-folder" / "rapport.docx") is None
