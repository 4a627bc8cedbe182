"""Made-up notes, mails, letters and small lists by many hands, in which persons are told of or only named."""

from __future__ import annotations

OF_SOMEBODY = {
    "verzuim onder ons": """Ha Bart,

Even onder ons: Fenna Terpstra heeft zich vanochtend voor de derde keer deze maand
afgemeld. Ze zegt dat het haar hartkloppingen zijn, de cardioloog wil haar volgende week
zien. Kun jij haar dossiers zolang overnemen?

gr. Kees
""",
    "chat over een collega": """[09:14] Sanne: heb je gehoord van Youssef Amrani?
[09:15] Peter: nee wat
[09:15] Sanne: zijn vrouw is bij hem weg en hij slaapt al drie weken in z'n auto
[09:17] Peter: jeetje. en hij moet ook nog dat voorschot terugbetalen
""",
    "een op een": """1-op-1 Marijke / Daan, 12 maart

- Daan trekt het niet meer, huilt veel
- relatie met teamlead (RV) is kapot, wil mediation
- overweegt te stoppen per 1 juni
- afgesproken: 2 weken rust, daarna weer kijken
""",
    "integriteitsonderzoek": """Rapportage integriteitsonderzoek (concept)

Uit de camerabeelden blijkt dat de heer M. van Rossem op 3 en 11 april goederen uit het
magazijn heeft meegenomen zonder te betalen. In het hoor- en wederhoorgesprek erkende hij
dit. Geadviseerd wordt aangifte te doen en het dienstverband te beeindigen.
""",
    "brief aan familie": """Beste mevrouw Kooistra,

Zoals besproken loopt het met uw moeder niet goed thuis. Zij dwaalt 's nachts en herkent
haar buurvrouw niet meer. De casemanager dementie komt dinsdag langs om over opname te
praten.

Met vriendelijke groet,
Team Wijkzorg
""",
    "schaal en trede": """Karin Postma - 24 uur, schaal 9, trede 6
Henk Wolters - 36 uur, schaal 10, trede 11
Dilara Yilmaz - 32 uur, schaal 8, trede 3
""",
    "English dismissal": """Dear Ms. Hargreaves,

Further to our meeting on 4 May, I confirm that your employment will end on 30 June
following the outcome of the disciplinary hearing. You were found to have submitted false
expense claims. You may appeal within five working days.

Yours sincerely,
Head of People
""",
    "initialen in telegramstijl": """HR notitie JdB (adm. mw.)
- verz. sinds 14-2, rugklachten, fysio 2x p/w
- PvA getekend, spoor 2 gestart
- mw. wil niet terug naar afd. ivm conflict met lg
- vso voorleggen, 3 mnd
""",
    "aanvraag om bijstand": """Goedemiddag,

Wij hebben vandaag de aanvraag van mevrouw S. Oudshoorn beoordeeld. Zij heeft drie
kinderen, geen inkomen en een openstaande vordering van de energiemaatschappij. Wij
stellen voor de bijzondere bijstand toe te kennen.

Afdeling Inkomen
""",
    "huisbezoek": """Verslag huisbezoek

Aangetroffen: dhr. Willem Duursma, alleenstaand. Woning vervuild, geen verwarming. Hij
drinkt dagelijks een fles wijn en eet slecht. Zoon heeft het contact verbroken. Dhr. geeft
toe de post niet meer te openen.
""",
    "sollicitanten op een rij": """Sollicitanten projectleider

Roos Meijerink: sterk verhaal, wil 4800, twijfel over stressbestendigheid
Pim Oosterbaan: zakte door het ijs bij de case, niet doen
Chantal de Groot: 52, misschien te duur, wel beste gesprek
""",
    "geciteerde mail": """Onderwerp: RE: functioneren Tjeerd

> Tjeerd Sikkema haalt zijn targets al twee kwartalen niet, en zijn collega's klagen over
zijn houding.

Eens. Ik stel voor dat we hem geen verlenging geven, zijn contract loopt toch in augustus
af.
""",
    "English note": """Notes on Rebecca Lindqvist (account manager)

Struggling since the miscarriage in March. Asked for reduced hours. Sales numbers are down
40%. I told her we would revisit her bonus. She cried. Follow up with occupational health.
""",
    "leerlingen bij hun voornaam": """Leerlingbespreking groep 7

Noah: leest op E4-niveau, vader in detentie, moeder kan het niet aan
Fleur: vermoeden van ADHD, ouders willen geen onderzoek
Mohammed: veel blauwe plekken, melding Veilig Thuis overwogen
""",
    "bezwaar": """Bezwaar R. Zwaan tegen terugvordering

Belanghebbende stelt niet samen te wonen. Uit waterverbruik en buurtonderzoek volgt echter
dat hij sinds 2021 een gezamenlijke huishouding voert met T. Bakker. De teveel betaalde
uitkering van 14.320 euro wordt teruggevorderd.
""",
    "gezin": """Gezin De Wit-Bouzid, Jeugdteam

Moeder (34) heeft licht verstandelijke beperking. Vader sinds kort weer in beeld, eerder
veroordeeld voor mishandeling. Oudste zoon spijbelt en dealt op school. Voorstel:
gezinsvoogd.
""",
    "melding": """Anoniem meldpunt - melding 2024-118

Melder geeft aan dat afdelingshoofd Ronald Kruithof zijn zwager opdrachten gunt zonder
offertes op te vragen, en dat hij prive laat tanken op de pas van de gemeente.
""",
    "ouders van": """Gesprek met ouders van Quinten Laan

Ouders vertellen dat Quinten thuis driftbuien heeft en zichzelf krast. Hij krijgt sinds
kort medicatie van de kinderpsychiater. School vraagt een arrangement aan.
""",
    "back to work": """Return to work interview - Dawn Ellery

Dawn was away for nine weeks following a stroke. She still has weakness in her left arm
and tires easily. Phased return agreed: four hours a day, no driving.
""",
    "bila": """Bila Sem

- Sem overweegt te stoppen, voelt zich gepasseerd door Ruud
- heeft schulden, wil extra diensten
""",
    "zieken met een letter": """Stand langdurig zieken
Geert W. - kanker, komt niet terug
Trudy B. - ptss, 2e spoor
Otto K. - burnout, bouwt op 3x2 uur
""",
    "visa": """Team update (HR only): Marcus Webb's visa was refused, Priya Nair is going through IVF and
needs flexible mornings, and Colin Stagg has asked for an advance on his wages again.
""",
    "kandidaat": """Kandidaat Lars Hofstra

Hield het niet droog toen zijn vorige baan ter sprake kwam. Is daar weggestuurd na een
ruzie. Twijfels over motivatie. Advies: niet aannemen.
""",
    "the same first name goes on": """File note. Spoke to Emma Whitfield's line manager. Emma has admitted to taking cash from
the till. She is suspended on full pay pending investigation.
""",
    "bewoners": """Besproken bewoners
Bewoner Klaas Wiegers: schreeuwt 's nachts, slaat personeel. Medicatie verhoogd.
Bewoner Jo Timmerman: eet niet, afgevallen.
""",
}

OF_WORK = {
    "afspraken van een leverancier": """Overleg met leverancier Datacraft, 3 oktober

Aanwezig: Peter Jansen (Datacraft), Miriam Bos (gemeente), Robin de Adviseur
1. Datacraft komt afspraken niet na: twee opleveringen te laat. Miriam stuurt een
ingebrekestelling.
2. Koppeling met de salarisadministratie: Peter levert vrijdag een nieuwe planning.
""",
    "schilder": """Vincent van Gogh werd in 1853 geboren in Zundert. Hij sneed in 1888 een deel van zijn oor
af en liet zich opnemen in een inrichting in Saint-Remy. Hij leed aan depressies en dronk
veel absint. In 1890 overleed hij.
""",
    "roman": """Hoofdstuk 3

Marieke huilde al dagen. Sinds Tom haar had verlaten dronk ze elke avond een fles wijn.
Haar moeder, die aan kanker leed, belde niet meer. "Je moet naar een dokter," zei haar
zus.
""",
    "nieuws": """Popster Dex Marlowe opgenomen in kliniek

LOS ANGELES - Zanger Dex Marlowe is opgenomen in een afkickkliniek, meldt zijn management.
De zanger kampt al jaren met een drankverslaving. In 2019 werd hij veroordeeld voor
mishandeling van een fotograaf.
""",
    "eigen klachtbrief": """Klachtbrief

Geachte heer Timmer,

De keuken die uw bedrijf op 4 mei plaatste vertoont gebreken. Uw monteur kwam tweemaal
niet opdagen en was onbeleefd. Wij verzoeken u dit binnen twee weken te herstellen.

R. de Adviseur
""",
    "actielijst": """Actielijst project Salaris Anders

1. Ontwerp verzuimscherm af - Kim de Boer - 12-4
2. Testset ziekmeldingen maken - Ali Demir - 15-4
3. Afstemmen loonbeslag-proces - Joke Vink - 20-4
""",
    "een op een over werk": """1-op-1 Kim / Robin

- Kim pakt de testset op
- planning migratie, week 14
- training agressie verplaatsen
""",
    "uitnodiging": """Familie Jansen nodigt u uit voor het 40-jarig huwelijk van Piet en Truus. Zoon Mark regelt
de muziek. Graag opgeven voor 1 mei.
""",
    "rollen": """Rollenmatrix
Anna - proceseigenaar terugvordering en beslag
Bart - key-user schuldhulpverlening
Carla - functioneel beheer module bijzondere bijstand
Dirk - testcoordinator
""",
    "tante": """Lieve Robin, met tante Greet gaat het niet zo goed, ze is gevallen en ligt in het
ziekenhuis. Kom je zondag? Liefs, pap
""",
    "trage schermen": """Notulen gebruikersgroep

Anna: scherm huurachterstand is traag
Bert: wens om deurwaarder als relatie te kiezen
Chris: importeren van loonbeslag gaat mis
Dora: geen punten
""",
    "gezinsleden in een scherm": """Familie en relaties
In dit scherm ziet u de gezinsleden. Vader, moeder en kinderen worden uit de BRP
overgenomen. Bij echtscheiding of voogdij past de consulent Karin Smit (key-user) de
gegevens aan.
""",
    "wedstrijd": """Wedstrijdverslag: FC Noord verloor met 3-1. Spits Bart Kuiper viel uit met een
hamstringblessure en verdediger Sem Aalders kreeg rood na een slaande beweging. Hij is
twee duels geschorst.
""",
    "besluiten": """Besluitenlijst stuurgroep
- Jan Bos akkoord met verlenging contract leverancier
- Karin Smit: geen vertrouwen in de planning, vraagt herplan
- Piet Vos wil opdracht niet gunnen zonder offerte
""",
    "retrospective": """Retro sprint 12
Kim: ik voel me niet gehoord over de scope
Jan: te veel tickets, fout op fout in de build
Els: trainen met testdata
""",
    "no show at a demo": """Hi team, Tom did not show up for the demo yesterday because his train was cancelled. Lisa
will reschedule. The supplier failed to turn up as well.
""",
}
