"""`profile` and `salary`."""

from pathlib import Path

import click

from jobtracker.cli import shapes
from jobtracker.cli.common import answer, shared_options, table, text_of, workspace
from jobtracker.domain import money
from jobtracker.domain.profiles import RoleProfile
from jobtracker.services.application_views import comparison


@click.group()
@shared_options
def profile() -> None:
    """Reference profiles of roles: the bundled library and a person's own."""


@profile.command("list")
@shared_options
def list_profiles() -> None:
    """All profiles with their whole range."""
    with workspace(write=False, library=True) as opened:
        found = opened.profiles.summaries()
    value = [
        {
            "id": item.id,
            "title": item.title,
            "category": item.category or None,
            "origin": item.origin,
            "range": shapes.salary_range(item.range) if item.range else None,
            "applications": item.applications,
        }
        for item in found
    ]
    rows = (
        (p.id, p.title, p.category, money.short_range(p.range.pay) if p.range else "", p.origin)
        for p in found
    )
    answer(value, lambda: table(rows, ("ID", "TITLE", "CATEGORY", "RANGE", "ORIGIN")))


@profile.command("show")
@click.argument("name")
@shared_options
def show_profile(name: str) -> None:
    """Show a whole profile by its title, number or uid."""
    with workspace(write=False, library=True) as opened:
        known = opened.profiles.show(name)
    answer(shapes.profile(known), lambda: _page(known))


@profile.command("import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@shared_options
def import_profiles(files: tuple[str, ...]) -> None:
    """Read role-profile pages, text or HTML, and keep each as a profile of your own."""
    pages = [(Path(name).name, text_of(name)) for name in files]
    with workspace(write=True) as opened:
        keys = opened.profiles.import_pages(pages).value
        kept = [opened.profiles.load(key) for key in keys]
    answer(
        [shapes.profile(known) for known in kept],
        lambda: "\n".join(f"Imported {known.id}: {known.title}" for known in kept),
    )


@click.group()
@shared_options
def salary() -> None:
    """Salary ranges, and where an application's pay stands in them."""


@salary.command("show")
@click.argument("role")
@shared_options
def show_salary(role: str) -> None:
    """The ranges of a role by level, and of the roles related to it."""
    with workspace(write=False, library=True) as opened:
        known = opened.profiles.show(role)
    whole = shapes.profile(known)
    value = {key: whole[key] for key in ("id", "title", "salaries", "related")}
    answer(value, lambda: "\n".join(_salary_lines(known)))


@salary.command("compare")
@click.argument("reference", metavar="ID")
@shared_options
def compare(reference: str) -> None:
    """An application's posted pay against its benchmark."""
    with workspace(write=False) as opened:
        view = opened.applications.view(opened.applications.id_of(reference))
    shown = shapes.application(view)
    value = {key: shown[key] for key in ("id", "company", "role", "pay", "profile", "benchmark")}
    answer(value, lambda: comparison(view))


def _page(known: RoleProfile) -> str:
    lines = [known.title, *filter(None, (known.category, known.summary)), ""]
    lines += [f"{fact.label}: {fact.value}" for fact in known.glance]
    lines += ["", "Salary", *_salary_lines(known), "", "Duties"]
    lines += [f"- {duty}" for duty in known.duties]
    lines += ["", *known.overview, "", "Qualifications"]
    for group in known.qualifications:
        lines += [f"{group.group}:", *(f"- {item}" for item in group.items)]
    lines += ["", "Outlook", *known.outlook]
    for item in known.questions:
        lines += ["", item.question, item.answer]
    if known.letter:
        lines += ["", "Sample letter", known.letter]
    return "\n".join(lines + (["", "Other", *known.other] if known.other else []))


def _salary_lines(known: RoleProfile) -> list[str]:
    lines = []
    for item in known.salaries:
        name = ", ".join(filter(None, (item.level or "all levels", item.experience, item.place)))
        source = " ".join(filter(None, (item.source or "no source", item.source_date)))
        lines.append(f"{money.long_range(item.pay)}  {name}  ({source})")
    lines += [f"{money.short_range(role.pay)}  related: {role.title}" for role in known.related]
    return lines


COMMANDS = {"profile": profile, "salary": salary}
