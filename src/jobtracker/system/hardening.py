"""What every start does first: nobody else reads what this process writes or leaves behind."""

import os
import sys


def harden() -> None:
    """Files are for their owner alone, and a crash writes no image of the memory to the disk.

    A dump would hold letters and the key of an encrypted workspace; the report of a crash is
    written by `system/reports.py` and holds neither.
    """
    os.umask(0o077)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
