"""Word lists as text: how the readers of plain text write down what they know."""


def words_in(text: str) -> frozenset[str]:
    """The words between blanks."""
    return frozenset(text.split())


def names_in(text: str) -> tuple[str, ...]:
    """The names between strokes, which may be of several words; line breaks do not matter."""
    return tuple(name.strip() for name in " ".join(text.split()).split("/") if name.strip())
