"""Timing a piece of work, and one table for what came out: figure, limit, ratio."""

from collections.abc import Callable, Iterable, Sequence
from time import perf_counter, thread_time
from typing import NamedTuple

RUNS = 60
WARM_UP = 5


class Figures(NamedTuple):
    """Milliseconds; `cpu` is the processor's own p50, which a busy machine hardly changes."""

    p50: float
    p95: float
    cpu: float


class Line(NamedTuple):
    """`limit` of its p95 in milliseconds; `small` are the figures of the small workspace."""

    what: str
    figures: Figures
    limit: float | None = None
    small: Figures | None = None


def timed(works: Iterable[Callable[[], object]]) -> Figures:
    """One figure for each of the works, after some of them to warm up."""
    taken = []
    for number, work in enumerate(works):
        begin, begin_cpu = perf_counter(), thread_time()
        work()
        took, took_cpu = perf_counter() - begin, thread_time() - begin_cpu
        if number >= WARM_UP:
            taken.append((took * 1000, took_cpu * 1000))
    return figures_of(taken)


def figures_of(taken: Sequence[tuple[float, float]]) -> Figures:
    """Of milliseconds by the wall's clock and the processor's."""
    times, processor = (sorted(column) for column in zip(*taken, strict=True))
    half = len(times) // 2
    return Figures(times[half], times[len(times) * 95 // 100], processor[half])


def repeated(work: Callable[[], object], runs: int = RUNS) -> Figures:
    return timed(work for _ in range(WARM_UP + runs))


def show(title: str, lines: Iterable[Line], most_ratio: float | None = None) -> bool:
    """Print the table; whether every limit was kept.

    The ratio is that of the processor's time at 100,000 to that at 1,000.
    """
    kept = True
    print(f"{title:<44}{'p50':>9}{'p95':>9}{'limit':>7}{'cpu':>9}{'ratio':>7}")
    for what, figures, limit, small in lines:
        ratio = figures.cpu / small.cpu if small else None
        broken = limit is not None and figures.p95 > limit
        if ratio is not None and most_ratio is not None:
            broken |= ratio > most_ratio
        kept &= not broken
        print(
            f"{what:<44}{figures.p50:>6.2f} ms{figures.p95:>6.2f} ms"
            f"{'' if limit is None else f'{limit:g}':>7}{figures.cpu:>6.2f} ms"
            f"{'' if ratio is None else f'{ratio:.2f}':>7}{'  over' if broken else ''}"
        )
    return kept
