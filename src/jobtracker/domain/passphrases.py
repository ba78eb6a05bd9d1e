"""Which passphrases are worth typing: a thief with the file may try millions a day."""

from jobtracker.domain.errors import InvalidInputError

SHORTEST = 10
_DIFFERENT = 5
_WELL_KNOWN = (
    *("thequickbrownfoxjumpsoverthelazydog", "thequickbrownfox", "correcthorsebatterystaple"),
    *("tobeornottobethatisthequestion", "tobeornottobe", "maytheforcebewithyou"),
    *("loremipsumdolorsitamet", "loremipsum", "onceuponatime", "twinkletwinklelittlestar"),
    *("neverforget", "winteriscoming", "hastalavistababy", "opensesame", "trustno1"),
    *("qwertyuiop", "asdfghjkl", "zxcvbnm", "qwerty", "qwertz", "azerty", "abcdef"),
    *("1234567890", "123456", "0123456", "987654", "11111", "00000"),
    *("password", "passphrase", "passwort", "motdepasse", "jobtracker", "letmein", "iloveyou"),
    *("welcome", "admin", "secret", "changeme"),
)
"""Words, rows of keys and famous passphrases, without blanks; the longer first, of those that
begin alike.
"""
_AS_LETTERS = str.maketrans("@$03", "asoe")
ADVICE = "four or five words that have nothing to do with each other are good."


def check_passphrase(passphrase: str) -> None:
    """Raise InvalidInputError for one that is empty, short or easily guessed.

    Its words never repeat what was typed. No rule about digits or signs: length is what counts.
    """
    if weakness := weakness_of(passphrase):
        raise InvalidInputError(f"{weakness}; nothing was changed; {ADVICE}")


def weakness_of(passphrase: str) -> str:
    """Why it is refused, the beginning of a sentence; "" for one that is taken."""
    if not passphrase.strip():
        return "A passphrase may not be empty"
    if len(passphrase) < SHORTEST:
        return f"A passphrase has at least {SHORTEST} characters"
    if _is_easily_guessed(passphrase):
        return "This passphrase is among the first that would be tried"
    return ""


def unguessed(passphrase: str) -> str:
    """What is left of it without what everybody knows, also where letters were put as signs."""
    folded = passphrase.casefold()
    return min((_without_known(one) for one in (folded, folded.translate(_AS_LETTERS))), key=len)


def _without_known(folded: str) -> str:
    close = "".join(sign for sign in folded if sign.isalnum())
    left = close
    for known in _WELL_KNOWN:
        left = left.replace(known, "")
    return left if left != close else folded


def _is_easily_guessed(passphrase: str) -> bool:
    """A few characters over and over, or what everybody knows with little else."""
    folded, left = passphrase.casefold(), unguessed(passphrase)
    return len(set(folded)) < _DIFFERENT or (len(left) <= SHORTEST // 2)
