"""A canary through the services, with the log at its most talkative."""

import logging
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from jobtracker.domain.errors import JobtrackerError
from jobtracker.services.workspace import Workspace
from jobtracker.system import logs

CANARY = "Zq81x-canary"


def acts(workspace: Workspace, folder: Path) -> list[Callable[[], object]]:
    """What a person does with a canary in every word; some of it is refused."""
    page = folder / f"{CANARY}.txt"
    page.write_text(f"{CANARY}\nPython Developer\n", "utf-8")
    return [
        lambda: workspace.applications.edit(
            1, {"role": f"{CANARY} Developer", "notes": CANARY, "url": f"https://{CANARY}.example"}
        ),
        lambda: workspace.applications.edit(1, {"deadline": CANARY}),  # type: ignore[typeddict-item]
        lambda: workspace.log.note(1, CANARY),
        lambda: workspace.contacts.add_to(1, {"name": CANARY, "email": f"a@{CANARY}.example"}),
        lambda: workspace.interviews.add(1, {"starts": "2026-12-01T10:00", "notes": CANARY}),  # type: ignore[typeddict-item]
        lambda: workspace.documents.add(1, page),
        lambda: workspace.documents.add(1, folder / f"{CANARY} missing.txt"),
        lambda: workspace.custom_fields.add(CANARY),
        lambda: workspace.drafts.keep({"application/1/notes": CANARY}),
        lambda: workspace.profiles.import_page(f"{CANARY}\n\nDuties\n- {CANARY}\n"),
        lambda: workspace.search.find(CANARY),
        lambda: workspace.search.find(f'"{CANARY} AND ('),
        lambda: workspace.salary_tables.read(page, ""),
        lambda: workspace.me.import_resume(page),
        workspace.history.undo,
        lambda: workspace.applications.id_of(CANARY),
        lambda: workspace.today.finish(1),
        lambda: workspace.log.retract(999_999),
    ]


def test_no_service_writes_what_it_was_given_to_the_log(
    workspace: Workspace,
    acme: int,
    tmp_path: Path,
    expected_logs: object,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(logs.LEVEL_VARIABLE, "debug")
    handler = logs.start(tmp_path / "logs")
    log = logging.getLogger("jobtracker.canary")
    assert acme == 1

    for act in acts(workspace, tmp_path):
        try:
            act()
        except JobtrackerError as error:
            log.debug("refused: %s", error)
        except Exception:
            log.exception("failed")
    log.info("the day was %s", date(2026, 11, 23))
    logs.stop(handler)
    logging.getLogger("jobtracker").setLevel(logging.INFO)

    written = (tmp_path / "logs" / logs.NAME).read_text("utf-8")
    assert "the day was" in written
    assert CANARY not in written
