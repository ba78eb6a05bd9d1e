"""The services that keep the workspace itself: whole, and closed to others."""

from functools import cached_property
from typing import TYPE_CHECKING

from jobtracker.services.reference import Reference

if TYPE_CHECKING:
    from jobtracker.services.archive import ArchiveService
    from jobtracker.services.backups import Backups
    from jobtracker.services.bin import Bin
    from jobtracker.services.encryption import Encryption
    from jobtracker.services.wiping import Wiping


class Keeping(Reference):
    """What is done to the file as a whole. Each is loaded when it is first asked for."""

    @cached_property
    def archive(self) -> "ArchiveService":
        from jobtracker.services.archive import ArchiveService

        return ArchiveService(self.database, self.clock)

    @cached_property
    def bin(self) -> "Bin":
        from jobtracker.services.bin import Bin

        return Bin(self.database, self.clock)

    @cached_property
    def backups(self) -> "Backups":
        from jobtracker.services.backups import Backups

        return Backups(self.database, self.clock)

    @cached_property
    def encryption(self) -> "Encryption":
        from jobtracker.services.encryption import Encryption

        return Encryption(self.database, self.clock)

    @cached_property
    def wiping(self) -> "Wiping":
        from jobtracker.services.wiping import Wiping

        return Wiping(self.database, self.clock)
