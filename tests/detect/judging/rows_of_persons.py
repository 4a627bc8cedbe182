"""Made-up files with a row, a line or a note about each of several persons, and what looks like them, by what is true of them.
`FROM_CLIENT`: downloaded from there."""

from __future__ import annotations

CLIENT_DATA = {
    # -- lists of private persons that have names and telephones as a contact list has ---------------------------------
    "avondroute.csv": """tijd;client;kamer;zorg;sleutel
18:30;mw. Terpstra;12;steunkousen uit;kluis 4471
18:45;dhr. Haverkamp;14;insuline spuiten;kluis 1190
19:00;mw. Wiersma;15;oogdruppels, dementie;bij buren
19:20;dhr. Boonstra;21;naar bed brengen;kluis 2201
""",
    "wijkronde.txt": """Ronde dinsdag\nNaam\tAdres\tTaak\tBel bij geen gehoor
A. Terpstra\tKerkweg 12\twondzorg linkerbeen\t06-12345678
J. Haverkamp\tDorpsstraat 4\tmedicatie aanreiken\t06-23456781
P. Wiersma\tMolenlaan 88\tkatheter verwisselen\t06-34567812
R. Boonstra\tHavenkade 3\tdouchen en aankleden\t06-45678123
""",
    "domiciliary run.csv": """time,client,address,visit,key safe
07:30,Mrs Margaret Holt,12 Mill Lane,medication and personal care,C1234
08:00,Mr Peter Shaw,4 Church Road,insulin,C2290
08:30,Mrs Anne Walsh,77 High Street,catheter care,C8710
09:00,Mr John Barker,3 Station Road,dressing change,C0021
""",
    "resultaten 2b.csv": """naam;klas;toets 1;toets 2;gemiddelde
Noor Terpstra;2B;6,5;7,1;6,8
Daan Haverkamp;2B;4,9;5,3;5,1
Sem Wiersma;2B;8,2;7,9;8,1
Lotte Boonstra;2B;5,5;6,0;5,8
Tim de Boer;2B;7,0;7,4;7,2
""",
    "leerlingen groep 7.csv": """leerling;mail ouder;taal;rekenen
Noor Terpstra;terpstra77@ziggo.nl;7,5;6,0
Daan Haverkamp;m.haverkamp@gmail.com;5,1;8,3
Sem Wiersma;wiersmafamilie@kpnmail.nl;6,6;6,9
Lotte Boonstra;boonstra.k@hotmail.com;8,0;8,8
""",
    "gesprekken vacature.csv": """tijd;kandidaat;telefoon;woonplaats;opmerking
9:00;Noor Terpstra;06-12345678;Zwolle;wil 32 uur
9:45;Daan Haverkamp;06-23456781;Deventer;zit in de ww
10:30;Sem Wiersma;06-34567812;Kampen;eerder bij ons gewerkt
11:15;Lotte Boonstra;06-45678123;Zwolle;twijfel over reistijd
""",
    "interview slots.csv": """time,applicant,mobile,current employer,notice period
9:00,Margaret Holt,+31 6 12345678,Acme Ltd,2 months
10:00,Peter Shaw,+31 6 23456781,unemployed,none
11:00,Anne Walsh,+31 6 34567812,Beta Ltd,1 month
12:00,John Barker,+31 6 45678123,freelance,none
""",
    "aanmeldingen inloopochtend.csv": """naam;e-mail;leeftijd;dieet
Noor Terpstra;noor.terpstra@gmail.com;34;halal
Daan Haverkamp;daanhaverkamp@ziggo.nl;61;zoutarm
Sem Wiersma;swiersma@live.nl;45;geen
Lotte Boonstra;lotteboonstra@kpnmail.nl;29;glutenvrij
""",
    # -- other forms than a table of persons ---------------------------------------------------------------------------
    "kosten per persoon.csv": """Som van bedrag;;;
Rijlabels;1000 Maandsalaris;1150 ORT;Eindtotaal
Terpstra N;31200;1204;32404
Haverkamp D;28870;;28870
Wiersma S;40120;310;40430
Boonstra L;35500;99;35599
de Boer T;27004;;27004
Eindtotaal;162694;1613;164307
""",
    "aflossingsplan Terpstra.txt": """Schuldenoverzicht schuldhulpverlening
Dhr. N. Terpstra
Kerkweg 12, 8011 AB Zwolle
Schuldeiser\tVordering\tAflossing per maand
Energiebedrijf\t2304\t40
Woonstichting\t5120\t85
Zorgverzekeraar\t1877\t30
Belastingdienst\t904\t15
Leefgeldrekening NL20INGB0001234567
""",
    "rooster afdeling 3.csv": """week 14;ma;di;wo;do;vr
Noor;V;V;L;A;vrij
Daan;L;ziek;ziek;ziek;ziek
Lotte;A;A;V;V;L
Fleur;zwangerschapsverlof;;;;
Thijs;V;L;L;vrij;A
""",
    "rota.csv": """name,mon,tue,wed,thu,fri
Emma,E,E,L,off,N
Peter,sick leave,sick leave,sick leave,,
Anna,L,L,E,E,off
John,N,N,off,E,E
""",
    "sms gateway.log": """2026-03-04 08:12:01 sms to +31612345678 "Beste mw Terpstra, uw afspraak bij de psychiater is om 10:00"
2026-03-04 08:12:02 sms to +31623456781 "Beste heer Haverkamp, uw afspraak bij de ggz is morgen om 11:15"
2026-03-04 08:12:04 sms to +31634567812 "Beste mevrouw Wiersma, uw intake bij verslavingszorg is vrijdag om 9:00"
2026-03-04 08:12:09 sms to +31645678123 "Beste heer Boonstra, uw controle op de polikliniek is morgen"
2026-03-04 08:12:11 sms to +31656781234 "Beste mevrouw de Boer, uw recept ligt klaar bij de apotheek"
2026-03-04 08:12:15 batch done
""",
    "defects.csv": """Key;Summary;Status;Comment
PAY-101;Rapport leeg;Open;niet te reproduceren
PAY-102;Mutatie blijft hangen;Open;"{""achternaam"": ""Terpstra"", ""bsn"": ""111222351"", ""dob"": ""1979-03-05""}"
PAY-103;Import stopt;Done;opgelost in 4.2
PAY-104;Koppeling traag;Open;zie log
""",
    "loonrun.dat": """HDR2026 LOON
01 10023 TERPSTRA            NA   197903050000312500
01 10024 HAVERKAMP           D    196512310000284100
01 10025 WIERSMA             SJ   199001150000401900
01 10026 BOONSTRA            L    198807070000356000
01 10027 DE BOER             T    200102280000270000
01 10028 VISSER              K    197211030000330000
TRL6
""",
    # -- payments and keys ---------------------------------------------------------------------------------------------
    "afschrift gemeente.sta": """:20:STARTUMS
:25:NL02ABNA0123456789EUR
:61:2603020302D912,00N654
:86:/IBAN/NL02ABNA0123456789/NAME/N. TERPSTRA/REMI/BIJSTAND FEBRUARI
:61:2603020302D1102,00N654
:86:/IBAN/NL69INGB0123456789/NAME/D. HAVERKAMP/REMI/BIJSTAND FEBRUARI
:61:2603020302D250,00N654
:86:/IBAN/NL39RABO0300065264/NAME/S. WIERSMA/REMI/INKOMENSTOESLAG
:61:2603020302D80,00N654
:86:/IBAN/NL20INGB0001234567/NAME/L. BOONSTRA/REMI/LEEFGELD WK 9
:62F:C260302EUR98002,11
""",
    "koppeltabel.csv": """pseudoniem;naam
P-7731;Noor Terpstra
P-1190;Daan Haverkamp
P-4402;Sem Wiersma
P-8810;Lotte Boonstra
P-0091;Tim de Boer
""",
    # -- weighed behind somebody's back --------------------------------------------------------------------------------
    "referentie.txt": """Referentiecheck Lotte Boonstra
Gebeld met haar vorige leidinggevende.
- harde werker, maar lastig in de omgang
- zou haar niet opnieuw aannemen
Niet uitnodigen voor de tweede ronde.
""",
    "reference call.md": """# Reference call: Emma Shaw
Spoke to her former manager.
- often late, had a conflict with two colleagues
- would not rehire
""",
    "1op1.txt": """1-op-1 Daan, donderdag
Wil weg, heeft een aanbod van een concurrent. Zit nu op 3150, vraagt opslag van 10%.
Nog niet laten merken dat ik het weet.
""",
    # -- called fictitious, and it is not ------------------------------------------------------------------------------
    "testset.csv": """Testset release 9: kopie uit productie, nog niet geanonimiseerd
nr;naam;geboortedatum;bsn
1;Noor Terpstra;05-03-1979;111222333
2;Daan Haverkamp;31-12-1965;123456782
3;Sem Wiersma;15-01-1990;111222351
4;Lotte Boonstra;07-07-1988;123456794
""",
    "dummy data.csv": """Dummy data for UAT (production copy, not anonymised)
id,name,date of birth,salary
1,Emma Holt,05-03-1979,3100
2,Peter Shaw,31-12-1965,2900
3,Anne Walsh,15-01-1990,4100
4,John Barker,07-07-1988,3300
""",
    "testdata mutaties.csv": """Testdata mutaties, met echte gegevens van maart
medewerker;geboortedatum;bruto
Noor Terpstra;05-03-1979;3100
Daan Haverkamp;31-12-1965;2900
Sem Wiersma;15-01-1990;4100
Lotte Boonstra;07-07-1988;3300
""",
    # -- special data in a paper of the project ------------------------------------------------------------------------
    "voortgang.txt": """Voortgangsrapportage week 12
Project: livegang zorgdossier
Status: oranje
Gereed: koppeling planning, scholing avonddienst
Risico's: capaciteit functioneel beheer
Incident: dossier van client Daan Haverkamp stond open, hij is opgenomen met een psychose.
Volgende week: acceptatietest
""",
    "verslag overleg.txt": """Verslag projectoverleg 12 maart
Aanwezig: K. de Wit, P. Mol, R. de Adviseur
1. Mededelingen
Noor Terpstra is uitgevallen met een burn-out en heeft een gesprek met de bedrijfsarts.
2. Planning
Acceptatietest verschuift een week.
Actie: K. de Wit regelt vervanging.
""",
}

ALLOWED = {
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
}
