"""Draws every page into `docs/images`: `python3 dev.py screenshots [--size 1920x1080] [WORD...]`.

The sample search at a clock that stands still, without a screen and in our own fonts, so that two
runs draw the same: everything in light and dark, the pages also in a small window and with large
text. With words only the pictures whose names hold one of them are written.
"""

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["TZ"] = "UTC"

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from tests.support import safety_scenes as safety
from tests.support.safety_scenes import choose, click, stand_still
from tests.support.window import Person, visible

from jobtracker.bootstrap import open_workspace
from jobtracker.system.resources import resource
from jobtracker.ui import app
from jobtracker.ui.features.letters.desk.export_button import ExportButton
from jobtracker.ui.features.letters.page import LettersPage
from jobtracker.ui.features.offers.compare_table import CompareTable
from jobtracker.ui.theme.theme import Look, Theme, ThemeChoice

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "images"
MOMENT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
HOME = "/home/jane/.local/share/jobtracker"
"""Where the search lies in the pictures; the folder it does lie in has another name each time."""
IMPORTED = Path(__file__).resolve().parents[1] / "data" / "salary" / "glassdoor_like.csv"
SIZE = "1366x768"
SMALL = "1024x640"
FIRST_RUN = "first-run"
"""The scene of a workspace without applications; all others have the sample search."""
MOST_BYTES = 200_000
TWO_COLUMNS = 2
"""Of a comparison: the names of the rows, and one offer."""
ALIKE = 0xFFF8F8F8
"""Colours that differ only in what this leaves out are drawn as the most frequent of them."""
POSTING = """Senior Python Developer

Wide World Importers, Portland, OR (hybrid)

You will own the services that price and route our shipments: FastAPI, PostgreSQL, a little
Rust. You write tests before you are asked to, and you like to read other people's code.

The range for this role is $148,000 to $172,000 a year, plus a yearly bonus.
Apply by 4 December 2026.
"""


def today(person: Person) -> None:
    person.presses("Ctrl+1")


def applications(person: Person) -> None:
    view(person, "Table")
    person.walks_to("Acme Robotics")


def board(person: Person) -> None:
    view(person, "Board")


def full_page(person: Person) -> None:
    applications(person)
    person.presses("Ctrl+Return")


def view(person: Person, name: str) -> None:
    """Show the applications as a table or on the board."""
    person.presses("Ctrl+2")
    click(person, name)
    person.presses("Shift+F6", "F6")


def add_sheet(person: Person) -> None:
    person.copies(POSTING)
    person.presses("Ctrl+2", "Ctrl+Shift+V")
    person.waits_until(lambda: person.sees("fields found. Check before you add."))
    person.presses("Alt+4")


def letters(person: Person) -> None:
    person.presses("Ctrl+3")
    click(person, "Drafts")
    person.presses("Ctrl+2", "Ctrl+3", "Shift+F6")
    person.walks_to("missing")


def letter_check(person: Person) -> None:
    letters(person)
    person.presses("Ctrl+E")


def letter_parts(person: Person) -> None:
    letters(person)
    choose(person, "Parts of the letter")


def letter_compare(person: Person) -> None:
    """The two letters of the sample search that went to one company."""
    sent_letter(person)
    page = person.window.page
    assert isinstance(page, LettersPage)
    page.past.compare("last-to-company")
    person.settle()


def letter_versions(person: Person) -> None:
    sent_letter(person)
    choose(person, "Versions")


def letter_export(person: Person) -> None:
    letters(person)
    person.presses("Ctrl+Shift+E")


def sent_letter(person: Person) -> None:
    letters(person)
    person.walks_to("Sent")


def templates(person: Person) -> None:
    person.presses("Ctrl+3")
    click(person, "Templates")
    person.tabs_to("Templates")


def salary(person: Person) -> None:
    person.presses("Ctrl+4")
    click(person, "Chart")
    place_figures(person, "United States")
    person.tabs_to("Salary ranges, US dollars")
    person.presses("Home")
    if not person.sees(" below"):
        person.presses("T")
        person.types("150K")
        person.presses("Return")
        person.waits_until(lambda: person.sees(" below"))


def salary_table(person: Person) -> None:
    salary(person)
    click(person, "Table")


def salary_explore(person: Person) -> None:
    salary(person)
    click(person, "Explore")
    person.waits_until(lambda: person.sees("places by median"))


def salary_elsewhere(person: Person) -> None:
    """The official figures of another area, with the keyboard on one of them."""
    salary(person)
    place_figures(person, "Austin")
    person.tabs_to("Salary ranges, US dollars")
    person.presses("Home", "Down", "Down", "Down")


def place_figures(person: Person, words: str) -> None:
    """Show the official figures of the first area that these words find."""
    person.tabs_to("Place of the official figures")
    person.types(words)
    person.presses("Return")
    person.waits_until(lambda: words in person.value_of("Place of the official figures"))


def profiles(person: Person) -> None:
    person.presses("Ctrl+6")
    click(person, "Profiles")
    person.tabs_to("Profiles")
    person.presses("Home")
    person.walks_to("Python Developer,")


def ticks(person: Person) -> None:
    """Duties that can be shown, one with where; ticked once, they stay for the next picture."""
    profiles(person)
    if not person.sees("Payments at Contoso"):
        person.tabs_to("Duties")
        person.presses("Space", "Down", "Down", "Return")
        person.types("Payments at Contoso, 2024")
        person.presses("Return")
        person.waits_until(lambda: person.sees("Tick what you can show: 2 of"))
    person.tabs_to("Duties")


def roles_compare(person: Person) -> None:
    profiles(person)
    person.presses("C")
    person.types("python web")
    person.presses("Return")
    person.waits_until(lambda: person.sees("Close comparison"))


def targets(person: Person) -> None:
    choose(person, "Target roles")
    if not person.sees("Senior Python Developer"):
        choose(person, "Add target role")
        person.types("Python Developer")
        for name, words in (
            ("Level", "senior"),
            ("Places", "Portland, OR; Austin, TX"),
            ("Floor", "$140k"),
            ("Target", "$155k"),
            ("Stretch", "$170k a year"),
            ("Search words", "python developer remote"),
        ):
            person.tabs_to(name)
            person.types(words)
        person.presses("Ctrl+Return")
        person.waits_until(lambda: person.sees("Senior Python Developer"))


def target_sheet(person: Person) -> None:
    targets(person)
    choose(person, "Add target role")


def offer(person: Person) -> None:
    """An offer being typed for the application that has got so far."""
    applications(person)
    choose(person, "Add offer to application")
    if person.sees("This is what you typed before."):
        click(person, "Start over")
    person.types("135000")


def offer_compare(person: Person) -> None:
    """The sample's offer beside a what-if by the hour, which is made once."""
    choose(person, "Compare offers")
    person.waits_until(lambda: bool(visible(person.window, CompareTable)))
    if len(visible(person.window, CompareTable)[0].model_.columns) <= TWO_COLUMNS:
        person.presses("Esc")
        choose(person, "Try a what-if offer")
        person.types("$85/h")
        person.tabs_to("Label")
        person.types("Freelance")
        person.presses("Ctrl+Return")
        person.waits_until(lambda: person.toast == "What-if added")
        choose(person, "Compare offers")
        person.waits_until(lambda: bool(visible(person.window, CompareTable)))


def negotiation(person: Person) -> None:
    view(person, "Table")
    person.walks_to("Northwind Data")
    choose(person, "Negotiation sheet")
    person.waits_until(lambda: person.sees("Why more"))
    if not person.sees("Led the move"):
        person.types("Led the move of the price service to PostgreSQL")


def keys(person: Person) -> None:
    person.presses("Ctrl+2", "Ctrl+/")


def palette(person: Person) -> None:
    person.presses("Ctrl+2", "Ctrl+K")
    person.types("python")


def settings(person: Person) -> None:
    person.presses("Ctrl+,")
    click(person, "Appearance")
    person.presses("Ctrl+2", "Ctrl+,")


def keyboard(person: Person) -> None:
    settings(person)
    while person.at != "Keyboard":
        person.presses("Down")


def review(person: Person) -> None:
    person.presses("Ctrl+1", "Ctrl+Shift+W", "Right", "Right")


def phone(person: Person) -> None:
    person.presses("Ctrl+1", "F4")
    person.types("ac")


SCENES: dict[str, Callable[[Person], None]] = {
    "today": today,
    "applications": applications,
    "full-page": full_page,
    "board": board,
    "letters": letters,
    "letter-check": letter_check,
    "letter-parts": letter_parts,
    "letter-compare": letter_compare,
    "letter-versions": letter_versions,
    "letter-export": letter_export,
    "letter-sent": sent_letter,
    "templates": templates,
    "salary": salary,
    "salary-table": salary_table,
    "salary-explore": salary_explore,
    "salary-elsewhere": salary_elsewhere,
    "profiles": profiles,
    "profiles-ticks": ticks,
    "profiles-compare": roles_compare,
    "targets": targets,
    "target-sheet": target_sheet,
    "offer": offer,
    "offer-compare": offer_compare,
    "negotiation": negotiation,
    "settings": settings,
    "keyboard": keyboard,
    "backups": safety.kept_backups,
    "restore": safety.restore,
    "privacy": safety.privacy,
    "encrypt": safety.encrypt,
    "recovery-code": safety.encrypt_code,
    "data": safety.data,
    "bin": safety.bin_,
    "delete-all": safety.wipe,
    "report": safety.report,
    "unsaved": safety.unsaved,
    "import-archive": safety.import_archive,
    "lock": safety.lock,
    "recovery": safety.recovery,
    "add": add_sheet,
    "palette": palette,
    "keys": keys,
    "review": review,
    "phone": phone,
    FIRST_RUN: today,
}
LEFT_BY_ESCAPE = (
    *("full-page", "add", "palette", "keys", "review", "phone", "profiles-compare", "target-sheet"),
    *("offer", "offer-compare", "negotiation"),
    *("letter-parts", "letter-compare", "letter-versions", "letter-export"),
    *("restore", "encrypt", "recovery-code", "bin", "delete-all", "report", "unsaved"),
    "import-archive",
)
COVERS = ("lock", "recovery")
ROUTINE = ("today", "add", "review", "phone", FIRST_RUN)
"""What is used every day, drawn in the small window in light and dark."""
PAGES = (
    "today",
    "applications",
    "full-page",
    "board",
    "letters",
    "salary",
    "profiles",
    "settings",
    "backups",
)


class Shot(NamedTuple):
    """A window all scenes are drawn in; `scenes` where it is not all of them."""

    name: str
    look: Look
    size: str = SIZE
    scenes: Sequence[str] = tuple(SCENES)


BRIGHT = Look(ThemeChoice.LIGHT, high_contrast=False)
SHOTS = (
    Shot("light", BRIGHT),
    Shot("dark", BRIGHT._replace(theme=ThemeChoice.DARK)),
    Shot("1024x640", BRIGHT, SMALL, tuple(dict.fromkeys((*PAGES, *ROUTINE)))),
    Shot("dark-1024x640", BRIGHT._replace(theme=ThemeChoice.DARK), SMALL, ROUTINE),
    Shot("text-150", BRIGHT._replace(text_size=150), SIZE, PAGES),
)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="dev.py screenshots", description=__doc__)
    parser.add_argument("--size", help=f"of the light and dark window, instead of {SIZE}")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("words", nargs="*", help="draw only the pictures that have one in a name")
    given = parser.parse_args(arguments)
    shots = [shot._replace(size=given.size) for shot in SHOTS[:2]] if given.size else SHOTS
    given.folder.mkdir(parents=True, exist_ok=True)

    def keep(name: str, picture: QImage) -> None:
        file = given.folder / f"{name}.png"
        sys.stdout.write(f"{write(picture, file):8,} bytes  {file.name}\n")

    if hasattr(time, "tzset"):
        time.tzset()
    stand_still(MOMENT)
    _application, theme = app.prepare(resource(), BRIGHT)
    with TemporaryDirectory() as folder:
        file, fresh = stocked(Path(folder)), Path(folder, "new.jobtracker")
        draw(Person(file, theme), theme, _without(shots, (FIRST_RUN,)), given.words, keep)
        others = [scene for scene in SCENES if scene != FIRST_RUN]
        draw(Person(fresh, theme), theme, _without(shots, others), given.words, keep)
    return 0


def _without(shots: Sequence[Shot], scenes: Sequence[str]) -> list[Shot]:
    """The shots with those scenes left out."""
    return [
        shot._replace(scenes=[one for one in shot.scenes if one not in scenes]) for shot in shots
    ]


def draw(
    person: Person,
    theme: Theme,
    shots: Sequence[Shot],
    words: Sequence[str],
    keep: Callable[[str, QImage], None],
) -> None:
    """Every scene of every shot; the one window stays open for all of them."""
    person.starts()
    try:
        for shot in shots:
            wanted = [scene for scene in shot.scenes if _is_wanted(f"{scene}-{shot.name}", words)]
            if wanted:
                width, _, height = shot.size.partition("x")
                person.window.resize(QSize(int(width), int(height)))
                theme.wear(shot.look)
            for scene in wanted:
                SCENES[scene](person)
                _name_folder(person)
                keep(f"{scene}-{shot.name}", picture_of(person.window))
                if scene in LEFT_BY_ESCAPE:
                    person.presses("Esc")
                if scene in COVERS:
                    safety.uncover(person)
    finally:
        person.leaves()


def _name_folder(person: Person) -> None:
    folder = str(person.file.parent)
    for label in visible(person.window, QLabel):
        if folder in (text := label.accessibleName() or label.text()):
            label.setText(text.replace(folder, HOME))


def picture_of(window: QWidget) -> QImage:
    """The window, and over it the menu of exports where that is open; without a screen as large
    as the window Qt has put it elsewhere.
    """
    picture = window.grab()
    menu = QApplication.activePopupWidget()
    if menu is not None:
        (button,) = visible(window, ExportButton)
        right = button.mapTo(window, button.rect().bottomRight())
        painter = QPainter(picture)
        painter.drawPixmap(right.x() - menu.width(), right.y() + 2, menu.grab())
        painter.end()
    return picture.toImage()


def _is_wanted(name: str, words: Sequence[str]) -> bool:
    return not words or any(word in name for word in words)


def stocked(folder: Path) -> Path:
    """A workspace with the sample search in it, and some backups beside it."""
    file = folder / "search.jobtracker"
    with open_workspace(file, write=True) as workspace:
        workspace.sample.fill(resource("sample", "applications.toml"))
        reading = workspace.salary_tables.read(IMPORTED)
        told = reading.guess._replace(name="Salaries as reported", source_date="2024-03")
        workspace.salary_tables.store(reading, told)
    safety.make_history(file)
    stand_still(MOMENT)
    return file


def write(picture: QImage, file: Path) -> int:
    """Write a picture; its size in bytes, which stays small enough for every clone."""
    writer = QImageWriter(str(file), b"png")
    writer.setCompression(100)
    assert writer.write(in_256_colours(picture)), writer.errorString()
    size = file.stat().st_size
    assert size < MOST_BYTES, f"{file.name} has {size:,} bytes"
    return size


def in_256_colours(picture: QImage) -> QImage:
    """The picture in the colours it uses most, a third of the size; Qt's own palette is a fixed
    one, and would tint every grey.
    """
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(plain.constBits()).cast("B").cast("I")
    counts = Counter(pixels)
    likenesses: dict[int, Counter[int]] = {}
    for colour, count in counts.items():
        likenesses.setdefault(colour & ALIKE, Counter())[colour] = count
    shades = sorted(likenesses.values(), key=Counter.total, reverse=True)
    palette = [shade.most_common(1)[0][0] for shade in shades[:256]]
    nearest = {colour: _nearest(colour, palette) for colour in counts}
    indexed = QImage(plain.size(), QImage.Format.Format_Indexed8)
    indexed.setColorTable(palette)
    wide, line = plain.width(), indexed.bytesPerLine()
    bits = memoryview(indexed.bits()).cast("B")
    for row in range(plain.height()):
        colours = pixels[row * wide : (row + 1) * wide]
        bits[row * line : row * line + wide] = bytes(map(nearest.__getitem__, colours))
    return indexed


def _nearest(colour: int, palette: Sequence[int]) -> int:
    def distance(at: int) -> int:
        return sum(((colour >> s & 255) - (palette[at] >> s & 255)) ** 2 for s in (0, 8, 16))

    return min(range(len(palette)), key=distance)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
