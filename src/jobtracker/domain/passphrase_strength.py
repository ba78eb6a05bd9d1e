"""How strong a passphrase is, in words; what is refused is said by `passphrases`."""

from jobtracker.domain.passphrases import ADVICE, unguessed, weakness_of

GOOD, STRONG = 16, 24
FEW_SIGNS = 8
"""With fewer different characters than this, length says little."""


def strength_of(passphrase: str) -> str:
    """One sentence: why it is refused, or how long it would hold somebody up."""
    if weakness := weakness_of(passphrase):
        return f"{weakness}; {ADVICE}"
    left = unguessed(passphrase)
    length = len(left) if len(set(left)) >= FEW_SIGNS else 0
    if length >= STRONG:
        return "Strong, unless it is a quotation or the line of a song."
    if length >= GOOD:
        return "Good: years for somebody who tries them all."
    return "Fair: enough against a curious finder. A few more words make it strong."
