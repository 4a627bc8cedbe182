"""Made-up papers of projects, short and without their usual titles."""

from __future__ import annotations

DOCUMENTATION = {
    "rollen rechten.csv": """Functie;Personalia;Salaris;Verzuim;Dossier;Rapporten
Medewerker;eigen;eigen;eigen;-;-
Teamleider;team;-;team;team;team
HR-adviseur;alles;lezen;alles;alles;alles
Payroll;lezen;alles;-;-;alles
Bedrijfsarts;-;-;alles;-;-
""",
    "workshop uitkomsten.txt": """Werksessie uitdiensttreding 4 maart
Deelnemers: Karin Eldering (HR), Tom Bosveld (functioneel beheer), Joris van Wetering
Knelpunten: einddatum wordt te laat doorgegeven, laptop komt niet terug, ziekte bij einde contract is onduidelijk
belegd.
Wensen: taak voor leidinggevende in het systeem. Afgesproken: opnemen in het procesontwerp.
""",
    "raci.csv": """Activiteit;Leidinggevende;HR;Payroll;Bedrijfsarts
Ziekmelding ontvangen;R;I;I;-
Verzuim registreren;A;R;I;-
Probleemanalyse;C;I;-;R
Loondoorbetaling aanpassen;I;C;R;-
""",
    "sessieverslag.txt": """Verslag sessie in- en uitdienst, dinsdag 3 maart, online
Aanwezig: K. Eldering, T. Bosveld, J. van Wetering (verslag)
1. Wat gaat goed: contracten worden digitaal ondertekend.
2. Wat knelt: BSN wordt te laat aangeleverd, zwangerschapsverlof staat niet in het rooster.
3. Vervolg: Tom werkt de schermen uit, volgende sessie 17 maart.
""",
    "agenda.txt": """Agenda projectgroep 12 maart
1. Opening en mededelingen
2. Actielijst vorige keer
3. Stand van zaken proefverloning (J. van Wetering)
4. Besluit: livegang ziekteverzuimmodule
5. Rondvraag
""",
    "mapping salaris.csv": """Bronveld;Type;Doelveld;Verplicht;Opmerking
PERNR;char(8);employee_id;ja;voorloopnullen behouden
GBDAT;date;date_of_birth;ja;jjjj-mm-dd
BSNNR;char(9);bsn;ja;elfproef
IBAN;char(18);iban;nee;
""",
    "overdracht.txt": """Overdracht project verzuimmodule - Linderdaal
Stand van zaken: inrichting gereed, proefdraaien loopt tot 20 maart.
Openstaande punten: autorisaties casemanager, rapport 42e-weeksmelding.
Contact: Karin Eldering (k.eldering@linderdaal.example), Tom Bosveld (ICT)
""",
    "spelregels.txt": """Procesbeschrijving ziekmelding
Stap 1: medewerker meldt zich ziek bij leidinggevende (rol: medewerker)
Stap 2: leidinggevende registreert in het systeem
Stap 3: na 6 weken stelt de bedrijfsarts een probleemanalyse op
Uitzondering: zwangerschap, zie werkinstructie 4
""",
    "notulen or.txt": """Notulen OR-overleg 5 maart
Aanwezig: Tom Bosveld (voorzitter), Marja Kok, Karin Eldering
1. Verzuimbeleid: de OR stemt in met het nieuwe protocol.
2. Rooster: pilot zelfroosteren bij Wonen.
3. Rondvraag: geen.
""",
    "planning opleiding.csv": """Activiteit;Start;Eind;Trekker;Status
Trainingen teamleiders;9-3;20-3;K. Eldering;loopt
Handleiding verzuim;2-3;13-3;J. van Wetering;gereed
Livegang;1-4;1-4;T. Bosveld;gepland
""",
    "autorisatie klein.csv": """Rol;Salaris;Verzuim;Dossier
Medewerker;eigen;eigen;eigen
Manager;nee;team;team
HR;alle;alle;alle
Payroll;alle;nee;nee
""",
    "testscript ziek.txt": """Testscript TS-14 ziekmelding
Stap 1. Log in als leidinggevende. Verwacht: startscherm.
Stap 2. Meld testmedewerker 9001 ziek. Verwacht: taak voor casemanager.
Resultaat: geslaagd. Tester: Tom Bosveld
""",
    "stuurgroep memo.txt": """Memo aan stuurgroep e-HRM
Stand van zaken: bouw gereed, testen 80%. Risico: capaciteit payroll door zwangerschapsverlof van een medewerker.
Gevraagd besluit: livegang verschuiven naar 1 mei.
""",
    "rechten groot.csv": """Scherm;Medewerker;Leidinggevende;HR-adviseur;Payroll
NAW-gegevens;eigen;team (lezen);alles;alles
BSN;geen;geen;lezen;alles
Salaris;eigen;geen;lezen;alles
Verzuim (medisch);geen;geen;geen;geen
""",
    "werksessie.txt": """Uitwerking ontwerpsessie verlof, 11 maart
Aanwezig: Karin Eldering (HR), Marja Kok (controller), Joris van Wetering
- Bijzonder verlof bij overlijden: 4 dagen, via leidinggevende
- Zwangerschapsverlof: UWV-aanvraag door payroll
Actie: Joris werkt het ontwerp bij.
""",
    "sessie knelpunten.txt": """Workshop knelpunten salarisproces d.d. 12 februari
Deelnemers: M. Kok, T. Bosveld, K. Eldering, J. van Wetering
Knelpunt 1: mutaties na de deadline. Knelpunt 2: loonbeslagen worden handmatig verwerkt.
Besluit: deadline naar de 10e.
""",
    "rollen 2.csv": """Rol;Lezen dossier;Wijzigen dossier;Verzuim;Salaris;Export
Functioneel beheerder;ja;nee;nee;nee;ja
Casemanager;ja;ja;ja;nee;nee
Leidinggevende;eigen team;nee;eigen team;nee;nee
""",
    "projectplan kort.txt": """Projectplan verzuimmodule
Doel: een werkende module op 1 mei. Aanpak: inrichten, testen, opleiden.
Risico's: ziekte van sleutelpersonen, late gegevens.
Planning: maart bouw, april test.
""",
    "datamodel.txt": """Datamodel werknemer
Entiteit Werknemer: personeelsnummer (PK), naam, geboortedatum, BSN, IBAN
Entiteit Verzuim: begindatum, einddatum, oorzaakcode, percentage
Relatie 1:n
""",
    "procesplaat.txt": """Proces uitdiensttreding
Trigger: ontslagbrief ontvangen. Stap 1 leidinggevende registreert einddatum. Stap 2 HR controleert verlofsaldo.
Stap 3 payroll maakt eindafrekening.
Uitzondering: ontslag bij ziekte, zie stap 7.
""",
    "besluitenlijst.txt": """Besluitenlijst stuurgroep 26 februari
B12 Livegang verschuift naar 1 mei
B13 Verzuimmodule zonder medische velden
Aanwezig: K. Eldering, T. Bosveld, J. van Wetering
""",
    "fo scherm.txt": """Functioneel ontwerp scherm Ziekmelding v0.3
Veld Eerste ziektedag: verplicht, datum, niet in de toekomst
Veld Reden: keuzelijst (griep, operatie, zwangerschap), alleen zichtbaar voor bedrijfsarts
Knop Opslaan: controleert overlap
""",
}
