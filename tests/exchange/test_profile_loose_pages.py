"""Pages copied loosely: no bullets, bars for tables, headings that the reader does not know."""

from jobtracker.exchange.profile_page import read_profile_page, to_json

PAGE = """CAREER GUIDES | Technology | Last reviewed 3 Mar 2025
Cloud Engineer
Salary: £21,000 to £32,000
A cloud engineer keeps the servers of other people running, day and night.

What you will do
Plan the capacity of clusters
Mend what broke at night

Salary
Level | Experience | Pay
Junior | 0-2 years | £30,000 - £40,000
Senior | 6+ years | £60,000 - £75,000
Pay is higher in the capital.

Related careers
DevOps Engineer – £50,000-£85,000 – builds the pipelines
Database Administrator
Network Engineer: £35,000 to £50,000, keeps the network up
CONTACT
The Royal College

Frequently asked questions
Do I need a degree?
No. Many learn at work.
Is it shift work?
Often it is. Ask before you sign.
How to get certified
Pass two exams and renew them every third year.
"""


def test_pay_right_under_the_title_is_a_salary_figure() -> None:
    page = read_profile_page(PAGE)

    first = to_json(page)["salaries"][0]
    assert page.title == "Cloud Engineer"
    assert (first["min"], first["max"], first["currency"]) == (21000, 32000, "GBP")
    assert first["text"] == "Salary: £21,000 to £32,000"


def test_a_heading_that_states_the_pay_itself_is_a_salary_figure() -> None:
    page = read_profile_page("Tailor\nDuties\n- Cut cloth\nSalary £21,000 to £32,000\nIt varies.\n")

    assert [(f["min"], f["max"]) for f in to_json(page)["salaries"]] == [(21000, 32000)]


def test_a_line_of_title_pay_and_description_is_a_related_role() -> None:
    related = to_json(read_profile_page(PAGE))["related"]

    assert [(r["title"], r["min"], r["max"], r["description"]) for r in related] == [
        ("DevOps Engineer", 50000, 85000, "builds the pipelines"),
        ("Database Administrator", None, None, None),
        ("Network Engineer", 35000, 50000, "keeps the network up"),
    ]
    assert related[0]["text"] == "£50,000-£85,000"


def test_the_rows_of_a_pay_table_drawn_with_bars_are_kept_once() -> None:
    page = read_profile_page(PAGE)

    figures = [(f["level"], f["min"], f["max"]) for f in to_json(page)["salaries"][1:]]
    assert figures == [("junior", 30000, 40000), ("senior", 60000, 75000)]
    assert [figure.experience for figure in page.salaries[1:]] == ["0-2 years", "6+ years"]
    assert page.outlook == ("Level · Experience · Pay", "Pay is higher in the capital.")


def test_unknown_headings_end_the_roles_and_the_questions() -> None:
    page = read_profile_page(PAGE)

    assert [answer.answer for answer in page.questions] == [
        "No. Many learn at work.",
        "Often it is. Ask before you sign.",
    ]
    assert page.other == (
        "CAREER GUIDES | Technology",
        "CONTACT",
        "The Royal College",
        "How to get certified",
        "Pass two exams and renew them every third year.",
    )


def test_a_line_of_an_answer_that_no_prose_follows_stays_in_it() -> None:
    page = read_profile_page(
        "Tailor\nDuties\n- Cut cloth\nFAQ\nWhat do I need?\nThree things.\nA needle\nSome thread\n"
    )

    assert page.questions[0].answer == "Three things.\n\nA needle\n\nSome thread"


def test_titles_all_in_capitals_stay_related_roles() -> None:
    page = read_profile_page("Tailor\nDuties\n- Cut cloth\nRelated jobs\nMILLINER\nSADDLER\n")

    assert [role.title for role in page.related] == ["MILLINER", "SADDLER"]


def test_a_first_line_of_category_and_date_is_taken_apart() -> None:
    page = read_profile_page(PAGE)

    assert page.category == "Technology"
    assert to_json(page)["updated"] == "2025-03-03"
