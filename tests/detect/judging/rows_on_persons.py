"""Made-up lists of persons with heads that say little."""

from __future__ import annotations

ROWS = {
    "Z01.csv": """PERNR;AB_BEG;AB_EIND;OORZ;OMSCHR;PERC
00204411;20260105;;A12;hernia;100
00204498;20260111;20260119;B01;griep;100
00204502;20251120;;P03;overspannenheid;50
00204733;20260202;;C07;gebroken enkel;100
00205001;20260120;20260301;P01;depressieve klachten;75
00205114;20260216;;K02;chemokuur;100
""",
    "verjaardagen.csv": """Wie;Dag;Geboortejaar
Anouk Driessen;4 januari;1988
Bram Oosterlo;19 januari;1971
Chaima el Idrissi;2 februari;1995
Dirk-Jan Vos;28 februari;1966
Elly Sanders;15 maart;1960
Femke Roos;30 maart;1992
""",
    "risicolog.csv": """Nr;Risico;Gevolg;Maatregel;Eigenaar
1;Testomgeving komt te laat;uitloop;eerder aanvragen;PMO
2;Mirjam Haaksma valt weer uit door haar MS;geen beheerder;vervanger zoeken;K. Eldering
3;Koppeling grootboek onduidelijk;handwerk;sessie plannen;J. van Wetering
""",
    "insert.sql": """INSERT INTO medewerker VALUES (1,'111222333','Driessen','A.','1988-01-04','V');
INSERT INTO medewerker VALUES (2,'123456782','Oosterlo','B.','1971-01-19','M');
INSERT INTO medewerker VALUES (3,'258073020','Idrissi','C.','1995-02-02','V');
INSERT INTO medewerker VALUES (4,'157368191','Vos','D.J.','1966-02-28','M');
""",
    "klantenbestand thuiszorg.tsv": """Achternaam	Voorl	Gebdat	Indicatie	Uren
Peeters	A.M.	04-03-1938	PV	6
Roelofs	J.	19-11-1941	VP	3
van Dongen	C.H.	30-07-1935	PV+HH	9
Schut	G.	12-12-1944	HH	2
""",
    "leerlingen absent.csv": """leerlingnr;datum;reden;uren
120311;3-2-2026;migraine;6
120345;3-2-2026;ziekenhuisopname;7
120502;4-2-2026;griep;7
120533;4-2-2026;astma-aanval;5
120610;5-2-2026;gebroken pols;3
""",
    "prikkalender.csv": """Collega,Verjaardag,Bouwjaar
Tineke Bos,12 mei,1964
Hamid Rahimi,30 mei,1982
Joke van Dam,2 juni,1959
Rens Kuiper,17 juni,1997
""",
    "actielijst.csv": """Actie;Wie;Wanneer;Stand
Rooster april controleren;Tom;1-4;open
Vervanging regelen voor Ingrid Verbaan (borstkanker, start chemo 12 april);Karin;5-4;loopt
Koppeling HR testen;Joris;8-4;open
""",
    "dump.sql": """INSERT INTO tbl_client VALUES (3,'129972204','Bakker','1943-04-13','Assen');
INSERT INTO tbl_client VALUES (4,'133224533','Hendriks','1944-05-14','Beilen');
INSERT INTO tbl_client VALUES (5,'123640568','Mulder','1945-06-15','Assen');
INSERT INTO tbl_client VALUES (6,'124154992','Oosting','1946-07-16','Rolde');
INSERT INTO tbl_client VALUES (7,'195145471','Venema','1947-08-17','Assen');
""",
    "huurders.csv": """Huurder;Complex;Achterstand;Mnd;Actie
Roelofs, M.;Kapelhof;1.244,10;3;regeling
El Idrissi, F.;Kapelhof;2.310,55;5;deurwaarder
Vaessen, P.J.;Maasoever;877,00;2;bellen
Tilanus, G.;Maasoever;3.005,12;7;ontruiming aangezegd
""",
    "exitlijst.csv": """PersNr;UitDienst;RedenCode;Toelichting
31201;1-3-2026;4;pensioen
31377;1-3-2026;7;WIA toegekend, ernstige depressie
31498;15-3-2026;2;eigen verzoek
31620;1-4-2026;7;kanker, terminaal
31733;1-4-2026;2;eigen verzoek
""",
    "stagiaires.csv": """Naam student;School;Mail;Tel;Bijzonderheden
Lisa Hoek;ROC;lisahoek04@hotmail.com;06-10203040;dyslexie
Amir Sabri;ROC;amir.sabri@outlook.com;06-20304050;rolstoel
Jip van Es;HBO;jipjip@gmail.com;06-30405060;
""",
    "kledingmaten.csv": """Medewerker;Maat;Schoen;Geb.datum;Huisadres
Kees Post;L;43;12-3-1971;Bosweg 4, Rolde
Marja Tuin;M;39;4-9-1985;Esstraat 12, Assen
Onno Faber;XL;45;30-1-1990;Brink 1, Vries
""",
    "kandidaten.csv": """Naam;Uitnodigen;Opmerking
E. Brandsma;ja;goede brief, vraagt 4.200
H. Tamer;nee;gat in cv, detentie?
S. Veldkamp;twijfel;zwanger, start pas sept
""",
    "pgb toekenning.csv": """Zaaknr;Clientnr;Achternaam;Voorziening;Toegekend;Bedrag
Z26-001;88120;Roosjen;huishoudelijke hulp;3 uur;58,20
Z26-004;88231;Kiewiet;scootmobiel;1;0
Z26-009;87992;Ben Salah;dagbesteding;4 dd;212,00
Z26-012;88340;Tuinstra;begeleiding;2 uur;110,40
""",
    "pseudoniem sleutel.csv": """code;naam
R001;Willem Kooistra
R002;Djamila Bensaid
R003;Petra Oldenburger
R004;Sjaak Verhoef
""",
    "contractenlijst.csv": """Mdw.nr;Naam;Soort;Einde;Salaris;Verlengen?
40112;Jolien Smits;tijdelijk;31-5-2026;2.840;ja
40155;Ferdi Yildiz;tijdelijk;30-6-2026;2.710;nee, functioneren
40201;Aad Bronkhorst;vast;;3.310;
""",
    "toelatingen.csv": """Achternaam;Voornaam;Geb;Groep;Ondersteuning;Huisarts
Oort;Milan;03-04-2016;5;dyslexie;De Brink
Sabri;Yara;19-09-2015;6;ADHD, medicatie op school;Centrum
Hoek;Fenne;30-01-2016;5;;De Brink
""",
    "vrijwilligers.csv": """Naam;Adres;Postcode;Tel;Geboren
W. Postma;Brink 2;9441 AA;0593-112244;1951
T. Alberts;Esweg 8;9441 BC;06-33445566;1948
H. Kramer;Dorpsstr 10;9451 AA;06-11992288;1960
""",
    "kassiers.csv": """MW;BSN;IBAN;Bruto
1001;170293130;NL82INGB7011391247;2210,00
1002;258584713;NL32RABO2292621930;2340,50
1003;240613582;NL82ABNA8161409916;1980,00
""",
    "ouderavond.csv": """Leerling;Ouder 1;Mobiel;Bijz.
Milan Oort;Sanne Oort;06-12121212;gescheiden, vader geen gezag
Yara Sabri;Amal Sabri;06-13131313;
Fenne Hoek;Jan Hoek;06-14141414;allergie noten
""",
    "ZW_EXP.csv": """pnr;dat_van;dat_tot;oz;oz_tkst;uren
710221;02-02-2026;;9;zwangerschap complicaties;36
710345;05-02-2026;06-02-2026;1;griep;16
710399;09-02-2026;;4;hartinfarct;32
710412;16-02-2026;20-02-2026;1;buikgriep;24
""",
    "jarigen.csv": """naam;dd;mm;jjjj
Ilse Koster;4;5;1981
Ronald de Wit;17;9;1969
Samira Azzouzi;23;1;1990
Wout Hermsen;8;12;1958
""",
    "tickets hr.csv": """Nr;Onderwerp;Omschrijving
1;Verlof;Saldo klopt niet in scherm
2;Loonheffing;Medewerkster Bianca Stoel is zwanger en wil weten wat ze netto krijgt bij verlof
3;Rapport;Kolom ontbreekt
""",
    "declaratie zorg.csv": """Declaratieformulier;Scholengroep Tweelicht;
Naam:;Hennie Kuiken;
Personeelsnr:;88120;
IBAN:;NL57INGB5024298488;
Datum;Omschrijving;Bedrag
3-3;bus excursie groep 6;48,00
""",
    "seed.sql": """INSERT INTO inwoner VALUES
(0,'221247208','Prins','Alida','1950-10-01'),
(1,'198603952','Kuiper','Bas','1951-11-02'),
(2,'276200755','Talsma','Corrie','1952-12-03');
""",
    "regel.csv": """Wim Doornbos;262168273;NL97ABNA3576220519;1.844,20
""",
    "mantelzorg.csv": """Cliënt;Mantelzorger;Relatie;Belast?
mw. Hoving;Tineke Hoving;dochter;zwaar
dhr. Alberda;Geert Alberda;zoon;matig
mw. Pietersma;Jan Pietersma;echtgenoot;ernstig overbelast
""",
    "vzregel.csv": """medew;zkt_dt;herst_dt;reden
550121;2026-01-05;2026-01-09;griep
550188;2026-01-12;;burnout
550203;2026-01-13;2026-02-02;longontsteking
550377;2026-02-03;;zwangerschapsgerelateerd
""",
    "feestdag.csv": """Medewerker;Verjaardag;Jaar
Kees Olthof;03-04;1967
Marloes Tepe;11-04;1990
Saskia Brand;19-04;1984
Onur Demir;28-04;1995
""",
    "issue.csv": """ID;Issue;Impact;Actiehouder
I1;Rapportage traag;laag;Tom
I2;Teamleider Wonen (Gea Mensink) is langdurig ziek, darmkanker;testers ontbreken;Karin
I3;Licenties op;midden;Tom
""",
    "vlootschouw.csv": """Naam;Prestatie;Potentieel;Opmerking
Kees Olthof;B;laag;richting uitstroom
Marloes Tepe;A;hoog;kandidaat teamleider
Onur Demir;C;midden;verbetertraject
""",
    "sms export.csv": """ontvanger;bericht
0612340001;Beste mw. Peters, uw afspraak bij de psycholoog is op 3 april 10:00
0612340002;Beste dhr. Kok, uw afspraak bij de verslavingszorg is op 3 april 11:00
0612340003;Beste mw. Vos, uw intake GGZ is op 4 april 09:30
""",
    "kamerlijst.csv": """Kamer;Bewoner;Reanimeren;Dieet;Bijz.
101;mw. Hoving;nee;vloeibaar;dwaalt
102;dhr. Alberda;ja;suikervrij;diabetes
103;mw. Pietersma;nee;;katheter
""",
    "opleidingen per persoon.csv": """Pers.nr;Naam;Geb.dat;Diploma
40112;Jolien Smits;4-3-1991;helpende
40155;Ferdi Yildiz;12-9-1987;verpleegkundige
40201;Aad Bronkhorst;30-1-1964;geen
""",
    "urgentie.csv": """Aanvrager;Gezin;Reden;Punten
Hamidi;1+3;huiselijk geweld;80
Janse;2+2;medisch, rolstoel;65
Oort;1+1;scheiding;40
""",
    "wga lijst.csv": """Dossiernr;Werknemer;1e ziektedag;Uitkering;Status
W-101;P. Hagen;03-02-2024;WGA 80-100;bezwaar
W-102;S. Aydin;17-05-2024;IVA;afgerond
W-103;M. Torn;22-08-2024;WGA 35-80;herbeoordeling
""",
    "cao inschaling.csv": """pers_nr;naam;oud;nieuw;bruto_oud;bruto_nieuw
40112;Smits J;35-4;35-5;2.480;2.540
40155;Yildiz F;45-2;45-3;2.790;2.880
40201;Bronkhorst A;45-9;45-9;3.310;3.310
""",
    "passenlijst.csv": """Naam;Geboren;Kenteken;Pasnr
J. Smits;4-3-1991;X-411-BB;00812
F. Yildiz;12-9-1987;K-220-ZD;00813
A. Bronkhorst;30-1-1964;;00814
""",
    "groepslijst.csv": """Groep 5;;;
Naam;Geb.datum;Ouder;Telefoon
Milan Oort;3-4-2016;Sanne Oort;06-12121212
Fenne Hoek;30-1-2016;Jan Hoek;06-14141414
Yara Sabri;19-9-2016;Amal Sabri;06-13131313
""",
}
