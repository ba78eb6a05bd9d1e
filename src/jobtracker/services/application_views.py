"""Everything about an application, put together in a fixed number of statements."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from jobtracker.domain import money
from jobtracker.domain.applications import Application, ApplicationView, LinkedProfile
from jobtracker.domain.events import activity
from jobtracker.domain.pay import Pay
from jobtracker.domain.position import stand, standing_words
from jobtracker.domain.profiles import Benchmark
from jobtracker.domain.salary_ranges import SalaryRange, range_for
from jobtracker.domain.silence import Silence, silence
from jobtracker.services import company_memory, preferences
from jobtracker.storage import (
    applications,
    companies,
    contacts,
    custom_fields,
    documents,
    events,
    interviews,
    letters,
    offers,
    salary_ranges,
    tags,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session


_NO_RANGE = SalaryRange("", Pay())


def views(session: "Session", ids: Sequence[int], today: date) -> list[ApplicationView]:
    """These applications, in the order asked for; those that are gone are left out."""
    links = applications.links(session, ids)
    ranges = salary_ranges.of(session, [link.id for link in links.values()])
    logs, written = events.of(session, ids), letters.lines_of(session, ids)
    whose = companies.of_applications(session, ids)
    known = {company.id: company for company in companies.load(session, [*set(whose.values())])}
    memories = company_memory.of(session, [*known])
    hanging = _Hanging(session, ids)
    days = preferences.waiting_days_in(session)
    found = []
    for record in applications.records(session, ids):
        key, company = record.id, whose[record.id]
        linked = links.get(key)
        fitting = benchmark(linked, ranges.get(linked.id, ()), record.role) if linked else None
        found.append(
            ApplicationView(
                record=record,
                profile=linked,
                benchmark=fitting,
                position=stand(record.pay, fitting.range if fitting else _NO_RANGE),
                events=tuple(activity(logs[key])),
                log=tuple(logs[key]),
                letters=tuple(written[key]),
                company=known[company],
                memory=memories[company],
                silence=silence_of(record, today, days),
                tags=hanging.tags.get(key, ()),
                contacts=hanging.contacts[key],
                interviews=hanging.interviews[key],
                documents=hanging.documents[key],
                offers=hanging.offers[key],
                custom=hanging.custom[key],
            )
        )
    return found


class _Hanging:
    """What hangs on some applications, by their ids."""

    def __init__(self, session: "Session", ids: Sequence[int]) -> None:
        self.tags = tags.of(session, ids)
        self.contacts = contacts.of(session, ids)
        self.interviews = interviews.of(session, ids)
        self.documents = documents.of(session, ids)
        self.offers = offers.of(session, ids)
        self.custom = custom_fields.values(session, ids)


def silence_of(
    record: Application, today: date, waiting_days: "Mapping[str, int]"
) -> Silence | None:
    """The silence of an application; None where it is closed, archived, on hold or nobody's
    turn to write.
    """
    if record.outcome or record.archived or record.on_hold:
        return None
    return silence(
        record.stage,
        record.contact_on,
        today,
        promised_on=record.promised_on,
        waiting_days=waiting_days,
    )


def benchmark(
    linked: LinkedProfile, ranges: tuple[SalaryRange, ...], title: str
) -> Benchmark | None:
    """The range of a linked profile that an application of this title is held against."""
    fitting = range_for(ranges, title, linked.level)
    return Benchmark(linked.id, linked.title, fitting) if fitting else None


def comparison(view: ApplicationView) -> str:
    """Where an application's pay stands, in one sentence."""
    if view.benchmark is None:
        return "No reference role is linked. Link one to compare pay."
    salary = view.benchmark.range
    name = ", ".join(filter(None, (view.benchmark.profile, salary.level)))
    role = f"{name}: {money.long_range(salary.pay)}"
    if view.record.pay.low is None and view.record.pay.high is None:
        return f"Pay is not listed. The benchmark for {role}."
    if view.position.value is None:
        return f"{view.position.reason} The benchmark for {role}."
    counted = f" {view.position.reason}" if view.position.reason else ""
    place = standing_words(view.position, f"the benchmark for {role}")
    return f"This pay {place}.{counted}"
