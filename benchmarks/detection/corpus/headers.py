# ruff: noqa: E501  # lists read best in one piece
"""What columns about people are called, from plain Dutch to the codes of systems; by what stands in them."""

from __future__ import annotations

from typing import Final

# Concept -> headers. A concept is a field of `fields.py` or a kind that values are drawn for.
HEADERS: Final[dict[str, tuple[str, ...]]] = {
    "bsn": ("BSN", "Burgerservicenummer", "BSN-nummer", "bsn_nr", "SoFi-nummer", "Sofinr", "BSNnr", "Burger Service Nr", "PERID", "SOFINR", "Social security number", "Nationaal nummer", "BSN medewerker", "burgerservicenr.", "BSN/Sofi"),
    "full": ("Naam", "Volledige naam", "Naam medewerker", "Werknemer", "Medewerker", "Roepnaam + achternaam", "Weergavenaam", "ENAME", "NAAM", "Employee name", "Naam (voluit)", "Naam betrokkene", "Contactnaam"),
    "listed": ("Naam", "Achternaam, voorletters", "Naam en voorletters", "Wrkn. naam", "Naam werknemer", "NAAM_WN", "Sorteernaam", "Persoon", "Naam verzekerde"),
    "surname": ("Achternaam", "Geslachtsnaam", "Familienaam", "Eigen naam", "NACHN", "ACHTERNAAM", "Last name", "Surname", "Geboortenaam", "achternaam_eigen"),
    "first": ("Voornaam", "Roepnaam", "Voornamen", "VORNA", "First name", "ROEPNAAM", "voornaam", "Roepnm"),
    "particle": ("Tussenvoegsel", "Voorvoegsel", "Tussenv.", "VORSW", "voorvoegsels", "Tussenvgsl", "Prefix"),
    "born": ("Geboortedatum", "Geb.datum", "Geb. dat.", "Geboren", "GBDAT", "gebdat", "Geboortedat", "Date of birth", "DOB", "Geb.dt.", "Geboortedatum (jjjjmmdd)", "GEBDATUM", "Geboren op"),
    "iban": ("IBAN", "Rekeningnummer", "Bankrekening", "IBAN-nummer", "Bank", "BANKN", "Rekening", "Banknr", "Bank account", "IBAN werknemer", "Girorekening"),
    "salary": ("Salaris", "Bruto salaris", "Bruto maandsalaris", "Maandloon", "Brutoloon", "Salaris p/m", "BETRG", "Loon", "Vast salaris", "Gross salary", "Basissalaris", "Bruto per maand", "FT salaris", "Salarisbedrag", "ANSAL", "Uitbetaald loon"),
    "staff": ("Personeelsnummer", "Pers.nr.", "Personeelsnr", "PERNR", "Medewerkernummer", "Mdw.nr", "Werknemernr", "Stamnummer", "Employee ID", "Employee number", "personeels_nr", "Wn.nr.", "Registratienummer medewerker"),
    "street": ("Adres", "Straat en huisnummer", "Straat + nr", "Woonadres", "Huisadres", "Adresregel 1", "Privéadres", "STRAS", "Street address", "adres_prive"),
    "postcode": ("Postcode", "PC", "Post code", "PSTLZ", "Postal code", "postc."),
    "town": ("Woonplaats", "Plaats", "Plaatsnaam", "ORT01", "City", "Wpl"),
    "phone": ("Telefoon", "Telefoonnummer", "Tel.", "Mobiel", "06-nummer", "Tel. privé", "Mobile", "GSM", "TELNR", "Telefoon thuis"),
    "private_mail": ("E-mail privé", "E-mailadres", "Mail", "Email", "Privémail", "Mailadres", "e-mail", "EMAIL"),
    "sex": ("Geslacht", "M/V", "GESCH", "Gender", "m/v/x"),
    "hired": ("In dienst", "Datum in dienst", "Indienst", "BEGDA", "Start date", "Ingangsdatum dienstverband"),
    "function": ("Functie", "Functienaam", "Job title", "STLTX", "Rol", "Functieomschrijving"),
    "department": ("Afdeling", "Organisatie-eenheid", "ORGEH", "Team", "Department", "Kostenplaats omschr."),
    "health": ("Reden verzuim", "Ziekte", "Diagnose", "Aard beperking", "Toelichting verzuim", "Medische bijzonderheden", "Verzuimreden", "Diagnosis", "Grondslag", "Beperking", "Klachten"),
    "union": ("Vakbond", "Lid vakbond", "Bondslidmaatschap", "Contributie bond", "Union"),
    "religion": ("Geloof", "Religie", "Kerkelijke gezindte", "Levensovertuiging", "Godsdienst", "KONFE"),
    "ethnicity": ("Etniciteit", "Herkomst", "Etnische achtergrond", "Afkomst", "Migratieachtergrond"),
    "criminal": ("Strafblad", "Antecedenten", "Veroordelingen", "Justitiële documentatie", "Criminal record", "Uitkomst VOG-onderzoek"),
    "orientation": ("Seksuele gerichtheid", "Geaardheid", "Seksuele voorkeur", "Sexual orientation"),
    "id_document": ("Paspoortnummer", "Nummer ID-bewijs", "Documentnummer ID", "Nr. identiteitsbewijs", "ID-kaart nr", "Passport no"),
}  # fmt: skip

VALUES: Final[dict[str, tuple[str, ...]]] = {
    "health": ("griep", "burn-out", "rugklachten", "zwangerschap", "hernia", "depressie", "migraine", "longontsteking", "knieoperatie", "borstkanker", "hartklachten", "whiplash", "gebroken pols", "long covid", "PTSS", "overspannen", "reuma", "astma", "", ""),
    "union": ("FNV", "CNV", "De Unie", "geen", "AVV", "NU'91", "AOb", "Abvakabo", "ja, FNV", "nee"),
    "religion": ("rooms-katholiek", "protestants", "islamitisch", "moslim", "hindoe", "joods", "geen", "gereformeerd", "boeddhist", "PKN", "RK"),
    "ethnicity": ("Turks", "Marokkaans", "Surinaams", "Nederlands", "Antilliaans", "Pools", "Syrisch", "Somalisch", "Moluks", "niet-westers"),
    "criminal": ("geen", "veroordeeld voor diefstal 2018", "taakstraf 2021", "rijden onder invloed", "mishandeling, voorwaardelijk", "fraude (transactie)", "geen bezwaar", "openbare dronkenschap", "VOG geweigerd wegens zedendelict"),
    "orientation": ("heteroseksueel", "homoseksueel", "lesbisch", "biseksueel", "onbekend"),
}  # fmt: skip
