"""The places of the program where a person types: how each is reached by somebody at the window.

A place is opened in a window that was just started on the sample search; afterwards its field has
the keyboard. It is opened in the same way again to see what is left in it.
"""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from tests.support.tour import TABLE
from tests.support.window import Person, visible

from jobtracker.ui.widgets.segmented import Segmented

Open = Callable[[Person], None]
MOST_STOPS = 60


def chooses(person: Person, words: str) -> None:
    """Run the command of the menus that begins so."""
    action = person.command(words)
    assert action is not None, f"no command begins with {words}"
    assert action.isEnabled(), f"{words} cannot be chosen"
    action.trigger()
    person.settle()


def field_at() -> QLineEdit | QPlainTextEdit | QTextEdit:
    """The text field that has the keyboard."""
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit), f"{field!r} is no text field"
    return field


def text_at() -> str:
    """What stands in the field that has the keyboard."""
    field = field_at()
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _page(keys: str, words: str, name: str = "") -> Open:
    """A sheet that a command opens on a page; `name` is its field, else the first one."""

    def open_it(person: Person) -> None:
        person.presses(keys)
        chooses(person, words)
        if name:
            person.tabs_to(name)

    return open_it


def _pane(name: str) -> Open:
    """A field of the first application in the pane beside the list."""

    def open_it(person: Person) -> None:
        _first_application(person)
        if not any(one.accessibleName() == name for one in visible(person.window, QWidget)):
            person.presses("Space")
        _go_to(person, name)

    return open_it


def _go_to(person: Person, name: str) -> None:
    """Put the keyboard into a field as a click would."""
    found = [one for one in visible(person.window, QWidget) if one.accessibleName() == name]
    assert found, f"no field {name!r}"
    found[0].setFocus()
    person.settle()


def _first_application(person: Person) -> None:
    person.presses("Ctrl+2", "Home", "Down")
    person.waits_until(lambda: bool(person.command("Log activity").isEnabled()))  # type: ignore[union-attr]  # it is there


def _on_application(*chords: str, name: str = "") -> Open:
    """What keys open from the list of applications."""

    def open_it(person: Person) -> None:
        _first_application(person)
        person.presses(*chords)
        if name:
            person.tabs_to(name)

    return open_it


def _command_on_application(words: str, name: str = "") -> Open:
    def open_it(person: Person) -> None:
        _first_application(person)
        chooses(person, words)
        person.settle()
        if name:
            person.tabs_to(name)

    return open_it


def _company(person: Person) -> None:
    """The notes of a company, in the sheet that its name opens."""
    _pane("Notes")(person)
    company = next(
        one
        for one in visible(person.window, QAbstractButton)
        if one.accessibleName().startswith("Company") or one.toolTip().startswith("Company")
    )
    company.click()
    person.settle()
    person.tabs_to("Notes")


def _settings(name: str) -> Open:
    def open_it(person: Person) -> None:
        person.presses("Ctrl+,")
        for _ in range(MOST_STOPS):
            if any(one.accessibleName() == name for one in visible(person.window, QLineEdit)):
                break
            person.presses("Down")
        _go_to(person, name)

    return open_it


def _skill(person: Person) -> None:
    person.presses("Ctrl+6")
    chooses(person, "My skills")
    person.presses("Return")
    person.tabs_to("Where you used it")


def _whole_profile(person: Person) -> None:
    _profiles(person)
    person.presses("F2")
    person.tabs_to("In short")


def _profile_notes(person: Person) -> None:
    _profiles(person)
    _go_to(person, "Notes on this profile")


def _profiles(person: Person) -> None:
    person.presses("Ctrl+6")
    (switch,) = visible(person.window, Segmented)
    switch.findChildren(QAbstractButton)[0].click()
    person.settle()


def _plan(person: Person) -> None:
    """The next action of the first item in the weekly review."""
    person.presses("Ctrl+Shift+W", "F")
    person.waits_until(lambda: isinstance(QApplication.focusWidget(), QLineEdit))


def _snooze(person: Person) -> None:
    person.presses("Ctrl+1", "Home", "Z")
    for _ in range(MOST_STOPS):
        if QApplication.activePopupWidget() is not None:
            break
        person.presses("Down", "Z")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu), "no task can be put off"
    next(one for one in menu.actions() if one.text().startswith("Type a date")).trigger()
    menu.close()
    person.settle()


def _phone(person: Person) -> None:
    person.presses("F4")
    person.types("Litware")
    person.waits_until(lambda: len(visible(person.room(), QLineEdit)) > 1)
    visible(person.room(), QLineEdit)[-1].setFocus()


def _letter(person: Person) -> None:
    person.presses("Ctrl+3")
    person.waits_until(lambda: isinstance(QApplication.focusWidget(), QTextEdit))


def _version_name(person: Person) -> None:
    _letter(person)
    chooses(person, "Keep version")


def _salary_source(person: Person) -> None:
    """Where an imported salary table comes from."""
    person.presses("Ctrl+4")
    chooses(person, "Import salary table")
    person.waits_until(lambda: person.file_dialog() is not None)
    person.names_the_file(TABLE)
    person.waits_until(lambda: person.sees("Choose another file"))
    person.presses("Ctrl+Return", "Ctrl+Return")
    person.waits_until(lambda: bool(visible(person.room(), QLineEdit)))
    visible(person.room(), QLineEdit)[0].setFocus()


def _view_name(person: Person) -> None:
    person.presses("Ctrl+2")
    chooses(person, "Save this view")


PLACES: Mapping[str, Open] = {
    "add application: role": _on_application("Ctrl+N", name="Role"),
    "application: note of the activity": _pane("Add a note"),
    "application: notes": _pane("Notes"),
    "application: value in the table": _on_application("F2"),
    "application: log activity": _on_application("A", name="Text"),
    "application: tags (a question)": _on_application("X", "T"),
    "company: notes": _company,
    "offer: base pay": _command_on_application("Add offer to application", "Base pay"),
    "negotiation: a number to name": _command_on_application("Negotiation sheet", "If I name"),
    "phone card: note": _phone,
    "profile: in short (whole editor)": _whole_profile,
    "profile: notes": _profile_notes,
    "review: next action": _plan,
    "salary table: its source": _salary_source,
    "settings: current role": _settings("Current role"),
    "settings: email": _settings("Email"),
    "skill: where it was used": _skill,
    "target role: notes": _page("Ctrl+6", "Add target role", "Notes"),
    "target role: title": _page("Ctrl+6", "Add target role", "Title"),
    "today: snooze until": _snooze,
    "letter: name of a version": _version_name,
    "view: its name": _view_name,
}
"""By the name that a report gives them."""
