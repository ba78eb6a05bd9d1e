"""`profile`: what is known of roles."""

import click

from jobtracker.cli import shapes
from jobtracker.cli.common import answer, shared_options, table, workspace
from jobtracker.cli.profile_files import export_profiles, import_profiles
from jobtracker.cli.profile_ticks import tick
from jobtracker.cli.salary import salary_lines
from jobtracker.domain import money
from jobtracker.domain.profiles import RoleProfile


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
            "archived": item.archived,
            "code": item.code or None,
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


profile.add_command(tick)


profile.add_command(import_profiles)
profile.add_command(export_profiles)


def _page(known: RoleProfile) -> str:
    lines = [known.title, *filter(None, (known.category, known.summary)), ""]
    if known.alternates:
        lines.append(f"Also called: {', '.join(known.alternates)}")
    lines += [f"{fact.label}: {fact.value}" for fact in known.glance]
    lines += ["", "Salary", *salary_lines(known), "", "Duties"]
    lines += [f"- {duty}" for duty in known.duties]
    lines += ["", *known.overview, "", "Qualifications"]
    for group in known.qualifications:
        lines += [f"{group.group}:", *(f"- {item}" for item in group.items)]
    lines += ["", "Outlook", *known.outlook]
    lines += ["", f"Skills: {', '.join(known.skills)}"] if known.skills else []
    for item in known.questions:
        lines += ["", item.question, item.answer]
    if known.letter:
        lines += ["", "Sample letter", known.letter]
    lines += ["", "Other", *known.other] if known.other else []
    return "\n".join(lines + (["", f"Credit: {known.credit}"] if known.credit else []))


COMMANDS = {"profile": profile}
