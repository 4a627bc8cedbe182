"""Texts from the real catalogue, a signer with a key of its own, and declarations about invented clients."""

from __future__ import annotations

import base64
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from babel.messages import pofile
from babel.messages.catalog import Catalog
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from app.domain.certificate import CertificateContent, CertificateItem, PlainPlace
from app.domain.deletion import Method, Residual, ResidualKind
from app.domain.messages import Message
from app.domain.signatures import fingerprint
from app.report import Bilingual

I18N = Path(__file__).resolve().parents[2] / "resources" / "i18n"
ISSUED = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
UNTIL = datetime(2027, 2, 28, 8, 0, tzinfo=UTC)


@cache
def catalogue(language: str) -> Catalog:
    with (I18N / language / "LC_MESSAGES" / "vroom.po").open("rb") as file:
        return pofile.read_po(file, locale=language)


class CatalogueTexts:
    """Renders from the catalogue; dates and sizes plainly."""

    def __init__(self, language: str) -> None:
        self.language = language

    def render(self, message: Message) -> str:
        entry = catalogue(self.language).get(message.id)
        assert entry is not None, message.id
        text = entry.string
        assert text is not None, message.id
        if not isinstance(text, str):
            text = text[0 if message.arguments["n"] == 1 else 1]
        shown = {
            name: self.render(value) if isinstance(value, Message) else value
            for name, value in message.arguments.items()
        }
        return text.format(**shown)

    def moment(self, moment: datetime) -> str:
        return moment.strftime("%d-%m-%Y %H:%M")

    def day(self, moment: datetime) -> str:
        return moment.strftime("%d-%m-%Y")

    def size(self, size_bytes: int) -> str:
        return f"{size_bytes / 1000:.0f} kB"


BOTH = Bilingual(nl=CatalogueTexts("nl"), en=CatalogueTexts("en"))


class KeySigner:
    """A P-256 key as a Signer: made from a number, so that tests repeat."""

    def __init__(self, number: int = 1) -> None:
        self.key = ec.derive_private_key(number + 10_000, ec.SECP256R1())

    @property
    def public_key(self) -> str:
        info = self.key.public_key().public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        return base64.b64encode(info).decode("ascii")

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.public_key)

    def sign(self, content: bytes) -> str:
        return base64.b64encode(self.key.sign(content, ec.ECDSA(hashes.SHA256()))).decode("ascii")


DEVICE, FIRM, STRANGER = KeySigner(1), KeySigner(2), KeySigner(3)


def item(number: int = 1, **changes: object) -> CertificateItem:
    base = CertificateItem(
        copy_id=f"copy{number:022d}",
        name=f"verzuim {number:04d}.xlsx",
        sha256=f"{number:064x}",
        size_bytes=48_211 + number,
        location="vault",
        method=Method.CRYPTOGRAPHIC_ERASE,
        deleted_at=ISSUED - timedelta(minutes=1),
        due_at=ISSUED + timedelta(hours=2),
        places=(PlainPlace(where="Downloads", method=Method.UNLINK),),
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def content(**changes: object) -> CertificateContent:
    base = CertificateContent(
        id="k7qz3m2xw5abcdefghijklmnop",
        issued_at=ISSUED,
        firm="Adviesbureau De Linde",
        client="Gemeente Voorbeeldstad",
        project_code="VBS-2026",
        agreement_id="agr3ement000000000000000000",
        agreement_scope="Personeelsbestand 2025 en 2026, afdeling Dienstverlening",
        agreement_purpose="Formatieanalyse",
        agreed_with="Noor de Wit <n.dewit@voorbeeldstad.example>",
        agreed_at=datetime(2026, 9, 14, 10, 30, tzinfo=UTC),
        evidence_sha256="ab" * 32,
        trigger="project-closed",
        trigger_at=datetime(2026, 11, 23, 10, 0, tzinfo=UTC),
        items=(item(1), item(2), item(3)),
        residuals=(),
        disk_encrypted=True,
        device="laptop-0017",
        complete=True,
        journal_seq=4711,
        journal_hash="cd" * 32,
    )
    return replace(base, **changes)  # type: ignore[arg-type]


SHADOW = Residual(kind=ResidualKind.CLOUD_SHADOW, where="OneDrive: prullenbak van de site", until=UNTIL)
ENDLESS = Residual(kind=ResidualKind.FURTHER_COPY, where="USB-stick KINGSTON", until=None)
