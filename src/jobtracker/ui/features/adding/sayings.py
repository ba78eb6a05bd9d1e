"""What the workspace knows of the company, the role and the link in the sheet, in words."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.companies import CompanyView, memory_words
from jobtracker.domain.errors import NotFoundError
from jobtracker.domain.matching import (
    STRONG,
    TITLE_WORDS,
    Alternates,
    Match,
    Role,
    fitting,
    is_named,
)
from jobtracker.domain.money import short_range
from jobtracker.domain.position import stand
from jobtracker.domain.postings import Posting
from jobtracker.domain.stages import outcome_name, stage_name
from jobtracker.domain.text import folded
from jobtracker.ui.features.adding.draft import Draft
from jobtracker.ui.widgets.days import day_within, full_day
from jobtracker.ui.widgets.range_words import place_sentence
from jobtracker.ui.widgets.typed import pay_of

if TYPE_CHECKING:
    from jobtracker.domain.profiles import Benchmark
    from jobtracker.domain.repeats import Repeat
    from jobtracker.services.workspace import Workspace

NO_ROLE_FOUND = "Could not find a role in this text. Type it here."


class Known(NamedTuple):
    """What the sheet needs of the workspace: the roles, the names of the companies, and those
    other titles of roles that were looked up for what is typed.
    """

    roles: Sequence[Role] = ()
    companies: Sequence[str] = ()
    alternates: Alternates = MappingProxyType({})


class Notice(NamedTuple):
    """A line about what is there already; `application` is the one to show, None for all of the
    company.
    """

    title: str
    detail: str = ""
    avoid: bool = False
    application: int | None = None


class Seen(NamedTuple):
    """The company that was typed, if it is known, and the applications this may repeat."""

    company: CompanyView | None
    repeats: "Sequence[Repeat]" = ()


def known_in(workspace: "Workspace") -> Known:
    held = workspace.profiles.summaries()
    roles = [Role(one.id, one.title) for one in held if not one.archived]
    companies = [one.name for one in workspace.companies.all()]
    return Known(roles, companies)


def seen_in(workspace: "Workspace", draft: Draft) -> Seen:
    """What there is already of what the draft says; runs on the lane."""
    role, company, url = draft.role.strip(), draft.company.strip(), draft.url.strip()
    if not (company or url):
        return Seen(None)
    found = workspace.capture.repeats(role, company, url)
    return Seen(_company_called(workspace, draft.company), found)


def notice_of(seen: Seen, today: date) -> Notice | None:
    """The surest repeat first, then what is remembered; a company to avoid before all."""
    repeated = _repeat_words(seen.repeats, today)
    view = seen.company
    others = _others(view, seen.repeats)
    memory = memory_words(view.memory) if view else ""
    shown = seen.repeats[0].application_id if repeated else None
    if view is not None and view.company.avoid:
        reason = view.company.avoid_reason
        why = f"{reason.rstrip('.')}." if reason else ""
        rest = (why, repeated, f"{others}." if others and not repeated else "", memory)
        return Notice(
            f"You want to avoid {view.company.name}", " ".join(filter(None, rest)), True, shown
        )
    if repeated:
        return Notice(repeated, memory, False, shown)
    return Notice(others, memory) if others else None


def proposed_profile(draft: Draft, known: Known) -> Match | None:
    """The reference role that fits the title well, else title and text, and why it does."""
    best = fitting(draft.role, draft.posting, known.roles, known.alternates, limit=1)
    is_sure = best and (best[0].score >= STRONG or is_named(best[0]))
    return best[0] if is_sure else None


def why_words(why: str) -> str:
    """Why a role is proposed, where its title alone does not show it; before other words."""
    return "" if not why or why.startswith(TITLE_WORDS) else f"{why[0].upper()}{why[1:]}. "


def compared(benchmark: "Benchmark | None", pay: str) -> str:
    """What the reference role pays, and where the typed pay stands in it."""
    if benchmark is None:
        return "This role has no salary range to compare with."
    said = f"Benchmark {short_range(benchmark.range.pay)}."
    posted = pay_of(pay)
    if posted is None:
        return said
    place = stand(posted, benchmark.range)
    if place.value is None:
        return f"{said} {place.reason}"
    return f"{said} {place_sentence(posted, place)}"


def readings_of(posting: Posting) -> Mapping[str, tuple[str, Sequence[tuple[str, str]]]]:
    """Of each date that can be read two ways the question, and the two as text and words."""
    asked = {}
    for name, days in posting.unsure.items():
        words = posting.words(name)
        either = " or ".join(_short(day) for day in days)
        choices = [(full_day(day), full_day(day)) for day in days]
        asked[name] = (f"{words or 'It'} may be {either}.", choices)
    return asked


def _short(day: date) -> str:
    return f"{day.day} {day:%b}"


def _repeat_words(repeats: "Sequence[Repeat]", today: date) -> str:
    """As in "You have this link already: Baker at Acme, Applied 3 Nov."; "" where none is sure."""
    if not repeats or repeats[0].why == "company":
        return ""
    first = repeats[0]
    said = "this link" if first.why == "link" else "a similar role there"
    standing = outcome_name(first.outcome) if first.outcome else stage_name(first.stage)
    since = day_within(first.since, today)
    return f"You have {said} already: {first.role} at {first.company}, {standing} {since}."


def _others(view: CompanyView | None, repeats: "Sequence[Repeat]") -> str:
    count = len(view.applications) if view else len(repeats)
    name = view.company.name if view else repeats[0].company if repeats else ""
    if not count:
        return ""
    others = "1 other application" if count == 1 else f"{count} other applications"
    return f"{others} at {name}"


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
