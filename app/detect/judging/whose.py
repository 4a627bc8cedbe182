"""Whether a paper is the consultant's own, or the firm's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.detect.judging import weights
from app.detect.judging.evidence import Evidence
from app.detect.judging.register import Whose
from app.detect.judging.told import Told
from app.domain.papers import FIRM_PAPERS, OF_ANOTHER, OWN_PAPERS, Paper

_MAIL_OR_NAME: Final = frozenset({Whose.OWN_NAME, Whose.OWN_MAIL})
# Papers that name others by their nature: who paid, who cured, for whom one worked.
_NAMES_OTHERS: Final = frozenset({Paper.OWN_BANK_STATEMENT, Paper.OWN_CV, Paper.OWN_MORTGAGE, Paper.OWN_INSURANCE})
_JUDGES: Final = 2  # persons who judge somebody
_SENT: Final = frozenset({Paper.INVOICE, Paper.QUOTATION})
_CLAIMED: Final = frozenset({Paper.EXPENSES, Paper.TIMESHEET})  # what the consultant hands in
_LETTERHEAD: Final = frozenset({Whose.FIRM, Whose.FIRM_DOMAIN})


def own_paper(evidence: Evidence, told: Told, *, is_from_client: bool) -> Paper | None:
    """The consultant's own paper that this is; None when it is not, or somebody else's data is in it. `is_from_client`: only
    what is recognised as a paper that one has of oneself is own then."""
    if not is_from_client and not told.is_bulk and told.special and evidence.outline.is_to_oneself():
        return Paper.OWN_PAPER
    if not is_from_client and (_is_own_mail(evidence, told) or _is_letter_to_firm(evidence, told)):
        return Paper.OWN_PAPER
    if not is_from_client and _is_own_appraisal(evidence, told):
        return Paper.OWN_PAPER
    is_alone = _is_named_alone(evidence, told)
    if is_alone and told.telling and not is_from_client:
        return _likeliest(evidence.outline.papers(), is_his=True)[0]
    is_his = evidence.outline.subject.own > 0 or (is_alone and evidence.outline.subject.heads)
    found, is_recognised = _likeliest(evidence.outline.papers(), is_his=is_his)
    is_statement = found is Paper.OWN_BANK_STATEMENT or evidence.outline.own_ibans >= weights.OWN_ACCOUNT_LINES
    if is_statement and _is_account_of_own(evidence, told):
        return Paper.OWN_BANK_STATEMENT
    is_telling = told.telling or told.has_own_iban or evidence.outline.subject.at_home
    if not is_recognised and (is_from_client or not is_telling):
        return None  # a letter to the consultant, no paper about him
    is_subject = _is_subject(evidence, told) if is_recognised else _is_himself(evidence, told)
    return found if is_subject and _is_one_household(told, found) else None


def _is_named_alone(evidence: Evidence, told: Told) -> bool:
    """Whether the consultant is the only one who is named, in a paper that no client is named in: what it tells is told of
    him."""
    is_named = told.kinds.get("name", 0) > 0 and not told.foreign.get("name", 0)
    is_of_one = not told.persons and all(
        told.foreign[kind] <= 1 for kind in weights.IDENTIFYING_KINDS if kind in told.foreign
    )
    subject = evidence.outline.subject
    is_his = bool(subject.own or subject.opens or subject.at_home)
    return is_named and is_of_one and is_his and evidence.signs.of_one_client()[0] is None


def _likeliest(papers: Mapping[Paper, float], *, is_his: bool) -> tuple[Paper, bool]:
    """The likeliest paper of one's own, and whether it was recognised as one. A patient's file with the consultant behind
    its label is his own, as the letter of a doctor is."""
    found = {paper: papers.get(paper, 0.0) for paper in OWN_PAPERS}
    if is_his:
        found = {paper: max(score, papers.get(OF_ANOTHER.get(paper, paper), 0.0)) for paper, score in found.items()}
    best = max(found, key=lambda paper: (found[paper], papers.get(paper, 0.0), paper))
    return (best, True) if found[best] >= weights.RECOGNISED else (Paper.OWN_PAPER, False)


def _is_own_mail(evidence: Evidence, told: Told) -> bool:
    """Whether the consultant writes of his own health, and nobody else is named: to his doctor."""
    is_private = told.special and not told.foreign.get("name") and not told.is_never_public and not told.is_bulk
    return evidence.is_mail and is_private and evidence.outline.writes_of_himself()


def _is_own_appraisal(evidence: Evidence, told: Told) -> bool:
    """Whether the firm judges the consultant: its paper begins with him, and whoever else is named talked with him."""
    outline = evidence.outline
    is_by_firm = Whose.FIRM in outline.letterhead | evidence.signs.whose_property or evidence.signs.is_own_labelled
    is_appraisal = outline.papers().get(Paper.APPRAISAL, 0.0) >= weights.RECOGNISED
    is_of_few = not told.is_bulk and told.foreign.get("name", 0) <= _JUDGES and not told.is_never_public
    return is_by_firm and is_appraisal and is_of_few and outline.opens_with_oneself()


def plans_own_people(evidence: Evidence) -> bool:
    """Whether the firm plans its own people, at whichever clients."""
    is_by_firm = Whose.FIRM in evidence.outline.letterhead | evidence.signs.whose_property
    return is_by_firm and evidence.outline.plans_own_people()


def _is_letter_to_firm(evidence: Evidence, told: Told) -> bool:
    """Whether the consultant asks the firm for something of himself, and tells of nobody else."""
    return not (told.persons or told.is_bulk) and evidence.outline.is_letter_to_firm()


def _is_account_of_own(evidence: Evidence, told: Told) -> bool:
    """A statement lists the accounts and names of whoever paid or was paid: never their numbers or their birth dates."""
    is_holder = told.has_own_iban or evidence.outline.subject.is_own
    return is_holder and not ({"bsn", "date_of_birth", "health"} & told.telling and told.is_bulk)


def _is_himself(evidence: Evidence, told: Told) -> bool:
    """Whether a paper of no known kind tells of the consultant: behind a label, in his own words, with his account."""
    outline = evidence.outline
    is_told_by_himself = outline.is_first_person and outline.subject.signs
    subject = outline.subject
    is_addressee = subject.at_home and not told.persons
    is_labelled = subject.is_own and (subject.own > 0 or told.has_own_iban or is_addressee)
    return is_labelled or (is_told_by_himself and not outline.subject.others)


def _is_subject(evidence: Evidence, told: Told) -> bool:
    subject = evidence.outline.subject
    if subject.is_own or _is_himself(evidence, told):
        return True
    person = evidence.register.own_person
    is_named = bool(_MAIL_OR_NAME & evidence.signs.whose)
    if subject.is_family and person is not None:
        if is_named or told.has_own_iban:
            return True
        is_of_client = evidence.signs.of_one_client()[0] is not None  # whose employee or citizen has that surname, too
        return not is_of_client and (subject.surname > 0 or not person.is_common)
    # Nobody is labelled: a name or an account in the running text is enough for a paper of that kind.
    return not subject.is_somebody_else and (told.has_own_iban or (is_named and not told.persons))


def _is_one_household(told: Told, paper: Paper) -> bool:
    if paper is Paper.OWN_CV:
        return not told.is_bulk
    most = weights.FAMILY if paper in _NAMES_OTHERS or paper is Paper.OWN_TAX_RETURN else weights.BULK_PERSONS
    return told.persons <= most and told.foreign.get("bsn", 0) <= most


def firm_paper(evidence: Evidence, told: Told) -> tuple[Paper | None, float]:
    """The paper of the firm that this is, and how likely; None when it is not, or a person's data is in it."""
    signs = evidence.signs
    if told.is_bulk or (told.telling and not signs.is_own_labelled):
        return None, 0.0
    papers = evidence.outline.papers()
    # A profile of a colleague on the firm's paper is the firm's, too.
    found = {paper: papers.get(paper, 0.0) for paper in FIRM_PAPERS}
    found[Paper.FIRM_PAPER] = max(found[Paper.FIRM_PAPER], papers.get(Paper.OWN_CV, 0.0))
    best = max(found, key=lambda paper: (found[paper], paper))
    if found[best] < weights.RECOGNISED:
        best = Paper.FIRM_PAPER
    is_made_by_firm = signs.is_own_labelled or Whose.FIRM in signs.whose_property
    if best is Paper.FIRM_PAPER and evidence.outline.is_to_firm() and not is_made_by_firm:
        return None, 0.0
    if best is Paper.QUOTATION and evidence.outline.is_request():
        return None, 0.0
    if best in _SENT and not _is_sender(evidence, told):
        return None, 0.0  # the firm's name is in its address
    is_of_firm = signs.is_own_labelled or Whose.FIRM in signs.whose_property or bool(_LETTERHEAD & signs.whose)
    subject = evidence.outline.subject
    is_noted = (
        Whose.OWN_NAME in evidence.outline.letterhead and not told.foreign.get("name") and not subject.is_somebody_else
    )
    is_claimed = best in _CLAIMED and ((subject.own > 0 and subject.is_own) or is_noted)
    return (best, found[best]) if is_of_firm or is_claimed else (None, 0.0)


def is_profile_by_firm(evidence: Evidence, told: Told) -> bool:
    """Whether it is the profile of a colleague on the firm's own paper, as it goes to clients: without private facts."""
    signs, outline = evidence.signs, evidence.outline
    is_on_its_paper = Whose.FIRM in outline.letterhead | signs.whose_property or signs.is_own_labelled
    is_profile = outline.papers().get(Paper.OWN_CV, 0.0) >= weights.RECOGNISED
    is_firms = is_on_its_paper or {Whose.FIRM, Whose.FIRM_DOMAIN} <= signs.whose
    return is_profile and is_firms and not told.telling and not told.is_bulk


def _is_sender(evidence: Evidence, told: Told) -> bool:
    signs = evidence.signs
    if evidence.outline.is_to_firm():
        return False
    is_made_there = signs.is_own_labelled or Whose.FIRM in signs.whose_property or told.has_own_iban
    is_signed = evidence.outline.subject.signs or bool({Whose.FIRM_DOMAIN, Whose.OWN_MAIL} & signs.whose)
    return is_made_there or is_signed or Whose.FIRM in evidence.outline.letterhead
