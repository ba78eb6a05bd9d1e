"""Puts a string into everything of ours that shows stored text, for checks of what that opens.

`show` is all of it; `parts`, `pages`, `over_pages`, `sheets`, `safeguards` and `letters` are its
groups. Each makes a workspace in which every text is the string, opens the program on it and walks
through it, in a process of its own.
"""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import sqlcipher3.dbapi2 as driver
from PySide6.QtCore import QMimeData, QPoint, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTextEdit,
    QToolTip,
    QWidget,
)
from tests.support.safety_scenes import choose, uncover
from tests.support.tour import COVERS, OVER_THE_PAGE, SHEETS, variants
from tests.support.window import PROJECT, Person, visible

from jobtracker.bootstrap import open_workspace
from jobtracker.domain.errors import JobtrackerError
from jobtracker.ui import app
from jobtracker.ui.theme.theme import Look, Theme, ThemeChoice
from jobtracker.ui.widgets.dialogs import message
from jobtracker.ui.widgets.labels import ElidedLabel, PlainLabel, plain_tip
from jobtracker.ui.widgets.long_text import ExactText
from jobtracker.ui.widgets.menus import Menu
from jobtracker.ui.widgets.row_model import TOOL_TIP
from jobtracker.ui.widgets.text_browser import SafeTextBrowser

STAINED = {
    "application": "role location reference source notes next_action pay_text ask_text level",
    "posting": "text",
    "interview": "place people preparation notes",
    "event": "text",
    "document": "name",
    "contact": "name title email phone url notes",
    "application_contact": "part",
    "tag": "name",
    "company": "name address notes avoid_reason",
    "letter_template": "name purpose text",
    "letter": "name text",
    "letter_version": "name text",
    "letter_block": "name text",
    "journal_step": "label",
    "offer": "label notes",
    "profile": "title category summary source credit",
    "profile_item": "heading body",
    "related_role": "title text description",
    "salary_range": "place experience source text notes licence",
}
"""By table, the columns that hold text which comes from a person or from outside."""
TIPS = 40
ROWS = 3
W = TypeVar("W", bound=QWidget)
LETTERS = "Ctrl+3"
OFFER_SHEETS = ("Add offer to application", "Compare offers", "Negotiation sheet")
LETTER_SHEETS = ("Parts of the letter", "Compare", "Versions", "Keep version", "Duplicate for")


def show(html: str) -> QWidget:
    """All of it."""
    parts(html)
    pages(html)
    over_pages(html)
    sheets(html)
    safeguards(html)
    return letters(html)


def parts(html: str) -> QWidget:
    """The small ones, of which everything else is made."""
    look = _theme()
    host = QWidget()
    host.resize(900, 600)
    made: list[QWidget] = [
        PlainLabel(html, wrap=True),
        ElidedLabel(html),
        ExactText(),
        QLineEdit(html),
    ]
    browser = SafeTextBrowser("Preview")
    browser.setHtml(html)
    browser.setMarkdown(html)
    for at, one in enumerate([*made, browser]):
        one.setParent(host)
        one.setGeometry(0, 100 * at, 400, 100)
        one.setToolTip(plain_tip(html))
    _settle_shown(host)
    _tips(host)
    menu = Menu(host, "Menu")
    menu.addAction(html.replace("&", "&&"))
    menu.popup(QPoint(0, 0))
    _paint()
    menu.close()
    box = message(host, "Title", html, html)
    _paint()
    box.close()
    _said(look, host, html)
    return host


def pages(html: str) -> None:
    """Every page with its tabs and switches, and their tooltips."""
    person = _person(html)
    for entry in person.window._entries:
        person.desktop.navigator.go(entry.id)
        person.settle()
        _look_round(person)
        if entry.id != "settings":
            for _scene in variants(person, entry.title):
                _look_round(person)
    person.leaves()


def over_pages(html: str) -> None:
    """The full page of an application, what opens over a page, toast and banner."""
    person = _person(html)
    _open_in_full(person)
    for _scene in variants(person, "full page"):
        _look_round(person)
    person.presses("Esc")
    for chord in OVER_THE_PAGE:
        person.presses("Ctrl+2", chord)
        if chord == "Ctrl+K":
            person.types("img")
        _look_round(person)
        person.presses("Esc", "Esc")
    person.desktop.commander.toasts.put(html)
    person.desktop.commander.problems.put(JobtrackerError(html))
    _paint()
    _tips(person.window)
    person.leaves()


def _open_in_full(person: Person) -> None:
    person.presses("Ctrl+2", "Ctrl+Return")
    assert person.at != "Applications", "the full page of the first row is not open"


def sheets(html: str) -> None:
    """What is opened from the full page of an application and from a letter."""
    person = _person(html)
    _open_in_full(person)
    _look_round(person)
    _open_each(person, OFFER_SHEETS)
    person.presses("Esc", LETTERS)
    _open_each(person, LETTER_SHEETS)
    person.leaves()


def _open_each(person: Person, sheets: Iterable[str]) -> None:
    for words in sheets:
        choose(person, words)
        _look_round(person)
        person.presses("Esc")


def safeguards(html: str) -> None:
    """What keeps a search safe: its backups, its bin with something in it, and what covers it."""
    person = _person(html)
    person.presses("Ctrl+2", "Delete")
    choose(person, "Back up now")
    for go in SHEETS.values():
        go(person)
        _look_round(person)
        person.presses("Esc")
    for go in COVERS.values():
        go(person)
        _look_round(person)
        uncover(person)
    person.leaves()


def letters(html: str) -> QWidget:
    """A letter in its editor and preview, pasted into, compared, and exported as PDF."""
    person = _person(html)
    person.presses(LETTERS)
    _look_round(person)
    data = QMimeData()
    data.setHtml(html)
    data.setText(html)
    for editor in _editors(person.window):
        editor.setFocus()
        QGuiApplication.clipboard().setMimeData(data)
        editor.paste()
        person.settle()
    _look_round(person)
    space = person.desktop.pages._workspace
    assert space is not None
    (first, *_others) = space.letters.listed()
    pdf = person.file.with_suffix(".pdf")
    person.desktop.commander.read(
        lambda: space.letter_exports.export(first.id, pdf, override="a test of what is shown"),
        lambda _done: None,
        failed=lambda _error: None,
    )
    person.settle()
    person.leaves()
    return QWidget()


def _editors(window: QWidget) -> Iterator[QTextEdit | QPlainTextEdit]:
    found: list[QTextEdit | QPlainTextEdit] = [*visible(window, QTextEdit)]
    found += visible(window, QPlainTextEdit)
    return (one for one in found if not one.isReadOnly())


def _person(html: str) -> Person:
    folder = Path(tempfile.mkdtemp(prefix="shown-"))
    file = folder / "search.jobtracker"
    with open_workspace(file, write=True) as workspace:
        workspace.sample.fill(PROJECT / "resources" / "sample" / "applications.toml")
        workspace.custom_fields.add("Own field")
    _stain(file, html)
    person = Person(file, _theme())
    person.starts()
    return person


def _stain(file: Path, html: str) -> None:
    """Have the string in every text; past the services, as a foreign file might."""
    with driver.connect(str(file)) as connection:
        for table, columns in STAINED.items():
            for column in columns.split():
                connection.execute(
                    f'UPDATE "{table}" SET "{column}" = ? || \' \' || coalesce("{column}", \'\')',
                    (html,),
                )
    connection.close()


def _theme() -> Theme:
    look = Look(ThemeChoice.LIGHT, high_contrast=False)
    return app.prepare(PROJECT / "resources", look)[1]


def _look_round(person: Person) -> None:
    """Paint what stands there, with the tooltips of widgets and of some rows."""
    person.window.grab()
    _tips(person.window)
    for view in visible(person.window, QAbstractItemView):
        for row in range(min(ROWS, view.model().rowCount())):
            columns = 1 if isinstance(view, QListView) else view.model().columnCount()
            for column in range(columns):
                tip = view.model().index(row, column).data(TOOL_TIP)
                if tip:
                    _tip(view, str(tip))


def _tips(window: QWidget) -> None:
    """Each different tooltip, as Qt would show it."""
    texts = dict.fromkeys(one.toolTip() for one in visible(window, QWidget) if one.toolTip())
    for text in list(texts)[:TIPS]:
        _tip(window, text)


def _tip(window: QWidget, text: str) -> None:
    QToolTip.showText(window.mapToGlobal(QPoint(1, 1)), text, window)
    _paint()


def _settle_shown(widget: QWidget) -> None:
    widget.show()
    _paint()


def _paint() -> None:
    QApplication.processEvents()


def _said(theme: Theme, host: QWidget, html: str) -> None:
    """In the window's own ways of saying something."""
    from jobtracker.ui.features.reports.sheet import ReportSheet
    from jobtracker.ui.widgets.banner import Banner
    from jobtracker.ui.widgets.form import Field
    from jobtracker.ui.widgets.outside import open_link
    from jobtracker.ui.widgets.toast import Toast

    ways: list[Callable[[], object]] = [
        lambda: Toast(theme, host).say(html, html, lambda: None),
        lambda: _in(host, Banner(theme)).say("danger", html, html, html),
        lambda: _in(host, Field(theme, html, QLineEdit(), html)).set_error(html),
        lambda: ReportSheet(theme, host, html).open(),
        lambda: open_link(theme, host, html),
        lambda: open_link(theme, host, f"https://user@example.com/{QUrl.toPercentEncoding(html)}"),
    ]
    for way in ways:
        way()
        _paint()
    _tips(host)


def _in(host: QWidget, widget: W) -> W:
    widget.setParent(host)
    widget.setGeometry(0, 0, 500, 200)
    widget.show()
    return widget
