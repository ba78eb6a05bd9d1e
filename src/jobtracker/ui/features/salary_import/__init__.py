"""The sheet that brings a salary table in: its file, its columns, its passport, a last look."""
