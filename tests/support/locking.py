"""What a person does to encrypt a search and to open a locked one."""

from PySide6.QtWidgets import QPushButton
from tests.support.window import Person, visible

from jobtracker.storage import keys
from jobtracker.ui.features.settings.encrypt_sheet import EncryptSheet
from jobtracker.ui.features.settings.encrypt_steps import KEYRING, WAYS
from jobtracker.ui.features.settings.privacy import PrivacySection

WORDS = "seven badgers under a copper moon"


def opens_privacy(person: Person) -> PrivacySection:
    person.desktop.pages.settings.lead("privacy")
    (pane,) = visible(person.window, PrivacySection)
    return pane


def encrypts(person: Person) -> str:
    """Turn encryption on with the passphrase; the recovery code that was shown."""
    sheet = _opened(person)
    sheet.choose.secret.editor.setText(WORDS)
    sheet.choose.again.editor.setText(WORDS)
    return _finished(person, sheet)


def encrypts_with_keyring(person: Person) -> str:
    """The same with a random key that the keyring keeps."""
    sheet = _opened(person)
    person.waits_until(sheet.choose.ways.isVisible)
    keyring = dict(WAYS)[KEYRING]
    buttons = sheet.choose.ways.findChildren(QPushButton)
    next(one for one in buttons if one.text() == keyring).click()
    return _finished(person, sheet)


def _opened(person: Person) -> EncryptSheet:
    opens_privacy(person).encrypt.click()
    (sheet,) = visible(person.window, EncryptSheet)
    return sheet


def _finished(person: Person, sheet: EncryptSheet) -> str:
    sheet.go.click()
    person.waits_until(sheet.code.isVisible)
    code = sheet.code.code
    sheet.go.click()
    sheet.typed_back.editor.setText(code.lower())
    sheet.go.click()
    person.waits_until(sheet.done.isVisible)
    sheet.go.click()
    person.waits_until(lambda: person.window.actions_book.holds("encrypted"))
    return code


def types_at_the_lock(person: Person, words: str) -> None:
    cover = person.desktop.locking.cover
    cover.secret.editor.setText(words)
    cover.unlock.click()


def forget_keys() -> None:
    """What the end of the program does to the keys it holds."""
    keys.drop_all()
