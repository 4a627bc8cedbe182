"""What the detector gets from others, as fakes; a context with one client; a worker that reads a document of tests only."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.detect.process.worker_process import DetectionWorker
from app.domain.client import Client
from app.domain.deletion import Erased
from app.domain.finding import Origin
from app.domain.identity import FileFacts, FileIdentity
from app.domain.ports import DetectionContext, OwnIdentity
from tests.samples import CLIENT_DOMAIN, CLIENT_NAME

TENANT = "11111111-2222-3333-4444-555555555555"
OWN_TENANT = "99999999-2222-3333-4444-555555555555"
OTHER_TENANT = "77777777-2222-3333-4444-555555555555"
SHAREPOINT = "voorbeeldstad.sharepoint.com"
OWN_IBAN = "NL91ABNA0417164300"


class FakeFiles:
    """Every file is here, unless it is named in `cloud_only`."""

    def __init__(self, cloud_only: Sequence[Path] = ()) -> None:
        self.cloud_only = tuple(cloud_only)

    def is_cloud_only(self, path: Path) -> bool:
        return path in self.cloud_only

    def facts(self, path: Path) -> FileFacts | None:
        raise NotImplementedError

    def erase(self, path: Path, identity: FileIdentity) -> Erased:
        raise NotImplementedError

    def origin(self, path: Path) -> Origin | None:
        raise NotImplementedError

    def holders(self, path: Path) -> Sequence[str] | None:
        raise NotImplementedError


def client(**changes: object) -> Client:
    values: dict[str, object] = {
        "id": "client-1",
        "name": CLIENT_NAME,
        "created_at": datetime(2026, 1, 1, tzinfo=UTC),
        "variants": ("Voorbeeldstad", "GVS"),
        "domains": (CLIENT_DOMAIN,),
        "hosts": (SHAREPOINT,),
        "tenant_ids": (TENANT,),
        "keywords": ("Zaaksysteem Delta",),
        "processor_domains": ("salarisverwerker.example",),
    }
    return Client(**(values | changes))  # type: ignore[arg-type]


def context(**changes: object) -> DetectionContext:
    own = OwnIdentity(
        name="Robin de Adviseur",
        mail="robin@adviesbureau.example",
        firm="Adviesbureau Voorbeeld",
        domains=("adviesbureau.example",),
        tenant_ids=(OWN_TENANT,),
        ibans=(OWN_IBAN,),
    )
    values: dict[str, object] = {"clients": (client(),), "own": own}
    return DetectionContext(**(values | changes))  # type: ignore[arg-type]


class MockReadingWorker(DetectionWorker):
    """Runs tests/detect/mock_worker.py, which knows a document type that hangs, eats, prints or ends on demand. `only`: the
    measures that are kept around it, all unless told; `landlock`: the version that its kernel says to have."""

    def __init__(
        self, *arguments: Any, only: Sequence[str] | None = None, landlock: int | None = None, **options: Any
    ) -> None:
        super().__init__(*arguments, **options)
        self._options = [] if only is None else ["--only", ",".join(only)]
        self._options += [] if landlock is None else ["--landlock", str(landlock)]

    def command(self) -> list[str]:
        script = os.fspath(Path(__file__).with_name("mock_worker.py"))
        return [sys.executable, "-B", "-X", "utf8", script, *self._options]
