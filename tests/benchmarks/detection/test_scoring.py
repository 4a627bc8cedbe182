"""Figures of outcomes against labels, on laptops of a few files."""

from __future__ import annotations

from benchmarks.detection.labels import Labelled, Laptop, Owner, Truth
from benchmarks.detection.scoring import Outcome, precision_at, rendered, score


def file(path: str, truth: Truth, *, case: str = "case", **more: object) -> Labelled:
    return Labelled(path=path, truth=truth, case=case, **more)  # type: ignore[arg-type]


def laptop(*files: Labelled) -> Laptop:
    owner = Owner(name="Robin", mail="robin@firma.example", firm="Firma", domains=(), tenant_ids=(), ibans=())
    return Laptop(generator="test", seed=1, owner=owner, clients=(), files=files)


def said(verdict: str, *kinds: str, client: str | None = None) -> Outcome:
    return Outcome(verdict=verdict, kinds=frozenset(kinds), client=client)


def test_precision_and_recall_of_client_data() -> None:
    report = score(
        laptop(file("a", "client-data"), file("b", "client-data"), file("c", "clean"), file("d", "own")),
        {"a": said("client-data"), "b": said("clean"), "c": said("client-data"), "d": said("own")},
    )
    assert (report.client_data.recall, report.client_data.precision, report.client_data.f1) == (0.5, 0.5, 0.5)
    assert (report.false_alarms.hits, report.false_alarms.total) == (1, 2)
    assert (report.right_verdict.hits, report.right_verdict.total) == (2, 4)


def test_precision_on_a_laptop_with_one_client_file_in_twenty() -> None:
    assert precision_at(0.05, 1.0, 0.05) == 0.05 / (0.05 + 0.95 * 0.05)
    assert precision_at(0.05, 1.0, 0.0) == 1.0
    assert precision_at(0.05, None, 0.0) is None
    assert precision_at(0.05, 0.0, 0.0) is None


def test_kinds_count_by_file_whatever_the_verdict() -> None:
    report = score(
        laptop(file("a", "client-data", kinds=("bsn", "name")), file("b", "own", kinds=("bsn",)), file("c", "clean")),
        {"a": said("client-data", "bsn"), "b": said("client-data", "bsn", "iban"), "c": said("clean", "bsn")},
    )
    bsn, name, iban = (report.kinds[kind] for kind in ("bsn", "name", "iban"))
    assert (bsn.right, bsn.false, bsn.missed) == (2, 1, 0)
    assert (name.right, name.false, name.missed) == (0, 0, 1)
    assert (iban.precision, iban.recall) == (0.0, None)


def test_values_declared_fictitious_and_unreadable_files_count_for_no_kind() -> None:
    report = score(
        laptop(file("a", "clean", hard="persons declared fictitious"), file("b", "unreadable")),
        {"a": said("clean", "bsn"), "b": said("unreadable", "name")},
    )
    assert report.kinds == {}


def test_the_right_client_counts_where_one_is_labelled() -> None:
    report = score(
        laptop(
            file("a", "client-data", client="Gemeente A"),
            file("b", "client-data", client="Gemeente A"),
            file("c", "client-data"),
            file("d", "documentation", client="Gemeente A"),
        ),
        {"a": said("client-data", client="Gemeente A"), "b": said("client-data", client="Gemeente B")},
    )
    assert (report.right_client.hits, report.right_client.total) == (1, 2)


def test_hidden_parts_and_what_cannot_be_read() -> None:
    report = score(
        laptop(
            file("a", "client-data", hidden=True),
            file("b", "client-data", hidden=True),
            file("c", "unreadable"),
            file("d", "clean"),
        ),
        {"a": said("client-data"), "b": said("clean"), "c": said("clean"), "d": said("unreadable")},
    )
    assert report.hidden.value == 0.5
    assert report.unreadable.value == 0.0
    assert (report.wrongly_unreadable.hits, report.wrongly_unreadable.total) == (1, 3)


def test_own_papers_forms_documentation_and_contacts_that_were_flagged() -> None:
    report = score(
        laptop(
            file("a", "own"),
            file("b", "clean", case="empty form"),
            file("c", "clean", case="list of business contacts"),
            file("d", "documentation"),
            file("e", "clean", case="letter of information"),
        ),
        {path: said("client-data") for path in "abcde"},
    )
    assert report.flagged_own.hits == 1
    assert report.flagged_forms.hits == 1
    assert report.flagged_documentation.hits == 2


def test_wrong_ones_by_case_and_trap_with_the_confused_first() -> None:
    report = score(
        laptop(
            file("a", "clean", case="log", hard="numbers"),
            file("b", "own", case="pay slip"),
            file("c", "clean", case="log", hard="numbers"),
        ),
        {"a": said("client-data"), "b": said("clean"), "c": said("clean")},
    )
    assert list(report.wrong_by_case) == ["clean: log", "own: pay slip"]
    log = report.wrong_by_case["clean: log"]
    assert (log.verdicts, log.confused, log.total) == (1, 1, 2)
    slip = report.wrong_by_case["own: pay slip"]
    assert (slip.verdicts, slip.confused) == (1, 0)
    assert list(report.wrong_by_trap) == ["numbers"]


def test_a_file_without_an_outcome_is_wrong() -> None:
    report = score(laptop(file("a", "client-data"), file("b", "clean")), {})
    assert report.client_data.missed == 1
    assert report.wrongly_unreadable.hits == 2


def test_the_table_shows_every_kind_and_only_cases_with_a_wrong_file() -> None:
    report = score(
        laptop(file("a", "client-data", kinds=("bsn",), case="extract"), file("b", "clean", case="log")),
        {"a": said("clean"), "b": said("clean")},
    )
    table = rendered(report)
    assert "bsn" in table
    assert "client-data: extract" in table
    assert "clean: log" not in table
    assert "clean: log" in rendered(report, all_cases=True)
