"""Made-up papers in which a few words tell of somebody, and papers with the same words that tell of nobody."""

from __future__ import annotations

# Kind that must be found -> texts of which each tells it of somebody.
TELLING = {
    "religion": (
        "Zaal 7\nK.L. Smeets: rooms-katholiek, vraagt om ziekenzalving\n",
        "Bewoner: mevrouw Anna Verhulst\nAnna Verhulst is moslima en eet halalmaaltijden.\n",
        "Mijn naam is Bart Verhulst. Ik ga op zondag graag naar de kerk (hervormd).\n",
        "Dhr. P. Verhulst, gereformeerd (vrijgemaakt), dominee komt vrijdag langs.\n",
        "De imam is gebeld voor de heer O. Demir, kamer 12.\n",
    ),
    "ethnicity": (
        "Leerling: Sami Haile\nThuistaal: Tigrinya\n",
        "Cliente Amina Osman is in 2016 gevlucht uit Somalie met haar zoon.\n",
        "De heer R. Latupeirissa is van Molukse afkomst.\n",
        "Mevrouw N. Karimi is statushouder en woont sinds maart in Doorn.\n",
    ),
    "health": (
        "Leerling: Sami Haile\nBelemmerende factoren: dyslexie en faalangst.\n",
        "Slachtoffer Els Verhulst is aangereden. Letsel: polsbreuk en whiplash.\n",
        "Bart Verhulst, geboren 3 mei 1991, is onderzocht. Visus 0,5 / 0,7. Conclusie: tijdelijk ongeschikt.\n",
        "Els Verhulst\nLindelaan 4\nIk heb MS en mijn neuroloog kan dat bevestigen.\n",
        "Bart Verhulst zit tot juni in een afkickkliniek.\n",
        "Els Verhulst, 80 jaar. Opgenomen in maart met decompensatio cordis, nierfunctie 28.\n",
    ),
    "salary": (
        "Er ligt beslag bij Bart Verhulst. Hij verdient 3.412,60 bruto en elke keer komt er een melding.\n",
        "Els Verhulst begint per 1 mei. Contract 1 jaar, 36 uur, € 3.150,00, functie planner.\n",
        "For Emma Clarke base pay is 3,240 gross.\n",
        "Voorbeeld: Bart Verhulst, BSN 123456782, bruto salaris € 2.950,00 per maand.\n",
    ),
    "employee_number": ("Wrong net pay:\n- Emma Clarke (704412): too low\n- Jan Verhulst (704977): old account\n",),
    "address": (
        "Els Verhulst\nLindelaan 4 · 3941 AB Doorn · 06-12345678\n",
        "de heer Bart Verhulst, wonende te (3941 AB) Doorn aan de Lindelaan 4, hierna: werknemer\n",
        "Verdachte Bart Verhulst, wonende te Doorn aan Lindelaan 4.\n",
    ),
}

# The same words, told of nobody.
NOT_TELLING = {
    "religion": (
        "Basisschool De Linde, katholiek onderwijs in Doorn. Contact: Anna Verhulst.\n",
        "Denominatie: katholiek, protestants, openbaar. Ingevuld door Anna Verhulst.\n",
        "Het systeem kent een veld voor de kerkelijke gezindte.\n",
    ),
    "ethnicity": (
        "Anna Verhulst schrijft: talen Nederlands moedertaal, Pools vloeiend.\n",
        "Onze koffie is afkomstig uit Brazilie, zegt Anna Verhulst.\n",
    ),
    "health": (
        "Anna Verhulst: ik heb MS Teams opnieuw geinstalleerd.\n",
        "De tool is niet geschikt voor grote bestanden, meldt Bart Verhulst.\n",
    ),
    "salary": (
        "Elke medewerker in schaal 8 verdient 3.412,60 bruto per maand.\n",
        "Bijvoorbeeld: een salaris van € 2.950,00 per maand geeft een premie van 4 %.\n",
        "Licentie 40 uur support, € 3.150,00 per jaar.\n",
    ),
    "employee_number": ("Releases:\n- Anna Verhulst (2024): plan\n- Bart Verhulst (2025): bouw\n",),
    "address": ("Begroting 2024 · EN VERDER\n", "wonende te Doorn\n"),
}
