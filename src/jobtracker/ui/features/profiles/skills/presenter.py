"""Between one's own skills and the services."""

from pathlib import Path
from typing import TYPE_CHECKING

from jobtracker.domain.changes import Changes
from jobtracker.domain.errors import JobtrackerError
from jobtracker.domain.text import folded
from jobtracker.ui.features.profiles.contract import Problem, problem_of
from jobtracker.ui.features.profiles.page import ProfilesPage
from jobtracker.ui.features.profiles.side import SKILLS
from jobtracker.ui.features.profiles.skills.contract import SkillRow
from jobtracker.ui.runtime.commander import Commander

if TYPE_CHECKING:
    from jobtracker.domain.my_skills import MySkill
    from jobtracker.services.resume_import import BroughtIn
    from jobtracker.services.workspace import Workspace
    from jobtracker.ui.features.profiles.previewing import FilePreview

CONCERNED = ("my_skill", "profile", "profile_item")


MOST_NAMED = 3


class SkillsPresenter:
    """Reads the skills when their part is first shown, then follows every change."""

    def __init__(self, page: ProfilesPage, commander: Commander) -> None:
        self._page = page
        self._room = page.skills
        self._commander = commander
        self._workspace: Workspace | None = None
        self._read = False
        commander.changed.subscribe(self._follow, owner=page)
        page.parts.turned.subscribe(self._turned, owner=page)
        self._room.intents.saved.subscribe(self._save, owner=page)
        self._room.intents.removed.subscribe(self._remove, owner=page)
        self._room.intents.resumes.subscribe(self._import, owner=page)
        self._room.intents.offered.subscribe(self._offer, owner=page)

    def attach(self, workspace: "Workspace") -> None:
        self._workspace = workspace
        self._turned(self._page.part)

    def refresh(self) -> None:
        if (space := self._workspace) is not None:
            self._read = True
            self._commander.read(
                lambda: skill_rows(space),
                self._room.show_rows,
                question="my skills",
                owner=self._page,
            )

    def _turned(self, part: str) -> None:
        if part == SKILLS and not self._read:
            self.refresh()

    def _follow(self, changes: Changes) -> None:
        if self._read and changes.touches(*CONCERNED):
            self.refresh()

    def _save(self, skill: "MySkill") -> None:
        if (space := self._workspace) is not None:
            self._commander.change(
                lambda: space.my_skills.add(skill.name, skill.evidence),
                self._room.show_saved,
                self._fail,
                owner=self._page,
            )

    def _remove(self, skill: "MySkill") -> None:
        if (space := self._workspace) is not None:
            self._commander.change(
                lambda: space.my_skills.remove(skill.name),
                failed=self._fail,
                owner=self._page,
                toast=f"{skill.name} deleted",
            )

    def _import(self, path: Path) -> None:
        """Take over what a resume says, as one step."""
        if (space := self._workspace) is not None:
            self._commander.change(
                lambda: space.me.import_resume(path),
                self._tell,
                self._fail,
                owner=self._page,
                toast=brought_words,
            )

    def _offer(self, path: Path) -> None:
        """Show what a resume would bring, and take it over where that is confirmed."""
        if (space := self._workspace) is None:
            return

        def show(found: "BroughtIn") -> None:
            from jobtracker.ui.features.profiles.previewing import resume_told

            sheet = self._page.asking.preview(path.name, resume_told(found))
            sheet.confirmed.subscribe(lambda _meter: self._bring_in(space, sheet, path))

        self._commander.read(
            lambda: space.me.offered(path), show, failed=self._fail, owner=self._page
        )

    def _bring_in(self, space: "Workspace", sheet: "FilePreview", path: Path) -> None:
        self._commander.change(
            lambda: space.me.import_resume(path),
            lambda _found: sheet.done(),
            lambda error: sheet.refuse(str(error)),
            owner=sheet,
            toast=brought_words,
        )

    def _tell(self, found: "BroughtIn") -> None:
        if found.refused:
            count = len(found.refused)
            parts = "1 part was" if count == 1 else f"{count} parts were"
            named = (f"{one.place}: {one.reason}" for one in found.refused[:MOST_NAMED])
            self._page.banner.say_news(Problem(f"{parts} not read.", ". ".join(named)))

    def _fail(self, error: JobtrackerError) -> None:
        self._page.banner.say_problem(problem_of(error))


def brought_words(found: "BroughtIn") -> str:
    """As in "5 skills read from the resume, 2 of them new; name and city filled in"."""
    count = len(found.skills)
    words = f"{'1 skill' if count == 1 else f'{count} skills'} read from the resume"
    words += f", {found.new_skills} of them new" if count else ""
    return f"{words}; {', '.join(found.filled)} filled in" if found.filled else words


def skill_rows(space: "Workspace") -> list[SkillRow]:
    """One's skills, each with the profiles that name it among their skills."""
    skills = space.my_skills.all()
    asked: dict[str, list[tuple[int, str]]] = {}
    for key, title, name in space.profiles.skills():
        asked.setdefault(folded(name), []).append((key, title))
    return [SkillRow(skill, tuple(asked.get(folded(skill.name), ()))) for skill in skills]
