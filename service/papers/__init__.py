"""The papers that the law requires, made from a release: Danish and English pages, and a manifest of every figure.

``python -m service.papers`` writes them; ``docs/papers`` holds those of the current code. They are made from a clone,
not from a wheel: the figures are in files of the repository.
"""
