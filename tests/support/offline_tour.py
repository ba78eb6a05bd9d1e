"""Walks through the whole program in a process of its own, for whoever watches its sockets.

Prints one line of JSON: how many scenes were shown and what was done besides.
"""

import json
import os
import sys
from pathlib import Path

from tests.support.tour import tour
from tests.support.window import PROJECT, Person

from jobtracker.bootstrap import open_workspace
from jobtracker.ui import app
from jobtracker.ui.theme.theme import Look, ThemeChoice

ROLES = PROJECT / "tests" / "data" / "roles"


def main(folder: Path) -> None:
    """Show every scene of the tour, then write and read files of every kind."""
    file = folder / "search.jobtracker"
    with open_workspace(file, write=True) as workspace:
        workspace.sample.fill(PROJECT / "resources" / "sample" / "applications.toml")
    _, theme = app.prepare(PROJECT / "resources", Look(ThemeChoice.LIGHT, high_contrast=False))
    person = Person(file, theme)
    person.starts()
    scenes = sum(1 for _ in tour(person))
    person.presses("Ctrl+K")
    person.types("python")
    person.presses("Esc")
    assert person.desktop.reports is not None
    person.desktop.reports.open()
    person.settle()
    person.presses("Esc")
    person.leaves()
    sys.stdout.write(json.dumps({"scenes": scenes, **_files(file, folder)}) + "\n")
    sys.stdout.flush()


def _files(file: Path, folder: Path) -> dict[str, int]:
    """What goes out of a workspace and comes in, through its services."""
    with open_workspace(file, write=True) as workspace:
        letter = workspace.letters.listed()[0].id
        kinds = ("pdf", "docx", "txt", "md")
        exports = workspace.letter_exports
        for kind in kinds:
            exports.export(letter, folder / f"letter.{kind}", override="the tour")
        workspace.archive.export(folder / "all.zip")
        posting = folder / "posting.txt"
        posting.write_text("Python Developer\nAcme\nhttps://acme.example/jobs/1\n", "utf-8")
        document = workspace.documents.add(1, posting).value
        copy = workspace.documents.private_copy(document)
        workspace.salary_tables.read(PROJECT / "tests" / "data" / "salary" / "uk_bands.csv", "")
    return {"letters": len(kinds), "copies": int(copy.exists())}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
    os._exit(0)
