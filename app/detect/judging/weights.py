"""How much each sign says, and from where on a document is client data. The one place to tune the verdict.

Signs are independent hints: together they say `1 - product(1 - weight)`. Of one type only the strongest counts. A weight
of 0.6 and more is enough alone; two hints of 0.37 are enough together.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Final

from app.detect.content.fingerprint import Kinship
from app.domain.finding import SPECIAL_KINDS, ReasonType
from app.domain.papers import DOCUMENTATION_PAPERS, Paper

CLIENT_DATA_FROM: Final = 0.6

# -- where it came from: alone enough, except for what a client publishes to everybody ---------------------------------

ORIGIN_ENVIRONMENT: Final = 0.9
ORIGIN_LIKELY: Final = 0.75  # a tenant that is called as the client's domain is; a namesake is rare
ORIGIN_WEBSITE: Final = 0.2
FINGERPRINT: Final = 0.95
LABEL: Final = 0.9
LABEL_UNKNOWN_TENANT: Final = 0.4

# Content that is kin to registered content. A pivot shares words alone; they are the client's own all the same.
KIN: Final[dict[Kinship, float]] = {Kinship.NEAR: 0.9, Kinship.PART: 0.9, Kinship.PIVOT: 0.7}

# -- what points at a client: none is enough alone; each is with what is in it -----------------------------------------

POINTERS: Final[dict[ReasonType, float]] = {
    ReasonType.PROPERTY: 0.45,
    ReasonType.SENDER: 0.4,
    ReasonType.KEYWORD: 0.4,
    ReasonType.NAME: 0.3,
    # A desktop at the client was open while the file settled; so was the consultant's own mail.
    ReasonType.SESSION: 0.25,
}
BARE_NAME: Final = 0.2  # "Elst" for "Gemeente Elst": also a place, or a word
DOMAIN_MENTION: Final = 0.2  # it stands under every mail of the client's people
RECIPIENT: Final = 0.25  # what the consultant wrote to the client is mostly his own

# Name, keyword and sender of a client are in every mail of a project. Without anything that would do harm elsewhere they
# come to this at most; what was made at the client (a property) or is marked as confidential is not held back.
POINTERS_AT_MOST: Final = 0.5

# Which of two clients is meant: what only this says more. Never part of the score.
NAMED_BY_FILE: Final = 0.25
NAMED_BY_FOLDER: Final = 0.15
NAMED_IN_OPENING: Final = 0.1

# -- what is in it -----------------------------------------------------------------------------------------------------

BULK: Final = 0.75  # alone enough: nobody has the data of three persons for himself
DOSSIER: Final = 0.65  # alone enough: what a personnel file, a patient's letter tells of one person
SENSITIVE: Final = 0.45  # enough with a client: a number, a salary, of whom is not clear
SLIGHT: Final = 0.15  # an account or an address may be an organisation's
CONFIDENTIAL: Final = 0.45
FIGURES: Final = 0.2  # business figures; enough with a client's name and a mark of confidentiality
FIGURES_SENT: Final = 0.35  # enough with the client that sent them

# Kinds that are about a person more than a business card is.
TELLING_KINDS: Final = SPECIAL_KINDS | {"bsn", "date_of_birth", "salary", "id_document", "credit_card"}
IDENTIFYING_KINDS: Final = ("bsn", "date_of_birth", "id_document")
NEVER_PUBLIC: Final = frozenset({"bsn", "id_document", "credit_card"})
SLIGHT_KINDS: Final = frozenset({"iban", "address", "employee_number", "big_number"})
SENSITIVE_KINDS: Final = TELLING_KINDS | SLIGHT_KINDS

BULK_PERSONS: Final = 3  # persons other than the consultant of whom something sensitive is told
BULK_NUMBERS: Final = 3  # distinct BSNs, birth dates or documents
BULK_SLIGHT: Final = 10  # accounts or addresses, of whom is not clear
LISTED: Final = 5  # names in a table of a paper that is kept about persons: of whom something is told, whatever it is
SEVERAL: Final = 2  # names in one that is certain to be such a paper
DOSSIER_SLIGHT: Final = 2  # kinds of them beside a name, in a paper that is kept about a person
DOCUMENTATION_CONTACTS: Final = 60  # more contacts than any project documentation needs
CONTACT_LIST_LEAST: Final = 3
OWN_ACCOUNT_LINES: Final = 3  # on every line of a statement; in a payroll the consultant stands once
DIRECTORS: Final = 20  # whose pay the law publishes
BOOK: Final = 60_000  # characters, some twenty pages
NOTE: Final = 6_000  # characters, of what is about one matter: two pages
CHANCE_EVERY: Final = 15_000  # characters of a book: so often something seems to be told of somebody
CITATIONS: Final = 15  # of a scientific text, at least one
CITED_EVERY: Final = 5_000  # characters
FAMILY: Final = 6  # persons in the papers of one household

# -- what the document is ----------------------------------------------------------------------------------------------

# How much a word of a paper's vocabulary says, by where it stands. A title makes a paper likely, a title with one of its
# terms convincing; without a title it takes seven headings or labels to recognise one, and eight to be convinced.
PAPER_TITLE: Final = 0.6
PAPER_LIST: Final = 0.65  # the heads of a table are those of a list that a project keeps of itself
PAPER_COMPOUND: Final = 0.6  # a title that is the end of a compound: "migratiedraaiboek"
PAPER_LOOSE_TITLE: Final = 0.4  # "Memo", "Voorstel": of anything
PAPER_HEADING: Final = 0.3
PAPER_NAME: Final = 0.3  # a file can be called anything
PAPER_MENTION: Final = 0.1
PAPER_LABEL: Final = 0.12
PAPER_LABELS_AT_MOST: Final = 10
# In running text a term says the more the shorter the text is: by its length at most, in bytes.
PAPER_TERM: Final = ((1_500, 0.14), (5_000, 0.1), (sys.maxsize, 0.06))
PAPER_TERMS_AT_MOST: Final = 10

RECOGNISED: Final = 0.55
CLAIM: Final = 0.5  # so likely somebody claims his expenses, with his account on the form
CONFIDENTIAL_FIGURES: Final = 0.7  # so likely figures, and marked: then a plan around them is not let through, unless
SURE_PLAN: Final = 0.9  # it is one so surely that the figures may be its budget
MATTER: Final = 0.3  # so likely figures or a matter of business, when it is marked as confidential
BEYOND_DOUBT: Final = 0.8  # a plan that is let through although it speaks of a matter of business and is marked
CONVINCING_PROSE: Final = 0.6  # a title above sentences; above a table of the client's it may be anything
CONVINCING: Final = 0.64  # says enough to let it through although it comes from the client
CERTAIN: Final = 0.7

# Papers that stay allowed although they come from the client or name it: without personal data they come to
# ALLOWED_AT_MOST, whatever points at the client. A table of totals, code and logs from there are the client's business.
EXCUSED: Final = DOCUMENTATION_PAPERS | {
    Paper.EMPTY_FORM,
    Paper.TEMPLATE,
    Paper.CONTACT_LIST,
    Paper.PUBLIC,
    Paper.BENCHMARK,
    Paper.MANUAL,
    Paper.INVOICE,
    Paper.QUOTATION,
    Paper.TIMESHEET,
    Paper.EXPENSES,
    Paper.FIRM_PAPER,
    Paper.FICTITIOUS,
}
ALLOWED_AT_MOST: Final = 0.5

# How far single kinds still count in a paper that is allowed: in an invoice accounts and addresses are those of firms, in
# code and logs numbers pass a proof by chance. What is told of persons is not held back by any of these.
CONTENT_FACTORS: Final[dict[Paper, float]] = {
    **dict.fromkeys(EXCUSED - DOCUMENTATION_PAPERS, 0.4),
    **dict.fromkeys(DOCUMENTATION_PAPERS, 0.6),
    Paper.MANUAL: 0.6,
    Paper.PUBLIC: 0.3,
    Paper.AGGREGATE: 0.3,
    Paper.CODE: 0.4,
    Paper.LOG: 0.4,
}
FICTITIOUS_FACTOR: Final = 0.15  # of a declared set of made-up persons the numbers are nobody's

# What a client publishes may carry its name and its properties: without personal data that stays below the threshold.
PUBLISHED_AT_MOST: Final = 0.5


def together(weights: Iterable[float]) -> float:
    """What independent hints say together, 0..1."""
    doubt = 1.0
    for weight in weights:
        doubt *= 1.0 - weight
    return 1.0 - doubt
