"""Whether a paper is the consultant's own, or the firm's."""

from __future__ import annotations

from typing import Final

from app.detect.judging import weights
from app.detect.judging.evidence import Evidence
from app.detect.judging.register import Whose
from app.detect.judging.told import Told
from app.domain.papers import FIRM_PAPERS, OWN_PAPERS, Paper

_MAIL_OR_NAME: Final = frozenset({Whose.OWN_NAME, Whose.OWN_MAIL})
# Papers that name others by their nature: who paid, who cured, for whom one worked.
_NAMES_OTHERS: Final = frozenset({Paper.OWN_BANK_STATEMENT, Paper.OWN_CV, Paper.OWN_MORTGAGE, Paper.OWN_INSURANCE})
_LETTERHEAD: Final = frozenset({Whose.FIRM, Whose.FIRM_DOMAIN})


def own_paper(evidence: Evidence, told: Told) -> Paper | None:
    """The consultant's own paper that this is; None when it is not, or somebody else's data is in it."""
    papers = evidence.outline.papers()
    found = max(OWN_PAPERS, key=lambda paper: (papers.get(paper, 0.0), paper))
    if papers.get(found, 0.0) < weights.RECOGNISED:
        found = Paper.OWN_PAPER
    if found is Paper.OWN_BANK_STATEMENT and _is_account_of_own(evidence, told):
        return found
    if not _is_subject(evidence, told, found) or not _is_one_household(told, found):
        return None
    if found is Paper.OWN_PAPER and not told.telling and not told.has_own_iban:
        return None  # a letter to the consultant, no paper about him
    return found


def _is_account_of_own(evidence: Evidence, told: Told) -> bool:
    """A statement lists the accounts and names of whoever paid or was paid: never their numbers or their birth dates."""
    is_holder = told.has_own_iban or evidence.outline.subject.is_own
    return is_holder and not ({"bsn", "date_of_birth", "health"} & told.telling and told.is_bulk)


def _is_subject(evidence: Evidence, told: Told, paper: Paper) -> bool:
    subject = evidence.outline.subject
    if subject.is_own:
        return True
    person = evidence.register.own_person
    is_named = bool(_MAIL_OR_NAME & evidence.signs.whose)
    if subject.is_family and person is not None:
        return is_named or told.has_own_iban or not person.is_common
    # Nobody is labelled: a name or an account in the running text is enough for a paper of that kind.
    return not subject.others and (told.has_own_iban or (is_named and paper is not Paper.OWN_PAPER))


def _is_one_household(told: Told, paper: Paper) -> bool:
    if paper is Paper.OWN_CV:
        return not told.is_bulk
    most = weights.FAMILY if paper in _NAMES_OTHERS or paper is Paper.OWN_TAX_RETURN else weights.BULK_PERSONS
    return told.persons <= most and told.foreign.get("bsn", 0) <= most


def firm_paper(evidence: Evidence, told: Told) -> Paper | None:
    """The paper of the firm that this is; None when it is not, or a person's data is in it."""
    if told.is_bulk or (told.telling and not evidence.signs.is_own_labelled):
        return None
    if not is_of_firm(evidence):
        return None
    papers = evidence.outline.papers()
    found = max(FIRM_PAPERS, key=lambda paper: (papers.get(paper, 0.0), paper))
    if papers.get(found, 0.0) >= weights.RECOGNISED:
        return found
    return Paper.FIRM_PAPER


def is_of_firm(evidence: Evidence) -> bool:
    """Labelled by the firm's tenant, made at the firm, or on its paper."""
    signs = evidence.signs
    return signs.is_own_labelled or Whose.FIRM in signs.whose_property or bool(_LETTERHEAD & signs.whose)
