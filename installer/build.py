#!/usr/bin/env python3
"""Build what IT rolls out: `python installer/build.py`.

    --version-is X.Y.Z   another version in the MSI than the program's own, to try an upgrade
    --previous           also an MSI of an earlier version, from the same programs, to upgrade from
    --keep-frozen        take the frozen folder that stands there; only the installer is made anew
    --check              then install, run, upgrade and remove it under Wine (tests/installer/from_msi); without a certificate
                         of your own it is signed with one made on the spot

On Windows it needs Python 3.11, WiX 3 (candle, light) and, to sign, signtool. On Linux it builds under Wine (tests/windows_lab)
with wixl, and what it makes is a test build: it is named so, and only what was built on Windows is rolled out. To sign see
signing.py. The result is in dist/windows: the MSI, policy templates, bill of materials, winget and Intune pieces, checksums.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import dev  # noqa: E402  # the checkout is found first
from installer import deployment, freezing, package, signing, workshop  # noqa: E402
from installer.places import BUILD, DIST, FROM_MSI, LOCKS, run, version  # noqa: E402

EARLIER = "0.0.1"
CERTIFICATE = freezing.FROZEN.parent / "certificate"  # of a test build; goes when the programs are frozen anew


def main(arguments: list[str]) -> int:
    if Path(sys.prefix) != dev.VENV:  # the templates need the program's own packages
        dev.setup()
        return subprocess.run([dev.PYTHON, __file__, *arguments]).returncode
    options = _options(arguments)
    dev.setup()
    _need(package.NEEDED | (signing.NEEDED if options.check else {}))
    clock = _Clock()
    if options.keep_frozen and _still_good(options.check):
        frozen, is_test = freezing.FROZEN, sys.platform != "win32"
    else:
        place = workshop.workshop()
        clock.say("the clean Windows Python")
        frozen, is_test = freezing.freeze(place), place.is_test_build
        clock.say(f"frozen: {freezing.size_of(frozen) / 1e6:.0f} MB")
    signer, root = signing.Signer.from_environment(), None
    if signer is None and options.check:
        signer, root = _throw_away()
    if signer is not None:
        signer.sign(*signing.to_sign(frozen))
        clock.say("signed")
    _list_contents(frozen)
    number = options.version_is or version()
    msi = package.package(frozen, DIST / msi_name(number, is_test=is_test), number)
    if signer is not None:
        signer.sign(msi)
    clock.say(f"{msi.name}: {msi.stat().st_size / 1e6:.0f} MB")
    if options.previous or options.check:
        package.package(frozen, BUILD / f"previous-{EARLIER}.msi", EARLIER)
        clock.say("the MSI of an earlier version")
    _beside(frozen, msi, number)
    deployment.write_checksums(DIST)
    clock.say("templates, bill of materials, winget, Intune")
    code = _check(msi, root) if options.check else 0
    clock.say("all of it" if code == 0 else "not all of it is right", of_all=True)
    return code


def _list_contents(frozen: Path) -> None:
    from app.system.installation.whole import list_contents  # with the program's own packages

    list_contents(frozen)


def _beside(frozen: Path, msi: Path, number: str) -> None:
    from installer import admx  # with the program's own packages

    admx.write_templates(DIST / "PolicyDefinitions")
    deployment.write_deployment(DIST, msi, number)
    tools = BUILD / "bill-of-materials"
    workshop.install_pure(LOCKS / "bill.txt", tools)
    run(
        *(sys.executable, "-m", "installer.bill", frozen, DIST / "vroom-assistant.cdx.json", number),
        environment={**os.environ, "PYTHONPATH": os.pathsep.join((str(tools), str(ROOT)))},
    )


def _still_good(is_check: bool) -> bool:
    """Whether the frozen programs can be taken as they are: what a test certificate signed verifies by that alone."""
    from installer.throw_away import still_signs

    needs_certificate = is_check and signing.Signer.from_environment() is None
    return freezing.FROZEN.exists() and (not needs_certificate or still_signs(CERTIFICATE))


def _throw_away() -> tuple[signing.Signer, Path]:
    from installer.throw_away import ROOT_FILE, throw_away_signer

    return throw_away_signer(CERTIFICATE), CERTIFICATE / ROOT_FILE


def _check(msi: Path, root: Path | None) -> int:
    """On two laptops beside each other: one lives an ordinary life, on the other all goes wrong."""
    _need({"Xvfb": "xvfb", "xwininfo": "x11-utils"})
    figures = BUILD / "figures.txt"
    figures.unlink(missing_ok=True)
    environment = {
        **os.environ,
        "VROOM_MSI": str(msi),
        "VROOM_PREVIOUS_MSI": str(BUILD / f"previous-{EARLIER}.msi"),
        "VROOM_FIGURES": str(figures),
    }
    if root is not None:
        environment["VROOM_SIGN_ROOT"] = str(root)
    command = [sys.executable, "-m", "pytest", "-v", "-n", "2", "--dist", "loadfile", str(FROM_MSI)]
    code = subprocess.run(command, cwd=ROOT, env=environment).returncode
    if figures.exists():
        print(f"build: {figures.read_text(encoding='utf-8')}", file=sys.stderr)
    return code


def msi_name(number: str, *, is_test: bool) -> str:
    return f"vroom-assistant-{number}{'-test' if is_test else ''}.msi"


def _need(wanted: dict[str, str]) -> None:
    if sys.platform == "linux" and not dev.need(wanted):
        raise SystemExit("build: these are needed: " + ", ".join(wanted))


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--version-is", metavar="X.Y.Z")
    for name in ("--previous", "--keep-frozen", "--check"):
        parser.add_argument(name, action="store_true")
    return parser.parse_args(arguments)


class _Clock:
    def __init__(self) -> None:
        self._begun = self._last = time.monotonic()

    def say(self, what: str, *, of_all: bool = False) -> None:
        now = time.monotonic()
        took = now - (self._begun if of_all else self._last)
        print(f"build: {what} ({took:.0f} s)", file=sys.stderr, flush=True)
        self._last = now


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
