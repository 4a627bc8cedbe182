"""Further made-up papers of the consultant himself, short ones among them."""

from __future__ import annotations

OWN = {
    "opzegging.txt": """Aan Kromhout & Partners, directie
Utrecht, 28 februari 2026

Hierbij zeg ik, Joris van Wetering, mijn dienstverband op per 1 mei 2026. Ik dank jullie voor de mooie jaren.
""",
    "aan beiden.txt": """Ponthuis Bank
De heer J.P. van Wetering en mevrouw L.M. Smid
Meidoornlaan 18
3971 HT Driebergen
Betreft: jaaroverzicht hypotheek 2025
Restschuld per 31-12: € 331.204. Betaalde rente € 12.101.
""",
    "uwv.txt": """Verzekeringsbericht UWV
Naam              mw./dhr. J.P. van Wetering
Geboren           22-05-1979
Werkgever         Kromhout & Partners B.V.
SV-loon 2025      68.112
""",
    "studieschuld.txt": """DUO
De heer J.P. van Wetering
Meidoornlaan 18
3971 HT Driebergen
Klantnummer 4410 2231
Uw studieschuld op 31-12-2025 is € 4.310,22. U betaalt € 61,40 per maand.
""",
    "incasso mij.txt": """Gerechtsdeurwaarders Van Tilburg
De heer J.P. van Wetering, Meidoornlaan 18, 3971 HT Driebergen
Aanmaning: abonnement Sportcity, achterstallig € 84,00. Indien u niet betaalt volgt dagvaarding voor de
kantonrechter.
""",
    "cv eigen.txt": """JORIS VAN WETERING
Senior adviseur HR en payroll
Driebergen | 06-12340987 | joris.vanwetering@kromhoutpartners.example
ERVARING
2019-heden Kromhout & Partners: implementaties AFAS en verzuim
2011-2019 Gemeente Assen, functioneel beheerder
OPLEIDING
HBO bedrijfskunde, PDL
""",
    "ib aangifte.txt": """Aangifte inkomstenbelasting 2025
Persoonlijke gegevens: J.P. van Wetering, BSN 111222333
Fiscale partner: L.M. Smid, BSN 123456782
Kind: T. van Wetering, 02-03-2017
Loon Kromhout & Partners 68.112; hypotheekrente 12.101; giften 300
""",
    "kilometers.csv": """Kilometerregistratie 2026;J. van Wetering;;;
Datum;Van;Naar;Km;Doel
2-3;Driebergen;Assen;171;Linderdaal overleg
4-3;Driebergen;Zwolle;88;Voorbeeldstad
""",
    "declaratie eigen.csv": """Declaratie;J. van Wetering;februari;
Datum;Omschrijving;Bedrag;Bon
3-2;parkeren Assen;12,00;1
5-2;lunch klant;34,50;2
""",
    "diploma.txt": """Hogeschool Utrecht
Getuigschrift
Joris Pieter van Wetering, geboren 22 mei 1979 te Assen, heeft met goed gevolg het examen Bedrijfskunde afgelegd.
""",
    "polisblad opstal.txt": """Klaverhof Wonen - polisblad
Polishouder
Dhr. J. P. van Wetering
Meidoornlaan 18, 3971 HT Driebergen
Medeverzekerd: mw. L. M. Smid
Herbouwwaarde 412.000   premie per jaar 288,40
""",
    "jaaropgave spaar.txt": """Ponthuis Bank | Financieel jaaroverzicht 2025
T.n.v. J P VAN WETERING EN/OF L M SMID
NL91 ABNA 0417 1643 00   saldo 31-12-2025   8.211,04
""",
    "arbeidsvoorwaarden wijziging.txt": """Addendum arbeidsovereenkomst
Werkgever: Kromhout & Partners B.V.
Werknemer: J.P. van Wetering
Per 1 april 2026 wijzigt de arbeidsduur van 36 naar 32 uur. Het bruto maandsalaris wordt € 4.808.
""",
    "bedrijfsarts eigen.txt": """Arbodienst Zuidvliet
Terugkoppeling spreekuur
Werknemer: J.P. van Wetering, 22-05-1979. Werkgever: Kromhout & Partners
Diagnose is bij mij bekend. Betrokkene kan 4 uur per dag werken, opbouw met 2 uur per week.
""",
    "parkeerboete.txt": """Gemeente Zeist, Parkeerservice
Naheffingsaanslag parkeerbelasting
WETERING, J.P. VAN
MEIDOORNLAAN 18
3971 HT DRIEBERGEN RIJSENBURG
Kenteken X412DT, 12-02-2026 14:08, Slotlaan. Te betalen 81,20
""",
    "verzoek opleiding.txt": """Aan de directie van Kromhout & Partners
Graag vraag ik toestemming en budget voor de opleiding Register Payroll Professional (€ 3.900). Ik volg de lessen op
vrijdag en betaal bij vertrek binnen een jaar de helft terug.
Joris van Wetering
""",
    "koopakte.txt": """KOOPOVEREENKOMST WONING
Verkoper: de heer A. Tuinstra en mevrouw B. Tuinstra-de Jong
Koper: de heer J.P. van Wetering, geboren 22-05-1979 te Assen, en mevrouw L.M. Smid, geboren 11-10-1981
Koopsom € 488.000, oplevering 1 juni 2026
""",
    "urenoverzicht maand.csv": """Maandstaat;maart 2026;Kromhout & Partners;
Dag;Project;Omschrijving;Uren
ma 2-3;LIND-04;procesontwerp;6,5
di 3-3;LIND-04;testplan;8
wo 4-3;VBS-01;implementatieplan bespreken;4
""",
    "uitslag lab.txt": """Laboratorium Midden - uitslag bloedonderzoek
Patient: Wetering, J.P. van (M)    Geb: 22-05-1979
HbA1c 41 mmol/mol; LDL 3,9 (verhoogd); TSH 2,1
Aanvragend arts: P. Kuyt
""",
    "zorgtoeslag.txt": """Dienst Toeslagen
t.a.v. de heer J.P. van Wetering
Meidoornlaan 18
3971 HT Driebergen
Beschikking huurtoeslag: u heeft geen recht op huurtoeslag, u betaalt € 212 terug.
Burgerservicenummer 111222333
""",
    "rijbewijs.txt": """RIJBEWIJS
1. van Wetering
2. Joris Pieter
3. 22.05.1979 Assen
4a. 03.02.2020 4b. 03.02.2030
5. 5112234409
""",
    "aanmelding kinderopvang.txt": """Kinderopvang Hummel - plaatsingsovereenkomst
Ouder 1: J.P. van Wetering, BSN 111222333
Ouder 2: L.M. Smid
Kind: Tess van Wetering, 02-03-2017
Buitenschoolse opvang, ma en do, € 412 per maand
""",
    "mijn salarisvraag.eml": """From: Joris van Wetering <joris.vanwetering@kromhoutpartners.example>
To: Hanneke Prinsen <h.prinsen@kromhoutpartners.example>
Subject: vraag over mijn loonstrook
Content-Type: text/plain; charset=utf-8

Hoi Hanneke, op mijn loonstrook van maart staat 3.496 netto, terwijl ik 36 uur werkte. Klopt de inhouding voor het
ouderschapsverlof?
Groet, Joris
""",
    "tandarts begroting.txt": """Tandartspraktijk Slotlaan
Begroting voor: Dhr. J.P. van Wetering (22-05-1979)
Kroon element 36: € 612,00. Vergoeding verzekering onbekend.
""",
    "kinderbijslag.txt": """Sociale Verzekeringsbank
De heer J.P. van Wetering
Meidoornlaan 18
3971 HT DRIEBERGEN
Kinderbijslag 1e kwartaal 2026 voor Tess (02-03-2017): € 286,45. BSN 111222333
""",
    "creditcheck huur.txt": """Huurovereenkomst vakantiewoning
Huurder: J.P. van Wetering, Meidoornlaan 18 Driebergen
Verhuurder: A. Terpstra, Texel
Periode 11-18 juli, huurprijs € 980
""",
    "eigen gesprekverslag.txt": """Kromhout & Partners - verslag jaargesprek
Medewerker: Joris van Wetering    Leidinggevende: Hanneke Prinsen
Beoordeling: goed. Ontwikkelpunt: commerciele acquisitie. Salarisverhoging 3%.
""",
    "reisverzekering.txt": """Doorlopende reisverzekering Klaverhof
Contractant: MR J.P. VAN WETERING
Gezin: ja. Werelddekking: ja. Premie 9,12 per maand.
Geboortedatum contractant 22-05-1979
""",
    "waterschapsbelasting.txt": """Belastingsamenwerking Midden
Aanslag waterschapsheffingen 2026
Aan J.P. van Wetering, Meidoornlaan 18, 3971 HT Driebergen
Zuiveringsheffing 3 v.e. 201,30   Watersysteemheffing 88,15
""",
    "aanvraag hypotheek.txt": """Inventarisatie hypotheekadvies
Klant 1: J.P. van Wetering, 22-05-1979, inkomen 71.200
Klant 2: L.M. Smid, 11-10-1981, inkomen 38.450
Eigen geld 45.000, studieschuld 4.310
""",
    "loonbelastingverklaring.txt": """Model opgaaf gegevens voor de loonheffingen
Naam en voorletters: Van Wetering, J.P.
BSN: 111222333
Werkgever: Kromhout & Partners B.V.
Loonheffingskorting toepassen: ja
""",
    "klachtbrief consumenten.txt": """Joris van Wetering
Meidoornlaan 18, 3971 HT Driebergen
Aan Windvaart Energie
Ik heb een klacht over mijn jaarafrekening. Het verbruik klopt niet. Graag terugbetaling op NL91ABNA0417164300.
""",
}
