"""A letter's parts are told apart by their words; each place leads back to its source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letter_languages import closing_words, frame, greeting_words
from jobtracker.domain.letter_parts import (
    FRAME,
    WRITTEN,
    ComposedLetter,
    Origin,
    Part,
    compose,
)
from jobtracker.domain.letters import MissingStyle

ENGLISH, GERMAN, FRENCH, SPANISH = Language
VALUES = {
    "company": "Acme",
    "role": "Designer",
    "date": "22 November 2026",
    "your_name": "Anna Weber",
    "your_email": "anna@weber.example",
    "location": "Berlin",
    "salutation": "Dear Ms Smith,",
    "closing": "Kind regards,",
}
USUAL = frame(ENGLISH, LetterKind.COVER_LETTER)
LETTER = """Dear Ms Smith,

I would like to design for {{ company }}.

It is {{ reason }} that brings me to you.

Kind regards,
{{ your_name }}
"""


def composed(
    text: str, language: Language = ENGLISH, *, around: bool = False, **values: str
) -> ComposedLetter:
    return compose(text, VALUES | values, USUAL if around else {}, (), language)


def parts(letter: ComposedLetter) -> list[tuple[str, str]]:
    return [(placed.part.value, letter.text[placed.start : placed.end]) for placed in letter.parts]


def shown(letter: ComposedLetter) -> list[Part]:
    return [placed.part for placed in letter.parts]


def test_a_letter_reads_from_its_sender_to_its_signature() -> None:
    letter = compose(LETTER, VALUES, USUAL, (), ENGLISH)

    assert letter.text.startswith(
        "Anna Weber\nanna@weber.example\n\nAcme\n\n22 November 2026\n\n"
        "Application for Designer\n\nDear Ms Smith,\n\nI would"
    )
    assert letter.text.endswith("Kind regards,\n\nAnna Weber")
    assert letter.missing == ("reason",)


@pytest.mark.parametrize(
    ("greeting", "language"),
    [
        ("Dear Ms Smith,", ENGLISH),
        ("Dear Hiring Manager", ENGLISH),
        ("**Dear Mr. Jones:**", ENGLISH),
        ("Hello Anna!", ENGLISH),
        ("To whom it may concern:", ENGLISH),
        ("Sehr geehrte Frau Schmidt,", GERMAN),
        ("Sehr geehrte Damen und Herren!", GERMAN),
        ("Guten Tag Anna Weber,", GERMAN),
        ("Madame, Monsieur,", FRENCH),
        ("Bonjour,", FRENCH),
        ("Estimada Sra. García:", SPANISH),
        ("A quien corresponda:", SPANISH),
        ("Sehr geehrte Frau Schmidt,", ENGLISH),
    ],
)
def test_a_greeting_is_known_in_every_language(greeting: str, language: Language) -> None:
    letter = composed(f"{greeting}\n\nThe body.", language)

    assert parts(letter) == [("salutation", greeting), ("body", "The body.")]


@pytest.mark.parametrize(
    ("close", "language"),
    [
        ("Kind regards,", ENGLISH),
        ("*Yours sincerely,*", ENGLISH),
        ("Best regards from Berlin,", ENGLISH),
        ("Thank you,", ENGLISH),
        ("Mit freundlichen Grüßen", GERMAN),
        ("Viele Grüße aus Wien", GERMAN),
        ("Cordialement,", FRENCH),
        (
            "Je vous prie d’agréer, Madame, Monsieur, l’expression de mes salutations distinguées.",
            FRENCH,
        ),
        ("Dans l'attente, veuillez agréer, Madame, mes sincères salutations.", FRENCH),
        ("Atentamente,", SPANISH),
        ("Reciba un cordial saludo,", SPANISH),
    ],
)
def test_a_closing_is_known_in_every_language(close: str, language: Language) -> None:
    letter = composed(f"Dear Ms Smith,\n\nThe body.\n\n{close}\nAnna Weber\n+49 30 555", language)

    assert parts(letter)[1:] == [
        ("body", "The body."),
        ("closing", close),
        ("signature", "Anna Weber\n+49 30 555"),
    ]


def test_a_letter_without_greeting_and_closing_is_all_body() -> None:
    assert parts(composed("One line.\n\nAnother one.")) == [("body", "One line.\n\nAnother one.")]


def test_the_first_of_two_greetings_is_the_salutation() -> None:
    letter = composed("Dear Ms Smith,\n\nDear Mr Jones,\n\nThe body.")

    assert parts(letter) == [
        ("salutation", "Dear Ms Smith,"),
        ("body", "Dear Mr Jones,\n\nThe body."),
    ]


@pytest.mark.parametrize(
    "prose",
    [
        "Dear customers have always been the point of my work.",
        "Hello, my name is Anna and I design.",
        "Best regards to your team, which I met in May at the fair in Berlin.",
        "Sincerely hoping that it helps, I add a plan of the first year.",
        "Madame Curie is whom our house was named after.",
    ],
)
def test_prose_that_begins_like_a_greeting_or_a_closing_is_body(prose: str) -> None:
    assert parts(composed(f"{prose}\n\nMore of it follows.")) == [
        ("body", f"{prose}\n\nMore of it follows.")
    ]


def test_a_greeting_within_a_long_text_is_no_salutation() -> None:
    text = f"{'A sentence of some length. ' * 8}\n\nDear Ms Smith,\n\nThe rest."

    assert shown(composed(text)) == [Part.BODY]


def test_a_closing_in_the_middle_of_a_letter_is_body() -> None:
    text = "Dear Ms Smith,\n\nBest regards,\n\n" + "\n\n".join(f"Point {n}." for n in range(20))

    assert shown(composed(text)) == [Part.SALUTATION, Part.BODY]


def test_values_of_the_fields_salutation_and_closing_are_these_whatever_they_say() -> None:
    text = "{{ salutation }}\n\nThe body.\n\n{{ closing }}\nAnna"

    letter = composed(text, salutation="Ahoy, captain, and all aboard.", closing="Fair winds")

    assert shown(letter) == [Part.SALUTATION, Part.BODY, Part.CLOSING, Part.SIGNATURE]


HEAD = "Anna Weber\nLindenweg 5\n\nAcme\n\n"


def test_a_text_with_its_own_address_block_gets_none_from_the_frame() -> None:
    letter = composed(f"{HEAD}{LETTER}", around=True)

    assert parts(letter)[0] == ("body", HEAD.strip())
    assert shown(letter)[:3] == [Part.BODY, Part.SUBJECT, Part.SALUTATION]


def test_a_text_with_its_own_date_keeps_sender_and_recipient_of_the_frame() -> None:
    letter = composed(f"Berlin, 22. November 2026\n\n{LETTER}", around=True)

    assert letter.text.count("2026") == 1
    assert shown(letter)[:4] == [Part.SENDER, Part.RECIPIENT, Part.BODY, Part.SUBJECT]


@pytest.mark.parametrize(
    "subject", ["Re: Designer", "**Betreff:** Bewerbung", "Objet : poste", "Bewerbung als Maler"]
)
def test_a_text_with_its_own_subject_gets_no_other(subject: str) -> None:
    letter = composed(f"{subject}\n\n{LETTER}", around=True)

    assert shown(letter)[:4] == [Part.SENDER, Part.RECIPIENT, Part.DATE, Part.BODY]


def test_typed_enclosures_replace_those_of_the_frame() -> None:
    around = {Part.ENCLOSURES: "Enclosures: CV"}

    typed = compose(f"{LETTER}\nEnclosures: CV, references", VALUES, around, (), ENGLISH)
    plain = compose(LETTER, VALUES, around, (), ENGLISH)

    assert typed.text.count("Enclosures") == 1
    assert plain.text.endswith("Anna Weber\n\nEnclosures: CV")


def test_a_hidden_part_is_left_out_and_so_is_what_it_misses() -> None:
    letter = compose(LETTER, VALUES, USUAL, (Part.SENDER, Part.BODY), ENGLISH)

    assert Part.SENDER not in shown(letter)
    assert letter.missing == ()


def test_a_value_that_holds_a_token_is_not_filled_again() -> None:
    letter = composed("Dear {{ who }},\n\nHello.", who="{{ company }}")

    assert letter.text == "Dear {{ company }},\n\nHello."


def test_a_missing_value_is_marked_where_a_reader_sees_it() -> None:
    letter = compose(LETTER, VALUES, {}, (), ENGLISH, MissingStyle.MARK)

    assert "It is [reason] that" in letter.text


def test_the_frame_never_asks_for_a_value() -> None:
    for language in Language:
        for kind in LetterKind:
            letter = compose("Text.", {}, frame(language, kind), (), language)
            assert (letter.text, letter.missing) == ("Text.", ())


def test_a_place_in_a_part_leads_back_to_its_source() -> None:
    letter = composed(LETTER, around=True)
    at = letter.text.index("design for")

    assert letter.origin(at, at + 6) == Origin(
        Part.BODY, LETTER.index("design"), LETTER.index("design") + 6
    )
    assert letter.origin(0, 4) == Origin(
        Part.SENDER,
        USUAL[Part.SENDER].index("{{ your_name }}"),
        USUAL[Part.SENDER].index("}}\n{{# your_address") + 2,
    )


def test_a_place_between_two_parts_belongs_to_the_end_of_the_one_before() -> None:
    letter = composed("Dear Ms Smith,\n\nThe body.")

    assert letter.origin(15, 16) == Origin(Part.SALUTATION, 14, 14)


TOKENS = ["{{ company }}", "{{ reason }}", "{{# role }}", "{{/ role }}", "{{ salutation }}", "{{ x"]
LINES = st.one_of(
    st.sampled_from(["", "", "Dear Ms Smith,", "Kind regards,", "Re: Job", "1 May 2026", "- item"]),
    st.sampled_from([f"{word} X," for key in Language for word in greeting_words(key)]),
    st.sampled_from([f"{word}," for key in Language for word in closing_words(key)]),
    st.lists(st.one_of(st.sampled_from(TOKENS), st.text("ab* _\\\r\té", max_size=8))).map("".join),
)
TEXTS = st.lists(LINES, max_size=20).map("\n".join)
VALUE_TEXTS = st.text("ab{}*# \n,.Dear", max_size=12)


@given(
    text=TEXTS,
    company=VALUE_TEXTS,
    salutation=VALUE_TEXTS,
    language=st.sampled_from(Language),
    hidden=st.sets(st.sampled_from(Part)),
    escape=st.booleans(),
)
def test_parts_are_slices_and_every_place_has_an_origin(
    text: str, company: str, salutation: str, language: Language, hidden: set[Part], escape: bool
) -> None:
    values = VALUES | {"company": company, "salutation": salutation}

    letter = compose(text, values, USUAL, hidden, language, escape=escape)

    said = [letter.text[p.start : p.end] for p in letter.parts]
    assert said == [p.filled.text[p.offset : p.offset + p.end - p.start] for p in letter.parts]
    assert letter.text == "\n\n".join(said)
    assert all(one == one.strip() and one for one in said)
    assert not hidden.intersection(p.part for p in letter.parts)
    for placed in letter.parts:
        source = text if placed.part in WRITTEN else USUAL[placed.part]
        for at in range(placed.start, placed.end):
            origin = letter.origin(at, at + 1)
            assert origin is not None
            assert origin.part is placed.part
            assert 0 <= origin.start < origin.end <= len(source)


@given(text=TEXTS, language=st.sampled_from(Language))
def test_nothing_written_is_lost_or_moved(text: str, language: Language) -> None:
    letter = compose(text, VALUES, {}, (), language)

    whole = letter.parts[0].filled.text if letter.parts else ""
    assert letter.text.split() == whole.split()


@given(text=TEXTS, company=st.text("a*_<# .", max_size=8), language=st.sampled_from(Language))
def test_escaping_values_changes_no_part(text: str, company: str, language: Language) -> None:
    values = VALUES | {"company": company}

    plain = compose(text, values, USUAL, (), language)
    escaped = compose(text, values, USUAL, (), language, escape=True)

    assert shown(plain) == shown(escaped)
    assert all(part in FRAME or part in WRITTEN for part in shown(plain))


@pytest.mark.parametrize(
    "hostile",
    ["\n", "Dear x,\n", "Kind regards,\n", "a ", "* _ # ", "je vous prie ", "1 May 2026\n"],
)
def test_a_text_of_any_length_is_told_apart_at_once(hostile: str) -> None:
    text = hostile * (1_500_000 // len(hostile))

    letter = composed(text)

    assert letter.text.split() == text.split()
