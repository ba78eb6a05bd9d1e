"""Words about a salary range that more than one page says."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jobtracker.domain.salary_ranges import SalaryRange

NO_SOURCE = "source not stated"


def source_words(told: "SalaryRange") -> str:
    """Who says so, of which place, as of when; a figure without a source says that.

    It begins in lower case, as part of a longer sentence.
    """
    parts = [f"source: {told.source}" if told.source else NO_SOURCE, told.kind, told.place]
    if told.source_date:
        undated = told.source_date.startswith("undated")
        parts.append(told.source_date if undated else f"as of {told.source_date}")
    if told.licence:
        parts.append(f"licence {told.licence}")
    return ", ".join(filter(None, parts))


def count_words(number: int) -> str:
    return f"{number} application" if number == 1 else f"{number} applications"
