"""What may be typed into a field of one's own."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.custom_fields import CustomField, FieldKind, checked_value
from jobtracker.domain.errors import InvalidInputError


@given(st.sampled_from(FieldKind), st.text(max_size=20))
def test_any_text_is_kept_or_refused_and_kept_values_stay(kind: FieldKind, text: str) -> None:
    field = CustomField(1, "u", "Visa", kind)
    try:
        kept = checked_value(field, text)
    except InvalidInputError:
        return
    assert checked_value(field, kept) == kept


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3))
def test_every_number_is_kept(number: Decimal) -> None:
    kept = checked_value(CustomField(1, "u", "Size", "number"), f" {number} ")

    assert Decimal(kept) == number


@given(st.dates())
def test_every_day_is_kept(day: date) -> None:
    assert checked_value(CustomField(1, "u", "Due", "date"), day.isoformat()) == day.isoformat()


@pytest.mark.parametrize("text", ["yes", "NO", "True", "0", "y"])
def test_yes_and_no_have_many_words(text: str) -> None:
    kept = checked_value(CustomField(1, "u", "Visa", "yes_no"), text)

    assert kept == ("yes" if text[0] in "yT" else "no")
