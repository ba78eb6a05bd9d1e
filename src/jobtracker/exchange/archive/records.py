"""The records of each table, in the order in which they stand in an archive and are brought in:
whatever a record names comes before it.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from jobtracker.domain.errors import UnreadableFileError
from jobtracker.domain.text import quoted
from jobtracker.exchange.archive import records_of_letters as letters
from jobtracker.exchange.archive import records_of_reference as reference
from jobtracker.exchange.archive import records_of_search as search
from jobtracker.exchange.archive.records_of_search import Record

RECORDS: Final[Mapping[str, type[Record]]] = {
    "file": letters.File,
    "company": search.Company,
    "company_alias": search.CompanyAlias,
    "contact": search.Contact,
    "profile": reference.Profile,
    "profile_item": reference.ProfileItem,
    "salary_range": reference.SalaryRange,
    "related_role": reference.RelatedRole,
    "profile_mark": reference.ProfileMark,
    "can_show": reference.CanShow,
    "my_skill": reference.MySkill,
    "target_role": search.TargetRole,
    "tag": search.Tag,
    "custom_field": search.CustomField,
    "application": search.Application,
    "posting": search.Posting,
    "application_profile": search.ApplicationProfile,
    "application_contact": search.ApplicationContact,
    "application_tag": search.ApplicationTag,
    "custom_value": search.CustomValue,
    "interview": search.Interview,
    "offer": search.Offer,
    "event": search.Event,
    "pay_fact": search.PayFact,
    "exchange_rate": reference.ExchangeRate,
    "salary_table": reference.SalaryTable,
    "salary_row": reference.SalaryRow,
    "document": letters.Document,
    "letter_template": letters.LetterTemplate,
    "letter": letters.Letter,
    "letter_version": letters.LetterVersion,
    "letter_block": letters.LetterBlock,
    "letter_block_use": letters.LetterBlockUse,
    "saved_view": letters.SavedView,
    "setting": letters.Setting,
}

_ADAPTERS: Final[Mapping[str, TypeAdapter[list[Record]]]] = {
    table: TypeAdapter(list[kind])  # type: ignore[valid-type]  # the kind is a value here
    for table, kind in RECORDS.items()
}
_FIELDS: Final = {table: frozenset(kind.model_fields) for table, kind in RECORDS.items()}

Checked = list[dict[str, Any]]


def checked(table: str, raw: Sequence[Any]) -> Checked:
    """Records as they may be stored: each field there and of its kind, no other field.

    Raises UnreadableFileError that names the table and the field.
    """
    try:
        return [record.__dict__ for record in _ADAPTERS[table].validate_python(raw)]
    except (ValidationError, RecursionError) as error:
        raise UnreadableFileError(
            f"The archive holds a record of {table.replace('_', ' ')} that is not what it should "
            f"be{_place(error)}; nothing was imported. Export it again and choose that."
        ) from error


def unknown_fields(table: str, raw: Sequence[Any]) -> frozenset[str]:
    """The fields of these records that this version does not know and leaves out."""
    known = _FIELDS[table]
    found: set[str] = set()
    for record in raw:
        if isinstance(record, dict) and record.keys() - known:
            found |= record.keys() - known
    return frozenset(found)


def _place(error: ValidationError | RecursionError) -> str:
    if not isinstance(error, ValidationError):
        return ""
    _, *where = error.errors(include_url=False, include_context=False, include_input=False)[0][
        "loc"
    ]
    return f" ({quoted(str(where[0]))})" if where else ""
