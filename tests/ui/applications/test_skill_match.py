"""The skills of a posting against the role's and one's own, in the pane."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from tests.ui.applications.detail import Detail

from jobtracker.services.workspace import Workspace
from jobtracker.ui.features.applications.detail.match_panel import MatchPanel
from jobtracker.ui.features.applications.detail.pane_parts import POSTING
from jobtracker.ui.features.applications.detail.posting_tab import TEXT

Add = Callable[..., int]
SPACE, ENTER, RIGHT = Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Right
TEXT_OF_IT = "🚀 Requirements\n- Python and Docker\n- Go is a plus\n"


def opened(detail: Detail, add: Add, workspace: Workspace) -> MatchPanel:
    """The skill match of an application, come to by the keyboard."""
    workspace.my_skills.add("Python")
    application = add("Acme", "Gardener")
    workspace.applications.edit(application, {"posting": TEXT_OF_IT})
    detail.select(application)
    detail.the.parts.open(POSTING)
    detail.settle()
    detail.key(RIGHT, on=detail.the.parts.posting.views)
    return detail.the.parts.posting.match


def states(panel: MatchPanel) -> dict[str, str]:
    return {row.skill: row.state for row in panel.table.rows.rows}


def test_the_match_counts_and_says_each_skill_in_words(
    detail: Detail, add: Add, workspace: Workspace
) -> None:
    panel = opened(detail, add, workspace)

    assert panel.count.text() == "You have 1 of 3 skills, 1 of 2 required."
    assert states(panel) == {"Docker": "missing", "Go": "missing", "Python": "have"}
    assert "Posting, required: “Docker”" in panel.words.text()
    assert "missing from your skills" in panel.words.text()


def test_space_says_that_i_have_a_missing_skill_and_goes_on_to_the_next(
    detail: Detail, add: Add, workspace: Workspace
) -> None:
    panel = opened(detail, add, workspace)
    panel.take_focus()

    detail.key(SPACE, on=panel.table)

    assert "Docker" in [skill.name for skill in workspace.my_skills.all()]
    assert states(panel)["Docker"] == "have"
    assert panel.table.selected().skill == "Go"
    assert panel.count.text() == "You have 2 of 3 skills, 2 of 2 required."


def test_where_it_was_used_is_kept_with_the_skill(
    detail: Detail, add: Add, workspace: Workspace
) -> None:
    panel = opened(detail, add, workspace)

    detail.enter(panel.where, "the print shop")

    kept = {skill.name: skill.evidence for skill in workspace.my_skills.all()}
    assert kept["Docker"] == "the print shop"


def test_where_it_says_so_marks_the_words_in_the_text(
    detail: Detail, add: Add, workspace: Workspace
) -> None:
    panel = opened(detail, add, workspace)
    panel.table.select("Docker")

    detail.click(panel.show_words)

    tab = detail.the.parts.posting
    assert tab.views.value() == TEXT
    assert tab.editor.textCursor().selectedText() == "Docker"


def test_the_table_can_be_read_by_a_screen_reader(
    detail: Detail, add: Add, workspace: Workspace
) -> None:
    panel = opened(detail, add, workspace)

    assert panel.table.accessibleName() == "Skills of the posting, the role and yours"
    assert panel.have.accessibleName() == "I have this: Docker"
    assert detail.key(ENTER, on=panel.have) is None
    assert states(panel)["Docker"] == "have"


def test_after_the_last_missing_skill_the_first_one_left_out_follows(
    detail: Detail, add: Add, workspace: Workspace
) -> None:
    panel = opened(detail, add, workspace)
    panel.table.select("Go")
    panel.take_focus()

    detail.key(SPACE, on=panel.table)

    assert panel.table.selected().skill == "Docker"


def test_once_nothing_is_missing_the_keyboard_is_on_the_table(
    detail: Detail, add: Add, workspace: Workspace
) -> None:
    panel = opened(detail, add, workspace)
    workspace.my_skills.add("Go")
    panel.where.setFocus()
    detail.enter(panel.where, "the print shop")

    assert panel.count.text() == "You have 3 of 3 skills, 2 of 2 required."
    assert panel.table.hasFocus()
