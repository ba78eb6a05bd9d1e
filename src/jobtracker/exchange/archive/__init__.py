"""The archive: everything a workspace holds as JSON and files, readable without the program.

`docs/archive.md` describes the format. `records.py` names what a record of each table holds,
`writing.py` writes an archive, `reading.py` reads one with care.
"""
