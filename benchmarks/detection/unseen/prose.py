"""Sentences that stand in any paper and tell nothing about anybody: they make papers as long as real ones."""

from __future__ import annotations

from typing import Final

from benchmarks.detection.unseen.draft import Draft
from benchmarks.detection.unseen.paper import Block, Heading, Paper, Text

TITLES: Final = (
    "[Inleiding|Leeswijzer]", "Context", "[Uitgangspunten|Randvoorwaarden]", "[Werkwijze|Methode]", "[Vervolg|Hoe verder]",
    "[Bijlagen|Overig]", "[Begrippen|Afkortingen]", "Overwegingen",
)  # fmt: skip
SENTENCES: Final = (
    "De [uitkomsten|resultaten] zijn besproken in het [teamoverleg|afdelingsoverleg] en waar nodig aangevuld.",
    "In [dit hoofdstuk|deze paragraaf] beschrijven we de [hoofdlijnen|belangrijkste keuzes] en de gevolgen daarvan.",
    "Er is [bewust|nadrukkelijk] gekozen voor een [stapsgewijze|eenvoudige] opzet, zodat bijsturen mogelijk blijft.",
    "De [planning|doorlooptijd] hangt af van de [beschikbaarheid van ruimte|levering door derden|vakantieperiode].",
    "Waar afspraken ontbreken, [geldt de bestaande praktijk|vallen we terug op de richtlijn van vorig jaar].",
    "[Tot slot|Verder] verdient de [onderlinge afstemming|overdracht tussen teams] aandacht.",
    "De cijfers zijn [afgerond|indicatief] en [kunnen nog wijzigen|worden ieder kwartaal bijgewerkt].",
    "[Hiermee|Op deze manier] sluiten we aan bij de [landelijke ontwikkelingen|eerder vastgestelde koers].",
    "Het [vraagstuk|onderwerp] is niet nieuw; [al jaren|sinds de fusie] wordt naar een werkbare vorm gezocht.",
    "Voor een toelichting op de gebruikte termen verwijzen we naar [de bijlage|het begrippenkader].",
    "[Afhankelijk van de keuze|Na besluitvorming] volgt een nadere uitwerking [per onderdeel|in het najaar].",
    "De [effecten|baten] zijn moeilijk in geld uit te drukken, maar [merkbaar|zichtbaar] in de dagelijkse gang van zaken.",
    "Een [korte|eenvoudige] controle vooraf voorkomt [herstelwerk|dubbel werk] achteraf.",
    "Documenten worden [tweemaal per jaar|jaarlijks] opgeschoond volgens de selectielijst.",
    "Met [de leverancier|het platform] zijn afspraken gemaakt over [beschikbaarheid|ondersteuning] tijdens kantooruren.",
    "De werkgroep komt [maandelijks|om de week] bijeen en legt keuzes vast in een besluitenlog.",
    "Niet alle [wensen|verzoeken] kunnen tegelijk worden opgepakt; daarom is een volgorde bepaald.",
    "[Het gebouw|De locatie] is bereikbaar met het openbaar vervoer en heeft voldoende parkeerplaatsen.",
)  # fmt: skip


def lengthen(draft: Draft, paper: Paper, least: int, most: int) -> None:
    """Puts paragraphs of neutral text between or after what the paper is about, with a heading now and then."""
    extra: list[Block] = []
    for _ in range(draft.number(least, most)):
        if draft.chance(0.25):
            extra.append(Heading(draft.say(draft.pick(TITLES)), 2))
        extra.append(Text(" ".join(draft.say(sentence) for sentence in draft.some(SENTENCES, 1, 4))))
    split = draft.number(0, len(extra)) if draft.chance(0.6) else 0
    middle = (len(paper.blocks) + 1) // 2  # heading, addressee and date stay together
    paper.blocks[:] = [*paper.blocks[:middle], *extra[:split], *paper.blocks[middle:], *extra[split:]]
