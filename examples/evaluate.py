"""Two runs against judgments, candidate by candidate: python examples/evaluate.py RUN OTHER_RUN QRELS.

Needs the extra: pip install 'ipsmatch[evaluation]'.
"""

import sys
from pathlib import Path

from evaluation import interval, measure, paired
from evaluation.reading import read_qrels, read_run

run, other, qrels = map(Path, sys.argv[1:])
gains = read_qrels(qrels)
values, others = (measure(read_run(path), gains) for path in (run, other))
for candidate, measures in values.items():
    print(candidate, *(f"{name} {value:.3f}" for name, value in measures.items()))
for name in next(iter(values.values())):
    mean = interval([measures[name] for measures in values.values()])
    print(f"{name}: {mean.mean:.3f} ({mean.low:.3f} to {mean.high:.3f})")
difference = paired(
    [measures["nDCG@10"] for measures in values.values()], [measures["nDCG@10"] for measures in others.values()]
)
print(f"nDCG@10, first run against second: {difference.mean:+.3f}, {difference.verdict}")
