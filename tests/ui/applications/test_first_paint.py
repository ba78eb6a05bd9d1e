import subprocess
import sys

HEAVY = ("sqlalchemy", "pydantic", "alembic", "jobtracker.services")


def test_the_page_can_be_painted_without_the_database_layer() -> None:
    program = (
        "import sys\n"
        "import jobtracker.ui.features.applications.page\n"
        "print(sum(name.startswith('jobtracker.ui.features') for name in sys.modules))\n"
        "import jobtracker.ui.features.applications.commands\n"
        "import jobtracker.ui.features.applications.presenter\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])\n"
    )

    said = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.splitlines()

    assert int(said[0]) <= 12
    assert said[1] == "[]"
