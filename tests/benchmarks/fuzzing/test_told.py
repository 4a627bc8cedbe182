"""The real command line is asked about documents: what it prints and what it keeps, also in its encrypted database."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.fuzzing.canaries import BSN, NAME, found_in
from benchmarks.fuzzing.told import CommandLine

DOSSIER = f"Personeelsdossier van Zilverduin\nMevrouw A. Vogel, BSN {BSN}, geboren 14-03-1979, ziek gemeld\n" * 4


@pytest.mark.slow
def test_names_of_files_are_kept_and_values_in_them_are_not(tmp_path: Path) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / f"{NAME}.txt").write_text(DOSSIER)
    said = list(CommandLine(tmp_path / "person").said_of(documents))
    assert any(isinstance(piece, str) and '"verdict":"client-data"' in piece for piece in said)
    printed, kept = said[:6], said[6:]  # three commands, each on two streams
    assert found_in(printed) == NAME
    assert found_in(kept) == NAME
    assert not any(BSN.encode() in (piece if isinstance(piece, bytes) else piece.encode()) for piece in said)
