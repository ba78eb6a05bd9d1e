"""Jobtracker: a desktop job-search tracker that keeps everything on this computer."""
