"""Looks up what is typed into the palette and does what is chosen there."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.listing import ALL, ListQuery
from jobtracker.domain.stages import OUTCOMES
from jobtracker.domain.text import shortened
from jobtracker.ui.actions import ActionBook
from jobtracker.ui.features.palette import words
from jobtracker.ui.features.palette.contract import (
    Asked,
    Command,
    Entry,
    Go,
    Kind,
    Recent,
    Run,
    RunOn,
    Subject,
    Target,
    View,
)
from jobtracker.ui.features.palette.palette import Palette
from jobtracker.ui.features.palette.ranking import (
    BEGINS,
    ELSEWHERE,
    Ranked,
    closeness,
    grouped,
)
from jobtracker.ui.navigation import Navigator, Place
from jobtracker.ui.runtime.channel import Channel
from jobtracker.ui.runtime.commander import Commander

if TYPE_CHECKING:
    from jobtracker.domain.findings import Finding
    from jobtracker.services.workspace import Workspace

QUESTION = "palette"
MOST_FOUND = 40
MOST_RECENT, RECENT_KEPT = 6, 20
MOST_FOR_SELECTION = 8
FIRST_IN_STAGE = 8
USUAL_MOST = 4
MOST = dict.fromkeys(words.ORDER, USUAL_MOST) | {words.APPLICATIONS: 6, words.COMMANDS: 6}


class Doings(NamedTuple):
    """What the palette offers beside records: `subjects` by the topic of their records, `views`
    answers the saved ones.
    """

    subjects: Mapping[str, Subject]
    views: Callable[[], Sequence[View]]


class PalettePresenter:
    """Answers the palette from the book and, once attached, from the workspace.

    `wanted` tells the targets that are for other pages to reach: commands on an application
    that is not selected, filters, additions, views and tabs.
    """

    def __init__(
        self,
        palette: Palette,
        book: ActionBook,
        navigator: Navigator,
        commander: Commander,
        recent: Recent,
        doings: Doings,
    ) -> None:
        self.wanted: Channel[Target] = Channel()
        self._palette = palette
        self._book = book
        self._navigator = navigator
        self._commander = commander
        self._recent = recent
        self._doings = doings
        self._workspace: Workspace | None = None
        palette.typed.subscribe(self._answer, owner=palette)
        palette.chosen.subscribe(self._choose, owner=palette)
        navigator.moved.subscribe(self._note_place, owner=palette)

    def attach(self, workspace: "Workspace") -> None:
        self._workspace = workspace

    def _answer(self, typed: str) -> None:
        """Commands at once; records when the lane has found them, unless more was typed."""
        asked = words.understood(typed)
        commands = self._commands()
        workspace = self._workspace
        if asked.kind is Kind.COMMANDS or workspace is None:
            self._show(typed, asked, _commands_for(asked.words, commands))
            return

        def then(entries: Sequence[Entry]) -> None:
            self._show(typed, asked, entries)

        here = self._navigator.here
        at_hand = [
            subject
            for subject in self._doings.subjects.values()
            if here is not None and subject.page == here.page
        ]
        finder = _Finder(workspace, commands, self._doings, self._recent.read(), at_hand)
        self._commander.read(
            lambda: finder.find(asked), then, question=QUESTION, owner=self._palette
        )

    def _show(self, typed: str, asked: Asked, entries: Sequence[Entry]) -> None:
        if not entries and asked.words:
            entries = words.nothing_found(shortened(asked.words), asked.kind)
        self._palette.show_entries(typed, asked.words, entries)

    def _commands(self) -> list[Command]:
        return [
            Command(
                action.id,
                action.in_full(self._book[action.id].text()),
                action.menu,
                next(iter(self._book.keys(action.id)), ""),
                action.icon,
                action.when,
                self._book[action.id].isEnabled(),
            )
            for action in self._book.defined()
        ]

    def _choose(self, entry: Entry) -> None:
        topic = entry.key.partition("/")[0]
        if topic in words.PLACES:
            self._remember(entry.key)
        match entry.target:
            case Run(action):
                self._run(action)
            case Go(page, item, ""):
                self._navigator.go(page, item)
            case RunOn(application, _):
                self._remember(f"application/{application}")
                self.wanted.put(entry.target)
            case _:
                self.wanted.put(entry.target)

    def _run(self, action: str) -> None:
        """Run a command, on the page of what it is about."""
        when = self._book.definition(action).when
        pages = [one.page for one in self._doings.subjects.values() if one.when == when]
        here = self._navigator.here
        if pages and (here is None or here.page not in pages):
            self._navigator.go(pages[0])
        self._book[action].trigger()

    def _note_place(self, place: Place) -> None:
        topic = words.TOPIC_OF_PAGE.get(place.page)
        if topic is not None and place.item is not None:
            self._remember(f"{topic}/{place.item}")

    def _remember(self, key: str) -> None:
        known = self._recent.read()
        if not known or known[0] != key:
            self._recent.keep([key, *(one for one in known if one != key)][:RECENT_KEPT])


class _Finder:
    """Works on the lane: one for each question, with what the window knew when it was asked.

    `at_hand` are the kinds of records of the page that is open.
    """

    def __init__(
        self,
        workspace: "Workspace",
        commands: Sequence[Command],
        doings: Doings,
        recent: Sequence[str],
        at_hand: Sequence[Subject],
    ) -> None:
        self._workspace = workspace
        self._commands = commands
        self._subjects = doings.subjects
        self._views = doings.views()
        self._recent = recent
        self._at_hand = at_hand

    def find(self, asked: Asked) -> list[Entry]:
        match asked.kind:
            case Kind.STAGES:
                return self._stages(asked.words)
            case Kind.COMPANIES:
                return self._companies(asked.words)
            case _ if not asked.words:
                return self._without_words()
        return self._everything(asked.words)

    def _everything(self, typed: str) -> list[Entry]:
        found = self._workspace.search.findings(typed, limit=MOST_FOUND)
        found.sort(key=lambda one: one.standing in OUTCOMES)
        entries = grouped(
            [
                *(_ranked_finding(typed, finding) for finding in found),
                *(_ranked(typed, words.view_entry(view)) for view in self._views),
                *_ranked_commands(typed, self._commands),
            ],
            words.ORDER,
            MOST,
        )
        return self._with_doings(entries, found)

    def _with_doings(self, entries: list[Entry], found: Sequence["Finding"]) -> list[Entry]:
        """The commands of the best record follow it, before the others of its group."""
        by_key = {f"{one.topic}/{one.ref}": one for one in found}
        top = by_key.get(entries[0].key) if entries else None
        subject = self._subjects.get(top.topic) if top is not None else None
        if top is None or subject is None:
            return entries
        group, name = entries[0].group, words.doing(words.name_of(top))
        by_id = {one.id: one for one in self._commands}
        doings = [
            words.command_entry(by_id[action]._replace(icon=icon), name, top.ref)
            for action, icon in subject.first.items()
            if action in by_id
        ]
        rest = [
            one._replace(group=words.MORE_APPLICATIONS) if one.group == group else one
            for one in entries[1:]
        ]
        return [entries[0], *doings, *rest]

    def _without_words(self) -> list[Entry]:
        refs = [_ref(key) for key in self._recent[: 2 * MOST_RECENT]]
        known = self._workspace.search.named(refs)[:MOST_RECENT]
        return [
            *(words.finding_entry(one, words.RECENT) for one in known),
            *words.for_selection(self._commands, self._at_hand)[:MOST_FOR_SELECTION],
            *(
                words.command_entry(one, words.PAGES)
                for one in self._commands
                if one.id.startswith("go ")
            ),
        ]

    def _companies(self, typed: str) -> list[Entry]:
        if typed:
            found = self._workspace.search.findings(typed, ("company",), MOST_FOUND)
        else:
            companies = self._workspace.companies.all()[:MOST_FOUND]
            found = self._workspace.search.named([("company", one.id) for one in companies])
        return [words.company_entry(one) for one in found]

    def _stages(self, typed: str) -> list[Entry]:
        """The stages whose name fits, then who stands in the best of them."""
        counts = self._workspace.lists.sizes(ListQuery(scope=ALL))
        entries = [
            one for one in words.stage_entries(counts) if not typed or closeness(typed, one.text)
        ]
        if not typed or not entries:
            return entries
        standing, name = entries[0].standing, entries[0].text
        query = ListQuery(scope=ALL, standings=(standing,), limit=FIRST_IN_STAGE)
        rows = self._workspace.lists.rows(query)
        there = self._workspace.search.named([("application", row.id) for row in rows])
        return [*entries, *(words.finding_entry(one, name) for one in there)]


def _commands_for(typed: str, commands: Sequence[Command]) -> list[Entry]:
    if not typed:  # a bare ">" and Enter must not close the window
        harmless_first = sorted(commands, key=lambda one: (not one.on, one.menu == "File"))
        return [words.command_entry(one) for one in harmless_first]
    return grouped(_ranked_commands(typed, commands), (), {})


def _ranked_commands(typed: str, commands: Sequence[Command]) -> list[Ranked]:
    """Those that can be run now before those that can't."""
    ready = sorted(commands, key=lambda one: not one.on)
    return [_ranked(typed, words.command_entry(one)) for one in ready]


def _ranked(typed: str, entry: Entry) -> Ranked:
    return Ranked(closeness(typed, entry.text, entry.context), entry)


def _ranked_finding(typed: str, finding: "Finding") -> Ranked:
    """A record that holds the words only in its text is found there."""
    entry = words.finding_entry(finding)
    close = closeness(typed, entry.text, entry.context)
    is_application = finding.topic == "application"
    if not close:
        group = words.IN_TEXT if is_application else ""
        return Ranked(ELSEWHERE, words.finding_entry(finding, group, in_text=True))
    if is_application and closeness(typed, entry.context) == BEGINS:
        close = BEGINS
    return Ranked(close, entry)


def _ref(key: str) -> tuple[str, int]:
    topic, _, number = key.partition("/")
    return topic, int(number) if number.isdigit() else 0
