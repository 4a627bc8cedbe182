"""Made-up files with a row, a line or a note about each of several private persons."""

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
    "bevoegdheden.csv": """Naam;Beroep;BIG;Geldig tot
J.H. Terpstra;fysiotherapeut;59039650601;01-02-2027
A. Haverkamp;GZ-psycholoog;39033728001;24-03-2028
N. Wiersma;arts;29076072001;19-06-2027
I. Boonstra;verpleegkundige;99099251801;04-12-2028
S. Kuipers;verpleegkundige;19031941801;27-10-2027
""",
    "memoriaal 03.csv": """boeking;rekening;omschrijving;debet;credit
3301;4000;Salaris mrt Terpstra JH;4.201,25;
3302;4000;Salaris mrt Haverkamp A;3.765,12;
3303;4000;Salaris mrt Wiersma N van;5.631,22;
3304;4000;Vakantiegeld Boonstra I;2.080,37;
""",
    "terugblik.txt": """Feedbackrapport over Noor Terpstra (vertrouwelijk)
Ingevuld door: Sem Wiersma (leidinggevende), Lotte Boonstra

Sterk: kent de klanten, is nooit ziek van het werk.
Ontwikkelpunt: komt afspraken niet na en luistert slecht.
Opmerking leidinggevende: niet geschikt voor een zwaardere rol.
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
    "wmo voorzieningen.csv": """Naam;Straat;Voorziening;Leverdatum
A. Terpstra;Kerkweg 12;scootmobiel;3-3
J. Haverkamp;Dorpsstraat 4;traplift;5-3
P. Wiersma;Molenlaan 88;rolstoel;9-3
R. Boonstra;Havenkade 3;douchestoel;11-3
""",
    "leerlingenvervoer.csv": """leerling;ophalen;school;vertrek;let op
Noor T.;Kerkweg 12;De Wissel;7:40;rolstoel
Daan H.;Dorpsstraat 4;De Wissel;7:55;epilepsie
Sem W.;Molenlaan 88;Het Kompas;8:00;niet naast Daan
Lotte B.;Havenkade 3;Het Kompas;8:05;autisme
""",
    "bezwaren.csv": """Bezwaarmaker;Onderwerp;Ontvangen;Behandelaar
N. Terpstra;afwijzing huishoudelijke hulp;3-3-2026;jd
D. Haverkamp;terugvordering bijstand;5-3-2026;jd
S. Wiersma;afwijzing bijstand;6-3-2026;mk
L. Boonstra;boete inlichtingenplicht;9-3-2026;mk
""",
    "kerstpakket.csv": """Medewerker;Adres;Plaats;Keuze
Noor Terpstra;Kerkweg 12;Zwolle;vegetarisch
Daan Haverkamp;Dorpsstraat 4;Kampen;standaard
Sem Wiersma;Molenlaan 88;Zwolle;halal
Lotte Boonstra;Havenkade 3;Deventer;standaard
""",
    "klas 5.csv": """kind;ouder 1;tel ouder;bso
Noor Terpstra;Anna Terpstra;06-12345678;ma di
Daan Haverkamp;Piet Haverkamp;06-23456781;do
Sem Wiersma;Els de Boer;06-34567812;geen
Lotte Boonstra;Jan Boonstra;06-45678123;ma
""",
    "schuldhulp jansen.csv": """Overzicht schulden dhr. D. Haverkamp;;
Schuldeiser;Bedrag;Voorstel
Vattenfall;2304;4 %
CJIB;904;9 %
Wehkamp;1877;10 %
Zilveren Kruis;1307;4 %
""",
    "debiteur.txt": """Budgetplan mevrouw N. Terpstra
Inkomsten
Uitkering	1210
Zorgtoeslag	123
Uitgaven
Huur	612
Zorgpremie	148
Energie	160
Aflossing	50
Leefgeld	240
""",
    "sleutel.csv": """code;deelnemer
A17;Noor Terpstra
B22;Daan Haverkamp
C09;Sem Wiersma
D41;Lotte Boonstra
""",
    "wachtlijst.csv": """plek;naam;aangemeld;voor
1;A. Terpstra;3-1;dagbesteding
2;J. Haverkamp;5-1;beschermd wonen
3;P. Wiersma;9-1;ambulante begeleiding
4;R. Boonstra;11-1;beschermd wonen
""",
    "overlijden.csv": """overledene;datum;nabestaande;telefoon
N. Terpstra;3-3-2026;dochter Anna;06-12345678
D. Haverkamp;4-3-2026;zoon Piet;06-23456781
S. Wiersma;4-3-2026;vrouw;06-34567812
""",
    "topdesk.csv": """Meldingnr;Aanmelder;Korte omschrijving;Verzoek
I2603 001;A. Smit;Salaris klopt niet;mw. Terpstra (pers.nr 10023, bsn 111222333) heeft te weinig gekregen
I2603 002;A. Smit;Toegang;kan niet inloggen
I2603 003;K. Mol;Ziekmelding;dhr. Haverkamp staat nog ziek wegens hernia, graag hersteld melden
I2603 004;K. Mol;Printer;doet het niet
I2603 005;K. Mol;Scherm;zwart
""",
    "statusrapport.txt": """Statusrapport week 9 project ECD
Opdrachtgever: GGZ West
Planning: groen
Budget: groen
Bijzonderheden
Tijdens de test is per ongeluk het dossier van mevrouw De Boer geopend; zij is onder behandeling voor een eetstoornis.
Acties: autorisaties nalopen
""",
    "risicolog.csv": """Nr;Risico;Kans;Impact;Maatregel;Eigenaar
1;Noor Terpstra zit thuis met een burn-out;groot;groot;vervanger;Daan
2;Koppeling valt uit;klein;groot;terugval;Sem
3;Te weinig testers;groot;middel;vragen;Sem
""",
    "notulen mt.txt": """Notulen MT HR 4 maart
Aanwezig: K. Smit, P. Mol, R. de Adviseur
1. Mededelingen
2. Personeel: Daan Haverkamp is vorige week geopereerd aan zijn hart en komt voorlopig niet terug. Contract wordt niet verlengd.
3. Planning livegang akkoord
Actielijst
- PM: planning rondsturen
""",
    "medicatielijst.csv": """kamer;naam;medicijn;dosis
1;mw Terpstra;metoprolol;50 mg
2;dhr Haverkamp;furosemide;40 mg
3;mw Wiersma;oxazepam;10 mg
4;dhr Boonstra;metformine;500 mg
""",
    "cijfers.json": """[
{"leerling":"Noor Terpstra","wiskunde":6.5,"engels":7.1},
{"leerling":"Daan Haverkamp","wiskunde":4.9,"engels":5.3},
{"leerling":"Sem Wiersma","wiskunde":8.2,"engels":7.9},
{"leerling":"Lotte Boonstra","wiskunde":5.5,"engels":6.0}]""",
    "export_uat.csv": """# UAT set, restore from production 2 Feb, not masked yet
emp,name,dob,gross
1001,Emma Holt,1979-03-05,3100
1002,Peter Shaw,1965-12-31,2900
1003,Anne Walsh,1990-01-15,4100
1004,John Barker,1988-07-07,3300
""",
    "demo.csv": """Demo bestand voor de leverancier - let op: echte namen en salarissen
naam;functie;bruto
Noor Terpstra;verpleegkundige;3100
Daan Haverkamp;kok;2400
Sem Wiersma;arts;7100
Lotte Boonstra;beheerder;3300
""",
    "incident.txt": """INC0045123 Koppeling salaris
Melder: A. Smit
Omschrijving: bericht afgekeurd
<werknemer><bsn>111222333</bsn><achternaam>Terpstra</achternaam><geboortedatum>1979-03-05</geboortedatum></werknemer>
Oplossing: opnieuw aanbieden
""",
    "oproep.log": """Mar 03 08:00:01 gw sms[12]: 0612345678 Hoi Noor, je afspraak bij de tandarts is morgen 9:00
Mar 03 08:00:02 gw sms[12]: 0623456781 Hoi Daan, je afspraak bij de fysiotherapeut is morgen 9:30
Mar 03 08:00:03 gw sms[12]: 0634567812 Hoi Sem, je uitslag van de huisarts is binnen
Mar 03 08:00:04 gw sms[12]: 0645678123 Hoi Lotte, je controle bij de verloskundige is vrijdag
""",
    "bila2.txt": """Bilateraal Noor 3/3
vraagt om opslag, verdient 3.450. zegt dat Sem onuitstaanbaar is. solliciteert bij de buren.
""",
    "ref2.txt": """Navraag bij oud-werkgever van Daan Haverkamp
vaak te laat, ruzie met klanten, twijfel over motivatie. Advies: niet aannemen.
""",
    "uitkeringen.940": """:20:GEM
:25:NL02ABNA0123456789
:61:260302D912,00N
:86:NL20INGB0001234567 TERPSTRA N PW UITKERING FEB
:61:260302D1102,00N
:86:NL69INGB0123456789 HAVERKAMP D PW UITKERING FEB
:61:260302D250,00N
:86:NL39RABO0300065264 WIERSMA S IOAW FEB
""",
    "pivot en.csv": """Row Labels,Base pay,Overtime pay,Grand Total
Shaw P,31200,1204,32404
Holt E,28870,0,28870
Walsh A,40120,310,40430
Barker J,35500,99,35599
Grand Total,135690,1613,137303
""",
}
