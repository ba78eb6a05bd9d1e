"""The sender at the head of a letter: the name large, how to reach its owner below."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QTextLine

from jobtracker.domain.letter_content import Paragraph, Run, lines_typed
from jobtracker.domain.letter_sheets import FAINT_INK, Sheet
from jobtracker.typesetting.flow import Strip
from jobtracker.typesetting.lines import Form, RuleInk, WordsInk, strips_of
from jobtracker.typesetting.words import Wording, set_words, units

_BETWEEN = "\u2003"
"""Between two ways to reach somebody; the dot on it is drawn, not typed, so that who copies the
line gets what was typed and spaces."""
_NAME_LEADING = 1.25
_CONTACT_LEADING = 1.55
_DOT_RADIUS = 0.07
_DOT_HEIGHT = 0.26


class DotsInk(NamedTuple):
    """Dots on the places between the parts of a line; none where the line ends there."""

    words: WordsInk
    places: tuple[int, ...]
    size: int

    def __call__(self, painter: QPainter, left: float, baseline: float) -> None:
        line = self.words.words.layout.lineAt(self.words.line)
        inside = range(line.textStart() + 1, line.textStart() + line.textLength() - 1)
        radius = self.size * _DOT_RADIUS
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor.fromRgba(FAINT_INK))
        for place in self.places:
            if place in inside:
                middle = (_x_of(line, place) + _x_of(line, place + 1)) / 2
                centre = QPointF(left + middle, baseline - self.size * _DOT_HEIGHT)
                painter.drawEllipse(centre, radius, radius)
        painter.restore()


def letterhead(
    paragraphs: Iterable[Paragraph], sheet: Sheet, *, right_to_left: bool
) -> Iterator[Strip]:
    """The first line as the name, the others joined into as few as hold them, and the rule
    of the style; all on one page.
    """
    name, *others = lines_typed(paragraphs)
    size = round(sheet.size * sheet.name)
    weight = sheet.name_weight
    words = Wording(name, sheet.family, size, sheet.measure, weight, weight, 0, right_to_left)
    yield from strips_of(words, Form(_NAME_LEADING, together=True))
    if others:
        yield from _contact_lines(others, sheet, right_to_left=right_to_left)
    if sheet.rule:
        rule = RuleInk(sheet.measure, sheet.rule_height, sheet.rule)
        yield Strip(sheet.rule_height, 0.0, (rule,), sheet.size * 0.9, may_begin=False)


def _contact_lines(
    parts: list[tuple[Run, ...]], sheet: Sheet, *, right_to_left: bool
) -> Iterator[Strip]:
    """As many parts on a line as it holds: a line breaks between two, never inside one that
    would stand on a line of its own.
    """
    size = round(sheet.size * sheet.small)

    def one_line(held: list[tuple[Run, ...]]) -> Wording:
        runs = _joined(held)
        return Wording(runs, sheet.family, size, sheet.measure, 400, sheet.bold, 0, right_to_left)

    lines: list[list[tuple[Run, ...]]] = [parts[:1]]
    for part in parts[1:]:
        longer = [*lines[-1], part]
        if len(set_words(one_line(longer)).lines) == 1:
            lines[-1] = longer
        else:
            lines.append([part])
    form = Form(_CONTACT_LEADING, ink=FAINT_INK, gap=size * 0.3, together=True, with_former=True)
    for held in lines:
        words = one_line(held)
        for index, strip in enumerate(strips_of(words, form)):
            dots = DotsInk(WordsInk(set_words(words), index), _places(held), size)
            yield strip._replace(inks=(*strip.inks, dots))
        form = form._replace(gap=0.0)


def _joined(parts: list[tuple[Run, ...]]) -> tuple[Run, ...]:
    runs: list[Run] = list(parts[0])
    for part in parts[1:]:
        runs += [Run(_BETWEEN), *part]
    return tuple(runs)


def _places(parts: list[tuple[Run, ...]]) -> tuple[int, ...]:
    """Where the signs between the parts stand in the line, as Qt counts."""
    lengths = [sum(units(run.text) for run in part) for part in parts]
    return tuple(sum(lengths[:index]) + index - 1 for index in range(1, len(parts)))


def _x_of(line: QTextLine, place: int) -> float:
    x = line.cursorToX(place)
    return float(x[0] if isinstance(x, tuple) else x)  # type: ignore[arg-type]  # declared as object
