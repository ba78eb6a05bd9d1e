"""Where the bundled reference data lies: profiles, letters, icons, fonts, themes.

A wheel and the PyInstaller bundle both carry it inside the package; a checkout has it at the
root, where it is edited.
"""

from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    package = Path(__file__).parent.parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent.parent / "resources"


def resource(*parts: str) -> Path:
    """The path of one bundled file or folder, such as `resource("themes", "light.toml")`."""
    return _root().joinpath(*parts)


def resource_files(folder: str, suffix: str) -> tuple[Path, ...]:
    """The files of a bundled folder whose names end in `suffix` (".toml"), in order of name.

    Raises:
        FileNotFoundError: there is no such folder, so the installation is not whole.
    """
    inside = resource(folder).iterdir()
    return tuple(sorted(path for path in inside if path.name.endswith(suffix)))
