"""Signs programs and installer: signtool on Windows, osslsigncode elsewhere (Authenticode, SHA-256, with a time stamp).

The certificate comes from outside, never from the checkout:

    VROOM_SIGN_PFX          a PKCS#12 file with certificate and key
    VROOM_SIGN_PASSWORD     its password
    VROOM_SIGN_THUMBPRINT   instead of a file, on Windows: a certificate in the store, as a token or cloud signing has it
    VROOM_SIGN_TIMESTAMP    RFC 3161 service of the certificate's issuer; without one signatures end with the certificate
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from installer.places import NAME, run

NEEDED = {"osslsigncode": "osslsigncode"}
_ENDINGS = (".exe", ".dll", ".pyd", ".msi")
_SECURITY_DIRECTORY = 4  # of a program's header: where a signature lies
_PASSWORD = "VROOM_SIGN_PASSWORD"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """`password` is handed to the tool by its environment or a pipe where it can, and never shown."""

    pfx: Path | None = None
    password: str = ""
    thumbprint: str = ""
    timestamp_url: str = ""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Signer | None:
        """None when no certificate was named."""
        pfx, thumbprint = environment.get("VROOM_SIGN_PFX"), environment.get("VROOM_SIGN_THUMBPRINT", "")
        if not pfx and not thumbprint:
            return None
        return cls(
            pfx=Path(pfx) if pfx else None,
            password=environment.get(_PASSWORD, ""),
            thumbprint=thumbprint,
            timestamp_url=environment.get("VROOM_SIGN_TIMESTAMP", ""),
        )

    def sign(self, *files: Path) -> None:
        """In place. The build ends where one cannot be signed."""
        if sys.platform == "win32":
            self._with_signtool(files)
        else:
            for file in files:
                self._with_osslsigncode(file)

    def _with_signtool(self, files: Iterable[Path]) -> None:
        command = ["signtool", "sign", "/q", "/fd", "sha256", "/d", NAME]
        if self.timestamp_url:
            command += ["/tr", self.timestamp_url, "/td", "sha256"]
        command += ["/sha1", self.thumbprint] if self.thumbprint else ["/f", str(self.pfx), "/p", self.password]
        _quietly([*command, *(str(file) for file in files)])

    def _with_osslsigncode(self, file: Path) -> None:
        if self.pfx is None:
            raise SystemExit("build: osslsigncode needs VROOM_SIGN_PFX")
        signed = file.with_name(f"{file.name}.signed")
        command = [
            "osslsigncode",
            "sign",
            "-pkcs12",
            str(self.pfx),
            "-readpass",
            "/dev/stdin",
            "-h",
            "sha256",
            "-n",
            NAME,
        ]
        if self.timestamp_url:
            command += ["-ts", self.timestamp_url]
        _quietly([*command, "-in", str(file), "-out", str(signed)], said=self.password)
        signed.replace(file)


def _quietly(command: list[str], said: str = "") -> None:
    """Like `run`, without showing the command: it can hold a password."""
    done = subprocess.run(command, input=said, capture_output=True, text=True, timeout=600)
    if done.returncode:
        raise SystemExit(f"build: {command[0]} did not sign {Path(command[-1]).name}:\n{done.stdout}{done.stderr}")


def verify(file: Path, root: Path) -> None:
    """Check a signature against the certificate of who issued it; the build ends where it does not hold."""
    if sys.platform == "win32":
        run("signtool", "verify", "/q", "/pa", file)
    else:
        run("osslsigncode", "verify", "-CAfile", root, "-in", file)


def to_sign(folder: Path) -> list[Path]:
    """What Windows runs and nobody has signed yet: a library keeps the signature of its maker."""
    return sorted(file for file in folder.rglob("*") if file.suffix.lower() in _ENDINGS and not is_signed(file))


def is_signed(file: Path) -> bool:
    """Whether a program or library carries a signature. Source: the PE format, optional header, data directories."""
    with file.open("rb") as opened:
        start = opened.read(4096)
    if start[:2] != b"MZ":
        return False
    header = int.from_bytes(start[0x3C:0x40], "little")
    optional = header + 24
    is_64 = int.from_bytes(start[optional : optional + 2], "little") == 0x20B
    entry = optional + (112 if is_64 else 96) + 8 * _SECURITY_DIRECTORY
    return int.from_bytes(start[entry + 4 : entry + 8], "little") > 0
