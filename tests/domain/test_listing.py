"""What the list is asked for when nothing else is said, and where a row belongs."""

from jobtracker.domain.listing import (
    ACTIVE,
    BY_STAGE,
    Condition,
    ListQuery,
    ListRow,
    group_key,
    standing_of,
)
from jobtracker.domain.pay import Pay
from jobtracker.domain.stages import Outcome, Stage

ROW = ListRow(
    7, "Acmé  Ltd", "Developer", "", "saved", None, "2026-11-22", Pay(), "", None, "", None
)


def test_the_plain_list_is_every_open_application_by_stage_and_next_action() -> None:
    plain = ListQuery()

    assert (plain.text, plain.standings, plain.conditions, plain.collapsed) == ("", (), (), ())
    assert (plain.scope, plain.group, plain.sort) == (ACTIVE, BY_STAGE, "next_action_on")
    assert (plain.descending, plain.limit) == (False, None)


def test_queries_that_ask_the_same_are_equal() -> None:
    narrowed = (Condition("source", "LinkedIn"),)

    asked = ListQuery("python", standings=(Stage.INTERVIEW,), conditions=narrowed)

    assert asked == ListQuery()._replace(
        text="python", standings=("interview",), conditions=narrowed
    )


def test_rows_that_say_the_same_are_equal_so_that_a_table_repaints_only_changed_ones() -> None:
    assert ROW._replace() == ROW
    assert ROW._replace(stage="applied") != ROW
    assert ROW._replace(benchmark=Pay(1, 2, "USD")) != ROW


def test_a_row_stands_in_the_archive_before_its_outcome_and_that_before_its_stage() -> None:
    assert standing_of(Stage.APPLIED, None, archived=False) == "applied"
    assert standing_of(Stage.APPLIED, Outcome.REJECTED, archived=False) == "rejected"
    assert standing_of(Stage.APPLIED, Outcome.REJECTED, archived=True) == "archived"


def test_a_row_knows_its_group_by_a_folded_key() -> None:
    sunday = ROW._replace(next_action_on="2026-11-22", outcome="rejected")

    assert group_key(ROW, "stage") == "saved"
    assert group_key(sunday, "stage") == "rejected"
    assert group_key(ROW, "company") == "acme ltd"
    assert group_key(ROW, "role") == "developer"
    assert group_key(sunday, "week") == "2026-11-16"
    assert group_key(ROW, "week") == group_key(ROW, "location") == group_key(ROW, "none") == ""
