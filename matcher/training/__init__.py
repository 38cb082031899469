"""How the shipped model was made, end to end, from public data (extra ``models``): ``python -m matcher.training``."""
