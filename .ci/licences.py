"""The packages that ipsmatch installs, with their versions and licences, as a table: python .ci/licences.py.

Run by the Python of the environment that it tells of.
"""

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

EXTRAS = ("", "cluster", "evaluation", "postgres")  # what somebody who runs it may install
CLASSIFIER = re.compile(r"License :: (?:OSI Approved :: )?(.*)")
# Names of licences under which whoever passes the program on must give all of it under the same terms.
STRONG_COPYLEFT = re.compile(r"(?<!L)(?<!Lesser )\b(?:A?GPL|(?:Affero )?General Public License)", re.IGNORECASE)


def licence(package: Distribution) -> str:
    """The licence as the package's metadata name it; empty where they do not."""
    told = package.metadata
    classified = [found[1] for line in told.get_all("Classifier", []) if (found := CLASSIFIER.fullmatch(line))]
    free_text = (told.get("License") or "").strip().partition("\n")[0]
    return told.get("License-Expression") or ", ".join(classified) or free_text


def needed(name: str, extras: tuple[str, ...] = EXTRAS) -> dict[str, Distribution]:
    """Every package that one with these extras needs, itself too, by its name."""
    looked_at: set[tuple[str, tuple[str, ...]]] = set()
    left = {(name, extras)}
    while left:
        looked_at |= left
        left = {asked for name, extras in left for asked in _asked(distribution(name), extras)} - looked_at
    return {name: distribution(name) for name, _ in sorted(looked_at)}


def _asked(package: Distribution, extras: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for line in package.requires or []:
        asked = Requirement(line)
        if asked.marker is None or any(asked.marker.evaluate({"extra": extra}) for extra in extras):
            yield canonicalize_name(asked.name), ("", *sorted(asked.extras))


def table(packages: dict[str, Distribution]) -> str:
    """One line a package, as Markdown."""
    rows = [f"| {p.metadata['Name']} | {p.version} | {licence(p)} |" for p in packages.values()]
    return "\n".join(["| package | version | licence |", "|---|---|---|", *rows])


if __name__ == "__main__":
    print(table(needed("ipsmatch", ("",))))
