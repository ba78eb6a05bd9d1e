"""The modules that the first painted list can do without, loaded off the interface's thread.

Classes only are made here, no widget: those belong to the interface's thread.
"""

from importlib import import_module

MODULES = (
    "jobtracker.bootstrap",
    "jobtracker.desktop.backing_up",
    "jobtracker.desktop.capturing",
    "jobtracker.desktop.checking",
    "jobtracker.desktop.conflicts",
    "jobtracker.desktop.first_run",
    "jobtracker.desktop.first_visits",
    "jobtracker.desktop.instance",
    "jobtracker.desktop.kept_texts",
    "jobtracker.desktop.moving",
    "jobtracker.desktop.offers",
    "jobtracker.desktop.locking",
    "jobtracker.desktop.opening",
    "jobtracker.desktop.phone",
    "jobtracker.desktop.reaching",
    "jobtracker.desktop.recovering",
    "jobtracker.desktop.reports",
    "jobtracker.desktop.reviewing",
    "jobtracker.desktop.roles",
    "jobtracker.desktop.saved_views",
    "jobtracker.desktop.settings",
    "jobtracker.desktop.today",
    "jobtracker.desktop.watching",
    "jobtracker.desktop.typing",
    "jobtracker.ui.features.adding.presenter",
    "jobtracker.ui.features.applications.commands",
    "jobtracker.ui.features.applications.detail.pane",
    "jobtracker.ui.features.applications.detail.presenter",
    "jobtracker.ui.features.applications.detail.unfinished",
    "jobtracker.ui.features.applications.page",
    "jobtracker.ui.features.applications.presenter",
    "jobtracker.ui.widgets.typed",
    "jobtracker.ui.features.applications.table.bulk_presenter",
    "jobtracker.ui.features.applications.table.list_tools",
    "jobtracker.ui.features.applications.views",
    "jobtracker.ui.features.applications.views_presenter",
    "jobtracker.ui.features.letters.commands",
    "jobtracker.ui.features.offers.commands",
    "jobtracker.ui.features.profiles.commands",
    "jobtracker.ui.features.review.commands",
    "jobtracker.ui.features.salary.commands",
    "jobtracker.ui.features.settings.commands",
    "jobtracker.ui.features.today.commands",
    "jobtracker.ui.features.today.presenter",
    "jobtracker.ui.main_window.commands",
    "jobtracker.ui.main_window.menu_keys",
    "jobtracker.ui.main_window.saved_views",
    "jobtracker.ui.main_window.undoing",
    "jobtracker.ui.runtime.drafts",
    "jobtracker.ui.runtime.errors",
    "jobtracker.ui.runtime.garbage",
    "jobtracker.ui.widgets.empty_state",
    "jobtracker.ui.widgets.segmented",
    "jobtracker.ui.widgets.typing_watch",
)
"""What arming asks for, on the thread that must not wait for it."""
SERVICES = (
    "jobtracker.services.backups",
    "jobtracker.services.drafts",
    "jobtracker.services.encryption",
    "jobtracker.services.lists",
    "jobtracker.services.recovering",
    "jobtracker.services.salaries",
    "jobtracker.services.sample",
    "jobtracker.services.saved_views",
    "jobtracker.services.today",
)
"""What attaching asks for of a workspace; they need the database layer, so they come with it."""


def load_modules() -> None:
    """Load them all; asking for one that is loaded costs nothing."""
    _load(MODULES)


def load_services() -> None:
    _load(SERVICES)


def _load(names: tuple[str, ...]) -> None:
    for name in names:
        import_module(name)
