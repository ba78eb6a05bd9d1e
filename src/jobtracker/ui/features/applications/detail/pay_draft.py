"""A figure of the pay timeline as it is being typed, and as it is wanted."""

import json
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from jobtracker.domain.pay_facts import FactKind, PayFact
from jobtracker.ui.widgets.days import full_day

AMOUNT, DAY, WHO, HOW, NOTE = FIELDS = ("amount", "day", "who", "how", "note")


class PayDraft(NamedTuple):
    """`texts` are as typed, by the names of fields; `fact_id` is 0 for a new figure."""

    fact_id: int
    kind: FactKind
    texts: Mapping[str, str]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed that could be lost; the day alone is not missed."""
        typed = any(text.strip() for name, text in self.texts.items() if name != DAY)
        return not self.fact_id and not typed

    def as_text(self) -> str:
        """The draft as JSON, to be kept; "" for an empty one."""
        if self.is_empty:
            return ""
        return json.dumps([self.fact_id, self.kind, dict(self.texts)], ensure_ascii=False)


def draft_from(text: str) -> PayDraft:
    """A draft that was kept; an empty one for what is none."""
    try:
        fact_id, kind, texts = json.loads(text)
        known = {name: str(texts.get(name, "")) for name in FIELDS}
        return PayDraft(int(fact_id), FactKind(kind), known)
    except (ValueError, TypeError, AttributeError):
        return NEW


def draft_of(fact: PayFact) -> PayDraft:
    """A figure that is there, as it would be typed."""
    texts = (fact.pay.text, full_day(fact.on), fact.who, fact.how, fact.note)
    return PayDraft(fact.id, fact.kind, dict(zip(FIELDS, texts, strict=True)))


NEW = PayDraft(0, FactKind.STATED, dict.fromkeys(FIELDS, "") | {DAY: "today"})


class PayWanted(NamedTuple):
    """A figure of the application `id` to record, or to change where `draft` has its number."""

    id: int
    draft: PayDraft
    on: date | None
