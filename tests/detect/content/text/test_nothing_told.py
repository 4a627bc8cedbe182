"""Policies, designs, forms, code and figures have all the words and no values: there is nothing to count in them."""

from __future__ import annotations

import pytest

from tests.detect.content.text.told import kinds

NOTHING = [
    (
        "Verzuimprotocol. De medewerker meldt zich voor 9.00 uur ziek bij de leidinggevende. De "
        "bedrijfsarts stelt binnen zes weken een probleemanalyse op."
    ),
    ("Het veld BSN is verplicht (9 cijfers, elfproef). Geboortedatum in het formaat dd-mm-jjjj. IBAN: 18 posities."),
    (
        "Naam: ......................\nGeboortedatum: ..-..-....\nBSN: _ _ _ _ _ _ _ _ _\nAdres:\n"
        "Telefoon:\nHandtekening:\nDatum: 12-03-2024"
    ),
    "Ordernummer 123456782 is verzonden. Factuurnummer: 2024001234. Klantnummer 111222333.",
    "RSIN: 123456782\nBTW: NL123456782B01\nKvK 12345678\nLoonheffingennummer 123456782L01",
    (
        "Het gemiddelde salaris in de sector is € 3.450 bruto per maand. Het wettelijk minimumloon "
        "bedraagt € 13,68 per uur."
    ),
    (
        "Functieschaal 10: minimaal € 3.217,- en maximaal € 4.720,- bruto per maand, afhankelijk van "
        "opleiding en ervaring."
    ),
    ("De salariskosten van het project worden geraamd op € 125.000,00. De begroting voor lonen is € 2.400.000."),
    "Van de werknemers is 12% lid van een vakbond. De vakbonden FNV en CNV onderhandelen over de cao.",
    (
        "Bijzondere persoonsgegevens zijn gegevens over ras, godsdienst, gezondheid, seksuele gerichtheid, "
        "lidmaatschap van een vakbond en strafrechtelijk verleden."
    ),
    "Een VOG is vereist. Kandidaten met een strafblad kunnen worden afgewezen.",
    "Workshop omgaan met burn-out en depressie op de werkvloer. Aanmelden kan tot 12 mei.",
    (
        "Diagnose van het netwerkprobleem: de switch is defect. De operatie verliep volgens plan; het "
        "systeem is hersteld per 3 mei."
    ),
    "Release 2.4.1.0 van 06-02-2024, build 0612345678901. Zie ook 10.0.0.1:8080 en 2024-02-06T12:30:00.",
    ("De Willem de Zwijgerlaan en het Anne Frankplein worden heringericht; de Prins Bernhardstraat volgt in 2026."),
    "Albert Heijn, Jan Linders en de Van Gogh Stichting ondersteunen de actie van het Maria Ziekenhuis.",
    ("In Den Haag, Alphen aan den Rijn en Anna Paulowna is de proef gestart. Sint Maarten volgt in april."),
    (
        "Beste collega,\n\nVul het formulier in en stuur het naar de afdeling Personeel.\n\n"
        "Met vriendelijke groet,\nTeam Salarisadministratie"
    ),
    (
        "Geachte heer/mevrouw,\n\nHierbij ontvangt u de nieuwsbrief van de Gemeente Voorbeeldstad.\n\n"
        "Hoogachtend,\nCollege van Burgemeester en Wethouders"
    ),
    "A. Inleiding\nB. Doelstelling\nC. Kosten en Baten\nD. Planning",
    (
        "Auteur: Afdeling Informatievoorziening\nEigenaar: Stuurgroep Digitaal\nNaam: Zaaksysteem Delta\n"
        "Projectleider: n.t.b."
    ),
    "SELECT bsn, geboortedatum, salaris FROM medewerkers WHERE achternaam LIKE 'V%' ORDER BY iban;",
    (
        "def is_bsn(nummer: str) -> bool:\n    # 9 cijfers, zie https://git.elders.example/team/repo\n    "
        "return len(nummer) == 9"
    ),
    ("2024-03-01 12:00:01 INFO session 4539148803436467 took 123456782 ns, retry 0201234567 of 0301234568"),
    "Raad van Bestuur, Raad van Toezicht, Ministerie van Financien en de Universiteit van Amsterdam.",
    "BEGROTING 2024 EN MEERJARENRAMING 2025 TM 2028. PROGRAMMA 1000 KM FIETSPAD.",
    "Het ziekteverzuim daalde van 5,4% naar 4,9%. De meldingsfrequentie is 1,1.",
    "Postcode (1234 AB), huisnummer en woonplaats zijn verplichte velden in het adresblok.",
    ("Indien de werknemer wegens ziekte langer dan 42 dagen niet werkt, meldt de werkgever dit bij het UWV."),
    ("Lithium, kobalt en nikkel zijn grondstoffen voor accu's. De levering is vertraagd door een staking sinds maart."),
    "Kolom A: Personeelsnummer (N8). Kolom B: Achternaam (A40). Kolom C: Bruto salaris (N9,2).",
    (
        "Artikel 12. De deelnemer is bij arbeidsongeschiktheid verzekerd voor een uitkering van maximaal "
        "70% van het loon."
    ),
    "logo@2x.png, react@18.2.0 en git@git.elders.example:team/repo.git",
    "Kwartaalcijfers: omzet 1.234.567,00; kosten 987.654,00; resultaat 246.913,00.",
    "De Jonge Jury, De Bilt en Het Nieuwe Werken zijn thema's in het programma Mens & Werk.",
    (
        "De heer/mevrouw verklaart dat hij/zij de gegevens naar waarheid heeft ingevuld.\n"
        "Naam: ____________  Geboortedatum: ____________"
    ),
    (
        "Bij een ziekmelding belt de werknemer voor half negen met zijn leidinggevende en vermeldt de "
        "verwachte duur. De arbodienst wordt automatisch geinformeerd."
    ),
    (
        "De kandidaat heeft een relevante hbo-opleiding. Salaris: minimaal € 3.200 en maximaal € 4.700 "
        "bruto per maand (schaal 10)."
    ),
    ("Datamodel: entiteit PERSOON met attributen BSN (PK), GESLACHTSNAAM, VOORVOEGSEL, GEBOORTEDATUM, NATIONALITEIT."),
    ("Koningin Maximaplein, Prinses Beatrixlaan, Burgemeester van Tuyllkade, Dr. Nolenslaan, Pieter de Hooghstraat."),
    (
        "Wijzigingen in versie 3.2: knop Opslaan verplaatst; melding 'BSN ongeldig' toegevoegd; veld "
        "Salaris afgerond op 2 decimalen."
    ),
    "Het Jan van Brabant College, het Peter Stuyvesant Fonds en de Wilhelmina Toren zijn rijksmonument.",
    (
        "Privacyverklaring. Wij verwerken uw naam, adres, geboortedatum, BSN, gezondheidsgegevens en "
        "bankrekening. U kunt bezwaar maken."
    ),
    "Begroting 2025: salarissen 1.250.000, sociale lasten 312.500, opleiding 45.000. Totaal 1.607.500.",
    (
        "Procesbeschrijving re-integratie: stap 1 probleemanalyse (week 6), stap 2 plan van aanpak (week "
        "8), stap 3 evaluatie, stap 4 WIA-aanvraag (week 93)."
    ),
    (
        "In de praktijk blijkt dat medewerkers met een chronische ziekte vaker gebruik maken van de "
        "regeling. Denk aan diabetes, reuma of astma."
    ),
    "Storing 112: kabelbreuk bij Zwolle. Ticketnummer INC0012345678. Impact: telefonie 0900-nummers.",
    (
        "Gebruik het testaccount gebruiker01 met wachtwoord Welkom01. URL "
        "https://tst.elders.example:8443/login?id=123456782"
    ),
    ("Agenda\n1. Opening\n2. Vaststellen verslag\n3. Stand van zaken project Delta\n4. Rondvraag\n5. Sluiting"),
    ("Grafiek 3: aandeel inwoners met een migratieachtergrond per wijk (CBS). Bron: Jaarboek 2023, p. 14-18."),
    "Het college besluit de subsidie van € 12.500 toe te kennen aan Muziekvereniging Sint Caecilia.",
    (
        "Artikel 7:629 BW: de werknemer behoudt gedurende 104 weken recht op 70% van het naar tijdruimte "
        "vastgestelde loon."
    ),
    ("Elke medewerker ontvangt een eindejaarsuitkering van 8,33% en 8% vakantietoeslag over het brutosalaris."),
    "Openingstijden: maandag t/m vrijdag 09.00-17.00 uur. Zaterdag 10.00-16.00 uur.",
    "Moslims, christenen en joden vieren in december verschillende feesten; het thema past bij groep 7.",
    "Model TX-1200, serienummer 8712345678906, artikelnr. 401-223-118, maat 52/54.",
    (
        "Hoe vraag ik een VOG aan? Ga naar Justis. Kosten: € 41,35. Let op: een strafblad betekent niet "
        "altijd een afwijzing."
    ),
    ("Rooster week 12: Ma vroege dienst, Di late dienst, Wo vrij. Afkortingen: V=vakantie, Z=ziek, C=cursus."),
    ("Max. 10 deelnemers. Tim of test? Will you join? Mark as done. Frank opinion. Rob the bank. Art. 5 lid 2."),
    "De heer in het midden draagt een hoed. Mevrouw de Voorzitter opent de vergadering.",
    (
        "De bedrijfsarts beoordeelt of sprake is van arbeidsongeschiktheid. De werkgever ontvangt alleen "
        "functionele informatie, geen diagnose."
    ),
    (
        "Wie jonger is dan 18 jaar heeft toestemming van een ouder nodig. U meldt zich met een geldig "
        "paspoort of ID-kaart."
    ),
    "Huurprijs € 712,55 per maand exclusief servicekosten. Borg: € 1.400,-.",
    "Rekenvoorbeeld: een werknemer met een bruto maandsalaris van € 3.000 bouwt € 240 vakantiegeld op.",
    "Tabel 4 - salarisschalen per 1-1-2025: schaal 7: 2.501 - 3.480; schaal 8: 2.802 - 3.972.",
    "Nieuwe functionaliteit: het veld 'Reden verzuim' is verborgen voor leidinggevenden.",
    "Het Wilhelminapark en de Julianalaan zijn afgesloten. De Beatrixtunnel blijft open.",
    "Van maandag 3 tot en met vrijdag 7 maart 2025 is het loket gesloten.",
    "Inspreektekst: toets 1 voor burgerzaken, toets 2 voor belastingen.",
    "De ondernemingsraad, FNV, CNV en De Unie zijn geinformeerd over de reorganisatie.",
    "Kerken, moskeeen en synagogen kunnen subsidie aanvragen voor onderhoud.",
    "Bij vermoeden van fraude doet de gemeente aangifte tegen de belanghebbende.",
    "In 2023 waren er 412 aangiftes wegens diefstal en 87 wegens mishandeling.",
    "SKU 4000056655665556, batch 5105105105105100-A, order 378282246310005X",
    "docker run -p 8080:80 --name app registry.elders.example/app:1.2.3 # pid 123456782",
    "Rente 3,45%; looptijd 360 maanden; hoofdsom 245.000,00; annuiteit 1.093,12.",
    "Lijn 12 richting Station Zuid; halte Prins Hendrikkade; vertrek 08.12 uur.",
    "Het thema 'Gezond werken' behandelt stress, burn-out, RSI en verslaving.",
    ("Model arbeidsovereenkomst: werknemer [naam], geboren op [datum], salaris € [bedrag] bruto per maand."),
    "Contact: secretariaat, maandag t/m donderdag. Zie intranet > HR > Verzuim.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_words_without_values_are_nothing(text: str) -> None:
    assert kinds(text) == set()
