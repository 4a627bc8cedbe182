"""Made-up papers that may be outside: the consultant's own, the firm's, documentation, what is empty, public or made up.

The consultant of these is Robin de Adviseur of Adviesbureau Voorbeeld; the client is Gemeente Voorbeeldstad.
"""

from __future__ import annotations

from tests.detect.fakes import OWN_IBAN

OWN = {
    "loonstrook": f"""Adviesbureau Voorbeeld B.V.
Stationsplein 12
3511 AB Utrecht

De heer R. de Adviseur
Kastanjelaan 8
3581 CD Utrecht

SALARISSPECIFICATIE
Periode: 10-2026          Datum betaling: 24-10-2026
Personeelsnummer: 0042    BSN: 123456782
Geboortedatum: 14-03-1985 In dienst: 01-02-2019

Salaris                         4.650,00
Reiskostenvergoeding              120,00
Bruto loon                                   4.770,00
Pensioenpremie                   -210,34
Loonheffing                    -1.204,17
Netto uit te betalen                         3.355,49
Op rekening {OWN_IBAN}
Cumulatieven t/m periode 10: loon SV 41.300,00 loonheffing 12.041,70
""",
    "jaaropgave": """JAAROPGAAF 2025
Werkgever: Adviesbureau Voorbeeld B.V.
Werknemer: Adviseur, R. de
Burgerservicenummer 123456782
Loon voor de loonbelasting/premie volksverzekeringen    56.340
Ingehouden loonheffing    14.220
Verrekende arbeidskorting    4.520
Loon Zorgverzekeringswet    56.340
""",
    "aangifte": """Belastingdienst
Aangifte inkomstenbelasting 2025

Uw gegevens
Naam: R. de Adviseur
BSN: 123456782
Geboortedatum: 14-03-1985

Gegevens fiscale partner
Naam: S. Verbeek
BSN: 111222333
Geboortedatum: 02-07-1986

Box 1 Inkomsten uit werk en woning
Loon: 56.340    Ingehouden loonheffing: 14.220
Eigen woning: WOZ-waarde 412.000, hypotheekrente 6.120
Verzamelinkomen 50.812
""",
    "brief van het ziekenhuis": """Ziekenhuis Rivierenland
Polikliniek Orthopedie

Aan: de heer R. de Adviseur
Kastanjelaan 8, 3581 CD Utrecht

Betreft: uitslag MRI-onderzoek knie
Patientnummer: 8812345   Geboortedatum: 14-03-1985

Geachte heer De Adviseur,

Bij het onderzoek van 3 november is een meniscusscheur vastgesteld. De behandeling bestaat uit fysiotherapie;
de medicatie (naproxen 500 mg) kunt u blijven gebruiken. Over zes weken ziet dr. M. van Loon u terug op de poli.

Met vriendelijke groet,
dr. M. van Loon, orthopedisch chirurg, BIG 19012345601
""",
    "cv": """Curriculum vitae

Robin de Adviseur
Geboren 14 maart 1985 te Zwolle, Nederlandse nationaliteit
robin@adviesbureau.example, 06-12345678

Profiel
Adviseur HR en bedrijfsvoering met ervaring bij gemeenten.

Werkervaring
2019-heden  Adviesbureau Voorbeeld, senior adviseur
   Opdrachtgever: Gemeente Voorbeeldstad, inrichting zaaksysteem, contactpersoon J. Willemse
2012-2019  Provincie Overal, beleidsmedewerker

Opleiding
2003-2008 Bestuurskunde, Universiteit Twente

Vaardigheden
Procesontwerp, Prince2, Excel
Talen: Nederlands, Engels
""",
    "verzekering": """Zorgpolis 2026
Verzekeringnemer: R. de Adviseur
Polisnummer: 55120034    Relatienummer: 9001234

Verzekerden              Geboortedatum   Pakket
R. de Adviseur           14-03-1985      Basis + Aanvullend 2
S. Verbeek               02-07-1986      Basis
Mees de Adviseur         21-09-2015      Basis + Tand jeugd

Eigen risico 385 euro. De premie van 289,40 euro per maand schrijven wij af van uw rekening.
""",
    "hypotheek": """Hypotheekofferte
Geldverstrekker: Voorbeeldbank
Aanvragers: R. de Adviseur en S. Verbeek
Naam: R. de Adviseur
Inkomen: 56.340 bruto per jaar
Onderpand: Kastanjelaan 8, Utrecht. Marktwaarde 412.000
Leningdeel 1: annuiteit, rentevaste periode 20 jaar, hoofdsom 280.000, rente 3,95 %
Maandlast bruto 1.328,70
Te ondertekenen bij notaris mr. K. Stoop.
""",
}

FIRM = {
    "factuur": """Adviesbureau Voorbeeld B.V.
Stationsplein 12, 3511 AB Utrecht, KvK 12345678, BTW NL812345678B01

FACTUUR
Aan: Gemeente Voorbeeldstad, t.a.v. crediteurenadministratie
Factuurnummer: 2026-0311   Factuurdatum: 31-10-2026   Vervaldatum: 30-11-2026

Omschrijving            Uren   Tarief    Bedrag
Advies zaaksysteem      64     115,00    7.360,00
Subtotaal                                7.360,00
BTW 21 %                                 1.545,60
Totaal incl. btw                         8.905,60
Gaarne overmaken op NL20INGB0001234567 onder vermelding van het factuurnummer.
""",
    "offerte": """Adviesbureau Voorbeeld
Offerte inrichting zaaksysteem
Gemeente Voorbeeldstad, mevrouw J. Willemse
Offertenummer 26-118, geldig tot 1 januari 2027

Naar aanleiding van uw aanvraag bieden wij u graag onze inzet aan.
Uurtarief senior adviseur 115 euro exclusief btw. Investering: 38.000 euro.
Op deze offerte zijn onze algemene voorwaarden van toepassing.
Voor akkoord: handtekening opdrachtgever
""",
    "urenstaat": """Adviesbureau Voorbeeld
Urenstaat week 43
Medewerker: Robin de Adviseur
Project: Zaaksysteem, Gemeente Voorbeeldstad
maandag\tdinsdag\twoensdag\tdonderdag\tvrijdag\ttotaal
8\t8\t6\t8\t4\t34
Akkoord opdrachtgever: J. Willemse
""",
}

DOCUMENTATION = {
    "voortgang": """Voortgangsrapportage oktober
Project Zaakgericht werken, Gemeente Voorbeeldstad

Stand van zaken
De inrichting van het zaaksysteem ligt op schema. De koppeling met het DMS is gereed.
Risico's
Beschikbaarheid van testers in november (oranje).
Planning komende periode
Acceptatietest, opleiding van sleutelgebruikers, besluit over livegang in de stuurgroep.
Contact: Joke Willemse, projectleider, j.willemse@voorbeeldstad.example, 020-1234567
""",
    "notulen": """Verslag projectgroep 12 november
Aanwezig: Joke Willemse (Gemeente Voorbeeldstad), Peter Stok (ICT), Robin de Adviseur
Afwezig: Karin Bos
1. Opening en mededelingen
Karin is vandaag verhinderd.
2. Actielijst
De acties 3 en 4 zijn afgerond. Peter levert de veldenlijst aan.
3. Rondvraag
Geen. Volgend overleg: 26 november.
""",
    "mapping": """Veldmapping personeelssysteem naar salarissysteem
Bronveld\tDoelveld\tDatatype\tLengte\tVerplicht\tOmschrijving
PERS_NR\tPersoneelsnummer\tnumeriek\t8\tja\tUniek nummer van de medewerker
BSN\tBurgerservicenummer\tnumeriek\t9\tja\tElfproef
GEB_DAT\tGeboortedatum\tdatum\t8\tja\tformaat jjjjmmdd
SAL_BRUTO\tBruto maandsalaris\tdecimal\t9,2\tnee\tconversieregel 4
IBAN\tRekeningnummer\tvarchar\t34\tnee\tISO 13616
""",
    "proces": """Procesbeschrijving ziek- en herstelmelding
Doel van het proces: verzuim tijdig registreren.
Trigger: de medewerker meldt zich ziek bij de leidinggevende.
Stap 1. De leidinggevende registreert de ziekmelding in het personeelssysteem.
Stap 2. Het systeem informeert de bedrijfsarts na drie dagen.
Uitzonderingen: ziekte tijdens zwangerschap.
Verantwoordelijk: proceseigenaar HR. Doorlooptijd: een dag.
""",
    "functioneel ontwerp": """Functioneel ontwerp autorisaties
1 Inleiding
2 Functionaliteit
Het systeem toont op het scherm Medewerker alleen de velden waarvoor de gebruiker geautoriseerd is.
3 Rollen en autorisaties
Requirement R12 (must have): salarisgegevens zijn alleen zichtbaar voor de rol HR-adviseur.
4 Koppelvlakken
Het bericht bevat BSN, geboortedatum en naam van de medewerker.
Acceptatiecriteria: zie bijlage.
""",
    "plan van aanpak": """Plan van aanpak implementatie salarissysteem
Aanleiding
De gemeente Voorbeeldstad vervangt het huidige salarissysteem.
Doelstelling en resultaat
Op 1 januari 2027 worden 1.250 medewerkers uit het nieuwe systeem betaald.
Scope
Buiten scope: declaraties.
Projectorganisatie
Opdrachtgever: Joke Willemse. Stuurgroep: zie bijlage.
Fasering en planning
Ontwerp, bouw, schaduwdraaien, livegang.
Risico's en beheersmaatregelen
Budget: 120.000 euro.
""",
}

CLEAN = {
    "contactlijst": """Contactpersonen project
Naam\tFunctie\tOrganisatie\tE-mail\tTelefoon
Joke Willemse\tProjectleider\tGemeente Voorbeeldstad\tj.willemse@voorbeeldstad.example\t020-1234567
Peter Stok\tICT-architect\tGemeente Voorbeeldstad\tp.stok@voorbeeldstad.example\t020-1234568
Sanne Kolk\tLeveranciersmanager\tSoftwarehuis Elders\tskolk@elders.example\t030-7654321
""",
    "leeg formulier": """Formulier indiensttreding
In te vullen door de leidinggevende

Naam: ______________________
Voorletters: _______________
Geboortedatum: ____________
BSN: ______________________
IBAN: ____________________
Adres: ____________________
Salarisschaal: _____________
Handtekening: ______________   Datum: __________
""",
    "sjabloon": """Arbeidsovereenkomst
De ondergetekenden:
1. {{werkgever}}, gevestigd te {{plaats}}, en
2. {{naam_medewerker}}, geboren op {{geboortedatum}}, wonende te {{adres}}, BSN {{bsn}},
komen overeen dat de werknemer op {{datum}} in dienst treedt tegen een salaris van {{bedrag}} bruto per maand.
""",
    "testset": """Testset salarisconversie
Alle personen en nummers in dit bestand zijn fictief.
Personeelsnr\tNaam\tBSN\tGeboortedatum\tIBAN\tSalaris
1001\tTest Persoon Een\t123456782\t01-01-1980\tNL20INGB0001234567\t2500,00
1002\tTest Persoon Twee\t111222333\t02-02-1981\tNL20INGB0001234567\t2600,00
1003\tTest Persoon Drie\t999990019\t03-03-1982\tNL20INGB0001234567\t2700,00
1004\tTest Persoon Vier\t100000009\t04-04-1983\tNL20INGB0001234567\t2800,00
""",
    "kengetallen": """Benchmark verzuim gemeenten 2025
Kengetal\tOnderkant\tMediaan\tBovenkant
Verzuimpercentage\t4,1\t5,6\t7,2
Gemiddeld salaris\t3.900\t4.150\t4.480
Fte per 1.000 inwoners\t6,2\t7,1\t8,9
Referentiegroep: 42 gemeenten
""",
    "wet": """Staatsblad van het Koninkrijk der Nederlanden
Wet van 3 juni tot wijziging van de Ziektewet
Gelet op artikel 12; Onze Minister kan regels stellen over de verwerking van het burgerservicenummer.
Artikel 1
1. De verzekerde die arbeidsongeschikt is, meldt zich bij de bedrijfsarts.
2. In afwijking van het eerste lid geldt dit niet bij zwangerschap.
Artikel 2
Deze wet treedt in werking op 1 januari.
""",
    "persbericht": """Persbericht
Voorbeeldstad, 2 november 2026
Gemeente Voorbeeldstad opent nieuw stadskantoor
Wethouder A. Molen opende vandaag het gebouw.
Noot voor de redactie: meer informatie bij de woordvoerder, M. Kraan, 020-1234500, pers@voorbeeldstad.example
""",
    "code": """import csv
from decimal import Decimal

def read_rows(path):
    with open(path) as stream:
        for row in csv.DictReader(stream):
            if row["bsn"] == "":
                continue
            yield row["bsn"], Decimal(row["salaris"])

def total(rows):
    return sum(amount for _, amount in rows)
""",
    "log": """2026-11-12 08:00:01 INFO  batch 123456782 started
2026-11-12 08:00:02 WARN  retry 111222333 after 30 ms
2026-11-12 08:00:03 INFO  batch 999990019 done
2026-11-12 08:00:04 ERROR connection 100000009 refused
2026-11-12 08:00:05 INFO  stopped
2026-11-12 08:00:06 INFO  exit 0
""",
    "factuur van een ander": """Kantoorhandel Elders
Factuur 99120
Factuurdatum 3 november 2026, betalingstermijn 30 dagen
2 dozen papier   41,90
Subtotaal 41,90   BTW 21 % 8,80   Totaal incl. btw 50,70
Iban NL20INGB0001234567 t.n.v. Kantoorhandel Elders, KvK 87654321
""",
}
