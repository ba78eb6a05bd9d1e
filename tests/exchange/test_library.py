"""The reference library as shipped, and what happens when a file of it is damaged."""

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from jobtracker.domain.errors import UnreadableFileError
from jobtracker.domain.letters import KNOWN_FIELDS, fields_in, fill
from jobtracker.domain.placeholders import find_placeholders
from jobtracker.exchange.library import (
    Library,
    LibraryProfile,
    LibrarySalary,
    read_library,
)
from jobtracker.exchange.library_files import fingerprint

TOKEN = re.compile(r"\{\{([#/]?) ?([a-z][a-z0-9_]*) \}\}")

RELATED_RANGES_THAT_DISAGREE = {
    # official pay of project management in all trades, beside an estimate for software projects
    ("product-manager", "Project Manager"),
}


@pytest.fixture(scope="module")
def library(resources: Path) -> Library:
    return read_library(resources)


@pytest.fixture
def own_copy(resources: Path, tmp_path: Path) -> Path:
    """A small library that a test may damage: one profile and one letter."""
    for name in ("profiles/python-developer.toml", "letters/short.toml"):
        (tmp_path / name).parent.mkdir()
        shutil.copyfile(resources / name, tmp_path / name)
    return tmp_path


def damage(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def profile(library: Library, key: str) -> LibraryProfile:
    return next(entry for entry in library.profiles if entry.key == key)


def letter_texts(library: Library) -> Iterator[tuple[str, str]]:
    yield from ((entry.key, entry.letter.text) for entry in library.profiles)
    yield from ((entry.key, entry.text) for entry in library.letters)


def template_faults(text: str) -> list[str]:
    """What is wrong with the fields and sections of a letter."""
    faults, open_sections = [], []
    for mark, name in TOKEN.findall(text):
        if mark == "#":
            open_sections.append(name)
        elif mark == "/" and (not open_sections or open_sections.pop() != name):
            faults.append(f"section {name} is closed but not open")
    faults += [f"section {name} is not closed" for name in open_sections]
    left = re.findall(r"[{}]+|\[[^\]]*\]|<[^>]*>|_{3,}|\bX{2,}\b", TOKEN.sub("", text))
    return faults + [f"{leftover!r} is left" for leftover in left]


def whole_range(entry: LibraryProfile) -> tuple[Decimal, Decimal]:
    """The range of the whole role, or the span of its levels where it has none."""
    whole = [salary for salary in entry.salaries if not salary.level] or entry.salaries
    return min(salary.low for salary in whole), max(salary.high for salary in whole)


def test_the_library_holds_enough_profiles_and_letters(library: Library) -> None:
    assert len(library.profiles) >= 27
    assert {letter.key for letter in library.letters} >= {
        *("standard", "short", "referral", "career-change", "follow-up"),
        *("thank-you", "speculative"),
    }


def test_every_key_is_its_file_name_and_every_title_is_there_once(
    library: Library, resources: Path
) -> None:
    assert [p.key for p in library.profiles] == sorted(
        path.stem for path in (resources / "profiles").iterdir()
    )
    assert [entry.key for entry in library.letters] == sorted(
        path.stem for path in (resources / "letters").iterdir()
    )
    titles = Counter(entry.title.casefold() for entry in library.profiles)
    names = Counter(entry.name.casefold() for entry in library.letters)
    assert [title for title, times in (titles + names).items() if times > 1] == []


def test_every_profile_is_complete(library: Library) -> None:
    thin = [
        entry.key
        for entry in library.profiles
        if len(entry.glance) < 4
        or len(entry.duties) < 8
        or len(entry.qualifications) < 4
        or len(entry.skills) < 8
        or not (entry.overview and entry.outlook and entry.salaries and entry.questions)
    ]

    assert thin == []


def test_no_list_says_a_thing_twice(library: Library) -> None:
    repeated = [
        (entry.key, item)
        for entry in library.profiles
        for part in (entry.skills, entry.duties, [related.title for related in entry.related])
        for item, times in Counter(part).items()
        if times > 1
    ]

    assert repeated == []


def test_every_category_is_spelled_in_one_way(library: Library) -> None:
    spellings = {entry.category for entry in library.profiles}

    assert len({category.casefold() for category in spellings}) == len(spellings)


def test_the_python_developer_has_the_pay_of_the_page_it_came_from(library: Library) -> None:
    python = profile(library, "python-developer")

    assert [(s.level, s.experience, int(s.low), int(s.high)) for s in python.salaries] == [
        ("mid", "3–5 years", 110_000, 130_000),
        ("senior", "More than 5 years, with a specialisation", 140_000, 165_000),
    ]
    assert {(s.currency, s.period, s.kind) for s in python.salaries} == {
        ("USD", "year", "estimate")
    }
    assert python.updated == date(2026, 11, 22)
    assert [label for label, _ in python.glance] == [
        "Typical education",
        "Typical experience",
        "Key certifications",
        "Top employer types",
        "Growth outlook",
        "AI impact (through 2030)",
    ]


def test_the_six_related_roles_of_the_python_developer_have_profiles_of_their_own(
    library: Library,
) -> None:
    expected = {
        "Python Application Developer": (90_000, 150_000),
        "Python Software Developer": (90_000, 152_000),
        "Project Manager": (85_000, 140_000),
        "Python Web Developer": (85_000, 140_000),
        "iOS Developer": (90_000, 145_000),
        "SharePoint Developer": (90_000, 140_000),
    }

    related = profile(library, "python-developer").related
    ranges = {entry.title: whole_range(entry) for entry in library.profiles}

    assert {role.title: (role.low, role.high) for role in related} == expected
    assert {title: ranges[title] for title in expected} == expected


def test_every_figure_names_its_source_and_when_it_is_from(library: Library) -> None:
    unsourced = [
        (entry.key, salary.text)
        for entry in library.profiles
        for salary in entry.salaries
        if not (salary.source and salary.source_date)
    ]

    assert unsourced == []


def test_an_official_figure_states_its_licence(library: Library) -> None:
    salaries = [salary for entry in library.profiles for salary in entry.salaries]

    assert [s.text for s in salaries if s.kind == "official" and not s.licence] == []


def test_the_printed_range_says_what_the_amounts_say(library: Library) -> None:
    wrong = [
        (entry.key, salary.text)
        for entry in library.profiles
        for salary in entry.salaries
        if printed_thousands(salary.text) != thousands(salary)
    ]

    assert wrong == []


def printed_thousands(text: str) -> list[int]:
    return [int(figure) for figure in re.findall(r"(\d+)K", text)]


def thousands(salary: LibrarySalary) -> list[int]:
    return [round(salary.low / 1000), round(salary.high / 1000)]


def test_a_related_role_has_the_range_of_its_own_profile(library: Library) -> None:
    ranges = {entry.title: whole_range(entry) for entry in library.profiles}

    disagreeing = {
        (entry.key, role.title)
        for entry in library.profiles
        for role in entry.related
        if ranges.get(role.title, (role.low, role.high)) != (role.low, role.high)
    }

    assert disagreeing == RELATED_RANGES_THAT_DISAGREE


def test_every_letter_greets_and_signs_and_has_well_formed_fields(library: Library) -> None:
    faults = {key: template_faults(text) for key, text in letter_texts(library)}
    frames = {
        key: (
            text.startswith("{{ salutation }}\n"),
            re.search(r"(Kind regards,|\{\{ closing \}\}\n?)\n\{\{ your_name \}\}", text)
            is not None,
        )
        for key, text in letter_texts(library)
    }

    assert {key: found for key, found in faults.items() if found} == {}
    assert {key for key, frame in frames.items() if frame != (True, True)} == set()


def test_a_profiles_letter_fits_on_a_page_and_asks_for_few_fields_of_its_own(
    library: Library,
) -> None:
    texts = {entry.key: entry.letter.text for entry in library.profiles}
    lengths = {key: len(TOKEN.sub("x", text).split()) for key, text in texts.items()}
    own_fields = {
        key: [name for name in fields_in(text) if name not in KNOWN_FIELDS]
        for key, text in texts.items()
    }

    assert {key: n for key, n in lengths.items() if not 120 <= n <= 220} == {}
    assert {key: names for key, names in own_fields.items() if len(names) > 5} == {}


def test_a_letter_with_all_its_fields_filled_holds_no_placeholder(library: Library) -> None:
    left = {
        key: find_placeholders(fill(text, dict.fromkeys(fields_in(text), "value")).text)
        for key, text in letter_texts(library)
    }

    assert {key: list(found) for key, found in left.items() if found} == {}


def test_a_letter_with_no_field_filled_keeps_its_paragraphs_apart(library: Library) -> None:
    gaps = {key for key, text in letter_texts(library) if "\n\n\n" in fill(text, {}).text}

    assert gaps == set()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Dear {{ name }, hello", "'{{' is left"),
        ("{{# referrer }}by {{ referrer }}", "section referrer is not closed"),
        ("{{/ referrer }}", "section referrer is closed but not open"),
        ("I admire [Company].", "'[Company]' is left"),
    ],
)
def test_a_faulty_letter_would_be_noticed(text: str, fault: str) -> None:
    assert fault in template_faults(text)


def test_the_fingerprint_changes_with_any_file_and_with_nothing_else(own_copy: Path) -> None:
    before = fingerprint(own_copy)
    (own_copy / "profiles" / "notes.txt").write_text("not a library file")
    untouched = fingerprint(own_copy)
    damage(own_copy, "letters/short.toml", "version = 2", "version = 3")
    edited = fingerprint(own_copy)
    (own_copy / "letters" / "short.toml").rename(own_copy / "letters" / "brief.toml")
    renamed = fingerprint(own_copy)

    assert untouched == before
    assert len({before, edited, renamed}) == 3


def test_a_known_library_is_recognised_without_loading_any_model(resources: Path) -> None:
    program = (
        "import sys, pathlib; from jobtracker.exchange.library_files import fingerprint;"
        "print(fingerprint(pathlib.Path(sys.argv[1])), 'pydantic' in sys.modules)"
    )

    answer = subprocess.run(
        [sys.executable, "-c", program, str(resources)],
        capture_output=True,
        text=True,
        check=True,
    )

    assert answer.stdout.split() == [fingerprint(resources), "False"]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("summary =", "sumary =", "summary: Field required"),
        ("low = 110000", "low = 910000", "salaries.0: Value error, low 910000 is above high"),
        ("low = 110000", "p10 = 2\np90 = 1\nlow = 110000", "the percentiles do not rise"),
        ('currency = "USD"', 'currency = "$"', "salaries.0.currency: "),
        ('level = "mid"', 'level = "medium"', "salaries.0.level: "),
        ('key = "python-developer"', 'key = "python"', "key: 'python' is not the file's name"),
        ('title = "Python Developer"', 'title = "Python', "(at line 3, column "),
        ('title = "Python Developer"', 'title = "Python"\ntopic = "x"', "topic: Extra inputs"),
    ],
)
def test_a_damaged_profile_is_refused_with_its_file_and_key(
    own_copy: Path, old: str, new: str, reason: str
) -> None:
    damage(own_copy, "profiles/python-developer.toml", old, new)

    with pytest.raises(UnreadableFileError) as caught:
        read_library(own_copy)

    message = str(caught.value)
    assert message.startswith("The reference library file python-developer.toml has a fault (")
    assert reason in message
    assert "\n" not in message


def test_a_letter_that_is_not_text_is_refused(own_copy: Path) -> None:
    (own_copy / "letters" / "short.toml").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(UnreadableFileError, match=r"short\.toml has a fault"):
        read_library(own_copy)


def test_a_folder_in_place_of_a_file_is_refused(own_copy: Path) -> None:
    (own_copy / "letters" / "long.toml").mkdir()

    with pytest.raises(UnreadableFileError, match=r"long\.toml has a fault"):
        fingerprint(own_copy)


def test_a_missing_library_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="no folder 'profiles'"):
        read_library(tmp_path)


@pytest.mark.shared
def test_no_sentence_is_taken_from_the_page_the_figures_came_from(
    library: Library, shared_data: Path
) -> None:
    page = (shared_data / "role_profiles" / "python_developer.txt").read_text(encoding="utf-8")
    taken = runs_of_eight_words(page)

    copied = {
        (entry.key, " ".join(run))
        for entry in (*library.profiles, *library.letters)
        for text in strings_in(entry.model_dump())
        for run in runs_of_eight_words(text) & taken
    }

    assert copied == set()


def runs_of_eight_words(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[\w']+", text.casefold())
    return {tuple(words[start : start + 8]) for start in range(len(words) - 7)}


def strings_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings_in(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from strings_in(part)
