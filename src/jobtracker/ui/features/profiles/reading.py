"""A profile read with all that its page shows beside it."""

from typing import TYPE_CHECKING

from jobtracker.ui.features.profiles.contract import OpenApplication, Related, Shown
from jobtracker.ui.features.profiles.official import official_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jobtracker.domain.profiles import ProfileSummary, RelatedRole, RoleProfile
    from jobtracker.services.workspace import Workspace


def read_list(space: "Workspace") -> "tuple[list[ProfileSummary], dict[int, tuple[str, ...]]]":
    """The rows of the list, and the other titles of their roles by the profile's id."""
    named = space.profiles.named()
    return space.profiles.summaries(), {one.id: one.alternates for one in named if one.alternates}


def read_profile(space: "Workspace", profile_id: int, rows: "Sequence[ProfileSummary]") -> Shown:
    """A profile, its ticks, the official figures, and the rows of the list that its related roles
    have a profile in. Raises NotFoundError.
    """
    profile = space.profiles.load(profile_id)
    return Shown(
        profile,
        related_of(profile, rows),
        next((row.applications for row in rows if row.id == profile_id), 0),
        space.profiles.ticks(profile_id),
        official_of(space, profile),
        len(space.targets.of_profile(profile_id)),
        space.clock.today(),
    )


def related_of(profile: "RoleProfile", rows: "Sequence[ProfileSummary]") -> tuple[Related, ...]:
    by_title: dict[str, ProfileSummary] = {}
    for row in rows:
        if row.origin == "own" or row.title.casefold() not in by_title:
            by_title[row.title.casefold()] = row
    return tuple(_related(role, by_title.get(role.title.casefold())) for role in profile.related)


def _related(role: "RelatedRole", row: "ProfileSummary | None") -> Related:
    if row is None:
        return Related(role)
    own = row.range.pay if row.range else None
    agrees = own is None or own[:4] == role.pay[:4]
    return Related(role, row.id, None if agrees else own)


def open_applications(space: "Workspace") -> list[OpenApplication]:
    return [
        OpenApplication(row.id, row.company, row.role, row.profile) for row in space.lists.rows()
    ]
