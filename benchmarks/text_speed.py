"""How fast running text is searched for personal data: `python -m benchmarks.text_speed [MEGABYTES]`.

Varied Dutch sentences, with and without persons in them, and hostile inputs at a size and at twice that size. Seconds of the
processor, best of three; reading and judging are not in it.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator

from app.detect.content.counts import Content
from app.detect.content.folding import fold
from app.detect.judging.register import Register
from app.domain.ports import DetectionContext

PIECE_CHARS = 256_000
MEGABYTE = 1_000_000
ATTEMPTS = 3
HOSTILE_BYTES = MEGABYTE

_WHO = (
    "de projectgroep",
    "het college",
    "de leverancier",
    "een medewerker",
    "de stuurgroep",
    "het team",
    "de afdeling",
    "de klant",
)
_DOES = (
    "bespreekt",
    "stelt",
    "onderzoekt",
    "plant",
    "beoordeelt",
    "verwerkt",
    "levert",
    "controleert",
    "beschrijft",
    "meldt",
)
_WHAT = (
    "de koppeling met het zaaksysteem",
    "het inrichtingsdocument",
    "de planning van de tweede testronde",
    "een voorstel voor de migratie",
    "de rapportage over het derde kwartaal",
    "het proces van indiensttreding",
    "de rechten en rollen",
    "de kosten van € 12.500,00",
    "versie 2.4.1 van de applicatie",
    "artikel 12 lid 3 van de regeling",
    "het verzuimbeleid",
    "de vragen van de gebruikers",
)
_WHEN = (
    "in maart 2025",
    "op 12 mei",
    "voor de zomer",
    "zonder overleg",
    "volgens afspraak",
    "na 14:30 uur",
    "binnen 10 werkdagen",
    "in fase 3",
)
_PERSONAL = (
    "Neem contact op met {first} {last} via {mail} of 06-{digits:08d}.",
    "Mevrouw {last} is sinds 3 maart ziek gemeld wegens een burn-out.",
    "{first} {last} woont aan de Kerkstraat {house} te Voorbeeldstad, 1234 AB.",
    "De heer {last}, geboren 12-03-1975, ontvangt een bruto maandsalaris van € 3.{pay:03d},00.",
)
_FIRST = ("Anna", "Bram", "Fatima", "Kees", "Sietske", "Mehmet", "Agnieszka", "Priya")
_LAST = ("de Vries", "Bakker", "van den Berg", "El Idrissi", "Yilmaz", "Kowalska", "Hoekstra", "Ramdin")
_HOSTILE = (
    *"1aA@ \n\t<",
    *(
        "a@",
        "a.",
        "A.",
        "Aa ",
        "1 ",
        "1-",
        "06 ",
        "Jan ",
        "van de ",
        "A.B. ",
        "x@y.nl ",
        "BSN ",
        "BSN\n",
        "geboren\n",
        "groet\n",
    ),
    *(
        "Naam: ",
        "salaris ",
        "ziek gemeld ",
        "lid van FNV ",
        "123456782 ",
        "NL91ABNA",
        "1234 AB ",
        "Kerkstraat 12 ",
        "€ 1.000 ",
    ),
    *("de heer Jansen ", "Anna de Vries, ", "\nBSN: x\n", "PID|", "P<NLD<<"),
)


def ordinary(size_bytes: int, seed: int = 1, personal: float = 0.02) -> str:
    """Paragraphs of made-up sentences; the share `personal` of them is about somebody."""
    rng = random.Random(seed)
    lines: list[str] = []
    size = 0
    while size < size_bytes:
        line = " ".join(_sentence(rng, personal) for _ in range(rng.randint(1, 6)))
        lines.append(line)
        size += len(line) + 1
    return "\n".join(lines)


def _sentence(rng: random.Random, personal: float) -> str:
    if rng.random() < personal:
        first, last = rng.choice(_FIRST), rng.choice(_LAST)
        mail = f"{first.lower()}{rng.randrange(10**5)}@elders.example"
        numbers = {"digits": rng.randrange(10**8), "house": rng.randint(1, 200), "pay": rng.randint(100, 999)}
        return rng.choice(_PERSONAL).format(first=first, last=last, mail=mail, **numbers)
    words = [rng.choice(_WHO), rng.choice(_DOES), rng.choice(_WHAT), rng.choice(_WHEN)]
    text = " ".join(words if rng.random() < 0.7 else [*words, "en", rng.choice(_DOES), rng.choice(_WHAT)])
    return text[:1].upper() + text[1:] + "."


def hostile(size_bytes: int) -> Iterator[tuple[str, str]]:
    """Texts that make a careless search slow, by name."""
    rng = random.Random(2)
    for unit in _HOSTILE:
        yield repr(unit), unit * (size_bytes // len(unit))
    yield "random digits and spaces", "".join(rng.choices("0123456789 ", k=size_bytes))
    yield "random letters and stops", "".join(rng.choices("abcABC .,@-", k=size_bytes))


def seconds(text: str) -> float:
    return min(_once(lambda: _looked_at(text)) for _ in range(ATTEMPTS))


def _once(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _looked_at(text: str) -> Content:
    content = Content(Register(DetectionContext()))
    for start in range(0, len(text), PIECE_CHARS):
        content.text(fold(text[start : start + PIECE_CHARS]))
    content.kinds()
    return content


def main() -> int:
    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    for personal in (0.0, 0.02, 0.2):
        text = ordinary(megabytes * MEGABYTE, personal=personal)
        taken = seconds(text)
        print(f"text, {personal:4.0%} of the sentences about persons  {len(text) / MEGABYTE / taken:7.1f} MB/s")
    twice = dict(hostile(2 * HOSTILE_BYTES))
    for name, text in hostile(HOSTILE_BYTES):
        once, double = seconds(text), seconds(twice[name])
        print(
            f"{name:28s} {HOSTILE_BYTES / MEGABYTE / once:7.1f} MB/s, twice the input {double / once:4.1f} times the time"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
