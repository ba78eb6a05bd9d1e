"""Whatever a person does with offers, pay, target roles, profiles and skills, in whatever order:
the check finds nothing, the index is sound, and undoing all of it gives the first state back.
"""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import rule
from tests.support.any_steps import AnySteps, run_machine
from tests.support.workspaces import opened

from jobtracker.domain.my_skills import RESUME, MySkill
from jobtracker.domain.packages import Bonus, Package
from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.pay_facts import FactKind
from jobtracker.domain.profiles import SHOWN_SECTIONS, RoleProfile
from jobtracker.domain.salary_tables import TablePassport, TableRow
from jobtracker.domain.stages import Outcome
from jobtracker.domain.target_roles import TargetRole
from jobtracker.storage import salary_tables

WHICH = st.integers(0, 4)
"""One of the records there are, counted round."""

DAYS = st.integers(-40, 20).map(lambda n: date(2026, 11, 22) + timedelta(days=n))
WORDS = st.sampled_from(["Acme", "Ácme", "Zoë's C++ shop", '"; DROP', "two\nlines", " "])
PACKAGES = st.builds(
    Package,
    st.builds(Pay, *[st.sampled_from([None, 100_00, 200_00])] * 2, st.just("USD"),
              st.sampled_from([None, *Period])),
    st.none() | st.builds(Bonus, st.just(None), st.just(Decimal("12.5"))),
)  # fmt: skip
TARGETS = st.builds(
    TargetRole,
    title=WORDS,
    places=st.lists(WORDS, max_size=2).map(tuple),
    floor=st.sampled_from([None, 100]),
    stretch=st.sampled_from([None, 50, 200]),
    priority=st.integers(0, 2),
    profile_id=st.sampled_from([None, 1, 2, 99]),
    archived=st.booleans(),
)


class MoneySteps(AnySteps):
    """Offers, pay, target roles, profiles and skills."""

    @rule(word=WORDS)
    def apply(self, word: str) -> None:
        self._try(self._workspace.applications.add, {"company": word, "role": "Baker"})

    @rule(which=WHICH)
    def remove_application(self, which: int) -> None:
        self._try(self._workspace.applications.remove, self._one("application", which))

    @rule(which=WHICH, outcome=st.sampled_from(Outcome))
    def close(self, which: int, outcome: Outcome) -> None:
        self._try(self._workspace.log.close, self._one("application", which), outcome)

    @rule(which=WHICH, on=DAYS)
    def log_offer(self, which: int, on: date) -> None:
        self._try(self._workspace.log.offer, self._one("application", which), "$120k", on)

    @rule(which=WHICH)
    def retract(self, which: int) -> None:
        self._try(self._workspace.log.retract, self._one("event", which))

    @rule(which=WHICH, on=DAYS)
    def redate(self, which: int, on: date) -> None:
        self._try(self._workspace.log.redate, self._one("event", which), on)

    @rule(which=WHICH, package=PACKAGES, loose=st.booleans(), what_if=st.booleans(), on=DAYS)
    def add_offer(self, which: int, package: Package, loose: bool, what_if: bool, on: date) -> None:
        key = None if loose else self._one("application", which)
        add = self._workspace.offers.add
        self._try(add, key, package, label="x", received_on=on, deadline=on, what_if=what_if)

    @rule(which=WHICH, package=PACKAGES, on=DAYS)
    def edit_offer(self, which: int, package: Package, on: date) -> None:
        key, edit = self._one("offer", which), self._workspace.offers.edit
        self._try(edit, key, package=package, received_on=on)

    @rule(which=WHICH, what_if=st.booleans())
    def make_it_real_or_not(self, which: int, what_if: bool) -> None:
        self._try(self._workspace.offers.edit, self._one("offer", which), what_if=what_if)

    @rule(which=WHICH)
    def remove_offer(self, which: int) -> None:
        self._try(self._workspace.offers.remove, self._one("offer", which))

    @rule(which=WHICH, kind=st.sampled_from(FactKind), on=DAYS, who=WORDS)
    def name_pay(self, which: int, kind: FactKind, on: date, who: str) -> None:
        key = self._one("application", which)
        self._try(self._workspace.pay_facts.add, key, kind, "$120k", on=on, who=who)

    @rule(role=TARGETS)
    def add_target(self, role: TargetRole) -> None:
        self._try(self._workspace.targets.add, role)

    @rule(which=WHICH, role=TARGETS)
    def edit_target(self, which: int, role: TargetRole) -> None:
        self._try(self._workspace.targets.edit, self._one("target_role", which), role)

    @rule(which=WHICH)
    def remove_target(self, which: int) -> None:
        self._try(self._workspace.targets.remove, self._one("target_role", which))

    @rule(title=WORDS, line=WORDS)
    def keep_profile(self, title: str, line: str) -> None:
        profile = RoleProfile(title=title, duties=(line,), alternates=(line,), notes=line)
        self._try(self._workspace.profiles.store, profile)

    @rule(which=WHICH)
    def remove_profile(self, which: int) -> None:
        self._try(self._workspace.profiles.remove, self._one("profile", which))

    @rule(which=WHICH, section=st.sampled_from(SHOWN_SECTIONS), line=WORDS, shown=st.booleans())
    def tick(self, which: int, section: str, line: str, shown: bool) -> None:
        key, tick = self._one("profile", which), self._workspace.profiles.tick
        self._try(tick, key, section, line, shown=shown, note=line)

    @rule(which=WHICH, words=WORDS, archived=st.booleans())
    def mark_profile(self, which: int, words: str, archived: bool) -> None:
        key = self._one("profile", which)
        self._try(self._workspace.profiles.set_notes, key, words)
        self._try(self._workspace.profiles.archive, key, archived=archived)

    @rule(names=st.lists(WORDS, max_size=3))
    def learn(self, names: list[str]) -> None:
        skills = [MySkill(name, "", RESUME) for name in names]
        self._try(self._workspace.my_skills.add_many, skills)

    @rule(name=WORDS)
    def forget(self, name: str) -> None:
        self._try(self._workspace.my_skills.remove, name)

    @rule(count=st.integers(0, 3), name=WORDS)
    def import_table(self, count: int, name: str) -> None:
        rows = [TableRow(number, name, place=name) for number in range(count)]
        with self._workspace.database.write("import") as tx:
            salary_tables.insert(tx.session, TablePassport(name), rows, self._clock.now())

    @rule(which=WHICH)
    def remove_table(self, which: int) -> None:
        self._try(self._workspace.salary_tables.remove, self._one("salary_table", which))


@pytest.fixture(scope="module")
def bare_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bare") / "bare.jobtracker"
    opened(path).close()
    return path


@pytest.mark.timeout(600)
@pytest.mark.long
def test_any_steps(bare_file: Path) -> None:
    run_machine(MoneySteps, bare_file, examples=12, steps=40)
