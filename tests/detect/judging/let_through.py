"""Made-up papers with the words of files on persons and nobody in them."""

from __future__ import annotations

ALLOWED = {
    "verzuim per cluster.csv": """Team;Mdw;< 8 dgn %;8-42 dgn %;> 42 dgn %;Totaal %
Noord;84;1,22;0,81;2,10;4,13
Zuid;61;1,60;0,44;3,05;5,09
Dagbesteding;112;0,98;1,02;1,77;3,77
Staf;45;0,71;0,30;0,90;1,91
""",
    "leeftijd schaal.csv": """Aantal mdw;Kolomlabels;;;
Rijlabels;tot 25;25-40;40-55;55+
FWG 25;12;30;22;18
FWG 35;20;61;45;40
FWG 45;4;33;39;28
FWG 55;0;12;25;19
Eindtotaal;36;136;131;105
""",
    "pva leeg.txt": """Plan van aanpak re-integratie - MODEL
Naam medewerker: ................
Geboortedatum: ................
Eerste verzuimdag: ................
Beperkingen volgens bedrijfsarts: ................
Einddoel: ................
Handtekening werknemer: ................
""",
    "casus.txt": """Oefencasus (namen verzonnen)
Piet Proef, 52 jaar, is al tien weken ziek met rugklachten. Zijn leidinggevende heeft hem nog niet gebeld.
Opdracht: welke stappen uit de Wet verbetering poortwachter zijn gemist?
""",
    "schoolrapport dochter.txt": """Basisschool De Klimop, groep 5
Rapport van Tess van Wetering
Ouders: J.P. van Wetering en L.M. Smid
Lezen: ruim voldoende. Rekenen: goed. Tess werkt rustig en helpt anderen.
""",
    "mutaties fte.csv": """Afdeling;Mdw begin;In;Uit;Mdw eind;Fte
Wonen;41;3;2;42;35,60
Onderhoud;28;1;4;25;23,80
Financien;12;0;1;11;9,90
ICT;9;2;0;11;10,20
""",
    "leeftijdsopbouw dienstjaren.csv": """Aantal van pers;0-5 jr;5-10 jr;10-20 jr;20+
Jonger dan 30;44;6;0;0
30-40;31;28;12;0
40-50;22;19;31;9
50-60;11;14;29;33
60+;3;6;12;28
Totaal;111;73;84;70
""",
    "format plan van aanpak.txt": """FORMAT PLAN VAN AANPAK RE-INTEGRATIE
Werknemer: <naam werknemer>
Geboortedatum: <dd-mm-jjjj>
Functie: <functie>
Mogelijkheden en beperkingen: <invullen>
Afspraken: <invullen>
Datum evaluatie: <dd-mm-jjjj>
""",
    "rollenspel.txt": """Rollenspel verzuimgesprek - de personen in deze casus zijn fictief
Medewerker Anja Fantasie is sinds zes weken thuis met een burn-out. U bent haar teamleider.
Opdracht 1: open het gesprek. Opdracht 2: maak een afspraak over contact.
""",
    "nieuwsbrief.txt": """Nieuwsbrief personeel maart
Welkom aan onze nieuwe collega's Hugo Prins (ICT) en Marja Kok (Financien). Op 9 april is de voorjaarsborrel.
Let op: het verlofsaldo van vorig jaar vervalt op 1 juli.
""",
    "notaris.txt": """Heden verschenen voor mij, mr. A. Touw, notaris te Zeist:
1. de heer Joris Pieter van Wetering, geboren te Assen op tweeentwintig mei negentienhonderd negenenzeventig,
wonende Meidoornlaan 18 te Driebergen;
2. mevrouw Lotte Marije Smid, geboren te Emmen op elf oktober negentienhonderd eenentachtig.
AKTE VAN LEVERING van het woonhuis Meidoornlaan 18.
""",
    "whatsapp.txt": """[12-03 08:10] Lotte: haal jij Tess vandaag?
[12-03 08:11] Joris: ja, half zes
[12-03 08:12] Lotte: ook nog melk graag
""",
    "kaartje oma.txt": """Lieve tante Rie,
Wat fijn dat je weer thuis bent uit het ziekenhuis. We komen zondag langs met Tess.
Liefs, Joris en Lotte
""",
    "verzuim team klein.csv": """Maand;Noord;Zuid;Totaal
jan;5,1;4,4;4,8
feb;6,0;4,9;5,4
mrt;4,7;4,1;4,4
""",
    "verzuimprotocol.txt": """Verzuimprotocol Zorggroep Linderdaal
Artikel 1 Ziekmelding: u meldt zich voor 9.00 uur bij uw leidinggevende.
Artikel 2 Bedrijfsarts: binnen zes weken wordt u opgeroepen voor het spreekuur.
Artikel 3 Loon: in het eerste jaar wordt 100% doorbetaald.
""",
    "leeg declaratie.txt": """Declaratieformulier
Naam: ____________________   Personeelsnummer: ______
IBAN: ____________________
Datum | Omschrijving | Bedrag
      |              |
Handtekening: ____________
""",
    "tekst vacature.txt": """Vacature teamleider Wonen (32-36 uur)
Wij zoeken een ervaren teamleider. Wij bieden een salaris van maximaal € 4.880 in schaal 55.
Vragen? Bel Karin Eldering, 0592-112233. Solliciteer voor 1 april via werkenbij@linderdaal.example.
""",
    "credit card.csv": """Kaarthouder;J P VAN WETERING;;
Datum;Omschrijving;Bedrag;Valuta
03-03-2026;NS International;148,00;EUR
04-03-2026;Hotel Kaap Skil;212,50;EUR
""",
    "inkoopfactuur.txt": """Kade Interim
Factuur 2026-044
Aan: Kromhout & Partners B.V., Utrecht
Inzet S. Brouns februari, 88 uur x 98,00 = 8.624,00 excl btw
IBAN NL20INGB0001234567
""",
    "bhv lijst.csv": """Naam;Afdeling;Functie;Telefoon intern
Karin Eldering;HR;adviseur;4412
Tom Bosveld;ICT;beheerder;4430
Marja Kok;Financien;controller;4471
""",
    "sociaal plan.txt": """Sociaal Plan 2026-2028
Artikel 3.2 Boventallige medewerkers ontvangen een vertrekvergoeding van een bruto maandsalaris per dienstjaar.
Artikel 5.1 Bij ziekte tijdens de herplaatsing geldt het verzuimprotocol.
""",
    "formatie.csv": """Functie;Schaal;Aantal;Fte;Vacatures
Verpleegkundige;45;64;48,2;5
Helpende;25;38;24,6;3
Teamleider;60;7;6,4;0
Totaal;;109;79,2;8
""",
    "testgevallen.csv": """Fictieve testgegevens - geen echte personen;;;
Naam;BSN;Geboortedatum;Salaris
Test Tester;999990019;01-01-1980;3000
Proef Persoon;999990020;02-02-1985;3500
""",
    "artikel.txt": """Verzuim in de zorg stijgt opnieuw
Volgens het CBS was het verzuim in 2025 gemiddeld 7,4 procent. Burn-outklachten zijn de belangrijkste oorzaak, zegt
onderzoeker Merel Haan.
""",
    "apotheek.txt": """Apotheek Zeisterbos - medicatieoverzicht
Wetering J.P. van, M, 22-05-1979
latanoprost oogdruppels 1dd1 ODS
pantoprazol 20 mg 1dd1
""",
    "brief school ouder.txt": """Basisschool De Klimop
Aan de heer Van Wetering en mevrouw Smid
Meidoornlaan 18, 3971 HT Driebergen
Beste ouders van Tess,
Graag nodigen wij u uit voor het tienminutengesprek op 12 maart.
Met vriendelijke groet, juf Anke
""",
    "collega ziek firma.txt": """Hoi allemaal,
Volgende week is het kantoor dicht op vrijdag. Vergeet je uren niet te boeken.
Groet, Hanneke
""",
    "verzuim leeftijd.csv": """Leeftijd;Mdw;Verzuim %;Frequentie
<25;41;3,2;1,4
25-35;118;4,4;1,2
35-45;140;5,1;1,0
45-55;133;6,3;0,9
55+;97;8,8;0,9
""",
    "intake leeg.txt": """Intakeformulier thuiszorg (blanco)
Naam client:
Geboortedatum:
BSN:
Huisarts:
Medicatie:
Contactpersoon:
""",
    "leveranciers.csv": """Leverancier;IBAN;Contact;Mail
Windvaart Zakelijk;NL20INGB0001234567;Afdeling facturen;facturen@windvaart.example
Kade Interim;NL02ABNA0123456789;S. Brouns;info@kade.example
Print & Zo;NL13TEST0123456789;Balie;balie@printenzo.example
""",
    "folder gemeente.txt": """Hulp bij schulden? Gemeente Voorbeeldstad helpt u
Heeft u betalingsachterstanden of dreigt ontruiming? Bel 14 038. Het gesprek is gratis. U hoeft zich niet te
schamen.
""",
    "recruiter.eml": """From: Sander Post <s.post@brugdetachering.example>
To: Joris van Wetering <joris.vanwetering@kromhoutpartners.example>
Subject: opdracht functioneel beheer
Content-Type: text/plain; charset=utf-8

Hoi Joris,
Ik heb een vacature voor een functioneel beheerder salaris bij een ziekenhuis, 32 uur. Zou ik je mogen voorstellen?
Ik bel je morgen, mijn nummer is 06-11223344.
Groet, Sander
""",
    "mail hr klant vacature.eml": """From: Karin Eldering <k.eldering@linderdaal.example>
To: Joris van Wetering <joris.vanwetering@kromhoutpartners.example>
Subject: vacature tester
Content-Type: text/plain; charset=utf-8

Dag Joris,
Ik heb de vacature voor de testcoordinator uitgezet. Mijn voorstel is om volgende week samen de profielen te
bekijken.
Karin Eldering, 06-22334455
""",
    "trainingsregistratie.csv": """Training;Datum;Jaar;Aantal
AFAS basis;12-05;2004;14
Verzuim;03-09;2011;22
Roosteren;18-11;2013;9
""",
}
