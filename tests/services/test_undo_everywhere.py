"""Every change a person makes is one step of undo: each public method of each service that writes
is called here, undone and done again, and every row is as it was.
"""

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from importlib import import_module
from pathlib import Path

import pytest
from tests.support.clock import FakeClock
from tests.support.workspaces import state

from jobtracker import services
from jobtracker.domain.blocks import Block
from jobtracker.domain.events import EventKind
from jobtracker.domain.interviews import InterviewResult
from jobtracker.domain.letter_kinds import Language, LetterKind
from jobtracker.domain.letter_looks import LetterLook
from jobtracker.domain.letter_parts import Part
from jobtracker.domain.listing import ListQuery
from jobtracker.domain.my_profile import MyProfile
from jobtracker.domain.my_skills import MySkill
from jobtracker.domain.negotiation import Arguments
from jobtracker.domain.packages import Package
from jobtracker.domain.pay import Pay, Period
from jobtracker.domain.profiles import DUTY, RoleProfile
from jobtracker.domain.stages import Outcome, Stage
from jobtracker.domain.target_roles import TargetRole
from jobtracker.services.base import Service
from jobtracker.services.workspace import Workspace

Act = Callable[[Workspace], object]

NOT_A_STEP = {
    "archive.bring_in": "tested with the archive, whose file it needs",
    "backups.restore": "puts another file in the place of this one",
    "bin.forget": "takes out of undo what it deletes for good",
    "history.redo": "is undo's own",
    "history.undo": "is undo's own",
    "wiping.delete_everything": "leaves nothing to undo",
}
PREPARED = {
    "letter_exports.clip",
    "letter_exports.export_many",
    "log.close_quiet",
    "review.follow_up",
    "review.keep",
    "review.no_reply",
    "saved_views.move",
}
"""Those that need a step before their own."""
DATA = Path(__file__).parents[1] / "data"
DAY = date(2026, 11, 20)
LETTER = (
    "Dear Sir or Madam,\n\nI want to be a Clerk at Nut, from {{ start_date }}.\n\nYours faithfully"
)
CLEAN = "Dear Sir or Madam,\n\nI want to be a Clerk at Nut.\n\nYours faithfully,\n\nAnna"
BAKER = RoleProfile(title="Baker", duties=("Bake bread",))
PACKAGE = Package(Pay(150_000_00, 150_000_00, "USD", Period.YEAR, "150k"))
PAGE = (DATA / "profiles" / "orchard_manager_a.txt").read_text("utf-8")


def one(space: Workspace, table: str) -> int:
    """The newest record of a table."""
    with space.database.read() as session:
        found = session.connection().exec_driver_sql(f"SELECT max(id) FROM {table}").scalar()
    assert isinstance(found, int)
    return found


def event(space: Workspace, kind: str) -> int:
    with space.database.read() as session:
        found = session.connection().exec_driver_sql(
            "SELECT max(id) FROM event WHERE kind = ?", (kind,)
        )
        key = found.scalar()
    assert isinstance(key, int)
    return key


def target(space: Workspace) -> TargetRole:
    return next(one for one in space.targets.all() if one.title == "Baker")


SAMPLE = Path(__file__).parents[2] / "resources" / "sample" / "applications.toml"
RESUME = DATA / "resumes" / "odd_dates.resume.json"


def paths(space: Workspace) -> Path:
    """A folder to write to."""
    assert space.database.path is not None
    return space.database.path.parent


def folder(space: Workspace) -> Path:
    """A folder that is there."""
    made = paths(space) / "second"
    made.mkdir()
    return made


def store_table(space: Workspace) -> None:
    reading = space.salary_tables.read(DATA / "salary" / "percentiles_like.csv")
    space.salary_tables.store(reading, reading.guess._replace(kind="reported"))


def store_template(space: Workspace) -> None:
    path = paths(space) / "mine.txt"
    path.write_text("Dear [Name],\n\nI bake.\n\nYours", "utf-8")
    foreign = space.letter_templates.read(path)
    space.letter_templates.store(foreign, dict.fromkeys(range(len(foreign.questions))))


def restore_from_bin(space: Workspace) -> None:
    space.bin.restore([space.bin.entries()[0].id])


def write_letter(space: Workspace) -> None:
    space.letters.save(
        one(space, "letter"), LETTER, {"start_date": "at once"}, {Part.SUBJECT: "Bread"}
    )


ACTS: tuple[tuple[str, Act], ...] = (
    ("sample.fill", lambda s: s.sample.fill(SAMPLE)),
    ("sample.remove", lambda s: s.sample.remove()),
    ("profiles.store", lambda s: s.profiles.store(BAKER)),
    ("profiles.tick", lambda s: s.profiles.tick(one(s, "profile"), DUTY, "Bake bread")),
    ("profiles.set_notes", lambda s: s.profiles.set_notes(one(s, "profile"), "mine")),
    ("profiles.archive", lambda s: s.profiles.archive(one(s, "profile"))),
    ("profiles.import_page", lambda s: s.profiles.import_page(PAGE)),
    ("profiles.import_pages", lambda s: s.profiles.import_pages([("a", f"New {PAGE}")])),
    ("profiles.import_files", lambda s: s.profiles.import_files([DATA / "roles" / "onet_mini"])),
    (
        "profiles.edit",
        lambda s: s.profiles.edit(one(s, "profile"), RoleProfile(title="Miller", duties=("Mill",))),
    ),
    ("applications.add", lambda s: s.applications.add({"company": "Acme", "role": "Baker"})),
    ("capture.add", lambda s: s.capture.add({"company": "Bolt", "role": "Baker"}, {"name": "Al"})),
    ("applications.edit", lambda s: s.applications.edit(one(s, "application"), {"notes": "a"})),
    (
        "applications.edit_many",
        lambda s: s.applications.edit_many([one(s, "application")], {"source": "a friend"}),
    ),
    (
        "applications.edit_rows",
        lambda s: s.applications.edit_rows([(one(s, "application"), {"location": "Graz"})]),
    ),
    ("applications.tag_many", lambda s: s.applications.tag_many([one(s, "application")], ["x"])),
    (
        "applications.place",
        lambda s: s.applications.place(one(s, "application"), Stage.SCREENING, None),
    ),
    ("companies.edit", lambda s: s.companies.edit(one(s, "company"), {"name": "Bolt & Nut"})),
    ("contacts.add", lambda s: s.contacts.add({"name": "Sam", "company": "Bolt"})),
    ("contacts.edit", lambda s: s.contacts.edit(one(s, "contact"), {"title": "Head"})),
    ("contacts.link", lambda s: s.contacts.link(one(s, "application"), one(s, "contact"))),
    ("contacts.unlink", lambda s: s.contacts.unlink(one(s, "application"), one(s, "contact"))),
    ("contacts.add_to", lambda s: s.contacts.add_to(one(s, "application"), {"name": "Kim"})),
    ("custom_fields.add", lambda s: s.custom_fields.add("Visa")),
    ("custom_fields.rename", lambda s: s.custom_fields.rename(one(s, "custom_field"), "Permit")),
    ("documents.add", lambda s: s.documents.add(one(s, "application"), ("cv.txt", b"me"))),
    ("documents.edit", lambda s: s.documents.edit(one(s, "document"), name="cv2.txt")),
    (
        "interviews.add",
        lambda s: s.interviews.add(one(s, "application"), {"starts": "2026-11-21 10:00"}),
    ),
    ("interviews.edit", lambda s: s.interviews.edit(one(s, "interview"), {"place": "Graz"})),
    ("today.hold", lambda s: s.today.hold(one(s, "interview"), InterviewResult.PASSED)),
    ("today.thank", lambda s: s.today.thank(one(s, "interview"))),
    ("log.move", lambda s: s.log.move(one(s, "application"), Stage.INTERVIEW)),
    ("log.move_many", lambda s: s.log.move_many([one(s, "application")], Stage.OFFER)),
    ("log.note", lambda s: s.log.note(one(s, "application"), "called")),
    ("log.redate", lambda s: s.log.redate(event(s, "note"), DAY)),
    ("log.reword", lambda s: s.log.reword(event(s, "note"), "rang")),
    ("log.retract", lambda s: s.log.retract(event(s, "note"))),
    ("log.message", lambda s: s.log.message(one(s, "application"), "hello", incoming=True)),
    ("log.offer", lambda s: s.log.offer(one(s, "application"), "$100k")),
    (
        "log.past",
        lambda s: s.log.past(one(s, "application"), EventKind.INTERVIEW, DAY, text="by phone"),
    ),
    ("log.close", lambda s: s.log.close(one(s, "application"), Outcome.REJECTED)),
    ("log.reopen", lambda s: s.log.reopen(one(s, "application"))),
    ("log.close_many", lambda s: s.log.close_many([one(s, "application")], Outcome.WITHDRAWN)),
    ("log.close_quiet", lambda s: s.log.close_quiet([again(s)])),
    ("review.no_reply", lambda s: s.review.no_reply(again(s))),
    ("review.follow_up", lambda s: s.review.follow_up(again(s), date(2026, 12, 1))),
    ("review.plan", lambda s: s.review.plan(one(s, "application"), "ring", date(2026, 12, 2))),
    ("review.keep", lambda s: s.review.keep(again(s))),
    ("today.snooze", lambda s: s.today.snooze([one(s, "application")], date(2026, 12, 9))),
    ("today.finish", lambda s: s.today.finish(one(s, "application"))),
    ("offers.add", lambda s: s.offers.add(one(s, "application"), PACKAGE)),
    ("offers.edit", lambda s: s.offers.edit(one(s, "offer"), notes="short")),
    ("offers.weigh", lambda s: s.offers.weigh("Pay", 4)),
    (
        "negotiation.argue",
        lambda s: s.negotiation.argue(one(s, "application"), Arguments("I bake", frozenset("a"))),
    ),
    ("pay_facts.add", lambda s: s.pay_facts.add(one(s, "application"), "stated", "$90k", DAY)),
    ("pay_facts.edit", lambda s: s.pay_facts.edit(one(s, "pay_fact"), "stated", "$95k", DAY)),
    ("rates.set", lambda s: s.rates.set("USD", "EUR", Decimal("0.92"), DAY)),
    ("rates.remove", lambda s: s.rates.remove(s.rates.all()[0])),
    ("salary_tables.store", store_table),
    ("salary_tables.remove", lambda s: s.salary_tables.remove(one(s, "salary_table"))),
    ("targets.add", lambda s: s.targets.add(TargetRole(title="Baker"))),
    ("targets.edit", lambda s: s.targets.edit(target(s).id, target(s)._replace(notes="soon"))),
    ("salaries.move_target", lambda s: s.salaries.move_target("$150K", None, "Developer")),
    ("my_skills.add", lambda s: s.my_skills.add("Dough", "at home")),
    ("my_skills.add_many", lambda s: s.my_skills.add_many([MySkill("Ovens"), MySkill("Rye")])),
    ("me.save", lambda s: s.me.save(MyProfile(name="Anna Weber"))),
    ("me.import_resume", lambda s: s.me.import_resume(RESUME)),
    ("preferences.set_waiting_days", lambda s: s.preferences.set_waiting_days({"applied": 9})),
    ("preferences.set_weekly_goal", lambda s: s.preferences.set_weekly_goal(7)),
    ("backups.set_on_closing", lambda s: s.backups.set_on_closing(wanted=False)),
    (
        "backups.choose_second_folder",
        lambda s: s.backups.choose_second_folder(folder(s)),
    ),
    ("saved_views.save", lambda s: s.saved_views.save("Remote", ListQuery())),
    ("saved_views.rename", lambda s: s.saved_views.rename(one(s, "saved_view"), "Far")),
    ("saved_views.move", lambda s: s.saved_views.move(second_view(s), 0)),
    ("letters.save_template", lambda s: s.letters.save_template("Plain", LETTER)),
    (
        "letter_templates.add",
        lambda s: s.letter_templates.add(
            "Other", LETTER, LetterKind.COVER_LETTER, Language.ENGLISH
        ),
    ),
    (
        "letter_templates.save",
        lambda s: s.letter_templates.save(
            one(s, "letter_template"), "Changed", LETTER, LetterKind.COVER_LETTER, Language.ENGLISH
        ),
    ),
    ("letter_templates.copy", lambda s: s.letter_templates.copy(one(s, "letter_template"))),
    ("letter_templates.store", store_template),
    ("letters.draft", lambda s: s.letters.draft(one(s, "application"), "Plain")),
    ("letters.save", write_letter),
    ("letters.set_text", lambda s: s.letters.set_text(one(s, "letter"), f"{LETTER}, Anna")),
    ("letters.set_values", lambda s: s.letters.set_values(one(s, "letter"), {"start_date": "May"})),
    (
        "letters.set_look",
        lambda s: s.letters.set_look(one(s, "letter"), LetterLook(fit=True)),
    ),
    ("letters.hide", lambda s: s.letters.hide(one(s, "letter"), Part.DATE, True)),
    ("letters.rename", lambda s: s.letters.rename(one(s, "letter"), "First")),
    ("letters.keep_version", lambda s: s.letters.keep_version(one(s, "letter"), "A")),
    ("letters.restore", lambda s: s.letters.restore(one(s, "letter"), 1)),
    ("blocks.keep", lambda s: s.blocks.keep(one(s, "letter"), "I bake bread every day.")),
    ("blocks.add", lambda s: s.blocks.add(Block(0, "", "Rye", "I know rye."))),
    ("blocks.save", lambda s: s.blocks.save(s.blocks.all()[0]._replace(text="I know it all."))),
    ("blocks.used", lambda s: s.blocks.used(one(s, "letter"), one(s, "letter_block"))),
    (
        "letter_exports.export",
        lambda s: s.letter_exports.export(
            one(s, "letter"), paths(s) / "letter.txt", override="sure"
        ),
    ),
    ("letter_exports.clip", lambda s: s.letter_exports.clip(doubtful(s), override="sure")),
    ("letter_exports.printable", lambda s: s.letter_exports.printable(doubtful(s), "sure")),
    (
        "letter_exports.export_many",
        lambda s: s.letter_exports.export_many([clean(s)], paths(s), ".md"),
    ),
    ("letters.sent", lambda s: s.letters.sent(clean(s), override="sure")),
    (
        "letters.duplicate",
        lambda s: s.letters.duplicate(one(s, "letter"), one(s, "application")),
    ),
    ("letters.remove", lambda s: s.letters.remove(one(s, "letter"))),
    ("bin.restore", restore_from_bin),
    ("blocks.remove", lambda s: s.blocks.remove(one(s, "letter_block"))),
    ("letter_templates.remove", lambda s: s.letter_templates.remove(one(s, "letter_template"))),
    ("saved_views.remove", lambda s: s.saved_views.remove(one(s, "saved_view"))),
    ("my_skills.remove", lambda s: s.my_skills.remove("Dough")),
    ("targets.remove", lambda s: s.targets.remove(target(s).id)),
    ("pay_facts.remove", lambda s: s.pay_facts.remove(one(s, "pay_fact"))),
    ("offers.remove", lambda s: s.offers.remove(one(s, "offer"))),
    ("interviews.remove", lambda s: s.interviews.remove(one(s, "interview"))),
    ("documents.remove", lambda s: s.documents.remove(one(s, "document"))),
    ("custom_fields.remove", lambda s: s.custom_fields.remove(one(s, "custom_field"))),
    ("contacts.remove", lambda s: s.contacts.remove(one(s, "contact"))),
    ("profiles.remove", lambda s: s.profiles.remove(one(s, "profile"))),
    ("applications.remove", lambda s: s.applications.remove(one(s, "application"))),
    ("applications.remove_many", lambda s: s.applications.remove_many([one(s, "application")])),
)


def again(space: Workspace) -> int:
    """An application that is open and was applied to."""
    return space.applications.add({"company": "Nut", "role": "Clerk", "stage": Stage.APPLIED}).value


def second_view(space: Workspace) -> int:
    return space.saved_views.save("Second", ListQuery(group="company")).value


def doubtful(space: Workspace) -> int:
    """A letter that leaves only with a reason."""
    return space.letters.set_text(one(space, "letter"), "Dear [Name],\n\nHello.\n\nBye").value


def clean(space: Workspace) -> int:
    return space.letters.set_text(one(space, "letter"), CLEAN).value


def writing() -> Iterator[str]:
    """Every public method of the workspace's services that answers with what it changed."""
    kinds = {
        name: found
        for module in pkgutil.iter_modules(services.__path__)
        for name, found in vars(import_module(f"jobtracker.services.{module.name}")).items()
        if inspect.isclass(found) and issubclass(found, Service)
    }
    for name, member in inspect.getmembers(Workspace):
        if isinstance(member, cached_property):
            kind = kinds[member.func.__annotations__["return"]]
            for one_of_it, method in inspect.getmembers(kind, inspect.isfunction):
                answers = str(method.__annotations__.get("return", ""))
                if not one_of_it.startswith("_") and "Done[" in answers:
                    yield f"{name}.{one_of_it}"


def test_every_method_that_writes_is_tried_here() -> None:
    tried = {name for name, _ in ACTS}

    assert set(writing()) == tried | NOT_A_STEP.keys()


@pytest.mark.long
def test_each_change_is_one_step_that_undo_takes_back_row_for_row(
    workspace: Workspace, clock: FakeClock
) -> None:
    for name, act in ACTS:
        clock.advance(timedelta(minutes=1))
        before = state(workspace)
        steps = len(workspace.history.steps(1_000))
        act(workspace)
        after = state(workspace)
        made = len(workspace.history.steps(1_000)) - steps
        assert made == (2 if name in PREPARED else 1), name
        assert after != before, name
        for _ in range(made):
            workspace.history.undo()
        assert state(workspace) == before, name
        for _ in range(made):
            workspace.history.redo()
        assert state(workspace) == after, name
    assert workspace.checking.check().problems == ()
