"""Made-up files of a consultant's laptop as they are met, by what is true of them. `FROM_CLIENT`: downloaded
from there."""

from __future__ import annotations

ALLOWED_FROM_CLIENT = {
    "Notitie inrichting HR-portaal.txt": """ Notitie inrichting HR-portaal
Versie 0.3, concept
Inleiding
In de ontwerpsessies van september is besproken hoe medewerkers hun gegevens kunnen wijzigen.
Uitgangspunten
- Mutaties worden door de medewerker zelf ingevoerd.
- De salarisadministratie keurt bankrekeningnummers goed.
Openstaande punten
Wie beheert de autorisaties? Voorstel: functioneel beheer.
Vervolg
Besluit in de projectgroep van 14 november.
""",
    "memo.txt": """Memo
Aan: projectgroep HR-systeem
Van: Robin de Adviseur
Datum: 12 november 2026
Onderwerp: stand van zaken conversie
De proefconversie van vrijdag leverde 212 uitval op, vooral door ontbrekende postcodes. De leverancier past het
script aan.
Wij stellen voor de tweede proefconversie een week te verschuiven. Gevolgen voor de planning: geen.
""",
    "organogram.csv": """Naam;Functie;Afdeling;E-mail;Telefoon
Joke Willemse;projectleider;Bedrijfsvoering;j.willemse@voorbeeldstad.example;020-1234567
Peter Stok;architect;ICT;p.stok@voorbeeldstad.example;020-1234568
Yara Blok;beheerder;HR;y.blok@voorbeeldstad.example;020-1234569
Henk Tol;manager;HR;h.tol@voorbeeldstad.example;020-1234560
""",
    "handleiding.txt": """Gebruikershandleiding verlof aanvragen
Inhoudsopgave
1. Inloggen
Ga naar het portaal en klik op Inloggen.
2. Verlof aanvragen
Kies in het menu Verlof. Vul de begindatum en einddatum in en klik op Verzenden.
3. Saldo bekijken
""",
    "presentatie.txt": """Kick-off programma HR Next
Agenda
Waarom dit programma
Doelen
Planning op hoofdlijnen
Wie doet wat
Vragen?
""",
    "testcases.csv": """Testgeval;Omschrijving;Verwacht resultaat;Tester;Status
1;Nieuwe medewerker invoeren;Medewerker zichtbaar;Joke Willemse;geslaagd
2;BSN met fout invoeren;Foutmelding elfproef;Peter Stok;geslaagd
3;Salaris wijzigen;Historie opgebouwd;Peter Stok;gefaald
""",
    "minutes.txt": """Minutes of the steering committee, 12 November 2026
Present: J. Willemse (chair), P. Stok, R. de Adviseur
Apologies: K. Bos
1. Minutes of last meeting: approved
2. Status: interfaces on track; data cleansing delayed by one week
3. Decisions: go-live moved to 1 March
4. Action items: PS to contact the vendor
Next meeting: 26 November
""",
    "raci.csv": """Activity;Project lead;HR;Payroll;IT
Define scope;A;C;C;I
Map processes;R;A;R;I
Cleanse data;C;A;R;R
Sign off;A;R;R;C
""",
    "interview guide.txt": """Interviewleidraad
Doel van het gesprek: inzicht in het huidige indienstproces
Vragen
1. Hoe verloopt de aanmelding van een nieuwe medewerker?
2. Welke systemen gebruikt u daarbij?
3. Waar gaat het mis?
""",
    "release notes.txt": """Release notes 4.2
Nieuwe functionaliteit
- Verlofkaart in de app
Opgeloste fouten
- Dubbele meldingen bij ziekmelding
Bekende problemen
- Rapport verzuim toont verkeerde periode
""",
    "training handout.txt": """Handout training leidinggevenden
Oefening 1: keur een verlofaanvraag goed
Oefening 2: meld een medewerker ziek
Stap 1 Open het menu Mijn team. Stap 2 Klik op Ziekmelding. Stap 3 Vul de datum in.
""",
    "concept advies.txt": """Adviesrapport inrichting salarisadministratie
Managementsamenvatting
De salarisadministratie kan van acht naar vijf processtappen. Wij adviseren de mutaties bij de bron vast te leggen.
Aanleiding en vraagstelling
Bevindingen
Aanbevelingen
Vervolgstappen en planning
""",
}

ALLOWED = {
    "RE overleg.eml": """From: Joke Willemse <j.willemse@voorbeeldstad.example>
To: Robin de Adviseur <robin@adviesbureau.example>
Subject: RE: overleg Zaaksysteem Delta
Date: Mon, 02 Nov 2026 09:12:00 +0100
Content-Type: text/plain; charset=utf-8

Hoi Robin,

Dinsdag om 10 uur past. Ik neem de lijst met koppelingen mee.

Groet,
Joke Willemse
Projectleider
Gemeente Voorbeeldstad
Stadsplein 1, 1234 CD Voorbeeldstad
T 020-1234567
Dit bericht is vertrouwelijk en uitsluitend bestemd voor de geadresseerde.
""",
    "sow.txt": """Statement of Work
Between Adviesbureau Voorbeeld and Gemeente Voorbeeldstad
Scope: implementation support HR system
Fee: EUR 115 per hour excluding VAT, estimated 320 hours
Term: 1 January 2027 to 30 June 2027
Signed: R. de Adviseur, J. Willemse
""",
    "uitnodiging feest.txt": """Hoi allemaal,
Op 12 december vieren we de verjaardag van oma (80!). Adres: Lindelaan 4, 9711 KL Groningen. Bel even als je
later komt: 06-12345678.
Liefs, Marieke
""",
    "kwartaal.txt": """Kwartaalrapportage Q3 Adviesbureau Voorbeeld
Omzet 412.000, kosten 318.000, resultaat 94.000.
Grootste opdrachtgevers: Gemeente Voorbeeldstad, Waterschap Elders.
""",
    "begroting2.txt": """Begroting programma (openbaar)
Personeelskosten 412.000
Licenties 118.000
""",
    "verwerkersovereenkomst.txt": """Verwerkersovereenkomst
Partijen: Gemeente Voorbeeldstad (verwerkingsverantwoordelijke) en Adviesbureau Voorbeeld (verwerker)
Artikel 1 Definities
Artikel 2 Verwerking van persoonsgegevens: namen, geboortedata en BSN van medewerkers.
Artikel 9 Vertrouwelijkheid: partijen behandelen alle informatie vertrouwelijk.
Aldus overeengekomen en getekend
""",
    "aggregaat.csv": """Afdeling;Aantal medewerkers;Gemiddeld salaris;Verzuim %;Gemiddelde leeftijd
HR;12;3.980;5,1;44
ICT;31;4.420;3,9;41
Zorg;210;3.120;7,8;43
Totaal;253;3.320;7,1;43
""",
    "opdrachtbevestiging.txt": """Adviesbureau Voorbeeld
Opdrachtbevestiging
Hierbij bevestigen wij de opdracht van Gemeente Voorbeeldstad voor de inrichting van het zaaksysteem.
Tarief 115 euro per uur, inzet 320 uur, looptijd tot 30 juni 2027.
""",
    "nieuwsbrief.txt": """Nieuwsbrief Adviesbureau Voorbeeld, november
Nieuwe collega's: Fatima El Idrissi en Gijs Smit. Welkom!
Jubileum: Karin werkt vijf jaar bij ons.
De kerstborrel is op 18 december.
""",
    "mail reis.eml": """From: Reisbureau Zon <info@zonreis.example>
To: robin@adviesbureau.example
Subject: Boekingsbevestiging
Date: Mon, 02 Nov 2026 09:12:00 +0100
Content-Type: text/plain; charset=utf-8

Beste Robin,
Uw boeking Z99123 voor 4 personen: R. de Adviseur, S. Verbeek, M. de Adviseur, L. de Adviseur.
Vertrek 12 juli 2027. Totaal 3.120 euro.
""",
    "tabel loonschalen.csv": """Schaal;Trede 0;Trede 1;Trede 2;Trede 3
6;2.410;2.520;2.630;2.740
7;2.610;2.730;2.850;2.970
8;2.890;3.020;3.150;3.280
""",
    "bouwlog.txt": """[INFO] Building project 4.2
[INFO] Compiling 214 sources
[WARNING] deprecated API in Payroll.java
[INFO] Tests run: 812, Failures: 0
[INFO] BUILD SUCCESS
[INFO] Total time: 02:14 min
""",
}

CLIENT_DATA_FROM_CLIENT = {
    "functieprofiel.txt": """Functieprofiel salarisadministrateur
Doel van de functie
Verwerkt mutaties en verzorgt de salarisbetaling.
Schaal 8, 36 uur. Standplaats Voorbeeldstad.
""",
    "script.sql": """SELECT m.persnr, m.naam
FROM medewerker m
JOIN dienstverband d ON d.persnr = m.persnr
WHERE d.einddatum IS NULL
ORDER BY m.naam;
INSERT INTO log VALUES (1, 'run');
""",
    "formatie.csv": """Afdeling;Formatie fte;Bezetting fte;Inhuur;Kosten
HR;12,0;11,2;0,8;980000
ICT;31,0;28,4;4,0;3120000
Zorg;210,0;201,5;12,1;14200000
""",
    "config.yaml": """server:
  host: app01.intern
  port: 8443
database:
  user: zaak
  pool: 20
logging: info
""",
}

CLIENT_DATA = {
    "lijst.csv": """Medewerker;Functie;Schaal;Trede;Bruto
Willemse, J.;projectleider;11;7;4.812,00
Stok, P.;architect;12;3;5.101,00
Blok, Y.;beheerder;9;10;3.990,00
Tol, H.;manager;13;5;5.870,00
""",
    "mail over ziek.eml": """From: Henk Tol <h.tol@voorbeeldstad.example>
To: Joke Willemse <j.willemse@voorbeeldstad.example>
Subject: Yara
Date: Mon, 02 Nov 2026 09:12:00 +0100
Content-Type: text/plain; charset=utf-8

Joke,

Yara Blok heeft zich ziek gemeld. Zij heeft een burn-out en de bedrijfsarts verwacht dat het drie maanden duurt.
Haar salaris blijft 100 procent.

Henk
""",
    "sleutel.csv": """Pseudoniem;Personeelsnummer;Naam
P001;100221;J. Willemse
P002;100222;P. Stok
P003;100223;Y. Blok
P004;100224;H. Tol
""",
    "begroting.txt": """VERTROUWELIJK
Gemeente Voorbeeldstad
Concept begroting Zaaksysteem Delta 2027
Personeelskosten 412.000
Licenties 118.000
Onvoorzien 50.000
""",
    "cv kandidaat.txt": """Curriculum vitae
Naam: Teun Hoekstra
Geboortedatum: 12-05-1979
Adres: Beukenstraat 12, 8011 AB Zwolle
Telefoon: 06-87654321
Werkervaring
2010-heden teamleider, Zorggroep Elders
Opleiding
HBO Personeel en Arbeid
""",
    "klacht.txt": """Geachte heer, mevrouw,
Hierbij dien ik een klacht in over de behandeling door uw medewerker op 3 oktober. Ik heb een visuele beperking
en kreeg geen hulp.
Hoogachtend,
Teun Hoekstra
Beukenstraat 12
8011 AB Zwolle
06-87654321
""",
    "arbeidsovereenkomst.txt": """Arbeidsovereenkomst
De ondergetekenden Zorggroep Elders en mevrouw Marloes Terpstra, geboren 12-05-1979, wonende Beukenstraat 12,
8011 AB Zwolle,
komen het volgende overeen: werknemer treedt op 1 januari 2027 in dienst als verpleegkundige tegen een bruto
salaris van 3.120,00 per maand.
BSN: 111222333
""",
    "belscript.txt": """Overdracht dienst afdeling Linde
Kamer 4: mw. Bakkenes, 84 jaar, delier, gebruikt haldol, slecht geslapen.
Kamer 6: dhr. Elzinga, diabetes, wond aan de voet verzorgd.
Kamer 9: mw. Mous, CVA, valgevaar.
""",
    "brief uwv.txt": """UWV
Postbus 57015, 1040 CT Amsterdam
Aan: Zorggroep Elders, t.a.v. HR
Onderwerp: beslissing op aanvraag WIA-uitkering van mw. I. Wiersma, BSN 100000009
Geachte heer, mevrouw,
Wij hebben de mate van arbeidsongeschiktheid van mevrouw Wiersma vastgesteld op 43 procent per 1 oktober.
""",
    "loonbeslag.txt": """Exploot van beslag
Ten laste van: T. Hoekstra, Beukenstraat 12, 8011 AB Zwolle, geboren 2-7-1976
Vordering 4.120,33 vermeerderd met kosten. U dient het loon boven de beslagvrije voet af te dragen.
Deurwaarderskantoor Elders
""",
    "deelnemers.csv": """Voornaam;Achternaam;Adres;Postcode;Plaats;Mobiel
Anna;Mous;Lindelaan 4;9711 KL;Groningen;0612345678
Piet;Elzinga;Beukenstraat 12;8011 AB;Zwolle;0687654321
Kees;Bakkenes;Eikenlaan 9;7411 BC;Deventer;0611223344
Els;Wiersma;Dorpsweg 2;9401 DE;Assen;0644332211
""",
    "klantenservice.json": """[
{"customer":{"firstName":"Anna","lastName":"Mous","birthDate":"1980-02-01","iban":"NL20INGB0001234567"}},
{"customer":{"firstName":"Piet","lastName":"Elzinga","birthDate":"1971-03-05","iban":"NL91ABNA0417164300"}},
{"customer":{"firstName":"Els","lastName":"Wiersma","birthDate":"1966-11-09","iban":"NL20INGB0001234567"}}]
""",
    "gesprekverslag.txt": """Functioneringsgesprek
Medewerker: Teun Hoekstra
Leidinggevende: H. Tol
Datum: 3 november 2026
Besproken: de afgelopen periode was Teun vaak te laat. Hij geeft aan dat zijn scheiding hem parten speelt.
Afspraak: verbetertraject van drie maanden. Beoordeling: onvoldoende.
""",
    "dump.sql": """INSERT INTO medewerker (persnr, naam, bsn, geboortedatum) VALUES (1001,'Fenna
Oosterhof','123456782','1980-01-01');
INSERT INTO medewerker (persnr, naam, bsn, geboortedatum) VALUES (1002,'Teun Hoekstra','111222333','1981-02-02');
INSERT INTO medewerker (persnr, naam, bsn, geboortedatum) VALUES (1003,'Marloes Terpstra','999990019','1982-03-03');
INSERT INTO medewerker (persnr, naam, bsn, geboortedatum) VALUES (1004,'Ilse Wiersma','100000009','1983-04-04');
""",
    "wachtlijst.txt": """Wachtlijst dagbesteding
1. mw. A. Mous, 1941, dementie, wacht sinds maart
2. dhr. P. Elzinga, 1938, Parkinson, wacht sinds april
3. mw. E. Wiersma, 1945, CVA, wacht sinds juni
""",
    "stemmen or.txt": """Kandidaten OR-verkiezing
Naam	Lijst	Vakbond
Fenna Oosterhof	1	FNV
Teun Hoekstra	1	FNV
Marloes Terpstra	2	CNV
Ilse Wiersma	2	CNV
""",
}

OWN = {
    "polis.txt": """Autoverzekering
Polisblad
Verzekeringnemer: dhr. R. de Adviseur
Kenteken AB-123-C, polisnummer 99123
Premie per maand 48,20. Eigen risico 250 euro. IBAN NL91ABNA0417164300
""",
    "declaratie zorg.txt": """Declaratieoverzicht zorgverzekering 2026
R. de Adviseur, geboortedatum 14-03-1985
Datum	Zorgverlener	Omschrijving	Bedrag
03-02-2026	Huisartsenpraktijk Zuid	consult	31,00
12-03-2026	Ziekenhuis Rivierenland	MRI knie	412,00
Eigen risico verrekend 385,00
""",
    "arbeidsovereenkomst eigen.txt": """Arbeidsovereenkomst
De ondergetekenden Adviesbureau Voorbeeld B.V. en de heer Robin de Adviseur, geboren 14-03-1985, wonende
Kastanjelaan 8, 3581 CD Utrecht,
komen het volgende overeen: werknemer treedt op 1 februari 2019 in dienst als adviseur tegen een bruto salaris
van 4.120,00 per maand.
BSN: 123456782
""",
    "paspoort.txt": """KONINKRIJK DER NEDERLANDEN
PASPOORT
Achternaam: de Adviseur
Voornamen: Robin
Nationaliteit: Nederlandse
Geboortedatum: 14 MAA 1985
Documentnummer: SPECI2014
P<NLDDE<ADVISEUR<<ROBIN<<<<<<<<<<<<<<<<<<<<<
SPECI20142NLD8503148M2401018999999990<<<<<84
""",
    "huurcontract.txt": """Huurovereenkomst woonruimte
Verhuurder: Woonstichting Elders
Huurder: R. de Adviseur, geboren 14-03-1985
Adres: Kastanjelaan 8, 3581 CD Utrecht. Huurprijs 1.120,00 per maand.
Borgsom 2.240,00 te betalen op NL20INGB0001234567.
""",
    "boete.txt": """Centraal Justitieel Incassobureau
De heer R. de Adviseur
Kastanjelaan 8, 3581 CD Utrecht
Kenteken AB-123-C. U reed 8 km per uur te hard. Te betalen 74,00 plus 9,00 administratiekosten.
CJIB-nummer 123456789. Geboortedatum 14-03-1985.
""",
    "toeslag.txt": """Belastingdienst/Toeslagen
Voorschotbeschikking zorgtoeslag 2026
R. de Adviseur
Burgerservicenummer 123456782
Uw toetsingsinkomen is 30.120. Uw toeslagpartner: S. Verbeek, BSN 111222333.
""",
    "statement partner.txt": """Loonstrook periode 9
Werkgever: Basisschool De Regenboog
Werknemer: S. de Adviseur-Verbeek
BSN 111222333  Geboortedatum 02-07-1986
Bruto 3.010,00 Loonheffing 540,00 Netto 2.390,00
Overgemaakt op NL91ABNA0417164300
""",
    "pensioen.txt": """Pensioenfonds Elders
Uniform Pensioenoverzicht 2026
Dhr. R. de Adviseur, geboren 14-03-1985
Te bereiken ouderdomspensioen 18.120 euro per jaar. Partnerpensioen 9.060 euro.
Pensioengevend salaris 56.340
""",
}
