"""From the sources to one folder with both programs, by PyInstaller in the workshop's clean Python."""

from __future__ import annotations

import shutil
from pathlib import Path

from installer.places import BUILD, CONSOLE, LOCKS, NAME, ROOT, TRAY, locked_names, version
from installer.version_resource import version_resource
from installer.workshop import LOCK, Workshop

FROZEN = BUILD / "frozen" / "vroom-assistant"
MOST_BYTES = 200_000_000
_PROGRAM = "import sys\n\nfrom app.__main__ import main\n\nsys.exit(main())\n"


def freeze(workshop: Workshop) -> Path:
    """The folder. Whatever stood there is replaced."""
    made, frozen = BUILD / "made", FROZEN.parent
    for folder in (made, frozen):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    (made / "program.py").write_text(_PROGRAM, encoding="utf-8")
    (made / "distributions.txt").write_text("\n".join(shipped_packages()) + "\n", encoding="utf-8")
    for program, described in ((CONSOLE, f"{NAME} (command line)"), (TRAY, NAME)):
        text = version_resource(program, described, version())
        (made / f"{Path(program).stem}.version.txt").write_text(text, encoding="utf-8")
    workshop.python(
        *("-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"),
        *("--distpath", workshop.path(frozen), "--workpath", workshop.path(BUILD / "work")),
        workshop.path(ROOT / "installer" / "vroom-assistant.spec"),
        environment={
            "VROOM_CHECKOUT": workshop.path(ROOT),
            "VROOM_MADE": workshop.path(made),
            "PYTHONPATH": workshop.path(ROOT),
            "PYTHONPYCACHEPREFIX": workshop.path(BUILD / "pycache"),  # the checkout's own belong to another Python
            "PYTHONUTF8": "1",
            "PYTHONHASHSEED": "1",  # the same sources give the same archive
        },
    )
    if size_of(FROZEN) > MOST_BYTES:
        raise SystemExit(
            f"build: {size_of(FROZEN) / 1e6:.0f} MB is more than {MOST_BYTES / 1e6:.0f} MB: what came along?"
        )
    return FROZEN


def shipped_packages() -> list[str]:
    """Of the build's lock what the program itself needs; the rest only builds."""
    needed = {*locked_names(LOCKS / "application.txt"), *locked_names(LOCKS / "ocr.txt")}
    return [name for name in locked_names(LOCK) if name in needed]


def size_of(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
