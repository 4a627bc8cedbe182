"""Made-up papers of the consultant's firm: what it offers, bills and keeps, and what its people did."""

from __future__ import annotations

FIRM = {
    "debiteuren.csv": """Kromhout & Partners - openstaande posten per 31 december;;;;
Debiteur;Factuur;Datum;Bedrag;Dagen open
Zorggroep Linderdaal;F26-0101;2-11-2025;14.520,00;59
Gemeente Voorbeeldstad;F26-0108;15-11-2025;8.712,00;46
Scholengroep Tweelicht;F26-0112;3-12-2025;4.356,00;28
""",
    "CV Roos Aldering.txt": """KROMHOUT & PARTNERS

Curriculum vitae
Roos Aldering - adviseur HR-systemen en payroll
Opleiding: HBO Personeel en Arbeid, Hogeschool Utrecht
Werkervaring
2021 - heden   Kromhout & Partners, adviseur: invoering verzuimmodule, salarisverwerking ingericht
2017 - 2021    Stichting Ommeland, functioneel beheerder
Certificaten: PRINCE2, PDL
""",
    "offerte roosters.txt": """Kromhout & Partners B.V.
Offerte 2026-018

Zorggroep Linderdaal, t.a.v. mevrouw K. Eldering
Onderwerp: aanbieding begeleiding keuze roosterpakket
Wij bieden u de volgende werkzaamheden aan: vooronderzoek (4 dagen), selectie (6 dagen), begeleiding invoering (12
dagen).
Tarief € 1.080 per dag exclusief btw. Geldig tot 1 mei 2026.
Joris van Wetering, senior adviseur
""",
    "onderaannemer.txt": """Kromhout & Partners B.V.
Overeenkomst van opdracht met Kade Interim (de heer S. Brouns)
Uurtarief € 98,00 exclusief btw, inzet 24 uur per week bij Zorggroep Linderdaal, looptijd tot 1 oktober 2026.
Facturatie maandelijks op basis van goedgekeurde uren.
""",
    "facturenlijst.csv": """Kromhout & Partners B.V.;Facturen 2026;;;
Nummer;Klant;Omschrijving;Excl;Status
26001;Gemeente Voorbeeldstad;advies januari;9.600,00;betaald
26002;Woonstichting Roerhaven;training;2.400,00;open
26003;Zorggroep Linderdaal;projectleiding;12.800,00;open
""",
    "verlofregeling bureau.txt": """Kromhout & Partners - personeelsregeling verlof 2026
Artikel 1. Iedere medewerker heeft recht op 200 vakantie-uren bij een fulltime dienstverband.
Artikel 2. Ziekmelding gebeurt voor 9 uur bij de leidinggevende.
Artikel 3. De regeling geldt voor alle medewerkers van ons bureau.
""",
    "teamuren.csv": """Kromhout & Partners;declarabele uren februari;;
Adviseur;Klant;Uren;Tarief
J. van Wetering;Linderdaal;62;135
R. Aldering;Voorbeeldstad;88;120
B. Stam;Roerhaven;40;120
""",
    "aanbieding.txt": """Aan Woonstichting Roerhaven
T.a.v. mevrouw D. Lindhout

Utrecht, 5 maart 2026
Offerte 26-031: ondersteuning harmonisatie arbeidsvoorwaarden

Geachte mevrouw Lindhout,
Dank voor het gesprek. Wij bieden u aan: inventarisatie 5 dagen, scenario's 4 dagen, presentatie 1 dag. Honorarium
10 x € 1.120.
Met vriendelijke groet,
Kromhout & Partners B.V.
Joris van Wetering
""",
    "cv stam.txt": """Profiel Bart Stam
Kromhout & Partners B.V. | www.kromhoutpartners.example
Senior consultant verzuim en inkomen
Opleidingen: Arbeids- en organisatiepsychologie (RUG), Register casemanager
Opdrachten: 2024 invoering eigenrisicodragerschap, 2022 herinrichting salarisadministratie bij een waterschap
Talen: Nederlands, Engels
""",
    "kwartaalrapport bureau.txt": """Kromhout & Partners - intern - managementoverleg Q1
Omzet 412.000, bezetting 78%, orderportefeuille 6 maanden.
Openstaand bij klanten: Linderdaal 21.000, Roerhaven 2.400.
""",
    "urenbriefje detachering.txt": """Urenbriefje   Kromhout & Partners B.V.
Consultant: J. van Wetering   Opdrachtgever: Gemeente Voorbeeldstad
ma 2-3  8,0   di 3-3  8,0   wo 4-3  vrij   do 5-3  8,0   vr 6-3  4,0
Totaal 28,0   Akkoord opdrachtgever: ______
""",
    "tender cv.txt": """KROMHOUT & PARTNERS B.V.
CV t.b.v. aanbesteding Gemeente Voorbeeldstad
Kandidaat: Imke Zwart
Rol: projectleider personeels- en salarisadministratie
Relevante opdrachten: invoering e-HRM, optimalisatie verzuimproces
Opleiding: WO bestuurskunde
""",
    "raamovereenkomst.txt": """Nadere overeenkomst
Partijen: Gemeente Voorbeeldstad (opdrachtgever) en Kromhout & Partners B.V. (opdrachtnemer), vertegenwoordigd door
J. van Wetering
Inzet 3 dagen per week, tarief € 135 per uur exclusief btw
""",
    "brief aan zzp.txt": """Kromhout & Partners B.V.
De heer S. Brouns, Kade Interim
Havenkade 3
9712 AB Groningen
Betreft: verlenging opdracht
Geachte heer Brouns,
Hierbij bevestigen wij de verlenging van uw inzet tot 1 oktober tegen € 98,00 per uur.
Kromhout & Partners B.V., J. van Wetering
""",
    "offertebrief klant.txt": """Kromhout & Partners B.V.

Scholengroep Tweelicht
T.a.v. de heer B. de Ruiter
Schoolstraat 1
9401 AA Assen

Offerte onderzoek verzuim
Geachte heer De Ruiter,
Wij bieden u een quickscan aan naar verzuim en re-integratie voor € 6.400 exclusief btw.
""",
    "intern beleid.txt": """Kromhout & Partners B.V.
Gedragscode en privacybeleid
Medewerkers slaan gegevens van klanten alleen op in de beveiligde omgeving. BSN's worden nooit per mail verstuurd.
""",
    "cv collega en.txt": """KROMHOUT & PARTNERS
Resume - Daan Verkerk, consultant
Expertise: payroll, absence management, HR analytics
Experience: 2020-present Kromhout & Partners; 2015-2020 Shared service centre
Languages: Dutch, English
""",
    "offerte kort.txt": """Offerte Kromhout & Partners aan Gemeente Voorbeeldstad
Ter attentie van mevrouw M. Kok
Opdracht: contra-expertise op de loonkostenraming. Inzet 3 dagen, vaste prijs € 3.300 exclusief btw.
""",
    "openstaand.txt": """Kromhout & Partners B.V. - debiteuren ouderdomsanalyse
Klant                     0-30      30-60     >60
Zorggroep Linderdaal      12.100    2.400     0
Gemeente Voorbeeldstad    0         8.712     0
Roerhaven                 2.400     0         1.190
""",
    "factuur eigen firma.txt": """Kromhout & Partners B.V.
Factuur 26-0044
Woonstichting Roerhaven, t.a.v. crediteurenadministratie
Advies harmonisatie, 10 dagen x € 1.120 = € 11.200 excl. btw, btw € 2.352
Betaling op NL91 ABNA 0417 1643 00
""",
    "planning team.csv": """Kromhout & Partners bezetting april;wk 14;wk 15;wk 16
Joris;Linderdaal;Linderdaal;vrij
Roos;Voorbeeldstad;Voorbeeldstad;Voorbeeldstad
Bart;vrij;Roerhaven;Roerhaven
""",
    "profiel imke.txt": """Imke Zwart
Projectleider salarisadministratie en verzuim | Kromhout & Partners B.V.
Ervaring: 14 jaar, waarvan 5 in de zorg. Leidde de overgang van twee salarispakketten naar AFAS.
Opleiding: WO bestuurskunde; PRINCE2 Practitioner
Talen: Nederlands, Engels, Fries
""",
    "firma loonkosten eigen.csv": """Kromhout & Partners B.V.;Begroting 2026;;
Post;Bedrag;Opmerking;
Personeelskosten;812.000;9 fte;
Huisvesting;64.000;;
Opleidingen;22.000;;
""",
}
