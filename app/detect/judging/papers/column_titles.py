"""How the columns of lists of persons are headed: what whoever stands in them is called, what is asked of him."""

from __future__ import annotations

import re
from typing import Final


def whole(pattern: str) -> re.Pattern[str]:
    """A head that says nothing else."""
    return re.compile(rf"(?:{pattern})\W{{0,3}}", re.IGNORECASE)


# Whoever is called so is a private person to the one who keeps the list.
PRIVATE_ROLE: Final = whole(
    r"(?:(?:volledige )?naam[ _-]?(?:van )?(?:de |het )?)?(?:client(?:e)?|patient(?:e)?|bewoner|leerling|student|pupil"
    r"|kandidaat|sollicitant|huurder|inwoner"
    r"|burger|schuldenaar|uitkeringsgerechtigde|kind|gezin|zorgvrager|hulpvrager|cursist|jeugdige|verdachte"
    r"|slachtoffer|proefpersoon|bezwaarmaker|klager|belanghebbende|overledene|nabestaande|verzekerde|gedetineerde"
    r"|budgethouder|statushouder|inburgeraar"
    r"|resident|tenant|applicant|candidate|child|debtor|service user|participant)(?:[ _-]?naam|[ _-]?name|s|en)?"
)
OFFICIAL: Final = whole(
    r"(?:actie|risico|proces)?eigenaar|trekker|verantwoordelijke|actiehouder|spreker[s]?|docent|trainer|inleider"
    r"|presentator|auteur|workshopleider"
    r"|dagvoorzitter|uitvoerder|tester|owner|speaker[s]?|author|presenter|lead|responsible|assigned to|action owner"
    r"|instructor"
)
# What is asked of a private person; a work place or an office is no part of it.
AT_HOME: Final = whole(
    r"(?:woon)?adres|woonplaats|straat(?:naam)?|postcode|huisnummer|leeftijd|geslacht|m/v|dieet(?:wensen)?"
    r"|allergie(?:en)?|medicijnen|huidige werkgever"
    r"|vorige werkgever|burgerlijke staat|gezinssituatie|kinderen|ouder[s]?|moeder|vader|verzorger[s]?|nationaliteit"
    r"|herkomst|geboorteland|motivatie"
    r"|salaris(?:wens|indicatie)|beschikbaar(?:heid)?|opzegtermijn|noodnummer|noodcontact|ice|iban|rekening(?:nr"
    r"|nummer)?|thuissituatie|inkomen|uitkering"
    r"|opleiding|home address|city|street|age|gender|diet(?:ary.{0,20})?|allergies|emergency.{0,20}|parents?"
    r"|current employer|notice period|nationality"
)
AT_WORK: Final = whole(
    r"organisatie|bedrijf(?:snaam)?|instelling|firma|functie|rol|afdeling|team|organi[sz]ation|company|function|role"
    r"|job title|title|department|werkgever"
    r"|leverancier|vakgebied|portefeuille"
)
SAID: Final = whole(
    r"notitie[s]?|opmerking(?:en)?|bijzonderheden|toelichting|indruk|notes?|remarks?|comments?|reden|vraag|hulpvraag"
    r"|klacht(?:en)?|situatie"
)
