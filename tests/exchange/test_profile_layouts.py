"""Profiles made up at random, laid out in both ways: what was put in comes out."""

from hypothesis import given, settings
from hypothesis import strategies as st

from jobtracker.exchange.profile_headings import is_heading
from jobtracker.exchange.profile_page import ProfilePage, read_profile_page

WORDS = st.sampled_from(
    ["amber", "bolt", "canvas", "delta", "ember", "forge", "grain", "harbor", "iron", "jetty"]
)


def phrase(low: int, high: int) -> st.SearchStrategy[str]:
    return st.lists(WORDS, min_size=low, max_size=high).map(lambda words: " ".join(words).title())


sentence = st.lists(WORDS, min_size=8, max_size=30).map(
    lambda words: " ".join(words).capitalize() + "."
)
paragraphs = st.lists(sentence, min_size=1, max_size=4, unique=True)
facts = st.dictionaries(phrase(1, 3), phrase(1, 6), min_size=1, max_size=6)
groups = st.dictionaries(
    phrase(1, 3),
    st.lists(phrase(2, 9), min_size=1, max_size=4, unique=True),
    min_size=1,
    max_size=4,
)
pays = st.tuples(st.integers(20, 90), st.integers(91, 300))
related = st.lists(
    st.tuples(phrase(1, 4), pays, sentence), min_size=1, max_size=5, unique_by=lambda role: role[0]
)
questions = st.lists(st.tuples(phrase(3, 9).map("Is it {}?".format), sentence), max_size=4)


@st.composite
def profiles(draw: st.DrawFn) -> dict[str, object]:
    return {
        "category": draw(phrase(1, 3)),
        "title": draw(phrase(1, 3)),
        "summary": draw(sentence),
        "facts": draw(facts),
        "duties": draw(st.lists(phrase(3, 15), min_size=1, max_size=8, unique=True)),
        "overview": draw(paragraphs),
        "groups": draw(groups),
        "outlook": draw(paragraphs),
        "pay": draw(pays),
        "letter": ["Dear Hiring Manager,", *draw(paragraphs), "I admire [Company].", "[Your Name]"],
        "questions": draw(questions),
        "related": draw(related),
    }


def laid_out(parts: dict[str, object], *, dense: bool) -> str:
    """Layout B (`dense`): no empty lines, dashes, pay glued on. Layout A: the opposite."""
    bullet = "- " if dense else "  • "
    dash = "- " if dense else ""
    low, high = parts["pay"]
    lines = [parts["category"], parts["title"], "Last updated", parts["summary"]]
    lines.append("Role at a glance")
    glance = [dash + text for fact in parts["facts"].items() for text in fact]
    lines += glance if dense else ["\n".join(glance)]
    lines += ["Duties and responsibilities", *(bullet + duty for duty in parts["duties"])]
    lines += ["Overview", *parts["overview"], "Qualifications"]
    for group, items in parts["groups"].items():
        lines += [f"{group}:", *(bullet + item for item in items)]
    lines += ["Career outlook", *parts["outlook"], f"Senior people earn ${low}K–${high}K."]
    lines += ["Sample cover letter", *parts["letter"]]
    if parts["questions"]:
        lines += ["Frequently asked questions"]
        lines += [dash + text for pair in parts["questions"] for text in pair]
    lines += [f"More in {parts['category']}"]
    see_all = f"See all {parts['category']} jobs →"
    for title, (low_k, high_k), about in parts["related"]:
        if dense:
            lines += [f"{see_all}- {title}${low_k}K–${high_k}K", about]
            see_all = ""
        else:
            lines += [line for line in (see_all, title, f"${low_k}K–${high_k}K", about) if line]
            see_all = ""
    return ("\n" if dense else "\n\n").join(lines)


@settings(max_examples=60, deadline=None)
@given(profiles())
def test_a_profile_comes_back_from_either_layout(parts: dict[str, object]) -> None:
    assert not any(is_heading(text) for text in (parts["title"], parts["category"]))
    spaced = read_profile_page(laid_out(parts, dense=False))
    dense = read_profile_page(laid_out(parts, dense=True))
    assert spaced == dense
    check(dense, parts)


def check(page: ProfilePage, parts: dict[str, object]) -> None:
    assert (page.category, page.title) == (parts["category"], parts["title"])
    assert page.summary == parts["summary"]
    assert dict(page.glance) == parts["facts"]
    assert list(page.duties) == parts["duties"]
    assert list(page.overview) == parts["overview"]
    assert {group: list(items) for group, items in page.qualifications} == parts["groups"]
    assert list(page.outlook[:-1]) == parts["outlook"]
    low, high = parts["pay"]
    figures = [(f.level, f.pay.low, f.pay.high) for f in page.salaries]
    assert figures == [("senior", low * 1000_00, high * 1000_00)]
    assert page.letter is not None
    assert page.letter.text == "\n\n".join(parts["letter"])
    assert page.letter.placeholders == ("[Company]", "[Your Name]")
    assert [tuple(answer) for answer in page.questions] == parts["questions"]
    assert [
        (role.title, (role.pay.low, role.pay.high), role.description)
        for role in page.related
        if role.pay
    ] == [(title, (a * 1000_00, b * 1000_00), about) for title, (a, b), about in parts["related"]]
    assert page.other == (f"See all {parts['category']} jobs →",)
