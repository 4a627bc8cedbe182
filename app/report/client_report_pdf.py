"""The client report as a PDF: one page where it fits, and its JSON inside."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from reportlab.platypus import Flowable, KeepTogether, Table

from app.domain.copy import CopyState
from app.domain.messages import Message, msg
from app.domain.ports import Texts
from app.domain.storage_place import StoragePlace
from app.report.client_report import (
    ClientReport,
    agreement_state_text,
    client_report_document,
    copy_state_text,
    headline,
    store_text,
)
from app.report.document import location_text, method_name, number_of, residual_text
from app.report.pdf_page import ALL, WIDTH, Sheet, build, listing, section, table_style, top, writer
from app.report.project_declaration import laptop_text

ATTACHMENT = "client-report.json"
_CALM = (CopyState.KEPT, CopyState.CHECKED_OUT, CopyState.DELETED)


def client_report_pdf(report: ClientReport, texts: Texts) -> bytes:
    """The pages speak the language of `texts`. Raises ResourceMissing."""
    page = _Page(report, texts)
    document = client_report_document(report, texts)
    sheet = Sheet(
        title=f"{page.say(msg('client-report.title'))}: {report.client}",
        author=report.firm,
        running=f"{report.firm} · {report.client}",
        made_at=report.as_of,
        attachment=(ATTACHMENT, json.dumps(document, ensure_ascii=False, indent=2).encode("utf-8")),
    )
    return build(sheet, page.story(), page.write)


class _Page:
    def __init__(self, report: ClientReport, texts: Texts) -> None:
        self._report = report
        self._texts = texts
        self.write = writer(texts)

    def say(self, message: Message) -> str:
        return self._texts.render(message)

    def story(self) -> list[Flowable]:
        report = self._report
        calm = not report.residuals and all(copies.state in _CALM for copies in report.copies)
        as_of = self.say(msg("client-report.as-of", at=self._texts.moment(report.as_of)))
        title = self.say(msg("client-report.title"))
        return [
            *top(self.write, title, [report.firm, as_of], self.say(headline(report)), calm),
            *self._copies(),
            *self._agreements(),
            *self._deletions(),
            *self._residuals(),
            *self._projects(),
            *self._storage(),
            *self._measures(),
            self.write.paragraph(self.say(msg("client-report.limits")), "small"),
        ]

    def _day(self, moment: datetime | None, otherwise: Message) -> str:
        return self.say(otherwise) if moment is None else self._texts.day(moment)

    def _part(
        self,
        title: Message,
        none: Message,
        heads: Sequence[Message],
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
    ) -> list[Flowable]:
        content: Flowable = self.write.paragraph(self.say(none), "muted")
        if rows:
            content = listing(self.write, [self.say(head) for head in heads], rows, widths)
        return section(self.write, self.say(title), content)

    def _copies(self) -> list[Flowable]:
        heads = (
            msg("client-report.column-count"),
            msg("client-report.column-location"),
            msg("client-report.column-project"),
            msg("client-report.column-due"),
            msg("client-report.column-state"),
        )
        rows = [
            [
                str(copies.count),
                self.say(location_text(copies.location)),
                copies.project,
                self._day(copies.due_at, msg("client-report.no-deadline")),
                self.say(copy_state_text(copies.state)),
            ]
            for copies in self._report.copies
        ]
        none = msg("client-report.none-copies")
        return self._part(msg("client-report.section-copies"), none, heads, rows, (50, 110, 110, 100, 123))

    def _projects(self) -> list[Flowable]:
        """Closed projects, with the word of every laptop."""
        heads = (
            msg("client-report.column-project"),
            msg("certificate.column-laptop"),
            msg("certificate.column-person"),
            msg("certificate.column-word"),
        )
        rows = [
            [project.project, (laptop.device or "–")[:8], laptop.person or "–", self.say(laptop_text(laptop.state))]
            for project in self._report.projects
            for laptop in project.laptops
        ]
        none = msg("client-report.none-laptops")
        return self._part(msg("certificate.section-laptops"), none, heads, rows, (110, 90, 150, 143))

    def _storage(self) -> list[Flowable]:
        heads = (
            msg("client-report.column-store"),
            msg("client-report.column-country"),
            msg("client-report.column-law"),
        )
        unknown = self.say(msg("client-report.not-recorded"))
        rows = [
            [self.say(store_text(place.kind)), place.country or _unrecorded(place, unknown), place.law or "–"]
            for place in self._report.storage
        ]
        none = msg("client-report.none-storage")
        return self._part(msg("client-report.section-storage"), none, heads, rows, (193, 120, 180))

    def _agreements(self) -> list[Flowable]:
        heads = (
            msg("client-report.column-scope"),
            msg("client-report.column-purpose"),
            msg("client-report.column-agreed"),
            msg("client-report.column-agreed-at"),
            msg("client-report.column-until"),
            msg("client-report.column-state"),
        )
        rows = [
            [
                agreement.scope,
                agreement.purpose,
                agreement.agreed_with,
                self._texts.day(agreement.agreed_at),
                self._day(agreement.until, msg("client-report.no-end")),
                self.say(agreement_state_text(agreement.state)),
            ]
            for agreement in self._report.agreements
        ]
        none = msg("client-report.none-agreements")
        return self._part(msg("client-report.section-agreements"), none, heads, rows, (120, 85, 100, 66, 66, 56))

    def _deletions(self) -> list[Flowable]:
        heads = (
            msg("client-report.column-number"),
            msg("client-report.column-issued"),
            msg("client-report.column-project"),
            msg("client-report.column-count"),
            msg("certificate.column-method"),
            msg("client-report.column-residuals"),
        )
        rows = [
            [
                number_of(deletion.certificate, deletion.issued_at),
                self._texts.day(deletion.issued_at),
                deletion.project,
                str(deletion.copies),
                ", ".join(self.say(method_name(method)) for method in deletion.methods),
                str(deletion.residuals),
            ]
            for deletion in self._report.deletions
        ]
        none = msg("client-report.none-deletions")
        return self._part(msg("client-report.section-deletions"), none, heads, rows, (92, 82, 82, 46, 146, 45))

    def _residuals(self) -> list[Flowable]:
        heads = (
            msg("certificate.column-residual"),
            msg("certificate.column-where"),
            msg("certificate.column-until"),
        )
        rows = [
            [
                self.say(residual_text(residual.kind.value)),
                residual.where,
                self._day(residual.until, msg("certificate.until-unknown")),
            ]
            for residual in self._report.residuals
        ]
        none = msg("client-report.none-residuals")
        return self._part(msg("client-report.section-residuals"), none, heads, rows, (200, 203, 90))

    def _measures(self) -> list[Flowable]:
        if not self._report.measures:
            return []
        cells = [
            [self.write.paragraph("–", "muted"), self.write.paragraph(self.say(sentence))]
            for _, _, sentence in self._report.measures
        ]
        table = Table(cells, colWidths=[12, WIDTH - 12], spaceAfter=8)
        table.setStyle(table_style(("RIGHTPADDING", *ALL, 0), ("TOPPADDING", *ALL, 0)))
        return [KeepTogether(section(self.write, self.say(msg("client-report.section-measures")), table))]


def _unrecorded(place: StoragePlace, unknown: str) -> str:
    """A laptop has no country of its own."""
    return "–" if place.is_known else unknown
