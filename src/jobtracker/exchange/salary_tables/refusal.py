"""Why a row of a table is not imported."""

NO_PAY = "No pay in the row"
NO_NUMBER = "A figure that is no number"
BACKWARDS = "Low above high"
NO_ROLE = "No role named"
TOTAL = "A total or an average"
HEADING_AGAIN = "The headings again"
CURRENCY = "The currency is unclear"
TOO_LARGE = "More than anybody is paid"
NO_COLUMN = "No column says the pay"
BAD_TEXT = "A character that cannot be stored"


class RefusedRowError(Exception):
    """Raised for the row that is looked at; `cause` groups rows, the message tells of this one."""

    def __init__(self, cause: str, reason: str) -> None:
        super().__init__(reason)
        self.cause = cause
