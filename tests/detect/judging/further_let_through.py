"""Further made-up papers with the words of files on persons and nobody in them."""

from __future__ import annotations

ALLOWED = {
    "presentielijst.csv": """Naam;Organisatie;Functie;Aanwezig
Karin Eldering;Zorggroep Linderdaal;HR;ja
Bas de Ruiter;Scholengroep Tweelicht;directeur;ja
Dana Lindhout;Woonstichting Roerhaven;controller;nee
""",
    "storingen.csv": """Melding;Datum;Omschrijving;Prio
200411;3-2-2026;inloggen lukt niet;2
200412;3-2-2026;rapport verzuim toont geen griepcijfers;3
200419;4-2-2026;koppeling salaris gestopt;1
200425;5-2-2026;scherm zwangerschapsverlof leeg;3
""",
    "codetabel.csv": """Code;Omschrijving;Meetellen
1001;Griep;J
1002;Burn-out;J
1003;Zwangerschap;N
1004;Hernia;J
1005;Operatie;J
""",
    "relaties.csv": """Aanhef;Naam;Bedrijf;Adres;Postcode;Plaats
De heer;B. de Ruiter;Scholengroep Tweelicht;Schoolstraat 1;9401 AA;Assen
Mevrouw;K. Eldering;Zorggroep Linderdaal;Zorglaan 8;9411 BB;Beilen
Mevrouw;D. Lindhout;Woonstichting Roerhaven;Maasweg 2;6041 CC;Roermond
Mevrouw;M. Kok;Gemeente Voorbeeldstad;Markt 1;8011 DD;Voorbeeldstad
De heer;S. Brouns;Kade Interim;Havenkade 3;9712 AB;Groningen
""",
    "offerte ontvangen.txt": """Brug Detachering B.V.
Offerte aan Kromhout & Partners B.V.
T.a.v. J. van Wetering
Wij bieden u aan: inzet testcoordinator, 24 uur per week, € 92 per uur exclusief btw.
""",
    "brief modelbrief.txt": """Modelbrief aanmaning huur
[aanhef] [naam huurder]
[adres]
[postcode en plaats]
Geachte [aanhef] [naam],
U heeft een huurachterstand van [bedrag]. Betaalt u niet, dan dragen wij de vordering over aan de deurwaarder en
volgt ontruiming.
""",
    "rapport toezicht.txt": """Inspectierapport 2025 - openbaar
Woonzorgcentrum De Linde te Beilen voldoet aan zeven van de negen normen. Medicatieveiligheid vraagt aandacht.
""",
    "vergelijking cao.csv": """Schaal;CAO A;CAO B;Verschil
25;2.410;2.388;0,9%
35;2.866;2.801;2,3%
45;3.310;3.290;0,6%
""",
    "persona.txt": """Persona's (verzonnen) voor het nieuwe portaal
Sandra, 43, alleenstaande moeder, is chronisch ziek en werkt 24 uur. Ze wil haar rooster op haar telefoon zien.
Ahmed, 58, heeft reuma en zoekt naar zijn loonstrook.
""",
    "zorgplan voorbeeld.txt": """Voorbeeldzorgplan (fictieve client) voor de opleiding
Mevrouw De Proef, 84 jaar, woont alleen en heeft hulp nodig bij steunkousen.
Opdracht: beschrijf drie doelen.
""",
    "fte verzuim.csv": """Organisatie-eenheid;Mdw;Fte;Verzuim%;Meldingsfreq.
Wijkteam A;23;15,40;6,21;1,33
Wijkteam B;19;13,02;4,80;0,97
Nachtzorg;11;7,90;9,94;1,80
""",
    "draaitabel contract.csv": """Aantal van Mdw;Kolomlabels;;
Rijlabels;bepaald;onbepaald;Eindtotaal
Helpende;31;88;119
Verpleegkundige;12;140;152
Staf;3;41;44
Eindtotaal;46;269;315
""",
    "verzuimformulier leeg.txt": """Formulier frequent verzuimgesprek
Naam medewerker: [naam]
Personeelsnummer: [nummer]
Aantal ziekmeldingen: [aantal]
Oorzaak volgens medewerker: [toelichting]
Afspraken: [toelichting]
""",
    "casus toets.txt": """Toetscasus - alle namen zijn verzonnen
Hans Bedacht (57) heeft een WIA-aanvraag gedaan na een herseninfarct. Bereken zijn maatmanloon.
""",
    "tarieven.csv": """Product;Code;Tarief;Eenheid
Huishoudelijke hulp;01A04;31,20;uur
Begeleiding individueel;02A03;58,90;uur
Dagbesteding;07A07;44,10;dagdeel
""",
    "verzuim cijfers nl.txt": """Verzuimrapportage 2025 (organisatieniveau)
Totaal verzuim 6,8%, kort 1,1%, middel 1,4%, lang 4,3%. Meldingsfrequentie 1,12. Psychisch 31% van de verzuimdagen.
""",
    "pivot geslacht.csv": """Aantal medewerkers;Man;Vrouw;Totaal
Schaal 35;22;131;153
Schaal 45;19;88;107
Schaal 55;24;29;53
Totaal;65;248;313
""",
    "leeg import.csv": """Personeelsnummer;Achternaam;Voorletters;Geboortedatum;BSN;IBAN;Salaris
;;;;;;
;;;;;;
""",
    "bijsluiter training.txt": """Oefening 3 (namen gefingeerd)
Truus Testa meldt zich ziek met migraine. Zij heeft BSN 123456782. Voer de melding in en controleer de brief.
""",
    "openbare raad.txt": """Raadsvoorstel 2026-14 (openbaar)
Onderwerp: subsidieregeling schuldhulpverlening
De raad besluit € 240.000 beschikbaar te stellen. Wethouder B. Hartman licht toe.
""",
    "rechtsbijstand.txt": """Juristenpunt Rechtsbijstand
Dossier 44120 - verzekerde J.P. van Wetering
Kwestie: geschil met aannemer over lekkage
Wij hebben uw aannemer aangeschreven.
""",
    "bloeddonor.txt": """Sanquin - uitnodiging bloeddonatie
J. van Wetering, donornummer 8810221, bloedgroep O positief
U bent welkom vanaf 2 april in Zeist.
""",
    "erfenis.txt": """Verklaring van erfrecht
Erflater: mevrouw A. van Wetering-Drent, overleden 3 november 2025
Erfgenamen: J.P. van Wetering en S.A. van Wetering
""",
    "visitekaartjes.csv": """Naam;Bedrijf;Functie;E-mail;Mobiel
B. de Ruiter;Scholengroep Tweelicht;directeur;b.deruiter@tweelicht.example;06-11002200
D. Lindhout;Woonstichting Roerhaven;controller;d.lindhout@roerhaven.example;06-22003300
""",
    "factuur zzp aan firma.txt": """S. Brouns (Kade Interim)
Havenkade 3, 9712 AB Groningen
Factuur aan Kromhout & Partners B.V.
Uren februari 88 x 98,00 = 8.624,00; KvK 01234567; IBAN NL20INGB0001234567
""",
    "urenstaat zzp.csv": """Urenstaat;S. Brouns;Kade Interim;
Datum;Klant;Werkzaamheden;Uren
2-3-2026;Linderdaal;testen;8
3-3-2026;Linderdaal;overleg;4
""",
    "salarisschalen.csv": """Schaal;Trede 0;Trede 5;Trede 10
6;2.210;2.480;2.790
7;2.380;2.690;3.050
8;2.610;2.990;3.410
""",
    "enquete resultaten.csv": """Vraag;Gemiddelde;n
Ik heb plezier in mijn werk;7,8;212
Mijn leidinggevende luistert;7,1;209
De werkdruk is acceptabel;5,9;211
""",
    "zwangerschapsbrief partner.txt": """Verloskundigen Zeist
Aan mevrouw L.M. Smid en de heer J.P. van Wetering
Meidoornlaan 18, 3971 HT Driebergen
De 20-wekenecho is gepland op 4 mei. Uitgerekende datum 22 september.
""",
    "vacature bureau.txt": """Kromhout & Partners zoekt een adviseur payroll (32-40 uur)
Wij bieden een salaris tot € 5.800, een leaseauto en 30 vakantiedagen. Solliciteer bij Hanneke Prinsen,
h.prinsen@kromhoutpartners.example.
""",
    "instroom.csv": """Maand;Instroom;Uitstroom;Verloop %
jan;12;9;1,1
feb;8;11;1,3
mrt;15;7;0,8
""",
    "mdw per locatie.csv": """Locatie;Mdw;Vrouw %;Gem. leeftijd
De Linde;112;84,1;44,2
Het Anker;86;79,0;46,8
De Brink;141;88,5;41,9
""",
    "inschrijfformulier leeg.txt": """Inschrijfformulier woningzoekende
Achternaam: ________________  Voorletters: ______
Geboortedatum: __-__-____   BSN: _________
Bruto jaarinkomen: ____________
Handtekening: ____________
""",
    "persbericht.txt": """Persbericht - Woonstichting Roerhaven bouwt 64 woningen
Directeur Dana Lindhout: 'Wij zijn blij dat we kunnen beginnen.' De huurprijs ligt onder de toeslaggrens.
""",
}
