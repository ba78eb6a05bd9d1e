"""What a field says of the pay that is typed into it."""

import pytest

from jobtracker.ui.widgets.typed import NEEDS_AMOUNT, NO_AMOUNT, pay_hint


def test_words_without_a_figure_are_kept_only_where_the_field_keeps_words() -> None:
    assert pay_hint("competitive") == (NO_AMOUNT, "")
    assert pay_hint("competitive", keeps_words=False) == ("", NEEDS_AMOUNT)


@pytest.mark.parametrize("keeps_words", [True, False])
def test_a_figure_is_understood_in_both_and_nothing_says_nothing(keeps_words: bool) -> None:
    assert pay_hint("72/h", keeps_words=keeps_words).words.startswith("Understood as 72.00")
    assert pay_hint(" ", keeps_words=keeps_words) == ("", "")
    assert "below zero" in pay_hint("-5", keeps_words=keeps_words).error
