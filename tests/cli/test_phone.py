"""`phone`: all about whoever is calling, in the terminal."""

from tests.cli.terminal import Terminal
from tests.cli.test_documentation import keys


def call(acme: Terminal) -> None:
    acme.json("contact", "add", "Ana Ruiz", "--application", "1", "--phone", "+1 555 010 0100")
    acme.json("event", "1", "offer", "$150k")
    acme.json("note", "1", "They could do $155,000 a year. Nice people.")


def test_two_letters_answer_with_the_card(acme: Terminal) -> None:
    call(acme)

    answer = acme("phone", "ac")

    assert answer.code == 0
    for words in (
        "Senior Python Developer, Acme Robotics",
        "Offer since",
        "140,000 – 165,000 a year",
        "“They could do $155,000 a year.” (Note",
        "+1 555 010 0100",
    ):
        assert words in answer.out, words


def test_who_else_it_may_be_stands_at_the_end(acme: Terminal) -> None:
    other = acme.add("Acorn Foods", "Baker")

    assert f"{other}  Acorn Foods, Baker" in acme("phone", "ac").out


def test_several_words_are_one_question(acme: Terminal) -> None:
    assert acme.json("phone", "acme", "rob")["card"]["company"] == "Acme Robotics"


def test_nobody_is_said_so_on_standard_error(acme: Terminal) -> None:
    answer = acme("phone", "zorg")

    assert (answer.code, answer.out) == (0, "")
    assert answer.err == "Nobody called “zorg” here.\n"
    assert acme.json("phone", "zorg") == {"callers": [], "card": None}


def test_it_reads_nothing_into_being(nowhere: Terminal) -> None:
    assert nowhere.json("phone") == {"callers": [], "card": None}
    assert not nowhere.file.exists()


def test_every_key_of_a_phone_answer_is_described(acme: Terminal) -> None:
    call(acme)
    answer = acme.json("phone", "ana")

    assert set(answer) == keys("Phone answer")
    assert set(answer["callers"][0]) == keys("Caller")
    assert set(answer["card"]) == keys("Phone card")
    assert answer["callers"][0]["found_by"] == "contact"
    assert set(answer["card"]["said_about_pay"][0]) == {"on", "what", "words"}
