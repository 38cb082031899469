"""Fails where tests reach fewer lines than the floor: python .ci/lines.py COVERAGE.json FLOOR (in percent).

``coverage report --fail-under`` would count branches and lines as one figure; the report tells branches beside it.
"""

import json
import sys
from pathlib import Path

report, floor = Path(sys.argv[1]), float(sys.argv[2])
totals = json.loads(report.read_text(encoding="utf-8"))["totals"]
lines = 100 * totals["covered_lines"] / totals["num_statements"]
branches = 100 * totals["covered_branches"] / totals["num_branches"]
print(f"Reached: {lines:.1f} % of lines (floor {floor:g}), {branches:.1f} % of branches")
sys.exit(lines < floor)
