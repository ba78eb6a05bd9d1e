"""The shell of the window."""

from jobtracker.ui.main_window.window import MainWindow

__all__ = ["MainWindow"]
