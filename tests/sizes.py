"""How many examples are tried: few as a rule, many with ``make thorough``, which sets TESTS=full."""

import os


def size(gate: int, full: int) -> int:
    return full if os.environ.get("TESTS") == "full" else gate
