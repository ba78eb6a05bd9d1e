import pytest

from jobtracker.typesetting.markdown import with_line_breaks

BREAK = "\u2028"


@pytest.mark.parametrize(
    ("typed", "set_as"),
    [
        ("Ada\nLondon", f"Ada{BREAK}London"),
        ("Ada\r\nLondon\rUK", f"Ada{BREAK}London{BREAK}UK"),
        ("one\n\ntwo", "one\n\ntwo"),
        ("Skills:\n- one\n- two", "Skills:\n- one\n- two"),
        ("- one\nmore", f"- one{BREAK}more"),
        ("1. one\n2. two", "1. one\n2. two"),
        ("# Head\ntext", "# Head\ntext"),
        ("Head\n---", "Head\n---"),
        ("---\ntext", "---\ntext"),
        ("> said\n> so", "> said\n> so"),
        ("| a |\n|---|\n| b |", "| a |\n|---|\n| b |"),
        ("```\na\n    b\n```\nc\nd", f"```\na\n    b\n```\nc{BREAK}d"),
        ("text\n\n        indented", "text\n\nindented"),
        ("Ada  \n  London", f"Ada  {BREAK}London"),
        ("-5 degrees\n+49 30", f"-5 degrees{BREAK}+49 30"),
    ],
)
def test_a_typed_line_is_a_line_on_the_page(typed: str, set_as: str) -> None:
    assert with_line_breaks(typed) == set_as


def test_endless_words_and_paragraphs_are_cut_where_layout_would_choke() -> None:
    assert BREAK in with_line_breaks("x" * 5000)
    assert "\n\n" in with_line_breaks("line\n" * 500)
