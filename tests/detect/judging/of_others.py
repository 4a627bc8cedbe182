"""Made-up papers about others than the consultant, none of which names a client or says where it comes from."""

from __future__ import annotations

OF_OTHERS = {
    "brief over ziekte van een medewerker": """Betreft: terugkoppeling spreekuur bedrijfsarts

Werknemer: M. Terpstra, geboren 12-05-1979
Werkgever: Bouwbedrijf Elders

Mevrouw Terpstra is sinds 3 september arbeidsongeschikt wegens een burn-out. Zij is onder behandeling van een
psycholoog. De belastbaarheid is beperkt; werkhervatting in passende arbeid is mogelijk vanaf 1 december, opbouw
vier uur per week.

Opgesteld door Robin de Adviseur namens de casemanager
""",
    "loonstrook van een ander": """SALARISSPECIFICATIE periode 10
Werkgever: Zorggroep Elders
Werknemer: T. Hoekstra
BSN: 111222333   Geboortedatum: 02-07-1976
Bruto loon 3.120,00  Loonheffing -610,00  Netto uit te betalen 2.390,12
IBAN NL20INGB0001234567
""",
    "ingevuld formulier": """Formulier indiensttreding
Naam: Fenna Oosterhof
Geboortedatum: 23-11-1994
BSN: 111222333
IBAN: NL20INGB0001234567
Adres: Lindelaan 4, 9711 KL Groningen
Salarisschaal: 8
Handtekening: F. Oosterhof
""",
    "plan van aanpak als naam": """Persnr\tNaam\tBSN\tGeboortedatum\tSalaris
1001\tFenna Oosterhof\t123456782\t01-01-1980\t2500,00
1002\tTeun Hoekstra\t111222333\t02-02-1981\t2600,00
1003\tMarloes Terpstra\t999990019\t03-03-1982\t2700,00
1004\tIlse Wiersma\t100000009\t04-04-1983\t2800,00
""",
    "schuldhulp": """Intakeverslag schuldhulpverlening
Client: Jeroen Zijlstra, geboren 4-4-1971, Beukenstraat 12, 8011 AB Zwolle
BSN 111222333
Schuldeisers: zorgverzekeraar 1.240,00, woningcorporatie 3.410,00 (huurachterstand)
De client heeft een uitkering en staat onder behandeling voor een depressie.
""",
    "clienten": """Clientnummer	Naam	Geboortedatum	Postcode	Huisnummer	Indicatie
8001	Bakkenes, T.	12-01-1950	8011 AB	12	Wmo huishoudelijke hulp
8002	Wiersma, I.	13-02-1951	8012 CD	14	Wmo begeleiding
8003	Elzinga, P.	14-03-1952	8013 EF	16	Wmo vervoer
8004	Mous, H.	15-04-1953	8014 GH	18	Jeugdhulp ambulant
""",
}
