"""What one can do: a list with evidence, filled by hand and from a resume."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from jobtracker.ui.features.profiles.skills.sheet import SkillSheet

if TYPE_CHECKING:
    from tests.ui.profiles.conftest import Driver

RESUME = {
    "basics": {"name": "Jane Roe", "email": "jane.roe@acme.example"},
    "skills": [{"name": "Gardening", "keywords": ["Pruning", "Grafting"]}],
}


def names(person: "Driver") -> list[str]:
    return [row.skill.name for row in person.page.skills.panel.model.rows]


def test_a_skill_is_added_by_keys_and_says_who_asks_for_it(person: "Driver") -> None:
    person.page.parts.turn("skills")
    person.page.arrive()

    person.press(Qt.Key.Key_Return)
    assert person.page.window().findChild(SkillSheet) is not None
    person.type("python")
    person.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    person.wait(lambda: names(person) == ["python"])

    titles = person.page.skills.view.asked.lines.texts()
    assert "Python Developer" in titles


def test_evidence_stores_itself(person: "Driver") -> None:
    person.commander.change(lambda: person.space.my_skills.add("Grafting"))
    person.page.parts.turn("skills")
    person.wait(lambda: names(person) == ["Grafting"])
    person.page.arrive()

    person.press(Qt.Key.Key_Return)
    person.type("Ten years at the orchard")
    person.press(Qt.Key.Key_Backtab)

    def evidence() -> str:
        return person.page.skills.panel.model.rows[0].skill.evidence

    person.wait(lambda: evidence() == "Ten years at the orchard")


def test_a_resume_brings_skills_in_one_step(person: "Driver", tmp_path: Path) -> None:
    file = tmp_path / "resume.json"
    file.write_text(json.dumps(RESUME), "utf-8")
    person.page.parts.turn("skills")

    person.page.skills.intents.resumes.put(file)
    person.wait(lambda: "Pruning" in names(person))
    assert "skills read from the resume" in person.toasts[0]
    person.undo()

    person.wait(lambda: names(person) == [])


def test_a_file_that_is_no_resume_changes_nothing(person: "Driver", tmp_path: Path) -> None:
    file = tmp_path / "notes.json"
    file.write_text("{}", "utf-8")
    person.page.parts.turn("skills")

    person.page.skills.intents.resumes.put(file)

    person.wait(lambda: person.page.banner.text != "")
    assert names(person) == []


def test_a_skill_is_deleted_by_a_key(person: "Driver") -> None:
    person.commander.change(lambda: person.space.my_skills.add("Grafting"))
    person.page.parts.turn("skills")
    person.wait(lambda: names(person) == ["Grafting"])
    person.page.arrive()

    person.press(Qt.Key.Key_Delete)

    person.wait(lambda: names(person) == [])
    assert person.toasts == ["Grafting deleted"]
