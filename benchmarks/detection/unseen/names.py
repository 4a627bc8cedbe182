"""Words that persons, places and organisations are made of. All combinations are invented."""

from __future__ import annotations

from typing import Final


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


WOMEN: Final = _listed(
    """Annelotte Babette Carlijn Dieuwke Eefje Femke Gerdien Hester Ilse Jolijn Katinka Lonneke Marit Nienke Oda Petra
    Quirine Renske Saskia Tirza Ursula Vera Wietske Xandra Yvette Zoë Aaltje Berber Corrie Doutzen Evelien Froukje
    Geesje Hillegonda Imke Janneke Klaartje Leontien Marjolein Noortje Aïsha Bouchra Fatiha Naima Samira Loubna Hatice
    Elif Gülsen Nurten Sevda Zeynep Chantal Shanti Rosita Ruchi Anjali Priya Mei Ling Thuy Agnieszka Beata Danuta
    Magdalena Oksana Svetlana Amara Efua Abena Selamawit Noor Roos Tess Fenna"""
)
MEN: Final = _listed(
    """Arend Bastiaan Casper Diederik Evert Floris Gijsbert Harmen Ids Jelmer Klaas Leendert Maarten Nanne Otto Pepijn
    Quinten Reinier Sietse Teunis Ubbo Vincent Wouter Xander Ype Zeger Albert Bouke Cees Dirk Egbert Frits Gerrit
    Hidde Ivo Jurjen Kees Lubbert Mees Niek Abdelkarim Brahim Driss Hicham Mimoun Youssef Ahmet Burak Emre Hakan
    Mehmet Orhan Rajesh Winston Glenn Errol Vikram Sanjay Wei Duc Andrzej Bartosz Krzysztof Piotr Dmytro Kwame
    Kofi Tesfay Dawit Sem Luuk Daan Ruben Thijs Willem Sven"""
)
SURNAMES: Final = _listed(
    """Aalbers Aardema Abels Akkerman Alblas Altena Andela Appelman Baardman Backer Balk Bangma Barendse Bastiaans
    Beekhuis Beemster Beintema Berends Bijlsma Blankestijn Blijleven Bloemhof Boekhoud Boelens Boerma Bokhoven Bontekoe
    Boonstra Bosgraaf Bouwhuis Braakman Brinkhof Broekema Brouwershaven Bruinsma Buitenhuis Buursma Cazemier Cloosterman
    Cornelisse Couperus Dagelet Damstra Deelstra Dekkers Diepeveen Dijkhuis Dijksma Doornbos Douma Drijver Dronkers
    Duinker Eekhout Elferink Engbers Epema Evenhuis Faber Feenstra Fijnheer Fokkens Galama Geerlings Gerritsma Glazenborg
    Goedhart Gorter Greydanus Groeneveld Grootenhuis Haagsma Haarsma Hagedoorn Halbertsma Hamelink Hartgers Heemskerk
    Heeringa Hellinga Hendrikse Hilarius Hofstede Hogeveen Holwerda Hoogerwerf Hoogstraten Huizenga IJpelaar Idema
    Jellema Jongbloed Jorritsma Kalsbeek Kamphorst Kasteleijn Keizer Kingma Klaver Kleinjan Klinkhamer Knol Koelewijn
    Kolkman Koning Korteweg Kortenhorst Kraaijenbrink Kroeze Kuipers Kwakkel Laarman Lammers Langedijk Leegwater
    Leeuwenburg Lindeboom Lokhorst Lubbers Luttikhuis Maassen Manders Meerdink Meindertsma Mellema Mooij Mulders Nagtegaal
    Nauta Niemeijer Nijboer Noordhof Offringa Oldenhof Oosterhuis Oppedijk Osinga Overbeek Paardekooper Palsma
    Pannekoek Peereboom Pietersma Plantinga Poelstra Postma Pronk Raadsma Reitsma Riemersma Ritsema Roelofsen Roggeveen
    Rooseboom Ruijter Rustenburg Schaapman Scheltema Schipper Schoonderbeek Schuurman Siebenga Slagter Sluijter Smallegange
    Snoek Spaans Sterkenburg Stoffels Tamminga Terpstra Timmer Tuinman Uitenbroek Veenstra Velthuis Verkerk Visscher Vlasblom
    Vogelzang Vreugdenhil Waagmeester Wagenaar Weerman Westerink Wiarda Wigboldus Wolthuis Zandstra Zijlmans Zoetelief
    Zuidema Achahbar Amezrar Bouazza Elhamdaoui Khattabi Ouaziz Tahiri Aslan Aydin Celik Demirtas Karaca Ozturk Yalcin
    Baldewsing Jhinkoe Ramdin Soekhoe Kartowidjojo Adhin Nguyen Tran Huang Zhang Kowalczyk Nowicki Wisniewska Zielinski
    Kovalenko Mensah Owusu Tekle Gebremedhin Ferreira Oliveira Santana Moreno Rossini Schmitz Hoffmann Dubois Lefèvre
    O'Brien Hutchinson Fairweather"""
)
PREFIXED: Final = (
    ("van der", "Heijde"), ("van den", "Broeke"), ("de", "Lange"), ("van", "Ommeren"), ("ter", "Horst"),
    ("van de", "Kerkhof"), ("de", "Wit"), ("den", "Hertog"), ("van 't", "Hof"), ("te", "Velde"), ("van", "Eck"),
    ("van der", "Zwaag"), ("de", "Ruiter"), ("in 't", "Veld"), ("op den", "Kamp"), ("van", "Dalen"), ("el", "Idrissi"),
    ("van der", "Molen"), ("de", "Groot"), ("ten", "Cate"), ("von", "Bergen"), ("da", "Silva"), ("van den", "Akker"),
    ("de", "Winter"), ("van", "Zanten"), ("van", "Loenen"), ("ten", "Brinke"), ("van der", "Sluis"), ("'t", "Lam"),
)  # fmt: skip
PLACES: Final = _listed(
    """Oudeveen Westermeer Hallerdam Zandwolde Nieuwbroek Lindeloo Kerkdrecht Ravenhorst Molenwijk Duinrode Veldhuizen
    Grafterdijk Noordhaven Elsterbeek Waalmonde Heideoord Vechtstede Berkenrade Haspelo Klaverdam Slingerveen Opmeerden
    Rijnsloot Torenburg Zuiderlinge Bolderwoude"""
)
STREETS: Final = _listed(
    """Lijsterbeslaan Tolweg Ambachtstraat Schoolpad Kanaaldijk Zonnebloemstraat Prinsenhof Burgemeester_Tackweg Meidoornplein
    Achterom Havenkade Wilgenhof Stationsplein Pastorielaan Korenmolenweg Vuurtorenstraat Esdoorndreef Smedengang
    Grote_Kerkstraat Bongerd Oosteinde Veldzicht Marktstraat Rozengaarde Dr._Schaepmansingel Jan_Steenlaan Spoorlaan
    Hertogstraat Boomkleverhof Zeelt Turfkade Noorderpoort Vlierstraat Kolkweg Nieuwe_Gracht Plein_1813
    Kastanjedreef"""
)
MAIL_HOSTS: Final = (
    "gmail.com",
    "hotmail.com",
    "ziggo.nl",
    "kpnmail.nl",
    "outlook.com",
    "xs4all.nl",
    "live.nl",
    "icloud.com",
)
# Kind of organisation, name pattern, the words that its staff uses for those it serves.
ORGANISATIONS: Final = (
    ("municipality", "Gemeente {place}", ("Gem. {place}",)),
    ("hospital", "{place} Ziekenhuis", ("Ziekenhuis {place}",)),
    ("housing", "Woonstichting {word}", ("{word} Wonen",)),
    ("school", "Scholengroep {word}", ("SG {word}",)),
    ("logistics", "{word} Logistiek B.V.", ("{word} Logistiek",)),
    ("care", "Zorggroep {word}", ("{word} Thuiszorg",)),
    ("retail", "{word} Winkels B.V.", ("{word} Winkels",)),
    ("water", "Waterschap {place}land", ("WS {place}land",)),
    ("industry", "{word} Metaal N.V.", ("{word} Metaal",)),
    ("insurer", "{word} Verzekeringen", ("OVM {word}",)),
    ("transport", "Streekvervoer {place}", ("SV {place}",)),
    ("welfare", "Stichting {word} Welzijn", ("{word} Welzijn",)),
)
WORDS: Final = _listed(
    """Kompasroos Zilverbrug Merelhof Anemoon Brandaris Korhoen Lichtwerk Zwaluwstaart Beukenstein Duinroos Fonteyn
    Goudzaad Hazelaar Ijzerberk Kandelaar Leeuwerik Meerpaal Noorderzon Palissade Reigersborg Sterrenwacht Triangel Vlinderstrik
    Wielewaal Zeegras"""
)
CODENAMES: Final = _listed("Zilvermeeuw Noordster Kaleidoscoop Springtij Ankerpunt Metronoom Wervelwind Kiezelsteen")
FIRMS: Final = ("Vaartweg Advies", "Bureau Peilschaal", "Kwadrant Consulting", "Ruimzicht Organisatieadvies")
FUNCTIONS: Final = (
    "teamleider", "beleidsmedewerker", "administratief medewerker", "adviseur", "planner", "projectleider",
    "financieel medewerker", "applicatiebeheerder", "monteur", "verpleegkundige", "docent", "chauffeur", "consulent",
    "magazijnmedewerker", "inkoper", "secretaresse", "jurist", "controller", "schoonmaker", "receptionist",
)  # fmt: skip
BUSINESS_FUNCTIONS: Final = (
    "hoofd HR", "projectmanager", "informatiemanager", "functioneel beheerder", "directeur bedrijfsvoering",
    "salarisadministrateur", "product owner", "enterprise-architect", "manager Finance", "adviseur bedrijfsvoering",
    "privacy officer", "testmanager", "contractmanager", "teammanager Servicedesk", "HR business partner",
)  # fmt: skip
DEPARTMENTS: Final = (
    "Financiën", "Burgerzaken", "Facilitair", "ICT", "Klantcontact", "Onderhoud", "Logistiek", "Zorg Noord", "Zorg Zuid",
    "Juridische Zaken", "Inkoop", "Personeelszaken", "Verkoop binnendienst", "Expeditie", "Werkplaats", "Planning",
)  # fmt: skip
MONTHS: Final = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip
ENGLISH_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
