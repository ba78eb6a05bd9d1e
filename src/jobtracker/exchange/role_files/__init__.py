"""Files of roles, of every form that is known, as profiles; see `reading`."""

from jobtracker.exchange.role_files.reading import read_role_files, read_role_text, read_roles
from jobtracker.exchange.role_files.records import Refused, RoleFile, joined

__all__ = ["Refused", "RoleFile", "joined", "read_role_files", "read_role_text", "read_roles"]
