"""The Salary page: what leads to it, and where it leads."""

from typing import TYPE_CHECKING

from jobtracker.desktop.salary_import import Importing
from jobtracker.ui.features.salary.contract import Leading, Way, WhatIf
from jobtracker.ui.features.salary.page import SalaryPage
from jobtracker.ui.features.salary.presenter import SalaryPresenter
from jobtracker.ui.navigation import Navigator
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.theme.theme import Theme

if TYPE_CHECKING:
    from jobtracker.desktop.offers import Offers
    from jobtracker.services.workspace import Workspace

APPLICATIONS, SALARY, PROFILES = "applications", "salary", "profiles"


class SalaryWays:
    """`page` is made when the page is first visited; `show_application` may make it."""

    def __init__(
        self, theme: Theme, commander: Commander, navigator: Navigator, offers: "Offers"
    ) -> None:
        self._navigator = navigator
        self._offers = offers
        self.page = SalaryPage(theme)
        self.presenter = SalaryPresenter(self.page, commander)
        self.importing = Importing(theme, self.page, commander)
        intents = self.page.intents
        intents.opened.subscribe(self._lead, owner=self.page)
        intents.offer_wanted.subscribe(self._add_offer, owner=self.page)
        intents.compare_wanted.subscribe(offers.compare, owner=self.page)

    def attach(self, workspace: "Workspace") -> None:
        self.presenter.attach(workspace)
        self.importing.attach(workspace)

    def show_application(self, application: int) -> None:
        """Compare the pay of an application, with its newest offer under the keyboard."""
        self.presenter.show_application(application)

    def _lead(self, leading: Leading) -> None:
        if leading.way is Way.PROFILE:
            self._navigator.go(PROFILES, leading.id)
        elif leading.way is Way.APPLICATION:
            self._navigator.go(APPLICATIONS, leading.id)
        elif leading.way is Way.OFFER:
            self._offers.edit(leading.id)

    def _add_offer(self, wanted: WhatIf) -> None:
        """A figure of the converter is an offer or a what-if: the sheet asks which."""
        if wanted.what_if or wanted.pay is not None:
            self._offers.try_one(wanted.pay, wanted.application_id)
        else:
            self._offers.add(wanted.application_id)
