"""`read`: what the app would read from a file, saving nothing."""

from typing import Any

import click

from jobtracker.cli import shapes
from jobtracker.cli.common import answer, shared_options, text_of
from jobtracker.domain import money


@click.command()
@click.argument("source", metavar="FILE|-")
@click.option(
    "--as",
    "kind",
    type=click.Choice(["profile", "pay", "letter", "posting"]),
    required=True,
    help="As what.",
)
@shared_options
def read(source: str, kind: str) -> None:
    """Show what would be read from a role-profile page, a pay text, a sample letter or a job
    posting.
    """
    text = text_of(source)
    readers = {"profile": _profile, "pay": _pay, "letter": _letter, "posting": _posting}
    value, words = readers[kind](text)
    answer(value, words)


def _profile(text: str) -> tuple[dict[str, Any], str]:
    from jobtracker.exchange.profile_page import read_profile_page
    from jobtracker.exchange.profile_records import to_json

    page = read_profile_page(text)
    counts = (
        f"{len(page.glance)} facts, {len(page.duties)} duties, {len(page.salaries)} salary "
        f"figures, {len(page.related)} related roles, {len(page.questions)} questions, "
        f"{len(page.other)} other lines"
    )
    return to_json(page), f"{page.title or 'No title found'}\n{counts}"


def _pay(text: str) -> tuple[dict[str, Any], str]:
    from jobtracker.domain.pay_text import read_pay

    reading = read_pay(text.strip())
    value = {
        "is_pay": reading.is_pay,
        **shapes.pay_range(reading.pay),
        "assumed": list(reading.pay.assumed),
        "reason": reading.reason or None,
    }
    return value, money.long_range(reading.pay) if reading.is_pay else f"No pay. {reading.reason}"


def _letter(text: str) -> tuple[dict[str, Any], str]:
    from jobtracker.domain.letter_samples import template_from_sample
    from jobtracker.domain.letters import fields_in, label_of
    from jobtracker.domain.placeholders import find_placeholders

    template = template_from_sample(text)
    value = {
        "text": template,
        "placeholders": list(dict.fromkeys(found.text for found in find_placeholders(text))),
        "fields": [{"name": name, "label": label_of(name)} for name in fields_in(template)],
    }
    return value, template


def _posting(text: str) -> tuple[dict[str, Any], str]:
    from jobtracker.cli import postings

    found = postings.read(text)
    return postings.shape(found), postings.words(found)


COMMANDS = {"read": read}
