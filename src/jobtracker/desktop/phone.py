"""The phone card over the window: built when it is first asked for, from whatever page."""

from typing import TYPE_CHECKING

from jobtracker.ui.actions import Action

if TYPE_CHECKING:
    from jobtracker.desktop.pages import Pages
    from jobtracker.services.workspace import Workspace
    from jobtracker.system.clock import Clock
    from jobtracker.ui.features.phone.phone import Phone
    from jobtracker.ui.features.phone.presenter import PhonePresenter
    from jobtracker.ui.main_window.window import MainWindow
    from jobtracker.ui.navigation import Navigator
    from jobtracker.ui.runtime.commander import Commander
    from jobtracker.ui.theme.theme import Theme

PAGE = "applications"


class Phoning:
    """`open` shows the card; `attach` gives it the workspace to look in."""

    def __init__(
        self,
        theme: "Theme",
        window: "MainWindow",
        pages: "Pages",
        navigator: "Navigator",
        commander: "Commander",
        clock: "Clock",
    ) -> None:
        self._theme = theme
        self._window = window
        self._pages = pages
        self._navigator = navigator
        self._commander = commander
        self._clock = clock
        self._workspace: Workspace | None = None
        self._presenter: PhonePresenter | None = None
        self.phone: Phone | None = None

    def action(self) -> Action:
        """What opens it from every page, and from what lies over one."""
        return Action(
            "phone card",
            "Find a caller…",
            "Go",
            self.open,
            "F4",
            "phone-call",
            everywhere=True,
        )

    def attach(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        if self._presenter is not None:
            self._presenter.attach(workspace)

    def open(self) -> None:
        phone = self.phone or self._build()
        phone.open()

    def _build(self) -> "Phone":
        from jobtracker.ui.features.phone.phone import Phone
        from jobtracker.ui.features.phone.presenter import PhonePresenter

        phone = self.phone = Phone(self._theme, self._window)
        presenter = self._presenter = PhonePresenter(phone, self._commander, self._clock)
        phone.opened.subscribe(lambda key: self._navigator.go(PAGE, key), owner=phone)
        phone.added.subscribe(self._pages.capturing.open, owner=phone)
        self._window.closing.subscribe(lambda _none: presenter.flush(), owner=phone)
        if self._workspace is not None:
            presenter.attach(self._workspace)
        return phone
