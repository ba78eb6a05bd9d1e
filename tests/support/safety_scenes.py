"""How to get to what keeps a search safe: its sections of the settings, their sheets, the covers.

For the pictures in `docs/images` and for the tour of everything the window can show.
"""

import re
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton
from tests.support.window import Person, name_of, visible

from jobtracker.bootstrap import open_workspace
from jobtracker.domain.applications import ApplicationFields
from jobtracker.services import backups
from jobtracker.storage.plain_words import damaged
from jobtracker.system.clock import SystemClock
from jobtracker.ui.features.settings.encrypt_sheet import EncryptSheet
from jobtracker.ui.runtime.drafts import Drafts
from jobtracker.ui.widgets.sheet_drafts import Unsaved

WORDS = "seven badgers under a copper moon"
CODE = "4F7K-90QX-M2TD-8B3V-ZC6H-1PWN-5RJY-G0AE-7KQ2-XM9S-T4BD-V8C3-H6ZP-2N5Q"
"""What a recovery code looks like; the one that was made would differ in each picture."""
EARLIER = (
    (datetime(2026, 11, 14, 16, 30, tzinfo=UTC), backups.BEFORE_IMPORT),
    (datetime(2026, 11, 15, 20, 5, tzinfo=UTC), backups.ON_CLOSING),
    (datetime(2026, 11, 20, 7, 58, tzinfo=UTC), backups.AUTOMATIC),
    (datetime(2026, 11, 21, 18, 40, tzinfo=UTC), backups.ON_CLOSING),
    (datetime(2026, 11, 22, 9, 0, tzinfo=UTC), backups.BY_HAND),
)
"""Backups of the pictures; the first is there before any other, as the sample's import made it."""
FACTS = {"Python": "3.11.7", "System": "Linux 6.1.0 x86_64", "Display": "wayland", "Language": "C"}
"""Of a report: what differs from one computer to the next."""
GONE = (("Tailspin Toys", "Data Engineer"), ("Litware", "Backend Developer"))


ARCHIVE = "jobtracker-2026-11-15.zip"
"""Written when the applications that are gone by now were still there."""


def stand_still(moment: datetime) -> None:
    """Let the program's one clock answer `moment` from now on."""
    for name, answer in (("now", moment), ("today", moment.date())):
        setattr(SystemClock, name, lambda _clock, answer=answer: answer)


def make_history(file: Path) -> None:
    """Some days of use: a backup from each, an archive, and two applications that were deleted
    again.
    """
    stand_still(EARLIER[1][0])
    with open_workspace(file, write=True) as workspace:
        fields = [ApplicationFields(company=company, role=role) for company, role in GONE]
        made = [workspace.applications.add(one).value for one in fields]
        backups.back_up(file, EARLIER[1][1])
        workspace.archive.export(file.with_name(ARCHIVE))
        for number in made:
            workspace.applications.remove(number)
    for _moment, reason in EARLIER[2:]:
        backups.back_up(file, reason)
    for backup, (moment, reason) in zip(reversed(backups.known(file)), EARLIER, strict=True):
        name = f"{backup.number:06d}-{moment:%Y%m%dT%H%M%SZ}-{reason}.db"
        backup.path.rename(backup.path.with_name(name))


def choose(person: Person, words: str) -> None:
    """Run the command of the menus that begins so."""
    action = person.command(words)
    assert action is not None, f"no command begins with {words}"
    assert action.isEnabled(), f"{words} cannot be chosen"
    action.trigger()
    person.settle()


def click(person: Person, name: str) -> None:
    """Click the button whose name begins so."""
    buttons = visible(person.window, QAbstractButton)
    next(one for one in buttons if name_of(one).startswith(name)).click()
    person.settle()


def section(person: Person, name: str) -> None:
    """Go to a section of the settings with the arrow keys."""
    person.presses("Ctrl+2", "Ctrl+,")
    while person.at != name:
        person.presses("Down")


def kept_backups(person: Person) -> None:
    section(person, "Backups")
    person.waits_until(lambda: person.sees("Last backup"))


def restore(person: Person, made: str = "Sun") -> None:
    """What the newest backup of such a day would change."""
    kept_backups(person)
    click(person, f"Restore the backup: {made}")
    person.waits_until(lambda: person.sees("The present state is backed up first"))


def privacy(person: Person) -> None:
    section(person, "Privacy")


def encrypt(person: Person) -> None:
    """Where the passphrase is chosen."""
    privacy(person)
    click(person, "Turn on")
    person.types(WORDS)


def encrypt_code(person: Person) -> None:
    """Where the recovery code is shown."""
    encrypt(person)
    person.tabs_to("Passphrase again")
    person.types(WORDS)
    person.presses("Ctrl+Return")
    (sheet,) = visible(person.window, EncryptSheet)
    person.waits_until(sheet.code.isVisible)
    sheet.code.clear()
    sheet.code.show_code(CODE)
    person.settle()


def encrypt_back(person: Person) -> None:
    """Where the code is typed back."""
    encrypt_code(person)
    person.presses("Ctrl+Return")


def data(person: Person) -> None:
    section(person, "Data")
    person.waits_until(lambda: person.sees("each kept for 90 days"))


def bin_(person: Person) -> None:
    choose(person, "Recently deleted")
    person.waits_until(lambda: bool(person.rows("Recently deleted")))


def wipe(person: Person) -> None:
    data(person)
    click(person, "Delete all data")


def report(person: Person) -> None:
    person.presses("Ctrl+2")
    choose(person, "Report a problem")
    assert person.desktop.reports is not None
    assert person.desktop.reports.sheet is not None
    text = person.desktop.reports.sheet.text
    said = text.toPlainText()
    for fact, value in FACTS.items():
        said = re.sub(f"(?m)^{fact}: .*$", f"{fact}: {value}", said)
    text.setPlainText(said)


def lock(person: Person) -> None:
    """The cover over the window, as over an encrypted search."""
    person.presses("Ctrl+2")
    person.desktop.locking.cover.lock()
    person.settle()


def recovery(person: Person) -> None:
    """What the window says of a damaged file."""
    person.presses("Ctrl+2")
    opening = person.desktop._opening
    assert opening is not None
    opening.refused.put(damaged(person.file))
    person.waits_until(lambda: person.desktop.recovering.page.is_down)


TYPED = {
    "application/2/notes": "They asked for two references and a sample of code. The on-call week "
    "counts as time off in lieu, one week in six, and the laptop is my own choice. Ask on Monday "
    "whether the office in Portland has a bicycle store, and who else would be in the team.",
    "application/9999/note": "Spoke to the recruiter: the role is filled.",
    "letters/1/VersionNameSheet/Keep version": Unsaved(
        "2026-11-21T18:20:00+00:00", "Keep version", "letters", 1, {"Name": "With the new address"}
    ).as_text(),
}
"""Texts of the pictures that are typed and not saved, by their places."""


def unsaved(person: Person) -> None:
    """The list of what was typed and not saved."""
    person.presses("Ctrl+2")
    (drafts,) = person.desktop.commander.findChildren(Drafts)
    for place, text in TYPED.items():
        drafts.write(place, text)
    choose(person, "Texts not saved")


def import_archive(person: Person) -> None:
    """What an archive of some days ago would bring in."""
    data(person)
    choose(person, "Import an archive")
    person.names_the_file(person.file.with_name(ARCHIVE))
    person.waits_until(lambda: person.sees("New here"))


def uncover(person: Person) -> None:
    """Take away what `lock` or `recovery` has put over the window."""
    person.desktop.locking.lift()
    person.desktop.recovering.page.rise()
    person.settle()
