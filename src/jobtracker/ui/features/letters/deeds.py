"""What is done to a letter as a whole: its versions, keeping it as a template, deleting it."""

from jobtracker.ui.features.letters.contract import Intents, Keep, Restore
from jobtracker.ui.features.letters.desk import Desk
from jobtracker.ui.features.letters.draft import Draft
from jobtracker.ui.theme.theme import Theme


class Deeds:
    """Fills the header's menu; each deed hands over first what is not saved yet."""

    def __init__(self, theme: Theme, desk: Desk, intents: Intents) -> None:
        self._desk = desk
        self._intents = intents
        header = desk.header
        header.versions_wanted.subscribe(self._ask_versions, owner=desk)
        header.restored.subscribe(self._restore, owner=desk)
        for words, icon, deed in (
            ("Save as template", "copy", self.keep_as_template),
            ("Delete letter", "trash-2", self.remove),
        ):
            header.menu.addAction(theme.icon(icon), words).triggered.connect(deed)

    def keep_as_template(self) -> None:
        draft = self._saved_draft()
        if draft is not None:
            name = f"{draft.view.template}, {draft.view.company}"
            self._intents.kept.put(Keep(name, draft.text))

    def remove(self) -> None:
        draft = self._saved_draft()
        if draft is not None:
            self._intents.removed.put(draft.id)

    def _ask_versions(self, _none: None) -> None:
        draft = self._saved_draft()
        if draft is not None:
            self._intents.history_wanted.put(draft.id)

    def _restore(self, version: int) -> None:
        draft = self._saved_draft()
        if draft is not None:
            self._intents.restored.put(Restore(draft.id, version))

    def _saved_draft(self) -> Draft | None:
        self._desk.flush()
        return self._desk.draft
