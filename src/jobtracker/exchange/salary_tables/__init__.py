"""Salary tables out of CSV and XLSX files: `reading.py` is the door."""
