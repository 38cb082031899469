"""Makes the shipped model, end to end, from public data (extra ``models``): ``python -m matcher.training``."""
