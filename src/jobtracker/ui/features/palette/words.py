"""Findings and commands as rows of the palette: their names, contexts and groups."""

from collections.abc import Iterable, Sequence

from jobtracker.domain.findings import Finding
from jobtracker.domain.listing import ACTIVE, ALL, CLOSED, Condition, ListQuery
from jobtracker.domain.stages import OUTCOMES, STAGES, outcome_name, stage_name
from jobtracker.ui.features.palette.contract import (
    AddAt,
    Asked,
    Command,
    Entry,
    Filter,
    Go,
    Kind,
    OpenView,
    Run,
    RunOn,
    Subject,
    Target,
    View,
)

APPLICATIONS, MORE_APPLICATIONS = "Applications", "More applications"
COMPANIES, LETTERS, CONTACTS, FILES = "Companies", "Letters", "Contacts", "Files"
PROFILES, IN_TEXT, VIEWS = "Roles and profiles", "In postings and notes", "Saved views"
COMMANDS, STAGES_GROUP, RECENT, PAGES = "Commands", "Stages and outcomes", "Recent", "Go to"
ORDER = (APPLICATIONS, COMPANIES, LETTERS, IN_TEXT, CONTACTS, FILES, PROFILES, VIEWS, COMMANDS)
"""The groups of what was found, where none of them answers better than another."""

SOUGHT = {Kind.COMMANDS: COMMANDS, Kind.COMPANIES: COMPANIES, Kind.STAGES: STAGES_GROUP}
SIGNS = {">": Kind.COMMANDS, "@": Kind.COMPANIES, "#": Kind.STAGES}
PLACES = {
    "letter": (LETTERS, "file-text"),
    "letter_template": (LETTERS, "notebook-text"),
    "contact": (CONTACTS, "user"),
    "document": (FILES, "file-down"),
    "company": (COMPANIES, "building-2"),
    "profile": (PROFILES, "book-user"),
    "application": (APPLICATIONS, ""),
}
"""Topic to group and icon."""

TOPIC_OF_PAGE = {"applications": "application", "letters": "letter", "profiles": "profile"}
PAGE_OF_TOPIC = {"letter": "letters", "letter_template": "letters", "profile": "profiles"}
TEMPLATES = "templates"
TABS = {"document": "files", "contact": "contacts"}
"""Where on its application a record stands."""


def understood(typed: str) -> Asked:
    """What was typed, without the sign that says what is looked for."""
    typed = typed.strip()
    kind = SIGNS.get(typed[:1])
    return Asked(kind, typed[1:].strip()) if kind else Asked(Kind.EVERYTHING, typed)


def name_of(finding: Finding) -> str:
    """An application by its company, everything else by its own name."""
    return finding.title or finding.detail


def finding_entry(finding: Finding, group: str = "", *, in_text: bool = False) -> Entry:
    """A record; found `in_text` alone, the text around what was typed stands beside it."""
    usual, icon = PLACES[finding.topic]
    snippet = " ".join(finding.snippet.split()) if in_text else ""
    return Entry(
        f"{finding.topic}/{finding.ref}",
        group or usual,
        name_of(finding),
        _target(finding),
        " · ".join(part for part in (finding.detail, snippet) if part),
        icon,
        finding.standing,
    )


def command_entry(command: Command, group: str = COMMANDS, application: int | None = None) -> Entry:
    """A command; with an application it is run on that one."""
    target: Target = Run(command.id) if application is None else RunOn(application, command.id)
    above = ", ".join(command.menu.split("/"))
    context = above if group == COMMANDS else ""
    off = not command.on and application is None
    return Entry(
        f"command/{command.id}",
        group,
        command.text,
        target,
        f"{context}, not available now" if off else context,
        command.icon,
        "",
        command.shortcut,
        not off,
    )


def view_entry(view: View) -> Entry:
    return Entry(
        f"view/{view.id}", VIEWS, view.name, OpenView(view.id), _count(view.size), "bookmark"
    )


def company_entry(finding: Finding) -> Entry:
    """A company leads to everything one did there."""
    return finding_entry(finding)._replace(target=_at_company(finding.title))


def stage_entries(counts: dict[str, int]) -> list[Entry]:
    """Every stage and outcome with how many applications stand there."""
    names = [(stage.value, stage_name(stage), ACTIVE) for stage in STAGES]
    names += [(outcome.value, outcome_name(outcome), CLOSED) for outcome in OUTCOMES]
    return [
        Entry(
            f"stage/{value}",
            STAGES_GROUP,
            name,
            Filter(ListQuery(scope=scope, standings=(value,))),
            _count(counts.get(value, 0)),
            "",
            value,
        )
        for value, name, scope in names
    ]


def nothing_found(words: str, kind: Kind = Kind.EVERYTHING) -> list[Entry]:
    """What one may still do with words that are nowhere; only that where a sign said among what."""
    group = f"Nothing found for “{words}”"
    if kind in SOUGHT:
        return [Entry("nothing", SOUGHT[kind], group, Run(""), on=False)]
    closed = ListQuery(text=words, scope=CLOSED)
    return [
        Entry("nothing/add", group, f"Add application at {words}", AddAt(words), icon="plus"),
        Entry("nothing/closed", group, "Search closed applications", Filter(closed), icon="search"),
    ]


def doing(name: str) -> str:
    """The name of the group of a record's own commands."""
    return f"Do with {name}"


def for_selection(commands: Sequence[Command], subjects: Iterable[Subject]) -> list[Entry]:
    """What can be done now with what is selected or open, the usual things first."""
    entries = []
    for subject in subjects:
        fitting = [one for one in commands if one.on and one.when == subject.when]
        usual = list(subject.first)
        fitting.sort(key=lambda one: usual.index(one.id) if one.id in usual else len(usual))
        for one in fitting:
            icon = subject.first.get(one.id, one.icon)
            entries.append(command_entry(one._replace(icon=icon), "Do with the selection"))
    return entries


def spoken(entry: Entry) -> str:
    """A row in full words for a screen reader, with its group."""
    standing = entry.standing.replace("_", " ").capitalize()
    parts = [entry.context, standing, entry.shortcut, entry.group]
    return ", ".join([entry.text, *(part for part in parts if part)])


def _target(finding: Finding) -> Target:
    """Where a record is shown; what belongs to an application is shown there."""
    if finding.topic == "company":
        return _at_company(finding.title)
    if finding.topic in PAGE_OF_TOPIC:
        part = TEMPLATES if finding.topic == "letter_template" else ""
        return Go(PAGE_OF_TOPIC[finding.topic], finding.ref, part)
    return Go("applications", finding.application, TABS.get(finding.topic, ""))


def _at_company(name: str) -> Filter:
    return Filter(ListQuery(scope=ALL, conditions=(Condition("company", name),)))


def _count(number: int) -> str:
    return f"{number:,} application{'' if number == 1 else 's'}"
