"""The collection of ads, statements, candidates, judgments and pairs by many hands: read, checked, split by writer.

Its files are in ``data/fixtures/collection/``, one a writer; README.md there tells of their form and their makers.
"""
