"""Dictionaries as they lie in folders: good ones, broken ones, and such as mean harm."""

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jobtracker.domain.errors import JobtrackerError, UnreadableFileError
from jobtracker.system.spelling import OwnWords, Speller, named, speller

AFF = "SET UTF-8\nTRY esianrt\nSFX S Y 1\nSFX S 0 s [^s]\n"
DIC = "3\nBrief/S\nÜbung\nschreiben\n"
NOTHING = Path("/nowhere/at/all")


def write(folder: Path, name: str, aff: str | bytes = AFF, dic: str | bytes = DIC) -> Path:
    folder.mkdir(exist_ok=True, parents=True)
    for suffix, text in ((".aff", aff), (".dic", dic)):
        data = text if isinstance(text, bytes) else text.encode()
        (folder / f"{name}{suffix}").write_bytes(data)
    return folder


@pytest.fixture(scope="session")
def english(resources: Path) -> Speller:
    found = speller("en", resources / "dictionaries")
    assert found is not None
    return found


@pytest.mark.parametrize("word", ["receive", "Experience", "don't", "don’t", "letters"])
def test_english_lies_beside_the_program(english: Speller, word: str) -> None:
    assert english.check(word)


@pytest.mark.parametrize(
    ("typed", "meant"), [("recieve", "receive"), ("langauge", "language"), ("teh", "the")]
)
def test_a_wrong_word_is_seen_and_the_right_one_offered(
    english: Speller, typed: str, meant: str
) -> None:
    assert not english.check(typed)
    assert english.suggest(typed)[0] == meant


@pytest.mark.parametrize("name", ["de", "de_DE", "de-CH", "de_DE_frami", "DE_at"])
def test_a_dictionary_is_known_by_how_its_name_begins(tmp_path: Path, name: str) -> None:
    found = speller("de", NOTHING, write(tmp_path / "mine", name))

    assert found is not None
    assert found.check("Briefs")
    assert found.check("Übung")
    assert not found.check("Brif")
    assert "Brief" in found.suggest("Brif")


def test_another_language_s_dictionary_does_not_count(tmp_path: Path, resources: Path) -> None:
    folder = write(tmp_path, "fr_FR")

    assert speller("de", resources / "dictionaries", folder) is None
    assert named(folder, "fr") == [folder / "fr_FR.aff"]


def test_a_dictionary_of_the_person_s_own_goes_before_the_shipped_one(
    tmp_path: Path, resources: Path
) -> None:
    found = speller("en", resources / "dictionaries", write(tmp_path, "en_GB", dic="1\ncolour\n"))

    assert found is not None
    assert found.check("colour")
    assert not found.check("color")


def test_dictionaries_may_lie_in_folders_of_their_own(tmp_path: Path) -> None:
    write(tmp_path / "dict-es", "es_ES", dic="1\ncarta\n")
    write(tmp_path / "dict-mx", "es_MX", dic="1\nchamba\n")

    found = speller("es", NOTHING, tmp_path)

    assert found is not None
    assert found.check("carta")
    assert found.check("chamba")


def test_an_old_encoding_is_read(tmp_path: Path) -> None:
    folder = write(tmp_path, "de", "SET ISO8859-1\n", "1\nÜbung\n".encode("latin-1"))

    found = speller("de", NOTHING, folder)

    assert found is not None
    assert found.check("Übung")


@pytest.mark.parametrize(
    ("aff", "dic"),
    [
        ("SET klingon\n", DIC),
        ("SFX S Y 3\n", DIC),
        ("SFX S Y x\n", DIC),
        ("SET UTF-8\nREP 1\nREP (a a\n", DIC),
        ("<html>", "<html>"),
        (AFF, ""),
        (AFF, "no number\n"),
        ("SET UTF-8\nSFX S Y 1\nSFX S 0 s (a+)+$\n", DIC),
        ("SET UTF-8\nPFX P Y 1\nPFX P 0 (x|x)* .\n", DIC),
        ("SET UTF-8\nREP 1\nREP (.*)*$ b\n", DIC),
        ("SET UTF-8\nBREAK 1\nBREAK (.*)*\n", DIC),
        ("SET UTF-8\nCOMPOUNDRULE 1\nCOMPOUNDRULE A*A*A*A*A*A*A*\n", DIC),
        (b"A" * 5_000_001, DIC),
    ],
)
def test_a_broken_or_hostile_dictionary_ends_in_a_word_about_it(
    tmp_path: Path, aff: str | bytes, dic: str | bytes
) -> None:
    folder = write(tmp_path, "de", aff, dic)

    with pytest.raises(UnreadableFileError, match=r"The dictionary de\.(aff|dic) is not used"):
        speller("de", NOTHING, folder)


def test_a_missing_folder_is_said(tmp_path: Path, resources: Path) -> None:
    with pytest.raises(UnreadableFileError, match="cannot be read"):
        speller("de", resources / "dictionaries", tmp_path / "gone")


def test_a_word_of_a_thousand_parts_is_no_reason_to_wait(tmp_path: Path) -> None:
    rules = "SET UTF-8\nCOMPOUNDMIN 1\nCOMPOUNDFLAG C\n"
    words = "4\na/C\naa/C\naaa/C\naaaa/C\n"
    found = speller("de", NOTHING, write(tmp_path, "de", rules, words))
    assert found is not None
    started = time.monotonic()

    found.check("a" * 39 + "b")
    found.check("a" * 5_000)

    assert time.monotonic() - started < 5


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=2000)
@given(
    aff=st.lists(
        st.one_of(
            st.text(max_size=20),
            st.sampled_from(
                ["SET UTF-8", "FLAG num", "FLAG long", "SFX S Y 1", "SFX S 0 s .", "REP 1"]
            ),
            st.sampled_from(
                ["AF 2", "AF AB", "MAP 1", "MAP aä", "COMPOUNDMIN x", "IGNORE", "ICONV 1"]
            ),
        ),
        max_size=12,
    ),
    dic=st.lists(st.text(max_size=12), max_size=12),
)
def test_no_file_does_more_than_be_refused(tmp_path: Path, aff: list[str], dic: list[str]) -> None:
    folder = write(
        tmp_path,
        "de",
        "\n".join(aff).encode("utf-8", "surrogatepass"),
        "\n".join(["9", *dic]).encode("utf-8", "surrogatepass"),
    )
    with suppress(JobtrackerError):
        found = speller("de", NOTHING, folder)
        assert found is not None
        found.check("Brief")
        found.suggest("Brif")


def test_own_words_are_kept_in_a_file_of_this_machine(tmp_path: Path) -> None:
    file = tmp_path / "config" / "words.txt"
    words = OwnWords(file)
    assert "Wingtip" not in words

    words.add("Wingtip")
    words.add("wingtip")

    assert "WINGTIP" in words
    assert "wingtip" in OwnWords(file)
    assert file.read_text("utf-8") == "Wingtip\n"
    assert file.stat().st_mode & 0o077 == 0


def test_own_words_survive_a_file_that_is_no_text(tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    file.write_bytes(b"\xff\xfe\0\nWingtip\n")

    assert "Wingtip" in OwnWords(file)
