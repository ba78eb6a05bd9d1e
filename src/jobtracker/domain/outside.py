"""Links that lead out of the program: which may be opened at all, and what is doubtful in one.

A link is stored text, and stored text comes from anybody. Only pages of the web and addresses of
mail are opened; a file, a share or a script never is, however it is spelled.
"""

import ipaddress
import re
import unicodedata
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

from jobtracker.domain.errors import InvalidInputError

LONGEST = 4_096
"""Characters of a link; browsers take about so many."""
_WEB = ("http", "https")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HOST_AND_PORT = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+:\d{1,5}(?:[/?#]|$)")
_ASCII_HOST = re.compile(
    r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*"
)
_ADDRESS = re.compile(r"[A-Za-z0-9.!#$&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+\.[A-Za-z0-9-]+")
_OF_A_MAIL = ("subject", "body")
_LOOKS_LIKE_A_LINK = re.compile(
    r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+(?:/\S*)?", re.IGNORECASE
)
_NUMBERS = re.compile(r"[0-9.]+|0x[0-9a-f.x]*")
_ADDRESS_SAFE = "/:?#[]@!$&'()*+,;=%-._~"

NAMED_BEFORE_HOST = "What stands before the @ is a name, not the site."
OTHER_ALPHABET = "The site's name is spelled with letters that may look like others."
NUMBER_FOR_NAME = "The site is given as a number, not by its name."
OTHER_SITE = "The text shows another site than the one it leads to."
NO_FULL_NAME = "The name is that of a computer nearby, not of a site on the web."


class Link(NamedTuple):
    """`url` is what is opened, in ASCII; `host` the site, or the address of a mail. `doubts` are
    sentences; where there are any, a person sees the whole link before it is opened.
    """

    url: str
    host: str
    doubts: tuple[str, ...] = ()


def look_at(text: str, shown: str = "") -> Link:
    """The link in a text; `shown` is what stood on the screen where that was something else.

    Without a scheme it is a page of the web. Raises InvalidInputError for whatever is not opened.
    """
    typed = text.strip(" ")
    if not typed or len(typed) > LONGEST or any(map(_is_unseen, typed)) or "\\" in typed:
        raise _refused("It holds characters that no link has.")
    scheme = _SCHEME.match(typed)
    if scheme is None or _HOST_AND_PORT.match(typed):
        if typed.startswith(("/", ".", "#", "?")):
            raise _refused("It leads to a file or a share, not to a page of the web.")
        typed = f"https://{typed}"
    elif scheme[1].lower() == "mailto":
        return _mail(typed)
    elif scheme[1].lower() not in _WEB:
        raise _refused(f"Links that begin with “{scheme[1].lower()[:20]}:” are never opened.")
    return _page(typed, shown)


def _refused(why: str) -> InvalidInputError:
    return InvalidInputError(
        f"The link was not opened. {why} Only http, https and mailto are opened.", field="url"
    )


def _is_unseen(sign: str) -> bool:
    return sign.isspace() or unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Cn")


def _page(typed: str, shown: str) -> Link:
    try:
        split = urlsplit(typed)
        port = split.port
    except ValueError:
        raise _refused("Its site cannot be told.") from None
    if not typed[len(split.scheme) :].startswith("://") or not split.hostname or port == 0:
        raise _refused("Its site cannot be told.")
    host = _ascii_host(split.hostname)
    place = f"[{host}]" if ":" in host else host
    where = f"{place}:{port}" if port is not None else place
    rest = quote(
        split._replace(scheme="", netloc="").geturl() or "", safe=_ADDRESS_SAFE, encoding="utf-8"
    )
    url = f"{split.scheme.lower()}://{where}{rest}"
    return Link(url, host, tuple(_doubts(split, host, shown)))


def _ascii_host(host: str) -> str:
    """The host as it is looked up; refused where it is no name of a site."""
    if ":" in host:
        return str(ipaddress.IPv6Address(host.partition("%")[0]))
    try:
        spelled = host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise _refused("Its site cannot be told.") from None
    if not _ASCII_HOST.fullmatch(spelled.removesuffix(".")):
        raise _refused("Its site cannot be told.")
    return spelled


def _doubts(split: SplitResult, host: str, shown: str) -> list[str]:
    found = []
    if split.username is not None or split.password is not None:
        found.append(NAMED_BEFORE_HOST)
    if not (split.hostname or "").isascii() or "xn--" in host:
        found.append(OTHER_ALPHABET)
    if _is_number(host):
        found.append(NUMBER_FOR_NAME)
    elif "." not in host.strip("."):
        found.append(NO_FULL_NAME)
    if _site_in(shown) not in ("", _bare(host)):
        found.append(OTHER_SITE)
    return found


def _is_number(host: str) -> bool:
    return ":" in host or all(
        _NUMBERS.fullmatch(part) for part in host.removesuffix(".").split(".") if part
    )


def _site_in(shown: str) -> str:
    """The site that a text on the screen names; "" where it names none."""
    named = _LOOKS_LIKE_A_LINK.fullmatch(shown.strip())
    if named is None:
        return ""
    try:
        split = urlsplit(named[0] if "://" in named[0] else f"https://{named[0]}")
    except ValueError:
        return ""
    return _bare((split.hostname or "").lower())


def _bare(host: str) -> str:
    return host.rstrip(".").removeprefix("www.")


def _mail(typed: str) -> Link:
    """An address with at most a subject and a text: some programs attach files named in others."""
    address, _, query = typed.partition(":")[2].partition("?")
    named = parse_qsl(query, keep_blank_values=True)
    plain = unquote(address)
    if not _ADDRESS.fullmatch(plain):
        raise _refused("It is no address of mail.")
    if any(name.lower() not in _OF_A_MAIL for name, _value in named):
        raise _refused("It asks for more than a subject and a text.")
    if any("\r" in value or "\n" in value for name, value in named if name.lower() == "subject"):
        raise _refused("Its subject has more than one line.")
    extra = f"?{urlencode(named, quote_via=quote)}" if named else ""
    return Link(f"mailto:{quote(plain, safe='@+')}{extra}", plain)
