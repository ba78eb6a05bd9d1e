"""The services of what pay and skills are held against: benchmarks, tables, offers, targets."""

from functools import cached_property
from typing import TYPE_CHECKING

from jobtracker.services.writing import Writing

if TYPE_CHECKING:
    from jobtracker.services.benchmarks import Benchmarks
    from jobtracker.services.my_skills import MySkills
    from jobtracker.services.negotiation import Negotiation
    from jobtracker.services.offers import Offers
    from jobtracker.services.pay_facts import PayFacts
    from jobtracker.services.rates import Rates
    from jobtracker.services.salary_tables import SalaryTables
    from jobtracker.services.skill_match import SkillMatches
    from jobtracker.services.targets import Targets


class Reference(Writing):
    """What roles ask for and pay, and what is said about pay while one applies.

    Each is loaded when it is first asked for.
    """

    @cached_property
    def benchmarks(self) -> "Benchmarks":
        from jobtracker.services.benchmarks import Benchmarks

        return Benchmarks(self.database, self.clock)

    @cached_property
    def my_skills(self) -> "MySkills":
        from jobtracker.services.my_skills import MySkills

        return MySkills(self.database, self.clock)

    @cached_property
    def negotiation(self) -> "Negotiation":
        from jobtracker.services.negotiation import Negotiation

        return Negotiation(self.database, self.clock)

    @cached_property
    def offers(self) -> "Offers":
        from jobtracker.services.offers import Offers

        return Offers(self.database, self.clock)

    @cached_property
    def pay_facts(self) -> "PayFacts":
        from jobtracker.services.pay_facts import PayFacts

        return PayFacts(self.database, self.clock)

    @cached_property
    def rates(self) -> "Rates":
        from jobtracker.services.rates import Rates

        return Rates(self.database, self.clock)

    @cached_property
    def salary_tables(self) -> "SalaryTables":
        from jobtracker.services.salary_tables import SalaryTables

        return SalaryTables(self.database, self.clock)

    @cached_property
    def skill_match(self) -> "SkillMatches":
        from jobtracker.services.skill_match import SkillMatches

        return SkillMatches(self.database, self.clock)

    @cached_property
    def targets(self) -> "Targets":
        from jobtracker.services.targets import Targets

        return Targets(self.database, self.clock)
