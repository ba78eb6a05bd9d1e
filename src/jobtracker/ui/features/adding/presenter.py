"""Runs the add sheet: keeps its draft, says what is understood, adds what was typed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.companies import CompanyView, memory_words
from jobtracker.domain.errors import InvalidInputError, JobtrackerError, NotFoundError
from jobtracker.domain.listing import ALL, ListQuery
from jobtracker.domain.matching import STRONG, best_matches
from jobtracker.domain.money import short_range
from jobtracker.domain.pay import position
from jobtracker.domain.stages import Stage
from jobtracker.domain.text import folded
from jobtracker.ui.features.adding.add_sheet import AddSheet
from jobtracker.ui.features.adding.draft import Draft
from jobtracker.ui.features.applications.contract import FIELDS, Role
from jobtracker.ui.features.applications.detail.salary import place_sentence
from jobtracker.ui.features.applications.page import ApplicationsPage
from jobtracker.ui.runtime.commander import Commander
from jobtracker.ui.widgets.hints import Hint
from jobtracker.ui.widgets.typed import pay_of, readers

if TYPE_CHECKING:
    from jobtracker.domain.applications import ApplicationFields
    from jobtracker.domain.profiles import Benchmark
    from jobtracker.services.workspace import Workspace
    from jobtracker.system.clock import Clock
    from jobtracker.ui.runtime.drafts import Drafts
    from jobtracker.ui.theme.theme import Theme

BENCHMARK = "add sheet benchmark"
COMPANY = "add sheet company"
PLACE = "add"
"""Where the draft is kept in case the program is killed."""


class _Known(NamedTuple):
    """What the sheet needs of the workspace: the roles, and the names of the companies."""

    roles: Sequence[Role]
    companies: Sequence[str]


class Adding:
    """Opens the sheet when the page asks; a draft outlives the sheet until it is added."""

    def __init__(
        self,
        theme: "Theme",
        page: ApplicationsPage,
        commander: Commander,
        workspace: "Workspace",
        clock: "Clock",
        drafts: "Drafts",
    ) -> None:
        self._theme = theme
        self._page = page
        self._commander = commander
        self._workspace = workspace
        self._readers = readers(clock)
        self._known = _Known((), ())
        self._draft = Draft()
        self._drafts = drafts
        self.sheet: AddSheet | None = None
        page.intents.adding.subscribe(lambda _none: self.open(), owner=page)
        page.intents.adding_at.subscribe(self.open, owner=page)
        page.intents.adding_from.subscribe(self._open_with, owner=page)

    def open(self, company: str = "", stage: Stage | None = None) -> None:
        """Show the sheet with what was typed before, or empty, for a company that was named or
        into the stage of the board that was pointed at.
        """
        if self.sheet is not None:
            return
        if company:
            self._draft = self._draft._replace(company=company)
        if stage is not None:
            self._draft = self._draft._replace(stage=stage)
        sheet = self.sheet = AddSheet(self._theme, self._page)
        sheet.show_draft(self._draft)
        sheet.typed.subscribe(self._typed, owner=sheet)
        sheet.added.subscribe(self._add, owner=sheet)
        sheet.others_wanted.subscribe(lambda _none: self._show_others(), owner=sheet)
        sheet.closed.subscribe(lambda _none: self._closed(), owner=sheet)
        sheet.open(sheet.role)
        self._commander.read(lambda: _known(self._workspace), self._learn, owner=sheet)

    def restore(self) -> None:
        """Have again what was typed when the program ended last, unless more was typed by now."""
        kept = Draft.from_text(self._drafts.text(PLACE))
        if kept is not None and self._draft.is_empty:
            self._draft = kept
            if self.sheet is not None:
                self.sheet.show_draft(kept)

    def _open_with(self, posting: str) -> None:
        """Open the sheet on the text of a posting; one that is there already stays above it."""
        if self.sheet is None and posting.strip():
            before = self._draft.posting
            if posting not in before:
                text = f"{before.rstrip()}\n\n{posting}" if before.strip() else posting
                self._draft = self._draft._replace(posting=text)
        self.open()

    def _keep(self, draft: Draft) -> None:
        self._draft = draft
        self._drafts.write(PLACE, draft.as_text())

    def _learn(self, known: _Known) -> None:
        self._known = known
        if self.sheet is not None:
            self.sheet.show_roles(known.roles)
            self.sheet.show_companies(known.companies)
            self._typed(self.sheet.draft())

    def _closed(self) -> None:
        self.sheet = None

    def _typed(self, draft: Draft) -> None:
        self._keep(draft)
        sheet = self.sheet
        if sheet is None:
            return
        matches = best_matches(draft.role, self._known.roles, limit=1)
        fitting = matches and matches[0].score >= STRONG
        sheet.propose(str(matches[0].profile_id) if fitting else "")
        sheet.show_hint("pay", self._readers.pay(draft.pay))
        sheet.show_hint("due", self._readers.due(draft.due))
        self._remember(draft.company)
        self._compare(draft, sheet.profile.value() or "")

    def _remember(self, company: str) -> None:
        """Say what is known of the company, as soon as it is typed."""
        sheet, workspace = self.sheet, self._workspace
        assert sheet is not None
        self._commander.read(
            lambda: _company_called(workspace, company),
            lambda view: sheet.show_company(*_remembered(view)) if view else sheet.hide_company(),
            question=COMPANY,
            owner=sheet,
        )

    def _show_others(self) -> None:
        """Leave the sheet for the list of what there is at this company; the draft stays."""
        if self.sheet is not None:
            self.sheet.close()
        self._page.panel.ask(ListQuery(self._draft.company.strip(), ALL))

    def _compare(self, draft: Draft, profile: str) -> None:
        """Say under the reference role what it pays and where this pay stands in it."""
        applications, sheet = self._workspace.applications, self.sheet
        assert sheet is not None
        if not profile:
            sheet.show_hint("profile", Hint(""))
            return
        self._commander.read(
            lambda: applications.benchmark_for(int(profile), draft.role),
            lambda benchmark: sheet.show_hint("profile", Hint(_compared(benchmark, draft.pay))),
            question=BENCHMARK,
            owner=sheet,
        )

    def _add(self, opening: bool) -> None:
        sheet, draft = self.sheet, self._draft
        if sheet is None:
            return
        errors = self._errors(draft)
        sheet.show_errors(errors)
        if errors:
            return
        fields = self._fields(draft, sheet.profile.value() or "")
        applications = self._workspace.applications
        self._commander.change(
            lambda: applications.add(fields),
            lambda key: self._added(key, opening=opening),
            self._refused,
            owner=sheet,
            toast=f"{draft.role.strip()} at {draft.company.strip()} added",
        )

    def _added(self, application_id: int, *, opening: bool) -> None:
        self._keep(Draft())
        self._page.expect(application_id, opening=opening)
        if self.sheet is not None:
            self.sheet.close()
        if self._page.isVisible():
            self._page.arrive()

    def _refused(self, error: JobtrackerError) -> None:
        """Under its field where it has one, else above the page; the sheet stays as it is."""
        field = error.field if isinstance(error, InvalidInputError) else ""
        name = FIELDS.get(field, field)
        if self.sheet is not None and name in Draft._fields and name != "posting":
            self.sheet.show_errors({name: str(error)})
        else:
            self._commander.problems.put(error)

    def _errors(self, draft: Draft) -> dict[str, str]:
        needed = {"role": draft.role, "company": draft.company}
        errors = {name: f"Type the {name}." for name, text in needed.items() if not text.strip()}
        for name, hint in (
            ("pay", self._readers.pay(draft.pay)),
            ("due", self._readers.due(draft.due)),
        ):
            if hint.error:
                errors[name] = hint.error
        return errors

    def _fields(self, draft: Draft, profile: str) -> "ApplicationFields":
        return {
            "role": draft.role,
            "company": draft.company,
            "location": draft.location,
            "pay": draft.pay,
            "profile": profile,
            "stage": draft.stage,
            "next_action": draft.next_action,
            "next_action_on": self._readers.day(draft.due, False),
            "posting": draft.posting,
        }


def _known(workspace: "Workspace") -> _Known:
    roles = [Role(one.id, one.title) for one in workspace.profiles.summaries()]
    return _Known(roles, [one.name for one in workspace.companies.all()])


def _company_called(workspace: "Workspace", name: str) -> CompanyView | None:
    """The company of this name or alias; runs on the lane. A number is a name here, too."""
    if not name.strip():
        return None
    try:
        view = workspace.companies.view(workspace.companies.id_of(name))
    except NotFoundError:
        return None
    names = (view.company.name, *view.company.aliases)
    return view if folded(name) in map(folded, names) else None


def _remembered(view: CompanyView) -> tuple[str, str, bool]:
    """What to say of a company: a title, what is remembered, and whether to avoid it."""
    company, count = view.company, len(view.applications)
    others = "1 other application" if count == 1 else f"{count} other applications"
    said = f"{others} at {company.name}" if count else ""
    memory = memory_words(view.memory)
    if not company.avoid:
        return said, memory, False
    why = f"{company.avoid_reason.rstrip('.')}." if company.avoid_reason else ""
    rest = " ".join(filter(None, (why, f"{said}." if said else "", memory)))
    return f"You want to avoid {company.name}", rest, True


def _compared(benchmark: "Benchmark | None", pay: str) -> str:
    """What the reference role pays, and where the typed pay stands in it."""
    if benchmark is None:
        return "This role has no salary range to compare with."
    said = f"Benchmark {short_range(benchmark.range.pay)}."
    posted = pay_of(pay)
    if posted is None:
        return said
    place = position(posted, benchmark.range.pay)
    if place.value is None:
        return f"{said} {place.reason}"
    return f"{said} {place_sentence(posted, place.value)}"
