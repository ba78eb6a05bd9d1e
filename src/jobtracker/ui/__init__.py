"""The window. Importing this room loads Qt; nothing outside it and `typesetting` may.

PySide6 replaces Python's import with one that reads the source of every module imported
later, to see whether it wants PySide6's optional features. We use none of them, and the
reading costs a third of an import, so the original import is put back.
"""

import builtins

import PySide6.QtCore  # noqa: F401 (it has to come first: it replaces the import)

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
