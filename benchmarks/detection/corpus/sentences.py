# a sentence reads best in one piece
"""What is written about people: sentences that tell something sensitive, by kind, and sentences that tell nothing.

`{n}` is somebody's name, at the start of a sentence. Written in the words of managers, doctors, consultants and clerks.
"""

from __future__ import annotations

from typing import Final

SENSITIVE: Final[dict[str, tuple[str, ...]]] = {
    "health": (
        "{n} is sinds vorige maand thuis met een burn-out en slikt slaapmedicatie.",
        "{n} heeft gisteren te horen gekregen dat de tumor is uitgezaaid.",
        "{n} is zwanger en gaat in het voorjaar met verlof; er zijn complicaties.",
        "{n} ligt na een herseninfarct in het revalidatiecentrum.",
        "{n} is gediagnosticeerd met multiple sclerose en kan niet lang staan.",
        "{n} zit in een behandeltraject voor een alcoholverslaving.",
        "{n} heeft last van paniekaanvallen en loopt bij een psycholoog.",
        "{n} is voor de tweede keer geopereerd aan de rug en mag niet tillen.",
        "{n} krijgt drie keer per week dialyse en werkt daarom halve dagen.",
        "{n} is hiv-positief en wil niet dat collega's dit weten.",
        "{n} heeft epilepsie; vorige week is er een aanval geweest op de werkvloer.",
        "{n} staat op de wachtlijst voor een nieuwe heup en loopt met krukken.",
        "{n} is door de bedrijfsarts volledig arbeidsongeschikt verklaard.",
        "{n} heeft diabetes en moet tussendoor kunnen eten en spuiten.",
        "{n} meldde zich ziek vanwege een miskraam.",
        "{n} gebruikt antidepressiva en is daardoor vaak moe.",
        "{n} herstelt van een dubbele longontsteking en komt voorlopig niet terug.",
        "{n} heeft na het ongeluk een whiplash overgehouden.",
        "{n} is opgenomen in de ggz-kliniek met een psychose.",
        "{n} kan door de ziekte van Parkinson de fijne handelingen niet meer doen.",
        "{n} is slechthorend en heeft een aangepaste werkplek nodig.",
        "{n} volgt chemotherapie; om de drie weken een dag afwezig.",
        "{n} kampt met een postnatale depressie.",
        "{n} is getroffen door een hartinfarct en wordt gedotterd.",
    ),
    "criminal": (
        "{n} is in 2021 veroordeeld wegens oplichting en heeft een taakstraf uitgevoerd.",
        "{n} zit sinds vorige week in voorarrest op verdenking van drugshandel.",
        "{n} heeft een strafblad vanwege mishandeling van een ex-partner.",
        "{n} is door de politie aangehouden voor winkeldiefstal.",
        "{n} kreeg een voorwaardelijke gevangenisstraf van drie maanden wegens fraude.",
        "{n} is betrapt op het stelen van kasgeld; er is aangifte gedaan.",
        "{n} heeft geen VOG gekregen vanwege een eerdere veroordeling voor een zedendelict.",
    ),
    "union": (
        "{n} is lid van de FNV en wil een kaderlid bij het gesprek.",
        "{n} zegt als vakbondslid anders te worden behandeld dan de rest.",
        "{n} laat zich bijstaan door de CNV, waar zij al jaren lid van is.",
        "{n} deed mee aan de staking en is actief in de vakbond.",
    ),
    "religion": (
        "{n} is streng gereformeerd en werkt om die reden niet op zondag.",
        "{n} vast tijdens de ramadan en vraagt om andere werktijden.",
        "{n} is joods en vraagt vrij voor Jom Kipoer.",
        "{n} draagt als moslima een hoofddoek en kreeg daar opmerkingen over.",
        "{n} is jehova's getuige en weigert een bloedtransfusie.",
    ),
    "ethnicity": (
        "{n} is van Turkse afkomst en voelt zich gediscrimineerd door het team.",
        "{n} is als Surinaamse vrouw de enige met een donkere huid op de afdeling.",
        "{n} behoort tot de Roma-gemeenschap en woont op het woonwagenkamp.",
        "{n} is van Marokkaanse komaf; de klant wilde daarom een andere monteur.",
    ),
    "orientation": (
        "{n} is homoseksueel en woont samen met zijn vriend, dat weet niet iedereen.",
        "{n} is uit de kast gekomen als lesbienne en wordt sindsdien buitengesloten.",
        "{n} is biseksueel en heeft daar op de afdeling vervelende vragen over gekregen.",
        "{n} is op zoek naar steun omdat zijn familie niet accepteert dat hij gay is.",
    ),
}  # fmt: skip

# About persons at work, nothing sensitive in it.
NEUTRAL: Final = (
    "{n} sluit volgende week aan bij het overleg.",
    "{n} levert de stukken voor vrijdag aan.",
    "{n} neemt contact op met de leverancier.",
    "{n} heeft de presentatie voorbereid en stuurt die rond.",
    "{n} vraagt aandacht voor de doorlooptijd van de aanvragen.",
    "{n} stelt voor het overleg voortaan online te houden.",
    "{n} is akkoord met de gemaakte afspraken.",
)

# About a process or a system: full of the words, without anybody.
ABOUT_PROCESS: Final = (
    "Bij een ziekmelding wordt alleen de datum vastgelegd, nooit de oorzaak of de diagnose.",
    "Het veld BSN is verplicht en wordt bij opslaan gecontroleerd op de elfproef.",
    "Een wijziging van het rekeningnummer wordt door een tweede medewerker gecontroleerd.",
    "De salarisrun start op de vijftiende; correcties lopen mee in de maand erna.",
    "Medische gegevens zijn alleen zichtbaar voor de bedrijfsarts.",
    "Van iedere nieuwe medewerker wordt een kopie van het identiteitsbewijs in het dossier opgenomen.",
    "Het lidmaatschap van een vakbond wordt gebruikt voor de fiscale verrekening van contributie.",
    "De verklaring omtrent het gedrag wordt na ontvangst geregistreerd en niet bewaard.",
    "De leidinggevende ziet geboortedatum en adres, maar niet het salaris van collega's uit andere teams.",
    "Aanvragen van inwoners worden binnen acht weken afgehandeld; het BSN haalt de adresgegevens op.",
    "De conversie zet alle dienstverbanden over met een einddatum na 1 januari.",
    "Het loonjournaal wordt maandelijks ingelezen in de financiële administratie.",
    "Wie ziek uit dienst gaat wordt gemeld bij het UWV; het formulier staat op het portaal.",
    "De koppeling levert per medewerker naam, personeelsnummer, afdeling en werkmail.",
    "Dubbele personen worden herkend op geboortedatum, achternaam en postcode.",
    "Rapportages over verzuim tonen geen groepen kleiner dan tien.",
    "Bij uitdiensttreding vervallen de rechten dezelfde dag.",
    "Het zorgplan wordt elk halfjaar met de cliënt besproken en door de verpleegkundige bijgewerkt.",
    "Een huurder met een achterstand krijgt na veertien dagen een herinnering en daarna een gesprek.",
    "De leerlingadministratie wisselt gegevens uit met het register onderwijsdeelnemers.",
)  # fmt: skip

PROJECT: Final = (
    "De planning is haalbaar als de leverancier de koppeling deze maand oplevert.",
    "De stuurgroep besluit over de scope op basis van de impactanalyse.",
    "Er zijn drie blokkerende bevindingen; twee zijn opgelost en opnieuw getest.",
    "De sleutelgebruikers hebben de schermen beoordeeld en hun wensen zijn verwerkt.",
    "Het budget is voor zestig procent besteed.",
    "Voor de livegang is een terugvalscenario beschreven.",
    "De trainingen zijn ingepland in de laatste twee weken voor de overgang.",
    "De beheerorganisatie neemt het systeem na een maand nazorg over.",
    "Het grootste risico blijft de beschikbaarheid van de testers in de vakantie.",
    "De volgende mijlpaal is de acceptatietest.",
    "De gewenste situatie telt minder overdrachten en geen dubbele invoer.",
    "Uitgangspunt is dat standaardfunctionaliteit wordt gebruikt, tenzij de wet anders vraagt.",
    "De architect toetst het ontwerp aan de principes.",
    "De werkgroep heeft de knelpunten in het huidige proces in kaart gebracht.",
)  # fmt: skip
