"""Made-up papers of the consultant himself, as insurers, banks, the tax office, doctors and employers print them."""

from __future__ import annotations

OWN = {
    "polis auto.txt": """Klaverhof Schadeverzekeringen
Postbus 411, 7300 AK Apeldoorn

J.P. van Wetering
Meidoornlaan 18
3971 HT DRIEBERGEN

Polisnummer 884.120.337        Datum 3 januari 2026
Onderwerp: uw autoverzekering is verlengd

Geachte heer Van Wetering,
Uw schadevrije jaren zijn bijgewerkt. De premie bedraagt 43,18 per maand en wordt afgeschreven van uw rekening.
Regelmatige bestuurder: J.P. van Wetering, geboren 22-05-1979
""",
    "zorgverzekering 2026.txt": """Zorgpolis 2026
Verzekeringnemer: WETERING J P VAN
Verzekerden
J P van Wetering       22-05-1979   basis, aanvullend 2
L M van Wetering-Smid  11-10-1981   basis
T van Wetering         02-03-2012   jeugd
Premie per maand 318,40, eigen risico 385
""",
    "jaaropgaaf.txt": """JAAROPGAVE 2025
Inhoudingsplichtige  Kromhout & Partners B.V.
Werknemer  Wetering, J.P. van
BSN  111222333
Fiscaal loon 68.112     Loonheffing 19.870     Verrekende arbeidskorting 4.205
""",
    "boete.txt": """CENTRAAL JUSTITIEEL INCASSOBUREAU
Postbus 50000, 8900 AB Leeuwarden

De heer J. van Wetering
Meidoornlaan 18
3971 HT Driebergen-Rijsenburg

Beschikking
CJIB-nummer 2 0498 2231 7765 90 12
Gedraging: overschrijding maximumsnelheid binnen de bebouwde kom met 11 km/h
Te betalen: € 128,00 voor 14 februari 2026
""",
    "hypotheekofferte.txt": """Renteaanbod Ponthuis Bank
Voor: de heer J.P. van Wetering en mevrouw L.M. Smid
Woning aan de Meidoornlaan 18, 3971 HT Driebergen
Inkomen aanvrager 1: € 71.200   Inkomen aanvrager 2: € 38.450
Geboortedatum aanvrager 1: 22-05-1979, aanvrager 2: 11-10-1981
Hypotheekbedrag € 355.000, annuitair, rentevaste periode 20 jaar, 3,74 %
Dit aanbod is geldig tot 1 april 2026.
""",
    "verlofaanvraag.txt": """Aan: Kromhout & Partners, t.a.v. HR
Driebergen, 9 januari 2026

Betreft: opname ouderschapsverlof

Beste Hanneke,
Graag neem ik vanaf 1 maart een dag per week ouderschapsverlof op voor onze dochter Tess. Mijn voorkeur gaat uit
naar de woensdag.
Met vriendelijke groet,
Joris van Wetering
""",
    "aanslag gemeente.txt": """Gemeente Utrechtse Heuvelrug - Belastingen
Aanslagbiljet gemeentelijke belastingen 2026
WETERING JP VAN
MEIDOORNLAAN 18
3971 HT DRIEBERGEN
Object: Meidoornlaan 18, WOZ-waarde 488.000
Onroerendezaakbelasting eigenaar 512,40; afvalstoffenheffing 301,20; rioolheffing 187,00
""",
    "brief oogarts.txt": """Oogcentrum Zeisterbos
Aan huisarts mw. dr. P. Kuyt

Betreft: Dhr. J.P. van Wetering, geb. 22-05-1979
Diagnose: glaucoma simplex, rechts. Start latanoprost 1 dd. Controle over 4 maanden.
Met collegiale groet, A. Brons, oogarts
""",
    "arbeidsovereenkomst.txt": """ARBEIDSOVEREENKOMST VOOR ONBEPAALDE TIJD
Ondergetekenden:
Kromhout & Partners B.V., gevestigd te Utrecht, hierna werkgever,
en
de heer J.P. van Wetering, wonende Meidoornlaan 18 te Driebergen, geboren op 22 mei 1979, hierna werknemer,
komen overeen:
Artikel 1. Werknemer treedt per 1 september 2019 in dienst als senior adviseur.
Artikel 4. Het salaris bedraagt € 5.410 bruto per maand op basis van 36 uur.
""",
    "uren wk 11.csv": """Urenstaat Kromhout & Partners;Naam:;J. van Wetering;
Datum;Klant;Activiteit;Uren
9-3-2026;Linderdaal;plan en planning;4
10-3-2026;Linderdaal;testplan review;8
11-3-2026;Voorbeeldstad;ontwerp;6
12-3-2026;Tweelicht;notulen en overleg;2
13-3-2026;Voorbeeldstad;reistijd;1
""",
    "toeslagbrief.txt": """Belastingdienst/Toeslagen
Postbus 4510, 6401 JA Heerlen

J.P. van Wetering
Meidoornlaan 18
3971 HT Driebergen-Rijsenburg

Datum 21 januari 2026
Betreft: Beschikking kinderopvangtoeslag 2026
Burgerservicenummer: 111222333

Geachte heer Van Wetering,
U krijgt € 412 per maand. Dit bedrag staat rond de 20e op uw rekening.
""",
    "rekening tandarts.txt": """Infomedics Almere
Debiteur: J.P. van Wetering
Behandelde: J.P. van Wetering, 22-05-1979
Behandeldatum 11-02-2026
C012 periodieke controle 26,11; V92 eenvlaksvulling 58,40; totaal 84,51
Te voldoen binnen 30 dagen.
""",
    "pensioen.txt": """Pensioenfonds Adviesberoepen
UNIFORM PENSIOENOVERZICHT 2025
Deelnemer   J.P. van Wetering     Geboren 22-05-1979
Partner     L.M. Smid
Ouderdomspensioen vanaf 67 jaar: 21.408 bruto per jaar
Partnerpensioen als u overlijdt: 11.220 bruto per jaar
""",
    "loonstrook.txt": """Salarisspecificatie maart 2026         Kromhout & Partners B.V.
VAN WETERING J P          pers.nr 0019     geb.dat 22-05-1979
BSN 111222333             in dienst 01-09-2019
Bruto salaris 5.410,00  Loonheffing -1.612,30  Pensioenpremie -301,15
Netto 3.496,55 op NL91ABNA0417164300
""",
    "huurauto.txt": """Autoverhuur Stuifduin - huurovereenkomst 55120
Huurder: Dhr J.P. van Wetering, Meidoornlaan 18, 3971HT Driebergen
Rijbewijs 5112234409   geb. 22-05-79
Voertuig: Polo, X-412-DT, ophalen 3 april 09:00, retour 6 april
Borg 350,00 via creditcard
""",
    "bonusbrief.txt": """Kromhout & Partners B.V.
Persoonlijk en vertrouwelijk
De heer J. van Wetering
Meidoornlaan 18
3971 HT Driebergen

Beste Joris,
Met plezier laten wij je weten dat je salaris per 1 januari stijgt naar € 5.620 bruto per maand. Daarnaast ontvang
je een bonus van € 4.000.
Met vriendelijke groet, de directie
""",
    "vakantie.txt": """Boekingsbevestiging 7781-XK
Reizigers
1. DHR JORIS VAN WETERING   22MAY1979
2. MEVR LOTTE SMID          11OCT1981
3. MISS TESS VAN WETERING   02MAR2017
Bestemming: Faro, vertrek 18 juli 06:40
""",
    "energie.txt": """Windvaart Energie
Jaarafrekening stroom en gas
Klant 3310982    J P van Wetering, Meidoornlaan 18, 3971 HT Driebergen
Verbruik 2.410 kWh; u krijgt € 88,12 terug op rekening NL91 ABNA 0417 1643 00
""",
    "bezwaar woz.txt": """J.P. van Wetering
Meidoornlaan 18
3971 HT Driebergen

Aan de heffingsambtenaar
Betreft: bezwaar WOZ-beschikking 2026

Geachte heer/mevrouw,
Hierbij maak ik bezwaar tegen de vastgestelde waarde van mijn woning. De badkamer is niet vernieuwd.
Hoogachtend,
J.P. van Wetering
""",
    "zorgnota.txt": """Zorgkas Eemland - vergoedingenoverzicht
Verzekerde J.P. VAN WETERING (22-05-1979), polis 44.120.993
14-01-2026  Fysiotherapie Bosrand     38,50  vergoed 38,50
03-02-2026  Huisarts, consult         21,40  vergoed 21,40
11-02-2026  Laboratorium              64,00  eigen risico 64,00
""",
    "voorlopige aanslag.txt": """Belastingdienst
VOORLOPIGE AANSLAG INKOMSTENBELASTING 2026
Dhr. J.P. van Wetering en/of mevr. L.M. Smid
Aanslagnummer 1112.22.333.H.60.01
Verzamelinkomen 71.340   Te ontvangen 2.113
Uw fiscale partner: L.M. Smid, BSN 123456782
""",
    "afspraak ziekenhuis.txt": """Diakonie Zeist, polikliniek Orthopedie
Afspraakbevestiging
Patient: Wetering, van, J.P. (M)  22-05-1979
Datum: do 19 maart 2026 10:20, dr. H. Boom
Neem uw medicijnlijst mee. De MRI van uw knie wordt dan besproken.
""",
    "lease.txt": """Leasecontract persoonlijk gebruik
Berijder: J.P. van Wetering
Werkgever: Kromhout & Partners B.V.
Kenteken X-412-DT, fiscale bijtelling 22%, eigen bijdrage € 115,00 per maand
""",
    "sportclub.txt": """Tennisvereniging De Brink
Contributienota 2026
Aan: fam. Van Wetering, Meidoornlaan 18, 3971 HT Driebergen
Lid: J. van Wetering 165,00
Jeugdlid: T. van Wetering 85,00
Machtiging op NL91 ABNA 0417 1643 00
""",
    "mail hr eigen.eml": """From: Hanneke Prinsen <h.prinsen@kromhoutpartners.example>
To: Joris van Wetering <joris.vanwetering@kromhoutpartners.example>
Subject: je re-integratie
Content-Type: text/plain; charset=utf-8

Hoi Joris,
Fijn dat je weer halve dagen werkt na je operatie. De bedrijfsarts stelt voor om vanaf maandag 24 uur te doen. Laat
even weten of dat lukt.
Groet, Hanneke
""",
    "aov.txt": """Arbeidsongeschiktheidsverzekering - wijziging
Verzekerde: Van Wetering, Joris P.
Beroep: organisatieadviseur   Geboren: 22 mei 1979
Verzekerd bedrag € 42.000 per jaar, eigenrisicoperiode 90 dagen
Gezondheidsverklaring ontvangen, acceptatie met uitsluiting rugklachten
""",
    "doorlopende machtiging.txt": """Bevestiging doorlopende machtiging
Naam: VAN WETERING JP EO
IBAN: NL91ABNA0417164300
Incassant: Windvaart Energie
""",
    "huwelijksakte.txt": """Gemeente Emmen - afschrift huwelijksakte 2009
Partner 1: Joris Pieter van Wetering, geboren te Assen, 22 mei 1979
Partner 2: Lotte Marije Smid, geboren te Emmen, 11 oktober 1981
""",
    "vog.txt": """Ministerie van Justitie en Veiligheid - Dienst Justis
VERKLARING OMTRENT HET GEDRAG natuurlijke personen
Geslachtsnaam: van Wetering   Voornamen: Joris Pieter
Geboortedatum: 22-05-1979   Geboorteplaats: Assen
Functie: adviseur bij Kromhout & Partners
""",
    "fysio.txt": """Fysiotherapie Bosrand
Behandelplan  Dhr. J. van Wetering
Aandoening: tendinopathie achillespees links
Oefeningen 2x daags, 6 behandelingen
""",
    "ww.txt": """UWV
J.P. van Wetering
Meidoornlaan 18
3971 HT DRIEBERGEN
Burgerservicenummer 111222333
Beste heer Van Wetering,
U heeft gevraagd om een uitkering voor aanvullend geboorteverlof. Wij kennen u deze toe van 2 maart tot 6 april.
""",
}
