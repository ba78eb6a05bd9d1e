"""Two links are the same where they lead to the same posting, however they were copied."""

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.domain.links import LONGEST_LINK, canonical_link, marks_of, same_link

WORDS = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=12)
PATHS = st.lists(WORDS, min_size=1, max_size=4).map("/".join)
TRACKERS = st.dictionaries(
    st.sampled_from(("utm_source", "gclid", "refId", "trackingId", "src", "source", "Ref", "trk")),
    st.text("abcdefgh", min_size=1, max_size=6),
    max_size=4,
)
IDENTITIES = st.dictionaries(
    st.sampled_from(("gh_jid", "id", "jobId", "reqId", "jk")), WORDS, max_size=2
)


@st.composite
def links(draw: st.DrawFn) -> tuple[str, dict[str, str], str]:
    """A host, the parameters that say which posting it is, and the path."""
    host = f"{draw(WORDS).strip('-') or 'jobs'}.example"
    return host, draw(IDENTITIES), draw(PATHS)


@given(
    link=links(),
    trackers=TRACKERS,
    scheme=st.sampled_from(("http://", "https://", "HTTPS://", "")),
    www=st.sampled_from(("", "www.", "WWW.")),
    slash=st.booleans(),
    place=st.sampled_from(("", "#apply", "#top")),
)
def test_how_a_link_was_copied_does_not_matter(
    link: tuple[str, dict[str, str], str],
    trackers: dict[str, str],
    scheme: str,
    www: str,
    slash: bool,
    place: str,
) -> None:
    # Arrange
    host, identity, path = link
    plain = f"https://{host}/{path}?{urlencode(identity)}"
    query = urlencode({**trackers, **dict(reversed(identity.items()))})
    copied = f"{scheme}{www}{host.upper()}/{path}{'/' * slash}?{query}{place}"

    # Act, Assert
    assert same_link(plain, copied)
    assert same_link(copied, plain)
    assert all(mark in copied.lower() for mark in marks_of(plain))


@given(link=links(), name=st.sampled_from(("gh_jid", "id", "jobId", "reqId")), number=WORDS)
def test_the_parameter_that_names_the_posting_tells_two_apart(
    link: tuple[str, dict[str, str], str], name: str, number: str
) -> None:
    # Arrange
    host, _identity, path = link
    first, second = (f"https://{host}/{path}?{name}={number}{end}" for end in ("1x", "2x"))

    # Act, Assert
    assert not same_link(first, second)


@given(st.text(max_size=80))
def test_any_text_has_one_form_that_stays_as_it_is(text: str) -> None:
    canonical = canonical_link(text)
    again = canonical_link(canonical)

    assert len(canonical) <= 10 * len(text)
    assert same_link(text, text) is bool(marks_of(text))
    if "%" not in text:  # an escaped "%" or "#" means something else once it is read
        assert canonical_link(again) == again


@pytest.mark.parametrize(
    ("link", "canonical"),
    [
        (
            "https://www.linkedin.com/jobs/search/?currentJobId=4098127731&keywords=python",
            "linkedin.com/jobs/view/4098127731",
        ),
        (
            "https://de.linkedin.com/jobs/view/data-engineer-at-acme-4098127731?trk=x",
            "linkedin.com/jobs/view/4098127731",
        ),
        ("https://www.indeed.com/jobs?q=nurse&vjk=9be01c77", "indeed.com/viewjob?jk=9be01c77"),
        (
            "https://boards.greenhouse.io/acme/jobs/587?gh_jid=587#app",
            "boards.greenhouse.io/acme/jobs/587",
        ),
        ("https://acme.example/careers?gh_jid=587", "acme.example/careers?gh_jid=587"),
        ("https://jobs.lever.co/acme/3f0a-22/apply", "jobs.lever.co/acme/3f0a-22"),
        ("https://jobs.example/careers/apply", "jobs.example/careers/apply"),
        ("https://jobs.example/vacancy?ref=WH-10&x=1", "jobs.example/vacancy?ref=WH-10&x=1"),
        ("https://jobs.example/vacancy?ref=newsletter", "jobs.example/vacancy"),
        ("https://jobs.example/#/jobs/17", "jobs.example#/jobs/17"),
        ("acme.example:8443/jobs/1", "acme.example:8443/jobs/1"),
    ],
)
def test_a_link_is_compared_by_what_names_the_posting(link: str, canonical: str) -> None:
    assert canonical_link(link) == canonical


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Acme",
        "see below",
        "mailto:ana@acme.example",
        "ftp://acme.example/job",
        "http://[::1",
        "https://acme.example:99999/",
        "https://acme.example/" + "a" * LONGEST_LINK,
        "javascript:alert(1)",
    ],
)
def test_what_is_no_web_address_is_the_same_as_nothing(text: str) -> None:
    assert canonical_link(text) == ""
    assert not same_link(text, text)


def test_a_home_page_is_no_posting() -> None:
    assert not same_link("https://acme.example/", "https://www.acme.example")
