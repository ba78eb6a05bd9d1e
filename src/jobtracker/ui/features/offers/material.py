"""All that a negotiation sheet works with, and what is typed on it."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from jobtracker.domain.negotiation import Arguments
from jobtracker.domain.pay_facts import fact_words
from jobtracker.domain.target_roles import FLOOR, STRETCH, TARGET

if TYPE_CHECKING:
    from jobtracker.domain.negotiation import NegotiationSheet
    from jobtracker.domain.pay_facts import PayFact
    from jobtracker.domain.target_roles import TargetRole
    from jobtracker.services.workspace import Workspace

PAY_FIELDS = (FLOOR, TARGET, STRETCH)


class Unsaid(NamedTuple):
    """Typed on the sheet and not stored yet: the number one is `about_to` name, and `aims` by the
    names of their fields.
    """

    about_to: str = ""
    aims: Mapping[str, str] = MappingProxyType({})

    def as_text(self) -> str:
        """As JSON, to be kept; empty where there is nothing."""
        return json.dumps([self.about_to, dict(self.aims)]) if any(self) else ""

    @classmethod
    def from_text(cls, text: str) -> "Unsaid":
        """What was kept; nothing where that cannot be read."""
        try:
            about_to, aims = json.loads(text or "[]")
            found = {name: str(aims[name]) for name in PAY_FIELDS if name in aims}
        except (ValueError, TypeError):
            return cls()
        return cls(str(about_to), found)


class Material(NamedTuple):
    """`shown` are the lines of the role that the person can show."""

    application_id: int
    sheet: "NegotiationSheet"
    aim: "TargetRole | None"
    facts: "tuple[PayFact, ...]"
    shown: tuple[str, ...]
    arguments: Arguments
    unsaid: Unsaid = Unsaid()

    @property
    def proposed(self) -> tuple[str, ...]:
        """The reasons that can be ticked: what the person can show, then what is paid elsewhere."""
        return (*(f"I can show: {one}" for one in self.shown), *self.sheet.reasons)

    def said(self) -> tuple[str, ...]:
        """What was named before, the newest first."""
        return tuple(fact_words(fact) for fact in reversed(self.facts))

    def reasons(self) -> tuple[str, ...]:
        """What stands on the page: own lines first."""
        own = (one.strip() for one in self.arguments.own.splitlines())
        ticked = (one for one in self.proposed if one not in self.arguments.left_out)
        return (*filter(None, own), *ticked)


def reasons_place(application_id: int) -> str:
    """Where the reasons that are being typed on the sheet of an application are kept."""
    return f"negotiation/reasons/{application_id}"


def unsaid_place(application_id: int) -> str:
    """The same of the figures."""
    return f"negotiation/unsaid/{application_id}"


def material_for(space: "Workspace", application_id: int) -> Material:
    """Raises NotFoundError where the application is gone."""
    kept = space.drafts.all()
    return Material(
        application_id,
        space.negotiation.sheet(application_id),
        space.negotiation.aim(application_id),
        tuple(space.pay_facts.of(application_id)),
        tuple(space.negotiation.can_show(application_id)),
        space.negotiation.arguments(application_id),
        Unsaid.from_text(kept.get(unsaid_place(application_id), "")),
    )
