"""Minutes, mails and notes in which somebody is named, and one or more sentences later something private is told of him; and
the same sentences where it is told of nobody."""

from __future__ import annotations

from typing import Final

_HEAD: Final = "Verslag overleg HR en projectleiding, 20 mei. Aanwezig: Rianne Wit, Joost Maas\n"

FURTHER_ON: Final[dict[str, str]] = {
    "the doctor speaks": _HEAD
    + "1. Planning. De testronde schuift een week op.\n2. Bezetting. Orlando Kuipers (salarisadministrateur, loc."
    " De Brug) is"
    " voor de tweede keer uitgevallen. De bedrijfsarts spreekt van een burn-out met paniekklachten; start over zes"
    " weken op"
    " therapeutische basis.\n3. Budget akkoord.\n",
    "subject left out": _HEAD
    + "Bezetting: Marieke Postma doet de komende weken niet mee. Heeft een hernia, wordt in juni"
    " geopereerd.\nBudget akkoord.\n",
    "pronoun two sentences later": _HEAD
    + "Karin Scholten draagt haar taken over aan Tom. Dat gebeurt deze week nog. Zij krijgt vanaf maandag chemo en"
    " is er zeker"
    " een half jaar niet.\nVolgende overleg 3 juni.\n",
    "with an office": _HEAD
    + "Bezetting. Henk Verhoeven (teamleider zorg) zit thuis met een depressie. Vervanging via inhuur.\nRisico's:"
    " geen nieuwe.\n",
    "chat": "[09:12] Sanne: weet iemand waarom Peter Hofman niet reageert?\n[09:13] Tom: die zit thuis, overspannen\n"
    "[09:14] Sanne: oei. slikt hij ook medicatie?\n[09:15] Tom: ja, al sinds januari\n",
    "diagnosis as a heading": _HEAD
    + "3. Personeel. Over Fatima Amrani is gesproken met de arbodienst. Diagnose: posttraumatische stressstoornis."
    " Afspraak:"
    " rustig opbouwen.\n4. Rondvraag. Geen.\n",
    "mail of a manager": "Hoi Wietske,\n\nKun je de rechten van Nourdin Bakker (meetploeg) aanpassen? Komt na zijn"
    " hartinfarct terug"
    " voor 12 uur.\n\nGroet,\nKees\n",
    "the same name again": _HEAD
    + "Bij roosterzaken is Ingrid Dekker besproken. Ingrid is zwanger en stopt in augustus. Werving start in juni.\n",
    "according to": _HEAD
    + "Actie Joost: contact met Wouter Visser over zijn terugkeer. Volgens de huisarts is hij nog lang niet"
    " hersteld van zijn"
    " burn-out.\n",
    "the reason": _HEAD
    + "Els Maas is sinds april afwezig. Reden: longkanker. Het team is ingelicht.\nOverige punten: geen.\n",
    "there is question of": _HEAD
    + "Thijs Kuipers meldde zich af voor de testdag. Er is sprake van een alcoholverslaving; traject via de"
    " arbodienst.\n",
    "english minutes": "Minutes project board, 20 May. Present: R. Whitfield, J. Clarke\n1. Planning moves one week.\n"
    "2. Staffing. Emma Clarke has been away since April. The company doctor diagnosed a burn-out; she will return"
    " part-time.\n",
    "vertrek": _HEAD
    + "Bezetting. Bart Meijer stopt per 1 juli. Hij heeft MS en kan het werk niet meer aan.\nPlanning ongewijzigd.\n",
    "salary in minutes": _HEAD
    + "Punt 4. Ruud Jansen heeft een aanbod van elders. Zit nu op € 4.150 bruto per maand, wil € 4.600.\nBudget:"
    " besproken.\n",
}

OF_NOTHING: Final[dict[str, str]] = {
    "process of absence": _HEAD
    + "1. Verzuim. Fenna Post heeft de procesbeschrijving verzuim vastgesteld. De bedrijfsarts krijgt een eigen"
    " rol in het"
    " systeem. De reden van verzuim wordt niet geregistreerd.\n2. Planning. Geen wijzigingen.\n",
    "workshop": _HEAD
    + "Marieke Postma geeft in juni een workshop. Onderwerp: burn-out voorkomen op de werkvloer.\nBudget akkoord.\n",
    "machine": _HEAD
    + "Kees Bos is gebeld. De server is uitgevallen en is inmiddels hersteld. De storing had een harde schijf als"
    " oorzaak.\n",
    "codes": _HEAD
    + "Karin Smit levert de codetabel verzuim. Daarin staan zwangerschap, orgaandonatie en ziekte als soort. De"
    " koppeling met de"
    " arbodienst wordt getest.\n",
    "average": _HEAD
    + "Tom Vos meldt dat het ziekteverzuim in de organisatie op 6,1 % staat. Burn-out is daarvan een derde."
    " Cijfers volgen.\n",
    "test case": _HEAD
    + "Anna Kok heeft testgeval 14 afgerond. Ziekmelding van een deeltijder wordt dubbel geregistreerd. Opgelost"
    " in release 4.\n",
    "holiday": _HEAD + "Joost Maas is er volgende week niet. Hij is op vakantie en is 3 juni terug.\n",
    "works at home": _HEAD + "Sandra Vos zit vandaag thuis te werken. Ze belt in via Teams.\nBudget akkoord.\n",
    "doctor as a role": _HEAD
    + "Pelle Kok licht de autorisaties toe. De bedrijfsarts ziet de diagnose, een teamleider niet. Medicatie wordt"
    " nergens"
    " vastgelegd.\n",
    "scale of the tool": _HEAD
    + "Piet Jansen presenteert de tarieven. De licentie gaat van € 3.100 naar € 3.250 per maand. Budget van de"
    " opdrachtgever.\n",
    "english process": "Minutes project board, 20 May. Present: R. Whitfield, J. Clarke\n"
    "Emma Clarke presented the absence module. The company doctor records sick leave and pregnancy in a separate"
    " screen.\n",
    "hospital as a client": _HEAD
    + "Henk Verhoeven werkt donderdag bij Ziekenhuis Sint Joris. De afdeling cardiologie test de roostermodule.\n",
}
