"""Whatever was done in whatever order, undoing all of it gives the start and redoing the end."""

import json
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlalchemy import text
from tests.support.database import (
    add_application,
    add_company,
    add_event,
    everything,
    open_workspace,
)

from jobtracker.domain.errors import NothingToUndoError
from jobtracker.storage.database import Transaction
from jobtracker.storage.schema import JOURNALLED

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
SOME = st.integers(0, 7)


def _profile(step: Transaction, word: str) -> None:
    key = step.session.execute(
        text(
            "INSERT INTO profile (uid, origin, version, title, category, summary, source, code, "
            "credit, created_at) VALUES (hex(randomblob(8)), 'own', 1, :word, '', '', '', '', '', "
            "'') RETURNING id"
        ),
        {"word": word},
    ).scalar_one()
    for number in range(3):
        step.session.execute(
            text(
                "INSERT INTO profile_item (profile_id, section, ordinal, heading, body) "
                "VALUES (:key, 'duties', :number, '', :word)"
            ),
            {"key": key, "number": number, "word": word},
        )
    step.session.execute(
        text(
            "INSERT INTO salary_range (uid, profile_id, ordinal, level, experience, place, low, "
            "kind, source, source_date, licence, text, assumed, rse, notes, code, area, at_least) "
            "VALUES (hex(randomblob(8)), :key, 0, :word, '', '', 9007199254740993, '', '', '', "
            "'', '', '', '', '', '', '', '')"
        ),
        {"key": key, "word": word},
    )


def _letter(step: Transaction, application: int, word: str) -> None:
    key = step.session.execute(
        text(
            "INSERT INTO letter (uid, application_id, kind, language, style, paper, fit, family, "
            "name, text, field_values, frame, hidden, created_at, updated_at) VALUES "
            "(hex(randomblob(8)), :application, '', '', '', '', 0, '', '', :word, :values, '{}', "
            "'[]', '', '') RETURNING id"
        ),
        {"application": application, "word": word, "values": json.dumps({word: word})},
    ).scalar_one()
    step.session.execute(
        text(
            "INSERT INTO letter_version (letter_id, number, kind, name, text, field_values, "
            "override_reason, saved_at) VALUES (:key, 1, '', '', :word, '{}', '', '')"
        ),
        {"key": key, "word": word},
    )


DELETED = (
    "profile", "letter", "event", "interview", "tag", "offer", "salary_table", "target_role",
)  # fmt: skip

_MEETING = (
    "REPLACE INTO posting (application_id, text) SELECT id, :word FROM application LIMIT 2",
    (
        "INSERT INTO interview (uid, application_id, kind, starts, ends, time_zone, place, people, "
        "preparation, notes, result, created_at) SELECT hex(randomblob(8)), id, '', '2026-11-24', "
        "'', '', :word, '', '', '', '', '' FROM application LIMIT 2"
    ),
    (
        "INSERT INTO event (uid, application_id, kind, on_date, from_value, to_value, text, "
        "interview_id, recorded_at) SELECT hex(randomblob(8)), application_id, 'interview', "
        "starts, '', '', :word, id, '' FROM interview LIMIT 3"
    ),
    (
        "INSERT INTO event (uid, application_id, kind, on_date, from_value, to_value, text, "
        "target_id, recorded_at) SELECT hex(randomblob(8)), application_id, 'reworded', on_date, "
        "'', '', :word, id, '' FROM event LIMIT 2"
    ),
    "INSERT OR IGNORE INTO tag (name, name_key) VALUES (:word, :word)",
    (
        "INSERT OR IGNORE INTO application_tag (application_id, tag_id) "
        "SELECT a.id, t.id FROM application a, tag t LIMIT 5"
    ),
    (
        "INSERT INTO contact (uid, company_id, name, title, email, phone, url, notes, created_at) "
        "SELECT hex(randomblob(8)), id, :word, '', '', '', '', '', '' FROM company LIMIT 1"
    ),
    (
        "INSERT OR IGNORE INTO application_contact (application_id, contact_id, part) "
        "SELECT a.id, c.id, :word FROM application a, contact c LIMIT 4"
    ),
)

_MONEY = (
    (
        "INSERT INTO offer (uid, application_id, label, received_on, what_if, pay_text, "
        "pay_assumed, package, notes, created_at) SELECT hex(randomblob(8)), id, :word, '', "
        "id % 2, '', '', '', '', '' FROM application LIMIT 3"
    ),
    (
        "INSERT INTO offer (uid, label, received_on, what_if, pay_text, pay_assumed, package, "
        "notes, created_at) VALUES (hex(randomblob(8)), :word, '', 1, '', '', '', '', '')"
    ),
    (
        "INSERT INTO event (uid, application_id, kind, on_date, from_value, to_value, text, "
        "offer_id, recorded_at) SELECT hex(randomblob(8)), application_id, 'offer', '', '', '', "
        ":word, id, '' FROM offer WHERE NOT what_if LIMIT 2"
    ),
    (
        "INSERT INTO pay_fact (uid, application_id, kind, on_date, pay_text, pay_assumed, who, "
        "how, note, created_at) SELECT hex(randomblob(8)), id, 'stated', '', :word, '', '', '', "
        "'', '' FROM application LIMIT 2"
    ),
    (
        "REPLACE INTO exchange_rate (uid, base, quote, rate, on_date, source, created_at) "
        "VALUES (hex(randomblob(8)), 'USD', 'EUR', '1.1', :word, '', '')"
    ),
    (
        "INSERT INTO salary_table (uid, name, publisher, release, source_date, licence, kind, "
        "note, file, checksum, row_count, created_at) VALUES (hex(randomblob(8)), :word, '', '', "
        "'', '', '', '', '', '', 2, '')"
    ),
    (
        "INSERT INTO salary_row (table_id, ordinal, role, role_key, level, place, place_key, "
        "code, rse, year, notes) SELECT t.id, n.value, :word, :word, '', '', '', '', '', '', '' "
        "FROM salary_table t, json_each('[1, 2]') n LIMIT 6"
    ),
    (
        "INSERT INTO can_show (profile_id, section, text, text_key, note) SELECT id, 'duty', "
        ":word, :word, '' FROM profile WHERE true ON CONFLICT DO UPDATE SET note = note || :word"
    ),
    (
        "INSERT INTO profile_mark (profile_id, notes, archived) SELECT id, :word, 0 FROM profile "
        "WHERE true ON CONFLICT DO UPDATE SET notes = excluded.notes, archived = 1 - archived"
    ),
    (
        "REPLACE INTO my_skill (uid, name, name_key, origin, evidence, created_at) "
        "VALUES (hex(randomblob(8)), :word, :word, 'own', '', '')"
    ),
)


class Steps(RuleBasedStateMachine):
    """Real file, real statements over nearly every table; every rule is one step."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._path = Path(self._folder.name) / "any.jobtracker"
        self._database = open_workspace(self._path)
        self._states = [self._state()]
        self._typed = [False]
        self._now = 0

    def teardown(self) -> None:
        while self._now:
            self._database.undo()
            self._now -= 1
            assert self._state() == self._states[self._now]
        for state in self._states[1:]:
            self._database.redo()
            assert self._state() == state
        self._database.close()
        self._folder.cleanup()

    def _state(self) -> dict[str, list[tuple[object, ...]]]:
        return everything(self._database, JOURNALLED)

    def _did(self, step: Transaction, *, typed: bool = False) -> None:
        if not step.changes.rows:
            return
        newest = self._now == len(self._states) - 1
        if not (typed and newest and self._typed[self._now]):
            self._now += 1
        self._states = [*self._states[: self._now], self._state()]
        self._typed = [*self._typed[: self._now], typed]

    @rule(word=WORDS, number=SOME)
    def add(self, word: str, number: int) -> None:
        with self._database.write("add") as step:
            name = f"{word}{number}{self._now}{len(self._states)}"
            if not step.session.scalar(text("SELECT 1 FROM company WHERE uid = :n"), {"n": name}):
                company = add_company(step, name)
                for _ in range(number % 3):
                    application = add_application(step, company, word)
                    add_event(step, application, word)
                    _letter(step, application, word)
        self._did(step)

    @rule(word=WORDS)
    def add_profile(self, word: str) -> None:
        with self._database.write("profile") as step:
            _profile(step, word)
        self._did(step)

    @rule(word=WORDS, number=SOME)
    def link(self, word: str, number: int) -> None:
        with self._database.write("link") as step:
            step.session.execute(
                text(
                    "REPLACE INTO application_profile (application_id, profile_id, ordinal)"
                    " SELECT a.id, p.id, :number FROM application a, profile p LIMIT 3"
                ),
                {"number": number},
            )
            step.session.execute(
                text(
                    "INSERT INTO target_role (uid, title, level, places, work_mode, priority, "
                    "search_words, notes, archived, profile_id, created_at) SELECT "
                    "hex(randomblob(8)), :word, '', '[]', '', 1, '', '', 0, id, '' "
                    "FROM profile LIMIT 1"
                ),
                {"word": word},
            )
        self._did(step)

    @rule(word=WORDS)
    def meet(self, word: str) -> None:
        with self._database.write("meet") as step:
            for statement in _MEETING:
                step.session.execute(text(statement), {"word": word})
        self._did(step)

    @rule(word=WORDS)
    def weigh(self, word: str) -> None:
        with self._database.write("weigh") as step:
            for statement in _MONEY:
                step.session.execute(text(statement), {"word": word})
        self._did(step)

    @rule(word=WORDS, number=SOME)
    def change(self, word: str, number: int) -> None:
        with self._database.write("change") as step:
            for statement in (
                "UPDATE company SET notes = :word WHERE id % 3 = :number % 3",
                "UPDATE profile_item SET body = :word, ordinal = ordinal + :number",
                (
                    "UPDATE application SET notes = notes || :word, pay_low = :number, "
                    "board_place = :number / 3.0"
                ),
                "UPDATE posting SET text = text || :word WHERE id % 2 = :number % 2",
            ):
                step.session.execute(text(statement), {"word": word, "number": number})
        self._did(step)

    @rule(word=WORDS, number=SOME)
    def type_on(self, word: str, number: int) -> None:
        """However often it is saved, what is typed in one go is one step."""
        with self._database.write("typing", run="letter") as step:
            for statement in (
                "UPDATE letter SET text = text || :word",
                (
                    "INSERT INTO letter_version (letter_id, number, kind, name, text, "
                    "override_reason, saved_at) SELECT letter_id, max(number) + 1, '', '', :word, "
                    "'', '' FROM letter_version WHERE letter_id % 3 = :number % 3 "
                    "GROUP BY letter_id"
                ),
                "REPLACE INTO setting (name, value) VALUES ('s0', :word)",
                "DELETE FROM tag WHERE id % 5 = :number % 5",
            ):
                step.session.execute(text(statement), {"word": word, "number": number})
        self._did(step, typed=True)

    @rule(word=WORDS, number=SOME)
    def replace_settings(self, word: str, number: int) -> None:
        with self._database.write("settings") as step:
            rows = [{"name": f"s{n}", "value": word} for n in range(number)]
            statement = "REPLACE INTO setting (name, value) VALUES (:name, :value)"
            if rows:
                step.session.execute(text(statement), rows)
        self._did(step)

    @rule(number=SOME, table=st.sampled_from(DELETED))
    def delete(self, number: int, table: str) -> None:
        with self._database.write("delete") as step:
            if table == "profile":
                step.session.execute(text("DELETE FROM application_profile"))
            step.session.execute(text(f"DELETE FROM {table} WHERE id % 3 = {number % 3}"))
        self._did(step)

    @rule(number=SOME)
    def delete_with_children(self, number: int) -> None:
        with self._database.write("delete application") as step:
            step.session.execute(text(f"DELETE FROM application WHERE id % 4 = {number % 4}"))
        self._did(step)

    @rule()
    def undo(self) -> None:
        try:
            self._database.undo()
        except NothingToUndoError:
            assert self._now == 0
        else:
            self._now -= 1

    @rule()
    def redo(self) -> None:
        try:
            self._database.redo()
        except NothingToUndoError:
            assert self._now == len(self._states) - 1
        else:
            self._now += 1

    @rule()
    def reopen(self) -> None:
        self._database.close()
        self._database = open_workspace(self._path)

    @invariant()
    def the_file_is_as_remembered(self) -> None:
        assert self._state() == self._states[self._now]


Steps.TestCase.settings = settings(
    max_examples=8,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TestAnySteps = Steps.TestCase
