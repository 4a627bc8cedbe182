"""The plain folder and Office 365 keep one contract."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.ports import Remote
from app.domain.remote_ports import DocumentRemote
from app.remote import FolderRemote
from app.remote.folder_documents import FOLDER, FolderDocuments
from tests.microsoft365 import Microsoft365
from tests.microsoft365.fixtures import microsoft365
from tests.remote.contract import Colleague, CollectionContract, DocumentContract
from tests.remote.office365.laptop import Laptop, laptop

__all__ = ["microsoft365"]


class InFolder:
    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER

    def write(self, place: str, path: str, content: bytes) -> None:
        target = self._folder / place / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)

    def read(self, place: str, path: str) -> bytes:
        return (self._folder / place / path).read_bytes()

    def remove(self, place: str, path: str) -> None:
        (self._folder / place / path).unlink()

    def everything(self) -> list[str]:
        return [path.name for path in self._folder.parent.rglob("*") if path.is_file()]


class InLibrary:
    def __init__(self, service: Microsoft365) -> None:
        self._service = service

    def write(self, place: str, path: str, content: bytes) -> None:
        self._service.drive.put(f"{place}/{path}", content)

    def read(self, place: str, path: str) -> bytes:
        return self._service.drive.read(f"{place}/{path}")

    def remove(self, place: str, path: str) -> None:
        self._service.drive.delete(f"{place}/{path}")

    def everything(self) -> list[str]:
        return self._service.drive.paths()


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    folder = tmp_path / "team"
    folder.mkdir()
    return folder


@pytest.fixture
def anna(microsoft365: Microsoft365) -> Iterator[Laptop]:
    made = laptop(microsoft365)
    yield made
    made.session.close()


class TestDocumentsInAFolder(DocumentContract):
    @pytest.fixture
    def documents(self, shared: Path) -> DocumentRemote:
        return FolderDocuments(shared, is_cloud_only=lambda _: False)

    @pytest.fixture
    def colleague(self, shared: Path) -> Colleague:
        return InFolder(shared)


class TestDocumentsInOffice365(DocumentContract):
    @pytest.fixture
    def documents(self, anna: Laptop) -> DocumentRemote:
        return anna.office.documents

    @pytest.fixture
    def colleague(self, microsoft365: Microsoft365) -> Colleague:
        return InLibrary(microsoft365)


class TestCollectionsInAFolder(CollectionContract):
    @pytest.fixture
    def remote(self, shared: Path) -> Remote:
        return FolderRemote(shared)


class TestCollectionsInOffice365(CollectionContract):
    @pytest.fixture
    def remote(self, anna: Laptop) -> Remote:
        return anna.office.collections
