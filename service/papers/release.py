"""The facts of a release: version, digests of code and rules, dependencies, rights and logged acts."""

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any, NamedTuple, get_args

import matcher
from matcher.facts.columns import rules_version
from matcher.versions import digest_of_folder
from service.audit import TRIMMED
from service.cases import timeline
from service.phrases import PHRASES, Language, say
from service.scope import ADMINISTRATION, MAY

ACTION = "action."


class Right(NamedTuple):
    """A right: its name in the code, and the roles that have it, in words."""

    name: str
    roles: str


def project(root: Path) -> dict[str, Any]:
    """Name, licence and dependencies from ``pyproject.toml``."""
    return dict(tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"])


def rights(language: Language) -> list[Right]:
    """Every right, with the roles that have it."""
    return [Right(name, ", ".join(say(f"role.{role}", language) for role in roles)) for name, roles in MAY.items()]


def logged(language: Language) -> list[str]:
    """The acts on cases that are logged, in words."""
    names = [key.removeprefix(ACTION) for key in PHRASES if key.startswith(ACTION)]
    return [say(ACTION + name, language) for name in names if name not in (*ADMINISTRATION, TRIMMED, "other")]


def administration(language: Language) -> list[str]:
    """The acts on users, keys and the tenant that are logged, in words."""
    return [say(ACTION + name, language) for name in ADMINISTRATION]


def events() -> tuple[str, ...]:
    """The kinds of events on the timeline of a case."""
    return get_args(timeline.Kind)


def described(root: Path) -> dict[str, Any]:
    """The release and the machine that described it: all that changes with every commit, and so is in no paper."""
    return {
        "version": project(root)["version"],
        "commit": _git(root, "rev-parse", "HEAD"),
        "tag": _git(root, "describe", "--tags", "--exact-match"),
        "code": digest_of_folder(Path(matcher.__file__).parent),
        "service": digest_of_folder(Path(__file__).parents[1]),
        "rules": rules_version(),
        "python": sys.version.split()[0],
        "installed": dict(_installed(project(root)["dependencies"])),
    }


def _git(root: Path, *words: str) -> str | None:
    """The output of git; None if it has none, as outside a clone."""
    try:
        output = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True)  # noqa: S603, S607 fixed words
    except OSError:
        return None
    return output.stdout.strip() or None


def _installed(dependencies: list[str]) -> Iterator[tuple[str, str]]:
    for name in (dependency.split(">")[0] for dependency in dependencies):
        yield name, metadata.version(name)
