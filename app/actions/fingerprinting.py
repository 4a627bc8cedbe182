"""Remembers registered content by a sample, so that a changed, cut or converted copy of it is recognised. Source: VR-P1a."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from app.actions.office import Office
from app.domain.errors import AssistantError

LEAST_BYTES = 1_024  # smaller content repeats by chance

Sampling = Callable[[Path, bytes], "bytes | None"]

log = logging.getLogger(__name__)


class Fingerprinting:
    """`sample`: the detector's. Content without a sample is still known by its digest, so no failure stops a registration."""

    def __init__(self, office: Office, sample: Sampling) -> None:
        self._office = office
        self._sample = sample

    def remember(self, path: Path, sha256: str, size_bytes: int) -> None:
        """Sample the plain content at `path`, unless that content is known already."""
        if size_bytes < LEAST_BYTES:
            return
        with self._office.look() as session:
            if session.fingerprints.has(sha256):
                return
            key = session.fingerprints.key()
        try:
            sketch = self._sample(path, key)
        except AssistantError as error:  # no worker starts, or the program is ending
            log.warning("registered content got no fingerprint: %s", error.message.id)
            return
        if sketch is not None:
            with self._office.change() as work:
                work.session.fingerprints.put(sha256, sketch, work.now)
