"""Real documents of public test sets, judged one after another: none without an outcome, none slow, none clean unread.

    python -m benchmarks.public_documents FOLDER [--list]

FOLDER: what was gathered of the test sets of Apache Tika, Apache POI, pdf.js and the like; they stay out of the repository.
A document that is called clean is read once more, to see whether there was any text; one without text is looked at in another
way: a PDF is drawn, the markup in a package is searched for text. Blank is clean; what shows something and gave no text is not.
Exit 1 when something is not so.
"""

from __future__ import annotations

import argparse
import io
import re
import statistics
import sys
import time
import zipfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures import TimeoutError as TooLong
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pypdfium2 as pdfium

from app.detect.content.tables import Table
from app.detect.judging.evidence import Evidence
from app.detect.judging.register import Register
from app.detect.process.worker_process import DetectionWorker
from app.detect.reading.budget import Budget
from app.detect.reading.document import Part, Reading
from app.detect.reading.limits import DEFAULT_LIMITS
from app.domain.finding import Judgement, Verdict
from app.domain.ports import DetectionContext
from app.system.files import local_files

SLOW_SECONDS = 15.0
AGAIN_SECONDS = 60.0
LEAST_BYTES = 200  # an empty page of a test set has no text
DRAWN_PAGES, DRAWN_SIDE = 20, 500
MEMORY_BYTES = 1_500_000_000
_TEXT_NODE = re.compile(rb"<(?:[a-z]+:)?(?:t|p|v|span|h)(?: [^>]*)?>[^<]*[^<\s]")


class Counted(Evidence):
    """Counts the letters that the readers tell; line breaks and blanks are none."""

    letters = 0

    def text(self, text: str) -> None:
        self.letters += len("".join(text.split()))
        super().text(text)

    def rows(self, table: Table, rows: Sequence[Sequence[str]]) -> None:
        self.letters += sum(len(cell.strip()) for row in rows for cell in row)
        super().rows(table, rows)


def letters_of(path: Path) -> int:
    """How many letters the readers find, in this process."""
    content = path.read_bytes()
    evidence = Counted(Register(DetectionContext()), Budget(DEFAULT_LIMITS), lambda _: None)
    part = Part(name=path.name, open=lambda: io.BytesIO(content), size_bytes=len(content))
    Reading(evidence).read(part)
    return evidence.letters


def shows_something(path: Path) -> bool:
    """Whether a person would see anything of a document without text."""
    content = path.read_bytes()
    if b"%PDF-" in content[:1_024]:
        return _is_drawn(content)
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = [archive.read(info) for info in archive.infolist() if info.filename.endswith(".xml")]
        return any(_TEXT_NODE.search(member) for member in members)
    return False


def _is_drawn(content: bytes) -> bool:
    document = pdfium.PdfDocument(content)
    for index in range(min(len(document), DRAWN_PAGES)):
        page = document[index]
        bitmap = page.render(scale=DRAWN_SIDE / max(*page.get_size(), 1.0))
        if len(bitmap.to_pil().convert("RGB").getcolors(2) or "several") > 1:
            return True
    return False


def without_text(paths: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Those that gave no text: the ones that show something (or cannot be looked at), and the blank ones."""
    showing: list[Path] = []
    blank: list[Path] = []
    with ProcessPoolExecutor(1, initializer=_bound_memory) as pool:
        for path in paths:
            try:
                if pool.submit(letters_of, path).result(AGAIN_SECONDS) == 0:
                    (showing if pool.submit(shows_something, path).result(AGAIN_SECONDS) else blank).append(path)
            except (BrokenProcessPool, TooLong, Exception) as error:  # noqa: BLE001  # whatever it was, it was not read
                print(f"  {path.name}: {type(error).__name__}")
                showing.append(path)
    return showing, blank


def _bound_memory() -> None:
    """As the worker's is: a document may ask for all there is."""
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def judged(paths: Sequence[Path]) -> dict[Path, tuple[Judgement, float]]:
    worker = DetectionWorker(local_files())
    worker.use(DetectionContext())
    outcomes = {}
    for path in paths:
        started = time.monotonic()
        judgement = worker.judge(path, None)
        outcomes[path] = (judgement, time.monotonic() - started)
    worker.close()
    return outcomes


def _print_outcomes(outcomes: dict[Path, tuple[Judgement, float]]) -> None:
    by_suffix: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for path, (judgement, _) in outcomes.items():
        by_suffix[path.suffix.lower()][judgement.error or judgement.verdict.value] += 1
    for suffix, counts in sorted(by_suffix.items(), key=lambda item: -sum(item[1].values())):
        print(f"{suffix:<10} {sum(counts.values()):>5}  {dict(counts.most_common())}")
    median = statistics.median(spent for _, spent in outcomes.values()) * 1000
    longest = max(outcomes, key=lambda path: outcomes[path][1])
    spent = outcomes[longest][1]
    print(f"documents {len(outcomes)}, median {median:.1f} ms, longest {spent:.1f} s ({longest.name})", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", action="store_true", help="each document that is not simply read")
    options = parser.parse_args()
    paths = sorted(path for path in options.folder.rglob("*") if path.is_file() and path.stat().st_size >= LEAST_BYTES)
    outcomes = judged(paths)
    _print_outcomes(outcomes)
    slow = [path for path, (_, spent) in outcomes.items() if spent > SLOW_SECONDS]
    crashed = [path for path, (judgement, _) in outcomes.items() if judgement.error == "crashed"]
    showing, blank = without_text([path for path, (found, _) in outcomes.items() if found.verdict is Verdict.CLEAN])
    for title, found in (
        ("over 15 s", slow),
        ("the worker crashed", crashed),
        ("clean, though it shows something and gave no text", showing),
        ("clean and blank", blank),
    ):
        print(f"{title}: {len(found)}")
        for path in found[: None if options.list else 20]:
            print(f"  {path.relative_to(options.folder)}")
    if options.list:
        for path, (judgement, spent) in outcomes.items():
            if judgement.error:
                print(f"  {judgement.error:<12} {spent:6.2f} s  {path.relative_to(options.folder)}")
    return 1 if slow or showing else 0


if __name__ == "__main__":
    sys.exit(main())
