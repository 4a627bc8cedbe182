"""Given names, family names, streets and places. Streets and places are made up; no combination means a person."""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(text.split(";"))


MEN = _words(
    "Abdel Achmed Adriaan Ahmet Aleksander Ali Alwin Andries Anton Arend Arjen Arno Auke Bart Bas Bastiaan Berend "
    "Bilal Bjorn Bouke Bram Burak Can Casper Chen Cor Cornelis Daan Daniël Dennis Diederik Dirk Douwe Driss Eelco "
    "Egbert Emre Enzo Erik Evert Ezra Feike Ferdi Floris Fouad Frans Frits Geert Gerben Gerrit Giovanni Govert "
    "Guus Hakan Hamza Harm Hassan Hendrik Henk Hidde Huseyin Ibrahim Ilias Ivo Jaap Jakub Jan Jan-Willem Jarno "
    "Jelle Jelmer Jeroen Jesse Johannes Joost Joris Jurgen Kamal Karel Kasper Kees Klaas Koen Krzysztof Lammert "
    "Lars Leendert Levi Lourens Luuk Maarten Marcin Marinus Mehmet Menno Michiel Milan Mohamed Mourad Mustafa "
    "Nico Niels Noah Omar Onno Orhan Otto Pawel Pepijn Pier Pieter Piotr Quinten Rachid Reinier Remco Rens Rinus "
    "Robert-Jan Roel Ruben Said Sander Sem Serdar Siebe Sietse Sjoerd Stijn Sven Teun Theo Thijs Tjeerd Tobias "
    "Tomasz Twan Umit Vincent Walter Wei Wessel Wiebe Willem Wouter Yassin Yunus Zeger"
)

WOMEN = _words(
    "Aafke Afke Agnieszka Aïcha Aleida Amina Amber Anke Anna Annelies Anouk Antje Anna-Maria Asma Astrid Aukje "
    "Aylin Aysel Baukje Bernadette Betül Birgit Boukje Carla Chantal Charlotte Christa Claartje Daniëlle Dieuwke "
    "Dilara Dorien Doutzen Ebru Eefje Elif Elke Ella Els Emine Esmée Eva Evelien Ewa Fatima Femke Fenna Fleur "
    "Floor Froukje Geertje Gerda Gülsüm Hadewych Hafsa Hanneke Hatice Heleen Hilde Hiske Ilse Ineke Ingeborg Iris "
    "Jacomijn Janneke Janine Jantien Jasmijn Jet Jikke Jitske Joke Jolanda José Joyce Judith Kadriye Karin "
    "Katarzyna Khadija Kim Latifa Leonie Lianne Lieke Lies Lisanne Loes Lotte Maaike Magda Malgorzata Marga "
    "Marieke Marit Marjolein Martine Mei Merel Meryem Mieke Mirjam Myrthe Nadia Naima Nanda Naomi Nienke Nora "
    "Nynke Oda Olga Petra Pien Pleuni Rachida Renske Rianne Roos Rukiye Saar Sabine Samira Sanne Saskia Selma "
    "Sharon Sigrid Silke Simone Sjoukje Sofie Suzan Tamara Tess Tineke Trijntje Ursula Vera Wendy Wietske "
    "Wilhelmina Willemijn Xiu Yasmina Yvonne Zeynep Zoë"
)

PREFIXES = (
    "van",
    "de",
    "van der",
    "van den",
    "van de",
    "ter",
    "ten",
    "den",
    "van 't",
    "in 't",
    "op de",
    "te",
    "du",
    "el",
)

PLAIN = _words(
    "Aalbers Abbink Ackermans Adema Adriaanse Albrecht Alkema Alting Andela Anema Apeldoorn Arends Asselbergs "
    "Atsma Baars Baas Bakkum Balk Barendse Beekman Beintema Bensdorp Bergsma Beukema Bierma Bijlsma Bleeker "
    "Bloemendaal Boersma Bokhorst Bonnema Boomsma Bosma Bouman Brandsma Braam Brinkman Broekema Brouwers Bruinsma "
    "Buitenhuis Bulthuis Coenen Coster Cremers Cuperus Damen Dekkers Dijksma Dijkstra Doornbos Douma Draaijer "
    "Driessen Drost Eekhof Eggink Elzinga Emmens Engelsman Evers Faber Feddema Feenstra Fokkema Folkerts Franssen "
    "Frijters Galema Geertsema Gerritsen Gielen Goossens Graafsma Grootens Haagsma Haarsma Hagedoorn Hamstra "
    "Harkema Heeringa Heidstra Hekman Hendriks Hettinga Heuvelmans Hiemstra Hoekstra Hofstede Holtrop Hoogland "
    "Huisman Huitema Iedema Ietswaart Jaarsma Jaspers Jellema Jongsma Jurrius Kalma Kamminga Kappert Keizers "
    "Kerkstra Kingma Klaassen Kloosterman Koopmans Kooistra Kortekaas Kramer Kuiper Kuipers Laan Lammers "
    "Langereis Leenders Leijten Lindeboom Lubbers Maassen Martens Meinders Meijer Menger Metselaar Miedema "
    "Minnema Molenaar Nauta Nicolai Niemeijer Nijholt Nooteboom Olthof Oosting Ottens Paardekooper Palstra "
    "Peeters Pietersma Postma Prakken Pronk Reinders Reitsma Riemersma Roelofs Rolink Rozema Ruitenberg Sanders "
    "Scheepstra Schilder Schippers Schouten Schreuder Sikkema Sijtsma Slagter Smeets Snijders Spijkerman Sprenger "
    "Steenstra Stellingwerf Swinkels Talsma Terpstra Theunissen Tichelaar Tilstra Timmermans Tolsma Tuinstra "
    "Uitslag Veenstra Veldkamp Verbeek Verhagen Vermeulen Visscher Vlietstra Vos Wagenaar Weerstra Westra Wiarda "
    "Wiersma Wijnia Wildeboer Witteveen Woudstra Ypma Zandstra Zeldenrust Zijlstra Zondervan Zwart"
)

ELSEWHERE = _words(
    "Acar Aksoy Aslan Aydin Bulut Celik Demir Dogan Erdem Güler Kaplan Karaca Koç Özdemir Öztürk Polat Sahin "
    "Tekin Yildirim Yilmaz Achahbar Aouragh Azzouzi Bennani Benali Boukhari Chakir Elidrissi Ouali Haddou Jabri "
    "Lahlou Mansouri Tahiri Zerrouki Bouterse-Lont Kartosen Kromodimedjo Mahabier Ramdin Ramautar Sewpersad "
    "Soerodikromo Venetiaan Wijdenbosch-Tjon Jagroep Adamczyk Dabrowska Jankowski Kaczmarek Kowalczyk Lewandowska "
    "Majewski Nowicki Pawlak Wisniewski Zielinska Huang Jiang Liang Wong Zhang Zhou Nguyen Tran Pham Müller "
    "Schröder Kovács Popescu Ferreira Fernandes Hernández Rossi Okafor Mensah Osei Tesfaye Hosseini Rahimi "
    "Sharifi Habibi Petrovic Hadzic"
)

# Family names that are everyday words or places: they decide nothing by themselves.
WORDS = _words(
    "Baan Baard Bakker Berg Blauw Boer Bos Brand Bruin Buis Dam Dekker Dijk Dorst Engel Feest Gans Geel Gras "
    "Groen Groot Haan Hamer Haring Heer Hond Hoofd Jong Kans Keizer Kist Klein Kok Koning Korver Kraan Kroon "
    "Leeuw Licht Linden Loon Maat Mei Mol Mulder Muis Oud Paard Paal Park Prins Raad Ridder Rood Ruiter Schaap "
    "Slager Smit Snel Sterk Stoel Tuin Veer Visser Vogel Vries Wal Water Weg Wind Winter Wit Wolf Zee Zomer Zon"
)

STREETS = _phrases(
    "Achtermeent;Aalscholverhof;Beukelslaan;Binnenkamp;Boterdreef;Burgemeester Tellegenlaan;Dorsvloer;"
    "Duivekaterplein;Eikenwal;Elzenkade;Fazantenhof;Galigaanstraat;Gasthuisgang;Graaf Wichmanstraat;Haverkamp;"
    "Heemraadsingel-Zuid;Hofmeesterpad;Iepenwal;Jonkvrouwelaan;Kamillehof;Kerkepad;Klaproosveld;Korenmolenweg;"
    "Laan van Zeewijk;Lange Gracht;Leerlooierstraat;Lisdoddewal;Meesterswijk;Mgr. Borretstraat;Molenwetering;"
    "Nieuwe Kolk;Oude Trekvaart;Ooievaarsnest;Paardenmarkt;Pastoor Hoekxplein;Polderkade;Prinses Amaliasingel;"
    "Riethaak;Rogakker;Schoutenwerf;Singel-Oost;Sluiswachterkade;Spinnerijstraat;Tiendschuur;Tjalkstraat;"
    "Turfring;Uiterdijk;Veerhuisweg;Vlasakker;Wagenmakersgilde;Weverstede;Zandoogjelaan;Zuiderhoofd;"
    "Zwanebloemplein;1e Vlietdwarsstraat;Dokter Nolenslaan;Generaal Snijdersplein;Hof van Breda;Kleine Houtweg;"
    "Noordeinde;Plein 1940;Rijksstraatweg;'s-Gravenweg"
)
TOWNS = _phrases(
    "Aldersveen;Berkelmonde;Boxterhout;Diepenhorst;Elsloterdam;Friezumerhem;Geldermunde;Heerenwolde;Kamperdijk;"
    "Kollumerga;Leiderwaard;Lutterzijl;Maasterbeek;Middelharn;Nieuw-Teylingen;Oosterwijtwerd;Oud-Zevenhoven;"
    "Schagerzijpe;Sint Odulphuskerk;Steenwijkerhem;Tilderen;Uithuizerga;Veldhuizerweerd;Zuiderkogge;"
    "'s-Heer Aelbrechtsland;Aaldermonde;Beemsterhorn;Drielandenbrug;Grootegasterwold;Kruiswateren;Langeraarhout;"
    "Monsterwijk;Oldenhovezijl;Peelderhei;Tussenmeren;Wijkerslag"
)
# Towns after which an organisation is called: living there tells no client.
CLIENT_PLACES = _phrases(
    "Eemwoude;Haarlerbroek;Noorderkogge;Poelhuizen;Reestdal;Rijnsterwolde;Vlietstede;Wederveen;Westerhoorn;"
    "Zilverbeek;Hoogerveld"
)
