"""A profile while it is being read: what each part has found so far."""

import re
from dataclasses import dataclass, field
from datetime import date

from jobtracker.domain.profiles import Answer, Fact, QualificationGroup
from jobtracker.exchange.page_dates import date_in, day_in
from jobtracker.exchange.page_lines import Line, LineKind
from jobtracker.exchange.profile_records import (
    ProfilePage,
    RelatedRoleEntry,
    SalaryFigure,
    SampleLetter,
)

_NOT_CONTENT = re.compile(
    r"(?:sponsored|advertisement|advert|promoted)\b.{0,200}|skip to (?:main )?content"
    r"|(?:see|view|show) all\b.{0,120}[→›»]|(?:<-|←).{0,120}|.{1,120}->"
    r"|please enable javascript.{0,80}|video transcript available.{0,200}",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"(?:last |date )?(?:updated|modified|reviewed)(?: date| on)?\s*:?\s*(?P<when>.{0,40})",
    re.IGNORECASE,
)
_LONGEST_DATE = 40


@dataclass
class Draft:
    """The parts in the making; a paragraph that a page repeats is kept once."""

    title: str = ""
    category: str = ""
    updated_text: str = ""
    updated_seen: bool = False
    summary: list[str] = field(default_factory=list)
    glance: list[Fact] = field(default_factory=list)
    duties: dict[str, None] = field(default_factory=dict)
    overview: dict[str, None] = field(default_factory=dict)
    qualifications: dict[str, dict[str, None]] = field(default_factory=dict)
    outlook: dict[str, None] = field(default_factory=dict)
    salaries: list[SalaryFigure] = field(default_factory=list)
    related: list[RelatedRoleEntry] = field(default_factory=list)
    letters: list[SampleLetter] = field(default_factory=list)
    questions: list[Answer] = field(default_factory=list)
    other: list[str] = field(default_factory=list)
    _figures_seen: set[tuple[object, ...]] = field(default_factory=set)

    def add_figures(self, figures: list[SalaryFigure]) -> None:
        """Figures of a paragraph, which is kept itself: the same figure again adds nothing."""
        for figure in figures:
            if _money(figure) not in self._figures_seen:
                self.keep_figure(figure)

    def keep_figure(self, figure: SalaryFigure) -> None:
        """A figure whose row is kept nowhere else."""
        self._figures_seen.add(_money(figure))
        self.salaries.append(figure)

    def take_content(self, lines: list[Line], *, dated: bool = True) -> list[Line]:
        """The lines without those beside the content, which go to `other`, and the date."""
        content: list[Line] = []
        waiting = False
        for line in lines:
            if waiting and self._is_date(line):
                self.updated_text = line.text
            elif line.aside or _NOT_CONTENT.fullmatch(line.text):
                self.other.append(line.text)
            elif dated and (when := updated_mark(line)) is not None and not self.updated_seen:
                self.updated_seen = True
                self.updated_text = when
                waiting = not when
                continue
            else:
                content.append(line)
            waiting = False
        return content

    def page(self, fallback_date: str) -> ProfilePage:
        overview = list(self.overview)
        summary = self.summary or overview[:1]
        return ProfilePage(
            title=self.title,
            category=self.category,
            updated=self._updated(fallback_date),
            updated_text=self.updated_text,
            summary="\n\n".join(summary),
            glance=tuple(self.glance),
            duties=tuple(self.duties),
            overview=tuple(overview if self.summary else overview[1:]),
            qualifications=tuple(
                QualificationGroup(group, tuple(items))
                for group, items in self.qualifications.items()
            ),
            outlook=tuple(self.outlook),
            salaries=tuple(self.salaries),
            related=tuple(self.related),
            letter=self.letters[0] if self.letters else None,
            questions=tuple(self.questions),
            other=tuple(self.other),
        )

    def _updated(self, fallback: str) -> date | None:
        return day_in(self.updated_text or fallback)

    @staticmethod
    def _is_date(line: Line) -> bool:
        return len(line.text) <= _LONGEST_DATE and bool(date_in(line.text))


def updated_mark(line: Line) -> str | None:
    """What follows "Last updated" on its line, empty where nothing does; None elsewhere."""
    found = _UPDATED.fullmatch(line.text)
    if found is None or line.kind is LineKind.HEADING:
        return None
    when = found["when"].strip()
    return when if not when or date_in(when) else None


def _money(figure: SalaryFigure) -> tuple[object, ...]:
    pay = figure.pay
    return figure.level, pay.low, pay.high, pay.currency, pay.period
