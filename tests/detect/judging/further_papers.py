"""More made-up papers of municipalities, hospitals, schools and factories, in words of their own, by what is true of
them."""

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
    "dutch home care": """Zorgkaart thuiszorg
Cliënt: mevr. G. van Rijn-Postma, geb. 03-09-1938
Diagnose: beginnende dementie, COPD. Medicatie: donepezil 10 mg.
Mantelzorger: dochter Ineke, 06-12345678
""",
    "school zat": """Verslag ZAT 12 maart
Leerling: Yusuf Demir (groep 7)
Moeder meldt huiselijk geweld. Veilig Thuis is ingeschakeld. Yusuf krijgt ritalin.
""",
    "factory accident": """Ongevalsmelding
Slachtoffer: Piotr Nowak, operator lijn 3, in dienst sinds 2019
Op 4 mei raakte Piotr bekneld; twee vingers geamputeerd. Hij is arbeidsongeschikt thuis.
""",
    "salary mail": """Onderwerp: opslag Jeroen
Hoi Anja, ik wil Jeroen Bakx per 1 mei van schaal 8 naar 9 zetten, van 3.412 naar 3.780 bruto. Akkoord?
""",
    "vaststellings": """VASTSTELLINGSOVEREENKOMST
De ondergetekenden: Stichting Zorgpartners, en mevrouw Carla de Bruijn, geboren op 12 juli 1969, wonende te Anderdorp,
komen overeen dat het dienstverband eindigt per 1 september met een vergoeding van € 38.500 bruto.
""",
    "board mail re person": """Betreft: functioneren teamleider
Beste Els, Gerard Hulst functioneert al maanden onvoldoende. Hij is twee keer gewaarschuwd en volgens de bedrijfsarts
overspannen. We bereiden een ontslagdossier voor.
""",
    "pseudo+key": """Sleutelbestand onderzoek
Pseudoniem	Naam	Geboortedatum
P001	Kees de Waal	12-03-1961
P002	Fatma Kaya	02-11-1978
P003	Jolanda Smit	30-06-1985
P004	Bram Vos	11-01-1990
""",
    "reference": """Referentiecheck kandidaat Esther Molenaar
Vorige werkgever: ging weg na conflict, langdurig ziek geweest met burn-out in 2022. Salariswens 4.600 bruto.
""",
    "debt letter": """Geachte heer Aydin,
U heeft een huurachterstand van € 1.980. Zonder betaling vragen wij ontruiming aan van uw woning Roerplein 7, 1234 AB Woonstede.
Uw klantnummer is 882100.
""",
    "wmo": """Onderzoeksverslag Wmo
Mevrouw Hendriks (82) woont alleen. Zij heeft artrose en is slechtziend. Zij vraagt huishoudelijke hulp. Haar zoon
Dirk Hendriks helpt met boodschappen. BSN 111222333.
""",
    "police": """Mutatierapport
Verdachte: Danny Verkuyl, geb. 01-01-1999. Aangehouden wegens mishandeling. Aangever: Roos Pieters.
""",
    "addresses": """Kerstpakketten adressen
Annet Kool, Dorpsstraat 1, 1234 AB Kleinstad
Frank Tielen, Hoofdweg 22, 2345 BC Grootstad
Sjoerd Veen, Kade 3, 3456 CD Havenstad
Mirjam Bax, Laan 44, 4567 DE Parkstad
""",
    "english hr": """Disciplinary hearing - John Carver
John Carver has been absent without leave on five occasions and was found under the influence of alcohol at work.
Final written warning issued.
""",
    "union": """Ledenlijst vakbond op locatie
Naam	Bond
Rik Prins	FNV
Sara Blom	CNV
Tom Haak	FNV
""",
    "garnish": """Loonbeslag
Werknemer: Henk Bouma, personeelsnummer 10233
Deurwaarder legt beslag van € 4.120 op het loon. Beslagvrije voet € 1.602.
""",
    "passport": """Kopie paspoort
Achternaam: Okafor  Voornamen: Grace Adaeze  Geboortedatum: 14 AUG 1988  Documentnummer: NX4R2K8P1 Nationaliteit: Nigeriaanse
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

# -- what anybody may have -----------------------------------------------------------------------------------------------

ALLOWED = {
    "wiki": """Hendrik Vermaas
Hendrik Johannes Vermaas (Rotterdam, 12 mei 1947) is een Nederlands architect. Vermaas studeerde in Delft en werkte
sinds 1975 aan scholen.
Hij is getrouwd en heeft drie kinderen. In 2001 ontving hij de staatsprijs.
""",
    "invite": """Uitnodiging
Lieve familie en vrienden, op 12 mei wordt Opa Henk 80 jaar! We vieren het in restaurant De Linde, Dorpsstraat 4,
1234 AB Kleinstad.
Graag voor 1 mei laten weten of je komt. Groet, Anneke
""",
    "sql": """CREATE TABLE employee (id int, name varchar(50), bsn char(9));
INSERT INTO employee VALUES (1,'Test Gebruiker','123456782');
SELECT name FROM employee WHERE id = 1;
UPDATE employee SET name='x' WHERE id=1;
CREATE INDEX ix ON employee(bsn);
DROP TABLE tmp;
ALTER TABLE employee ADD salary int;

""",
    "court": """Rechtbank Midden-Nederland
Uitspraak van 4 april 2025 in de zaak tussen
[eiser], te [plaats], eiser en het college van burgemeester en wethouders.
Overwegingen
1. Eiser ontvangt sinds 2019 een bijstandsuitkering. Eiser is arbeidsongeschikt wegens een depressie.
2. Gelet op artikel 54 van de Participatiewet is het beroep ongegrond. ECLI:NL:RBMNE:2025:1
""",
    "wnt": """Jaarrekening 2024
Bezoldiging topfunctionarissen (WNT)
Naam	Functie	Bezoldiging
J.P. Kramer	bestuurder	€ 187.400
M. el Idrissi	lid raad van toezicht	€ 14.200

""",
    "zzp invoice": """FACTUUR
Jan Verhoef Tekst en Training
Molenweg 12, 3456 GH Rivierdorp
KvK 12345678  BTW NL001234567B01  IBAN NL20INGB0001234567
Aan: Adviesbureau Voorbeeld
Factuurnummer 2026-014  Factuurdatum 3 maart 2026
Training schrijven, 2 dagdelen   € 1.200,00
Btw 21%  € 252,00
Totaal € 1.452,00  Betalingstermijn 14 dagen
""",
    "conference": """Programma HR-congres
09.00 Ontvangst
09.30 Marjan Postma (hoogleraar arbeidspsychologie): burn-out bij jonge professionals
10.30 Dick Swart, bedrijfsarts: verzuim na corona
11.30 Paneldiscussie
Aanmelden via de website.
""",
    "article": """Verzuim bij gemeenten stijgt
Het ziekteverzuim bij gemeenten steeg in 2024 naar 6,1 procent. Psychische klachten zijn de belangrijkste oorzaak,
zegt onderzoeker Linda Kamp.
Bij kleine gemeenten is het verzuim lager. Kamp pleit voor betere begeleiding door leidinggevenden.
De salarissen stegen met 4 procent.
""",
    "mail project": """Van: Marieke Vink <m.vink@voorbeeldstad.example>
Aan: robin@adviesbureau.example
Onderwerp: afspraak donderdag
Hoi Robin, donderdag lukt niet, ik ben dan vrij. Kunnen we vrijdag om 10 uur? Teun sluit ook aan. De koppeling met
het verzuimsysteem is bijna klaar.
Groet, Marieke
Gemeente Voorbeeldstad, Postbus 1, 1000 AA Voorbeeldstad, 020-1234567
Dit bericht is vertrouwelijk en uitsluitend bestemd voor de geadresseerde.
""",
    "travel": """Boekingsbevestiging
Reiziger: Robin de Adviseur
Vlucht KL1234 Amsterdam - Oslo 12 mei 2026
Ticketnummer 074 2345678901
Totaal € 312,40 betaald met creditcard eindigend op 1234
""",
    "club": """Nieuwsbrief tennisvereniging De Baseline
Onze voorzitter Wim Tak stopt ermee. Nieuwe leden: Fleur, Tim en Noor. De contributie gaat naar € 180.
De clubkampioenschappen zijn op 14 juni.
""",
    "quote": """Offerte
Adviesbureau Voorbeeld
Aan: Gemeente Voorbeeldstad, t.a.v. mevrouw M. Vink
Betreft: ondersteuning implementatie HR-systeem
Vertrouwelijk
Wij bieden u aan: 40 dagen adviseur à € 1.100, totaal € 44.000 excl. btw. Geldig tot 1 mei 2026.
Met vriendelijke groet, Robin de Adviseur
""",
    "plan conf": """Plan van aanpak Zaaksysteem Delta
Gemeente Voorbeeldstad - vertrouwelijk
Aanleiding
Het huidige systeem loopt af. Doelstelling: één systeem voor alle zaken.
Projectorganisatie
Opdrachtgever: Marieke Vink. Projectleider: Robin de Adviseur.
Planning en begroting
Fase 1 analyse € 24.000, fase 2 ontwerp € 36.000, fase 3 bouw € 80.000.
Risico's: capaciteit van de leverancier. Randvoorwaarden: sleutelgebruikers beschikbaar. Mijlpalen: livegang 1 september.
""",
    "progress conf": """Voortgangsrapportage stuurgroep
Status: vertrouwelijk
Gemeente Voorbeeldstad
Periode: maart 2026. Budget: € 120.000, besteed € 64.000, resterend € 56.000.
Voortgang: ontwerp gereed, bouw op schema. Risico's: leverancier levert te laat. Besluiten: livegang 1 september.
Volgende periode: ketentest, training.
""",
    "expense": """Declaratie reiskosten
Medewerker: Robin de Adviseur
Datum	Van	Naar	Km	Bedrag
03-03-2026	Utrecht	Voorbeeldstad	84	€ 19,32

""",
    "agenda": """Agenda MT 12 maart
1. Opening
2. Verslag vorige keer
3. Verzuimcijfers Q1 (bijlage)
4. Vacature teamleider
5. Rondvraag
""",
    "legal": """Verwerkersovereenkomst
Partijen: Gemeente Voorbeeldstad, vertegenwoordigd door M. Vink, en Adviesbureau Voorbeeld, vertegenwoordigd door R.
de Adviseur.
Artikel 1. Verwerker verwerkt naam, BSN, salaris en verzuimgegevens van medewerkers.
Artikel 2. Geheimhouding.
""",
    "training": """Oefening 3: bereken het nettoloon
Jan verdient € 3.000 bruto per maand en heeft een pensioenpremie van 4%. Bereken het loon.
Piet is ziek vanaf 1 maart. Hoeveel loon ontvangt Piet in april?
Antwoorden achterin.
""",
    "hr handbook": """Personeelshandboek
Ziekmelden
Meld je ziek voor 9 uur bij je leidinggevende. De bedrijfsarts, dr. Van Santen, houdt spreekuur op dinsdag.
Vertrouwenspersoon: Ineke Bal, 06-12345678.
Salaris: je ontvangt je loonstrook op de 25e.
""",
    "phone list": """Belangrijke nummers
Huisarts: 030-1234567
Loodgieter Piet: 06-12345678
School: 030-7654321

""",
    "stakeholders": """Stakeholderanalyse
Naam	Rol	Belang	Houding
Marieke Vink	opdrachtgever	hoog	positief
Teun Wolters	functioneel beheerder	middel	neutraal
Sanne Bos	OR-lid	hoog	kritisch

""",
    "public vacancy": """Wij zoeken een salarisadministrateur
Wij bieden een salaris van € 3.200 tot € 4.500 bruto per maand (schaal 9). Solliciteer voor 1 mei bij Anja Kok, 020-1234567.
""",
}
