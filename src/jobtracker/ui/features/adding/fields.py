"""The fields of the add sheet by name: their labels, and which of them take words of the text."""

LABELS = {
    "role": "&Role",
    "company": "&Company",
    "location": "&Location",
    "pay": "Salary &range",
    "stage": "&Stage",
    "profile": "Re&ference role",
    "next_action": "&Next action",
    "due": "&When",
    "work_mode": "Work mode",
    "employment_type": "Employment type",
    "deadline": "Deadline",
    "posted_on": "Posted on",
    "reference": "Reference number",
    "url": "Link",
    "contact_name": "Contact",
    "contact_email": "E-mail",
    "contact_phone": "Phone",
}
"""In the order they stand on the sheet; an `&` sets the Alt key."""
CHOICES = ("stage", "profile", "work_mode", "employment_type")
FIRST = tuple(LABELS)[:8]
"""Always in sight, and under Alt+1 to Alt+8."""
MORE = tuple(LABELS)[8:]
"""Shown where they hold something, or when asked for with Alt+9."""
TEXTS = tuple(name for name in LABELS if name not in CHOICES)


def label(name: str) -> str:
    """The field's name as a person reads it."""
    return LABELS[name].replace("&", "")
