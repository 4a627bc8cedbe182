"""The declaration of destruction as a PDF that carries its own signed JSON. Drawn from that JSON alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from reportlab.platypus import Flowable, KeepTogether, Spacer, Table

from app.domain.messages import Message, msg
from app.domain.ports import Texts
from app.domain.signatures import fingerprint
from app.report.certificate import to_json
from app.report.document import disk_text, location_text, method_name, trigger_text
from app.report.pdf_page import (
    ALL,
    LINE,
    WIDTH,
    Sheet,
    Writer,
    build,
    facts,
    listing,
    section,
    table_style,
    top,
    writer,
)
from app.report.plain import moment_of
from app.report.reading import ATTACHMENT

_PLACES_SHOWN = 6  # a row stays lower than a page; all places are in the JSON
_NAME_SHOWN, _PLACE_SHOWN = 260, 180
_ITEM_WIDTHS = (26, 256, 50, 80, 81)


def certificate_pdf(document: Mapping[str, Any], texts: Texts) -> bytes:
    """`document`: what `sign` made, from the store. The pages speak the language of `texts`. Raises ResourceMissing."""
    page = _Page(document, texts)
    sheet = Sheet(
        title=f"{page.say(msg('certificate.title'))} {document['number']}",
        author=document["firm"],
        running=f"{document['number']} · {document['client']} · {document['project']}",
        made_at=moment_of(document["issued_at"]) or datetime(2000, 1, 1, tzinfo=UTC),
        attachment=(ATTACHMENT, to_json(document)),
    )
    return build(sheet, page.story(), page.write)


class _Page:
    """Builds the story of one declaration, section by section."""

    def __init__(self, document: Mapping[str, Any], texts: Texts) -> None:
        self._document = document
        self._texts = texts
        self._language = "en" if texts.language == "en" else "nl"
        self.write: Writer = writer(texts)

    def story(self) -> list[Flowable]:
        return [
            *self._top(),
            self._facts(),
            *self._items(),
            *self._attested(),
            *self._laptops(),
            *self._residuals(),
            *self._methods(),
            *self._limits(),
            *self._signature(),
            *self._receipt(),
        ]

    def say(self, message: Message) -> str:
        return self._texts.render(message)

    def _moment(self, text: object) -> str:
        moment = moment_of(text)
        return "–" if moment is None else self._texts.moment(moment)

    def _top(self) -> list[Flowable]:
        document = self._document
        sentence = self.say(
            msg(
                "certificate.headline",
                n=document["totals"]["items"],
                client=document["client"],
                wording=document["wording"][self._language],
            )
        )
        issued = self.say(msg("certificate.issued", at=self._moment(document["issued_at"])))
        in_order = document["outcome"] == "destroyed"
        return top(self.write, self.say(msg("certificate.title")), [document["number"], issued], sentence, in_order)

    def _facts(self) -> Table:
        document, agreement, trigger = self._document, self._document["agreement"], self._document["trigger"]
        name = self.say(trigger_text(trigger["kind"]))
        if trigger["at"] is not None:
            name = self.say(msg("certificate.trigger-at", trigger=name, at=self._moment(trigger["at"])))
        agreed = msg("certificate.agreed-on", name=agreement["agreed_with"], at=self._moment(agreement["agreed_at"]))
        rows = [
            (msg("certificate.field-client"), document["client"]),
            (msg("certificate.field-project"), document["project"]),
            (msg("certificate.field-agreement"), agreement["scope"]),
            (msg("certificate.field-purpose"), agreement["purpose"]),
            (msg("certificate.field-agreed"), self.say(agreed)),
            (msg("certificate.field-evidence"), agreement["evidence_sha256"]),
            (msg("certificate.field-trigger"), name),
            (msg("certificate.field-firm"), document["firm"]),
            (msg("certificate.field-device"), document["device"]),
            (msg("certificate.field-disk"), self.say(disk_text(document["disk_encryption"]))),
        ]
        if document.get("supplement_to"):
            rows.append((msg("certificate.field-supplement"), document["supplement_to"]["number"]))
        return facts(self.write, [(self.say(label), value) for label, value in rows])

    def _section(self, title: Message, *content: Flowable) -> list[Flowable]:
        return section(self.write, self.say(title), *content)

    def _items(self) -> list[Flowable]:
        heads = ["", *(self.say(head) for head in _item_heads())]
        rows = [self._item(number, item) for number, item in enumerate(self._document["items"], start=1)]
        totals = self._document["totals"]
        counted = msg("certificate.totals", n=totals["items"], size=self._texts.size(totals["size_bytes"]))
        notes = [self.write.paragraph(self.say(counted), "small")]
        if any(item["name_is_keyed_hash"] for item in self._document["items"]):
            notes.append(self.write.paragraph(self.say(msg("certificate.name-hashed")), "small"))
        if self.write.replaced:
            notes.append(self.write.paragraph(self.say(msg("certificate.replaced")), "small"))
        table = listing(self.write, heads, rows, _ITEM_WIDTHS)
        return self._section(msg("certificate.section-items"), table, Spacer(1, 4), *notes)

    def _item(self, number: int, item: Mapping[str, Any]) -> list[Any]:
        write = self.write
        digest = item["sha256"] or self.say(msg("certificate.no-digest"))
        file: list[Flowable] = [write.paragraph(item["name"], most=_NAME_SHOWN), write.paragraph(digest, "digest")]
        file += [write.paragraph(self._place(place), "small", _PLACE_SHOWN + 40) for place in self._places(item)]
        more = len(item["places"]) - _PLACES_SHOWN
        if more > 0:
            file.append(write.paragraph(self.say(msg("certificate.places-more", n=more)), "small"))
        deleted: list[Flowable] = [write.paragraph(self._moment(item["deleted_at"]))]
        if item["seconds_late"]:
            late = self.say(msg("certificate.late", due=self._moment(item["due_at"])))
            deleted.append(write.paragraph(late, "attention"))
        method = [
            write.paragraph(self.say(method_name(item["method"]))),
            write.paragraph(self.say(location_text(item["location"])), "small"),
        ]
        size = write.paragraph(self._texts.size(item["size_bytes"]))
        return [write.paragraph(str(number), "muted"), file, size, deleted, method]

    def _places(self, item: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
        places: Sequence[Mapping[str, Any]] = item["places"][:_PLACES_SHOWN]
        return places

    def _place(self, place: Mapping[str, Any]) -> str:
        where = self.write.shown(place["where"], _PLACE_SHOWN)
        return self.say(msg("certificate.place", where=where, method=self.say(method_name(place["method"]))))

    def _attested(self) -> list[Flowable]:
        attested = self._document["attested"]
        if not attested:
            return []
        names = {item["copy"]: item["name"] for item in self._document["items"]}
        heads = [msg("certificate.column-file"), msg("certificate.section-attested"), msg("certificate.column-deleted")]
        rows = [[names.get(one["copy"], ""), one["by"] or "–", self._moment(one["at"])] for one in attested]
        table = listing(self.write, [self.say(head) for head in heads], rows, (230, 163, 100))
        return self._section(msg("certificate.section-attested"), table)

    def _laptops(self) -> list[Flowable]:
        """Of a declaration about a whole project: the word of every laptop."""
        if "laptops" not in self._document:
            return []
        heads = [
            msg("certificate.column-laptop"),
            msg("certificate.column-person"),
            msg("certificate.column-word"),
            msg("certificate.column-word-at"),
        ]
        rows = [
            [one["device"] or "–", one["person"] or "–", one["text"][self._language], self._moment(one["at"])]
            for one in self._document["laptops"]
        ]
        table = listing(self.write, [self.say(head) for head in heads], rows, (130, 130, 133, 100))
        return self._section(msg("certificate.section-laptops"), table)

    def _residuals(self) -> list[Flowable]:
        document = self._document
        notes: list[Flowable] = []
        if not document["complete"]:
            why = msg("certificate.laptops-missing") if "laptops" in document else msg("certificate.incomplete")
            notes.append(self.write.paragraph(self.say(why)))
        if not document["residuals"]:
            notes.append(self.write.paragraph(self.say(msg("certificate.no-residuals"))))
            return [KeepTogether(self._section(msg("certificate.section-residuals"), *notes))]
        heads = [msg("certificate.column-residual"), msg("certificate.column-where"), msg("certificate.column-until")]
        rows = [self._residual(residual) for residual in document["residuals"]]
        table = listing(self.write, [self.say(head) for head in heads], rows, (200, 203, 90))
        return self._section(msg("certificate.section-residuals"), *notes, table)

    def _residual(self, residual: Mapping[str, Any]) -> list[str]:
        until = moment_of(residual["until"])
        end = self.say(msg("certificate.until-unknown")) if until is None else self._texts.day(until)
        return [residual["text"][self._language], residual["where"], end]

    def _methods(self) -> list[Flowable]:
        rows = [
            (method["name"][self._language], method["text"][self._language]) for method in self._document["methods"]
        ]
        return self._section(msg("certificate.section-methods"), facts(self.write, rows)) if rows else []

    def _limits(self) -> list[Flowable]:
        limits = self._document["limits"][self._language]
        cells = [[self.write.paragraph("–", "muted"), self.write.paragraph(text)] for text in limits]
        table = Table(cells, colWidths=[12, WIDTH - 12])
        table.setStyle(table_style(("RIGHTPADDING", *ALL, 0), ("TOPPADDING", *ALL, 0)))
        return [KeepTogether(self._section(msg("certificate.section-limits"), table))]

    def _signature(self) -> list[Flowable]:
        document = self._document
        rows = [(msg("certificate.field-fingerprint"), _grouped(fingerprint(document["signature"]["key"])))]
        statement = document.get("statement")
        if isinstance(statement, Mapping):
            rows.append(
                (msg("certificate.field-firm-fingerprint"), _grouped(fingerprint(statement["signature"]["key"])))
            )
        head = document["journal_head"]
        journal = self.say(msg("certificate.journal-head", seq=head["seq"], hash=head["hash"]))
        rows.append((msg("certificate.field-journal"), journal))
        explained = [
            self.write.paragraph(self.say(msg("certificate.signature-text"))),
            self.write.paragraph(self.say(msg("certificate.signature-check"))),
        ]
        table = facts(self.write, [(self.say(label), value) for label, value in rows], "code")
        return [KeepTogether(self._section(msg("certificate.section-signature"), *explained, Spacer(1, 4), table))]

    def _receipt(self) -> list[Flowable]:
        labels = (msg("certificate.receipt-name"), msg("certificate.receipt-date"), msg("certificate.receipt-sign"))
        cells = [[self.write.paragraph(self.say(label), "small") for label in labels]]
        table = Table(cells, colWidths=[WIDTH * 0.36, WIDTH * 0.22, WIDTH * 0.42], rowHeights=[46])
        table.setStyle(table_style(("GRID", *ALL, 0.6, LINE), ("LEFTPADDING", *ALL, 6), ("TOPPADDING", *ALL, 4)))
        text = self.write.paragraph(self._document["receipt"]["text"][self._language])
        return [KeepTogether(self._section(msg("certificate.section-receipt"), text, Spacer(1, 5), table))]


def _item_heads() -> tuple[Message, ...]:
    return (
        msg("certificate.column-file"),
        msg("certificate.column-size"),
        msg("certificate.column-deleted"),
        msg("certificate.column-method"),
    )


def _grouped(digits: str) -> str:
    """Groups of four: people compare these by eye."""
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))
