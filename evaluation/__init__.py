"""Is a change better, by how much, how certainly, and worse for whom? Measures over files that other programs wrote.

Reading order: ``reading`` (the files), ``measures``, ``significance``, ``slices`` over ``fields`` of work,
``beyond_accuracy`` (limits, coverage, variety, exposure), ``baselines``, ``inputs`` (all files of one evaluation),
``report`` with ``plots``, the command in ``__main__``; ``process`` (runs the matcher from outside), ``probes`` (the
matcher on altered input), ``gate`` (the fixtures from end to end); ``benchmarks`` and ``agreement``. Imports nothing of
``matcher`` or ``service``.
"""

from importlib import import_module, util
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    __version__: str
    from evaluation.inputs import Inputs, read_inputs
    from evaluation.measures import measure
    from evaluation.report import Findings, assemble
    from evaluation.significance import Difference, Interval, interval, paired

__all__ = [
    "Difference",
    "Findings",
    "Inputs",
    "Interval",
    "assemble",
    "interval",
    "measure",
    "paired",
    "read_inputs",
]
ROOMS = {
    "inputs": ("Inputs", "read_inputs"),
    "measures": ("measure",),
    "report": ("Findings", "assemble"),
    "significance": ("Difference", "Interval", "interval", "paired"),
}
NEEDED = ("bm25s", "ir_measures", "matplotlib", "pandas")  # the extra ``evaluation``, which a server does without
if missing := [name for name in NEEDED if util.find_spec(name) is None]:
    raise ImportError(f"evaluation needs {', '.join(missing)}; run: pip install 'ipsmatch[evaluation]'")


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return import_module("importlib.metadata").version("ipsmatch")
    for room, names in ROOMS.items():
        if name in names:
            return getattr(import_module(f"evaluation.{room}"), name)
    raise AttributeError(f"module 'evaluation' has no attribute {name!r}")
