"""Made-up papers that came from the client's environment and may be outside all the same, and those that may not."""

from __future__ import annotations

ALLOWED = {
    "weekbericht": """Weekbericht programma Samen Digitaal - week 41

Wat is er gedaan
- Interviews met de teamleiders zijn afgerond
- De eerste conversie is op de testomgeving geslaagd
- Intranetbericht is geplaatst

Wat staat er op de planning
- Workshop autorisaties (dinsdag)
- Besluit over de tweede proefconversie

Waar maken we ons zorgen over
- Te weinig beschikbaarheid bij ICT-beheer, maatregel: escalatie via de stuurgroep
""",
    "memo stuurgroep": """Aan: stuurgroep
Van: projectleider
Betreft: gevraagde besluiten fase 2

Gevraagde besluiten
1. In te stemmen met het verschuiven van de mijlpaal livegang naar 1 maart.
2. Het resterend budget van 40.000 euro vrij te geven.

Toelichting
Door vertraging bij de leverancier is de koppeling niet op tijd gereed. Risico: oplopende kosten van dubbel beheer.
""",
    "user stories": """Backlog release 3
US-101 Als medewerker wil ik mijn verlof in de app aanvragen zodat ik niet hoef te mailen.
Acceptatiecriteria: saldo zichtbaar, leidinggevende krijgt een bericht.
US-102 Als HR-adviseur wil ik een overzicht van aflopende contracten.
US-103 Als beheerder wil ik rollen kunnen toekennen.
Prioriteit volgens MoSCoW: must have 101, should have 102 en 103.
""",
    "datamigratie": """Migration strategy HR data

1 Background
The current HR system is replaced. This document describes the approach for migrating employee data.

2 Scope
In scope: employees, contracts, absence history of two years. Out of scope: recruitment.

3 Approach
Three trial conversions precede the final migration. Each is followed by a reconciliation report.

4 Risks and assumptions
Data quality of dates of birth; availability of key users.

5 Milestones
""",
    "testgevallen": """Testgevallen verlof
ID\tTestgeval\tStappen\tVerwacht resultaat\tResultaat
T01\tVerlof aanvragen\tOpen de app, kies verlof\tAanvraag staat klaar voor akkoord\tgeslaagd
T02\tVerlof boven saldo\tVraag 400 uur aan\tMelding saldo ontoereikend\tgefaald
T03\tZiekmelden\tKies ziek melden\tLeidinggevende krijgt bericht\tgeslaagd
""",
    "actielijst": """Actie- en besluitenlijst werkgroep autorisaties
Nr\tActie\tActiehouder\tGereed\tStatus
1\tRollenmatrix aanvullen\tJoke Willemse\t12-11\tafgerond
2\tVragen aan leverancier\tPeter Stok\t19-11\tloopt
Besluiten: de rol planner krijgt geen inzage in verzuim.
""",
    "werkinstructie": """Werkinstructie declaraties afhandelen
1. Open het menu Taken en klik op Declaraties.
2. Controleer of het bonnetje is bijgevoegd.
3. Klik op Akkoord of Afwijzen; bij afwijzen vul je een reden in.
4. De salarisadministratie ontvangt de declaratie en verwerkt deze in de run van die maand.
Let op: declaraties boven 500 euro gaan ook naar de manager.
""",
    "leeg intakeformulier": """Intakeformulier Wmo
Datum gesprek:
Consulent:
Naam inwoner:
Geboortedatum:
BSN:
Adres:
Hulpvraag:
..............................................................
..............................................................
Handtekening inwoner:
""",
    "sjabloon beschikking": """[Naam aanvrager]
[Straat en huisnummer]
[Postcode en plaats]

Onderwerp: beschikking op uw aanvraag van [datum aanvraag]
Geachte [heer/mevrouw] [achternaam],
U vroeg op [datum aanvraag] om [soort voorziening]. Wij hebben besloten uw aanvraag toe te kennen.
""",
    "rollenmatrix": """Autorisatiematrix personeelssysteem
Rol\tMedewerkergegevens\tVerzuim\tSalaris
Medewerker\tlezen\tgeen\tlezen (eigen)
Leidinggevende\tlezen\tschrijven\tgeen
HR-adviseur\tschrijven\tlezen\tlezen
Functioneel beheerder\tinrichten\tinrichten\tinrichten
""",
    "bereikbaarheid": """Bereikbaarheidslijst projectteam
Naam\tRol\tAfdeling\tMobiel werk\tE-mail
Joke Willemse\tprojectleider\tBedrijfsvoering\t06-11112222\tj.willemse@voorbeeldstad.example
Peter Stok\tarchitect\tICT\t06-11112223\tp.stok@voorbeeldstad.example
Yara Blok\tfunctioneel beheerder\tHR\t06-11112224\ty.blok@voorbeeldstad.example
""",
}

CLIENT_DATA = {
    "cijfers": """Realisatie exploitatie 2026 (x 1.000)
Kostensoort\tBegroot\tRealisatie\tAfwijking
Personeelskosten\t48.120\t50.340\t-2.220
Inhuur derden\t6.400\t8.910\t-2.510
Huisvesting\t3.120\t3.090\t30
""",
    "export zonder personen": """objectid;type;status;bedrag
2001;vergunning;open;1200,00
2002;vergunning;gesloten;300,00
2003;ontheffing;open;90,00
""",
    "logboek van het systeem": """2026-11-12 08:00:01 INFO  zaak 1201 bijgewerkt door gebruiker 33
2026-11-12 08:00:02 WARN  zaak 1202 dubbel
2026-11-12 08:00:03 INFO  zaak 1203 gesloten
2026-11-12 08:00:04 ERROR koppeling DMS geweigerd
2026-11-12 08:00:05 INFO  einde
2026-11-12 08:00:06 INFO  exit 0
""",
    "reorganisatie": """Concept reorganisatieplan bedrijfsvoering
Directie, vertrouwelijk
De formatie van de afdeling wordt met 14 fte verminderd. De personeelskosten dalen met 1,1 miljoen euro; het sociaal plan
kost eenmalig 0,6 miljoen. Communicatie volgt na besluitvorming in het college.
""",
    "notitie met een geval": """Projectplan vangnet
Aanleiding
Het verzuim is hoog.
Casus: mevrouw F. Oosterhof, geboren 23-11-1994, BSN 111222333, is sinds mei ziek wegens een burn-out.
Doel
Planning
""",
}
