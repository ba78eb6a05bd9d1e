"""Says beside the fields what there is already, and how the pay compares with its reference."""

from typing import TYPE_CHECKING

from jobtracker.ui.features.adding.draft import Draft
from jobtracker.ui.features.adding.sayings import Notice, compared, notice_of, seen_in, why_words
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.commander import Commander

if TYPE_CHECKING:
    from jobtracker.domain.matching import Alternates
    from jobtracker.services.workspace import Workspace
    from jobtracker.system.clock import Clock
    from jobtracker.ui.features.adding.add_sheet import AddSheet

BENCHMARK = "add sheet benchmark"
SEEN = "add sheet repeats"
TITLES = "add sheet titles"


class Looking:
    """`others_wanted` asks for the applications at a company, `one_wanted` for an application;
    `titles_found` tells other titles of roles for the one that was typed.
    """

    def __init__(self, commander: Commander, workspace: "Workspace", clock: "Clock") -> None:
        self.others_wanted: Channel[str] = Channel()
        self.one_wanted: Channel[int] = Channel()
        self.titles_found: Channel[Alternates] = Channel()
        self._asked = ""
        self._commander = commander
        self._workspace = workspace
        self._clock = clock

    def look(self, sheet: "AddSheet", draft: Draft) -> None:
        """Look up the company, the role, the link and the reference role of a draft."""
        self._look_up(sheet, draft)
        self._look_for_titles(sheet, draft)
        self._compare(sheet, draft)

    def forget_titles(self) -> None:
        """The roles were read anew, and so are their other titles."""
        self._asked = ""

    def _look_for_titles(self, sheet: "AddSheet", draft: Draft) -> None:
        """The reference roles that are also called what was typed."""
        if draft.role == self._asked or not draft.role.strip():
            return
        self._asked = draft.role
        profiles = self._workspace.profiles
        self._commander.read(
            lambda: profiles.alternates(draft.role),
            self.titles_found.put,
            question=TITLES,
            owner=sheet,
        )

    def _look_up(self, sheet: "AddSheet", draft: Draft) -> None:
        workspace = self._workspace
        self._commander.read(
            lambda: notice_of(seen_in(workspace, draft), self._clock.today()),
            lambda notice: self._show_notice(sheet, draft, notice),
            question=SEEN,
            owner=sheet,
        )

    def _show_notice(self, sheet: "AddSheet", draft: Draft, notice: Notice | None) -> None:
        banner = sheet.form.same_company
        if notice is None:
            banner.hide()
            return
        tone = "warn" if notice.avoid else "info"
        banner.say(
            tone, notice.title, notice.detail, "Show", lambda: self._show(sheet, draft, notice)
        )

    def _show(self, sheet: "AddSheet", draft: Draft, notice: Notice) -> None:
        """Leave the sheet for what there is already; the draft stays."""
        sheet.close()
        if notice.application is None:
            self.others_wanted.put(draft.company.strip())
        else:
            self.one_wanted.put(notice.application)

    def _compare(self, sheet: "AddSheet", draft: Draft) -> None:
        """Say under the reference role what it pays and where this pay stands in it."""
        profile = sheet.form.profile.value()
        if not profile:
            sheet.form.tell("profile", "")
            return
        applications, why = self._workspace.applications, why_words(sheet.form.why)
        self._commander.read(
            lambda: applications.benchmark_for(int(profile), draft.role),
            lambda benchmark: sheet.form.tell("profile", why + compared(benchmark, draft.pay)),
            question=BENCHMARK,
            owner=sheet,
        )
