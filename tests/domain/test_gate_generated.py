"""The gate on a thousand letters made by chance, clean ones and ones with a fault; see -s."""

import sys
from collections import Counter

import pytest
from tests.support.letters_made import FAULTS, TODAY, Made, made

from jobtracker.domain.gate import Finding, GateContext, check, is_open

LETTERS = 500
FIRST_FAULTY = 10_000


def context_of(letter: Made) -> GateContext:
    """As the services give it. One past employer is a company applied to again."""
    world = letter.world
    return GateContext(
        world.own.company,
        world.own.role,
        contacts=(world.own.contact,),
        allowed=(world.person,),
        other_companies=(*{one.company for one in world.others}, world.past[0]),
        other_roles=tuple({one.role for one in world.others}),
        other_contacts=tuple({one.contact for one in world.others}),
        past_employers=world.past,
        today=TODAY,
        language=letter.language,
    )


def blocking(letter: Made) -> list[Finding]:
    return [one for one in check(letter.letter, context_of(letter)) if one.blocking]


def test_every_letter_with_a_fault_is_stopped() -> None:
    letters = [made(FIRST_FAULTY + n, FAULTS[n % len(FAULTS)]) for n in range(LETTERS)]
    missed = [one for one in letters if is_open(blocking(one))]

    planted = Counter(one.fault for one in letters)
    passed = Counter(one.fault for one in missed)
    lines = [
        f"{fault:16}{n:5} planted{n - passed[fault]:5} stopped" for fault, n in planted.items()
    ]
    sys.stdout.write("\n".join(["", *lines, ""]))

    assert [(one.fault, one.planted, one.letter.text) for one in missed] == []


def test_clean_letters_may_leave() -> None:
    stopped = [found for n in range(LETTERS) if (found := blocking(made(n)))]

    sys.stdout.write(f"\n{LETTERS} clean letters, {len(stopped)} stopped\n")

    assert len(stopped) <= 0.02 * LETTERS, stopped


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_found_is_the_fault_itself(fault: str) -> None:
    rules = {
        "leftover": {"placeholder", "missing-field"},
        "other company": {"other-company"},
        "other role": {"other-role"},
        "other contact": {"other-contact"},
        "empty value": {"empty-value"},
        "missing company": {"own-company-missing"},
    }
    for seed in range(60):
        assert {one.rule for one in blocking(made(FIRST_FAULTY + seed, fault))} & rules[fault]
