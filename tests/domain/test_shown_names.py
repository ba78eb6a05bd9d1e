"""Names of files are data: forty of them, as they are kept, shown and opened."""

import pytest

from jobtracker.domain.file_names import document_name, opens_by_itself, shown_name

KEPT = [
    ("cv.pdf", "cv.pdf"),
    ("../../etc/passwd", "Document.etc passwd"),
    ("/etc/passwd", "etc passwd"),
    ("..\\..\\windows\\win.ini", "windows win.ini"),
    ("C:\\Users\\a\\cv.pdf", "C Users a cv.pdf"),
    ("\\\\server\\share\\cv.pdf", "server share cv.pdf"),
    ("CON", "Document CON"),
    ("con.pdf", "Document con.pdf"),
    ("LPT1.txt", "Document LPT1.txt"),
    ("nul.tar.gz", "Document nul.tar.gz"),
    ("cv.pdf.", "cv.pdf"),
    ("cv.pdf...", "cv.pdf"),
    ("cv.pdf ", "cv.pdf"),
    ("cv\x00.pdf", "cv.pdf"),
    ("cv\n.pdf", "cv.pdf"),
    ("cv\u202efdp.exe", "cvfdp.exe"),
    ("cv\u200b.pdf", "cv.pdf"),
    ("cv.pdf:evil.exe", "cv.pdf evil.exe"),
    ("a|b?c*.pdf", "a b c.pdf"),
    ("", "Document"),
    (".", "Document"),
    ("..", "Document"),
    ("~/.ssh/id_rsa", "~.ssh id_rsa"),
    ("-rf.txt", "-rf.txt"),
]
SHOWN = [
    ("cv.pdf", "cv.pdf"),
    ("My letter, final.docx", "My letter, final.docx"),
    ("cv\u202efdp.exe", "cv[U+202E]fdp.exe"),
    ("\u2066cv\u2069.pdf", "[U+2066]cv[U+2069].pdf"),
    ("cv\u200b.pdf", "cv[U+200B].pdf"),
    ("cv\x00.pdf", "cv[U+0000].pdf"),
    ("cv\n.pdf", "cv[U+000A].pdf"),
    ("cv.pdf.exe", "cv.pdf.exe (a .exe file)"),
    ("cv.PDF.Scr", "cv.PDF.Scr (a .scr file)"),
    ("cv.pdf          .exe", "cv.pdf .exe (a .exe file)"),
    ("photo.jpg.lnk", "photo.jpg.lnk (a .lnk file)"),
    ("archive.tar.gz", "archive.tar.gz"),
    ("v1.2.pdf", "v1.2.pdf"),
    ("Lebenslauf Müller.pdf", "Lebenslauf Müller.pdf"),
    ("סיכום.pdf", "סיכום.pdf"),
]
OPENED = ["cv.pdf", "CV.PDF", "letter.docx", "a.odt", "n.txt", "n.md", "p.png", "p.jpg", "p.jpeg"]
NOT_OPENED = [
    *("setup.exe", "cv.pdf.exe", "link.lnk", "site.url", "x.scf", "x.library-ms", "x.desktop"),
    *("x.hta", "x.iso", "x.html", "x.svg", "x.docm", "x.xlsm", "x.js", "x.sh", "README", ".pdf"),
    *("cv.pdf ", "cv.pdf\u202e", "x.zip", ""),
]


@pytest.mark.parametrize(("given", "kept"), KEPT)
def test_a_name_is_kept_without_what_leads_elsewhere(given: str, kept: str) -> None:
    name = document_name(given)

    assert name == kept
    assert not {"/", "\\", "\0"} & set(name)
    assert document_name(name) == name


@pytest.mark.parametrize(("name", "shown"), SHOWN)
def test_a_name_is_shown_with_what_it_hides(name: str, shown: str) -> None:
    assert shown_name(name) == shown


def test_a_long_name_keeps_its_ending_in_sight() -> None:
    shown = shown_name("a" * 300 + ".exe")

    assert len(shown) <= 80
    assert shown.endswith("a.exe")


@pytest.mark.parametrize("name", OPENED)
def test_documents_are_opened(name: str) -> None:
    assert opens_by_itself(name)


@pytest.mark.parametrize("name", NOT_OPENED)
def test_what_may_run_is_not(name: str) -> None:
    assert not opens_by_itself(name)
