"""What the public figures say of a profile's occupation."""

from typing import TYPE_CHECKING

from jobtracker.ui.features.profiles.contract import Official

if TYPE_CHECKING:
    from jobtracker.domain.profiles import RoleProfile
    from jobtracker.services.workspace import Workspace


def official_of(space: "Workspace", profile: "RoleProfile") -> Official | None:
    """A year's pay in the whole country, of the occupation the profile names, else of the one
    that its title finds; by the hour where that alone is published.
    """
    library = space.benchmarks
    code, found = profile.code, ""
    if not code:
        likely = library.find(profile.title, limit=1)
        if not likely:
            return None
        code, found = likely[0].occupation.code, f"Found by the title: {likely[0].why}"
    figure = library.figure(code)
    if figure is None:
        return None
    return Official(figure.occupation.title, figure.as_range(), found)
