"""The window. Importing this room loads Qt; nothing outside it and `typesetting` may."""

from jobtracker.ui.binding import load_qt

load_qt()

from jobtracker.ui.runtime.overrides import guard_overrides  # noqa: E402 (it needs Qt)

guard_overrides()
