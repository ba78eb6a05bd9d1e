"""A walk through everything the window can show, for checks that hold everywhere.

The tour knows no page from inside: it visits whatever pages the sidebar has, and on each every
tab and every switch, then what opens over a page.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QAbstractAnimation, QObject, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)
from tests.support import safety_scenes as safety
from tests.support.safety_scenes import choose
from tests.support.window import PROJECT, Person, name_of, visible

from jobtracker.ui.widgets.labels import ElidedLabel
from jobtracker.ui.widgets.segmented import Segmented

POSTING = """Senior Python Developer
Acme Robotics, Portland, OR. Hybrid.

The range for this role is $148,000 to $172,000 a year. Application deadline: 03/04/2027
Questions: Jane Roe, jane.roe@acme.example
"""
OVER_THE_PAGE = ("Ctrl+N", "Ctrl+K", "Ctrl+/", "Ctrl+Shift+W", "Ctrl+Shift+L", "F4")
TARGET = 24
LONG_MS = 60_000
TABLE = PROJECT / "tests" / "data" / "salary" / "uk_bands.csv"
MOST_STOPS = 120
MOST_REGIONS = 8
ROOM_FOR_ARROW = 20

Check = Callable[[Person], list[str]]


class Scene(NamedTuple):
    """Where the tour stands; `whole` is False for what differs from a page in one part only."""

    name: str
    whole: bool = True


def tour(person: Person) -> Iterator[Scene]:
    """Every scene in turn, in one window; the window stands in it while its name is out."""
    for entry in person.window._entries:
        person.desktop.navigator.go(entry.id)
        person.settle()
        yield Scene(entry.title)
        if entry.id != "settings":  # whose switches would change what is looked at
            yield from variants(person, entry.title)
    yield from _inside_the_pages(person)
    for chord in OVER_THE_PAGE:
        person.presses("Ctrl+2", chord)
        if person.room() is not person.window:
            yield Scene(f"what {chord} opens")
            person.presses("Esc")
            assert person.room() is person.window, f"Esc does not close what {chord} opens"
    yield from _filled_sheet(person)


def _filled_sheet(person: Person) -> Iterator[Scene]:
    """The add sheet with a posting that was read, a date to be asked for, and all its fields."""
    person.copies(POSTING)
    person.presses("Ctrl+Shift+V")
    person.waits_until(lambda: person.sees("fields found. Check before you add."))
    yield Scene("add sheet with a posting")
    person.presses("Alt+9")
    yield Scene("add sheet with all fields")
    person.presses("Esc")


def _inside_the_pages(person: Person) -> Iterator[Scene]:
    """What a key opens in the place of a page or a part of it."""
    person.presses("Ctrl+6", "F2")
    yield Scene("editor of profiles")
    person.presses("Esc")
    yield from _roles(person)
    yield from _salary_import(person)
    person.presses("Ctrl+2", "Down", "Ctrl+Return")
    yield Scene("full page of an application")
    yield from variants(person, "full page")
    yield from _offers(person)
    person.presses("Esc", "Ctrl+3", "Shift+F6")
    person.walks_to("missing")
    person.presses("Ctrl+E")
    yield Scene("refused export")
    yield from _letters(person)
    person.presses("Ctrl+,", "Down")
    first = person.at
    while True:
        yield Scene(f"settings: {person.at}")
        person.presses("Down")
        if person.at == first:
            break
    yield from _safety(person)
    yield from _review(person)


def _roles(person: Person) -> Iterator[Scene]:
    """Two profiles side by side, and a target role in its sheet and in full."""
    person.presses("C")
    yield Scene("sheet to compare with", whole=False)
    person.presses("Return")
    person.waits_until(lambda: person.sees("Close comparison"))
    yield Scene("profiles compared", whole=False)
    person.presses("Esc")
    choose(person, "Add target role")
    yield Scene("sheet of a target role")
    person.tabs_to("Title")
    person.types("Python Developer")
    person.presses("Ctrl+Return")
    person.waits_until(lambda: person.sees("Target role, No pay named"))
    yield Scene("target role", whole=False)
    person.tabs_to("Target roles")
    person.presses("Delete")
    choose(person, "My skills")
    person.presses("Return")
    yield Scene("sheet of a skill")
    person.tabs_to("Skill")
    person.types("Python")
    person.presses("Ctrl+Return")
    person.waits_until(lambda: person.sees("Your own"))
    yield Scene("skill", whole=False)
    person.tabs_to("My skills")
    person.presses("Delete")
    (switch,) = visible(person.window, Segmented)
    switch.findChildren(QAbstractButton)[0].click()
    person.settle()


def _salary_import(person: Person) -> Iterator[Scene]:
    """The four steps of the sheet that brings a salary table in."""
    person.presses("Ctrl+4")
    choose(person, "Import salary table")
    person.waits_until(lambda: person.file_dialog() is not None)
    person.names_the_file(TABLE)
    person.waits_until(lambda: person.sees("Choose another file"))
    person.settle()
    yield Scene("salary table: its file")
    for step in ("columns", "passport", "check"):
        person.presses("Ctrl+Return")
        yield Scene(f"salary table: its {step}")
    person.presses("Esc")


def _offers(person: Person) -> Iterator[Scene]:
    """The sheets of offers: one being typed, all side by side, the page to negotiate with."""
    for words in ("Add offer to application", "Compare offers", "Negotiation sheet"):
        choose(person, words)
        yield Scene(f"sheet: {words.lower()}")
        person.presses("Esc")


def _letters(person: Person) -> Iterator[Scene]:
    """What can be opened from a letter, and one that was sent."""
    choose(person, "Parts of the letter")
    yield Scene("parts of a letter", whole=False)
    person.presses("Esc")
    choose(person, "Compare")
    yield Scene("letter compared")
    person.presses("Esc")
    for words in ("Versions", "Keep version", "Duplicate for another"):
        choose(person, words)
        yield Scene(f"letter: {words.lower()}")
        person.presses("Esc")
    for _ in range(MOST_REGIONS):
        if isinstance(QApplication.focusWidget(), QAbstractItemView):
            break
        person.presses("F6")
    person.presses("Ctrl+A")
    yield Scene("several letters selected", whole=False)
    person.walks_to("Sent")
    yield Scene("letter that was sent", whole=False)


def _review(person: Person) -> Iterator[Scene]:
    """An item of the weekly review, its next action being typed, and the last page."""
    person.presses("Ctrl+Shift+W")
    yield Scene("weekly review")
    person.presses("F")
    yield Scene("weekly review: a plan")
    person.presses("Esc")
    for _ in range(MOST_STOPS):
        if person.at == "Done":
            break
        person.presses("Right")
    yield Scene("weekly review: the week")
    person.presses("Return")


SHEETS = {
    "encryption": safety.encrypt,
    "recovery code": safety.encrypt_code,
    "recovery code typed back": safety.encrypt_back,
    "deletion of everything": safety.wipe,
    "problem report": safety.report,
    "restore": lambda person: safety.restore(person, "Today"),
    "bin": safety.bin_,
}
COVERS = {"lock": safety.lock, "recovery": safety.recovery}


def _safety(person: Person) -> Iterator[Scene]:
    """What is done with the whole search, and what covers it."""
    choose(person, "Back up now")
    safety.kept_backups(person)
    yield Scene("settings: Backups, with one")
    for name, go in SHEETS.items():
        go(person)
        yield Scene(f"sheet: {name}")
        if name == "bin":
            safety.click(person, "Delete for good")
            yield Scene("sheet: bin, before its records go", whole=False)
            person.presses("Esc")
        person.presses("Esc")
        assert person.room() is person.window, f"Esc does not close the {name}"
    for name, go in COVERS.items():
        go(person)
        yield Scene(f"cover: {name}")
        safety.uncover(person)


def variants(person: Person, name: str) -> Iterator[Scene]:
    """Every tab and every position of a switch on the page that is shown."""
    page = person.window.page
    assert page is not None
    for bar in visible(page, QTabBar):
        yield from _tabs(person, bar, name)
    for switch in visible(page, Segmented):
        yield from _positions(person, switch, name)


def _tabs(person: Person, bar: QTabBar, name: str) -> Iterator[Scene]:
    start = bar.currentIndex()
    for at in range(bar.count()):
        if at != start and bar.isTabEnabled(at):
            bar.setCurrentIndex(at)
            person.settle()
            yield Scene(f"{name}: {bar.tabText(at)}", whole=False)
    bar.setCurrentIndex(start)
    person.settle()


def _positions(person: Person, switch: Segmented, name: str) -> Iterator[Scene]:
    buttons = switch.findChildren(QAbstractButton)
    start = next(button for button in buttons if button.isChecked())
    for button in buttons:
        if button is not start:
            button.click()
            person.settle()
            yield Scene(f"{name}: {name_of(button)}")
    start.click()
    person.settle()


def cut(person: Person) -> list[str]:
    """Words that do not fit into their room; deliberate shortening keeps them in its tooltip."""
    window = person.window
    found: list[QLabel | QAbstractButton] = [*visible(window, QLabel)]
    found += visible(window, QAbstractButton)
    wordy = [one for one in found if one.text() and not _gives_way(one)]
    return [
        *(f"{one.text()!r} in {one.size().toTuple()}" for one in wordy if _too_wide(one)),
        *(f"{one.text()!r} sticks out of {_frame(one)!r}" for one in wordy if _sticks_out(one)),
        *(f"choice {one.currentText()!r}" for one in visible(window, QComboBox) if _hides(one)),
        *(words for bar in visible(window, QTabBar) for words in _cut_tabs(bar)),
        *(words for head in visible(window, QHeaderView) for words in _cut_heads(head)),
    ]


def _gives_way(one: QLabel | QAbstractButton) -> bool:
    """Whether it is made to be shortened, and says all of it when it is pointed at."""
    return isinstance(one, ElidedLabel) or one.toolTip().startswith(one.text())


def _too_wide(label: QLabel | QAbstractButton) -> bool:
    """Whether words stick out; a label that wraps has to be high enough instead."""
    if isinstance(label, QLabel) and label.wordWrap():
        return label.heightForWidth(label.width()) > label.height()
    words = max(label.text().replace("&", "").split("\n"), key=len)
    needed = label.fontMetrics().horizontalAdvance(words)
    low = label.fontMetrics().height() > label.height()
    return low or needed > label.contentsRect().width()


def _frame(widget: QWidget) -> str:
    holder = _holder_of(widget)
    return name_of(holder) or type(holder).__name__


def _holder_of(widget: QWidget) -> QWidget:
    holder = widget.parentWidget()
    assert holder is not None
    return holder


def _sticks_out(widget: QWidget) -> bool:
    """Whether a part lies outside of what holds it, where no scrolling brings it into view."""
    here = QRect(widget.rect())
    while not widget.isWindow():
        holder = _holder_of(widget)
        area = holder.parentWidget()
        if isinstance(area, QAbstractScrollArea):
            across = area.horizontalScrollBar().maximum() > 0
            return not across and not _within(here.translated(widget.pos()), holder, down=False)
        here.translate(widget.pos())
        if not _within(here, holder, down=True):
            return True
        widget = holder
    return False


def _within(rect: QRect, holder: QWidget, *, down: bool) -> bool:
    across = rect.left() >= 0 and rect.right() < holder.width()
    return across and (not down or (rect.top() >= 0 and rect.bottom() < holder.height()))


def _hides(choice: QComboBox) -> bool:
    room = choice.width() - ROOM_FOR_ARROW
    return choice.fontMetrics().horizontalAdvance(choice.currentText()) > room


def _cut_tabs(bar: QTabBar) -> Iterator[str]:
    for at in range(bar.count()):
        needed = bar.fontMetrics().horizontalAdvance(bar.tabText(at).replace("&", ""))
        room = bar.tabRect(at)
        if bar.isTabVisible(at) and (needed > room.width() or room.right() > bar.width()):
            yield f"tab {bar.tabText(at)!r}"


def _cut_heads(header: QHeaderView) -> Iterator[str]:
    for at in range(header.count() if header.orientation() == Qt.Orientation.Horizontal else 0):
        words = str(header.model().headerData(at, header.orientation()) or "")
        needed = header.fontMetrics().horizontalAdvance(words)
        if not header.isSectionHidden(at) and needed > header.sectionSize(at):
            yield f"header {words!r}"


def grown(person: Person) -> list[str]:
    """What the window needs beyond the smallest it may be."""
    needed = person.window.minimumSizeHint()
    least = person.window.minimumSize()
    return [] if needed.boundedTo(least) == needed else [f"needs {needed.toTuple()}"]


def nameless(person: Person) -> list[str]:
    """What takes the keyboard and has no name to be read aloud."""
    return [
        repr(one)
        for one in visible(person.window, QWidget)
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and one.focusProxy() is None
        and not isinstance(one.parent(), QAbstractScrollArea)
        and not name_of(one).strip()
    ]


def small(person: Person) -> list[str]:
    """What is clicked and is smaller than 24 x 24."""
    clicked: list[QWidget] = [*visible(person.window, QAbstractButton)]
    clicked += [*visible(person.window, QLineEdit), *visible(person.window, QComboBox)]
    places = [(name_of(one) or repr(one), one.rect()) for one in clicked if one.isEnabled()]
    for bar in visible(person.window, QTabBar):
        places += [(bar.tabText(at), bar.tabRect(at)) for at in range(bar.count())]
    for view in visible(person.window, QAbstractItemView):
        places += [(f"row of {name_of(view)}", _first_row(view))]
    return [
        f"{name} is {place.width()} x {place.height()}"
        for name, place in places
        if min(place.width(), place.height()) < TARGET and not place.isEmpty()
    ]


def _first_row(view: QAbstractItemView) -> QRect:
    if isinstance(view, QTableView):
        return QRect(0, 0, view.width(), view.rowHeight(0))
    return view.visualRect(view.model().index(0, 0))


def moving(person: Person) -> list[str]:
    """What is still on its way, or waits to be moved."""
    found = person.window.findChildren(QAbstractAnimation)
    running = QAbstractAnimation.State.Running
    return [repr(one.parent()) for one in found if one.state() == running]


def missed_by_tab(person: Person) -> list[str]:
    """What Tab or Shift+Tab does not reach, and where one of them is trapped.

    What a step itself makes appear or go, such as the way to a next item, is not asked for.
    """
    start = QApplication.focusWidget()
    if start is None:
        return ["nothing has the keyboard"]
    if not reachable(start) or isinstance(start, QLineEdit | QTextEdit | QPlainTextEdit):
        person.tabs_once()
    found = []
    for chord in ("Tab", "Shift+Tab"):
        wanted = _stops(person)
        visited, trap = _round(person, chord)
        missed = [one for one in wanted if one not in visited and one in _stops(person)]
        found += [trap] if trap else [f"{chord} misses {name_of(one) or one!r}" for one in missed]
    return found


def _stops(person: Person) -> list[QWidget]:
    return [one for one in visible(person.room(), QWidget) if reachable(one)]


def _round(person: Person, chord: str) -> tuple[list[QWidget], str]:
    """The stops from here until the keyboard is back, and what was wrong on the way."""
    start = QApplication.focusWidget()
    assert start is not None
    stops = [start]
    while True:
        person.tabs_once(chord)
        here = QApplication.focusWidget()
        if here is start:
            return stops, ""
        if here is None or here in stops or len(stops) > MOST_STOPS:
            where = f"{name_of(here)!r} after {name_of(stops[-1])!r}" if here else "nowhere"
            return stops, f"{chord} runs in circles at {where}"
        stops.append(here)


def reachable(widget: QWidget) -> bool:
    """Whether Tab is to stop here."""
    wants = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(wants) and widget.isEnabled() and widget.focusProxy() is None


def ticking(window: QWidget) -> list[str]:
    """Objects that have asked to be woken up soon; the one timer that waits for midnight may."""
    from PySide6.QtCore import QAbstractEventDispatcher

    dispatcher = QAbstractEventDispatcher.instance()
    things = [QApplication.instance(), window, *window.findChildren(QObject)]
    return [
        repr(one)
        for one in things
        if one is not None
        and any(timer.interval < LONG_MS for timer in dispatcher.registeredTimers(one))
    ]
