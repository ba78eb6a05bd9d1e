"""The fields of an offer, in groups that are folded until something is said in them."""

from typing import NamedTuple

from jobtracker.ui.features.offers.draft import MARKS, NOTES


class Asked(NamedTuple):
    """A field: its name among the parts of an offer, its label, and an example of what to type.

    One with `choices` (value, words) is chosen from them; the first one is the usual.
    """

    name: str
    label: str
    example: str = ""
    choices: tuple[tuple[str, str], ...] = ()


class Group(NamedTuple):
    """Fields that belong together; they stand in rows of two."""

    title: str
    fields: tuple[Asked, ...]


BONUS = Group(
    "Bonus",
    (
        Asked("bonus", "Target bonus a year", "10 %, or 12,000"),
        Asked(
            "guaranteed",
            "Is it guaranteed",
            choices=(("", "Not guaranteed"), ("yes", "Guaranteed")),
        ),
    ),
)
SIGN_ON = Group(
    "Sign-on",
    (
        Asked("sign-on", "Sign-on bonus", "15,000"),
        Asked("clawback", "Months until it is yours", "12"),
    ),
)
EQUITY = Group(
    "Equity",
    (
        Asked("equity", "Value, or units at a price", "60,000, or 5000 x 12.50"),
        Asked(
            "equity-kind",
            "Kind of equity",
            choices=(
                ("", "Stock units (RSU)"),
                ("options", "Options"),
                ("shares", "Shares"),
                ("other", "Other"),
            ),
        ),
        Asked("strike", "Strike price of an option", "2.10"),
        Asked("vest", "Years of vesting", "4"),
        Asked("cliff", "Months to the cliff", "12"),
        Asked("schedule", "Percent vesting each year", "10/20/30/40"),
        Asked("haircut", "Percent not counted on", "50"),
    ),
)
MATCH = Group("Retirement match", (Asked("match", "Match of your saving", "50 % up to 6 %"),))
HEALTH = Group("Health", (Asked("health", "Your health cost a month", "240"),))
LEAVE = Group("Leave", (Asked("leave", "Paid days off a year", "25"),))
TIME = Group(
    "Hours and weeks",
    (Asked("hours", "Hours a week", "40"), Asked("weeks", "Paid weeks a year", "52")),
)
COMMUTE = Group(
    "Commute",
    (
        Asked("commute", "Minutes there and back", "50"),
        Asked("commute-cost", "Cost a month", "90"),
        Asked("commute-days", "Days a week", "5"),
    ),
)
OWN = Group("Own criteria", (Asked(MARKS, "Criteria with a mark, 1 to 5", "team 4, growth 5"),))
WORDS = Group("Notes", (Asked(NOTES, "Notes"),))
GROUPS = (BONUS, SIGN_ON, EQUITY, MATCH, HEALTH, LEAVE, TIME, COMMUTE, OWN, WORDS)
