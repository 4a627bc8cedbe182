"""The bill of materials (CycloneDX 1.6, JSON): every package that is in the frozen folder, with version and licence.

Runs beside the build, with the packages of installer/lock/bill.txt:

    python -m installer.bill FROZEN_FOLDER FILE VERSION
"""

from __future__ import annotations

import hashlib
import re
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import Distribution, distributions
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

ROOT = Path(__file__).resolve().parents[1]


def main(arguments: list[str]) -> int:
    folder, target, version = Path(arguments[0]), Path(arguments[1]), arguments[2]
    target.write_text(bill_of(folder, version), encoding="utf-8")
    return 0


def bill_of(folder: Path, version: str) -> str:
    product = Component(name="vroom-assistant", version=version, type=ComponentType.APPLICATION, bom_ref="product")
    bom = Bom()
    bom.metadata.timestamp = datetime.now(UTC)
    bom.metadata.component = product
    parts = [*_packages(folder / "program"), *_runtime(folder / "program")]
    for part in parts:
        bom.components.add(part)
    bom.register_dependency(product, parts)
    return str(JsonV1Dot6(bom).output_as_string(indent=2))


def _packages(program: Path) -> Iterator[Component]:
    """Those whose metadata the folder holds: PyInstaller was told to take along all that the program needs."""
    licences = LicenseFactory()
    listed = _listed_licences()
    for package in sorted(distributions(path=[str(program)]), key=lambda each: each.name.lower()):
        name = _normal(package.name)
        licence = listed.get(name) or _named_licence(package)
        yield Component(
            name=package.name,
            version=package.version,
            type=ComponentType.LIBRARY,
            bom_ref=f"{name}@{package.version}",
            purl=PackageURL(type="pypi", name=name, version=package.version),
            licenses=[licences.make_from_string(licence)] if licence and "\n" not in licence else [],
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=_digest(package))],
        )


def _runtime(program: Path) -> Iterator[Component]:
    """Python itself and what came with it."""
    licences = LicenseFactory()
    dll = next(program.glob("python3[0-9]*.dll"), None)
    if dll is not None and (said := re.search(rb"(3\.\d+\.\d+)\0", dll.read_bytes())) is not None:
        version = said[1].decode("ascii")
        yield Component(
            name="CPython",
            version=version,
            type=ComponentType.LIBRARY,
            bom_ref="cpython",
            purl=PackageURL(type="generic", name="python", version=version),
            licenses=[licences.make_from_string("Python-2.0.1")],
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=hashlib.sha256(dll.read_bytes()).hexdigest())],
        )


def _named_licence(package: Distribution) -> str | None:
    """As the package itself names it, where it does."""
    told = (package.metadata[field] for field in ("License-Expression", "License") if field in package.metadata)
    return next((licence for licence in told if licence), None)


def _digest(package: Distribution) -> str:
    """Over the list of the package's files, which holds a hash of each."""
    return hashlib.sha256((package.read_text("RECORD") or package.name).encode()).hexdigest()


def _listed_licences() -> dict[str, str]:
    """By package, as the program itself shows them."""
    listed = tomllib.loads((ROOT / "resources" / "licences" / "parts.toml").read_text(encoding="utf-8"))["part"]
    return {_normal(part["package"]): part["licence"] for part in listed if "package" in part}


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
