"""How much is tried: little in the gate, and much with ``make thorough``, which sets TESTS=full."""

import os


def size(gate: int, full: int) -> int:
    return full if os.environ.get("TESTS") == "full" else gate
