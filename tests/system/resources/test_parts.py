"""What the program is made of: complete, with licences and their texts."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import distribution
from pathlib import Path

from app.system.resources.parts import parts

ROOT = Path(__file__).resolve().parents[3]
LISTED = tomllib.loads((ROOT / "resources" / "licences" / "parts.toml").read_text(encoding="utf-8"))["part"]
LOCKED = (ROOT / "installer" / "lock" / "application.txt").read_text(encoding="utf-8")


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_package_of_the_program_is_listed_and_no_other():
    packages = {plain(name) for name in re.findall(r"^([A-Za-z0-9._-]+)==", LOCKED, re.MULTILINE)}
    assert {plain(row["package"]) for row in LISTED if "package" in row} == packages


def test_what_is_installed_here_has_a_version_and_the_text_of_its_licence():
    found = parts()
    assert [part.name for part in found if part.text is None or not part.text.is_file()] == []
    qt = next(part for part in found if "PySide6" in part.name)
    assert qt.version == distribution("PySide6-Essentials").version
    assert qt.text is not None
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt.text.read_text(encoding="utf-8")


def test_what_the_lgpl_lets_a_person_replace_comes_first():
    found = parts()
    assert [part.is_replaceable for part in found] == sorted((p.is_replaceable for p in found), reverse=True)
    assert {part.licence for part in found if part.is_replaceable} == {"LGPL-2.1-or-later", "LGPL-3.0-only"}


def test_a_licence_is_what_its_package_says_of_itself():
    """As far as a package says it in the words of SPDX; what it brings besides may stand behind AND."""
    wrong = {}
    here = {part.name for part in parts()}
    for row in LISTED:
        if "package" in row and row["name"] in here:
            told = distribution(row["package"]).metadata.get("License-Expression") or ""
            choices = re.split(r" OR | AND ", told) if told and "," not in told else []
            if choices and not set(re.split(r" OR | AND ", row["licence"])) & set(choices):
                wrong[row["name"]] = (row["licence"], told)
    assert wrong == {}


def test_drawings_and_fonts_are_listed_too():
    assert {"Lucide icons", "Liberation Sans"} <= {part.name for part in parts()}
