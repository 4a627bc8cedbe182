"""The device's signing key."""

from __future__ import annotations

import base64
import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from app.domain.errors import EnvironmentLacking
from app.domain.ports import Signer
from app.domain.signatures import is_signed_by
from app.system.credentials import MemoryKeys
from app.vault.device import DeviceKey


def test_the_key_is_made_once_and_signs() -> None:
    keys = MemoryKeys()
    signer: Signer = DeviceKey(keys)
    again = DeviceKey(keys)
    assert signer.public_key == again.public_key
    assert signer.fingerprint == hashlib.sha256(base64.b64decode(signer.public_key)).hexdigest()
    signature = again.sign(b"content")
    assert is_signed_by(signer.public_key, signature, b"content")
    assert not is_signed_by(signer.public_key, signature, b"Content")
    assert DeviceKey(MemoryKeys()).public_key != signer.public_key
    scalar = keys.get("device")
    assert scalar is not None
    assert len(scalar) == 32


@pytest.mark.parametrize("scalar", [b"\0" * 32, b"\xff" * 32, b"short", b"x" * 33])
def test_a_damaged_key_is_told_and_kept(scalar: bytes) -> None:
    keys = MemoryKeys()
    keys.put("device", scalar)
    with pytest.raises(EnvironmentLacking):
        DeviceKey(keys).sign(b"content")
    assert keys.get("device") == scalar


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
def test_openssl_checks_the_signature(tmp_path: Path) -> None:
    signer = DeviceKey(MemoryKeys())
    (tmp_path / "content").write_bytes(b"content")
    (tmp_path / "signature").write_bytes(base64.b64decode(signer.sign(b"content")))
    (tmp_path / "key.der").write_bytes(base64.b64decode(signer.public_key))
    command = [
        "openssl",
        "dgst",
        "-sha256",
        "-keyform",
        "DER",
        "-verify",
        "key.der",
        "-signature",
        "signature",
        "content",
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.stdout.strip() == "Verified OK", done.stderr
