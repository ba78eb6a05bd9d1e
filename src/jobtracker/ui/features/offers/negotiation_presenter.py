"""Runs the negotiation sheet: reads it, changes what one aims for, prints it, saves it as a PDF."""

from pathlib import Path
from typing import TYPE_CHECKING

from jobtracker.domain.errors import InvalidInputError, JobtrackerError
from jobtracker.domain.pay_facts import FactKind
from jobtracker.domain.target_roles import TargetRole, with_pay
from jobtracker.ui.features.offers.material import (
    Material,
    Unsaid,
    material_for,
    reasons_place,
    unsaid_place,
)
from jobtracker.ui.features.offers.negotiation_sheet import NegotiationSheet
from jobtracker.ui.runtime.channel import is_alive
from jobtracker.ui.runtime.drafts import drafts_on
from jobtracker.ui.runtime.typing_marks import keep_each
from jobtracker.ui.widgets.dialogs import save_file
from jobtracker.ui.widgets.taking_back import TakingBack

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from jobtracker.domain.changes import Changes, Done
    from jobtracker.domain.letter_content import LetterContent
    from jobtracker.domain.negotiation import Arguments
    from jobtracker.services.workspace import Workspace
    from jobtracker.ui.runtime.commander import Commander
    from jobtracker.ui.theme.theme import Theme

QUESTION, WARNING = "negotiation sheet", "negotiation warning"
CONCERNED = (
    "offer",
    "pay_fact",
    "target_role",
    "application",
    "application_profile",
    "can_show",
    "setting",
)


class NegotiationSheets:
    """`open` shows the sheet of an application over the window of `opener`."""

    def __init__(
        self, theme: "Theme", opener: "QWidget", commander: "Commander", workspace: "Workspace"
    ) -> None:
        self._theme = theme
        self._opener = opener
        self._commander = commander
        self._workspace = workspace
        self._drafts = drafts_on(commander, workspace.drafts)
        self._material: Material | None = None
        self._arguing = 0
        self.sheet: NegotiationSheet | None = None
        commander.changed.subscribe(self._follow, owner=opener)

    def open(self, application_id: int) -> None:
        """Show its sheet."""
        if self.sheet is None:
            self._read(application_id)

    def flush(self) -> None:
        """Keep what is typed, now."""
        self._drafts.flush()

    def _read(self, application_id: int) -> None:
        space = self._workspace
        self._commander.read(
            lambda: material_for(space, application_id),
            self._show,
            question=QUESTION,
            owner=self._opener,
        )

    def _follow(self, changes: "Changes") -> None:
        if self.sheet is not None and self._material is not None and changes.touches(*CONCERNED):
            self._read(self._material.application_id)

    def _show(self, material: Material) -> None:
        if self._material is not None and self._arguing:
            material = material._replace(arguments=self._material.arguments)
        self._material = material
        if self.sheet is not None:
            self.sheet.show_material(material)
            return
        about = material.sheet
        title = f"Negotiation: {', '.join(filter(None, (about.role, about.company)))}"
        sheet = self.sheet = NegotiationSheet(self._theme, self._opener, title)
        TakingBack(sheet, self._commander, self._workspace.history.steps)
        keep_each(sheet.own, reasons_place(material.application_id))
        sheet.show_material(material)
        sheet.unsaid.subscribe(self._keep_unsaid, owner=sheet)
        sheet.aimed.subscribe(lambda typed: self._aim(*typed), owner=sheet)
        sheet.named.subscribe(self._warn, owner=sheet)
        sheet.argued.subscribe(self._argue, owner=sheet)
        sheet.printed.subscribe(lambda _none: self._print(), owner=sheet)
        sheet.saved.subscribe(lambda _none: self._ask_where(), owner=sheet)
        sheet.closed.subscribe(lambda _none: self._closed(), owner=sheet)
        sheet.put_back(material.unsaid)
        sheet.open(sheet.own)

    def _closed(self) -> None:
        self._drafts.flush()
        self.sheet = None
        self._material = None

    def _aim(self, name: str, text: str) -> None:
        """Change one of the three in the target role; where there is none, it is made."""
        material, sheet = self._material, self.sheet
        if material is None or sheet is None:
            return

        def refused(error: JobtrackerError) -> None:
            sheet.aims[name].put_back(text)
            sheet.fields[name].set_error(str(error))

        self._commander.change(
            lambda: store_aim(self._workspace, material, name, text),
            lambda _key: None,
            refused,
            owner=sheet,
        )

    def _warn(self, text: str) -> None:
        """Say, while a number is typed, that another one was named before."""
        material, sheet = self._material, self.sheet
        if material is None or sheet is None:
            return
        if not text.strip():
            sheet.show_warning("", wrong=False)
            return
        facts, key = self._workspace.pay_facts, material.application_id

        def show(words: str) -> None:
            sheet.show_warning(words or "Nothing else was named before.", wrong=bool(words))

        self._commander.read(
            lambda: facts.would_warn(key, FactKind.STATED, text),
            show,
            question=WARNING,
            failed=lambda error: sheet.show_warning(_hint_of(error), wrong=False),
            owner=sheet,
        )

    def _argue(self, arguments: "Arguments") -> None:
        """Store the reasons. What is read until that is done still holds the former ones."""
        material, sheet = self._material, self.sheet
        if material is None or sheet is None:
            return

        def refused(error: JobtrackerError) -> None:
            self._argued()
            if is_alive(sheet):
                sheet.own.set_value(material.arguments.own)
                sheet.own.put_back(arguments.own)
            self._commander.problems.put(error)

        self._material = material._replace(arguments=arguments)
        self._arguing += 1
        self._commander.change(
            lambda: self._workspace.negotiation.argue(material.application_id, arguments),
            lambda _key: self._argued(),
            refused,
            owner=self._opener,
        )

    def _argued(self) -> None:
        self._arguing -= 1

    def _keep_unsaid(self, unsaid: Unsaid) -> None:
        if self._material is not None:
            place, text = unsaid_place(self._material.application_id), unsaid.as_text()
            if text:
                self._drafts.write(place, text)
            else:
                self._drafts.forget(place)

    def _page(self) -> "tuple[LetterContent, str, str] | None":
        """The page, its title, and the name of its file."""
        from jobtracker.services.negotiation_page import content_of, pdf_name, title_of

        material = self._material
        if material is None:
            return None
        content = content_of(material.sheet, material.reasons(), material.said())
        return content, title_of(material.sheet), pdf_name(material.sheet)

    def _print(self) -> None:
        from jobtracker.services.letter_pages import fonts_ready
        from jobtracker.services.negotiation_page import LOOK
        from jobtracker.ui.widgets.printing import print_pages

        page = self._page()
        if page is not None and self.sheet is not None:
            fonts_ready()
            print_pages(self.sheet, page[0], LOOK, page[1])

    def _ask_where(self) -> None:
        """Ask for a place; an existing file is replaced only by the answer to a question."""
        page = self._page()
        if page is not None and self.sheet is not None:
            save_file(
                self.sheet,
                "Save the negotiation sheet",
                Path.home() / page[2],
                ["PDF (*.pdf)"],
                self.save,
            )

    def save(self, path: Path) -> None:
        """Write the page as it is now."""
        from jobtracker.services.negotiation_page import save_pdf

        page = self._page()
        if page is not None:
            content, title, _ = page
            self._commander.read(
                lambda: save_pdf(path, content, title),
                lambda name: self._commander.toasts.put(f"Negotiation sheet saved as {name}"),
                owner=self._opener,
            )


def store_aim(space: "Workspace", material: Material, name: str, text: str) -> "Done[int]":
    """Change what one aims for. Raises InvalidInputError."""
    aim = material.aim
    if aim is None:
        return space.targets.add(with_pay(TargetRole(title=material.sheet.role), {name: text}))
    return space.targets.edit(aim.id, with_pay(aim, {name: text}))


def _hint_of(error: JobtrackerError) -> str:
    return str(error) if isinstance(error, InvalidInputError) else ""
