import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.placeholder_meanings import field_for
from jobtracker.domain.placeholders import PlaceholderStyle, find_placeholders

FOUND = [
    ("at [Company].", "[Company]", PlaceholderStyle.BRACKETS),
    ("at [[Company]].", "[[Company]]", PlaceholderStyle.BRACKETS),
    ("[Insert a line\nabout them]", "[Insert a line\nabout them]", PlaceholderStyle.BRACKETS),
    ("https://example.com/[yourname]", "[yourname]", PlaceholderStyle.BRACKETS),
    ("With [X] years", "[X]", PlaceholderStyle.BRACKETS),
    ("and [...] too", "[...]", PlaceholderStyle.BRACKETS),
    ("at {Company}", "{Company}", PlaceholderStyle.BRACES),
    ("at {}", "{}", PlaceholderStyle.BRACES),
    ("at {{COMPANY_NAME}}", "{{COMPANY_NAME}}", PlaceholderStyle.DOUBLE_BRACES),
    ("at {{ company }}", "{{ company }}", PlaceholderStyle.DOUBLE_BRACES),
    ("at <Company>", "<Company>", PlaceholderStyle.ANGLES),
    ("<<Your Name>>", "<<Your Name>>", PlaceholderStyle.ANGLES),
    ("at «Company»", "«Company»", PlaceholderStyle.GUILLEMETS),
    ("«First_Name»", "«First_Name»", PlaceholderStyle.GUILLEMETS),
    ("I am __NAME__.", "__NAME__", PlaceholderStyle.UNDERSCORES),
    ("__COMPANY_NAME__", "__COMPANY_NAME__", PlaceholderStyle.UNDERSCORES),
    ("at $COMPANY", "$COMPANY", PlaceholderStyle.DOLLAR),
    ("at ${company}", "${company}", PlaceholderStyle.DOLLAR),
    ("at %COMPANY%", "%COMPANY%", PlaceholderStyle.PERCENT),
    ("%(company)s", "%(company)s", PlaceholderStyle.PERCENT),
    ("*|FNAME|*", "*|FNAME|*", PlaceholderStyle.MARKS),
    ("{% if x %}", "{% if x %}", PlaceholderStyle.CODE),
    ("(Your Name)", "(Your Name)", PlaceholderStyle.PARENTHESES),
    ("at XXXX since", "XXXX", PlaceholderStyle.CROSSES),
    ("for XX years", "XX", PlaceholderStyle.CROSSES),
    ("call xxx-xxx-xxxx", "xxx-xxx-xxxx", PlaceholderStyle.CROSSES),
    ("Dear ______,", "______", PlaceholderStyle.BLANK),
    ("Sincerely,\nYour Name", "Your Name", PlaceholderStyle.LINE),
    ("**Your Name**\nText", "Your Name", PlaceholderStyle.LINE),
    ("Sincerely, Your Name\n", "Your Name", PlaceholderStyle.LINE),
    ("Company Name\nStreet", "Company Name", PlaceholderStyle.LINE),
    ("from TBD on", "TBD", PlaceholderStyle.WORD),
    ("at {{ company }", "{{", PlaceholderStyle.STRAY),
]

LEFT_ALONE = [
    "See [my work](https://example.com).",
    "![me](face.png)",
    "a range of `list[int]` and `{x}` and `[Company]`",
    "list[int] and a[i]",
    "I said [sic] and [1] and [2, 3] and [^1]",
    "C, (C++) and C# (your team included)",
    "me@example.com and <me@example.com> and <https://example.com>",
    "I <3 data, 1 < 2 and 3 > 2, List<String>",
    "Earned $140K, $65/h and $USD; AC/DC; 100% of 5%",
    "« Bonjour » and «Bonjour» and «Яндекс»",
    "__bold__ and **bold** and snake_case_name",
    "above\n\n___\n\nbelow",
    "- [ ] open\n- [x] done",
    "see [here] and [this][here]\n\n[here]: https://example.com",
    "XX century, XXL, Super Bowl XX",
    '{"a": 1} and \\textbf{bold}',
    "[t]he best",
    "Hiring Manager\nAcme",
    "I built a TODO app. Your name came up.",
    "<b>bold</b>",
]


@pytest.mark.parametrize(("text", "written", "style"), FOUND)
def test_a_placeholder_of_each_style_is_found(
    text: str, written: str, style: PlaceholderStyle
) -> None:
    found = find_placeholders(text)

    assert [(one.text, one.style) for one in found] == [(written, style)]
    assert text[found[0].start : found[0].end] == written


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    assert find_placeholders(text) == ()


def test_several_on_a_line_come_in_order() -> None:
    found = find_placeholders("[City][State] | {Name}\nYour Email | Your Phone")

    assert [one.text for one in found] == [
        "[City]",
        "[State]",
        "{Name}",
        "Your Email",
        "Your Phone",
    ]


@given(st.lists(st.sampled_from(list("[]{}<>«»()_$%#*|`!:X \nYour Namea")), max_size=80))
def test_any_mix_of_signs_is_read_without_overlap(signs: list[str]) -> None:
    text = "".join(signs)
    position = 0
    for found in find_placeholders(text):
        assert position <= found.start < found.end
        assert text[found.start : found.end] == found.text
        position = found.end


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("company name", "company"),
        ("name of the company", "company"),
        ("job title", "role"),
        ("your name here", "your_name"),
        ("hiring managers name", "hiring_manager"),
        ("insert company name here", "company"),
        ("todays date", "date"),
        ("number of years", "years_of_experience"),
        ("custom paragraph", "custom_paragraph"),
        ("insert a paragraph about why you like us so much", "paragraph_about_why_you_like_us"),
        ("название команды", "название_команды"),
        ("3 reasons", "blank_3_reasons"),
        ("", "blank"),
    ],
)
def test_words_mean_a_known_field_or_make_their_own(words: str, field: str) -> None:
    assert field_for(words) == field
