"""What the page says where there is nothing to show, and what to do about it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jobtracker.domain.salary_lines import SalaryView


def of(view: "SalaryView | None") -> tuple[str, str, str]:
    """Title, line and the button's words."""
    if view is not None and view.query.level:
        return (
            f"Nothing for the level {view.query.level}",
            "No range of these roles is of this level.",
            "Show all levels",
        )
    if view is None or (view.query.profile_id is None and not view.query.occupations):
        return (
            "Add a role profile to see ranges",
            "Link a role to an application, or choose any role or occupation to look at.",
            "Choose a role",
        )
    return (
        "No range here",
        "This role states no pay, and no official figure was released for it. Choose another.",
        "Choose a role",
    )
