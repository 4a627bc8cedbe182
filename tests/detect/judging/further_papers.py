"""More made-up papers of municipalities, hospitals, schools and factories, in the words of their own, by what is true of them."""

from __future__ import annotations

# -- about somebody, whatever it is called, without any sign of a client -----------------------------------------------

ABOUT_SOMEBODY = {
    "objection": """A. Brouwer-Tunc
Lindelaan 14
1234 KL Ergenshuizen

Aan het college van burgemeester en wethouders
Onderwerp: pro forma bezwaarschrift besluit van 3 maart 2026

Geacht college,
Met dit schrijven teken ik bezwaar aan tegen de weigering van bijzondere bijstand. Mijn burgerservicenummer is
111222333. Sinds mijn scheiding kom ik niet meer rond.
""",
    "complaint at a hospital": """Klacht over behandeling
Klager: mevrouw F. Yildirim, Parkweg 8, 5678 CD Anderdorp, 06-12345678
Mijn vader lag in februari op afdeling C4 vanwege een longontsteking. De verpleging reageerde niet op de bel.
Ik vraag de klachtencommissie dit te onderzoeken.
""",
    "note in a design": """Functioneel ontwerp indiensttreding
Inleiding
Het scherm Nieuwe medewerker heeft drie tabbladen. Verplichte velden zijn gemarkeerd.
Validaties
De elfproef wordt uitgevoerd bij het verlaten van het veld.
Opmerking [JB1]: check waarom Wilma Terpstra (geb. 12-04-1971, bsn 123456782) twee keer voorkomt
""",
    "pay in a process": """Werkinstructie loonbeslag
Stap 1: ontvang het beslagexploot.
Stap 2: bereken de beslagvrije voet.
Stap 3: verwerk de inhouding in de salarisadministratie.
Verwijderd: bij Kees Hoogland gaat het nu mis, hij verdient € 3.412,50 bruto per maand en houdt niets over.
""",
    "chat": """[12:03] Nadia Verkerk: heb jij de cijfers van Piet Zandstra nog
[12:04] Hugo Blaauw: ja, salaris 3850 bruto per maand, schaal 9
[12:04] Nadia Verkerk: hij is toch ziek thuis met een burn-out?
[12:05] Hugo Blaauw: klopt, al sinds maart
""",
    "reintegration": """Gespreksverslag tweede spoor
Medewerker: Joris Wagenaar
Dhr. Wagenaar is sinds 4 mei volledig uitgevallen met een hernia. De bedrijfsarts acht hem voor 20 procent belastbaar.
Afgesproken is dat hij twee ochtenden per week passend werk doet.
""",
    "dismissal": """AANGETEKEND
Mevrouw S. Kuipers
Dorpsstraat 3
4321 AB Kleinstad
Betreft: laatste schriftelijke waarschuwing
Geachte mevrouw Kuipers,
Op 12 juni bent u voor de derde keer te laat op uw dienst verschenen. Bij herhaling volgt ontslag op staande voet.
""",
    "pupil": """Groeidocument
Leerling: Sem van Oosten, groep 6, geboren 02-11-2016
Sem heeft dyslexie en krijgt medicatie voor ADHD. Ouders zijn gescheiden; moeder heeft het gezag.
""",
    "tenant": """Huurdossier
Huurder: Mohamed Achahbar, Kastanjehof 22, 3344 VW Woonstede
Huurachterstand € 2.310,00. Betalingsregeling van € 75 per maand, mevrouw zit in de schuldhulpverlening.
""",
    "english": """Return to work meeting
Employee: Daniel Foster, date of birth 14/02/1980
Daniel has been on sick leave since January because of depression. His salary of EUR 4,200 per month is paid in full.
""",
}

# -- the client's business: marked, with a name or a keyword of the client ----------------------------------------------

CONFIDENTIAL_BUSINESS = {
    "memo of the board": """Bestuursmemo
Vertrouwelijk, alleen voor het dagelijks bestuur
Gemeente Voorbeeldstad
De koper biedt € 14,2 mln voor het sportcomplex. Onze ondergrens ligt op € 12 mln; laat dat niet blijken.
Bij sluiting vervallen 23 fte.
""",
    "slides": """Zaaksysteem Delta | STRIKT VERTROUWELIJK
Fusieverkenning: uitkomsten due diligence
\t2025\t2026
Omzet (x € 1.000)\t48.200\t51.900
EBITDA\t3.100\t2.750
Solvabiliteit\t21%\t19%
""",
    "tender": """Beoordeling inschrijvingen perceel 2
Gemeente Voorbeeldstad - vertrouwelijk tot de voorlopige gunning
Inschrijver\tInschrijfsom\tScore
Partij 1\t€ 412.000\t71
Partij 2\t€ 388.500\t84
Partij 3\t€ 455.900\t66
""",
    "restructuring": """Notitie
Rubricering: vertrouwelijk
Aan: directie Gemeente Voorbeeldstad
De afslanking levert structureel 1,8 miljoen op. Op de locatie Noord worden 34 functies boventallig. De
ondernemingsraad is nog niet ingelicht.
""",
    "english board paper": """Board paper - strictly confidential
Gemeente Voorbeeldstad / Zaaksysteem Delta
Proposed acquisition price: EUR 8.4 million. Walk-away price: EUR 9.1 million. EBITDA margin 11 per cent.
""",
}

# -- project papers and empty ones that come from the client ------------------------------------------------------------

ALLOWED_FROM_CLIENT = {
    "planning": """Nr\tTaak\tVerantwoordelijke\tBegindatum\tEinddatum\tVoortgang
1\tGegevens opschonen\tM. Vink\t01-03-2026\t14-03-2026\t40%
2\tKoppeling bouwen\tR. de Adviseur\t02-03-2026\t30-03-2026\t10%
3\tSleutelgebruikers opleiden\tT. Wolters\t01-04-2026\t10-04-2026\t0%
""",
    "risks": """#\tRisico\tKans\tImpact\tMaatregel\tEigenaar
1\tLeverancier levert koppeling te laat\tM\tH\twekelijks overleg\tM. Vink
2\tSleutelgebruikers hebben te weinig tijd\tH\tM\turen vrijmaken\tT. Wolters
3\tBSN ontbreekt in bronbestand\tL\tH\tcontrole vooraf\tS. Bos
""",
    "actions": """Actie\tActiehouder\tDeadline\tStatus
Testset aanleveren\tM. Vink\t12-3\topen
Verzuimscherm laten nalopen door bedrijfsarts\tT. Wolters\t19-3\topen
Salarisrun juni controleren\tS. Bos\t30-6\tgereed
""",
    "matrix": """Gegeven\tMedewerker\tManager\tHR\tPayroll
Adres\tW\tR\tW\tR
BSN\tR\t-\tW\tR
Rekeningnummer\tW\t-\tR\tW
Salaris\tR\tR\tR\tW
Verzuim\tR\tW\tW\t-
""",
    "interview": """Verslag interview huidige werkwijze
In gesprek met Marieke Vink (teamleider personeelszaken) en Teun Wolters (functioneel beheer)
Mutaties komen nu op papier binnen. Een ziekmelding wordt pas na drie dagen verwerkt. De wens is een formulier in het
portaal met controle op het rekeningnummer.
Knelpunten: dubbele invoer, geen signaal bij aflopende contracten, onduidelijk wie autoriseert.
""",
    "hasty notes": """overleg 12 mrt - Marieke, Teun, Robin
* koppeling loopt uit, sprint 5 erbij
* besluit: geen verzuimreden in het scherm
* actie Teun: testers regelen
* planning volgende keer bespreken
""",
    "minutes about illness as a process": """Notulen werkgroep verzuim
Aanwezig: Marieke Vink (voorzitter), Teun Wolters, Robin de Adviseur
Afwezig: S. Bos
1. Mededelingen
Geen.
2. Procesontwerp ziekmelding
Besproken is wanneer de bedrijfsarts wordt ingeschakeld en wie de probleemanalyse bewaakt. Besluit: na week zes.
3. Actiepunten
Teun werkt de werkinstructie uit.
""",
    "import template": """Personeelsnr (verplicht)\tAchternaam\tGeboortedatum\tBSN\tIBAN\tBruto salaris\tDatum in dienst
numeriek 8\ttekst 40\tdd-mm-jjjj\t9 cijfers\tNL00BANK0000000000\tbedrag\tdd-mm-jjjj
""",
    "checklist": """Checklist indiensttreding
Kopie legitimatie\t☐
Loonbelastingverklaring\t☐
Verklaring omtrent het gedrag\t☐
Medische keuring\t☐
Naam: ____________________  Personeelsnummer: ________
""",
    "example": """Hoe vult u de aanvraag in?
Dit voorbeeld is fictief.
Naam: Voorbeeld, V.
Geboortedatum: 01-01-1980
BSN: 123456782
IBAN: NL00BANK0123456789
""",
    "test set": """Synthetische testdata voor de ketentest, geen echte personen
Geval\tNaam\tBSN\tGeboortedatum\tSalaris
1\tAnna Voorbeeld\t111222333\t01-02-1980\t3100
2\tBert Probeer\t123456782\t03-04-1975\t2900
3\tCees Dummy\t100000009\t05-06-1990\t2700
4\tDora Fictie\t111222333\t07-08-1985\t3300
""",
    "data protection assessment": """Gegevensbeschermingseffectbeoordeling verzuimregistratie
Welke persoonsgegevens: naam, BSN, geboortedatum, ziekmelding en verwachte hersteldatum.
Grondslag: wettelijke verplichting. Bewaartermijn: twee jaar na einde dienstverband.
Risico's: onbevoegde inzage door leidinggevenden. Maatregelen: rollen, logging, versleuteling.
Opgesteld met Marieke Vink, functionaris gegevensbescherming.
""",
    "closing report": """Overdracht aan beheer
Het project is afgerond. Openstaande punten gaan naar het team functioneel beheer.
Wat ging goed: korte lijnen, tijdige training. Wat kan beter: eerder testen met de leverancier.
Contact: Marieke Vink, m.vink@voorbeeldstad.example, 020-1234567
""",
    "release notes": """Release notes 4.2
Opgelost: datum in dienst werd niet getoond bij meerdere dienstverbanden.
Nieuw: controle op IBAN bij het wijzigen van een rekeningnummer.
Bekende problemen: het verlofsaldo wordt pas na de nachtelijke verwerking bijgewerkt.
""",
}
