"""The erase, proven: with every state the data directory ever had, and the credential store as it is after the erase,
nothing of the copies can be read. Source: design, Vault; what remains possible stands in SECURITY.md."""

from __future__ import annotations

import gzip
import hashlib
import shutil
from pathlib import Path

import pytest

from app.domain.agreement import Agreement
from app.domain.deletion import Method
from app.store import Store
from app.system.credentials import MemoryKeys
from app.vault import Vault, VaultDamaged
from tests.actions.laptop import EVA, WEEK, Laptop

SECRET = b"Personeelsnummer 4471, salaris 5.213 euro. " * 400
ANSWER = b"Gewijzigd: salaris 5.999 euro, functie directeur. " * 400


class History:
    """A copy of the data directory after each step: what a backup, a snapshot or a thief may hold."""

    def __init__(self, laptop: Laptop) -> None:
        self._laptop = laptop
        self.states: list[Path] = []

    def keep(self) -> None:
        target = self._laptop.root / "history" / str(len(self.states))
        shutil.copytree(self._laptop.data_dir, target)
        self.states.append(target)

    def files(self, pattern: str) -> list[Path]:
        return [path for state in self.states for path in state.rglob(pattern) if path.is_file()]


def opens(sealed: Path, keys: MemoryKeys, target: Path) -> bool:
    """Whether any key of the credential store opens a sealed file. The others (database, device) are no age keys."""
    vault = Vault(sealed.parent, keys, None)
    for name in list(keys._secrets):
        if name.partition(".")[0] not in ("agreement", "waiting", "evidence"):
            continue
        try:
            vault.open(sealed.name.removesuffix(".age"), name, target, hashlib.sha256(b"").hexdigest())
        except VaultDamaged as error:
            if error.message.id == "vault.other-content":  # it was deciphered: only not to what was expected
                return True
    return False


def dump(state: Path, laptop: Laptop) -> bytes:
    """All that a state of the database holds, with the keys that are left."""
    database, journal = laptop.keys.get("database"), laptop.keys.get("journal")
    assert database is not None
    assert journal is not None
    store = Store.open(state / "store.db", database, journal)
    with store.read() as session:
        connection = session.copies._connection
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = [row for table in tables for row in connection.execute(f'SELECT * FROM "{table}"')]
    store.close()
    cells = [cell if isinstance(cell, bytes) else str(cell).encode() for row in rows for cell in row]
    return b"\n".join(cells)


@pytest.fixture
def history(laptop: Laptop) -> History:
    return History(laptop)


def whole_story(laptop: Laptop, history: History) -> Agreement:
    """Every way in which plain text becomes a sealed file, with the state after each step. While a copy is out its plain
    text stands in the working folder: those states are left out, as SECURITY.md says of them."""
    agreement, older = laptop.usual(), laptop.agreement()
    changed = laptop.sealed(agreement, laptop.file("salarissen.csv", SECRET))
    history.keep()
    finding = laptop.finding(laptop.file("vraag.csv", SECRET + b"vraag"))
    laptop.app.findings.ask([finding.id], EVA)
    history.keep()
    laptop.app.findings.seal([finding.id], agreement.id)
    history.keep()
    _, path = laptop.app.vault.open(changed.id)
    path.write_bytes(ANSWER)
    laptop.app.vault.seal(changed.id)
    history.keep()
    moved = laptop.sealed(older, laptop.file("verhuisd.csv", SECRET + b"verhuisd"))
    history.keep()
    laptop.app.copies.move(moved.id, agreement.id)
    history.keep()
    early = laptop.sealed(agreement, laptop.file("vroeg.csv", SECRET + b"vroeg"))
    history.keep()
    laptop.app.deletion.delete_now([early.id], "eerder klaar")
    history.keep()
    return agreement


def test_nothing_in_the_whole_history_can_be_read_after_the_erase(laptop: Laptop, history: History) -> None:
    """VR-P4: cryptographic erase."""
    agreement = whole_story(laptop, history)
    sealed = {path.name: path for path in history.files("vault/*.age")}
    assert len(sealed) == 7  # with older seals, the one that waited, the one before the move, and the one deleted early
    target = laptop.root / "plain"
    now = [path for path in sealed.values() if (laptop.data_dir / "vault" / path.name).exists()]
    assert len(now) == 3
    assert all(opens(path, laptop.keys, target) for path in now)

    laptop.app.projects.close("P1")
    laptop.passes(WEEK)
    run = laptop.app.deletion.run_due()
    history.keep()
    assert {item.method for item in run.items} == {Method.CRYPTOGRAPHIC_ERASE}
    assert laptop.keys.get(f"agreement.{agreement.id}") is None
    assert [path.name for path in sealed.values() if opens(path, laptop.keys, target)] == []
    assert not target.exists()


def test_no_state_of_the_database_holds_the_key_or_the_text(laptop: Laptop, history: History) -> None:
    """The database can still be opened after the erase, in every state it had: it holds names and digests, no more."""
    agreement = whole_story(laptop, history)
    secret = laptop.keys.get(f"agreement.{agreement.id}")
    assert secret is not None
    laptop.app.projects.close("P1")
    laptop.passes(WEEK)
    laptop.app.deletion.run_due()
    history.keep()
    for state in history.states:
        found = dump(state, laptop)
        assert b"salarissen.csv" in found
        for text in (secret, SECRET[:43], ANSWER[:43]):
            assert text not in found


def test_no_file_of_any_state_holds_the_text_openly(laptop: Laptop, history: History) -> None:
    whole_story(laptop, history)
    for path in history.files("*"):
        content = path.read_bytes()
        for text in (SECRET[:43], ANSWER[:43]):
            assert text not in content, path
            assert text not in (gzip.decompress(content) if content[:2] == b"\x1f\x8b" else b"")


def test_evidence_outlives_the_copies(laptop: Laptop, history: History) -> None:
    """design, Vault: what proves the agreement is kept; it is not what was erased."""
    agreement = whole_story(laptop, history)
    laptop.app.projects.close("P1")
    laptop.passes(WEEK)
    laptop.app.deletion.run_due()
    content = laptop.app._vault.open_bytes(agreement.evidence.id, agreement.evidence.sha256)
    assert b"Akkoord" in content
