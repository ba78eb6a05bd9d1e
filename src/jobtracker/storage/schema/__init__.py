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
    PayFactRow,
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
    CanShowRow,
    MySkillRow,
    ProfileItemRow,
    ProfileMarkRow,
    ProfileRow,
    RelatedRoleRow,
    SalaryRangeRow,
)
from jobtracker.storage.schema.salaries import ExchangeRateRow, SalaryLineRow, SalaryTableRow

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
    "pay_fact",
    "exchange_rate",
    "salary_table",
    "salary_row",
    "profile",
    "profile_item",
    "profile_mark",
    "can_show",
    "my_skill",
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
    "CanShowRow",
    "CompanyAliasRow",
    "CompanyRow",
    "ContactRow",
    "CustomFieldRow",
    "CustomValueRow",
    "DocumentRow",
    "EventRow",
    "ExchangeRateRow",
    "InterviewRow",
    "JournalChangeRow",
    "JournalStepRow",
    "LetterBlockRow",
    "LetterBlockUseRow",
    "LetterRow",
    "LetterTemplateRow",
    "LetterVersionRow",
    "MySkillRow",
    "OfferRow",
    "PayFactRow",
    "PostingRow",
    "ProfileItemRow",
    "ProfileMarkRow",
    "ProfileRow",
    "RelatedRoleRow",
    "SalaryLineRow",
    "SalaryRangeRow",
    "SalaryTableRow",
    "SavedViewRow",
    "SettingRow",
    "StateRow",
    "TagRow",
    "TargetRoleRow",
]
