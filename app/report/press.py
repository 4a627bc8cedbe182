"""Makes and reads reports for the actions: the port `CertificatePress`, tied to the two languages and to files."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from app.domain.causes import cause_of
from app.domain.certificate import CertificateCheck, CertificateContent
from app.domain.errors import EnvironmentLacking, InputError
from app.domain.messages import msg
from app.domain.ports import Signer, Texts
from app.report.certificate import sign, to_json, verify
from app.report.client_report import ClientReport, client_report_document
from app.report.document import Bilingual
from app.report.project_declaration import ProjectDeclaration, sign_project
from app.report.reading import read
from app.report.statement import fitting_statement, read_statement
from app.report.team_report import TeamReport, team_report_csv, team_report_document


class Press:
    """`texts`: the language of what is printed; what is signed speaks both. PDF and HTML parts are loaded on first use."""

    def __init__(self, both: Bilingual, texts: Texts) -> None:
        self._both = both
        self._texts = texts

    @property
    def language(self) -> str:
        """Of what is printed."""
        return self._texts.language

    def sign(self, content: CertificateContent, signer: Signer, statement: str | None) -> Mapping[str, Any]:
        """`statement`: a value of the policy, or None. One that cannot be read is left out: it would vouch for nobody."""
        return sign(content, signer, None if statement is None else read_statement(statement), self._both)

    def sign_project(self, declaration: ProjectDeclaration, signer: Signer, statement: str | None) -> Mapping[str, Any]:
        """As `sign`, for a whole project."""
        known = None if statement is None else read_statement(statement)
        return sign_project(declaration, signer, known, self._both)

    def statement_for(
        self, device_fingerprint: str, statements: Sequence[str], at: datetime | None = None
    ) -> str | None:
        """The policy's statement for this device; without `at` the one that ends last."""
        return fitting_statement(statements, device_fingerprint, at)

    def verify(
        self, path: Path, *, firm_key: str | None, statements: Sequence[str], fingerprint: str | None
    ) -> CertificateCheck:
        """Raises InputError for a file without a declaration and for a fingerprint that is none."""
        return verify(read(path), firm_key=firm_key, statements=statements, fingerprint=fingerprint)

    def write(self, document: Mapping[str, Any], target: Path) -> None:
        """Write `.pdf`, `.json` or `.html`. Raises InputError for another ending or an existing file, EnvironmentLacking
        when it cannot be written; then no file is left."""
        write_new(target, self._form(document, target.suffix.lower()))

    def pdf(self, document: Mapping[str, Any]) -> bytes:
        """The form that people look at, with the document inside."""
        from app.report.certificate_pdf import certificate_pdf

        return certificate_pdf(document, self._texts)

    def _form(self, document: Mapping[str, Any], ending: str) -> bytes:
        if ending == ".json":
            return to_json(document)
        if ending == ".html":
            from app.report.certificate_html import certificate_html

            return certificate_html(document, self._texts)
        if ending == ".pdf":
            return self.pdf(document)
        raise InputError(msg("report.ending", endings=".pdf, .json, .html"))

    def write_client_report(self, report: ClientReport, target: Path) -> None:
        """Write `.pdf` or `.json`. Raises as `write`."""
        ending = target.suffix.lower()
        if ending == ".json":
            write_new(target, to_json(client_report_document(report, self._texts)))
        elif ending == ".pdf":
            from app.report.client_report_pdf import client_report_pdf

            write_new(target, client_report_pdf(report, self._texts))
        else:
            raise InputError(msg("report.ending", endings=".pdf, .json"))

    def write_team_report(self, report: TeamReport, target: Path) -> None:
        """Write `.pdf`, `.csv` or `.json`. Raises as `write`."""
        ending = target.suffix.lower()
        if ending == ".json":
            write_new(target, to_json(team_report_document(report, self._texts)))
        elif ending == ".csv":
            write_new(target, team_report_csv(report))
        elif ending == ".pdf":
            from app.report.team_report_pdf import team_report_pdf

            write_new(target, team_report_pdf(report, self._texts))
        else:
            raise InputError(msg("report.ending", endings=".pdf, .csv, .json"))


def write_new(target: Path, content: bytes) -> None:
    """Write a file that is not there yet, whole or not at all. Raises InputError, EnvironmentLacking."""
    try:
        file = target.open("xb")
    except FileExistsError as error:
        raise InputError(msg("report.target-exists")) from error
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise InputError(msg("report.target-folder")) from error
    except OSError as error:
        raise EnvironmentLacking(msg("report.target-failed", reason=cause_of(error))) from error
    try:
        with file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        target.unlink(missing_ok=True)  # half a declaration is worse than none
        raise EnvironmentLacking(msg("report.target-failed", reason=cause_of(error))) from error
