"""Postings that were saved as files."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from jobtracker.domain.errors import UnreadableFileError
from jobtracker.exchange.posting_file import read_posting_file

BODY = "Wir suchen eine Bäckerin für die Nacht.\n"


def saved(tmp_path: Path, message: EmailMessage) -> Path:
    file = tmp_path / "posting.eml"
    file.write_bytes(bytes(message))
    return file


def mail(body: str = BODY, kind: str = "plain") -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Bäckerin (m/w/d)"
    message["From"] = "Jobs <jobs@wheathall.example>"
    message.set_content(body, subtype=kind)
    return message


def test_a_text_is_read_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "posting.md"
    file.write_text(f"# Bäckerin\n\n{BODY}", "utf-8")

    assert read_posting_file(file) == f"# Bäckerin\n\n{BODY}"


def test_of_a_mail_subject_sender_and_body_are_read(tmp_path: Path) -> None:
    text = read_posting_file(saved(tmp_path, mail()))

    heads, _, body = text.partition("\n\n")
    assert heads == "Subject: Bäckerin (m/w/d)\nFrom: Jobs <jobs@wheathall.example>"
    assert body == BODY


def test_of_a_mail_with_both_the_plain_text_is_read(tmp_path: Path) -> None:
    message = mail()
    message.add_alternative(f"<p>{BODY}</p>", subtype="html")

    assert "<p>" not in read_posting_file(saved(tmp_path, message))


def test_a_mail_of_html_alone_is_a_page(tmp_path: Path) -> None:
    text = read_posting_file(saved(tmp_path, mail(f"<html><p>{BODY}</p></html>", "html")))

    assert text.startswith("<html><p>Wir suchen eine Bäckerin")


def test_a_mail_that_is_none_is_read_as_text(tmp_path: Path) -> None:
    file = tmp_path / "posting.eml"
    file.write_bytes(b"Content-Type: text/plain; charset=nobody-knows\n\nBread \xff\n")

    assert "Bread" in read_posting_file(file)


def test_what_is_no_text_is_refused_in_words(tmp_path: Path) -> None:
    file = tmp_path / "posting.pdf"
    file.write_bytes(b"%PDF-1.7\x00\x01")

    with pytest.raises(UnreadableFileError, match="is not a text file"):
        read_posting_file(file)
