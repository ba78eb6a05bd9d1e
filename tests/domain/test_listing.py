"""What the list is asked for, when nothing else is said."""

from jobtracker.domain.listing import ListQuery, ListRow
from jobtracker.domain.pay import Pay
from jobtracker.domain.stages import Outcome, Stage


def test_the_plain_list_is_every_open_application() -> None:
    plain = ListQuery()

    assert plain.text == ""
    assert (plain.stage, plain.outcome, plain.limit) == (None, None, None)
    assert not plain.closed_too


def test_queries_that_ask_the_same_are_equal() -> None:
    asked = ListQuery("python", Stage.INTERVIEW, Outcome.REJECTED, closed_too=True, limit=20)

    assert asked == ListQuery()._replace(
        text="python",
        stage=Stage.INTERVIEW,
        outcome=Outcome.REJECTED,
        closed_too=True,
        limit=20,
    )


def test_rows_that_say_the_same_are_equal_so_that_a_table_repaints_only_changed_ones() -> None:
    row = ListRow(
        7, "Acme", "Developer", "", "saved", None, "2026-11-22", Pay(), "", None, "", None
    )

    assert row == row._replace()
    assert row != row._replace(stage="applied")
    assert row != row._replace(benchmark=Pay(1, 2, "USD"))
