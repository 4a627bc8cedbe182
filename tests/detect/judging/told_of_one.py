"""Made-up papers in which something is told of one person, in structures that have no labels for it; and their neighbours."""

from __future__ import annotations

OF_ONE = {
    "punt in een verslag": """Besprekingsverslag afdelingsoverleg 12 mei
Aanwezig: Karel, Mieke, Joost

1. Personeel
Met Saskia Veldman gaat het slecht: ze is de derde keer deze maand te laat gekomen en snauwt klanten af.
2. Planning
De migratie schuift naar juni.
""",
    "English minutes": """Minutes of the management meeting
Present: Tom Baker, Lisa Jones

3. HR
Paul Whitmore has been underperforming since March. We agreed to start a performance improvement plan.
""",
    "notulen van een school": """Notulen schoolleiding 3 juni
Aanwezig: de directie

Juf Annelies Bakker (groep 5): ouders klagen, orde houden lukt niet. Contract wordt niet verlengd.
""",
    "namen van geen lijst": """Verslag MT

Oxtavio Brumsel functioneert al langer niet. Besloten wordt tot een gesprek.
""",
    "chat": """[14:02] Joke: hoe is het met Ahmed Yilmaz?
[14:03] Ron: zit al drie weken thuis, overspannen
""",
    "exitgesprek": """Kort verslag exitgesprek met Daan Hendriks

Daan vertrekt omdat hij zich niet gewaardeerd voelt en de sfeer verziekt is.
""",
    "gespreksnotitie zonder onderwerp": """Notities Marloes Terpstra, 07.09.2024
- werkt hier sinds 2010
- zit in een scheiding en slikt antidepressiva
""",
    "conflict": """Peter Hoekstra en Marja Visser hebben al maanden ruzie. Marja voelt zich niet veilig meer bij hem.
""",
    "klacht van een ouder": """Fatima Aydin
Tulpstraat 14
3511 AB Utrecht

Aan het bestuur van basisschool De Regenboog

Mijn zoon wordt al een jaar gepest en de school doet niets. Ik dien hierbij een klacht in.

Fatima Aydin
""",
    "aanvrager die geen nummer noemt": """Ik wacht al weken op antwoord. Kan ik kwijtschelding krijgen?

Floris Oosting, Stationsplein 166, 1906 LL Limmen
""",
    "antwoorden": """Naam\tHoe ervaar je de werkdruk?\tWat vind je van je leidinggevende?
Jan de Vries\tte hoog\tonbereikbaar
Piet Bakker\tprima\tgoed
Karin Smit\thoog\tautoritair
Els Visser\tgoed\tok
Tom Meijer\tte hoog\tgeen steun
""",
    "antwoorden op een schaal": """Name\tEmail\tI feel supported by my manager\tQ2 I would recommend us\tComments
John Smith\tj.smith@acme.example\t2\t1\tignores me
Ann Lee\ta.lee@acme.example\t4\t4\t
Bob Hall\tb.hall@acme.example\t1\t1\tpressure
Sue Cook\ts.cook@acme.example\t5\t5\tgreat
Tim Wood\tt.wood@acme.example\t3\t2\t
""",
    "te waarschuwen": """Medewerker\tWie bellen\tRelatie\tTelefoon
Jan de Vries\tAnna Mulder\tpartner\t06-12345671
Piet Bakker\tTruus Bakker\tmoeder\t06-12345672
Karin Smit\tHenk Smit\tbroer\t06-12345673
Els Visser\tRia Vos\tbuurvrouw\t06-12345674
Tom Meijer\tJan Meijer\tvader\t06-12345675
""",
}

OF_NOBODY = {
    "leverancier": """Notulen projectoverleg
Aanwezig: Erik Smit, Anna Bos

Erik Smit heeft zorgen over de planning: de leverancier komt afspraken niet na. Anna Bos is niet tevreden over de interface.
""",
    "proces": """Procesbeschrijving dossiervorming
De leidinggevende (contact: Jan Bos) legt een dossier aan wanneer een medewerker disfunctioneert. Daarna volgt een
vaststellingsovereenkomst. Karin Smit beheert het proces.
""",
    "agenda": """Piet Smit kan donderdag niet. Hij heeft een conflict in zijn agenda. Kan het vrijdag?
""",
    "applicatie": """Voortgangsrapportage
Projectleider: Jan de Vries
Issue: applicatie functioneert slecht. De stuurgroep (Karin Bos) heeft geen vertrouwen in de leverancier.
""",
    "verhaal": """Boekbespreking
In de roman wordt Anna Bos ontslagen na ruzie met haar chef. Auteur: Piet Smit.
""",
    "onderzoek": """Burn-out: een groeiend probleem
Door Linda Kamp

Depression is the leading cause of long absence. Volgens onderzoeker Piet Smit is werkdruk de oorzaak.
""",
    "inzet per kwartaal": """naam\trol\tQ1\tQ2\tQ3\tQ4
Jan de Vries\tPL\t2\t3\t1\t4
Karin Bos\tadv\t3\t3\t2\t1
Piet Smit\tadv\t1\t2\t3\t3
Els Visser\tadv\t4\t4\t4\t4
Tom Meijer\ttst\t2\t2\t1\t1
""",
    "voorkeuren": """naam\temail\tVoorkeur dag\tLunch?
Jan Bos\tj.bos@elders.example\tma\tja
Anna Smit\ta.smit@elders.example\two\tnee
Piet Vos\tp.vos@elders.example\tvr\tja
Els Kok\te.kok@elders.example\tdi\tja
Tom Bos\tt.bos@elders.example\tdi\tja
""",
    "formulier": """Klachtenformulier
Naam: ______
Adres: ______
Ik dien een klacht in over: ______
""",
}
