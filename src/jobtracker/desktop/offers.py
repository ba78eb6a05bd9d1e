"""Offers: their sheets over whatever page they are asked for from, and the commands that do."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from jobtracker.ui.features.offers.commands import Commands
from jobtracker.ui.features.offers.contract import Start, Wish

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from jobtracker.domain.pay import Pay
    from jobtracker.services.workspace import Workspace
    from jobtracker.ui.actions import ActionBook
    from jobtracker.ui.features.offers.compare_presenter import CompareSheets
    from jobtracker.ui.features.offers.negotiation_presenter import NegotiationSheets
    from jobtracker.ui.features.offers.presenter import OfferSheets
    from jobtracker.ui.runtime.commander import Commander
    from jobtracker.ui.theme.theme import Theme


class Offers:
    """What is wanted before `attach` is done then. `selected` answers the application that is
    selected, for the commands about it.
    """

    def __init__(
        self,
        theme: "Theme",
        opener: "QWidget",
        commander: "Commander",
        book: "ActionBook",
        selected: Callable[[], int | None],
    ) -> None:
        self._around = (theme, opener, commander)
        self._selected = selected
        self._workspace: Workspace | None = None
        self._wanted: Callable[[], object] | None = None
        Commands(book, self)

    def attach(self, workspace: "Workspace") -> None:
        """Do what was wanted meanwhile."""
        self._workspace = workspace
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            wanted()

    def flush(self) -> None:
        """Keep what is being typed, because the window closes."""
        if "sheets" in self.__dict__:
            self.sheets.flush()
        if "negotiating" in self.__dict__:
            self.negotiating.flush()

    @cached_property
    def sheets(self) -> "OfferSheets":
        from jobtracker.ui.features.offers.presenter import OfferSheets

        assert self._workspace is not None, "it is attached"
        return OfferSheets(*self._around, self._workspace)

    @cached_property
    def comparing(self) -> "CompareSheets":
        from jobtracker.ui.features.offers.compare_presenter import CompareSheets

        assert self._workspace is not None, "it is attached"
        made = CompareSheets(*self._around, self._workspace)
        made.edit_wanted.subscribe(self.edit, owner=self._around[1])
        return made

    @cached_property
    def negotiating(self) -> "NegotiationSheets":
        from jobtracker.ui.features.offers.negotiation_presenter import NegotiationSheets

        assert self._workspace is not None, "it is attached"
        return NegotiationSheets(*self._around, self._workspace)

    def add(self, application_id: int | None = None) -> None:
        """Ask for an offer, of an application where one is named."""
        self._open(Wish(application_id=application_id))

    def add_to_selected(self) -> None:
        """Ask for an offer of the application that is selected."""
        self.add(self._selected())

    def try_one(self, pay: "Pay | None" = None, application_id: int | None = None) -> None:
        """Ask for a what-if, maybe of a pay that is known."""
        self._open(Wish(application_id=application_id, what_if=True, pay=pay))

    def try_from(self, offer_id: int) -> None:
        """Ask for a what-if that begins as an offer."""
        self._open(Wish(Start.COPY, offer_id=offer_id))

    def edit(self, offer_id: int) -> None:
        """Show an offer to be changed."""
        self._open(Wish(Start.EDIT, offer_id=offer_id))

    def reopen(self, place: str) -> bool:
        """Open the sheet that was typed in; False where the place is that of something else."""
        wish = Wish.at(place)
        if wish is not None:
            self._open(wish)
        return wish is not None

    def compare(self, ids: tuple[int, ...] = ()) -> None:
        """Show these offers side by side, or all open ones."""
        self._soon(lambda: self.comparing.open(ids))

    def negotiate(self, application_id: int | None = None) -> None:
        """Show the negotiation sheet of an application, or of the one that is selected."""
        key = self._selected() if application_id is None else application_id
        if key is not None:
            self._soon(lambda: self.negotiating.open(key))

    def _open(self, wish: Wish) -> None:
        self._soon(lambda: self.sheets.open(wish))

    def _soon(self, run: Callable[[], object]) -> None:
        """Now, or as soon as there is a workspace."""
        if self._workspace is None:
            self._wanted = run
        else:
            run()
