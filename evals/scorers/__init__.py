"""Deterministic scorers, one small file each: a reply or a sentence in, a number from 0 to 1 out, or None where one does not apply.

Each file says whose measure it is; docs/evals.md has the list.
"""
