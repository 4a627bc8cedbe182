"""Project documentation as it stands on laptops that file to a shared folder: made by the real actions and real files."""

from __future__ import annotations

import contextlib
import os
from datetime import timedelta
from pathlib import Path

from app.domain.finding import Judgement, Verdict
from app.domain.settings import SettingValue
from app.domain.sign_in import SignInFailed, SignInReason
from app.system.policy import PolicyReading, PolicyState
from tests.actions.laptop import Laptop
from tests.ui.told_account import ToldAccount, answered, told_account

CODE = "VBS-1"
FIRM = {
    "own.name": "Robin de Adviseur",
    "own.mail": "robin@adviesbureau.example",
    "own.firm": "Adviesbureau Voorbeeld",
}
PAPERS = (
    "Plan van aanpak.docx",
    "Voortgangsrapportage november.docx",
    "Notulen stuurgroep 12 november.docx",
    "Functioneel ontwerp.docx",
    "Procesontwerp in- en uitdienst.docx",
    "Testplan.docx",
)


def laptop_at(root: Path, **policy: SettingValue) -> Laptop:
    """A laptop that files to a folder of the firm. `policy` by keys with `__` for the dot."""
    folder = root / "shared"
    folder.mkdir()
    values: dict[str, SettingValue] = {"remote.folder": str(folder)}
    values |= {key.replace("__", "."): value for key, value in policy.items()}
    return Laptop(root, account=FIRM, reading=PolicyReading(values=values, state=PolicyState.IN_FORCE))


def project(laptop: Laptop, code: str, papers: tuple[str, ...]) -> Path:
    """A project with a documentation folder and papers in it, which were written a while ago."""
    folder = laptop.home / "Documents" / code
    folder.mkdir(parents=True)
    laptop.app.projects.add(code, "Gemeente Voorbeeldstad", goals=("Salarisonderzoek",), documents=(folder,))
    for paper in papers:
        write(folder / paper, f"{code} {paper}")
    return folder


def write(path: Path, about: str, seconds_ago: int = 3600) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(f"made up content about {about}\n".encode() * 60)
    when = 1_795_424_400 - seconds_ago  # Monday 23 November 2026, 10:00 in Amsterdam
    os.utime(path, (when, when))


def there(laptop: Laptop, code: str, name: str) -> Path:
    """Where the team has a document."""
    return next((laptop.root / "shared").rglob(f"{code}*/**/{name}"))


def holds_back(laptop: Laptop, path: Path, **kinds: int) -> None:
    laptop.detector.verdicts[path] = Judgement(verdict=Verdict.CLIENT_DATA, kinds=kinds, size_bytes=path.stat().st_size)


def filed(root: Path) -> Laptop:
    """Everything in order: two projects, all of it filed, and bringing it back was practised."""
    laptop = laptop_at(root)
    laptop.client()
    project(laptop, CODE, PAPERS)
    project(laptop, "VBS-2", PAPERS[:4])
    laptop.app.documents.once()
    laptop.app.documents.drill(CODE)
    laptop.passes(timedelta(days=40))
    laptop.app.documents.once()
    return laptop


def waiting(root: Path) -> Laptop:
    """Two versions of one, one held back, one whose name does not work, and one that a colleague made newer."""
    laptop = laptop_at(root)
    laptop.client()
    folder = project(laptop, CODE, PAPERS)
    project(laptop, "VBS-2", PAPERS[:3])
    laptop.app.documents.once()
    laptop.passes(timedelta(hours=2))
    write(folder / PAPERS[1], "what Robin added", 600)
    write(there(laptop, CODE, PAPERS[1]), "what Sam added", 1800)
    write(there(laptop, CODE, PAPERS[4]), "what Fleur added", 1800)
    write(folder / "Overzicht medewerkers.xlsx", "people")
    holds_back(laptop, folder / "Overzicht medewerkers.xlsx", bsn=38, name=38)
    write(folder / "Planning: fase 2?.docx", "plan")
    laptop.app.documents.once()
    return laptop


def braked(root: Path) -> Laptop:
    """Many documents changed at once: a person is asked first."""
    laptop = laptop_at(root)
    laptop.client()
    folder = project(laptop, CODE, tuple(f"Bijlage {number:02}.docx" for number in range(60)))
    laptop.app.documents.once()
    laptop.passes(timedelta(hours=2))
    for number in range(45):
        write(folder / f"Bijlage {number:02}.docx", f"scrambled {number}", 300)
    for number in range(55, 60):
        (folder / f"Bijlage {number:02}.docx").unlink()
    laptop.app.documents.once()
    return laptop


def three_hundred(root: Path) -> Laptop:
    """Twelve projects with three hundred papers; of forty there are two versions."""
    laptop = laptop_at(root)
    laptop.client()
    folders = {
        code: project(laptop, code, tuple(f"Verslag {number:02}.docx" for number in range(25)))
        for code in (f"PRJ-{number:02}" for number in range(12))
    }
    laptop.app.documents.once()
    laptop.passes(timedelta(days=45))
    for code, folder in list(folders.items())[:5]:
        for number in range(4):
            write(folder / f"Verslag {number:02}.docx", f"ours {code} {number}", 900)
            write(there(laptop, code, f"Verslag {number:02}.docx"), f"theirs {code} {number}", 1200)
    for number in range(20):
        paper = folders["PRJ-08"] / f"Interview {number:02}.docx"
        write(paper, f"interview {number}")
        holds_back(laptop, paper, name=4, date_of_birth=3)
    laptop.app.documents.once()
    return laptop


def offline(root: Path) -> Laptop:
    """The folder is away since this morning."""
    laptop = laptop_at(root)
    laptop.client()
    folder = project(laptop, CODE, PAPERS)
    laptop.app.documents.once()
    laptop.passes(timedelta(hours=3))
    (laptop.root / "shared").rename(laptop.root / "away")
    write(folder / "Nieuw verslag.docx", "new")
    laptop.app.documents.once()
    laptop.passes(timedelta(hours=2))
    return laptop


OFFICE365: dict[str, SettingValue] = {
    "office365.tenant_id": "adviesbureau.example",
    "office365.client_id": "00000000-0000-4000-8000-000000000001",
    "office365.site": "https://adviesbureau.sharepoint.com/sites/projecten",
}


def at_office365(root: Path) -> tuple[Laptop, ToldAccount]:
    """The same documents after IT set up Microsoft 365; nobody has signed in yet."""
    before = filed(root)
    reading = PolicyReading(values=OFFICE365, state=PolicyState.IN_FORCE)
    laptop = Laptop(root, account=FIRM, reading=reading, clock=before.clock, keys=before.keys)
    before.close()
    return laptop, told_account(laptop)


def signed_out(root: Path) -> Laptop:
    return at_office365(root)[0]


def signed_in(root: Path) -> Laptop:
    laptop, account = at_office365(root)
    answered(laptop, account)
    laptop.passes(timedelta(minutes=50))
    return laptop


def sign_in_needed(root: Path) -> Laptop:
    """Microsoft 365 wants to see a second factor again."""
    laptop = signed_in(root)
    account = laptop.app.signing_in._account() if laptop.app.signing_in._account is not None else None
    assert isinstance(account, ToldAccount)
    account.refused = SignInReason.SECOND_FACTOR
    with contextlib.suppress(SignInFailed):
        laptop.app.signing_in.token()
    laptop.passes(timedelta(hours=2))
    return laptop
