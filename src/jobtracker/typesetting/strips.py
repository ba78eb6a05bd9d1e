"""A letter's parts as strips: each part in its place and form, and what must stay together."""

from collections.abc import Iterator

from jobtracker.domain.letter_content import LetterContent, Paragraph, PartContent, Run, lines_typed
from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letter_parts import Part
from jobtracker.domain.letter_sheets import FAINT_INK, Sheet, date_on_the_right, gap_before
from jobtracker.typesetting.flow import Strip
from jobtracker.typesetting.letterhead import letterhead
from jobtracker.typesetting.lines import Form, WordsInk, strips_of
from jobtracker.typesetting.scripts import runs_right_to_left
from jobtracker.typesetting.words import Wording, set_words

_TOGETHER = frozenset({Part.RECIPIENT, Part.DATE, Part.SUBJECT, Part.CLOSING, Part.SIGNATURE})
_WITH_FORMER = frozenset({Part.SALUTATION, Part.CLOSING, Part.SIGNATURE, Part.ENCLOSURES})
_INDENT = 1.55
"""Of the size, for each level of a list; its marker hangs in it."""
_MARKER_GAP = 0.5
_ITEM_GAP = 0.28
_HEADINGS = (1.22, 1.1, 1.0)
_RECIPIENT_AT = 0.56
"""Where a French recipient's address begins, of the measure."""


class _Setter:
    """One letter in one style; each part becomes strips in the order of reading."""

    def __init__(self, content: LetterContent, sheet: Sheet) -> None:
        self._content = content
        self._sheet = sheet
        self._right_to_left = is_right_to_left(content)

    def strips(self) -> list[Strip]:
        strips: list[Strip] = []
        body_end = 0
        for part in self._content.parts:
            strips += self._part(part, first=not strips)
            if part.part is Part.BODY:
                body_end = len(strips)
        if body_end:
            # two lines of what was said go with the closing, wherever a page ends
            strips[body_end - 1] = strips[body_end - 1]._replace(may_begin=False)
        return strips

    def _part(self, part: PartContent, *, first: bool) -> list[Strip]:
        if part.part is Part.SENDER:
            made = list(letterhead(part.paragraphs, self._sheet, right_to_left=self._right_to_left))
        elif part.part in (Part.BODY, Part.ENCLOSURES):
            made = list(self._flowing(part))
        else:
            made = list(self._frame(part))
        if made and not first:
            follows_salutation = part.part in _WITH_FORMER or part.part is Part.BODY
            made[0] = made[0]._replace(
                gap=gap_before(part.part, self._sheet), may_begin=not follows_salutation
            )
        return made

    def _frame(self, part: PartContent) -> Iterator[Strip]:
        """The lines of a part that is no running text, as they were typed."""
        sheet = self._sheet
        right = self._right_to_left
        offset = 0.0
        if part.part is Part.DATE and date_on_the_right(sheet, self._content.language):
            right = True
        if part.part is Part.RECIPIENT and self._is_french and not right:
            offset = sheet.measure * _RECIPIENT_AT
        bold = part.part is Part.SUBJECT
        form = Form(sheet.leading, offset=offset, together=True, with_former=True)
        for runs in lines_typed(part.paragraphs):
            yield from strips_of(
                Wording(
                    runs,
                    sheet.family,
                    sheet.size,
                    round(sheet.measure - offset),
                    sheet.bold if bold else 400,
                    sheet.bold,
                    right=right,
                ),
                form,
            )

    @property
    def _is_french(self) -> bool:
        return self._content.language is Language.FRENCH and not self._sheet.date_left

    def _flowing(self, part: PartContent) -> Iterator[Strip]:
        small = part.part is Part.ENCLOSURES
        size = round(self._sheet.size * (self._sheet.small if small else 1))
        before: Paragraph | None = None
        for paragraph in part.paragraphs:
            gap = self._gap(before, paragraph) * size
            after_heading = before is not None and bool(before.heading)
            form = Form(
                self._sheet.leading,
                gap,
                ink=FAINT_INK if small else Form(0).ink,
                together=bool(paragraph.heading),
                with_former=after_heading,
            )
            yield from self._paragraph(paragraph, form, size)
            before = paragraph

    def _gap(self, before: Paragraph | None, paragraph: Paragraph) -> float:
        if before is None:
            return 0.0
        if before.marker and paragraph.marker:
            return _ITEM_GAP * self._sheet.gap / 0.68
        return self._sheet.gap * (1.5 if paragraph.heading else 1)

    def _paragraph(self, paragraph: Paragraph, form: Form, size: int) -> list[Strip]:
        sheet = self._sheet
        indent = round(_INDENT * size * (paragraph.level + 1)) if paragraph.marker else 0
        right_to_left = runs_right_to_left(paragraph.text)
        if paragraph.heading:
            size = round(size * _HEADINGS[min(paragraph.heading, len(_HEADINGS)) - 1])
        wording = Wording(
            paragraph.runs,
            sheet.family,
            size,
            sheet.measure - indent,
            sheet.bold if paragraph.heading else 400,
            sheet.bold,
        )
        if not paragraph.marker:
            return strips_of(wording, form)
        marker = self._marker(paragraph, indent, size, form.ink, right_to_left=right_to_left)
        offset = 0 if right_to_left else indent
        return strips_of(wording, form._replace(offset=offset), (marker,))

    def _marker(
        self, paragraph: Paragraph, indent: int, size: int, ink: int, *, right_to_left: bool
    ) -> WordsInk:
        """The sign of an item, in the margin of its text and close to it."""
        gap = round(_MARKER_GAP * size)
        box = indent - gap
        words = Wording(
            (Run(paragraph.marker),), self._sheet.family, size, box, right=not right_to_left
        )
        offset = self._sheet.measure - indent + gap if right_to_left else 0
        return WordsInk(set_words(words), 0, offset, ink)


def strips_of_letter(content: LetterContent, sheet: Sheet) -> list[Strip]:
    """The whole letter, from the name at its head to the enclosures."""
    return _Setter(content, sheet).strips()


def is_right_to_left(content: LetterContent) -> bool:
    """Whether the letter begins on the right: what its body says first decides."""
    body = next((part for part in content.parts if part.part is Part.BODY), None)
    paragraphs = body.paragraphs if body else tuple(content.paragraphs())
    return any(runs_right_to_left(paragraph.text) for paragraph in paragraphs[:1])
