"""How much each sign says, and from where on a document is client data. The one place to tune the verdict.

Signs are independent hints: together they say `1 - product(1 - weight)`. Of one type only the strongest counts.
"""

from __future__ import annotations

from typing import Final

from app.detect.content.fingerprint import Kinship
from app.domain.finding import ReasonType

CLIENT_DATA_FROM: Final = 0.6

# Where it came from. Alone enough, except for what a client publishes to everybody.
ORIGIN_ENVIRONMENT: Final = 0.9
ORIGIN_WEBSITE: Final = 0.2
FINGERPRINT: Final = 0.95
KIN: Final = {Kinship.NEAR: 0.9, Kinship.PART: 0.85, Kinship.PIVOT: 0.65}  # of registered content
LABEL: Final = 0.9
LABEL_UNKNOWN_TENANT: Final = 0.4

# What points at a client. None is enough alone; name with property, or any with sensitive content, is.
POINTERS: Final[dict[ReasonType, float]] = {
    ReasonType.PROPERTY: 0.45,
    ReasonType.SENDER: 0.4,
    ReasonType.KEYWORD: 0.4,
    ReasonType.NAME: 0.3,
}

BARE_NAME: Final = 0.2  # "Elst" for "Gemeente Elst": also a place, or a word

# A host or domain of the client in the text says little: it stands under every mail of its people.
DOMAIN_MENTION: Final = 0.2

# What is in it.
BULK: Final = 0.7  # alone enough: nobody has three citizens' numbers of his own
SENSITIVE: Final = 0.45
CONFIDENTIAL: Final = 0.45
CONTACT_TABLE: Final = 0.52

# Kinds that are about a person more than a business card is.
SENSITIVE_KINDS: Final = frozenset(
    {
        "bsn",
        "iban",
        "date_of_birth",
        "salary",
        "health",
        "employee_number",
        "address",
        "id_document",
        "credit_card",
        "big_number",
        "union",
        "religion",
        "ethnicity",
        "criminal",
        "orientation",
    }
)

BULK_NUMBERS: Final = 3  # distinct BSNs or IBANs
BULK_NAMES: Final = 3  # persons in a table that also has a sensitive column
CONTACTS: Final = 20  # persons or addresses: more than the contacts of a project
DOCUMENTATION_CONTACTS: Final = 40  # more contacts than any project documentation needs

# What a client publishes may carry its name and its properties: without personal data that stays below the threshold.
PUBLISHED_AT_MOST: Final = 0.5


def together(weights: list[float]) -> float:
    """What independent hints say together, 0..1."""
    doubt = 1.0
    for weight in weights:
        doubt *= 1.0 - weight
    return 1.0 - doubt
