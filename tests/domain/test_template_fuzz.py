"""Ten thousand hostile or random templates: none crashes, hangs, grows or reaches anything."""

import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from tests.support.hostile_templates import EXPANSIVE, Hostile, hostile, huge

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.gate import GateContext, as_letter, check
from jobtracker.domain.gate_names import known_companies, known_roles
from jobtracker.domain.known_people import known_people
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letter_languages import frame
from jobtracker.domain.letter_parts import compose
from jobtracker.domain.letter_samples import answered, read_placeholders
from jobtracker.domain.letters import FieldUse, MissingStyle, SectionEnd, SectionStart, fill, parse
from jobtracker.domain.placeholders import find_placeholders
from jobtracker.exchange.markup import content_of

TEMPLATES = 10_000
LONGEST = 1.0
"""Seconds of this program: others may keep the machine busy."""
ROOT = Path(__file__).parents[2]
FRAME = frame(Language.ENGLISH, LetterKind.COVER_LETTER)
CONTEXT = GateContext(
    "Acme Robotics",
    "Data Engineer",
    contacts=("Bo Lund",),
    other_companies=known_companies({"Wingtip Payments", "Monday", "Indeed"}),
    other_roles=known_roles({"Analyst"}),
    other_contacts=("Anna Smith",),
    language=Language.ENGLISH,
)


def read_whole(template: Hostile) -> None:
    """Everything that happens to a template and a letter between file and page."""
    text, values = template
    read = read_placeholders(text)
    answered(read, {place: question.guess for place, question in enumerate(read.questions)})
    letter = compose(text, values, FRAME, frozenset(), Language.ENGLISH)
    for found in check(letter, CONTEXT):
        assert letter.text[found.start : found.end] == found.text
    content_of(letter, Language.ENGLISH)


def seconds(template: Hostile) -> float:
    begin = time.process_time()
    try:
        read_whole(template)
    except InvalidInputError:  # too long: said in one line
        assert len(template.text) + sum(map(len, template.values.values())) > 100_000
    return time.process_time() - begin


@pytest.mark.long
def test_ten_thousand_templates_are_read_without_crash_or_hang() -> None:
    known_people(CONTEXT.other_contacts)

    spans = [seconds(template) for template in hostile(TEMPLATES)]

    assert len(spans) == TEMPLATES
    sys.stdout.write(f"\n{TEMPLATES} templates, the slowest {max(spans):.3f} s\n")
    assert max(spans) < LONGEST


def test_huge_and_deep_templates_are_read_within_a_second_a_step() -> None:
    for template in huge():
        text, values = template
        steps = {
            "parse": lambda text=text: parse(text),
            "fill": lambda text=text, values=values: fill(text, values),
            "find": lambda text=text: find_placeholders(text),
            "read": lambda text=text: read_placeholders(text),
            "check": lambda text=text, values=values: check(as_letter(fill(text, values)), CONTEXT),
        }
        for name, step in steps.items():
            begin = time.process_time()
            step()
            assert time.process_time() - begin < LONGEST, (name, text[:40])


def test_what_comes_out_is_the_text_and_the_values_and_nothing_else() -> None:
    for text, values in hostile(2_000, seed=2):
        filled = fill(text, values, MissingStyle.KEEP)
        for run in filled.runs:
            written = filled.text[run.start : run.end]
            source = text[run.source_start : run.source_end]
            filled_in = run.field is not None and not run.missing
            assert written == (values[run.field] if filled_in else source)


def test_a_value_that_holds_a_tag_is_never_read_again() -> None:
    values = {"company": EXPANSIVE, "role": EXPANSIVE}

    assert fill("{{ company }}", values).text == EXPANSIVE
    letter = compose("{{ company }}\n\n{{ role }}", values, {}, frozenset(), Language.ENGLISH)
    assert letter.text == f"{EXPANSIVE}\n\n{EXPANSIVE}"


def test_a_name_is_only_letters_digits_and_underscores() -> None:
    for text, _ in hostile(2_000, seed=3):
        for piece in parse(text):
            if isinstance(piece, FieldUse | SectionStart | SectionEnd):
                assert piece.name.replace("_", "a").isalnum()


def test_no_file_is_opened_and_no_program_or_socket_started(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("CANARY-7f3a", encoding="utf-8")
    program = f"""
        import sys
        sys.path[:0] = [{str(ROOT)!r}, {str(ROOT / "src")!r}]
        from tests.domain.test_template_fuzz import read_whole
        from tests.support.hostile_templates import Hostile, hostile
        attack = "{{{{% include '{secret}' %}}}} ![x]({secret}) \\\\input{{{{{secret}}}}} [y](file://{secret})"
        read_whole(Hostile(attack, {{"company": attack}}))
        seen = []
        watched = ("open", "socket.", "subprocess.", "os.", "exec", "compile", "import", "ctypes.")
        sys.addaudithook(lambda name, _: seen.append(name) if name.startswith(watched) else None)
        for template in [*hostile(500, seed=4), Hostile(attack, {{"company": attack}})]:
            read_whole(template)
        print(sorted(set(seen)))
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )

    assert (done.stdout.strip(), done.stderr) == ("[]", "")
