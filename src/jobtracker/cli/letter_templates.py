"""`letter templates`: what there is to begin a letter with, and letters of others as templates."""

from typing import TYPE_CHECKING, Any

import click

from jobtracker.cli.common import answer, given, path_of, shared_options, table, text_of, workspace
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.letter_kinds import Language, LetterKind, kind_name, language_name

if TYPE_CHECKING:
    from jobtracker.domain.letter_samples import Question
    from jobtracker.storage.letter_templates import Template


@click.group("templates", invoke_without_command=True)
@shared_options
@click.pass_context
def templates(context: click.Context) -> None:
    """General templates, then the sample letters of profiles."""
    if context.invoked_subcommand is not None:
        return
    with workspace(write=False, library=True) as opened:
        known = opened.letters.templates()
    rows = ((t.id, t.name, kind_name(t.kind), language_name(t.language), t.purpose) for t in known)
    headings = ("ID", "NAME", "KIND", "LANGUAGE", "PURPOSE")
    answer([_template(one) for one in known], lambda: table(rows, headings))


@templates.command("import")
@click.argument("file", metavar="FILE")
@click.option("--name", default=None, metavar="NAME", help="Otherwise the file's.")
@click.option(
    "--kind", type=click.Choice([one.value for one in LetterKind]), help="Otherwise as it reads."
)
@click.option(
    "--language", type=click.Choice([one.value for one in Language]), help="Otherwise as it reads."
)
@click.option(
    "--answer",
    "answers",
    multiple=True,
    metavar="N=FIELD",
    help="The field that question N asks for; “N=” leaves its words as they are.",
)
@shared_options
def import_(
    file: str, name: str | None, kind: str | None, language: str | None, answers: tuple[str, ...]
) -> None:
    """Keep somebody's letter as a template: text, Markdown, Word, HTML or LaTeX. What no rule
    decides stays as it is written, and is told with its number.
    """
    with workspace(write=True, library=True) as opened:
        foreign = opened.letter_templates.read(path_of(file))
        decided = _answers(answers, foreign.questions)
        chosen: dict[str, Any] = given(
            name=name,
            kind=LetterKind(kind) if kind else None,
            language=Language(language) if language else None,
        )
        key = opened.letter_templates.store(foreign._replace(**chosen), decided).value
        template = next(one for one in opened.letters.templates() if one.id == key)
    asked = [
        _question(number, one)
        for number, one in enumerate(foreign.questions, 1)
        if number - 1 not in decided
    ]
    lines = [f"Template {key}: {template.name}", "", template.text]
    lines += [f"{one['number']}  {one['written']}  {one['why']}" for one in asked]
    answer(_template(template) | {"questions": asked}, "\n".join(lines))


@click.command("render")
@click.argument("file", metavar="FILE|-")
@shared_options
def render(file: str) -> None:
    """Print a template filled with nothing: optional sections gone, each field marked."""
    from jobtracker.domain.letters import MissingStyle, fill

    filled = fill(text_of(file), {}, MissingStyle.MARK)
    answer({"text": filled.text, "missing": list(filled.missing)}, filled.text)


def _answers(typed: tuple[str, ...], questions: "tuple[Question, ...]") -> dict[int, str | None]:
    """From a question's place to the field it asks for, None for words that stay."""
    decided: dict[int, str | None] = {}
    for pair in typed:
        number, equals, field = pair.partition("=")
        if not equals or not number.strip().isdecimal():
            raise click.UsageError(f"“{pair}” is not N=FIELD.")
        place = int(number) - 1
        if not 0 <= place < len(questions):
            raise InvalidInputError(
                f"There is no question {number.strip()}; nothing was imported. "
                f"The letter asks {len(questions)}.",
                field="answer",
            )
        decided[place] = field.strip().lower().replace(" ", "_") or None
    return decided


def _question(number: int, one: "Question") -> dict[str, Any]:
    return {"number": number, "written": one.written, "guess": one.guess, "why": one.why}


def _template(one: "Template") -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "purpose": one.purpose,
        "origin": one.origin,
        "kind": one.kind.value,
        "language": one.language.value,
        "form": one.form,
        "text": one.text,
    }
