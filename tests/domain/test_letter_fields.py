from jobtracker.domain.letter_fields import resolve

TEXT = "{{ company }} {{ start_date }} {{ salary_wish }} {{ company }}"


def test_what_was_typed_for_the_letter_goes_before_what_is_known() -> None:
    fields = resolve(TEXT, {"company": "Acme"}, {"company": "Acme Robotics GmbH"})

    assert (fields[0].value, fields[0].source) == ("Acme", "letter")


def test_a_known_value_says_where_it_comes_from() -> None:
    (company, start, own) = resolve(TEXT, {}, {"company": "Acme"})

    assert (company.value, company.source, company.missing) == ("Acme", "application", False)
    assert (start.label, start.value, start.source, start.missing) == ("Start date", "", "", True)
    assert own.label == "Salary wish"


def test_a_blank_value_is_no_value() -> None:
    (company, *_rest) = resolve(TEXT, {"company": "  "}, {"company": "Acme"})

    assert company.source == "application"
