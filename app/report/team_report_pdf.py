"""The team's report as a PDF: how it stands, the rules, the weeks, the laptops; its JSON inside."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time

from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from app.domain.messages import Message, msg
from app.domain.ports import Texts
from app.domain.team_view import TeamDay
from app.report.pdf_page import (
    ACCENT,
    ATTENTION,
    LINE,
    MUTED,
    REGULAR,
    WIDTH,
    Sheet,
    build,
    facts,
    listing,
    section,
    top,
    writer,
)
from app.report.team_report import (
    SHORT_ID,
    STATES,
    TeamReport,
    few,
    headline,
    laptop_state_text,
    limits,
    team_report_document,
)

ATTACHMENT = "team-report.json"
MOST = 60  # laptops on paper; all of them are in the file inside
CHART_HEIGHT, GUTTER, FOOT = 74, 26, 30  # points: of the bars, for the labels at the left, below the bars


def team_report_pdf(report: TeamReport, texts: Texts) -> bytes:
    """The pages speak the language of `texts`. Raises ResourceMissing."""
    page = _Page(report, texts)
    title, document = page.say(msg("team-report.title")), team_report_document(report, texts)
    sheet = Sheet(
        title=f"{title}: {report.firm}" if report.firm else title,
        author=report.firm,
        running=f"{report.firm} · {title}" if report.firm else title,
        made_at=report.as_of,
        attachment=(ATTACHMENT, json.dumps(document, ensure_ascii=False, indent=2).encode("utf-8")),
    )
    return build(sheet, page.story(), page.write)


class _Page:
    def __init__(self, report: TeamReport, texts: Texts) -> None:
        self._report = report
        self._texts = texts
        self.write = writer(texts)

    def say(self, message: Message) -> str:
        return self._texts.render(message)

    def story(self) -> list[Flowable]:
        report = self._report
        aside = [report.firm] if report.firm else []
        period = msg("team-report.period", start=self._short(report.start), end=self._short(report.end))
        aside += [self.say(msg("team-report.as-of", at=self._texts.moment(report.as_of))), self.say(period)]
        return [
            *top(self.write, self.say(msg("team-report.title")), aside, self.say(headline(report)), report.is_calm),
            *self._totals(),
            *self._rules(),
            *self._history(),
            *self._laptops(),
            *section(self.write, self.say(msg("team-report.section-limits"))),
            *(self.write.paragraph(self.say(limit), "small") for limit in limits()),
        ]

    def _totals(self) -> list[Flowable]:
        report = self._report
        coverage = report.coverage
        rows = [(msg("team-report.total-laptops"), msg("team-report.of", heard=report.heard, n=len(report.active)))]
        if coverage.expected is not None:
            expected = msg("team-report.of", heard=coverage.reporting, n=coverage.expected)
            rows.append((msg("team-report.total-expected"), expected))
        rows.append((msg("team-report.total-overdue"), msg("team-report.number", n=report.overdue)))
        open_ = sum(row.open_findings or 0 for row in report.active)
        rows.append((msg("team-report.total-findings"), msg("team-report.number", n=open_)))
        return [facts(self.write, [(self.say(label), self.say(value)) for label, value in rows])]

    def _rules(self) -> list[Flowable]:
        heads = (
            msg("team-report.column-rule"),
            msg("team-report.column-title"),
            msg("team-report.column-ok"),
            msg("team-report.column-attention"),
            msg("team-report.column-overdue"),
            msg("team-report.column-unknown"),
        )
        rows = [
            [id_, self._report.titles.get(id_, id_), *_numbers(counts.get(state, 0) for state in STATES)]
            for id_, counts in self._report.rules().items()
        ]
        return self._part(
            msg("team-report.section-rules"), msg("team-report.none-rules"), heads, rows, (48, 235, 52, 56, 52, 56)
        )

    def _history(self) -> list[Flowable]:
        weeks = self._report.weeks()
        title = self.say(msg("team-report.section-history"))
        if not weeks:
            return section(self.write, title, self.write.paragraph(self.say(msg("team-report.none-history")), "muted"))
        heads = (
            msg("team-report.column-day"),
            msg("team-report.column-laptops"),
            msg("team-report.column-reporting"),
            msg("team-report.column-overdue"),
            msg("team-report.column-findings"),
        )
        rows = [
            [self._short(week.day), *_numbers((week.laptops, week.reporting, week.overdue, week.open_findings))]
            for week in weeks[-26:]
        ]
        table = listing(self.write, [self.say(head) for head in heads], rows, (150, 85, 85, 85, 85))
        chart: list[Flowable] = [self._chart(weeks)] if len(weeks) > 2 else []
        return section(self.write, title, *chart, table)

    def _chart(self, weeks: Sequence[TeamDay]) -> Drawing:
        """A bar a week: what share of the laptops reported; a mark below where something was overdue. The table below says the
        same in numbers."""
        drawing = Drawing(WIDTH, CHART_HEIGHT + 40)
        step = (WIDTH - GUTTER) / len(weeks)
        for share, label in ((0.0, "0%"), (0.5, "50%"), (1.0, "100%")):
            height = FOOT + share * CHART_HEIGHT
            drawing.add(Line(GUTTER, height, WIDTH, height, strokeColor=LINE, strokeWidth=0.4))
            drawing.add(String(0, height - 2, label, fontName=REGULAR, fontSize=6, fillColor=MUTED))
        for number, week in enumerate(weeks):
            share = week.reporting / week.laptops if week.laptops else 0.0
            left, width = GUTTER + number * step + step * 0.18, step * 0.64
            drawing.add(_bar(left, FOOT, width, share * CHART_HEIGHT, ACCENT))
            if week.overdue:
                drawing.add(_bar(left, FOOT - 7, width, 4, ATTENTION))
        legend = self.say(msg("team-report.chart"))
        drawing.add(String(0, 12, self.write.shown(legend, 140), fontName=REGULAR, fontSize=6.5, fillColor=MUTED))
        return drawing

    def _laptops(self) -> list[Flowable]:
        heads = (
            msg("team-report.column-device"),
            msg("team-report.column-state"),
            msg("team-report.column-seen"),
            msg("team-report.column-overdue"),
            msg("team-report.column-next"),
            msg("team-report.column-wanting"),
        )
        rows = [
            [
                row.device[:SHORT_ID],
                self.say(laptop_state_text(row.state)),
                "–" if row.last_seen is None else self._short(row.last_seen),
                str(row.overdue) if row.overdue else "–",
                "–" if row.next_due is None else self._short(row.next_due),
                ", ".join(row.wanting) or "–",
            ]
            for row in few(self._report.laptops, MOST)
        ]
        none = msg("team-report.none-laptops")
        return self._part(msg("team-report.section-laptops"), none, heads, rows, (68, 92, 82, 48, 82, 120))

    def _part(
        self,
        title: Message,
        none: Message,
        heads: Sequence[Message],
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
    ) -> list[Flowable]:
        content: Flowable = self.write.paragraph(self.say(none), "muted")
        if rows:
            content = listing(self.write, [self.say(head) for head in heads], rows, widths)
        return section(self.write, self.say(title), content)

    def _short(self, day: date) -> str:
        """Noon, so that no zone makes another day of it."""
        return self._texts.day(datetime.combine(day, time(12), UTC))


def _bar(left: float, bottom: float, width: float, height: float, colour: Color) -> Rect:
    bar = Rect(left, bottom, width, height)
    bar.fillColor, bar.strokeColor = colour, None
    return bar


def _numbers(values: Iterable[int]) -> list[str]:
    """Nothing is a dash: what is not nothing then catches the eye."""
    return [str(value) if value else "–" for value in values]
