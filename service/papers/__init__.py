"""The papers that the law asks for, made from a release: Danish and English pages, and a manifest of every figure.

``python -m service.papers`` writes them; ``docs/papers`` holds those of the code as it is. They are made from a clone,
not from a wheel: the figures stand in files of the repository.
"""
