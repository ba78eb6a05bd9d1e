"""Draws letters into `docs/images/letters`: `python -m tests.support.letter_pictures`.

What is drawn is the PDF, by a program that is not ours (pdftoppm): each page style, both papers,
the languages with manners of their own, every script, a letter of two pages.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from tests.support.composed import composed
from tests.support.scripts import SAMPLES

from jobtracker.domain.letter_content import LetterContent
from jobtracker.domain.letter_kinds import Language
from jobtracker.domain.letter_looks import LetterLook, PageStyle, Paper
from jobtracker.domain.letter_parts import Part
from jobtracker.exchange.markup import content_of
from jobtracker.services.letter_pages import fonts_ready
from jobtracker.typesetting.pdf import to_pdf

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "images" / "letters"
DOTS_AN_INCH = 76
GROUND = QColor(0x8A, 0x8A, 0x90)
GAP = 14

SENDER = "Ada Lovelace\n12 St James’s Square, London\nada@example.com\n+44 20 7946 0000"
RECIPIENT = "Example Analytics\nMs Grace Hopper\n1 Harbour Street\nLondon E1 8XX"
BODY = """For six years I have moved data that people trust: pipelines with owners, tests that \
read like the business, and alerts that mean something at three in the morning. Your posting asks \
for all three, and for somebody who can explain them to finance.

At Northwind Data I led the move of forty nightly jobs to **streaming ingestion**. The reports \
that used to arrive at nine are there at six, and the on-call rota went from *twice a week* to \
once a month. The write-up is on [my page](https://example.com/ada).

What draws me to Example Analytics is that you publish the limits of your figures next to the \
figures. I would like to help you keep that up as the number of sources grows.

I could start on 4 January, and would be glad to talk about what you are building."""
LISTS = """For six years I have moved data that people trust. Three things that I would bring:

- **Pipelines with owners.** Every job names the person who is woken, and what they should look \
at first.
- **Tests that read like the business.** Finance reads them, and has found two errors in them:
  1. a fiscal year that ended a day early,
  2. a refund that was counted twice.
- **Alerts that mean something**, at three in the morning too.

The write-ups are at [example.com/pipelines](https://example.com/pipelines) and \
[example.com/alerts](https://example.com/alerts); you can reach me at ada@example.com.

# What I would do first

I would sit with whoever answers for the figures today, and write down what they check by hand. \
After that I could start on 4 January."""
GERMAN = """auf Ihre Ausschreibung bewerbe ich mich als Dateningenieurin. Seit sechs Jahren sorge \
ich dafür, dass Menschen sich auf Zahlen verlassen können: mit Strecken, die jemandem gehören, \
mit Prüfungen, die sich wie das Geschäft lesen, und mit Meldungen, die nachts um drei etwas \
bedeuten.

Bei der Nordwind AG habe ich vierzig nächtliche Läufe auf fortlaufende Verarbeitung umgestellt. \
Die Berichte, die um neun kamen, liegen nun um sechs vor.

Über ein Gespräch würde ich mich freuen."""
FRENCH = """C’est avec intérêt que j’ai lu votre annonce. Depuis six ans, je veille à ce que l’on \
puisse se fier aux chiffres : des chaînes qui appartiennent à quelqu’un, des contrôles qui se \
lisent comme le métier, et des alertes qui ont un sens à trois heures du matin.

Chez Vent du Nord, j’ai fait passer quarante traitements de nuit en continu. Les rapports qui \
arrivaient à neuf heures sont là à six.

Je serais heureuse de vous rencontrer."""


class Picture(NamedTuple):
    """A letter, how it looks, and the name of its picture."""

    name: str
    content: LetterContent
    look: LetterLook


def letter(body: str, language: Language = Language.ENGLISH, **texts: str) -> LetterContent:
    """A whole letter with this body; `texts` stand for parts named otherwise."""
    parts = {
        "sender": SENDER,
        "recipient": RECIPIENT,
        "date": "22 November 2026",
        "subject": "Application for Data Engineer",
        "salutation": "Dear Ms Hopper,",
        "body": body,
        "closing": "Yours sincerely,",
        "signature": "Ada Lovelace",
        "enclosures": "Enclosures: CV, two references",
    } | texts
    return content_of(composed({Part(name): text for name, text in parts.items()}), language)


def pictures() -> list[Picture]:
    german = letter(
        GERMAN,
        Language.GERMAN,
        date="Berlin, 22. November 2026",
        subject="Bewerbung als Dateningenieurin, Kennziffer 4711",
        salutation="Sehr geehrte Frau Hopper,",
        closing="Mit freundlichen Grüßen",
        enclosures="Anlagen: Lebenslauf, zwei Zeugnisse",
    )
    french = letter(
        FRENCH,
        Language.FRENCH,
        date="Paris, le 22 novembre 2026",
        subject="Objet : candidature au poste d’ingénieure de données",
        salutation="Madame,",
        closing="Je vous prie d’agréer, Madame, l’expression de mes salutations distinguées.",
        enclosures="Pièces jointes : CV",
    )
    long = "\n\n".join([*BODY.split("\n\n")] * 2 + [LISTS])
    made = [
        Picture("classic-a4", letter(BODY), LetterLook()),
        Picture("modern-a4", letter(BODY), LetterLook(PageStyle.MODERN)),
        Picture("compact-a4", letter(BODY), LetterLook(PageStyle.COMPACT)),
        Picture("modern-letter-lists", letter(LISTS), LetterLook(PageStyle.MODERN, Paper.LETTER)),
        Picture("classic-german", german, LetterLook()),
        Picture("classic-french-letter", french, LetterLook(PageStyle.CLASSIC, Paper.LETTER)),
        Picture("two-pages", letter(long), LetterLook()),
    ]
    scripts = ("Greek", "Polish", "Arabic", "Chinese", "emoji")
    return made + [Picture(name.lower(), SAMPLES[name].content, LetterLook()) for name in scripts]


def draw(picture: Picture) -> QImage:
    """The pages of the letter's PDF, side by side on a grey ground."""
    with TemporaryDirectory() as name:
        pdf = Path(name) / "letter.pdf"
        pdf.write_bytes(to_pdf(picture.content, picture.look))
        subprocess.run(
            ["pdftoppm", "-r", str(DOTS_AN_INCH), "-png", str(pdf), f"{name}/page"], check=True
        )
        pages = [QImage(str(file)) for file in sorted(Path(name).glob("page*.png"))]
    size = pages[0].size()
    whole = QSize((size.width() + GAP) * len(pages) + GAP, size.height() + 2 * GAP)
    image = QImage(whole, QImage.Format.Format_RGB32)
    image.fill(GROUND)
    painter = QPainter(image)
    for place, page in enumerate(pages):
        painter.drawImage(GAP + place * (size.width() + GAP), GAP, page)
    painter.end()
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, flags)


def main() -> int:
    fonts_ready()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for picture in pictures():
        writer = QImageWriter(str(FOLDER / f"{picture.name}.png"), b"png")
        writer.setCompression(100)
        if not writer.write(draw(picture)):
            sys.exit(f"{picture.name}: {writer.errorString()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
