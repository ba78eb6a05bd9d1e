import os
import subprocess
import sys
from pathlib import Path

import pytest

import jobtracker.system
from jobtracker.system.resources import resource, resource_files


def test_a_checkout_reads_the_folder_that_is_edited() -> None:
    assert resource("themes") == Path(__file__).parents[2] / "resources" / "themes"


def test_files_of_a_folder_come_in_order_of_name() -> None:
    names = [path.name for path in resource_files("themes", ".toml")]

    assert names == sorted(names)
    assert all(name.endswith(".toml") for name in names)


def test_a_missing_folder_is_said_not_taken_for_an_empty_one() -> None:
    with pytest.raises(FileNotFoundError):
        resource_files("no-such-folder", ".toml")


def test_an_installed_package_reads_the_resources_it_carries(tmp_path: Path) -> None:
    package = tmp_path / "jobtracker"
    (package / "system").mkdir(parents=True)
    (package / "resources" / "themes").mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "system" / "__init__.py").touch()
    source = Path(jobtracker.system.__file__).parent / "resources.py"
    (package / "system" / "resources.py").write_text(source.read_text("utf-8"), "utf-8")

    program = "from jobtracker.system.resources import resource; print(resource('themes'))"
    printed = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert Path(printed.strip()) == package / "resources" / "themes"
