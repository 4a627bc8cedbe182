"""Made-up letters, mails, forms and notes on one person or a few."""

from __future__ import annotations

LETTERS = {
    "sollicitatie.eml": """From: Roxanne Peelen <roxypeelen88@gmail.com>
To: hr@linderdaal.example
Subject: Reactie op vacature teamleider
Content-Type: text/plain; charset=utf-8

Geachte heer, mevrouw,

Met veel interesse reageer ik op de vacature van teamleider. Door een faillissement van mijn vorige werkgever zit ik
sinds juni zonder werk. Mijn zoontje heeft extra zorg nodig, daarom zoek ik een functie van maximaal 24 uur.
Ik ben te bereiken op 06 2233 4411.

Vriendelijke groeten,
Roxanne Peelen
""",
    "declaratie jan.txt": """Zorggroep Linderdaal - Formulier onkosten
Medewerker: Ayse Topal
Pers.nr: 208841
IBAN: NL20INGB0001234567
Periode: februari
Reiskosten cursus BHV 24,60
Lunch clientuitje 11,25
Totaal 35,85
Akkoord leidinggevende: ja
""",
    "sommatie.txt": """Woonstichting Roerhaven
Postbus 80, 6040 AB Roermond

Mevrouw G. Timmers
Kapelweg 31
6041 KD Roermond

Onderwerp: huurachterstand Kapelweg 31

Geachte mevrouw Timmers,
U heeft de huur van september tot en met december nog niet betaald. De schuld is nu € 2.644,12. Als wij het bedrag
op 15 januari niet hebben ontvangen, geven wij uw dossier in handen van de deurwaarder en vragen wij de rechter om
ontruiming van uw woning.
Met vriendelijke groet,
R. Maas, afdeling Incasso
""",
    "bewoners.txt": """Aanhef    Naam                Adres                    Postcode  Plaats
Dhr.      T. Roelofsen        Eikenlaan 4              7041 BC   s-Heerenberg
Mw.       A.B. Kuipers        Eikenlaan 6              7041 BC   s-Heerenberg
Fam.      Verstegen           Eikenlaan 8              7041 BC   s-Heerenberg
Dhr.      M. el Khattabi      Eikenlaan 10             7041 BC   s-Heerenberg
Mw.       J.J. Wolbrink       Eikenlaan 12             7041 BC   s-Heerenberg
Dhr.      P. Nijland          Eikenlaan 14             7041 BC   s-Heerenberg
""",
    "een regel.txt": """Fenna Oosterlo, BSN 123456782, NL20INGB0001234567, graag nabetaling van maart verwerken.
""",
    "brief broer.txt": """Zorggroep Linderdaal
Mevrouw S. van Wetering
Dorpsplein 3
7041 BC s-Heerenberg
Betreft: uw ziekmelding van 3 maart
Geachte mevrouw Van Wetering,
Naar aanleiding van uw ziekmelding nodigen wij u uit voor het spreekuur van de bedrijfsarts.
""",
    "ontslagbrief.txt": """Scholengroep Tweelicht

De heer B. Hoekzema
Singel 9
9401 KL Assen

Assen, 2 februari 2026
Onderwerp: beeindiging dienstverband

Geachte heer Hoekzema,
Met deze brief bevestigen wij dat uw arbeidsovereenkomst per 1 april 2026 eindigt wegens een verstoorde
arbeidsverhouding. De transitievergoeding bedraagt € 18.400 bruto.
Hoogachtend, college van bestuur
""",
    "wmo besluit.txt": """Gemeente Voorbeeldstad
Team Zorg

Mevr. T. de Lange-Okur
Wilgenhof 120
8011 ZX Voorbeeldstad

Betreft: besluit op uw aanvraag

Geachte mevrouw De Lange,
U heeft gevraagd om een traplift. Wij kennen u deze voorziening toe. Dit besluit geldt vanaf 1 maart. Bent u het
niet eens met de beschikking, dan kunt u binnen zes weken bezwaar maken.
""",
    "nabetaling.txt": """Bijgaand de gegevens: Sjoerd Wiarda, 103642626, NL38SNSB0048718306, nabetaling 412,20 over feb
""",
    "mutatie iban.txt": """Mutatieformulier - Zorggroep Linderdaal
Naam: Petra Hooijer
Personeelsnummer: 300418
Nieuw rekeningnummer: NL29INGB3703742447
Ingangsdatum: 1 april 2026
""",
    "open sollicitatie.txt": """Beste mevrouw Eldering,

Graag stuur ik u mijn open sollicitatie voor de functie van planner. Ik ben 49, gescheiden, en na een burn-out vorig
jaar weer volledig inzetbaar. Mijn vorige baan raakte ik kwijt omdat het filiaal sloot.

Ik kom graag kennismaken: 06-48812290 of wilma.terhorst@ziggo.nl

Wilma ter Horst
""",
    "sepa klant.txt": """Batch 0412 salarissen maart
NL32INGB6997676347  A.M. Peters       2.114,20  salaris mrt
NL16RABO1406947422  J. el Hamdaoui    1.987,44  salaris mrt
NL28ABNA7875826980  T. Brouwer        2.640,10  salaris mrt
NL46SNSB1341105616  S. de Graaf       1.410,00  salaris mrt
""",
    "leerplicht.txt": """Gemeente Voorbeeldstad, afdeling Leerplicht
Aan de ouders van Milan Oort
Parkzicht 44
8012 AB Voorbeeldstad

Geachte heer en mevrouw Oort,
Van school ontvingen wij een melding dat uw zoon Milan 23 dagen ongeoorloofd afwezig was. Wij nodigen u uit voor een
gesprek; komt u niet, dan maken wij proces-verbaal op.
""",
    "klacht bewoner.txt": """Geachte woningstichting,
Al maanden heb ik overlast van mijn bovenbuurman op nummer 14. Door de herrie slaap ik niet en mijn hartklachten
worden erger. Ik wil dat u iets doet.
A. Verhulst, Maasoever 12, 6041 AX Roermond, 06 1122 3948
""",
    "besluit bezwaar.txt": """Beslissing op bezwaar
Bezwaarmaker: mevrouw N. Haddad-Willems, Lange Nering 3, 8011 AA Voorbeeldstad
Uw uitkering is verlaagd omdat u niet meldde dat uw partner bij u woont. De commissie acht het bezwaar ongegrond.
""",
    "broer.txt": """Woonstichting Roerhaven
Dossier huurder: P.J. van Wetering, Kapelweg 9, 6041 KD Roermond
Huurachterstand 1.880,12; betalingsregeling niet nagekomen; overdracht deurwaarder
""",
    "zorgdossier rapportage.txt": """Rapportage mw. Hoving, kamer 23
12/3 ochtend: mw. weigerde medicatie, was verdrietig om overlijden zus. Wond hiel schoon, opnieuw verbonden.
12/3 avond: mw. gevallen in de badkamer, geen letsel, dochter gebeld.
""",
    "mdo notitie.txt": """MDO 4 maart
Dhr. Alberda: cognitief achteruit, MMSE 17, indicatie VV5 aangevraagd. Zoon is mentor.
Mw. Pietersma: depressief, wil niet meer eten. Psycholoog ingeschakeld.
""",
    "paspoort collega klant.txt": """Kopie identiteitsbewijs nieuwe medewerker
P<NLDOLDENBURGER<<PETRA<JOHANNA<<<<<<<<<<<<<<<
NX41B77C25NLD8503142F3011052123456782<<<<<46
""",
    "memo vertrouwelijk.txt": """Memo aan directie, vertrouwelijk
Betreft: Patricia Veenhof
Patricia is sinds november uitgevallen na een conflict met haar leidinggevende. De bedrijfsarts verwacht geen
terugkeer. Voorstel: vaststellingsovereenkomst, vergoeding 14.000 bruto.
""",
    "woningtoewijzing.txt": """Woonstichting Roerhaven - toewijzing
Kandidaat 1: S. Hamidi, alleenstaand, 3 kinderen, inkomen 24.310, urgentie wegens huiselijk geweld
Kandidaat 2: B. Janse, gezin, inkomen 38.900
Besluit: toewijzen aan kandidaat 1
""",
    "arbobrief.txt": """Arbodienst Zuidvliet
Terugkoppeling spreekuur d.d. 4 maart 2026
Werknemer: dhr. G. Pool, geb. 17-08-1970, werkgever Zorggroep Linderdaal
Beperkingen: niet tillen, geen nachtdienst. Prognose: opbouw in 8 weken.
""",
    "log met klant.txt": """INC-2041 loonstrook onjuist
Melder: Annet Ridder (salaris)
Omschrijving: medewerker Frits Doesburg, BSN 225481455, krijgt geen ploegentoeslag terwijl hij ziek is
(WIA-traject). Graag herrekenen vanaf januari.
""",
    "griep klant.eml": """From: Karin Eldering <k.eldering@linderdaal.example>
To: Joris van Wetering <joris.vanwetering@kromhoutpartners.example>
Subject: dossier
Content-Type: text/plain; charset=utf-8

Dag Joris,
Bij Ellen Wierda (pers.nr 40551) klopt de loondoorbetaling niet: zij zit in haar tweede ziektejaar met long covid en
krijgt nu 70%. Kun je meekijken?
Karin
""",
    "nabestaanden.txt": """Aan de erven van mevrouw T. Holwerda
Esweg 41
9411 CD Beilen
Geachte familie,
Met het overlijden van uw moeder eindigt de huurovereenkomst. De huurachterstand van € 812 blijft te voldoen door de
erven.
""",
    "loonbeslag.txt": """Loonbeslag
Werknemer: R. Dijkema, personeelsnummer 40712
Beslagvrije voet 1.612,00; schuldeiser CJIB en zorgverzekeraar; in te houden per maand 348,10
""",
    "ontruiming.txt": """Gerechtsdeurwaarders Van Tilburg
Aan de heer en mevrouw Özdemir-Kaya
Maasoever 77
6041 AX Roermond
EXPLOOT: aanzegging ontruiming op 14 april 2026 om 10.00 uur, krachtens vonnis van de kantonrechter.
Geachte heer, mevrouw, u dient de woning leeg op te leveren.
""",
    "sollicitatie2.txt": """Linda Hofstra
linda.hofstra71@gmail.com

Sollicitatie functie medewerker burgerzaken

Geachte commissie,
Na 20 jaar bij mijn vorige werkgever ben ik ontslagen. Ik ontvang nu een WW-uitkering en wil graag bij uw gemeente
aan de slag. Ik woon op fietsafstand.
""",
    "beslag.txt": """Gemeente Voorbeeldstad, Werk en Inkomen
De heer J. Wolters
Kade 12 b
8011 ZX Voorbeeldstad
Geachte heer Wolters,
Wij hebben loonbeslag gelegd op uw uitkering wegens een vordering van € 3.120. Uw beslagvrije voet is 1.150 per
maand.
""",
    "sollicitatie pdf.txt": """Mohamed Azzouzi
Parkweg 3, 9401 AB Assen
06 5566 7711, m.azzouzi@outlook.com

Motivatie
Met deze brief solliciteer ik naar de functie van verpleegkundige. Door de scheiding van mijn vrouw wil ik graag
vaste dagdiensten. Mijn diploma is in 2014 behaald.
""",
    "claim reis.txt": """REISKOSTENDECLARATIE          Gemeente Voorbeeldstad
Naam          : Gerda Pot
Pers.nummer   : 5510442
Rekeningnr    : NL79INGB5180860263
Ritten maart  : 14 x Assen-Voorbeeldstad, 0,23 per km
""",
    "brief bijstand.txt": """Gemeente Voorbeeldstad
Mevrouw H. Chaoui
Lange Nering 9
8011 AA Voorbeeldstad
Betreft: intrekking bijstand
Beste mevrouw Chaoui,
U heeft niet gereageerd op onze uitnodiging voor een huisbezoek. Daarom stopt uw uitkering op 1 april.
""",
    "enkele regel 2.txt": """Naam: Aaltje Roorda, bsn 284547487, rekening NL27RABO1173296534
""",
    "brief aan werkgever namens klant.txt": """Zorggroep Linderdaal
Aan: mevrouw F. Bensalah, Esstraat 4, 9411 BC Beilen
Betreft: laatste waarschuwing
Geachte mevrouw Bensalah,
U bent op 2 en 9 maart zonder bericht niet verschenen. Bij herhaling volgt ontslag op staande voet.
""",
    "notitie regie.txt": """Casus gezin Brandsma
Moeder verslaafd, vader uit beeld. Oudste (14) gaat niet meer naar school. Veilig Thuis-melding op 2 februari.
""",
    "personeelskaart.txt": """Personeelskaart
Naam             Bakema, T.J.
Pers.nr          40881
Geb.datum        14-06-1968
Adres            Brink 3, 9411 AA Beilen
Salarisschaal    45 / 9
""",
    "mail 1 zieke.eml": """From: Tom Bosveld <t.bosveld@linderdaal.example>
To: Joris van Wetering <joris.vanwetering@kromhoutpartners.example>
Subject: testers
Content-Type: text/plain; charset=utf-8

Ha Joris, Marloes Tepe kan niet testen, ze ligt in het ziekenhuis met een hersenbloeding. Ik zoek vervanging.
Tom
""",
    "bsn lijst.txt": """185089410 A. Peters
288594526 F. Kok
269857229 H. Vos
297329157 S. Brand
""",
    "integriteit.txt": """Melding integriteit 2026-03
Betrokkene: Onno Faber, magazijn
Vermoeden van diefstal van gereedschap; camerabeelden van 4 maart. Aangifte overwogen.
""",
    "re-integratiebrief.txt": """Scholengroep Tweelicht
Mevrouw C. Bouwmeester
Dorpsstraat 14
9451 AC Rolde
Onderwerp: loonstop
Geachte mevrouw Bouwmeester,
Omdat u niet meewerkt aan uw re-integratie stoppen wij per 1 april uw loon.
""",
    "zieken vandaag.txt": """Afwezig 12 maart
Wonen: Jolien Smits (griep), Aad Bronkhorst (rug)
Zorg: Samira Azzouzi (kind ziek), Rens Kuiper (nog steeds burn-out)
""",
    "interne overplaatsing.eml": """From: Karin Eldering <k.eldering@linderdaal.example>
To: Joris van Wetering <joris.vanwetering@kromhoutpartners.example>
Subject: vertrouwelijk
Content-Type: text/plain; charset=utf-8

Joris, voor je planning: we gaan Rens Kuiper ontslaan wegens diefstal. Hij weet het nog niet. Neem hem niet meer op
in de testgroep.
""",
    "rapport schuldhulp.txt": """Rapportage schuldhulpverlening
Klant: dhr. M. Aarts (47), alleenstaand, bijstand
Schulden: 31.400 bij 14 schuldeisers, gokverslaving. Voorstel: MSNP.
""",
    "huisbezoek.txt": """Verslag huisbezoek 5 maart, Wilgenhof 120
Mevrouw De Lange doet open in ochtendjas. Zij vertelt dat haar man vorige maand is overleden. De woning is vervuild.
""",
}
