"""What people tell each other of health, faith, crime, pay and home in plain words, and what only sounds like it."""

from __future__ import annotations

import pytest

from tests.detect.content.text.told import kinds

TOLD = [
    ("health", "Hoi, Hanneke is er even niet. Ze heeft afgelopen week haar zwangerschap verloren."),
    ("health", "Even over Daan Smit: hij hoort stemmen en durft de deur niet uit."),
    ("health", "Kees Bakker is na jaren weer aan de drank en gaat maandag naar een afkickkliniek."),
    ("health", "Onze zoon Tim Jansen plast sinds de verhuizing weer in bed en heeft nachtmerries."),
    ("health", "Piet Jansen gleed uit op de steiger: hoofdwond, zes hechtingen, per ambulance naar de SEH."),
    ("health", "De heer Smit zit in de palliatieve fase; comfortbeleid afgesproken op 3 mei."),
    ("health", "Beste mevrouw K. Bakker, uw afspraak bij verslavingszorg is verzet naar morgen."),
    ("health", "Hanneke Smit is in de rouw sinds haar dochter in maart overleed."),
    ("health", "Mr John Smit is unfit to work until 3 May: torn ligament in his left ankle."),
    (
        "health",
        "Clientdossier\nNaam: K. Smit\n12-03 avonddienst: onrustig, 2 mg haloperidol gegeven.\n13-03: decubitus hiel.",
    ),
    ("union", "Beste Hanneke Smit,\nFijn dat je lid bent van de CNV."),
    ("religion", "Kees Bakker is dooplid en werd in 2021 belijdend lid van de gemeente."),
    ("religion", "Yusuf Demir trouwde vorig jaar in de moskee."),
    ("criminal", "Tim Jansen woont bij zijn oma sinds de detentie van zijn vader; hij is geschorst wegens diefstal."),
    ("criminal", "Hanneke Smit zat in 2019 vast: vijf maanden gezeten voor drugshandel."),
    ("criminal", "Proces-verbaal van verhoor van verdachte Kees Bakker, geboren 4 mei 1980."),
    ("orientation", "Kees Bakker vertelt dat hij een relatie heeft met een man."),
    ("salary", "Naam: K. Smit, geboren 3-4-1980\nLoon uit tegenwoordige dienstbetrekking\nElders B.V. 51.204"),
    ("salary", "Geachte heer Smit,\nWij rekenden met een toetsinkomen van € 58.200."),
    ("salary", "bila Hanneke Smit: zit nu op 3150, elders krijgt ze 3600 + auto"),
    ("address", "Sinds juni woont Hanneke met de kinderen bij haar zus aan de Sluis 14 in Woerden."),
    ("address", "Kwikstaart 9, Veenendaal"),
    ("address", "verblijvende te\n5017 BL Tilburg aan de Lange Nieuwstraat 8"),
]
NOT_TOLD = [
    ("health", "Hanneke Smit is allergisch voor vergaderingen op vrijdag."),
    ("health", "Volgens Kees Bakker is dit een gezwel in de architectuur."),
    ("health", "Het plan is zwanger van goede bedoelingen, schreef Piet Jansen."),
    ("health", "Kees Bakker is verslaafd aan drop en series."),
    ("health", "Piet Jansen noemde het een schizofrene situatie."),
    (
        "health",
        "Tarieven 2026: relatietherapie € 110 per sessie, EMDR bij trauma € 125 per sessie. Vragen? Hanneke Smit",
    ),
    ("health", "De beurs is vandaag ingestort, aldus Kees Bakker."),
    ("union", "Kees Bakker (FNV) schuift aan bij het cao-overleg."),
    ("religion", "Hanneke Smit fotografeert de kerk in Woerden."),
    ("criminal", "De ouders hebben aangifte gedaan, zei wethouder Kees Bakker."),
    ("criminal", "Kees Bakker heeft in maart aangifte inkomstenbelasting gedaan."),
    ("orientation", "Hanneke Smit vertelt dat zij een relatie heeft met een man."),
    ("orientation", "Kees is getrouwd met een vrouw uit Tilburg, hij heeft twee kinderen."),
    ("salary", "M. Smit, geboren 3-4-1980. Partnerpensioen: € 1.204 bruto per jaar vanaf 67 jaar."),
    ("address", "Sprint 12, Utrecht"),
    ("address", "In 2024 in Utrecht begonnen we met fase 3 in Zwolle."),
]


@pytest.mark.parametrize(("kind", "text"), TOLD)
def test_it_is_told(kind: str, text: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(("kind", "text"), NOT_TOLD)
def test_it_is_not(kind: str, text: str) -> None:
    assert kind not in kinds(text)
