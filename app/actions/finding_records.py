"""What a decision writes of a finding: its record and the journal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from app.actions.office import Work
from app.domain.agreement import Agreement
from app.domain.deletion import EraseResult
from app.domain.errors import InputError
from app.domain.finding import Finding, FindingState, Resolution, ResolvedHow
from app.domain.messages import msg


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What became of one finding. `draft`: the ready mail of an asked one; `copy_id`: the copy it became."""

    finding: Finding
    copy_id: str | None = None
    draft: str | None = None


def resolve(
    work: Work, finding: Finding, how: ResolvedHow, *, agreement: Agreement | None = None, reason: str | None = None
) -> Finding:
    """Close a finding and journal how. Raises InputError when another process has done so meanwhile."""
    is_here = refuse_resolved(work, finding)
    resolution = Resolution(how=how, at=work.now, agreement_id=agreement.id if agreement else None, reason=reason)
    done = replace(
        finding,
        state=FindingState.RESOLVED,
        resolution=resolution,
        project_id=agreement.project_id if agreement else finding.project_id,
    )
    # The guard may have seen the file go, and closed the finding, while it was being deleted here.
    keep = work.session.findings.update if is_here else work.session.findings.add
    keep(done)
    work.note(
        "finding.resolved",
        finding.id,
        project=done.project_id,
        data={"how": how.value, "agreement": resolution.agreement_id},
    )
    return done


def record_erased(work: Work, finding: Finding, how: ResolvedHow, result: EraseResult = EraseResult.GONE) -> Finding:
    """The found file, or its sealed file, is gone: say so, and close the finding."""
    work.note("finding.deleted", finding.id, project=finding.project_id, data={"result": result.value})
    return resolve(work, without_seal(finding), how)


def note_key_destroyed(work: Work, finding: Finding) -> None:
    work.note("key.destroyed", finding.id, project=finding.project_id, data={"purpose": "waiting"})


def refuse_resolved(work: Work, finding: Finding) -> bool:
    """Whether the finding is still recorded. Raises InputError when it was resolved already."""
    known = work.session.findings.find(finding.id)
    if known is not None and known.state is FindingState.RESOLVED:
        raise InputError(msg("finding.resolved-already"))
    return known is not None


def name_of(finding: Finding) -> str:
    return Path(finding.path).name


def without_seal(finding: Finding) -> Finding:
    return replace(finding, sealed_digest=None, sealed_bytes=None, sealed_at=None)
