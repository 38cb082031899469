"""The risk file: possible harm to a person, the measures against it, and the tests that fail without a measure."""

import ast
import tomllib
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

FILE = Path(__file__).with_name("risks.toml")


class Words(BaseModel):
    """Text in both languages, a sentence or more."""

    model_config = ConfigDict(extra="forbid")

    da: str
    en: str


class Risk(BaseModel):
    """A risk. harm: what may happen to whom. against: what the product does. left: what the deployer must do.

    tests: ``file::name`` of each test that guards it.
    """

    model_config = ConfigDict(extra="forbid")

    id: str
    title: Words
    harm: Words
    against: Words
    left: Words
    tests: list[str]


@cache
def risks() -> tuple[Risk, ...]:
    """All risks, in the order of the file."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return tuple(Risk.model_validate(row) for row in table["risk"])


def missing(root: Path) -> list[str]:
    """Tests named by a risk that the clone does not have, each with its risk."""
    return [f"{risk.id}: {test}" for risk in risks() for test in risk.tests if not _exists(root, test)]


def _exists(root: Path, test: str) -> bool:
    file, _, name = test.partition("::")
    path = root / file
    if not path.is_file():
        return False
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return any(isinstance(node, ast.FunctionDef) and node.name == name for node in tree.body)
