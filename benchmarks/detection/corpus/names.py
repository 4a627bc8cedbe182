"""First names, surnames, streets, towns and organisations that made-up people and clients are put together from."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


DUTCH_FIRST: Final = _words(
    "Aaltje Adriaan Alida Anneke Annelies Antoon Ardi Arend Bart Bas Berend Bernadette Bert Bianca Boudewijn Bram "
    "Carla Casper Cees Charlotte Claudia Coen Corrie Daan Daphne Diederik Dirk Doeke Dorien Eefje Egbert Elke "
    "Ellen Els Emiel Erik Esther Eveline Femke Fenna Ferdinand Floor Floris Frank Freek Geert Geertje Gerben "
    "Gerda Gijs Govert Greet Guus Hanneke Harm Hedwig Hein Hendrika Henk Hermien Hessel Hilde Huub Ilse Ineke "
    "Inge Iris Jaap Jacomijn Jan Janneke Jasper Jeltje Jelle Jeroen Jet Joep Johan Jolanda Joost Jorrit Josien "
    "Jurre Karin Karlijn Kees Klaas Koen Laurens Leendert Lidewij Lies Lieke Lotte Luuk Maaike Maarten Machteld "
    "Madelief Marieke Marijke Marjolein Mark Martijn Matthijs Mees Menno Merel Michiel Mieke Mirjam Nelleke Nico "
    "Niels Nienke Noor Olaf Pauline Peter Petra Piet Pieternel Pim Reinier Renske Rianne Rob Roelof Rolf Roos "
    "Ruben Rutger Sander Sanne Saskia Siebe Sien Sjoerd Stefan Stijn Suzanne Sybren Teun Thea Thijs Tineke "
    "Tjitske Tom Truus Vera Veerle Victor Wendy Wiebe Wietske Wilma Wim Wouter Yvonne Zwaantje"
)
TURKISH_FIRST: Final = _words(
    "Aylin Burak Cem Deniz Elif Emre Esra Hakan Kemal Leyla Murat Nuray Sevgi Tülay Yusuf Zeynep"
)
MOROCCAN_FIRST: Final = _words(
    "Abdelkader Amina Bouchra Driss Fatima Hafid Hassan Houda Karim Khadija Latifa Mustapha Nadia Naima Rachid "
    "Samira Soufiane Youssef Zineb"
)
SURINAMESE_FIRST: Final = _words("Anand Chantal Delano Indra Iwan Naomi Radjesh Roy Sherida Shanti Soenita Winston")
POLISH_FIRST: Final = _words(
    "Agnieszka Andrzej Bożena Grzegorz Jadwiga Katarzyna Krzysztof Łukasz Magda Paweł Wojciech Zofia"
)

# The particle, then the surname.
DUTCH_PARTICLES: Final = {
    "de": _words(
        "Boer Bruin Graaf Groot Haan Haas Jager Jong Jonge Koning Lange Leeuw Mol Nijs Raad Ridder Roos Rooij "
        "Ruiter Vos Vries Waard Weerd Wild Wilde Wit Zeeuw Zwart Keizer Visser Bakker Klerk Vlieger"
    ),
    "van": _words(
        "Aalst Beek Bemmel Buuren Dam Dijk Doorn Eck Elst Gelder Gent Ginkel Hees Houten Ingen Kampen Leeuwen "
        "Loon Maanen Noort Oosten Rijn Rooijen Schaik Straten Tiel Veen Vliet Wijk Zanten Zuilen Ommen Putten"
    ),
    "van de": _words("Beek Gevel Kamp Laar Kerkhof Pol Sande Velde Ven Water Weg Weerd Wouw Zande"),
    "van den": _words("Akker Berg Bogaard Bosch Broek Brink Dool Eijnde Heuvel Hoek Hout Oever"),
    "van der": _words(
        "Aa Ark Bijl Giessen Heide Horst Klis Kolk Laan Linden Meer Meulen Molen Pas Ploeg Sluis Spek Steen "
        "Veer Velden Wal Weide Werf Zee Zwan"
    ),
    "ter": _words("Braak Haar Horst Steege Veld Wiel"),
    "ten": _words("Brinke Cate Have Hove Kate Dam"),
    "op den": _words("Camp Kelder Kamp"),
    "in 't": _words("Hout Veld Ven"),
    "van 't": _words("Hof Hul Oever Zand"),
    "'t": _words("Hart Hoen Mannetje"),
}
DUTCH_PLAIN: Final = _words(
    "Aarts Admiraal Akkerman Alberts Baars Bakker Bax Beekman Berends Bergsma Beuker Blok Boersma Bos Bosman "
    "Bouwman Brouwer Bruggink Buis Cornelissen Cuijpers Dekker Dijkstra Dirks Draaisma Driessen Drost Duursma "
    "Eikelboom Elzinga Engelen Evers Feenstra Fokkema Franken Geerts Gerritsen Goossens Groen Groenewegen Haagsma "
    "Hagenaars Hartman Heijnen Hendriks Hermans Hoekstra Hofstede Hoogland Huisman Jansen Janssens Kappert "
    "Keijzer Klaver Kloosterman Kok Koning Koopman Korving Kramer Kroon Kuijpers Kuiper Lammers Langedijk "
    "Leenders Lindeman Loman Maas Martens Meester Meijer Mertens Molenaar Mulder Nagel Nieuwenhuis Noordhoek "
    "Oldenkamp Oosterhuis Otten Paardekooper Peeters Pelgrim Pijpers Poelstra Post Prins Reitsma Rietveld Rozema "
    "Ruiter Schaap Scheepers Schipper Schouten Slager Smit Smeets Snijder Spaan Spijker Steenbergen Sterk "
    "Stoffels Talsma Tap Terpstra Teunissen Timmer Tuinman Uithof Veenstra Verbeek Verhoef Vink Visscher Vogel "
    "Vonk Vos Wagenaar Wassenaar Wever Wiersma Wolters Zandstra Zegers Zijlstra Zomer Zwart"
)
COMPOUND: Final = (
    "Bakker-Vos",
    "Jansen-de Graaf",
    "Smit-van der Laan",
    "Groen-Elzinga",
    "Peeters-ten Have",
    "Hoekstra-Aydın",
)
TURKISH_LAST: Final = _words("Arslan Aydın Çelik Demir Doğan Kaya Koç Öztürk Polat Şahin Yıldız Yılmaz Kurt Güneş")
MOROCCAN_LAST: Final = (
    "Achahbar", "Amrani", "Azzouzi", "Bouzidi", "El Amrani", "El Bakkali", "El Hamdaoui", "El Idrissi", "Haddou",
    "Lahlou", "Mansouri", "Ouali", "Tahiri", "Ziani", "Ait Baha", "Ben Salah",
)  # fmt: skip
SURINAMESE_LAST: Final = _words("Bhagwandin Doekhie Kalloe Mahabier Pengel Ramdin Ramlal Sewpersad Soekhoe Wijdenbosch")
POLISH_LAST: Final = _words(
    "Dąbrowski Jabłońska Kamiński Kowalczyk Krawczyk Lewandowska Nowak Wiśniewska Wójcik Zieliński"
)

STREET_HEADS: Final = _words(
    "Acacia Beatrix Beuken Bosch Burgemeester-Tielens Dijk Eiken Elzen Fluiters Gaarde Hazelaar Heren Hoge Iepen "
    "Jasmijn Kamperfoelie Kastanje Kerk Klooster Korenbloem Lage Leeuwerik Lelie Linden Lijster Meidoorn Merel "
    "Molen Nachtegaal Noorder Oranje Orchideeën Parallel Populieren Reiger Ring Rozen School Sering Spechten "
    "Stations Tulpen Veld Vijver Vlier Water Wilgen Zuider Zwaluw"
)
STREET_TAILS: Final = ("straat", "laan", "weg", "plein", "hof", "kade", "pad", "singel", "dreef", "gracht")
TOWN_HEADS: Final = _words(
    "Achter Berken Broek Duiven Elzer Gaas Hage Heer Hoog Kerk Klaver Laag Langen Linde Meer Midden Nieuw Noorder "
    "Olden Ooster Over Rieten Scheld Sterre Turf Uiter Vaar Veld Voorst Wael Wester Wilger Winter Zand Zeven "
    "Zuider"
)
TOWN_TAILS: Final = (
    "dam",
    "berg",
    "broek",
    "dorp",
    "hoven",
    "horst",
    "kerk",
    "lo",
    "meer",
    "monde",
    "sluis",
    "stede",
    "veen",
    "waard",
    "wolde",
    "zijl",
)
FUNCTIONS: Final = (
    "medewerker burgerzaken", "beleidsadviseur", "teamleider", "administratief medewerker", "consulent", "projectleider",
    "jurist", "verpleegkundige", "begeleider", "planner", "applicatiebeheerder", "monteur", "chauffeur", "docent",
    "onderwijsassistent", "woonconsulent", "inkoper", "controller", "HR-adviseur", "salarisadministrateur", "receptionist",
    "opzichter", "vergunningverlener", "toezichthouder", "magazijnmedewerker", "communicatieadviseur",
)  # fmt: skip
DEPARTMENTS: Final = (
    "Burgerzaken", "Financiën", "Personeel en Organisatie", "Sociaal Domein", "Ruimte", "Bedrijfsvoering", "Zorg West",
    "Facilitair", "Logistiek", "Onderhoud", "ICT", "Klantcontact", "Juridische Zaken", "Verkoop", "Locatie De Brug",
)  # fmt: skip
FIRMS: Final = (
    "Meridiaan Advies", "Kwadrant Consultancy", "Vuurtoren Adviesgroep", "Spoorzoeker Advies", "De Schakel Organisatieadvies",
)  # fmt: skip
SUPPLIERS: Final = (
    "Van Elburg Kantoorartikelen", "Drukkerij De Letterbak", "Cateringhuis Hap", "Noordveld Automatisering",
    "Groenrijk Hoveniers", "Taxi Tulp", "Schoon en Zo", "Lichtpunt Energie", "Bouwbedrijf Stevast", "Waterman Sanitair",
    "Hotel De Witte Raaf", "Papierhandel Vellinga", "Telecombedrijf Zendmast", "Autolease Wegwijs",
)  # fmt: skip
