"""What the words around a range say of it: its period, its open end, whether it is pay at all."""

from typing import NamedTuple

from jobtracker.domain.currencies import Sign, sign_of
from jobtracker.domain.pay_figures import Range, Said, period_at
from jobtracker.domain.pay_refusal import refusal_of
from jobtracker.domain.pay_tokens import Kind, Token, keys_of
from jobtracker.domain.pay_words import (
    ADDITIONS,
    BASE_WORDS,
    BENEFITS,
    CONNECTORS,
    FROM_BEHIND,
    FROM_WORDS,
    LESS,
    LINKS_BEHIND,
    LISTED,
    MORE,
    NEGATIONS,
    PAY_WORDS,
    PERIOD_ADVERBS,
    PERIOD_NOUNS,
    SEPARATORS,
    TARGET_WORDS,
    UP_TO_BEHIND,
    UP_TO_WORDS,
)

REACH = 12
"""How many tokens before and behind a figure can say something about it."""
_SENTENCE_ENDS = frozenset(".!?;•·|")
_HOW_OFTEN_PAID = frozenset({"paid", "payable", "payments"})


class Context(NamedTuple):
    """What stands around a range; `refusal` says why it is not pay, or is empty."""

    said: Said | None
    signs: tuple[Sign, ...]
    opens: bool
    closes: bool
    refusal: str
    has_pay_word: bool
    is_base: bool
    is_target: bool


class _Behind(NamedTuple):
    said: Said | None
    signs: tuple[Sign, ...]
    after: int


def context_of(tokens: list[Token], found: Range, floor: int) -> Context:
    """The context of `found`; tokens before index `floor` belong to an earlier range."""
    before = tokens[_sentence_start(tokens, found.first, floor) : found.first]
    near = _near(before)
    behind = _behind(tokens, found)
    trailing = tokens[found.after : behind.after]
    said = behind.said or _said_before(before)
    ahead_keys, trailing_keys = keys_of(before), keys_of(trailing)
    return Context(
        said=said,
        signs=behind.signs or _signs_of(near),
        opens=_opens(keys_of(near)) or _ends_with(trailing, tokens, behind.after, FROM_BEHIND),
        closes=_closes(keys_of(near)) or _ends_with(trailing, tokens, behind.after, UP_TO_BEHIND),
        refusal=refusal_of(before, tokens, found, said),
        has_pay_word=not PAY_WORDS.isdisjoint(keys_of(near) + trailing_keys),
        is_base=not BASE_WORDS.isdisjoint(ahead_keys[-3:] + trailing_keys[:3]),
        is_target=not TARGET_WORDS.isdisjoint(ahead_keys[-3:] + trailing_keys[:3]),
    )


def _sentence_start(tokens: list[Token], first: int, floor: int) -> int:
    start = first
    while start > floor and first - start < REACH and tokens[start - 1].key not in _SENTENCE_ENDS:
        start -= 1
    return start


def _near(before: list[Token]) -> list[Token]:
    """The end of `before` that holds nothing but words of pay."""
    start = len(before)
    while start > 0 and _is_about_pay(before[start - 1]):
        start -= 1
    return before[start:]


def _is_about_pay(token: Token) -> bool:
    tables = (LISTED, FROM_WORDS, UP_TO_WORDS, PERIOD_ADVERBS, PERIOD_NOUNS, NEGATIONS)
    return token.kind is Kind.MONEY or any(token.key.lower() in table for table in tables)


def _behind(tokens: list[Token], found: Range) -> _Behind:
    """The period and signs in the words of pay right behind, and the index where these end."""
    said = found.said
    signs: list[Sign] = []
    index = found.after
    while index < len(tokens) and index - found.after < REACH:
        token = tokens[index]
        period = None if said else period_at(tokens, index)
        if period is not None:
            said, index = period, period.after
            continue
        if token.kind is Kind.MONEY and not _is_number(tokens, index + 1):
            sign = sign_of(token.key)
            signs += [sign] if sign else []
        elif not _goes_on(token.key.lower()):
            break
        index += 2 if token.key in _HOW_OFTEN_PAID else 1
    return _Behind(said, tuple(signs), min(index, len(tokens)))


def _goes_on(key: str) -> bool:
    tables = (LISTED, ADDITIONS, FROM_BEHIND, UP_TO_BEHIND, LINKS_BEHIND)
    return key not in BENEFITS and any(key in table for table in tables)


def _is_number(tokens: list[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].kind is Kind.NUMBER


def _said_before(before: list[Token]) -> Said | None:
    """A period said ahead: "Monthly salary:", "Day rate", "per hour:"; the last one holds."""
    keys = keys_of(before)
    for index in range(len(keys) - 1, -1, -1):
        key = keys[index]
        if key in PERIOD_ADVERBS:
            return Said(PERIOD_ADVERBS[key], index)
        if key in PERIOD_NOUNS and len(key) > 1 and _leads(keys, index):
            return Said(PERIOD_NOUNS[key], index)
    return None


def _leads(keys: list[str], index: int) -> bool:
    named = keys[index + 1 : index + 2]
    ahead = keys[index - 1] if index else ""
    return not PAY_WORDS.isdisjoint(named) or ahead in ("per", "pro", "par", "/", "al", "por")


def _signs_of(near: list[Token]) -> tuple[Sign, ...]:
    signs = (sign_of(token.key) for token in near if token.kind is Kind.MONEY)
    return tuple(sign for sign in signs if sign is not None)


def _opens(near: list[str]) -> bool:
    """Whether the words before leave the top open: "from", "at least", "no less than"."""
    if not NEGATIONS.isdisjoint(near):
        return not LESS.isdisjoint(near)
    return _last_limit(near) is FROM_WORDS


def _closes(near: list[str]) -> bool:
    """Whether the words before leave the bottom open: "up to", "no more than"."""
    if not NEGATIONS.isdisjoint(near):
        return not MORE.isdisjoint(near)
    return _last_limit(near) is UP_TO_WORDS


def _last_limit(near: list[str]) -> frozenset[str] | None:
    for key in reversed(near):
        for table in (UP_TO_WORDS, FROM_WORDS):
            if key in table:
                return table
    return None


def _ends_with(
    trailing: list[Token], tokens: list[Token], after: int, table: frozenset[str]
) -> bool:
    """Whether a word of `table` behind the figure or its period leaves the other end open."""
    offset = after - len(trailing)
    for index, token in enumerate(trailing):
        key = token.key.lower()
        if key in table and not (key in ("+", "plus") and _adds(tokens, offset + index)):
            return True
        if key in SEPARATORS and key not in LINKS_BEHIND and key != "/":
            return False
    return False


def _adds(tokens: list[Token], plus: int) -> bool:
    """Whether what follows a plus is something more, as a bonus is: "100k + bonus", not "100k+"."""
    if plus + 1 >= len(tokens):
        return False
    following = tokens[plus + 1]
    key = following.key.lower()
    if key in ADDITIONS or following.kind in (Kind.MONEY, Kind.NUMBER):
        return True
    is_glued = tokens[plus].key == "+" and tokens[plus].start == tokens[plus - 1].end
    says_period = key in CONNECTORS or key in PERIOD_NOUNS or key in PERIOD_ADVERBS
    return following.kind is Kind.WORD and not is_glued and not says_period
