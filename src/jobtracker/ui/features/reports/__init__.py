"""A report of a problem, read before it is given away."""
