"""The team's report: counts and states for a client or an auditor, nobody by name. VR-P7, VT-B2."""

from __future__ import annotations

import csv
import io
import json
from datetime import timedelta
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from app.domain.errors import InputError
from app.domain.team_record import RecordProblem
from app.domain.team_view import Coverage, LaptopState, Standing, TeamDay, Terms, rows_of
from app.report import Press
from app.report.team_report import (
    COLUMNS,
    TeamReport,
    headline,
    laptop_state_text,
    team_report_csv,
    team_report_document,
)
from app.report.team_report_pdf import ATTACHMENT, team_report_pdf
from tests.domain.card_samples import DeviceKey
from tests.domain.team_samples import TODAY, make_record, person, words
from tests.report.fakes import BOTH, ISSUED

TITLES = {"VR-P4": "Afgesproken kopie binnen een week verwijderen", "VR-S1a": "Firewall en virusscanner actueel"}


def report(laptops: int = 4, overdue: int = 0, weeks: int = 5) -> TeamReport:
    standings = [
        Standing(
            device=(key := DeviceKey(f"laptop {number}")).device,
            record=make_record(
                key,
                person=person(f"collega{number}"),
                overdue=overdue if number == 0 else 0,
                rules=words(VR_P4="overdue" if overdue and number == 0 else "ok", VR_S1a="ok", VR_U1="not-applicable"),
            ),
            problem=RecordProblem.FORKED if number == 3 else None,
            is_retired=number == 2,
        )
        for number in range(laptops)
    ]
    history = tuple(
        TeamDay(
            day=TODAY - timedelta(days=back), laptops=laptops, reporting=laptops - 1, overdue=back % 2, open_findings=3
        )
        for back in range(7 * weeks, -1, -1)
    )
    return TeamReport(
        firm="Adviesbureau De Linde",
        as_of=ISSUED,
        start=TODAY - timedelta(days=90),
        end=TODAY,
        laptops=rows_of(standings, Terms(today=TODAY, late_days=4, silent_days=10)),
        coverage=Coverage(expected=5, reporting=3, missing=("Dana", "Ed")),
        history=history,
        titles=TITLES,
    )


def pages(pdf: bytes) -> tuple[str, dict[str, object]]:
    document = PdfDocument(pdf)
    try:
        text = "\n".join(document[number].get_textpage().get_text_bounded() for number in range(len(document)))
        attachment = document.get_attachment(0)
        assert attachment.get_name() == ATTACHMENT
        return text, json.loads(bytes(attachment.get_data()))
    finally:
        document.close()


class TestFigures:
    def test_retired_laptops_are_no_laptops_of_the_team(self) -> None:
        told = report()
        assert (len(told.active), told.heard) == (3, 2)
        assert told.rules() == {"VR-P4": {"ok": 3}, "VR-S1a": {"ok": 3}}

    @pytest.mark.parametrize(
        ("told", "id_"),
        [
            (report(laptops=0), "team-report.headline-nobody"),
            (report(laptops=2), "team-report.headline-calm"),
            (report(), "team-report.headline-heard"),
            (report(overdue=2), "team-report.headline-overdue"),
        ],
    )
    def test_one_sentence_says_how_it_stands(self, told: TeamReport, id_: str) -> None:
        assert headline(told).id == id_
        assert not told.is_calm  # two people are missing

    def test_of_each_week_the_last_day_counts(self) -> None:
        weeks = report(weeks=3).weeks()
        assert [week.day.isoweekday() for week in weeks[:-1]] == [7] * (len(weeks) - 1)
        assert weeks[-1].day == TODAY


class TestForms:
    def test_a_line_a_laptop_and_a_column_a_rule(self) -> None:
        rows = list(csv.DictReader(io.StringIO(team_report_csv(report(overdue=2)).decode())))
        assert list(rows[0]) == [*COLUMNS, "VR-P4", "VR-S1a"]
        assert [(row["state"], row["overdue"], row["VR-P4"]) for row in rows] == [
            ("reporting", "2", "overdue"),
            ("rejected", "0", "ok"),
            ("reporting", "0", "ok"),
            ("retired", "0", "ok"),
        ]
        assert rows[1]["problem"] == "forked"

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_the_pages_and_what_is_inside_say_the_same(self, language: str) -> None:
        texts = BOTH.nl if language == "nl" else BOTH.en
        told = report(overdue=2)
        text, inside = pages(team_report_pdf(told, texts))
        assert inside == team_report_document(told, texts)
        flat = " ".join(text.split())
        assert texts.render(headline(told)) in flat
        assert TITLES["VR-P4"] in flat
        assert told.laptops[0].device[:8] in flat
        assert texts.render(laptop_state_text(LaptopState.REJECTED)) in flat
        assert "\ufffd" not in text

    def test_nobody_is_named(self) -> None:
        """VT-B2: it leaves the firm."""
        told = report(overdue=2)
        forms = [team_report_csv(told).decode(), json.dumps(team_report_document(told, BOTH.nl))]
        forms.append(pages(team_report_pdf(told, BOTH.nl))[0])
        for form in forms:
            assert "ollega" not in form
            assert "Dana" not in form
            assert "@" not in form

    @pytest.mark.parametrize("laptops", [0, 1, 400])
    @pytest.mark.parametrize("weeks", [0, 1, 52])
    def test_few_and_many_fit(self, laptops: int, weeks: int) -> None:
        text, inside = pages(team_report_pdf(report(laptops=laptops, overdue=1, weeks=weeks), BOTH.nl))
        assert len(inside["items"]) == laptops  # type: ignore[arg-type]
        assert "VR-P4" in text or laptops == 0

    def test_the_same_report_is_the_same_file(self) -> None:
        assert team_report_csv(report()) == team_report_csv(report())

    @pytest.mark.parametrize("ending", [".pdf", ".csv", ".json", ".PDF"])
    def test_the_ending_says_which_form(self, tmp_path: Path, ending: str) -> None:
        Press(BOTH, BOTH.nl).write_team_report(report(), tmp_path / f"team{ending}")
        assert (tmp_path / f"team{ending}").stat().st_size > 100

    @pytest.mark.parametrize("name", ["team.xlsx", "team", "team.html"])
    def test_another_ending_is_refused(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(InputError):
            Press(BOTH, BOTH.nl).write_team_report(report(), tmp_path / name)
        assert list(tmp_path.iterdir()) == []

    def test_a_file_that_is_there_stays_as_it_is(self, tmp_path: Path) -> None:
        (tmp_path / "team.csv").write_text("van mij")
        with pytest.raises(InputError):
            Press(BOTH, BOTH.nl).write_team_report(report(), tmp_path / "team.csv")
        assert (tmp_path / "team.csv").read_text() == "van mij"
