import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.ui.charts.scale import Scale, scale_for, short

AMOUNTS = st.floats(min_value=0, max_value=1e9, allow_nan=False)


def test_the_salaries_of_the_pictures_get_the_axis_of_the_pictures() -> None:
    scale = scale_for([85_000, 165_000, 150_000])

    assert scale == Scale(80_000, 180_000, 20_000)
    assert [short(tick) for tick in scale.ticks()] == [
        "$80K",
        "$100K",
        "$120K",
        "$140K",
        "$160K",
        "$180K",
    ]


@given(st.lists(AMOUNTS, min_size=1, max_size=20), st.integers(3, 9))
def test_a_scale_holds_every_amount_between_its_ends(amounts: list[float], most: int) -> None:
    scale = scale_for(amounts, most)

    assert scale.low <= min(amounts)
    assert max(amounts) <= scale.high
    assert 2 <= len(scale.ticks()) <= most


@given(st.lists(AMOUNTS, min_size=2, max_size=9), st.floats(10, 2000))
def test_a_larger_amount_never_stands_left_of_a_smaller_one(
    amounts: list[float], width: float
) -> None:
    scale = scale_for(amounts)
    places = [scale.x(amount, width) for amount in sorted(amounts)]

    assert places == sorted(places)
    assert places[0] >= -0.001
    assert places[-1] <= width + 0.001


def test_without_any_amount_there_is_still_a_scale() -> None:
    assert scale_for([]).ticks() == [0.0, 0.5, 1.0]
    assert scale_for([float("nan"), float("inf")]) == scale_for([])


def test_a_single_amount_stands_inside_its_scale() -> None:
    scale = scale_for([120_000])

    assert scale.low < 120_000 < scale.high


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (140_000, "$140K"),
        (62_500, "$62.5K"),
        (1_250_000, "$1.25M"),
        (65, "$65"),
        (61.54, "$61.54"),
        (0, "$0"),
        (-4_000, "-$4K"),
        (999_999, "$1M"),
        (999_400, "$999.4K"),
    ],
)
def test_amounts_are_written_short(amount: float, words: str) -> None:
    assert short(amount) == words


def test_another_currency_brings_its_own_sign() -> None:
    assert short(55_000, "£") == "£55K"
