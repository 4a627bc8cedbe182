"""Declarations of destruction: issued by a deletion, exported and verified. Source: contract, Certificate."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from app.actions.agreements import speaks_for
from app.actions.drafts import Attachment, Draft, Drafts
from app.actions.evidence import keep_evidence
from app.actions.office import Office, Work
from app.actions.removed import Removed
from app.actions.settings import SettingsActions
from app.domain.agreement import Agreement, Evidence
from app.domain.certificate import (
    CertificateCheck,
    CertificateContent,
    CertificateHead,
    CertificateItem,
    DeclaredOutcome,
    IssuedCertificate,
)
from app.domain.client import Client
from app.domain.copy import CopyState, OutsideCopy
from app.domain.deadline import erasure_period
from app.domain.deletion import Method, Outcome, Residual, ResidualKind
from app.domain.errors import InputError
from app.domain.identity import new_id
from app.domain.messages import Message, msg
from app.domain.ports import CertificatePress, Disk, Keys, Signer
from app.domain.project import Project
from app.report import MOST_PAGES, PageImage, number_of, page_count, page_images
from app.store import ProjectName, Session
from app.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateRow:
    """A declaration as a list shows it. `number`: as people say it; `project`: its code."""

    id: str
    number: str
    client: str
    project: str
    agreement_id: str | None
    issued_at: datetime
    copies: int
    methods: tuple[str, ...]
    residuals: int
    complete: bool
    outcome: DeclaredOutcome
    receipt: Evidence | None
    receipt_at: datetime | None


class CertificateActions:
    def __init__(
        self,
        office: Office,
        settings: SettingsActions,
        signer: Signer,
        press: CertificatePress,
        disk: Disk,
        keys: Keys,
        vault: Vault,
        drafts: Drafts,
        *,
        device: str,
        data_dir: Path,
    ) -> None:
        self._office = office
        self._settings = settings
        self._signer = signer
        self._press = press
        self._disk = disk
        self._keys = keys
        self._vault = vault
        self._drafts = drafts
        self._device = device
        self._data_dir = data_dir
        self._printed: tuple[str, bytes] | None = None  # the last one looked at: paging through it prints it once

    def list(self) -> tuple[IssuedCertificate, ...]:
        with self._office.look() as session:
            return tuple(session.certificates.all())

    def rows(self) -> tuple[CertificateRow, ...]:
        """All of them in the order in which they were issued. Their documents are not read."""
        with self._office.look() as session:
            projects, heads = session.listing.projects(), session.certificates.heads()
        return tuple(_row(head, projects[head.project_id]) for head in heads)

    def show(self, start: str) -> IssuedCertificate:
        with self._office.look() as session:
            return session.certificates.resolve(start)

    def export(self, start: str, target: Path) -> IssuedCertificate:
        """Write a certificate as .pdf, .json or .html. Raises InputError for another ending or an existing file."""
        issued = self.show(start)
        self._press.write(issued.document, target)
        return issued

    def pages(self, start: str) -> int:
        """How many pages it has on paper."""
        return page_count(self._pdf(self.show(start)))

    def preview(self, start: str, width_px: int, *, first: int = 0, most: int = MOST_PAGES) -> tuple[PageImage, ...]:
        """The pages as pictures, from page `first` on (0 is the first). Nothing of it is written to the disk."""
        return page_images(self._pdf(self.show(start)), width_px, first=first, most=most)

    def draft(self, start: str, folder: Path | None = None) -> Path:
        """A ready mail to the client with the declaration as PDF: among the drafts, or in `folder`. Raises InputError."""
        issued = self.show(start)
        with self._office.look() as session:
            agreement = _newest_agreement(session, issued)
            client = session.clients.get(session.projects.get(issued.project_id).client_id)
        number = str(issued.document["number"])
        attachment = Attachment(name=f"{number}.pdf", kind="application/pdf", content=self._pdf(issued))
        mail = Draft(
            to=_addressee(client, agreement),
            subject=msg("certificate.mail-subject", number=number),
            body=self._mail_body(issued, agreement),
            at=self._office.clock.now(),
            attachment=attachment,
        )
        return self._drafts.write(mail, f"{number}-{new_id()[:6]}", folder)

    def file_receipt(self, start: str, evidence: Path) -> IssuedCertificate:
        """File the client's word that it received the declaration, sealed like other evidence. A second one takes the place
        of the first, for a person may have taken the wrong file. Raises InputError."""
        issued = self.show(start)
        kept = keep_evidence(self._vault, evidence)
        if issued.receipt is not None and issued.receipt.sha256 == kept.sha256:
            self._vault.discard_evidence(kept.id)
            return issued
        with self._office.change() as work:
            earlier = work.session.certificates.get(issued.id).receipt
            work.session.certificates.file_receipt(issued.id, kept, work.now)
            work.note(
                "certificate.receipt",
                issued.id,
                project=issued.project_id,
                data={"evidence": kept.sha256, "changed": earlier is not None},
            )
        if earlier is not None:
            self._vault.discard_evidence(earlier.id)
        return replace(issued, receipt=kept, receipt_at=work.now)

    def verify(self, path: Path, fingerprint: str | None = None) -> CertificateCheck:
        """Check a certificate in any of its three forms; needs nothing of this laptop but, where IT set it, the firm's key."""
        if not path.is_file():
            raise InputError(msg("file.missing", path=str(path)))
        return self._press.verify(
            path,
            firm_key=self._settings.text("certificate.firm_key") or None,
            statements=self._settings.texts("certificate.statements"),
            fingerprint=fingerprint,
        )

    def issue_within(self, work: Work, agreement_id: str, removed: Sequence[Removed]) -> IssuedCertificate | None:
        """One declaration for what one run deleted under one agreement; None when nothing was. In the change that records
        the deletions: no copy is ever gone without one."""
        deleted = [result for result in removed if result.outcome is Outcome.DELETED]
        if not deleted:
            return None
        agreement = work.session.agreements.get(agreement_id)
        project = work.session.projects.get(agreement.project_id)
        client = work.session.clients.get(project.client_id)
        content = self._content(work, agreement, project, client, deleted)
        issued = self._issued(work, content, project)
        for result in deleted:
            copy = work.session.copies.get(result.copy.id)
            work.session.copies.update(replace(copy, certificate_id=issued.id))
        return issued

    def supplement_within(self, work: Work, certificate_id: str, copy: OutsideCopy) -> IssuedCertificate:
        """What a declaration named as left in the cloud is gone: a declaration that says so and names the first. In the change
        that records it."""
        told = work.session.certificates.get(certificate_id)
        agreement = work.session.agreements.get(copy.agreement_id)
        project = work.session.projects.get(agreement.project_id)
        client = work.session.clients.get(project.client_id)
        gone = Removed(
            copy=replace(copy, deleted_at=work.now, due_at=None),
            outcome=Outcome.DELETED,
            method=Method.CLOUD_REMOVAL,
            residuals=_still_left(work.session, told),
        )
        content = self._content(work, agreement, project, client, [gone])
        content = replace(content, supplement_to=(str(told.document["number"]), told.id))
        return self._issued(work, content, project)

    def _issued(self, work: Work, content: CertificateContent, project: Project) -> IssuedCertificate:
        document = self._press.sign(content, self._signer, self._statement(work.now))
        issued = IssuedCertificate(
            id=content.id,
            project_id=project.id,
            agreement_id=content.agreement_id,
            issued_at=work.now,
            copies=len(content.items),
            methods=tuple(sorted({item.method.value for item in content.items})),
            residuals=len(document["residuals"]),
            complete=content.complete,
            document=document,
            supplement_to=None if content.supplement_to is None else content.supplement_to[1],
        )
        work.session.certificates.add(issued)
        _note_issued(work, issued)
        return issued

    def _content(
        self, work: Work, agreement: Agreement, project: Project, client: Client, deleted: Sequence[Removed]
    ) -> CertificateContent:
        # The moment of a supplement is its own; else the record is what counts.
        copies = {
            r.copy.id: r.copy if r.copy.certificate_id is not None else work.session.copies.get(r.copy.id)
            for r in deleted
        }
        first = min(copies.values(), key=lambda copy: (copy.due_at or work.now, copy.id))
        # One that went out of sight unproven may still be somewhere: then nothing is complete.
        left = [c for c in work.session.copies.of_agreement(agreement.id) if c.state is not CopyState.DELETED]
        head = work.session.journal.head()
        return CertificateContent(
            id=new_id(),
            issued_at=work.now,
            firm=self._settings.text("own.firm"),
            client=client.name,
            project_code=project.code,
            agreement_id=agreement.id,
            agreement_scope=agreement.scope,
            agreement_purpose=agreement.purpose,
            agreed_with=agreement.agreed_with_name,
            agreed_at=agreement.agreed_at,
            evidence_sha256=agreement.evidence.sha256,
            trigger=first.trigger.value if first.trigger else "person",
            trigger_at=_trigger_at(first, client),
            items=tuple(self._item(r, copies[r.copy.id], client) for r in deleted),
            residuals=_residuals(deleted),
            disk_encrypted=self._disk.is_encrypted(self._data_dir),
            device=self._device,
            complete=not left,
            journal_seq=head.seq,
            journal_hash=head.hash,
        )

    def _item(self, result: Removed, copy: OutsideCopy, client: Client) -> CertificateItem:
        return CertificateItem(
            copy_id=copy.id,
            name=self._hashed(copy.name) if client.terms.hashed_names else copy.name,
            sha256=copy.sha256,
            size_bytes=copy.size_bytes,
            location=copy.location.value,
            method=result.method or Method.UNLINK,
            deleted_at=copy.deleted_at or copy.created_at,
            due_at=copy.due_at,
            places=result.places,
            attested_by=self._settings.text("own.name") or "–" if result.method is Method.ATTESTED else None,
        )

    def _hashed(self, name: str) -> str:
        """A name as a keyed hash: the same name gives the same hash on this laptop, and nobody else can guess it."""
        secret = self._keys.create("names", lambda: secrets.token_bytes(32))
        digest = hmac.new(secret, name.encode("utf-8", "surrogateescape"), hashlib.sha256).hexdigest()
        return f"hmac-sha256:{digest}"

    def _pdf(self, issued: IssuedCertificate) -> bytes:
        """What was issued never changes, so what was printed last may be looked at again."""
        known = self._printed
        if known is None or known[0] != issued.id:
            known = self._printed = (issued.id, self._press.pdf(issued.document))
        return known[1]

    def _mail_body(self, issued: IssuedCertificate, agreement: Agreement) -> Message:
        """It claims what the declaration claims, in its words."""
        document, texts = issued.document, self._drafts.texts
        language = "en" if texts.language == "en" else "nl"
        return msg(
            "certificate.mail-body",
            n=issued.copies,
            number=str(document["number"]),
            client=str(document["client"]),
            project=str(document["project"]),
            agreed_at=texts.day(agreement.agreed_at),
            outcome=str(document["wording"][language]),
            sender=self._settings.text("own.name"),
        )

    def _statement(self, at: datetime) -> str | None:
        """The firm's statement for this device's key, where policy has one."""
        statements = self._settings.texts("certificate.statements")
        return self._press.statement_for(self._signer.fingerprint, statements, at)


def _row(head: CertificateHead, project: ProjectName) -> CertificateRow:
    return CertificateRow(
        id=head.id,
        number=number_of(head.id, head.issued_at),
        client=project.client,
        project=project.code,
        agreement_id=head.agreement_id,
        issued_at=head.issued_at,
        copies=head.copies,
        methods=head.methods,
        residuals=head.residuals,
        complete=head.complete,
        outcome=head.outcome,
        receipt=head.receipt,
        receipt_at=head.receipt_at,
    )


def _newest_agreement(session: Session, issued: IssuedCertificate) -> Agreement:
    """The one it speaks of; of a whole project the one that was made last. Raises InputError when there never was one."""
    if issued.agreement_id is not None:
        return session.agreements.get(issued.agreement_id)
    agreements = session.agreements.of_project(issued.project_id)
    if not agreements:
        raise InputError(msg("certificate.nobody-to-mail"))
    return max(agreements, key=lambda agreement: agreement.agreed_at)


def _still_left(session: Session, told: IssuedCertificate) -> tuple[Residual, ...]:
    """What else the declaration named. What is in the cloud goes by what is followed there now."""
    left = [row for row in session.cloud_copies.open() if row.supplements == told.id]
    kept = {
        *({ResidualKind.CLOUD_HOLD} if any(row.is_held for row in left) else ()),
        *({ResidualKind.CLOUD_SHADOW} if any(not row.is_held for row in left) else ()),
    }
    cloud = {ResidualKind.CLOUD_HOLD, ResidualKind.CLOUD_SHADOW}
    rows = [residual_of(row) for row in told.document["residuals"]]
    return tuple(residual for residual in rows if residual.kind not in cloud or residual.kind in kept)


def residual_of(row: Mapping[str, Any]) -> Residual:
    """A residual as a signed document has it."""
    until = row.get("until")
    return Residual(
        kind=ResidualKind(row["kind"]),
        where=row["where"],
        until=None if until is None else datetime.fromisoformat(until),
    )


def _addressee(client: Client, agreement: Agreement) -> str:
    """Who agreed for the client, while they still speak for it; else its first contact."""
    if speaks_for(client, agreement.agreed_with_mail) or not client.contacts:
        return agreement.agreed_with_mail
    return client.contacts[0].mail


def _trigger_at(copy: OutsideCopy, client: Client) -> datetime | None:
    """The moment of the event itself: the deadline less the period that belongs to it."""
    if copy.due_at is None or copy.trigger is None:
        return None
    has_week = copy.trigger.value in ("purpose-fulfilled", "project-closed")
    return copy.due_at - erasure_period(client.terms) if has_week else copy.due_at


def _residuals(deleted: Sequence[Removed]) -> tuple[Residual, ...]:
    return tuple(dict.fromkeys(residual for result in deleted for residual in result.residuals))


def _note_issued(work: Work, issued: IssuedCertificate) -> None:
    work.note(
        "certificate.issued",
        issued.id,
        project=issued.project_id,
        data={
            "agreement": issued.agreement_id,
            "copies": issued.copies,
            "complete": issued.complete,
            "residuals": issued.residuals,
            "methods": list(issued.methods),
        },
    )
