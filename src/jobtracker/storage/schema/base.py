"""What every table shares: names of constraints, the integer key, the version."""

from sqlalchemy import MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column

HEAD = "0004"
"""The newest alembic revision; alembic itself is imported only where a file's differs."""

SCHEMA_VERSION = 4
"""`PRAGMA user_version`: the number of `HEAD`."""

APPLICATION_ID = 0x4A4F4254
"""`PRAGMA application_id`: "JOBT"."""

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True):
    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {str: Text}


class Keyed(MappedAsDataclass, kw_only=True):
    id: Mapped[int] = mapped_column(primary_key=True, init=False)
