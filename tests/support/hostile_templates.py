"""Templates and values that mean harm, or are merely strange: made from a seed."""

import random
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_HOSTILE = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ company.__class__ }}",
    "{company.__class__.__init__.__globals__}",
    "{0.__class__}",
    "%(company)s %s %n %999999999d",
    "${company.__class__} $company `id` $(id)",
    "{% include '/etc/passwd' %}{% import os %}{{ os.environ }}",
    "{{ open('/etc/passwd').read() }}",
    "{{ 'a'*10**9 }}",
    "{{ range(10**9)|list }}",
    "<%= 7*7 %><script>alert(1)</script><img src=file:///etc/passwd>",
    "![x](file:///etc/passwd) [y](javascript:alert(1)) <http://127.0.0.1:1/>",
    "\\input{/etc/passwd}\\write18{id}",
    "{{# company }}{{# role }}{{/ company }}{{/ role }}",
    "{{/ company }}{{# company }}",
    "\x00\x1b[2J\u202e\ufeff\u200b{{ company }}",
    "=cmd|' /C calc'!A0",
    "Dear ,\n\n\n  at  .",
    "café\u0301 {{ Ünïcödé }} {{ 漢字 }} مرحبا",
)
_PIECES = (
    "{{", "}}", "{{#", "{{/", "{%", "%}", "{#", "#}", "{", "}", "[", "]", "[[", "]]", "<", ">",
    "<<",
    ">>", "«", "»", "(", ")", "$", "${", "%", "%%", "__", "_", "##", "#", "@@", "*|", "|*", "*",
    "**",
    "`", "```\n", "~~~\n", "\\", "\\company", "\\recipient{", "...", "……", ". . ", "???", "XXX",
    "XX years",
    "X", "TODO", "TBD", "company", "role", "Your Name", "[Company]", "Dear ", "Dear ,", "at ",
    "at  ",
    " ", "  ", "\n", "\n\n", "\t", "\r\n", "'", '"', "“", "”", "’s ", ",", ".", ";", ":", "-",
    "- [ ] ",
    "1. ", "2026-11-22", "22 November 2026", "Monday", "Indeed, ", "the the ", "é😀", "\u202e",
    "0", "99",
    "http://a.b/", "[x](http://a)", "![x](y)", "[a]: http://a\n", "MERGEFIELD ", "{ MERGEFIELD ",
    "Click here to enter text.",
    "(Your Name)", "Acme", "Wingtip Payments", "Anna Smith", "Kind regards,\n",
)  # fmt: skip
_FIELDS = ("company", "role", "your_name", "hiring_manager", "x", "日本", "a_b")
EXPANSIVE = "{{ company }} {{# role }}twice{{/ role }} {company} %s"
"""A value that would grow if it were read again."""


class Hostile(NamedTuple):
    text: str
    values: Mapping[str, str]


def hostile(count: int, seed: int = 1) -> Iterator[Hostile]:
    """So many templates with values; every tenth is a known attack between random pieces."""
    rng = random.Random(seed)
    for number in range(count):
        pieces = rng.choices(_PIECES, k=rng.randint(1, 40))
        if number % 10 == 0:
            pieces.insert(rng.randrange(len(pieces)), rng.choice(_HOSTILE))
        if number % 7 == 0:
            pieces += [f"{{{{ {rng.choice(_FIELDS)} }}}}" for _ in range(rng.randint(1, 5))]
        values = {name: _value(rng) for name in _FIELDS if rng.random() < 0.6}
        yield Hostile("".join(pieces), values)


def _value(rng: random.Random) -> str:
    kind = rng.random()
    if kind < 0.3:
        return EXPANSIVE
    if kind < 0.5:
        return rng.choice(_HOSTILE)
    return "".join(rng.choices(_PIECES, k=rng.randint(0, 8)))


def huge() -> Iterator[Hostile]:
    """Texts and values that grow with what is slow in a careless reader."""
    deep = 10_000
    nested = "{{# company }}" * deep + "x" + "{{/ company }}" * deep
    crossed = "".join(f"{{{{# f{n} }}}}" for n in range(deep // 2))
    crossed += "".join(f"{{{{/ f{n} }}}}" for n in range(deep // 2))
    yield Hostile(nested, {"company": "Acme"})
    yield Hostile(crossed, {f"f{n}": "1" for n in range(deep)})
    yield Hostile("{{" * 50_000, {})
    for sign in ("}}", "[", "<", "{", "\\a{", "«", "``", "_", "#", "...", "$", "%", "(A"):
        yield Hostile(sign * (40_000 // len(sign)), {})
    for words in ("{{ company }} ", "[Company] ", "the the ", "Dear ,\n", "Wingtip ", "a  b "):
        yield Hostile(words * (30_000 // len(words)), {"company": "Acme"})
    yield Hostile("{{ company }}", {"company": "A" * 1_000_000})
    yield Hostile("{{ company }} " * 300, {"company": EXPANSIVE * 10})
