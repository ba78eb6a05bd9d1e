"""A posting that was saved as a file: a page, text, a board's JSON, or a mail."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from jobtracker.exchange.text_file import read_text_file

MAIL = ".eml"


def read_posting_file(path: Path) -> str:
    """The text of a file as it is, of a mail its subject, sender and body.

    Raises UnreadableFileError as `read_text_file` does.
    """
    text = read_text_file(path)
    if path.suffix.lower() != MAIL:
        return text
    return _mail(path.read_bytes()) or text


def _mail(data: bytes) -> str:
    """The readable part of a mail (RFC 5322), its plain text where it has one; "" for none."""
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("plain", "html"))
    if body is None:
        return ""
    try:
        content = str(body.get_content())
    except (LookupError, ValueError):  # a charset nobody knows, a body that is not what it says
        return ""
    if body.get_content_subtype() == "html":
        return content
    heads = [f"{name}: {message[name]}" for name in ("Subject", "From") if message[name]]
    return "\n".join([*heads, "", content.replace("\r\n", "\n")])
