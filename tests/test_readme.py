"""The README's commands run, and it says what each dependency is for."""

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
COMMANDS = [line for block in BLOCKS for line in block.splitlines() if line.startswith(("ipsmatch ", "python -m "))]
ELSEWHERE = re.compile(r" [A-Z]{4,}\b")  # data that do not come with the project
RUNNABLE = [c for c in COMMANDS if "serve" not in c and "matcher.training" not in c and not ELSEWHERE.search(c)]


@pytest.fixture(scope="module")
def build(tmp_path_factory, index):  # noqa: ARG001 the ads are encoded once, into the cache
    return tmp_path_factory.mktemp("readme")


def test_there_are_commands_to_run():
    assert len(RUNNABLE) >= 6


def test_every_command_runs_in_the_order_in_which_it_stands(build):
    for command in RUNNABLE:
        words = shlex.split(command.replace("build/", f"{build}/"), comments=True)
        entry = ["-c", "from matcher.cli import app; app()"] if words[0] == "ipsmatch" else []
        result = subprocess.run([sys.executable, *entry, *words[1:]], cwd=ROOT, capture_output=True, text=True)
        assert result.returncode == 0, f"{command}\n{result.stderr}"


def test_the_python_runs_and_gives_each_candidate_a_list(build, index):
    index.save(build / "index")
    [program] = re.findall(r"```python\n(.*?)```", README.replace("build/", f"{build}/"), re.DOTALL)
    result = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    assert len(result.stdout.splitlines()) == 32


def test_every_dependency_earns_a_line():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [
        *project["dependencies"],
        *project["optional-dependencies"]["models"],
        *project["optional-dependencies"]["dev"],
    ]
    for name in (re.split(r"[><=~\[]", d)[0] for d in asked):
        assert f"`{name}`" in README, f"{name} has no line in the README"


def test_every_make_target_is_in_the_readme():
    targets = re.findall(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)[0].split()
    for target in targets:
        assert f"make {target}" in README
