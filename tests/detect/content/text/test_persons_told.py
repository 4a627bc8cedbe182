"""Letters, mails, notes and forms about persons: every kind that is told, and no other."""

from __future__ import annotations

import pytest

from tests.detect.content.text.told import kinds

TOLD = [
    (
        (
            "Aan: mevrouw T. Zonderland\nKerkpad 3-b\n9251 KR Bergum\n\n"
            "Betreft: terugkoppeling spreekuur\n\nGeachte mevrouw Zonderland,\n\n"
            "Vorige week sprak u onze bedrijfsarts. Zij acht u voor 40% arbeidsgeschikt; vanaf 1 juni "
            "bouwt u op met vier uur per week.\nUw klachten aan de onderrug nemen af."
        ),
        {"address", "health", "name"},
    ),
    (
        (
            "Hoi Sanne,\n\n"
            "Wil je doorgeven dat Joost sinds gisteren in het ziekenhuis ligt? Het is een hartinfarct, hij "
            "moet een week blijven.\n\nGroetjes,\nMieke"
        ),
        {"health", "name"},
    ),
    (
        (
            "Personeelsdossier\nNaam: Wijnand Oosterbaan\nPers.nr.: 20417\nGeb.datum: 7-11-1968\n"
            "BSN: 1112.22.333\nIBAN: nl91 abna 0417 1643 00\nSchaal 9 trede 4, bruto € 3.812,- per maand"
        ),
        {"bsn", "date_of_birth", "employee_number", "iban", "name", "salary"},
    ),
    (
        ("De heer Bouzidi (geb. 3 juni '82) is in 2019 veroordeeld wegens mishandeling. Zijn VOG is geweigerd."),
        {"criminal", "date_of_birth", "name"},
    ),
    (
        "Notitie vertrouwenspersoon: Marloes is lesbisch en wordt daar op de afdeling op aangesproken.",
        {"name", "orientation"},
    ),
    (
        "Dhr. Wolthuis is kaderlid van de FNV en wil daarom vrijaf.",
        {"name", "union"},
    ),
    (
        "Mevrouw Ouali vraagt vrij voor het Suikerfeest; zij is praktiserend moslima.",
        {"name", "religion"},
    ),
    (
        "Intake: client Dawit is van Eritrese afkomst, geboren 04.04.1999.",
        {"date_of_birth", "ethnicity", "name"},
    ),
    (
        "Kenmerk paspoort van de heer Terpstra: NW2K84BF3, geldig tot 2031.",
        {"id_document", "name"},
    ),
    (
        "Dr. Veenhuis, BIG-registratienummer 19012345601, is te bereiken op 058 - 2 123 456.",
        {"big_number", "name", "phone"},
    ),
    (
        "Kaarthouder: E. Postma\nVisa 4539 1488 0343 6467 geldig tot 08/29",
        {"credit_card", "name"},
    ),
    (
        (
            "Beste collega's,\n\n"
            "Per 1 september krijgt Tjeerd er een periodiek bij: hij gaat van € 2.950 naar € 3.075 bruto "
            "per maand.\n\nRobbert"
        ),
        {"name", "salary"},
    ),
    (
        (
            "Gespreksverslag\nMedewerker: Fenna Haarsma\nLeidinggevende: Ruud Kuik\n"
            "Fenna meldde zich op 12 februari ziek met migraine. Afgesproken is dat ze volgende week weer "
            "begint."
        ),
        {"health", "name"},
    ),
    (
        (
            "Zorgplan mw. Adema, geboortedatum 21/09/1937, kamer 12\n"
            "Gebruikt metformine en furosemide. Vannacht gevallen in de badkamer."
        ),
        {"date_of_birth", "health", "name"},
    ),
    (
        (
            "Geachte heer Pinas,\n\n"
            "Uw uitkering bedraagt netto € 1.284,33 per maand en wordt gestort op NL91ABNA0417164300.\n"
            "Uw burgerservicenummer is 111222333."
        ),
        {"bsn", "iban", "name", "salary"},
    ),
    (
        "P<NLDVOORBEELD<<ROBIN<<<<<<<<<<<<<<<<<<<<<<<\nNW2K84BF32NLD8002018M3101017<<<<<<<<<<<<<<04",
        {"id_document", "name"},
    ),
    (
        (
            "Employee: Priya Ramdhani\nDate of birth: 14 March 1986\n"
            "She has been on sick leave since 3 May because of depression.\n"
            "Gross salary: EUR 4,120.00 per month"
        ),
        {"date_of_birth", "health", "name", "salary"},
    ),
    (
        ("Naam      Geboortedatum   BSN\nF. Ouali  12-05-1979      123456782\nB. Smit   30-01-1990      111222333"),
        {"bsn", "date_of_birth", "name"},
    ),
    (
        "de volgende mensen zijn uitgenodigd: jan de vries, fatima el idrissi en kees bakker",
        {"name"},
    ),
    (
        ("Bel Sietske even op 0513-612345 of mobiel 06/12 34 56 78; mail mag ook: s.hiemstra@elders.example"),
        {"email", "name", "phone"},
    ),
    (
        "Correspondentieadres: Postbus 451, 8901 BG Leeuwarden, t.a.v. mr. dr. P.W.A. Quant",
        {"address", "name"},
    ),
    (
        "Woonachtig: Rue Haute 12, 1000 Bruxelles. Telefoon +32 2 512 34 56.",
        {"address", "phone"},
    ),
    (
        "Betaling naar BE68 5390 0754 7034 t.n.v. A. Peeters",
        {"iban", "name"},
    ),
    (
        "Zij is 32 weken zwanger en gaat op 1 mei met verlof, aldus haar leidinggevende Hilde Kramer.",
        {"health", "name"},
    ),
    (
        (
            "Ha Marleen,\n\n"
            "Even ter info: onze administrateur Gerben zit thuis met een dubbele longontsteking. "
            "Verwachting is dat hij pas na de kerst terug is.\n\nGr. Wietske"
        ),
        {"health", "name"},
    ),
    (
        (
            "Bijgaand de salarismutaties van deze maand:\nHarry Scholten      nieuw uurloon 17,85\n"
            "Imane Talbi         bonus 500,00\nTom van Rossum      onbetaald verlof"
        ),
        {"name", "salary"},
    ),
    (
        ("Werknemer: mevr. C.M. Oudshoorn-Pelt, geb. 1974-11-30 te Zwolle, wonende Lange Nering 14 te Emmeloord"),
        {"address", "date_of_birth", "name"},
    ),
    (
        (
            "Uit het gesprek met de wijkagent: dhr. Amrani is eerder aangehouden voor winkeldiefstal en "
            "heeft een taakstraf van 60 uur gekregen."
        ),
        {"criminal", "name"},
    ),
    (
        ("Verlofaanvraag\nMedewerkersnummer 0045871\nNaam: Joyce Winkelaar\nReden: ramadan, zij vast en bidt overdag"),
        {"employee_number", "name", "religion"},
    ),
    (
        (
            "Dossiernotitie 14 juni: betrokkene (BSN 123 456 782) is transgender en wil met nieuwe "
            "voornaam worden aangesproken."
        ),
        {"bsn", "orientation"},
    ),
    (
        "Contributie vakbond FNV wordt maandelijks ingehouden bij dhr. Kooistra (pers. nr. 8812).",
        {"employee_number", "name", "union"},
    ),
    (
        ("Vader is van Turkse komaf, moeder is Nederlandse. Het kind, Kaan Demirel, is geboren op 09-09-2015."),
        {"date_of_birth", "ethnicity", "name"},
    ),
    (
        "IBAN: NL 91 ABNA 04 17 16 43 00 t.n.v. mw E Blankestijn",
        {"iban", "name"},
    ),
    (
        ("Kunt u mij terugbellen? Mijn nummer is +31 (0)6 - 21 43 65 87. Met vriendelijke groeten, Hilde Grevink"),
        {"name", "phone"},
    ),
    (
        (
            "Patiënt: W. Kuipers (m), 12-04-1951. Voorgeschiedenis: CVA in 2018, hypertensie. Medicatie: "
            "amlodipine 5 mg, clopidogrel."
        ),
        {"date_of_birth", "health", "name"},
    ),
    (
        (
            "In te leveren kopie ID: identiteitskaart nr IR4B7K9P2, rijbewijsnummer 5012345678. Naam "
            "houder: Tjitske Algra."
        ),
        {"id_document", "name"},
    ),
    (
        ("De verzekerde, Dhr. H. el Fassi, is sinds de val van de steiger gedeeltelijk verlamd aan zijn linkerarm."),
        {"health", "name"},
    ),
    (
        (
            "Re: opname\nBeste dokter Veltman,\n"
            "Mijn moeder (Trijntje Wiegersma, 24-2-1941) is gisteren in het Martini Ziekenhuis opgenomen "
            "met een gebroken heup."
        ),
        {"date_of_birth", "health", "name"},
    ),
    (
        "aan: Postbus 12, 9400 AA Assen\nvan: fam. Pruntel, Veenweg 3, 9417 TX Spier",
        {"address", "name"},
    ),
    (
        ("Het netto maandinkomen van mevrouw Haddou is 1.432,18 euro. Zij ontvangt daarnaast zorgtoeslag."),
        {"name", "salary"},
    ),
    (
        ("Beslissing: de aanvraag van S. Mahabier (BSN 111222333) voor een scootmobiel wordt toegewezen wegens reuma."),
        {"bsn", "health", "name"},
    ),
    (
        (
            "Wij bevestigen dat u, Lotte Zandstra, per 1-2-2025 bij ons in dienst treedt tegen een salaris "
            "van EUR 3200 bruto per maand."
        ),
        {"name", "salary"},
    ),
    (
        "kaart: 5555 5555 5555 4444 exp 04/27 op naam van D. Verhagen",
        {"credit_card", "name"},
    ),
    (
        "De leerling Youssef Bouazza heeft dyslexie en ADHD en krijgt extra begeleiding van juf Ilse.",
        {"health", "name"},
    ),
    (
        "Arts: BIG 49023456701. Tel spreekuur 058-2345678.",
        {"big_number", "phone"},
    ),
    (
        ("Absence: Mr John Hargreaves called in sick on 4 May with the flu; he expects to be back Monday."),
        {"health", "name"},
    ),
    (
        (
            "Cliënt gebruikt al jaren oxazepam en is onder behandeling bij GGZ Drenthe. Contactpersoon is "
            "zijn zus Margje Eefting, 0592 - 33 44 55."
        ),
        {"health", "name", "phone"},
    ),
    (
        "Huisnr 12, postcode 7811AB. Bewoner: K. Beukema.",
        {"address", "name"},
    ),
    (
        "Op de presentielijst staan: Van Dijk, De Boer, Jansen, El Idrissi en Yildiz.",
        {"name"},
    ),
    (
        "Aanvrager: Stichting De Brug. Contact: Nelleke (06-55512345)",
        {"name", "phone"},
    ),
    (
        "wil je bas vermeer en marieke hoekstra ook uitnodigen? groetjes joke",
        {"name"},
    ),
    (
        "GEBOORTEDATUM 17031969 NAAM VELTHUIS VOORLETTERS A.J.",
        {"date_of_birth", "name"},
    ),
    (
        "Mijn zoon Sem (geboren 3/4/2016) heeft type 1 diabetes en draagt een insulinepomp.",
        {"date_of_birth", "health", "name"},
    ),
    (
        (
            "Bewindvoerder: P. Nauta. Rechthebbende: de heer G.J. Stuut, geb.dat. 11-08-'57. Inkomen: AOW "
            "1.250,44 netto per maand."
        ),
        {"date_of_birth", "name", "salary"},
    ),
    (
        ("Uw aanslag: belastbaar loon 48.210, ingehouden loonheffing 12.883. T.n.v. R.P. Slagter, BSN 123.456.782"),
        {"bsn", "name", "salary"},
    ),
    (
        (
            "Sollicitatiebrief\nFatoumata Diallo\nParkstraat 8-II\n6828 JC Arnhem\n"
            "fatou.diallo@elders.example\n06 - 1122 3344"
        ),
        {"address", "email", "name", "phone"},
    ),
    (
        (
            "Functioneringsgesprek d.d. 12-05-2025\nMedewerker: S. Pruis\n"
            "Besproken: Sjoerd heeft moeite met deadlines. Door zijn scheiding slaapt hij slecht; hij "
            "slikt antidepressiva."
        ),
        {"health", "name"},
    ),
    (
        "Verklaring omtrent het gedrag van Ricardo Wever is afgewezen vanwege een eerdere veroordeling.",
        {"criminal", "name"},
    ),
    (
        (
            "dhr J de Wit belde over zijn moeder mevr A de Wit-Smeets. Ze is dementerend en woont nog "
            "zelfstandig op Hoogstraat 5 in Goor."
        ),
        {"address", "health", "name"},
    ),
    (
        "paspoortnummer BX1C2D3E4 (geldig t/m 4-2029) van Aukje Dotinga",
        {"id_document", "name"},
    ),
    (
        (
            "Geachte heer De Lange,\n"
            "Hierbij bevestigen wij de ontvangst van uw WIA-aanvraag. Op 3 juni onderzoekt de "
            "verzekeringsarts u in Leeuwarden."
        ),
        {"health", "name"},
    ),
    (
        "Ik heb sinds vorige week een nieuwe baan en verdien nu € 3.900 bruto. Groetjes, Marjolein",
        {"name", "salary"},
    ),
    (
        ("Hallo Petra, kun je voor Ahmed een afspraak maken met de arbo-arts? Hij heeft last van zijn rug."),
        {"health", "name"},
    ),
    (
        "Beste ouders,\nJuf Anja is met zwangerschapsverlof. Meester Tom vervangt haar.",
        {"health", "name"},
    ),
    (
        (
            "Uittreksel BRP: Naam: Wijngaarden, Voornamen: Petrus Johannes, Geboren: 14 februari 1949 te "
            "Sneek, Adres: Oude Oppenhuizerweg 88, 8606 JC Sneek"
        ),
        {"address", "date_of_birth", "name"},
    ),
    (
        (
            "Cliëntnummer 883201\nDhr. Sietse Bootsma\n* 19-07-1933\n"
            "Indicatie: VV5, beschermd wonen met intensieve dementiezorg"
        ),
        {"date_of_birth", "health", "name"},
    ),
    (
        "M.b.t. Karin: ze zit al drie weken ziek thuis; de huisarts vermoedt een depressie.",
        {"health", "name"},
    ),
    (
        "Vordering op R. Stam, geboren te Emmen op 5 mei 1970, rekeningnummer NL91ABNA0417164300.",
        {"date_of_birth", "iban", "name"},
    ),
    (
        "Vakbondslid: ja (FNV Zorg & Welzijn), naam: Ineke Postma, personeelsnr: P-30418",
        {"employee_number", "name", "union"},
    ),
    (
        "Dhr. Osman Yildirim (38) is in het bezit van een strafblad vanwege rijden onder invloed.",
        {"criminal", "name"},
    ),
    (
        ("De betrokken medewerkster, mevrouw S. Wijaya, is van Molukse afkomst en voelt zich gediscrimineerd."),
        {"ethnicity", "name"},
    ),
    (
        "Uitnodiging beoordelingsgesprek: Kirsten Hoogland, ma 4 mrt 10:00, kamer 2.14",
        {"name"},
    ),
    (
        "Rob, kun jij Erik even terugbellen? 0652314587. Het gaat over de factuur.",
        {"name", "phone"},
    ),
    (
        (
            "Inschrijfformulier\nAchternaam  Vermeulen\nVoorletters  T.J.\nGeb. datum  30/11/1988\n"
            "BSN  123456782\nTelefoon  0612345678"
        ),
        {"bsn", "date_of_birth", "name", "phone"},
    ),
    (
        "bankrek. NL91-ABNA-0417-1643-00 / nl91.abna.0417.1643.00",
        {"iban"},
    ),
    (
        (
            "Onderwerp: beëindiging dienstverband\nGeachte mevrouw Van 't Hof-de Kok,\n"
            "Uw dienstverband eindigt op 1 juni. De transitievergoeding bedraagt € 12.340,50 bruto."
        ),
        {"name", "salary"},
    ),
    (
        "Hij komt uit een streng gereformeerd gezin, aldus Maarten Blokland over zijn stagiair Joël.",
        {"name", "religion"},
    ),
    (
        "Kind: Noor van Buuren, geb. 2-2-2017, heeft een notenallergie en gebruikt een EpiPen.",
        {"date_of_birth", "health", "name"},
    ),
    (
        "Reisdocument NPR4X7B21, afgegeven te Heerenveen aan Johannes Wiersma",
        {"id_document", "name"},
    ),
    (
        "Geslacht: v  Geb.: 12.04.'67  Naam: Oosterhof-Prins, A.M.",
        {"date_of_birth", "name"},
    ),
    (
        "Gisteren heeft Imke verteld dat ze hiv-positief is. Graag discreet mee omgaan.",
        {"health", "name"},
    ),
    (
        "Beste Hakan, wij hebben je aangenomen. Je salaris wordt 2.650 euro bruto per maand bij 32 uur.",
        {"name", "salary"},
    ),
    (
        "Medewerker 104422 wenst geen vlees i.v.m. islamitisch geloof.",
        {"employee_number", "religion"},
    ),
    (
        "Mevr. Lisette Groen, klantmanager Werk en Inkomen, l.groen@elders.example, 14 0592",
        {"email", "name", "phone"},
    ),
    (
        "Actielijst: 1) Wouter: planning; 2) Saskia: offerte; 3) Remco en Ilse: test.",
        {"name"},
    ),
    (
        "AOW-leeftijd bereikt op 1-5-2025: H. Kuipers (1958-01-31)",
        {"date_of_birth", "name"},
    ),
    (
        "Afspraak neuroloog mw. Klaassen 12 juni 9.15 uur i.v.m. epilepsie",
        {"health", "name"},
    ),
    (
        "Rapporteur: Bjorn Smeenk. Patiënte is bekend met borderline en is suïcidaal geweest.",
        {"health", "name"},
    ),
    (
        "Nettoloon overgemaakt: 1.934,22 op rekening van D. Kruithof",
        {"name", "salary"},
    ),
    (
        ("Naar aanleiding van de aangifte tegen dhr. B. Ferwerda wegens verduistering is hij op non-actief gesteld."),
        {"criminal", "name"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_every_kind_that_is_told_is_found_and_no_other(text: str, expected: set[str]) -> None:
    assert kinds(text) == expected
