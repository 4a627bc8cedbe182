"""Weighs what was found: signs, content and marks, by what the document is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.detect.judging import weights
from app.detect.judging.allowed import allowed_paper, client_paper, is_fictitious
from app.detect.judging.evidence import Evidence
from app.detect.judging.register import Whose
from app.detect.judging.signs import Sign
from app.detect.judging.told import Told
from app.detect.judging.whose import is_profile_by_firm
from app.domain.finding import ReasonType
from app.domain.papers import DOCUMENTATION_PAPERS, Paper

_SCREENS = frozenset({"health", "salary", "criminal", "religion", "union"})  # what columns of rights are called, too


# What a unit's name and the number of those who work there are taken for.
_COUNTED = _SCREENS | {"employee_number", "name"}
_REACHABLE = frozenset({"bsn", "iban", "email", "phone", "employee_number", "id_document", "credit_card"})


@dataclass(frozen=True, slots=True)
class View:
    """The evidence as the rules below look at it. `allowed`: what the document is, when that may be outside."""

    evidence: Evidence
    told: Told
    client_id: str | None
    signs: tuple[Sign, ...]  # of that client, or of none
    kept: Paper | None  # the paper of a client that it looks like
    kept_score: float
    allowed: Paper | None
    is_fictitious: bool

    def has(self, kind: ReasonType) -> bool:
        return any(sign.type is kind for sign in self.signs)

    @property
    def is_provenance(self) -> bool:
        return any(sign.is_provenance for sign in self.signs)


def viewed(evidence: Evidence) -> View:
    """The evidence so far, with what the document is."""
    papers = evidence.outline.papers()
    told = _told_in(evidence)
    client_id, signs = evidence.signs.of_one_client()
    kept, kept_score = client_paper(papers)
    is_from_client = any(sign.is_provenance for sign in signs)
    made_up = is_fictitious(evidence, told, is_from_client=is_from_client)
    allowed = allowed_paper(evidence, told, is_from_client=is_from_client, made_up=made_up)
    if allowed is None and is_profile_by_firm(evidence, told):
        allowed = Paper.FIRM_PAPER
    return View(evidence, told, client_id, signs, kept, kept_score, allowed, made_up)


def _told_in(evidence: Evidence) -> Told:
    told = Told.of(evidence.content, has_own_iban=evidence.outline.own_ibans > 0)
    names = told.foreign.get("name", 0)
    is_of_heads = told.persons > 0 and set(told.foreign) <= _COUNTED
    if is_of_heads and evidence.outline.counts_heads():
        told = replace(told.without(_COUNTED), persons=0)
    told = told.with_kinds(evidence.outline.rows_in_parts().kinds)
    is_of_marks = set(told.foreign) <= _SCREENS  # no name, no number: nobody's marks
    if (is_of_marks or not told.is_bulk) and told.telling and evidence.outline.is_rights_matrix():
        told = replace(told.without(_SCREENS), persons=0 if is_of_marks else told.persons)
    if told.telling and told.telling <= _SCREENS and evidence.outline.are_topics():
        told = replace(told.without(_SCREENS), persons=0)
    if not told.telling and not evidence.content.persons_in_tables() and evidence.outline.are_at_work():
        told = replace(told, persons=0)  # whose office has an address
    if not told.is_bulk and (persons := _private_persons(evidence)):
        return replace(told, persons=max(told.persons, persons), in_one_breath=True)
    if not told.persons and names >= weights.LISTED and evidence.outline.has_pay_column():
        return replace(told, persons=names)
    registered = min(names, told.foreign.get("big_number", 0))
    if not told.is_bulk and registered >= weights.LISTED:
        return replace(told, persons=registered)  # staff of care, each with the number of his registration
    answering = max(names, told.foreign.get("email", 0))
    if not told.is_bulk and answering >= weights.LISTED and evidence.outline.has_private_rows():
        return replace(told, persons=answering)
    paid_at_home = min(told.foreign.get("address", 0), told.foreign.get("iban", 0))
    if not told.is_bulk and paid_at_home >= weights.LISTED and evidence.outline.has_homes_with_accounts():
        return replace(told, persons=paid_at_home)
    if names and not told.is_bulk and evidence.outline.tells_in_cells():
        return replace(told, persons=max(told.persons, 1), in_one_breath=True)
    is_of_few = not told.is_bulk and told.foreign.get("name", 0) > 0 and weights.SENSITIVE_KINDS & set(told.foreign)
    subject = evidence.outline.subject
    is_labelled = subject.is_somebody_else and bool(subject.labelled_others and told.telling)
    return replace(told, in_one_breath=bool(is_of_few) and (is_labelled or evidence.outline.tells_of_one()))


def _private_persons(evidence: Evidence) -> int:
    """Of how many persons it tells by what stands beside each. A firm's cards are of nobody's home."""
    outline = evidence.outline
    return max(outline.private_persons(), outline.copies_of_input())


def score_of(view: View) -> tuple[float, float]:
    """0..1 for the whole, and for what the content alone says."""
    evidence = view.evidence
    content = _content(view)
    hints = [*_strongest(view).values(), content]
    is_excused = view.allowed in weights.EXCUSED and content <= weights.SENSITIVE * weights.CONTENT_FACTORS[Paper.PLAN]
    is_marked = evidence.is_confidential and view.client_id is not None
    if is_marked:
        hints.append(weights.CONFIDENTIAL)
    if view.kept is Paper.FIGURES and view.allowed is None and view.client_id is not None:
        hints.append(weights.FIGURES_SENT if view.has(ReasonType.SENDER) else weights.FIGURES)
    score = weights.together(hints)
    is_made_there = view.has(ReasonType.PROPERTY) and Whose.FIRM not in evidence.outline.letterhead
    is_sent = view.has(ReasonType.SENDER) and view.kept is Paper.FIGURES and view.allowed is None
    if not (view.is_provenance or is_made_there or content > weights.SLIGHT or is_marked or is_sent):
        score = min(score, weights.POINTERS_AT_MOST)
    if is_excused and not view.has(ReasonType.FINGERPRINT):
        score = min(score, weights.ALLOWED_AT_MOST)
    if _is_published(view) and not view.told.telling:
        score = min(score, weights.PUBLISHED_AT_MOST)
    return score, content


def _content(view: View) -> float:
    """What is told of persons, as far as it counts in a document of this kind."""
    told = view.told
    content = _told(view)
    if view.is_fictitious:
        return content * weights.FICTITIOUS_FACTOR
    if _is_book(view):
        content = min(content, weights.SENSITIVE)
    if not _REACHABLE & set(told.foreign) and not told.is_bulk and view.evidence.outline.is_story():
        return min(content, weights.SENSITIVE)  # nobody lives in it, and nobody can be called
    is_published = view.evidence.signs.is_from_website or view.evidence.signs.is_from_publisher
    if not is_published and _is_letter_from_home(view):
        return max(content, weights.DOSSIER)
    if not is_published and view.allowed is not Paper.TEMPLATE and _is_of_one_household(view):
        return max(content, weights.DOSSIER)
    if view.allowed is not Paper.PUBLIC and view.evidence.outline.tells_conduct():
        return max(content, weights.DOSSIER)
    is_open = not is_published and view.allowed is None and content < weights.DOSSIER
    if is_open and _is_of_private_person(view):
        return max(content, weights.DOSSIER)
    if view.allowed in DOCUMENTATION_PAPERS and told.persons and (told.is_chance or told.is_numbered):
        return min(content, weights.SLIGHT)
    is_of_somebody = told.is_of_somebody and view.allowed not in (Paper.PUBLIC, Paper.FIRM_PAPER, Paper.TEMPLATE)
    is_pay = "salary" in told.telling or len(told.telling) >= 2
    is_offer = view.allowed is Paper.FIRM_PAPER and is_pay and view.evidence.outline.subject.is_somebody_else
    is_of_somebody |= is_offer  # what one candidate earns or when he was born is on no paper of the firm's
    if view.allowed is None or is_of_somebody:
        return content
    return content * weights.CONTENT_FACTORS.get(view.allowed, 1.0)


def _is_letter_from_home(view: View) -> bool:
    foreign = view.told.foreign
    is_reached = any(foreign.get(kind, 0) for kind in ("address", "email", "phone"))
    is_possible = foreign.get("name", 0) > 0 and is_reached and view.allowed is not Paper.TEMPLATE
    return is_possible and view.evidence.outline.is_private_letter()


def _is_of_one_household(view: View) -> bool:
    """Whether it is written to somebody at his home, or is what somebody claims: beside his name his number and account."""
    told, subject = view.told, view.evidence.outline.subject
    foreign = told.foreign
    is_claimed = (
        subject.is_somebody_else and subject.labelled_others > 0 and Whose.FIRM not in view.evidence.outline.letterhead
    )
    is_claim = view.evidence.outline.papers().get(Paper.EXPENSES, 0.0) >= weights.CLAIM
    is_numbered = foreign.get("employee_number", 0) > 0 or is_claim
    if is_claimed and foreign.get("name", 0) and foreign.get("iban", 0) and is_numbered:
        return True
    return foreign.get("address", 0) > 0 and view.evidence.outline.is_letter_home()


def _is_of_private_person(view: View) -> bool:
    """Whether a client is meant, and somebody is told of who is no contact at work. One who is told of in confidence needs no
    client."""
    told, outline = view.told, view.evidence.outline
    is_named = told.foreign.get("name", 0) > 0
    is_note = view.evidence.chars <= weights.NOTE and not outline.is_story()
    if is_named and told.special and view.evidence.is_confidential and is_note:
        return True
    if view.client_id is None or not is_named or not told.foreign.get("address", 0):
        return False
    is_sent = view.is_provenance or view.has(ReasonType.SENDER) or view.has(ReasonType.PROPERTY)
    is_sent |= any(sign.weight == weights.RECIPIENT and sign.type is ReasonType.KEYWORD for sign in view.signs)
    return outline.tells_of_private_person(is_sent=is_sent)


def _is_book(view: View) -> bool:
    """Whether it is a long text that tells of nobody by name, and no more than a text of its length does by chance; or one
    that cites literature throughout. What a file of persons tells stands close together, in a table, or beside a name."""
    evidence, told = view.evidence, view.told
    if evidence.has_parts or evidence.chars < weights.BOOK or view.kept not in (None, Paper.FIGURES):
        return False
    if told.is_never_public or evidence.content.persons_in_tables() or evidence.outline.subject.is_somebody_else:
        return False
    cited = evidence.citations
    if cited >= weights.CITATIONS and cited * weights.CITED_EVERY >= evidence.chars:
        return True
    if told.persons or evidence.outline.tells_of_one():
        return False  # it stands beside a name
    return sum(told.foreign[kind] for kind in told.telling) * weights.CHANCE_EVERY <= evidence.chars


def _told(view: View) -> float:
    """A paper that is kept about persons tells of them by being what it is: behind its labels, or in its table."""
    told, subject = view.told, view.evidence.outline.subject
    names = told.foreign.get("name", 0)
    is_his_complaint = view.kept is Paper.COMPLAINT and subject.signs and not (subject.others or told.telling)
    is_dossier = view.kept not in (None, Paper.FIGURES) and view.allowed is None and not is_his_complaint
    is_open = view.allowed is None and (names > 0 or subject.labelled_others > 0) and not told.is_bulk
    if is_open and view.evidence.outline.tells_circumstances():
        return weights.DOSSIER
    is_about_somebody = subject.is_somebody_else or names > 0 or told.is_of_somebody or told.is_detailed
    if not (is_dossier and is_about_somebody):
        return told.weight(is_dossier=False)
    is_list = names >= weights.LISTED and any(view.evidence.shapes.all())
    is_certain = (view.kept_score >= weights.CONVINCING_PROSE and (subject.is_somebody_else or is_list)) or (
        view.kept_score >= weights.CERTAIN
        and (names >= weights.SEVERAL or (names > 0 and view.evidence.outline.speaks_of_one()))
    )
    return max(told.weight(is_dossier=True), weights.DOSSIER if is_certain else 0.0)


def _strongest(view: View) -> dict[ReasonType, float]:
    """Of each type the strongest sign."""
    strongest: dict[ReasonType, float] = {}
    for sign in view.signs:
        is_mention = sign.type is ReasonType.KEYWORD and sign.weight <= weights.RECIPIENT
        if is_mention and view.has(ReasonType.SENDER):
            continue  # it is the sender's address that mentions the domain
        strongest[sign.type] = max(strongest.get(sign.type, 0.0), sign.weight)
    evidence = view.evidence
    if evidence.signs.is_from_website and not evidence.is_published_format and not evidence.unread:
        # Not what a website is for: a workbook or an export from there was meant for somebody.
        strongest[ReasonType.ORIGIN] = max(strongest.get(ReasonType.ORIGIN, 0.0), weights.ORIGIN_ENVIRONMENT)
    return strongest


def _is_published(view: View) -> bool:
    evidence = view.evidence
    is_open = evidence.signs.is_from_website or evidence.signs.is_from_publisher
    return is_open and evidence.is_published_format and not view.is_provenance and not evidence.is_confidential
