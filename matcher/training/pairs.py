"""Pairs of texts of one meaning: from ESCO's occupations, and from what people say of work.

ESCO (European Commission; the Danish occupations of 1.0.8 as CSV, English 1.1.1 and its relations as zips) gives
labels, descriptions and essential skills. ``statements/*.txt`` gives everyday Danish, written for this project::

    # label of an occupation in ESCO, Danish
    - what a person might say who would like that work, or has done it
    > a passage of an ad for it
"""

import csv
import io
import random
import zipfile
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

DANISH, ENGLISH, RELATIONS = "occupations_da-1.0.8.csv", "esco-1.1.1-en-csv.zip", "esco-1.1.1-relations-csv.zip"
STATEMENTS = Path(__file__).parent / "statements"
CLUMP = 8  # pairs of a batch from one ISCO group of two digits: neighbours that are hard to tell apart


class Occupation(NamedTuple):
    """An occupation of ESCO. group: its ISCO-08 unit group, four digits. The preferred label comes first."""

    uri: str
    group: str
    danish: tuple[str, ...]
    english: tuple[str, ...]
    description: str
    skills: tuple[str, ...]


class OccupationTexts(NamedTuple):
    """Statements that point to an occupation, and passages of its ads."""

    occupation: Occupation
    statements: tuple[str, ...]
    passages: tuple[str, ...]


class Pair(NamedTuple):
    """Two texts of one meaning. Pairs with the same ``meaning`` are never each other's negatives."""

    one: str
    other: str
    meaning: str


def occupations(folder: Path) -> list[Occupation]:
    """All of ESCO's occupations, also those without a Danish label. OSError or KeyError if a file is not ESCO's."""
    danish, english = rows(folder)
    names = {row["conceptUri"]: row["preferredLabel"] for row in _zipped(folder / ENGLISH, "skills_en.csv")}
    skills = defaultdict(list)
    for row in _zipped(folder / RELATIONS, "occupationSkillRelations.csv"):
        if row["relationType"] == "essential" and row["skillUri"] in names:
            skills[row["occupationUri"]].append(names[row["skillUri"]])
    return [
        Occupation(
            uri,
            (danish.get(uri) or english[uri])["iscoGroup"],
            _labels(danish.get(uri)),
            _labels(english.get(uri)),
            " ".join(danish[uri]["description"].split()) if uri in danish else "",
            tuple(skills[uri]),
        )
        for uri in dict.fromkeys([*danish, *english])
    ]


def rows(folder: Path) -> tuple[dict[str, dict[str, str]], dict[str, dict[str, str]]]:
    """ESCO's Danish and English rows of occupations, by their URI."""
    with (folder / DANISH).open(encoding="utf-8-sig", newline="") as file:
        danish = {row["conceptUri"]: row for row in csv.DictReader(file)}
    return danish, {row["conceptUri"]: row for row in _zipped(folder / ENGLISH, "occupations_en.csv")}


def written_statements(found: Sequence[Occupation], folder: Path = STATEMENTS) -> list[OccupationTexts]:
    """The written statements. ValueError names file and line if one does not follow the format."""
    by_label = {o.danish[0]: o for o in found if o.danish}
    result: list[tuple[Occupation, list[str], list[str]]] = []
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            mark, _, text = line.partition(" ")
            if mark == "#" and text in by_label:
                result.append((by_label[text], [], []))
            elif mark in ("-", ">") and text and result:
                result[-1]["->".index(mark) + 1].append(text)
            elif line:
                raise ValueError(f"{path.name}:{number}: expected '# label of ESCO', '- statement' or '> passage'")
    return [OccupationTexts(o, tuple(statements), tuple(passages)) for o, statements, passages in result]


class Pairs:
    """Batches of pairs of each kind, drawn by a given random generator. The same seed draws the same batches."""

    def __init__(self, found: Sequence[Occupation], said: Sequence[OccupationTexts]) -> None:
        self._occupations, self._told = found, said
        self.kinds: dict[str, Callable[[random.Random, int], list[Pair]]] = {
            "danish": self._of(lambda o: len(o.danish) > 1, lambda o, r: r.sample(o.danish, 2)),
            "across": self._of(
                lambda o: bool(o.danish and o.english), lambda o, r: [r.choice(o.danish), r.choice(o.english)]
            ),
            "english": self._of(lambda o: len(o.english) > 1, lambda o, r: r.sample(o.english, 2)),
            "description": self._of(
                lambda o: bool(o.danish and o.description),
                lambda o, r: [r.choice(o.danish), o.description],
                by_field=True,
            ),
            "skill": self._of(
                lambda o: bool(o.english and o.skills),
                lambda o, r: [r.choice(o.english), r.choice(o.skills)],
                by_field=True,
            ),
            "statement": self._with_statements(lambda t, r: r.choice(t.occupation.danish)),
            "passage": self._with_statements(lambda t, r: r.choice(t.passages)),
        }

    def texts(self, kinds: Sequence[str]) -> list[str]:
        """Every text that pairs of these kinds can hold, once."""
        parts: dict[str, Callable[[], list[str]]] = {
            "danish": lambda: [x for o in self._occupations for x in o.danish],
            "english": lambda: [x for o in self._occupations for x in o.english],
            "description": lambda: [o.description for o in self._occupations if o.description],
            "skill": lambda: [x for o in self._occupations for x in o.skills],
            "statement": lambda: [x for t in self._told for x in t.statements],
            "passage": lambda: [x for t in self._told for x in t.passages],
        }
        needs = {
            "across": ("danish", "english"),
            "description": ("danish", "description"),
            "skill": ("english", "skill"),
            "statement": ("danish", "statement"),
            "passage": ("statement", "passage"),
        }
        names = dict.fromkeys(name for kind in kinds for name in needs.get(kind, (kind,)))
        return list(dict.fromkeys(text for name in names for text in parts[name]()))

    def _of(
        self,
        usable: Callable[[Occupation], bool],
        two: Callable[[Occupation, random.Random], Sequence[str]],
        *,
        by_field: bool = False,
    ) -> Callable[[random.Random, int], list[Pair]]:
        """Pairs of occupations, in clumps. by_field: a text about one may be true of its whole ISCO minor group."""
        able = [o for o in self._occupations if usable(o)]
        near = defaultdict(list)
        for o in able:
            near[o.group[:2]].append(o)

        def draw(r: random.Random, n: int) -> list[Pair]:
            drawn: list[Occupation] = []
            while len(drawn) < n:
                clump = near[r.choice(able).group[:2]]
                drawn += r.sample(clump, min(CLUMP, len(clump)))
            return [Pair(*two(o, r), o.group[:3] if by_field else o.uri) for o in drawn[:n]]

        return draw

    def _with_statements(
        self, other: Callable[[OccupationTexts, random.Random], str]
    ) -> Callable[[random.Random, int], list[Pair]]:
        """Statements with a text about their occupation, which may be true of its whole ISCO minor group."""

        def draw(r: random.Random, n: int) -> list[Pair]:
            drawn = r.choices(self._told, k=n)
            return [Pair(r.choice(t.statements), other(t, r), t.occupation.group[:3]) for t in drawn]

        return draw


def _labels(row: dict[str, str] | None) -> tuple[str, ...]:
    if row is None:
        return ()
    labels = [row["preferredLabel"], *row["altLabels"].split("\n")]
    return tuple(dict.fromkeys(label.strip() for label in labels if label.strip()))


def _zipped(path: Path, name: str) -> list[dict[str, str]]:
    with zipfile.ZipFile(path) as archive, archive.open(name) as inner:
        return list(csv.DictReader(io.TextIOWrapper(inner, "utf-8-sig")))
