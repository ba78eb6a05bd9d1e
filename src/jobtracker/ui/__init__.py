"""The window. Importing this room loads Qt; nothing outside it and `typesetting` may."""

from jobtracker.ui.binding import load_qt

load_qt()
