"""How far a long piece of work on another thread has come, and the wish to stop it."""


class Meter:
    """Handed to work as its `progress`; read by the window meanwhile. Whole numbers and a flag are
    set in one step each, so neither thread waits for the other.
    """

    def __init__(self) -> None:
        self.done = 0
        self.total = 0
        self.stopped = False

    def __call__(self, done: int, total: int) -> bool:
        """Called by the work; False asks it to stop."""
        self.done, self.total = done, total
        return not self.stopped

    def stop(self) -> None:
        self.stopped = True
