"""The benchmark of the service says what it measured, of a real service."""

import re
import subprocess
import sys

import pytest
from conftest import FIXTURES

pytestmark = [pytest.mark.slow, pytest.mark.thorough]


def test_it_prints_the_list_in_process_and_served_under_half_and_twice_the_capacity(environment):
    files = [str(FIXTURES / name) for name in ("vacancies.jsonl", "candidates.jsonl")]
    command = [
        sys.executable,
        "-m",
        "service.benchmarks.served",
        *files,
        "--ads",
        "8",
        "--people",
        "3",
        "--seconds",
        "1",
    ]
    run = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert re.search(r"^8 vacancies, 3 candidates, put in and indexed in \d+ s$", run.stdout, re.MULTILINE)
    assert re.search(
        r"^in process [\d.]+ ms, [\d.]+ encoded anew; served [\d.]+ lists a second", run.stdout, re.MULTILINE
    )
    for name in ("half", "twice", "half again"):
        assert re.search(rf"^{name}: p50 \d+ ms, p95 \d+ ms, {{'200': \d+", run.stdout, re.MULTILINE), run.stdout
    assert run.stdout.count("times in process") == 2
