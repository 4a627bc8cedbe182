"""JSON of what is kept: records of projects, and laptops that reported."""

from __future__ import annotations

from app.actions.filed_records import FiledRemoval
from app.actions.retention import RecordsDeletion, RetentionRow
from app.cli.moments import stamp
from app.cli.views import Document, residual
from app.domain.project_declaration import LaptopReport


def retention(row: RetentionRow) -> Document:
    return {
        "project": row.code,
        "client": row.client,
        "state": row.state.value,
        "closed_at": stamp(row.closed_at),
        "retention_until": stamp(row.retention_until),
        "keep_until": stamp(row.keep_until),
        "review_since": stamp(row.review_since),
        "reason": row.reason,
        "client_asked": row.client_asked,
        "deleted_at": stamp(row.deleted_at),
    }


def records_deletion(item: RecordsDeletion) -> Document:
    return {
        "dry_run": item.dry_run,
        **retention(item.row),
        "evidence": item.evidence,
        "documents": list(item.documents),
        "filed_at": item.filed_at,
        "filed": item.filed,
        "removal": None if item.removal is None else _removal(item.removal),
    }


def _removal(removal: FiledRemoval) -> Document:
    return {
        "answers": {answer.value: count for answer, count in removal.answers.items()},
        "failed": removal.failed,
        "residuals": [residual(left) for left in removal.residuals],
    }


def laptop(report: LaptopReport) -> Document:
    return {
        "device": report.device,
        "person": report.person,
        "state": report.state.value,
        "at": stamp(report.at),
    }
