"""Compares outcomes with what is true of a laptop: figures per verdict, per kind, per case and per trap. Pure functions.

A false alarm is a file judged client data that is not. Precision at 5 % prevalence is what a laptop sees on which one file in
twenty is client data: it follows from recall and the share of false alarms, whatever the share in the corpus is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from benchmarks.detection.labels import Labelled, Laptop

CLIENT_DATA, UNREADABLE, MISSING = "client-data", "unreadable", "missing"
PREVALENCE: Final = 0.05
EMPTY_FORM: Final = re.compile(r"\b(empty|blank)\b.*\b(forms?|templates?)\b", re.IGNORECASE)
CONTACTS: Final = re.compile(r"\bcontacts?\b", re.IGNORECASE)
# Values declared fictitious are neither right nor wrong as kinds: whoever sees them sees numbers of the right shape.
FICTITIOUS: Final = re.compile(r"\bfictiti", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a detector said of one file. `client`: the registered name."""

    verdict: str
    kinds: frozenset[str] = frozenset()
    client: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """`hits` of `total`; `value` is None of nothing."""

    hits: int
    total: int

    @property
    def value(self) -> float | None:
        return self.hits / self.total if self.total else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """Of `total` files `verdicts` were wrong; of those `confused` were client data called otherwise, or the reverse."""

    verdicts: int
    confused: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Precision:
    """Right, falsely found and missed, of files."""

    right: int
    false: int
    missed: int

    @property
    def precision(self) -> float | None:
        return self.right / (self.right + self.false) if self.right + self.false else None

    @property
    def recall(self) -> float | None:
        return self.right / (self.right + self.missed) if self.right + self.missed else None

    @property
    def f1(self) -> float | None:
        total = 2 * self.right + self.false + self.missed
        return 2 * self.right / total if total else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreReport:
    """`flagged_*`: judged client data though allowed. `wrong_*`: files with another verdict than the true one."""

    files: int
    client_data: Precision
    precision_at_prevalence: float | None
    false_alarms: Share  # of what is not client data
    right_verdict: Share
    right_client: Share  # of client data whose client is labelled
    hidden: Share  # client data in parts that are not shown, found
    wrongly_unreadable: Share
    unreadable: Share  # of what cannot be read, reported as such
    flagged_own: Share
    flagged_forms: Share
    flagged_documentation: Share  # with lists of contacts
    kinds: Mapping[str, Precision]
    wrong_by_case: Mapping[str, Wrong]
    wrong_by_trap: Mapping[str, Wrong]


def score(laptop: Laptop, outcomes: Mapping[str, Outcome]) -> ScoreReport:
    """A file without an outcome counts as wrong everywhere."""
    return score_files([(file, outcomes.get(file.path, Outcome(verdict=MISSING))) for file in laptop.files])


def score_files(judged: Collection[tuple[Labelled, Outcome]]) -> ScoreReport:
    """As `score`, for files of any number of laptops together."""
    client_data = [(file, outcome) for file, outcome in judged if file.truth == CLIENT_DATA]
    others = [(file, outcome) for file, outcome in judged if file.truth != CLIENT_DATA]
    false = _share(others, _is_flagged)
    found = _share(client_data, _is_flagged)
    return ScoreReport(
        files=len(judged),
        client_data=Precision(right=found.hits, false=false.hits, missed=found.total - found.hits),
        precision_at_prevalence=precision_at(PREVALENCE, found.value, false.value),
        false_alarms=false,
        right_verdict=_share(judged, lambda file, outcome: outcome.verdict == file.truth),
        right_client=_share(
            [(file, outcome) for file, outcome in client_data if file.client is not None],
            lambda file, outcome: outcome.client == file.client,
        ),
        hidden=_share([(file, outcome) for file, outcome in client_data if file.hidden], _is_flagged),
        wrongly_unreadable=_share(
            [(file, outcome) for file, outcome in judged if file.truth != UNREADABLE],
            lambda _, outcome: outcome.verdict in (UNREADABLE, MISSING),
        ),
        unreadable=_share(
            [(file, outcome) for file, outcome in judged if file.truth == UNREADABLE],
            lambda _, outcome: outcome.verdict == UNREADABLE,
        ),
        flagged_own=_share([(file, outcome) for file, outcome in others if file.truth == "own"], _is_flagged),
        flagged_forms=_share(
            [(file, outcome) for file, outcome in others if EMPTY_FORM.search(file.case)], _is_flagged
        ),
        flagged_documentation=_share(
            [
                (file, outcome)
                for file, outcome in others
                if file.truth == "documentation" or CONTACTS.search(file.case)
            ],
            _is_flagged,
        ),
        kinds=_by_kind([(file, outcome) for file, outcome in judged if _kinds_count(file)]),
        wrong_by_case=_wrong_by(judged, lambda file: f"{file.truth}: {file.case}"),
        wrong_by_trap=_wrong_by(judged, lambda file: file.hard),
    )


def precision_at(prevalence: float, recall: float | None, false_share: float | None) -> float | None:
    """Precision where `prevalence` of all files is client data."""
    if recall is None or false_share is None:
        return None
    right, false = prevalence * recall, (1 - prevalence) * false_share
    return right / (right + false) if right + false else None


def is_wrong(file: Labelled, outcome: Outcome) -> bool:
    return outcome.verdict != file.truth


def is_confused(file: Labelled, outcome: Outcome) -> bool:
    """Client data that was not called so, or something allowed that was: what a person notices."""
    return (outcome.verdict == CLIENT_DATA) is not (file.truth == CLIENT_DATA)


def kinds_missed(file: Labelled, outcome: Outcome) -> tuple[str, ...]:
    return tuple(sorted(set(file.kinds) - outcome.kinds))


def kinds_extra(file: Labelled, outcome: Outcome) -> tuple[str, ...]:
    return tuple(sorted(outcome.kinds - set(file.kinds)))


def _kinds_count(file: Labelled) -> bool:
    return file.truth != UNREADABLE and FICTITIOUS.search(f"{file.case} {file.hard or ''}") is None


def _is_flagged(_: Labelled, outcome: Outcome) -> bool:
    return outcome.verdict == CLIENT_DATA


def _share(judged: Iterable[tuple[Labelled, Outcome]], is_hit: Callable[[Labelled, Outcome], bool]) -> Share:
    hits = [is_hit(file, outcome) for file, outcome in judged]
    return Share(hits=sum(hits), total=len(hits))


def _by_kind(judged: Collection[tuple[Labelled, Outcome]]) -> dict[str, Precision]:
    right: Counter[str] = Counter()
    false: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for file, outcome in judged:
        right.update(set(file.kinds) & outcome.kinds)
        false.update(kinds_extra(file, outcome))
        missed.update(kinds_missed(file, outcome))
    return {
        kind: Precision(right=right[kind], false=false[kind], missed=missed[kind])
        for kind in sorted({*right, *false, *missed})
    }


def _wrong_by(judged: Collection[tuple[Labelled, Outcome]], key: Callable[[Labelled], str | None]) -> dict[str, Wrong]:
    """Per case or trap how many were wrong, worst first."""
    total: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    confused: Counter[str] = Counter()
    for file, outcome in judged:
        name = key(file)
        if name is not None:
            total[name] += 1
            wrong[name] += is_wrong(file, outcome)
            confused[name] += is_confused(file, outcome)
    worst = sorted(total, key=lambda name: (-confused[name], -wrong[name], name))
    return {name: Wrong(verdicts=wrong[name], confused=confused[name], total=total[name]) for name in worst}


def rendered(report: ScoreReport, *, all_cases: bool = False) -> str:
    """A text table. Cases and traps without a wrong file are left out unless `all_cases`."""
    found = report.client_data
    lines = [
        f"{report.files} files, right verdict {_shown(report.right_verdict)}",
        "",
        _row("client data: recall", _number(found.recall), f"missed {found.missed}"),
        _row("client data: precision", _number(found.precision), f"false alarms {found.false}"),
        _row("client data: F1", _number(found.f1)),
        _row("precision at 5 % prevalence", _number(report.precision_at_prevalence)),
        *(
            _row(name, _number(share.value), f"{share.hits} of {share.total}")
            for name, share in (
                ("right client", report.right_client),
                ("hidden parts: recall", report.hidden),
                ("unreadable: reported", report.unreadable),
                ("wrongly unreadable", report.wrongly_unreadable),
                ("own papers flagged", report.flagged_own),
                ("empty forms flagged", report.flagged_forms),
                ("documentation, contacts flagged", report.flagged_documentation),
                ("all that is allowed, flagged", report.false_alarms),
            )
        ),
        "",
        f"{'kind':<24}{'P':>7}{'R':>7}{'F1':>7}{'right':>7}{'false':>7}{'missed':>8}",
        *(
            f"{kind:<24}{_number(of.precision):>7}{_number(of.recall):>7}{_number(of.f1):>7}{of.right:>7}{of.false:>7}{of.missed:>8}"
            for kind, of in report.kinds.items()
        ),
    ]
    for title, wrongs in (("by case", report.wrong_by_case), ("by trap", report.wrong_by_trap)):
        lines += ["", f"wrong verdicts {title} (client data confused with something else, or the reverse)"]
        lines += [
            f"{wrong.verdicts:>5} ({wrong.confused}) of {wrong.total:<4} {name}"
            for name, wrong in wrongs.items()
            if wrong.verdicts or all_cases
        ]
    return "\n".join(lines) + "\n"


def _row(name: str, value: str, note: str = "") -> str:
    return f"{name:<34}{value:>7}   {note}".rstrip()


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _shown(share: Share) -> str:
    return f"{share.hits} of {share.total} ({_number(share.value)})"
