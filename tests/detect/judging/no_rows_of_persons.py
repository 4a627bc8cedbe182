"""Made-up files that look like rows, lines and notes about private persons, by what is true of them. `FROM_CLIENT`: downloaded
from there."""

from __future__ import annotations

ALLOWED = {
    "memoriaal afdelingen.csv": """boeking;rekening;omschrijving;debet;credit
3301;4000;Loonkosten afdeling zorg;44.201,25;
3302;4000;Salaris vestiging noord;33.765,12;
3303;4000;Toeslag nachtdienst;5.631,22;
3304;4000;Vakantiegeld afdeling inkoop;22.080,37;
""",
    "hoofdstuk.txt": """Hoofdstuk vier
Het sneeuwde toen Noor Terpstra de deur opendeed.
'Je bent ziek,' zei Daan. 'Tyfus, zegt de dokter, en geen geld voor de apotheek.'
Zij knikte. Sinds hij uit de gevangenis was, sprak hij alleen nog over zijn diefstal.
""",
    "loonkosten per team.csv": """Rijlabels;1000 Maandsalaris;1150 ORT;Eindtotaal
Afdeling A;312000;12040;324040
Afdeling B;288700;;288700
Locatie C;401200;3100;404300
Team D;355000;990;355990
Eindtotaal;1356900;16130;1373030
""",
    "cursusaanbod.csv": """Training;Docent;Datum;Kosten
Wondzorg;Noor Terpstra;3-3;210
Medicatie;Daan Haverkamp;4-3;180
Dementie;Sem Wiersma;5-3;190
Tilliften;Lotte Boonstra;6-3;150
""",
    "deelnemers kennissessie.csv": """Deelnemer;Organisatie;E-mail;ma;di
Noor Terpstra;Zorggroep Oost;n.terpstra@zorggroepoost.nl;x;x
Daan Haverkamp;Gemeente Duindam;d.haverkamp@duindam.nl;x;
Sem Wiersma;Zorggroep Oost;s.wiersma@zorggroepoost.nl;;x
Lotte Boonstra;Gemeente Duindam;l.boonstra@duindam.nl;x;x
""",
    "bereikbaarheid projectteam.csv": """Naam;Rol;Organisatie;Mobiel;Werkdagen
Noor Terpstra;projectleider;Zorggroep Oost;06-12345678;ma-do
Daan Haverkamp;key-user;Zorggroep Oost;06-23456781;di-vr
Sem Wiersma;beheerder;Leverancier BV;06-34567812;ma-vr
Lotte Boonstra;tester;Zorggroep Oost;06-45678123;wo
""",
    "relaties.vcf": """BEGIN:VCARD
VERSION:3.0
N:Terpstra;Noor;;;
FN:Noor Terpstra
ORG:Zorggroep Oost
TITLE:inkoper
TEL;TYPE=WORK:038-1234567
EMAIL;TYPE=WORK:n.terpstra@zorggroepoost.nl
ADR;TYPE=WORK:;;Stationsweg 4;Zwolle;;8011 AB;NL
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:Haverkamp;Daan;;;
FN:Daan Haverkamp
ORG:Leverancier BV
TITLE:accountmanager
TEL;TYPE=WORK:038-1234568
EMAIL;TYPE=WORK:d.haverkamp@leverancier.nl
ADR;TYPE=WORK:;;Havenkade 9;Kampen;;8261 AC;NL
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:Wiersma;Sem;;;
FN:Sem Wiersma
ORG:Leverancier BV
TITLE:consultant
TEL;TYPE=WORK:038-1234569
EMAIL;TYPE=WORK:s.wiersma@leverancier.nl
ADR;TYPE=WORK:;;Havenkade 9;Kampen;;8261 AC;NL
END:VCARD
""",
    "rechten per rol.csv": """Rol;Personalia;Salaris;Verzuim;Beoordeling
Medewerker;R eigen;R eigen;-;R eigen
Leidinggevende;R team;-;RW melding;RW team
Bedrijfsarts;R;-;RW;-
HR-adviseur;RW;R;R;R
Salarisadministrateur;R;RW;-;-
""",
    "risicos.csv": """Nr;Risico;Kans;Impact;Maatregel;Eigenaar
1;Ziekte projectleider;klein;groot;vervanger inwerken;Noor
2;Uitval koppeling;middel;groot;terugvalscenario;Daan
3;Te weinig testers;groot;middel;eerder vragen;Sem
4;Zwangerschapsverlof functioneel beheerder;klein;middel;overdracht in april;Noor
""",
    "kengetallen zorg.csv": """Kengetal;Ziekenhuizen;GGZ;Thuiszorg
Verzuim %;6,1;7,4;8,2
Gemiddeld salaris;3.804;3.611;2.990
Fte per leidinggevende;21,5;14,2;33,1
Verloop %;9,8;12,3;15,0
""",
    "testrun nacht.csv": """run;testgeval;resultaat;duur_ms;melding
R1;TC-1;PASS;104;
R1;TC-2;FAIL;2203;BSN-veld leeg
R1;TC-3;PASS;99;
R1;TC-4;PASS;310;
R1;TC-5;FAIL;88;salaris verwacht
R1;TC-6;PASS;120;
R1;TC-7;PASS;131;
""",
    "planning team.csv": """Wie;wk 10;wk 11;wk 12;wk 13
Noor;bouw koppeling;bouw koppeling;test;vrij
Daan;ontwerp;ontwerp;review;test
Sem;vrij;migratie;migratie;nazorg
Lotte;training;training;vrij;nazorg
""",
    "kandidatenlijst verkiezing.csv": """nr;kandidaat;woonplaats;partij
1;Noor Terpstra;Zwolle;Lokaal Belang
2;Daan Haverkamp;Zwolle;Lokaal Belang
3;Sem Wiersma;Kampen;Dorpslijst
4;Lotte Boonstra;Zwolle;Dorpslijst
""",
    "klanten.csv": """client;contactpersoon;uren;fase
Gemeente Duindam;Noor Terpstra;120;bouw
Zorggroep Oost;Daan Haverkamp;80;test
Waterschap Rijnland Zuid;Sem Wiersma;40;nazorg
Woonstichting De Brug;Lotte Boonstra;64;ontwerp
""",
    "sprekers.csv": """tijd;spreker;organisatie;onderwerp
10:00;Noor Terpstra;Zorggroep Oost;Wondzorg op afstand
11:00;Daan Haverkamp;GGZ West;Medicatie en toezicht
13:00;Sem Wiersma;Hogeschool Noord;Dementie in de wijk
14:00;Lotte Boonstra;Thuiszorg Plus;Incontinentie bespreekbaar
""",
    "test_payload.py": """import json

from client import post


def test_employment_is_refused() -> None:
    payload = {"achternaam": "Terpstra", "bsn": "111222351", "geboortedatum": "1979-03-05"}
    answer = post("/employments", json.dumps(payload))
    assert answer.status == 422
    assert answer.json()["error"] == "bsn"
""",
    "testpersonen.csv": """Testset: alle personen zijn fictief, geen productiegegevens
nr;naam;geboortedatum;bsn
1;Noor Terpstra;05-03-1979;111222333
2;Daan Haverkamp;31-12-1965;123456782
3;Sem Wiersma;15-01-1990;111222351
4;Lotte Boonstra;07-07-1988;123456794
""",
    "bila inrichting.txt": """Bila Noor
- planning acceptatietest: week 14
- budget koppeling nog niet akkoord
- Daan vragen voor de demo
""",
    "server.log": """2026-03-04 08:12:01 INFO  job 104 started by BATCH 20260304
2026-03-04 08:12:02 INFO  Worker              A1   197903050000312500 done
2026-03-04 08:12:04 WARN  retry 3 of 5
2026-03-04 08:12:09 INFO  job 104 done in 8104 ms
2026-03-04 08:12:10 INFO  job 105 started
2026-03-04 08:12:11 INFO  job 105 done
""",
    "stakeholder interviews.csv": """tijd;naam;functie;locatie
9:00;Noor Terpstra;teamleider;kamer 2
10:00;Daan Haverkamp;controller;kamer 2
11:00;Sem Wiersma;HR-adviseur;Teams
12:00;Lotte Boonstra;key-user;Teams
""",
    "trainingsmatrix.csv": """medewerker;module basis;module verlof;module salaris
Noor Terpstra;x;x;
Daan Haverkamp;x;;x
Sem Wiersma;;x;x
Lotte Boonstra;x;x;x
""",
    "gunning.csv": """Kandidaat;Prijs;Kwaliteit;Totaal
AFAS;7,5;8,0;7,8
Visma;6,9;7,7;7,3
Centric;8,1;6,2;7,1
Raet;7,0;7,0;7,0
""",
    "swagger.yaml": """openapi: 3.0.0
paths:
  /employees:
    post:
      requestBody:
        content:
          application/json:
            example: {"lastName": "Terpstra", "bsn": "111222333", "birthDate": "1979-03-05"}
      responses:
        '201':
          description: created
""",
    "product.dat": """HDR PRODUCT
01 10023 SCHROEF             M4   000000050000312500
01 10024 MOER                M4   000000010000284100
01 10025 BOUT                M6   000000050000401900
01 10026 RING                M6   000000070000356000
01 10027 PLUG                S8   000000080000270000
TRL5
""",
    "telefoonlijst.csv": """Naam;Functie;Afdeling;Mobiel
Noor Terpstra;teamleider;Zorg;06-12345678
Daan Haverkamp;controller;Financien;06-23456781
Sem Wiersma;HR-adviseur;P&O;06-34567812
Lotte Boonstra;beheerder;ICT;06-45678123
""",
    "crediteuren.sta": """:20:STARTUMS
:25:NL91ABNA0417164300EUR
:61:2603020302D912,00N654
:86:/IBAN/NL20INGB0001234567/NAME/KPN BV/REMI/FACTUUR 101
:61:2603020302D1102,00N654
:86:/IBAN/NL69INGB0123456789/NAME/VATTENFALL/REMI/TERMIJN MAART
:61:2603020302C3102,00N654
:86:/IBAN/NL39RABO0300065264/NAME/ADVIESBUREAU VOORBEELD/REMI/SALARIS MAART
:62F:C260302EUR98002,11
""",
    "changes.csv": """Change;Aanvrager;Omschrijving;Risico;Venster
C26 0101;Noor Terpstra;Firewallregel SFTP;laag;di 20:00
C26 0102;Daan Haverkamp;Veld BSN verbreden;midden;di 20:00
C26 0103;Daan Haverkamp;Java 21;laag;wo 20:00
C26 0104;Noor Terpstra;Certificaat;laag;do 20:00
C26 0105;Noor Terpstra;Salarismodule patch;laag;do 20:00
""",
    "actielijst.csv": """Nr;Actie;Actiehouder;Deadline;Status
1;Ziekteverzuimproces beschrijven;Noor Terpstra;1-4;open
2;Salarisrun proefdraaien;Daan Haverkamp;8-4;open
3;Autorisaties WGA-dossier inrichten;Sem Wiersma;9-4;klaar
4;Zwangerschapsverlof testen;Noor Terpstra;11-4;open
""",
    "fixtures.json": """[{"naam":"Test de Tester","bsn":"123456782","geboortedatum":"1979-03-05"},
{"naam":"Jan Test","bsn":"999990019","geboortedatum":"1980-01-01"}]""",
    "testverslag.csv": """testcase,status,duration,started at
login ok,passed,1.2 s,10:00
login wrong,passed,0.8 s,10:01
salary screen,failed,3.3 s,10:02
absence screen,passed,2.2 s,10:03
logout,passed,0.3 s,10:05
report,failed,9 s,10:09
""",
    "oefencasus.txt": """Oefencasus voor de training (fictief)
Mevrouw Terpstra, geboren 05-03-1979, meldt zich ziek met een burn-out. Verdient 3100 bruto.
Vraag: welke stappen zet je in het systeem?
""",
    "schalen.csv": """Schaal;Trede 0;Trede 1;Trede 2
5;2.310;2.390;2.470
6;2.402;2.490;2.580
7;2.530;2.640;2.750
""",
    "kaarten.vcf": """BEGIN:VCARD
VERSION:4.0
FN:Noor Terpstra
N:Terpstra;Noor;;;
ORG:Gemeente Duindam;P&O
TITLE:adviseur
TEL;TYPE=work,voice:0612345078
EMAIL;TYPE=work:terpstra@duindam.nl
ADR;TYPE=work:;;Raadhuisplein 1;Duindam;;1234 BC;NL
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Daan Haverkamp
N:Haverkamp;Daan;;;
ORG:Gemeente Duindam;P&O
TITLE:adviseur
TEL;TYPE=work,voice:0612345178
EMAIL;TYPE=work:haverkamp@duindam.nl
ADR;TYPE=work:;;Raadhuisplein 1;Duindam;;1234 BC;NL
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Sem Wiersma
N:Wiersma;Sem;;;
ORG:Gemeente Duindam;P&O
TITLE:adviseur
TEL;TYPE=work,voice:0612345278
EMAIL;TYPE=work:wiersma@duindam.nl
ADR;TYPE=work:;;Raadhuisplein 1;Duindam;;1234 BC;NL
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Lotte Boonstra
N:Boonstra;Lotte;;;
ORG:Gemeente Duindam;P&O
TITLE:adviseur
TEL;TYPE=work,voice:0612345378
EMAIL;TYPE=work:boonstra@duindam.nl
ADR;TYPE=work:;;Raadhuisplein 1;Duindam;;1234 BC;NL
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Tim Smit
N:Smit;Tim;;;
ORG:Gemeente Duindam;P&O
TITLE:adviseur
TEL;TYPE=work,voice:0612345478
EMAIL;TYPE=work:smit@duindam.nl
ADR;TYPE=work:;;Raadhuisplein 1;Duindam;;1234 BC;NL
END:VCARD
""",
    "risks.csv": """Risk,Probability,Impact,Mitigation,Owner
Illness of the project manager,low,high,deputy,Emma
Pregnancy leave of key user,low,medium,handover,Peter
Interface fails,medium,high,fallback,Anne
Budget cut,low,high,rescope,Emma
""",
    "anoniem.csv": """Synthetic data set; contains no real persons, structure copied from production
id,name,dob,gross
1,Emma Holt,1979-03-05,3100
2,Peter Shaw,1965-12-31,2900
3,Anne Walsh,1990-01-15,4100
""",
    "workshopplanning.csv": """Datum;Workshop;Trainer;Locatie
3-3;Verzuim in de praktijk;Noor Terpstra;Zwolle
4-3;Salaris voor beginners;Daan Haverkamp;Kampen
5-3;Ziekmelden en herstel;Sem Wiersma;Zwolle
6-3;Rechten en rollen;Lotte Boonstra;Online
""",
    "scorekaart.csv": """Criterium;AFAS;Visma;Centric
Gebruiksgemak;7,5;8,0;6,9
Prijs;6,0;7,2;8,1
Koppelingen;8,0;7,0;7,0
Support;7,7;6,8;7,1
""",
    "deelnemers webinar.csv": """Naam;Bedrijf;E-mail;Opmerking
Noor Terpstra;zzp;noor.terpstra@gmail.com;komt later
Daan Haverkamp;Duindam;d.haverkamp@duindam.nl;
Sem Wiersma;Zorggroep Oost;s.wiersma@zorggroepoost.nl;vraag over verlof
Lotte Boonstra;Duindam;l.boonstra@duindam.nl;
""",
    "bila3.txt": """Bila Daan
- contract leverancier loopt af, verlengen?
- conflict tussen planning en budget
- deadline demo vrijdag
""",
}

DOCUMENTATION = {
    "raci.csv": """Activiteit;HR;IT;Leverancier
Inrichten;A;C;R
Testen;R;A;C
Migreren;I;R;A
Opleiden;A;I;R
""",
    "draaiboek livegang.csv": """Stap;Tijd;Taak;Uitvoerder;Fallback
1;vr 17:00;Oude systeem op slot;Noor Terpstra;geen
2;vr 18:00;Export salarisgegevens;Daan Haverkamp;export herhalen
3;za 09:00;Import personeelsdossiers;Sem Wiersma;restore
4;za 12:00;Controle verzuimdossiers;Lotte Boonstra;terug naar stap 3
5;zo 10:00;Go/no-go;Noor Terpstra;terugvalscenario
""",
    "testplan.txt": """Testplan acceptatietest
Doel: aantonen dat de inrichting klopt met het ontwerp.
Testset: verzonnen medewerkers, geen echte personen.
Testgevallen
TC-101 Indienst nieuwe medewerker, verwacht: salaris naar rato
TC-102 Ziekmelding op vrijdag, verwacht: taak na 42 dagen
TC-103 Rekeningnummer fout, verwacht: melding
""",
    "runbook.csv": """#;Tijd;Handeling;Door;Controle;Terugvaloptie
1;17:00;Freeze HR-systeem;Noor Terpstra;status = dicht;heropenen
2;18:00;Extract personeelsdossiers;Daan Haverkamp;aantallen gelijk;opnieuw
3;20:00;Laden BSN en IBAN;Sem Wiersma;0 fouten;restore
4;22:00;Controle salarissen;Lotte Boonstra;verschil 0;restore
""",
    "draaiboek.txt": """Draaiboek livegang
Stap	Tijd	Wie	Actie
1	17:00	Noor	systeem dicht
2	18:00	Daan	personeelsdossiers laden
3	20:00	Sem	salarissen controleren
4	22:00	Noor	go/no-go
""",
}

ALLOWED_FROM_CLIENT = {
    "wensen.csv": """Id;Wens;Prioriteit;Status
W-001;Verlofsaldo tonen in de app;must;open
W-002;Ziekmelding door leidinggevende;should;open
W-003;Salarisstrook als pdf;must;klaar
W-004;Autorisatie per afdeling;could;open
""",
    "testrapport plan.txt": """Testplan ronde 2
Testcoordinator N. Terpstra
Id\tOmschrijving\tVerwacht
TC-101\tIndienst nieuwe medewerker\tSalaris naar rato
TC-102\tZiekmelding vrijdagmiddag\tTaak na 42 dagen
TC-103\tIBAN foutief\tFoutmelding
""",
}

OWN = {
    "reumatoloog.txt": """Ziekenhuis Oost, polikliniek reumatologie
Betreft: dhr. R. de Adviseur, 17-09-1981, Kerkweg 61, 3811 MR Amersfoort
Geachte collega,
Bovengenoemde patient zag ik op het spreekuur. Beeld past bij beginnende reumatoide artritis. Gestart met methotrexaat
10 mg per week. Controle over drie maanden.
Met collegiale groet,
dr. L. Oosthoek
""",
    "reisdeclaratie.csv": """Declarant;Robin de Adviseur
datum;van;naar;km;doel
3-3;Amersfoort;Zwolle;88;projectoverleg
5-3;Amersfoort;Kampen;61;ontwerpsessie
""",
    "verwijzing.txt": """Huisartsenpraktijk De Brink
Betreft: R. de Adviseur, geb. 17-09-1981
Geachte collega, graag uw beoordeling van bovengenoemde patient met aanhoudende rugklachten,
verdenking hernia. Medicatie: diclofenac.
Met collegiale groet, dr. P. Oost
""",
    "mail arts.eml": """From: Robin de Adviseur <robin.adviseur@gmail.com>
To: Assistente <balie@huisartsdebrink.example>
Subject: herhaalrecept
Date: Tue, 10 Mar 2026 14:22:07 +0100
Message-ID: <a@b.example>
Content-Type: text/plain

Goedemorgen, graag een herhaling van mijn metoprolol, mijn bloeddruk is nog te hoog. Geboortedatum 17-09-1981.
Robin de Adviseur
""",
    "ritten.csv": """Kilometerdeclaratie maart;;;
Naam;Robin de Adviseur;;
datum;van;naar;km
3-3;Utrecht;Zwolle;88
5-3;Utrecht;Kampen;91
""",
}
