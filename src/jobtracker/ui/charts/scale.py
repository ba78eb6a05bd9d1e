"""The arithmetic of an axis: which amounts it spans, where its ticks stand, how they read."""

from collections.abc import Iterable
from math import ceil, floor, isfinite, log10
from typing import NamedTuple

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
THOUSAND = 1000.0
MILLION = 1_000_000.0
LEAST = 0.01
"""Amounts nearer to each other than a cent are one."""


class Scale(NamedTuple):
    """A straight line from amounts to px: `low` stands at 0, `high` at the full width."""

    low: float
    high: float
    step: float

    def x(self, amount: float, width: float) -> float:
        """Where an amount stands in a strip `width` px wide; outside the scale, outside it."""
        return (amount - self.low) / (self.high - self.low) * width

    def ticks(self) -> list[float]:
        count = round((self.high - self.low) / self.step)
        return [self.low + self.step * place for place in range(count + 1)]


def scale_for(amounts: Iterable[float], most_ticks: int = 6) -> Scale:
    """The smallest scale with round ends and at most `most_ticks` ticks that holds `amounts`.

    Ticks are 1, 2, 2.5 or 5 times a power of ten apart. Without any amount it spans 0 to 1.
    """
    known = [amount for amount in amounts if isfinite(amount)]
    if not known:
        return Scale(0.0, 1.0, 0.5)
    low, high = min(known), max(known)
    if high - low < LEAST:
        low, high = low - max(abs(low) * 0.1, 1.0), high + max(abs(high) * 0.1, 1.0)
    step = _step((high - low) / max(most_ticks - 1, 1))
    while True:
        first, last = floor(low / step) * step, ceil(high / step) * step
        if round((last - first) / step) < most_ticks:
            return Scale(first, last, step)
        step = _step(step * 1.01)


def _step(least: float) -> float:
    """The smallest round step that is not below `least`."""
    power = 10.0 ** floor(log10(least))
    return next((power * step for step in STEPS if power * step >= least), power * 10.0)


def short(amount: float, symbol: str = "$") -> str:
    """An amount as an axis writes it: "$140K", "$62.5K", "$1.2M", "$65"."""
    sign = "-" if amount < 0 else ""
    size = abs(amount)
    if round(size / THOUSAND, 2) >= THOUSAND:
        return f"{sign}{symbol}{_plain(size / MILLION)}M"
    if round(size, 2) >= THOUSAND:
        return f"{sign}{symbol}{_plain(size / THOUSAND)}K"
    return f"{sign}{symbol}{_plain(size)}"


def _plain(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
