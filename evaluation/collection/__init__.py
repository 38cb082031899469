"""The collection of ads, statements, candidates, judgments and pairs by many writers: read, checked, split by writer.

Its files are in ``data/fixtures/collection/``, one for each writer. The README.md there describes their form and
authors.
"""
