import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.letters import (
    KNOWN_FIELDS,
    MAX_CHARACTERS,
    FieldSource,
    FieldUse,
    MissingStyle,
    SectionEnd,
    SectionStart,
    Text,
    field_named,
    fields_in,
    fill,
    label_of,
    parse,
)

LETTER = (
    "Dear {{ hiring_manager }},\n{{# referrer }}\n{{ referrer }} sent me.\n{{/ referrer }}\nBye"
)

SIGNS = ["{{", "}}", "{", "}", "{{#", "{{/", "{%", " ", "\n", "company", "role", "é", "😀", "x"]
TAGS = ["{{ company }}", "{{# role }}", "{{/ role }}", "{{# company }}", "{{/ company }}"]
BITS = st.sampled_from([*SIGNS, *TAGS])
BRACES = st.lists(BITS, max_size=60).map("".join)

PAYLOADS = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ lipsum.__globals__['os'].environ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ ''|attr('__class__') }}",
    "{{ ('{0.__class__}').format(name) }}",
    "{% set f='{0.__class__}'.format %}{{ f(name) }}",
    "{{ '%s'|format(self) }}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}{{ os.environ }}",
    "{% extends '/etc/passwd' %}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ config.items() }}",
    "{{ request.application }}",
    "{{ range(99999999)|list|length }}",
    "{% for a in range(99999) %}x{% endfor %}",
    "{{ 'a'*10**9 }}",
    "{{ 10**10**7 }}",
    "{{ 'a'|center(10**9) }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{{ " + "(" * 5000,
    "{{ " + "[" * 500 + "]" * 500 + " }}",
    "{% raw %}" * 1000,
    "{{ x }" * 3000,
    "${name.__class__}",
    "$name ${company.x} $$ $ ${",
    "{0.__class__.__init__.__globals__}",
    "{name.__class__.__mro__}",
    "%(name)s %s %d %999999999d",
    "{{ name.__class__ }}",
    "{{ dict.__base__ }}",
    "{{ debug() }}",
    "{% debug %}",
    "{{ __import__('os').system('id') }}",
    "#!python\nimport os\n",
    "<%= 7 * 7 %>",
    "{php}1{/php}",
    "{#" * 9999,
    "{{'\\x5f\\x5f'}}",
    "{{ ''['__class__'] }}",
    "{{= 7*7 }}",
    "{{{ 7*7 }}}",
    "{{! comment }}",
    "{{> partial }}",
    "{{& raw() }}",
    "{{^ company }}no{{/ nothing }}",
    "#{7*7}",
    "*{7*7}",
    "@(7*7)",
    "[[${7*7}]]",
    "{{constructor.constructor('return 1')()}}",
]


@given(BRACES)
def test_the_pieces_of_any_letter_join_to_the_same_text(text: str) -> None:
    pieces = parse(text)

    assert "".join(text[piece.start : piece.end] for piece in pieces) == text
    assert all(piece.end > piece.start for piece in pieces)


@given(BRACES)
def test_section_tags_come_in_pairs_and_nest(text: str) -> None:
    waiting = []
    for piece in parse(text):
        if isinstance(piece, SectionStart):
            waiting.append(piece.name)
        elif isinstance(piece, SectionEnd):
            assert waiting.pop() == piece.name
    assert not waiting


@given(BRACES, st.dictionaries(st.sampled_from(["company", "role", "x"]), BRACES), st.booleans())
def test_filling_never_fails_and_its_runs_cover_the_text(
    text: str, values: dict[str, str], escape: bool
) -> None:
    for style in MissingStyle:
        filled = fill(text, values, style, escape=escape)
        position = 0
        for run in filled.runs:
            assert run.start == position
            position = run.end
        assert position == len(filled.text)


@given(BRACES)
def test_a_known_value_leaves_no_tag_of_its_own(text: str) -> None:
    values = {"company": "Acme", "role": "Engineer"}
    filled = fill(text, values)

    assert {"company", "role"}.isdisjoint(filled.missing)
    for run in filled.spans:
        if run.field in values:
            assert filled.text[run.start : run.end] == values[run.field]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_code_in_a_template_stays_text(payload: str) -> None:
    filled = fill(payload, {"name": "Ada", "company": "Acme"})

    assert filled.text == payload


@pytest.mark.parametrize("payload", PAYLOADS)
def test_code_in_a_value_stays_text(payload: str) -> None:
    filled = fill("At {{ company }}.", {"company": payload, "name": "Ada"})

    assert filled.text == f"At {payload}."


def test_a_value_is_never_read_again() -> None:
    filled = fill("{{ company }}", {"company": "{{ role }}", "role": "Engineer"})

    assert filled.text == "{{ role }}"
    assert filled.missing == ()


def test_pieces_know_their_places() -> None:
    text = "At {{company}} {{ Role }}."

    assert parse(text) == (
        Text(0, 3),
        FieldUse(3, 14, "company"),
        Text(14, 15),
        FieldUse(15, 25, "role"),
        Text(25, 26),
    )


def test_fields_are_named_in_the_order_of_first_use() -> None:
    text = "{{ role }} {{# referrer }}{{ company }}{{/ referrer }} {{ role }} {{ own_words }}"

    assert fields_in(text) == ("role", "referrer", "company", "own_words")


def test_a_section_without_its_value_takes_its_lines_with_it() -> None:
    assert fill(LETTER, {"hiring_manager": "Ms Chen"}).text == "Dear Ms Chen,\nBye"


def test_a_section_with_its_value_is_shown_without_its_tags() -> None:
    filled = fill(LETTER, {"hiring_manager": "Ms Chen", "referrer": "Bo"})

    assert filled.text == "Dear Ms Chen,\nBo sent me.\nBye"


def test_a_section_inside_an_absent_one_stays_hidden() -> None:
    text = "{{# role }}a{{# company }}b{{/ company }}c{{/ role }}d"

    assert fill(text, {"company": "Acme"}).text == "d"
    assert fill(text, {"role": "Engineer"}).text == "acd"


def test_a_section_tag_without_its_partner_is_text() -> None:
    assert fill("a {{# role }} b", {}).text == "a {{# role }} b"
    assert fill("a {{/ role }} b", {}).text == "a {{/ role }} b"


def test_missing_values_stay_as_written_or_are_marked() -> None:
    text = "I like {{company_product}}."

    assert fill(text, {}).text == text
    marked = fill(text, {"company_product": "  "}, MissingStyle.MARK)
    assert marked.text == "I like [company product]."
    assert marked.missing == ("company_product",)


def test_spans_say_where_values_landed_and_lead_back_to_their_tags() -> None:
    text = "{{# role }}As {{ role }}: {{/ role }}at {{ company }} now"
    filled = fill(text, {"role": "Engineer", "company": "Acme"})

    company = filled.spans[-1]
    assert filled.text[company.start : company.end] == "Acme"
    start, end = filled.source_range(company.start, company.end)
    assert text[start:end] == "{{ company }}"
    now = filled.text.index("now")
    start, end = filled.source_range(now, now + 3)
    assert text[start:end] == "now"


def test_markdown_signs_in_values_are_escaped_for_the_page_only() -> None:
    values = {"company": "*Acme* [UK]\n# 1\n1. FC"}

    assert fill("{{ company }}", values).text == values["company"]
    escaped = fill("{{ company }}", values, escape=True).text
    assert escaped == "\\*Acme\\* \\[UK\\]\n\\# 1\n1\\. FC"


def test_text_over_the_limit_is_refused_before_and_after_filling() -> None:
    with pytest.raises(InvalidInputError, match="longer than 2,000,000 characters"):
        parse("x" * (MAX_CHARACTERS + 1))
    with pytest.raises(InvalidInputError, match="Shorten it"):
        fill("{{ company }}" * 1000, {"company": "x" * 10_000})


@pytest.mark.parametrize("bit", ["{{# company }}", "{{/ company }}", "{{", "{{ company }}"])
def test_a_hundred_thousand_tags_take_little_time(bit: str) -> None:
    text = bit * 100_000
    begin = time.perf_counter()

    fill(text, {"company": "x"})

    assert time.perf_counter() - begin < 3


def test_a_million_characters_of_any_script_are_kept() -> None:
    text = "مرحبا 😀 naïve\u2028 " * 70_000

    assert fill(text, {}).text == text


def test_fields_have_labels_and_sources() -> None:
    assert label_of("company_product") == "Company product"
    assert label_of("why_this_team") == "Why this team"
    assert KNOWN_FIELDS["company"].source is FieldSource.APPLICATION
    assert KNOWN_FIELDS["your_name"].remembered
    assert field_named("why_this_team").source is FieldSource.PERSON
