"""Links out of the program: sixty of them, and what becomes of each."""

import pytest

from jobtracker.domain import outside
from jobtracker.domain.errors import InvalidInputError
from jobtracker.domain.outside import look_at

OPENED = [
    ("https://example.com", "https://example.com", "example.com"),
    ("http://example.com/jobs?id=1#apply", "http://example.com/jobs?id=1#apply", "example.com"),
    ("  https://example.com/a  ", "https://example.com/a", "example.com"),
    ("HTTPS://Example.COM/Path", "https://example.com/Path", "example.com"),
    ("example.com/jobs", "https://example.com/jobs", "example.com"),
    ("www.example.com", "https://www.example.com", "www.example.com"),
    ("example.com:8443/x", "https://example.com:8443/x", "example.com"),
    ("https://example.com:8443/x", "https://example.com:8443/x", "example.com"),
    ("https://example.com/ünder", "https://example.com/%C3%BCnder", "example.com"),
    ("https://example.com/a%20b", "https://example.com/a%20b", "example.com"),
    ("https://a-b.co.uk/?q=x@y", "https://a-b.co.uk/?q=x@y", "a-b.co.uk"),
    ("https://example.com./x", "https://example.com./x", "example.com."),
    ("mailto:jane.roe@acme.example", "mailto:jane.roe@acme.example", "jane.roe@acme.example"),
    (
        "mailto:jane@acme.example?subject=My%20letter&body=Dear%0D%0AJane",
        "mailto:jane@acme.example?subject=My%20letter&body=Dear%0D%0AJane",
        "jane@acme.example",
    ),
    ("MAILTO:jane@acme.example", "mailto:jane@acme.example", "jane@acme.example"),
]
DOUBTED = [
    ("https://paypal.com@evil.example/x", "", outside.NAMED_BEFORE_HOST),
    ("https://user:secret@example.com", "", outside.NAMED_BEFORE_HOST),
    ("https://@example.com", "", outside.NAMED_BEFORE_HOST),
    ("https://exämple.com", "", outside.OTHER_ALPHABET),
    ("https://аpple.com", "", outside.OTHER_ALPHABET),
    ("https://xn--pple-43d.com", "", outside.OTHER_ALPHABET),
    ("https://ｅxample.com", "", outside.OTHER_ALPHABET),
    ("https://example。com", "", outside.OTHER_ALPHABET),
    ("http://127.0.0.1:8080/admin", "", outside.NUMBER_FOR_NAME),
    ("http://2130706433/", "", outside.NUMBER_FOR_NAME),
    ("http://0x7f.0.0.1/", "", outside.NUMBER_FOR_NAME),
    ("http://[::1]/", "", outside.NUMBER_FOR_NAME),
    ("http://localhost/x", "", outside.NO_FULL_NAME),
    ("http://fileserver/share", "", outside.NO_FULL_NAME),
    ("https://evil.example/x", "https://bank.example", outside.OTHER_SITE),
    ("https://evil.example/x", "www.bank.example/login", outside.OTHER_SITE),
    ("https://bank.example.evil.example", "bank.example", outside.OTHER_SITE),
]
REFUSED = [
    "",
    "   ",
    "file:///etc/passwd",
    "FILE:///etc/passwd",
    "file://server/share/x.lnk",
    "smb://server/share",
    "\\\\server\\share",
    "//server/share",
    "https:\\\\server\\share",
    "https:/example.com",
    "https:example.com",
    "https://",
    "https:///etc/passwd",
    "http://?x",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<script>x</script>",
    "vbscript:x",
    "search-ms:query=x&crumb=location:\\\\server",
    "ms-msdt:/id PCWDiagnostic",
    "view-source:https://example.com",
    "ftp://example.com/x",
    "tel:+15550100",
    "qrc:/x",
    "about:blank",
    "/etc/passwd",
    "./run.sh",
    "../run.sh",
    "C:\\Windows\\system32\\calc.exe",
    "c:/windows/system32/calc.exe",
    "https://exa mple.com",
    "https://example.com\u202egpj.exe",
    "https://exam\u200bple.com",
    "https://example.com:99999/",
    "https://example.com:0/",
    "https://%65xample.com/",
    "https://exa<mple.com/",
    "https://[::g]/",
    "https://" + "a" * 4_100,
    "mailto:",
    "mailto:jane",
    "mailto:jane@acme.example?attach=/etc/passwd",
    "mailto:jane@acme.example?subject=a%0d%0aBcc:x@y.example",
    "mailto:jane@acme.example%0aBcc:x@y.example",
    "mailto:jane@acme.example,else@acme.example",
]


def test_there_are_sixty_or_more() -> None:
    assert len(OPENED) + len(DOUBTED) + len(REFUSED) >= 60


@pytest.mark.parametrize(("typed", "url", "host"), OPENED)
def test_a_page_or_a_mail_is_opened_as_it_is_written(typed: str, url: str, host: str) -> None:
    assert look_at(typed) == (url, host, ())


@pytest.mark.parametrize(("typed", "shown", "doubt"), DOUBTED)
def test_a_link_that_may_mislead_is_shown_first(typed: str, shown: str, doubt: str) -> None:
    link = look_at(typed, shown)

    assert doubt in link.doubts
    assert link.url.isascii()
    assert "@" not in link.url


@pytest.mark.parametrize("typed", REFUSED)
def test_anything_else_is_refused_in_words(typed: str) -> None:
    with pytest.raises(InvalidInputError, match="was not opened"):
        look_at(typed)


def test_words_on_the_screen_that_name_no_site_raise_no_doubt() -> None:
    assert look_at("https://jobs.example.com/7", "Open the posting").doubts == ()
    assert look_at("https://www.example.com/7", "example.com").doubts == ()
