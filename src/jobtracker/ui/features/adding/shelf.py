"""Drafts that had to make room for another posting, until they are brought back or given up."""

import json

from jobtracker.ui.features.adding.draft import Draft
from jobtracker.ui.runtime.drafts import Drafts

PLACE = "add/aside"
"""Where they are kept in case the program is killed."""


class Shelf:
    """The newest first, as many as there are: none goes but by a person's wish."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts

    def __len__(self) -> int:
        return len(self._texts())

    @property
    def newest(self) -> Draft | None:
        """The one that is offered."""
        return next(iter(self._all()), None)

    def put(self, draft: Draft) -> None:
        """Put a draft aside, to be offered first."""
        self._keep([draft, *self._all()])

    def swap(self, draft: Draft) -> Draft | None:
        """Take the newest and put another in its place, at the end, so that one after the other
        comes by; an empty draft is not put anywhere.
        """
        all_ = self._all()
        self._keep([*all_[1:], draft])
        return all_[0] if all_ else None

    def drop(self) -> None:
        """Give up the newest."""
        self._keep(self._all()[1:])

    def _all(self) -> list[Draft]:
        return [made for text in self._texts() if (made := Draft.from_text(text)) is not None]

    def _texts(self) -> list[str]:
        """Each as JSON text; one that stands alone was kept by an earlier version."""
        kept = self._drafts.text(PLACE)
        if not kept.startswith("["):
            return [kept] if kept else []
        try:
            found = json.loads(kept)
        except ValueError:
            return []
        return [one for one in found if isinstance(one, str)]

    def _keep(self, drafts: list[Draft]) -> None:
        texts = [text for text in (one.as_text() for one in drafts) if text]
        self._drafts.write(PLACE, json.dumps(texts, ensure_ascii=False) if texts else "")
