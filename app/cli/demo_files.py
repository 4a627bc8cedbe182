"""Made-up files for the demo: a payroll export of a client that does not exist, and its written agreement."""

from __future__ import annotations

import csv
import random
from email.message import EmailMessage
from pathlib import Path

FIRST = ("Anna", "Bram", "Chris", "Daan", "Eva", "Fatima", "Gijs", "Hanna", "Imke", "Joris")
LAST = ("de Vries", "Jansen", "van den Berg", "Bakker", "Visser", "Smit", "Meijer", "de Boer", "Mulder", "Bos")
WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def made_up_bsn(dice: random.Random) -> str:
    """Nine digits that pass the eleven-proof, given to nobody: they start with 9 twice."""
    while True:
        digits = [9, 9, *(dice.randrange(10) for _ in range(7))]
        if sum(w * d for w, d in zip(WEIGHTS, digits, strict=True)) % 11 == 0:
            return "".join(map(str, digits))


def write_payroll(path: Path, rows: int, seed: int = 1) -> None:
    dice = random.Random(seed)  # made-up data, the same each time
    with path.open("w", newline="", encoding="utf-8") as file:
        sheet = csv.writer(file, delimiter=";")
        sheet.writerow(("Personeelsnummer", "Naam", "BSN", "Bruto salaris"))
        for number in range(rows):
            name = f"{dice.choice(FIRST)} {dice.choice(LAST)}"
            sheet.writerow((10_000 + number, name, made_up_bsn(dice), dice.randrange(2_400, 7_900)))


def write_agreement(path: Path, sender: str, recipient: str) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, recipient, "Akkoord salarisbestand"
    mail.set_content("Akkoord: het salarisbestand mag op je laptop voor de salarisanalyse, zolang het project loopt.\n")
    path.write_bytes(bytes(mail))


def write_own_note(path: Path) -> None:
    """Something of the consultant: the assistant lets it be."""
    path.write_text("Boodschappen: brood, melk, koffie.\n", encoding="utf-8")


def write_plan(path: Path) -> None:
    """Project documentation, as it may be kept outside the client's environment."""
    path.write_text(
        "Plan van aanpak salarisanalyse\n\nDoel: inzicht in de opbouw van de lonen.\nFasen: voorbereiding, analyse, rapport.\n",
        encoding="utf-8",
    )
