"""One private person beside a client, and who stands there for his work. All made up."""

from __future__ import annotations

# What somebody at the client sends on: a customer, a resident, a member, at his home.
SENT_ON = [
    "Wil je deze even nalopen?\nKlant Sietse Wolthuis, Meidoornstraat 8, 8441 BK Heerenveen, mobiel 06-20394857, kreeg de"
    " zending dubbel.",
    "Koppeling pakt dit adres niet: mevr. A. Terpstra, Kerkpad 3-b, 9251 KR Bergum, a.terpstra61@ziggo.nl. Graag uitzoeken.",
    "Betreft lid 4410\nTineke Oosterhof\nDorpsstraat 112\n9051 AC Stiens\ntineke.oosterhof@hotmail.com\nhaar pas werkt niet",
]
# What names a client and says what is the matter with somebody at his home.
IN_NEED = [
    "Gemeente Voorbeeldstad\nDe heer Sietse Wolthuis, wonende Meidoornstraat 8 te\n8441 BK Heerenveen, heeft een"
    " huurachterstand van vier maanden.",
    "Op verzoek van de schuldeiser wordt beslag gelegd op het loon bij Gemeente Voorbeeldstad van Tineke Oosterhof,"
    " Dorpsstraat 112, 9051 AC Stiens.",
]
# Who is reached at work, writes a bill, moves house or is the consultant himself.
AT_WORK = [
    "Groet,\nSietse Wolthuis\nWolthuis Advies\nMeidoornstraat 8, 8441 BK Heerenveen\nKvK 12345678\n06-20394857",
    "Dank voor het overleg.\n\nMet vriendelijke groet,\nTineke Oosterhof\nRaadhuisplein 1, 9051 AC Stiens\nM 06-20394857",
    "Bezoekadres: Stationsweg 10, 8441 BK Heerenveen. Vraag bij de balie naar Tineke Oosterhof, 06-20394857.",
    "Het overleg is bij Sietse Wolthuis op kantoor, Meidoornstraat 8, 8441 BK Heerenveen, mobiel 06-20394857.",
    "Voor de planning: Tineke Oosterhof, functioneel beheerder, t.oosterhof@voorbeeldstad.example, 058-2123456.",
    "Groet, Robin de Adviseur, Lindelaan 4, 8441 BK Heerenveen, 06-20394857",
]
# The same persons where no client is meant: private mail.
WITHOUT_CLIENT = [
    "Het feestje is bij Sietse Wolthuis, Meidoornstraat 8, 8441 BK Heerenveen, bel even op 06-20394857 als je de weg zoekt.",
    "Nieuw adres van Tineke Oosterhof: Dorpsstraat 112, 9051 AC Stiens, tineke.oosterhof@hotmail.com.",
]
IN_CONFIDENCE = [
    "Gespreksnotitie - niet verspreiden\nTineke Oosterhof voelde zich niet op haar plek. Ze is belijdend lid van de kerk en"
    " liep daar in de klas tegenaan.",
    "VERTROUWELIJK\nAantekening over Sietse Wolthuis. Hij woont samen met zijn vriend en wil dat niet delen met het team.",
]
NO_CONFIDENCE = [
    "VERTROUWELIJK\nVerzuimbeleid, vastgesteld door Tineke Oosterhof. Bij ziekte meldt de medewerker zich voor 9.00 uur.",
    "Niet verspreiden\nConceptrooster van Sietse Wolthuis: maandag training, dinsdag overleg met de leverancier.",
]
REGISTERED = "Zorgverlener;BIG-nummer;Geldig tot;Mail\n" + "\n".join(
    (
        "T. Oosterhof;19012345601;2028-01-01;tineke61@hotmail.com",
        "S. Wolthuis;49012345602;2027-05-01;s.wolthuis@ziggo.nl",
        "A. Terpstra;89012345603;2029-09-01;terpstra.a@kpnmail.nl",
    )
)
CONTACTS = "Naam;Functie;Organisatie;Mail\n" + "\n".join(
    (
        "T. Oosterhof;projectleider;Voorbeeldstad;t.oosterhof@voorbeeldstad.example",
        "S. Wolthuis;beheerder;Voorbeeldstad;s.wolthuis@voorbeeldstad.example",
        "A. Terpstra;adviseur;Voorbeeldstad;a.terpstra@voorbeeldstad.example",
    )
)
