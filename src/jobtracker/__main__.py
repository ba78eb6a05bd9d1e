"""The program's door: without a command the window opens, otherwise the terminal answers."""

import gc
import sys


def main() -> int:
    """Run Jobtracker on the arguments it was started with; the exit code."""
    arguments = sys.argv[1:]
    gc.disable()  # all that loads now stays; whoever has loaded it switches it on again
    if _asks_for_window(arguments):
        from jobtracker import ui  # noqa: F401 (loads Qt the quick way, before anything else)
        from jobtracker.desktop import open_window

        return open_window(arguments[1] if arguments else None)
    from jobtracker.cli import run

    return run(arguments)


def _asks_for_window(arguments: list[str]) -> bool:
    """Decided without a parser, because parsing costs as much as painting the sidebar."""
    return not arguments or (len(arguments) == 2 and arguments[0] == "--workspace")  # noqa: PLR2004


if __name__ == "__main__":
    sys.exit(main())
