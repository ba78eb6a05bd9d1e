import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.file_names import document_name, letter_file_name


@pytest.mark.parametrize(
    ("name", "company", "role", "expected"),
    [
        ("Ada Lovelace", "Acme", "Developer", "Ada Lovelace - Acme - Developer.pdf"),
        ("", "AC/DC: Co.", "C++ <dev>", "AC DC Co - C++ dev.pdf"),
        ("", "", "", "Letter.pdf"),
        ("con", "", "", "Letter con.pdf"),
        ("Ada\u202efdp.exe", "..", " . ", "Adafdp.exe.pdf"),
        ("", "", "-", "Letter.pdf"),
    ],
)
def test_names_a_person_can_recognise(name: str, company: str, role: str, expected: str) -> None:
    assert letter_file_name(name, company, role, "pdf") == expected


@given(st.text(), st.text(), st.text())
def test_any_text_gives_a_name_that_every_system_takes(name: str, company: str, role: str) -> None:
    made = letter_file_name(name, company, role, "pdf")

    assert made.endswith(".pdf")
    assert len(made.encode()) <= 200
    assert not set(made) & set('<>:"/\\|?*')
    assert all(unicodedata.category(c)[0] != "C" for c in made)
    assert made.split(".")[0].strip().lower() not in {"con", "nul", "aux", "prn", "com1"}
    assert made[0] not in " ."


def test_long_names_are_cut_at_a_whole_character() -> None:
    made = letter_file_name("😀" * 500, "é" * 500, "x" * 500, "pdf")

    assert len(made.encode()) <= 200


@given(st.text(max_size=300))
def test_the_name_of_any_document_is_taken_by_every_system(typed: str) -> None:
    name = document_name(typed)

    assert 0 < len(name.encode("utf-8")) <= 200
    assert not set('<>:"/\\|?*\0\n') & set(name)
    assert name == name.strip(" .")
    assert document_name(name) == name
