"""Release 4 knows parts of offers, what-ifs and target roles; those of release 3 say the same."""

import gzip
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from tests.migrations.freeze import frozen_path
from tests.migrations.test_letters_kept_as_sent import put
from tests.support.database import ask
from tests.support.workspaces import opened

from jobtracker.domain.errors import NothingToUndoError
from jobtracker.domain.packages import Package
from jobtracker.domain.pay import Period
from jobtracker.domain.target_roles import TargetRole
from jobtracker.storage import offers
from jobtracker.storage.backups.kept import list_backups

FIRST, AGAIN = date(2026, 11, 3), date(2026, 11, 5)
EMPTIED = (
    "event", "letter_version", "letter_block_use", "letter_block", "letter", "document",
    "letter_template", "application_profile", "application_contact", "application_tag",
    "custom_value", "interview", "offer", "posting", "application", "company_alias", "company",
    "contact", "blob", "setting", "salary_range", "profile_item", "related_role", "target_role",
    "profile", "saved_view",
)  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A workspace of release 3: an application with two offers, a role, its range, a letter."""
    file = tmp_path / "search.jobtracker"
    file.write_bytes(gzip.decompress(frozen_path("0003").read_bytes()))
    with closing(driver.connect(str(file), isolation_level=None)) as raw:
        raw.execute("PRAGMA foreign_keys=OFF")
        for table in EMPTIED:
            raw.execute(f"DELETE FROM {table}")
        raw.execute("DELETE FROM search_document")
        raw.execute("INSERT INTO search_index (search_index) VALUES ('delete-all')")
        _fill(raw)
    return file


def _fill(raw: driver.Connection) -> None:
    put(raw, "company", id=1, uid="c", name="Acme", name_key="acme")
    put(raw, "profile", id=5, uid="p", origin="own", version=1, title="Baker", source="a page")
    put(raw, "profile_item", profile_id=5, section="duty", body="Bake bread")
    put(raw, "salary_range", uid="r", profile_id=5, low=3_000_000, high=5_000_000, p50=4_000_000,
        currency="EUR", period="year", source="a page", assumed="period")  # fmt: skip
    put(raw, "related_role", profile_id=5, title="Cook")
    put(raw, "target_role", id=7, uid="t", title="Head baker", profile_id=5, pay_low=4_000_000,
        pay_high=6_000_000, pay_currency="EUR", pay_period="year")  # fmt: skip
    put(raw, "application", id=1, uid="a", company_id=1, role="Baker", role_key="baker",
        company_key="acme", stage="offer", target_role_id=7, last_on=AGAIN.isoformat(),
        contact_on=AGAIN.isoformat())  # fmt: skip
    put(raw, "application_profile", application_id=1, profile_id=5)
    put(raw, "event", id=1, uid="e", application_id=1, kind="added", to_value="offer")
    for key, on in ((8, FIRST), (9, AGAIN)):
        put(raw, "offer", id=key, uid=f"o{key}", application_id=1, received_on=on.isoformat(),
            pay_text="42k", pay_low=4_200_000 + key, pay_high=4_200_000 + key,
            pay_currency="EUR", pay_period="year", pay_assumed="currency,period",
            notes="by phone")  # fmt: skip
        put(raw, "event", id=key, uid=f"e{key}", application_id=1, kind="offer",
            on_date=on.isoformat(), text="42k", offer_id=key)  # fmt: skip
    put(raw, "letter_template", id=3, uid="l", origin="own", version=1, profile_id=5,
        name="Baker", text="Dear Dana,", kind="cover-letter", language="en")  # fmt: skip


def test_offers_are_all_there_and_are_real_ones(path: Path) -> None:
    with opened(path) as workspace:
        with workspace.database.read() as session:
            last, first = offers.records(session, 1)
        view = workspace.applications.view(1)

        assert (first.id, first.uid, first.received_on) == (8, "o8", FIRST)
        assert (last.id, last.received_on, last.notes) == (9, AGAIN, "by phone")
        assert first.package == Package(first.package.base)
        assert first.package.base.assumed == ("currency", "period")
        assert (first.what_if, first.deadline, first.round, first.label) == (False, None, None, "")
        assert [(one.id, one.pay.low) for one in view.offers] == [(9, 4_200_009), (8, 4_200_008)]
        assert [event.offer_id for event in view.log if event.offer_id] == [8, 9]
        (row,) = workspace.lists.rows()
        assert row.offer is not None
        assert row.offer.low == 4_200_009
        looked_at, problems = workspace.checking.check()
        assert looked_at == 1
        assert all("never writes" in one for one in problems)  # the frozen file holds made-up words


def test_a_target_role_keeps_its_pay_its_profile_and_its_applications(path: Path) -> None:
    with opened(path) as workspace:
        (target,) = workspace.targets.all()

        assert target == TargetRole(
            7, "t", "Head baker", floor=4_000_000, stretch=6_000_000, currency="EUR",
            period=Period.YEAR, profile_id=5,
        )  # fmt: skip
        assert workspace.targets.of_profile(5) == [target]
    assert ask(path, "SELECT target_role_id FROM application") == [(7,)]


def test_a_profile_keeps_its_lines_ranges_letter_and_links(path: Path) -> None:
    with opened(path) as workspace:
        profile = workspace.profiles.load(5)

        assert (profile.uid, profile.title, profile.duties) == ("p", "Baker", ("Bake bread",))
        (salary,) = profile.salaries
        assert (salary.pay.low, salary.percentiles.p50) == (3_000_000, 4_000_000)
        assert (salary.n, salary.rse, salary.notes) == (None, "", ())
        assert [role.title for role in profile.related] == ["Cook"]
        assert profile.letter == "Dear Dana,"
        assert (profile.code, profile.notes, profile.archived) == ("", "", False)
        linked = workspace.applications.view(1).profile
        assert linked is not None
        assert linked.id == 5


def test_it_is_backed_up_before_and_undo_stops_there(path: Path) -> None:
    before = path.read_bytes()
    with opened(path) as workspace, pytest.raises(NothingToUndoError):
        workspace.history.undo()

    (backup,) = list_backups(path)
    assert backup.reason == "before-migration"
    assert ask(backup.path, "SELECT version_num FROM alembic_version") == [("0003",)]
    assert ask(backup.path, "SELECT count(*) FROM offer") == [(2,)]
    assert before[:16] == backup.path.read_bytes()[:16]


def test_numbers_are_not_given_twice_and_what_goes_takes_its_own_along(path: Path) -> None:
    with opened(path) as workspace:
        workspace.log.retract(9)
        assert workspace.log.offer(1, "€45,000").value == 10
        assert workspace.targets.add(TargetRole(title="Miller")).value == 8
        assert workspace.profiles.remove(5).label
        assert workspace.targets.load(7).profile_id is None

        workspace.applications.remove(1)

    assert ask(path, "SELECT count(*) FROM offer") == [(0,)]
    assert ask(path, "SELECT count(*) FROM salary_range") == [(0,)]
