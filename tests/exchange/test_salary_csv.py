"""A file of figures holds nothing that a spreadsheet would run."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from jobtracker.exchange.salary_csv import as_csv, harmless


def test_a_role_named_like_a_formula_stays_words() -> None:
    written = as_csv(("Role", "Low"), [("=1+1", "$90,000")]).decode("utf-8-sig")

    assert list(csv.reader(io.StringIO(written))) == [["Role", "Low"], ["'=1+1", "$90,000"]]


@given(st.text(max_size=20))
def test_no_cell_begins_a_formula(cell: str) -> None:
    assert not harmless(cell).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
