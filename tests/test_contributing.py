"""What CONTRIBUTING names is there, its recipes touch few files, and the local hooks are what the gate checks."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
RECIPES = dict(re.findall(r"^### (Add a [a-z]+)\n(.*?)(?=^##)", TEXT, re.MULTILINE | re.DOTALL))
FILE = r"`([\w/.-]+\.(?:py|md|csv|json|txt|po))`"
FEW = 4  # files with the test


def test_every_file_that_is_named_is_there():
    named = [name for name in re.findall(FILE, TEXT) if "NAME" not in name]
    assert len(named) > 15
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("recipe", ["Add a limit", "Add a feed", "Add a measure"])
def test_a_recipe_touches_few_files(recipe):
    steps = re.findall(r"^\d\. ", RECIPES[recipe], re.MULTILINE)
    assert 0 < len(steps) <= FEW


@pytest.mark.parametrize("recipe", RECIPES)
def test_a_recipe_ends_with_its_test(recipe):
    assert re.search(r"`tests/", RECIPES[recipe])


def test_every_target_for_contributors_is_told():
    targets = re.findall(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)[1].split()
    assert [target for target in targets if f"make {target}" not in TEXT] == []


def test_what_is_checked_before_a_commit_is_what_the_gate_checks():
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    entries = [hook["entry"] for repo in hooks for hook in repo["hooks"]]
    gate = re.search(r"^test:.*?\n\n", MAKEFILE, re.MULTILINE | re.DOTALL)[0].replace("$(BIN)", ".venv/bin")
    assert [repo["repo"] for repo in hooks] == ["local"]
    assert [entry for entry in entries if entry not in gate] == []
    assert len(entries) == len(re.findall(r"ruff|mypy|lint-imports", gate))
