"""What cannot be read: locked, broken, pictures, unknown."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from benchmarks.detection.corpus.blocks import Heading, Sheet
from benchmarks.detection.corpus.formats.archives import archive
from benchmarks.detection.corpus.formats.portable import pdf_of
from benchmarks.detection.corpus.formats.workbook import xlsx_of
from benchmarks.detection.corpus.scene import Scene
from benchmarks.detection.corpus.template import Paper, template


@template("unreadable", "locked PDF")
def locked_pdf(s: Scene) -> Paper:
    return s.paper(
        s.pick("beveiligd.pdf", "stuk.pdf", "bijlage 3.pdf"),
        pdf_of([Heading("Stuk"), "Alleen met wachtwoord."], password="geheim"),
    )


@template("unreadable", "workbook that was cut off")
def cut_workbook(s: Scene) -> Paper:
    content = xlsx_of(
        [Sheet(name="Blad1", rows=[["a", "b"], *([s.rng.randint(1, 10**6), s.rng.random()] for _ in range(200))])]
    )
    return s.paper(s.pick("overzicht.xlsx", "export.xlsx"), content[: len(content) * 2 // 3])


@template("unreadable", "picture")
def picture(s: Scene) -> Paper:
    image = Image.new("RGB", (640, 400), (250, 250, 245))
    ImageDraw.Draw(image).text((40, 60), "Naam: zie document", fill=(10, 10, 10))
    target = io.BytesIO()
    suffix = s.pick("png", "jpg")
    image.save(target, "PNG" if suffix == "png" else "JPEG")
    return s.paper(f"{s.pick('IMG_0412', 'foto', 'schermafdruk')}.{suffix}", target.getvalue())


@template("unreadable", "bytes of an unknown kind")
def unknown(s: Scene) -> Paper:
    return s.paper(s.pick("data.bin", "cache.dat", "backup.001"), s.rng.randbytes(s.rng.randint(2_000, 60_000)))


@template("unreadable", "archive that is broken")
def broken_archive(s: Scene) -> Paper:
    content = bytearray(archive("zip", {"lijst.csv": s.rng.randbytes(9_000)}))
    middle = len(content) // 2
    content[middle : middle + 200] = bytes(200)
    return s.paper(s.pick("levering.zip", "archief.zip"), bytes(content))
