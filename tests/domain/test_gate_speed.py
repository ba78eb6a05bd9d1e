"""A thousand names cost the gate what one costs."""

import time

from jobtracker.domain.gate import GateContext, as_letter, check
from jobtracker.domain.gate_names import known_companies
from jobtracker.domain.letter_kinds import LetterKind
from jobtracker.domain.letters import fill

HERE = GateContext(company="Acme Robotics", contacts=("Bo Lund",), kind=LetterKind.MAIL)


def test_a_thousand_names_are_looked_for_in_a_moment() -> None:
    names = tuple(f"Wingtip {n} Holding" for n in range(1000))
    text = "I wrote Wingtip code at Acme for [Company] and 7 others. " * 90
    context = HERE._replace(other_companies=names, other_roles=names, other_contacts=names)
    filled = fill(text, {})
    times = []
    for _ in range(5):
        begin = time.process_time()
        check(as_letter(filled), context)
        times.append(time.process_time() - begin)

    assert min(times) < 0.15


def test_a_thousand_names_cost_what_one_costs() -> None:
    text = "I wrote Wingtip code at Acme for seven others. " * 90
    filled = as_letter(fill(text, {}))
    names = tuple(f"Wingtip {n} Holding" for n in range(1000))
    times = []
    for some in (names[:1], names):
        ready = known_companies(some)
        context = HERE._replace(other_companies=ready, other_contacts=some)
        check(filled, context)
        begin = time.process_time()
        for _ in range(5):
            check(filled, context)
        times.append(time.process_time() - begin)

    assert times[1] < 2 * times[0]
