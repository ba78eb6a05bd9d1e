"""Whether two links lead to the same posting, however they were copied.

A link is compared by what names the posting: host, path and the parameters that are no trackers.
Nothing is ever fetched.
"""

import re
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, unquote, urlencode, urlsplit

LONGEST_LINK = 4_096
"""Characters; what is longer is no link that anybody copied."""
_TRACKED = (
    "_ga _gl _hsenc _hsmi bb campaign clickid dclid eid fbclid from gbraid gclid gh_src hl "
    "igshid iis iisn jobboard jobsite lang lever-origin lever-source locale lipi mc_cid mc_eid "
    "medium mkt_tok msclkid origin originalsubdomain pagenum promotion rcm redirect "
    "ref_src referer referrer refid rx_campaign rx_medium rx_source s_kwcid share shared "
    "sharetoken sid source sourcetype src tk trackid trackingid trid trk trkinfo ttclid twclid "
    "vjs wbraid yclid"
)
_TRACKERS = frozenset(_TRACKED.split())
"""Parameters that say where a reader came from, in lower case."""
_TRACKING_BEGINS = ("utm_", "pk_", "mtm_", "hsa_", "ga_", "trk")
_MAYBE_TRACKERS = frozenset(("ref", "referral"))
"""Trackers too ("ref=newsletter"), unless they hold a number: "ref=WH-10-6619"."""
_STEPS = frozenset(("apply", "application", "bewerben", "postuler"))
"""A last part of a path that is a step of applying to what stands before it."""
_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[^\s/@.]+(?:\.[^\s/@.]+)+\.?")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_LINKEDIN_JOB = re.compile(r"/jobs/view/(?:.*-)?(\d{6,})")
_WORD = re.compile(r"[A-Za-z0-9]+")
_DIGIT = re.compile(r"\d")
_TELLING = 4
"""Characters from which on a word with a figure in it is the number of a posting."""


class _Page(NamedTuple):
    host: str
    path: str
    parameters: tuple[tuple[str, str], ...]
    route: str


def canonical_link(url: str) -> str:
    """The link in the form in which links are compared, "" for what is no web address.

    Scheme, "www.", the case of the host, a slash at the end, a fragment and tracking parameters
    do not count; the parameters that stay are sorted. A job shown within a list of jobs
    ("?currentJobId=", "?vjk=") is that job's own page.
    """
    page = _page(url)
    if page is None:
        return ""
    query = f"?{urlencode(page.parameters)}" if page.parameters else ""
    return f"{page.host}{page.path}{query}{page.route}"


def same_link(one: str, other: str) -> bool:
    """Whether both lead to the same posting; the home page of a site is nobody's posting."""
    canonical = canonical_link(one)
    return _names_a_page(canonical) and canonical == canonical_link(other)


def marks_of(url: str) -> tuple[str, ...]:
    """What stands, in any case, in every link to the same posting: its host and the word that
    tells most. A quick sieve before `same_link`; empty where the link names no page.
    """
    page = _page(url)
    canonical = canonical_link(url)
    if page is None or not _names_a_page(canonical):
        return ()
    words = _WORD.findall(canonical.removeprefix(page.host))
    most = max(words, key=lambda word: (_is_number(word), len(word)), default="")
    return tuple(filter(None, (page.host, most.lower())))


def _is_number(word: str) -> bool:
    return len(word) >= _TELLING and _DIGIT.search(word) is not None


def _names_a_page(canonical: str) -> bool:
    return "/" in canonical or "?" in canonical or "#" in canonical


def _page(url: str) -> _Page | None:
    split = _split(url.strip())
    if split is None:
        return None
    host = _host(split)
    path = _path(split.path)
    parameters = _parameters(split.query, path)
    # "#/jobs/17" is a page of its own, "#apply" a place on one
    route = f"#{split.fragment}" if split.fragment.startswith(("/", "!/")) else ""
    return _own_page(_Page(host, path, parameters, route))


def _split(url: str) -> SplitResult | None:
    if not url or len(url) > LONGEST_LINK:
        return None
    whole = url if _SCHEME.match(url) and "//" in url else f"https://{url.lstrip('/')}"
    try:
        split = urlsplit(whole)
        port = split.port
    except ValueError:  # a port or an IPv6 address that is none
        return None
    known = split.scheme in _PORTS and port != 0 and split.username is None
    return split if known and _HOST.fullmatch(split.hostname or "") else None


def _host(split: SplitResult) -> str:
    host = (split.hostname or "").removesuffix(".").removeprefix("www.").removeprefix("m.")
    if host.endswith(".linkedin.com"):  # "de.linkedin.com" shows the same postings
        host = "linkedin.com"
    usual = split.port is None or split.port in _PORTS.values()
    return host if usual else f"{host}:{split.port}"


def _path(path: str) -> str:
    parts = [part for part in unquote(path).split("/") if part]
    if len(parts) > 1 and parts[-1].lower() in _STEPS and _DIGIT.search(parts[-2]):
        del parts[-1]
    return "".join(f"/{part}" for part in parts)


def _parameters(query: str, path: str) -> tuple[tuple[str, str], ...]:
    """Those that say which posting it is; a number that the path holds already says nothing."""
    parts = path.split("/")
    kept = (
        (name, value)
        for name, value in parse_qsl(query)
        if not _is_tracker(name.lower(), value) and not (_DIGIT.search(value) and value in parts)
    )
    return tuple(sorted(kept))


def _is_tracker(name: str, value: str) -> bool:
    if name in _MAYBE_TRACKERS:
        return not _DIGIT.search(value)
    return name in _TRACKERS or name.startswith(_TRACKING_BEGINS)


def _own_page(page: _Page) -> _Page:
    """The page of the one posting that a board's list shows beside it."""
    given = {name.lower(): value for name, value in page.parameters}
    if page.host == "linkedin.com":
        named = _LINKEDIN_JOB.fullmatch(page.path)
        shown = named[1] if named else given.get("currentjobid")
        return _Page(page.host, f"/jobs/view/{shown}", (), "") if shown else page
    shown = given.get("vjk") or given.get("jk")
    if shown and "indeed" in page.host.split("."):
        return _Page(page.host, "/viewjob", (("jk", shown),), "")
    return page
