"""The licence texts that travel with the bundle: those of every package it is made of."""

import importlib.metadata
from collections.abc import Iterator

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

TEXTS = ("LICENSE", "LICENCE", "COPYING", "NOTICE", "AUTHORS")


def closure(requirements: list[str]) -> Iterator[importlib.metadata.Distribution]:
    """The installed packages that `requirements` stand for on this system, and all theirs."""
    waiting = [Requirement(text) for text in requirements]
    seen = set()
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        applies = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if name in seen or not applies:
            continue
        seen.add(name)
        package = importlib.metadata.distribution(name)
        waiting += [Requirement(text) for text in package.requires or ()]
        yield package


def licence_files(requirements: list[str]) -> list[tuple[str, str]]:
    """Each licence text of the closure and the bundle's folder for it, as PyInstaller's datas."""
    return [
        (str(file.locate()), f"licenses/{package.name}")
        for package in closure(requirements)
        for file in package.files or ()
        if ".dist-info" in str(file) and file.name.upper().startswith(TEXTS)
    ]
