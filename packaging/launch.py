"""What the bundle starts: the same entry point as the `jobtracker` command."""

import sys

from jobtracker.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
