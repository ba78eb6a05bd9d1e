"""The tables of a workspace, as SQLAlchemy rows. No row ever leaves `storage/`.

Money is integer minor units with an ISO 4217 currency and a period. Dates are ISO text
(`YYYY-MM-DD`), moments ISO text in UTC, so a file reads the same in every zone. Every
record a person owns has an integer key for joins and a UUIDv7 `uid` for the world.
"""

from jobtracker.storage.schema.applications import (
    ApplicationProfileRow,
    ApplicationRow,
    ApplicationTagRow,
    CustomFieldRow,
    CustomValueRow,
    EventRow,
    InterviewRow,
    OfferRow,
    PostingRow,
    TagRow,
    TargetRoleRow,
)
from jobtracker.storage.schema.base import APPLICATION_ID, HEAD, SCHEMA_VERSION, Base
from jobtracker.storage.schema.companies import (
    ApplicationContactRow,
    CompanyAliasRow,
    CompanyRow,
    ContactRow,
)
from jobtracker.storage.schema.keeping import (
    JournalChangeRow,
    JournalStepRow,
    SavedViewRow,
    SettingRow,
    StateRow,
)
from jobtracker.storage.schema.letters import (
    BlobRow,
    DocumentRow,
    LetterBlockRow,
    LetterBlockUseRow,
    LetterRow,
    LetterTemplateRow,
    LetterVersionRow,
)
from jobtracker.storage.schema.reference import (
    ProfileItemRow,
    ProfileRow,
    RelatedRoleRow,
    SalaryRangeRow,
)

JOURNALLED: tuple[str, ...] = (
    "company",
    "company_alias",
    "contact",
    "target_role",
    "application",
    "posting",
    "application_profile",
    "application_contact",
    "tag",
    "application_tag",
    "custom_field",
    "custom_value",
    "event",
    "interview",
    "offer",
    "profile",
    "profile_item",
    "salary_range",
    "related_role",
    "letter_template",
    "letter",
    "letter_version",
    "letter_block",
    "letter_block_use",
    "document",
    "saved_view",
    "setting",
)
"""The tables whose rows undo and redo restore. Rows of the bundled library are written in
transactions that are not journalled."""

__all__ = [
    "APPLICATION_ID",
    "HEAD",
    "JOURNALLED",
    "SCHEMA_VERSION",
    "ApplicationContactRow",
    "ApplicationProfileRow",
    "ApplicationRow",
    "ApplicationTagRow",
    "Base",
    "BlobRow",
    "CompanyAliasRow",
    "CompanyRow",
    "ContactRow",
    "CustomFieldRow",
    "CustomValueRow",
    "DocumentRow",
    "EventRow",
    "InterviewRow",
    "JournalChangeRow",
    "JournalStepRow",
    "LetterBlockRow",
    "LetterBlockUseRow",
    "LetterRow",
    "LetterTemplateRow",
    "LetterVersionRow",
    "OfferRow",
    "PostingRow",
    "ProfileItemRow",
    "ProfileRow",
    "RelatedRoleRow",
    "SalaryRangeRow",
    "SavedViewRow",
    "SettingRow",
    "StateRow",
    "TagRow",
    "TargetRoleRow",
]
