"""How the library of templates and blocks says things."""

from typing import TYPE_CHECKING

from jobtracker.domain.blocks import purpose_name
from jobtracker.domain.letter_kinds import Language, LetterKind, kind_name, language_name
from jobtracker.ui.features.letters.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jobtracker.domain.blocks import Block
    from jobtracker.domain.letter_results import Result
    from jobtracker.storage.letter_templates import Template

MOST_TAGS = 3


def about_template(template: "Template") -> str:
    """What a template is: "Thank-you · German"."""
    kind = "Sample" if template.profile_id is not None else kind_name(template.kind)
    return f"{kind} · {language_name(template.language)}"


def is_own(template: "Template") -> bool:
    """Whether it may be changed: bundled ones and samples of profiles may not."""
    return template.origin == "own" and template.profile_id is None


def about_block(block: "Block") -> str:
    """What a block does and what it is tagged with: "Achievement · Python, SQL"."""
    tags = ", ".join(block.tags[:MOST_TAGS])
    return " · ".join(filter(None, (purpose_name(block.purpose), tags)))


def in_order(templates: "Sequence[Template]") -> "list[Template]":
    """The person's own first, then bundled ones by language and kind, then samples of roles."""
    kinds, languages = list(LetterKind), list(Language)
    return sorted(
        templates,
        key=lambda one: (
            not is_own(one),
            one.profile_id is not None,
            languages.index(one.language),
            kinds.index(one.kind),
        ),
    )


def rate(result: "Result | None") -> str:
    """A reply rate where there is one to say: "replies 34 % of 29"."""
    if result is None or result.rate is None:
        return ""
    return f"replies {result.rate * 100:.0f} % of {result.sent}"


def worked(result: "Result | None") -> str:
    """How often letters of it were sent, and answered."""
    if result is None:
        return ""
    sent = f"Sent {counted(result.sent, 'time', 'times')}"
    return sent if result.rate is None else f"{sent}, replies {result.rate * 100:.0f} %"


def list_filter(count: int, noun: str) -> str:
    """What the filter of a list says while it is empty: "Filter 6 drafts"."""
    return f"Filter {count} {noun}{'' if count == 1 else 's'}"


def spoken_template(template: "Template", result: "Result | None") -> str:
    return ", ".join(filter(None, (template.name, about_template(template), rate(result))))


def spoken_block(block: "Block", result: "Result | None") -> str:
    kind = "variant" if block.variant_of is not None else ""
    return ", ".join(filter(None, (block.name, kind, about_block(block), rate(result))))
