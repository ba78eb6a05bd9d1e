"""A package, or one of this name that comes with a library would be found in its place."""
