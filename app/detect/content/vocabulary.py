"""The words by which content is recognised: column headers, keywords, titles. Dutch and English.

Patterns look at folded text (see folding.py), case-insensitive; those for headers at `words(header)`: lower case, single
spaces, no signs. A header matches as a whole cell.
"""

from __future__ import annotations

from typing import Final

# kind -> what a column header says.
HEADERS: Final[dict[str, tuple[str, ...]]] = {
    "bsn": (
        "bsn( ?nummer| ?nr)?",
        "burger ?service ?(nummer|nr)",
        "sofi ?(nummer|nr)?",
        "(citizen|social) (service|security) (number|no|nr)",
    ),
    "name": (
        "(voor|achter|roep|familie|geslachts|meisjes)na(am|men)",
        "voorna(am|men)? en achternaam",
        "voorletters?",
        "tussenvoegsels?",
        "voorvoegsels?",
        "(volledige|officiele) naam",
        "naam (van )?(de )?(medewerker|werknemer|client|patient|leerling|inwoner|klant|betrokkene|deelnemer)",
        "(medewerker|werknemer|client|patient|leerling|inwoner|deelnemer)( ?naam)?",
        "(first|last|sur|full|given|family) ?name",
        "employee( name)?",
    ),
    "date_of_birth": (
        "geboorte ?(datum|dag|jaar)",
        "geb ?(datum|dat)?",
        "geboren( op)?",
        "(date of birth|birth ?(date|day)|dob)",
    ),
    "salary": (
        "((bruto|netto|basis|vast|totaal) ?)?(maand|jaar|uur|week)? ?(salaris|loon|inkomen)( bruto| netto)?"
        "( per (maand|jaar|uur))?",
        "(bruto|netto)( per (maand|jaar|uur))?",
        "salaris ?(bedrag|schaal)",
        "((gross|net|base|annual|monthly) )?(salary|wages?|pay)",
    ),
    "health": (
        "(soort |datum |eerste |reden |start ?|begin ?|eind ?)?(ziek(te|melding(en)?|dag(en)?)?|verzuim)"
        "( ?(reden|oorzaak|percentage|datum|dagen|uren|melding|soort|van|tot))?",
        "(medische |hoofd)?diagnosen?",
        "arbeids ?ongeschikt(heid)?( ?percentage)?",
        "medische? .{0,30}",
        "medicatie|medicijnen|allergie(en)?|zwanger(schap)?|beperking(en)?|behandeling",
        "bedrijfs ?arts|hersteld( op| per)?|herstel ?datum|wia|wao",
        "(sick(ness)?( leave| days)?|diagnosis|medication|disability|health .{0,20})",
    ),
    "employee_number": (
        "(personeels?|medewerkers?|werknemers?|stam|pers) ?(nummer|nr|id|code)",
        "employee ?(number|no|nr|id)|staff ?(number|id)",
    ),
    "address": (
        "(woon|huis|post|prive|bezoek)? ?adres( ?regel)?( 1| 2)?",
        "straat( ?naam)?( en huisnummer)?|huis ?(nummer|nr)( ?toevoeging)?|postcode|woon ?plaats",
        "((home|street|postal) )?address( line)?|street|zip( ?code)?|postal ?code",
    ),
    "id_document": (
        "(paspoort|rijbewijs|id|identiteitskaart|identiteitsbewijs|legitimatie) ?(nummer|nr|bewijs)",
        "passport( (number|no))?|driving licence( number)?",
    ),
    "credit_card": ("credit ?card( ?(nummer|number))?",),
    "big_number": ("big ?(nummer|nr|registratie)",),
    "union": ("vakbond(s ?lid(maatschap)?)?|(trade )?union( member)?",),
    "religion": ("religie|geloof|godsdienst|kerk ?genootschap|levensovertuiging|religion",),
    "ethnicity": ("etniciteit|etnische .{0,20}|afkomst|ras|ethnicity|race",),
    "criminal": ("straf ?blad|veroordeling(en)?|strafbare? feit(en)?|delict(en)?|criminal record",),
    "email": ("e ?mail( ?adres(sen)?| address)?|mail ?adres",),
    "phone": (
        "((mobiele?|vast|prive) ?)?(telefoon|tel)( ?(nummer|nr|mobiel|vast|prive))?|mobiel|(tele)?phone( number)?|mobile",
    ),
    "orientation": ("seksuele (geaardheid|gerichtheid|voorkeur)|sexual orientation",),
}

# These may have a few words around them: "BSN (zonder punten)", "bruto salaris in euro".
LOOSE_HEADERS: Final = frozenset({"bsn", "date_of_birth", "salary", "employee_number", "health", "id_document"})

# Says "name" of anything; of persons only when another column does too.
WEAK_NAME_HEADERS: Final = ("naam|namen", "names?")

# Numbers under or after these pass the eleven-proof and are no citizens: RSIN and VAT numbers of organisations.
NOT_BSN_HEADERS: Final = ("rsin|fiscaal ?(nummer|nr)|btw( ?id)? ?(nummer|nr)?|vat( (number|no))?|kvk ?(nummer|nr)?",)

BSN_WORDS: Final = (
    r"(?:(?-i:[a-z]B(?:sn|SN)\b)|\bbsn|\bburger ?service ?(?:nummer|nr)|\bsofi ?-?(?:nummer|nr)"
    r"|\bcitizen service number)"
)
NOT_BSN_WORDS: Final = r"(?:\brsin|\bfiscaal ?nummer|\bbtw|\bvat\b|\bkvk|\bomzetbelasting)"

# kind -> what stands before the value in running text, and what the value looks like.
PHRASED: Final[dict[str, str]] = {
    "date_of_birth": (
        r"\b(?:geboortedatum|geboren(?: op| te)?|geb\.? ?dat(?:um)?\.?|date of birth|birth date|dob)[^0-9\n]{0,30}\n?"
        r"[^0-9\n]{0,5}(?:\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ]\d{2,4}|\d{4}-\d{2}-\d{2})"
    ),
    "salary": (
        r"\b(?:(?:bruto|netto|maand|jaar|basis|uur)?-?(?:salaris|loon)|bruto|netto|gross pay|net pay|salary)\b"
        r"[^0-9\n]{0,40}(?:\d{1,3}(?:[.,]\d{3})+|\d{3,6}[.,]\d{2}|(?:\x{20AC}|eur|euro) ?\d{3,6})\b"
    ),
    "employee_number": (
        r"\b(?:personeels?|medewerkers?|werknemers?) ?-?(?:nummer|nr\.?|id)[^0-9\n]{0,15}\d{3,10}\b"
        r"|\bemployee (?:number|no\.?|id)[^0-9\n]{0,15}\d{3,10}\b"
    ),
    "name": (
        r"\b(?i:naam|medewerker|werknemer|patient|client|employee|name)[ \t]*:[ \t]*"
        r"[A-Z][a-z]{0,30}\.?[ \t]+[A-Za-z]{1,30}"
    ),
    "id_document": (
        r"\b(?:paspoort|rijbewijs|identiteitskaart|passport) ?(?:nummer|nr\.?|number|no\.?)"
        r"[^A-Za-z0-9\n]{0,5}[A-Z0-9]{9,10}\b"
    ),
    "criminal": r"\b(?:strafblad|veroordeeld (?:voor|wegens)|strafrechtelijk verleden)\b",
}

# About a person's health only in a document that is about persons (see content.py).
HEALTH_WORDS: Final = (
    r"\b(?:ziekmelding(?:en)?|ziek gemeld|ziekteverlof|verzuim(?:melding(?:en)?|dossiers?|duur|percentage|reden)?"
    r"|arbeidsongeschikt(?:heid)?|bedrijfsarts|diagnosen?|re-?integratie|medicatie|burn-?out|wia-?(?:uitkering|aanvraag)"
    r"|sick leave|diagnosis|zwangerschap)\b"
)

ADDRESS: Final = (
    r"\b[A-Z][a-z]+(?:straat|laan|weg|plein|gracht|kade|dijk|singel|hof|steeg|dreef|pad|park)\b ?\d{1,4} ?[a-zA-Z]?\b"
    r"[^0-9]{1,40}[1-9]\d{3} ?[A-Z]{2}\b"
)
CONFIDENTIAL_WORDS: Final = (
    r"\b(?:(?:strikt |zeer |departementaal |bedrijfs)?vertrouwelijk|stg\. geheim|staatsgeheim|strictly confidential"
    r"|confidential|niet verspreiden|alleen voor intern gebruik|internal use only)\b"
)
