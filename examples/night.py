"""A night's run from the new vacancies of each night, in a folder: python examples/night.py FOLDER CANDIDATES NIGHT...

The lists stay in FOLDER, so that the second night makes only those again that its vacancies can change.
"""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

ipsmatch = Path(sys.executable).with_name("ipsmatch")
folder, people, *nights = map(Path, sys.argv[1:])
for number, night in enumerate(nights, start=1):
    run = folder / f"night-{number}.jsonl"
    command = [ipsmatch, "score", night, "--candidates", people, "--keep", folder / "lists", "--out", run]
    done = subprocess.run([*command, "--as-of", "2026-11-23"], check=False)
    if done.returncode == 2:  # 1: some rows were refused, and the rest is there
        sys.exit("nothing was written")
    suggestions = [json.loads(line) for line in run.read_text(encoding="utf-8").splitlines()]
    made = json.loads(run.with_suffix(".meta.json").read_text(encoding="utf-8"))
    print(run.name, made["as_of"], dict(Counter(suggestion["candidate_id"] for suggestion in suggestions)))
