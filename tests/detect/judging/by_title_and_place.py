"""Made-up papers that are told apart by what they call themselves, how they are laid out and to whom they go."""

from __future__ import annotations

ABOUT_ONE = {
    "exit interview": """Exitinterview
Vertrekkende medewerker: Femke Hazelaar
Gesproken met: Bas Roodhart (P&O)
Waarom ga je weg? Mijn leidinggevende luisterde niet en ik kreeg nooit de uren die waren beloofd.
Zou je ons aanbevelen? Nee, niet op deze afdeling.
Rapportcijfer: 5
""",
    "conflict": """Conflictgesprek
Betrokken medewerker: Marit Veldkamp
Aanwezig: Marit Veldkamp, Stef Ooms (teamleider)
Marit geeft aan dat zij zich buitengesloten voelt. Stef vindt dat zij afspraken niet nakomt.
Actie: over twee weken opnieuw bespreken.
""",
    "talent review": """Vlootschouw 2026
Afdeling Bedrijfsbureau
Hoge potentie, hoge prestatie
Marloes Hoogeveen
Jelle Bruggink
Lage prestatie - verbetertraject
Sander Wiegers
""",
    "appraisal on one line": """Beoordelingsformulier 2026
Medewerker: Femke Hazelaar Pers.nr.: 40121 Functie: planner Leidinggevende: S. Ooms
Samenwerken\t2\ttrekt zich terug
Eindoordeel: onvoldoende. Gevolg: geen periodiek.
""",
    "clock times": "pnr;naam;datum;in;uit;saldo\n"
    + "\n".join(
        f"{40100 + at};{name};02-03-2026;0{6 + at % 3}:1{at};16:3{at};+0:2{at}"
        for at, name in enumerate(
            ("Hazelaar, Femke", "Ooms, Stef", "Bruggink, Jelle", "Wiegers, Sander", "Kraan, Tessa")
        )
    ),
    "pivot with a row per person": "Rijlabels\tSom van Brutosalaris\tGemiddelde van Fte\n"
    + "\n".join(
        f"{name}\t{41000 + 731 * at},{10 + at}\t0,8"
        for at, name in enumerate(
            ("Hazelaar, F.", "Ooms, S.", "Bruggink, J.", "Wiegers, S.", "Kraan, T. de", "Bakker, P.")
        )
    ),
    "decisions on scales": "Besluitenlijst functiewaardering\nNaam\tVan\tNaar\n"
    + "\n".join(
        f"{name}\tschaal {6 + at} (€ 3.1{at}2,50)\tschaal {7 + at} (€ 3.4{at}9,00)"
        for at, name in enumerate(("F. Hazelaar", "S. Ooms", "J. Bruggink", "S. Wiegers", "T. Kraan", "P. Hoekstra"))
    ),
}

DOCUMENTATION = {
    "runbook": """Conversiedraaiboek weekend 12 juni
Tijd\tStap\tWie\tTerugvaloptie
vr 17.00\tBron bevriezen\tBeheer\t-
za 08.00\tBestanden inlezen\tLeverancier\topnieuw
zo 11.00\tVrijgave\tStuurgroep\toude systeem
""",
    "business case": """Business case nieuw roosterpakket
Vraag: verdient het nieuwe pakket zich terug?
Post\tJaar 1\tJaar 2
Besparing licenties\t18.000\t36.000
Projectkosten\t-140.000\t-10.000
Terugverdientijd: 3,1 jaar.
Alternatieven: niets doen of uitbesteden.
""",
    "retro": """Retro sprint 4
Ging goed
demo bij de gebruikers, weinig verstoringen
Kan beter
te grote stories, refinement te laat
Kudos voor Ilse
""",
    "workshop": """# Workshop gewenste werkwijze verlof en roosters bij Stichting De Kade
Begeleiding: Robin de Adviseur en Ilse Hofland
# Hoe het nu gaat
- Het formulier gaat op papier naar de planner.
# Hoe we het willen
- De medewerker vraagt verlof aan in de app.
# Parkeerplaats
Bijzonder verlof?
""",
    "milestones": "Mijlpalen\n02-02 start bouw\n10-03 demo (Ilse)\n01-06 livegang\n",
    "weekly status": """Weekstatus wk 12 / De Kade / roosterpakket
Algemeen: op koers.
Gereed: rollen ingericht.
Loopt: koppeling met salaris.
Blokkade: certificaat verlopen, Ilse belt de leverancier.
Volgende mijlpaal: ketentest, 4 april.
""",
    "capacity": (
        "\twk 10\twk 11\twk 12\nAnke\tbouw\ttest\ttest\nBram\tmapping\tmapping\tvrij\nRobin\tworkshop\t-\tstuurgroep\n"
    ),
    "approach in English": """Implementation approach
Prepared for: Kade Foundation
Author: Ilse Hofland
We will migrate two years of history in three loads. Reconciliation happens after each load and before the go/no-go.
Rollback: restore the snapshot taken at freeze.
""",
    "wage components": (
        "Looncode\tOmschrijving\tFormule\tGrootboek\n"
        "1001\tSalaris\tschaal*deeltijd\t400100\n"
        "1500\tToelage\tvast\t400300\n"
    ),
}

CLEAN = {
    "manual": """Gebruikershandleiding declaratie-app
1. Log in en kies Declaraties. 2. Klik op Nieuw. 3. Vul het bedrag in en klik op Opslaan.
Let op: een bon is verplicht.
""",
    "conference": """HR & Payroll Congres - programma
9.30 Inloop met koffie
10.00 Jelle Bruggink - Verzuim voorspellen: mag dat?
11.00 Marloes Hoogeveen - Burn-out en werkgeversplicht
12.00 Lunch
13.00 Sander Wiegers - De toekomst van de salarisadministratie
""",
    "benchmark": (
        "Benchmark woningcorporaties\n"
        "Indicator\tP25\tMediaan\tP75\n"
        "Verzuim %\t4,1\t5,2\t6,0\n"
        "Gem. salaris\t3300\t3510\t3702\n"
    ),
    "bill to the firm": """Drukkerij De Zetter
Kerkstraat 8, 3512 AA Utrecht
FACTUUR 2026-118
Adviesbureau Voorbeeld
t.a.v. Robin de Adviseur
100 visitekaartjes 84,00
btw 21% 17,64
Totaal 101,64 binnen 14 dagen op NL39RABO0300065264
""",
    "recipe": (
        "From: Tessa Kraan <tessa@gmail.com>\n"
        "To: Robin <robin.a@xs4all.nl>\n"
        "Subject: recept\n"
        "\n"
        "Het recept: 300 gram bloem, 2 eieren, kaneel.\n"
    ),
}

OWN = {
    "licence": (
        "RIJBEWIJS KONINKRIJK DER NEDERLANDEN\n"
        "1. de Adviseur\n"
        "2. Robin\n"
        "3. 04.05.1982 Assen\n"
        "4a. 01.03.2021 4b. 01.03.2031\n"
    ),
    "boarding pass": "BOARDING PASS\nDE ADVISEUR/ROBIN MR\nAMS - OSL seat 11A\n",
    "card statement": (
        "Credit card statement March 2026\n"
        "Cardholder R DE ADVISEUR\n"
        "03/03 BOOKSHOP 22.50\n"
        "Total due 22.50 debited from NL91ABNA0417164300\n"
    ),
    "cv with clients": """Robin de Adviseur - senior adviseur payroll
Geboren 4 mei 1982, Assen
Dorpsstraat 4, 9401 AB Assen
06-12345678
Opdrachten
2024-2026 Gemeente Voorbeeldstad: projectleider salarissysteem
2022 Stichting De Kade: herontwerp roosters
2019-2021 salarisadministratie waterschap
Opleiding: bedrijfskunde
""",
    "get well": """From: Ilse Hofland <ilse@adviesbureau.example>
To: Robin de Adviseur <robin@adviesbureau.example>
Subject: beterschap

Beste Robin,
Dank voor je ziekmelding van vanochtend (griep). Beterschap! Je afspraak bij gemeente Voorbeeldstad neemt Bas over.
Groet, Ilse
""",
}

BUSINESS_OF_CLIENT = {
    "a programme": "Programme\tBudget 2026\tBudget 2027\nRoads\t1.203.100\t1.300.000\nSchools\t8.203.100\t8.300.000\n",
    "an empty column": """Programma\tLasten 2026\tLasten 2027\tOpmerking
Wegen\t1203100\t1300000\t
Scholen\t8203100\t8300000\t
Zorg\t9203100\t9300000\t
""",
    "months of departments": "Afdeling\tjan\tfeb\tmrt\nBurgerzaken\t12\t13\t12\nZorg\t40\t41\t42\n",
    "weeks of products": "Product\twk 1\twk 2\nA\t12.100\t13.400\nB\t40.000\t41.000\n",
    "wage components with totals": "Looncomponent\tOmschrijving\tBedrag\n1001\tSalaris\t1.203.400,10\n1500\tToelage\t33.120\n",
}

STILL_ABOUT_PERSONS = {
    "absence by week": """Medewerker\twk 1\twk 2\twk 3
Femke Hazelaar\tziek\tziek\t50%
Stef Ooms\t\tziek\tziek
Jelle Bruggink\tzwanger\t\t
""",
    "a case in a manual": """Handleiding herstelmelding
Stap 1: klik op Verzuim. Stap 2: kies Hersteld melden.
Bij Femke Hazelaar (geb. 04-03-1980, BSN 111222333) ging dit mis: zij was ziek met een burn-out.
""",
    "judgements by row": "Naam\tPotentieel\tPrestatie\n"
    + "\n".join(
        f"{name}\thoog\tlaag"
        for name in ("Femke Hazelaar", "Stef Ooms", "Jelle Bruggink", "Sander Wiegers", "Tessa Kraan")
    ),
    "somebody else's licence": """RIJBEWIJS KONINKRIJK DER NEDERLANDEN
1. Hazelaar
2. Femke
3. 04.03.1980 Elders
4a. 01.03.2021 4b. 01.03.2031
4d. 111222333
""",
    "somebody else's life": """Curriculum vitae
Femke Hazelaar
Geboren 4 maart 1980
Lindelaan 4, 1234 AB Elders
06-12345678
2019 - heden Gemeente Anders
2015 - 2019 Stichting De Kade
2012 - 2015 Bureau Elders
""",
}
