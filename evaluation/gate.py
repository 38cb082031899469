"""``python -m evaluation.gate``: reports on candidates, vacancies and judgments, and says what may not land.

Runs ``ipsmatch`` and the probes as processes over the fixtures, the collection and, if given, real ads. Writes
``report.html``, ``report.md``, ``evaluation.txt`` and the figures in their columns (``evaluation.columns``), and
compares them with the golden cases. Status 1, with the reasons, for

- a limit broken in band ``fits`` on the fixtures,
- a broken invariance: an accepted statement that must be refused, a list that depends on he or she or on the order,
- a held figure (``figures.HELD``), seen or unseen, that is worse than the golden one by more than chance (Holm over
  the held figures), or by more than ``LOOK``: somebody must look at such a loss first, whatever chance says, because
  five writers prove nothing small,
- a golden figure that is no longer measured, or on fewer units.

Other changes are reported and may land: a wording, an order, a figure that rises.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import pandas as pd
import typer

from evaluation import report
from evaluation.collection.files import load
from evaluation.columns import (
    AS_OF,
    Columns,
    Work,
    columns,
    fixtures,
    kept_runs,
    real,
    signs_of,
    work_of,
)
from evaluation.compare import lines, read_cases
from evaluation.figures import ENGINE, HELD, cases, changes
from evaluation.inputs import Inputs, read_inputs
from evaluation.measures import DEEPEST
from evaluation.parts import Part, ranking
from evaluation.probes import probe
from evaluation.process import EVERYTHING, Failed, convert, ipsmatch, suggest
from evaluation.reading import Record, Unreadable, ranks, read_judgments, read_records
from evaluation.report import Findings

TEXT, GOLDEN = "evaluation.txt", "golden.csv"
LOOK = 0.05  # a quarter of the smallest held unseen figure (nDCG@10 0.22); less is within what one writer moves
OPEN = ("training", "validation")  # the splits with open labels


class Real(NamedTuple):
    """Files of real ads with their own people and judgments. None of them comes with this project."""

    candidates: Path
    vacancies: Path
    qrels: Path
    facts: Path

    def work(self) -> Work:
        """Reads the files."""
        return real(self.candidates, self.vacancies, read_judgments(self.qrels), read_records([self.facts]))


def evaluate(candidates: Path, qrels: Path, vacancies: Sequence[Path], folder: Path, as_of: str) -> Findings:
    """Indexes, suggests, reads and probes with the matcher as it is, and measures. All files go to ``folder``."""
    people, _ = read_records([candidates]), read_judgments(qrels)  # missing files are reported before the long work
    folder.mkdir(parents=True, exist_ok=True)
    ads, index, day = convert(vacancies, folder / "vacancies.jsonl"), folder / "index", ("--as-of", as_of)
    ipsmatch("index", ads, "--out", index)
    ipsmatch("read", ads, "--out", folder / "facts.jsonl")
    suggest(candidates, index, folder / "ipsmatch.jsonl", *day, "-k", DEEPEST)
    suggest(candidates, index, folder / "whole.jsonl", *day, "-k", EVERYTHING, "--include-broken")
    probes = probe(people, read_records([ads]), index, folder / "probes", day)
    (folder / "probes.json").write_text(json.dumps(probes, ensure_ascii=False, indent=1), encoding="utf-8")
    return report.assemble(
        read_inputs(
            folder / "ipsmatch.jsonl",
            qrels,
            candidates=candidates,
            vacancies=[ads],
            facts=folder / "facts.jsonl",
            whole=folder / "whole.jsonl",
            probes=folder / "probes.json",
        )
    )


def measure_columns(
    folder: Path,
    candidates: Path,
    qrels: Path,
    facts: Sequence[Path],
    collection: Path | None,
    others: Real | None,
    splits: Sequence[str] = OPEN,
) -> Columns:
    """Every figure in its column: of the fixtures from the files that ``evaluate`` made in ``folder``, of the
    collection's writers in these splits over their own ads."""
    works: list[tuple[Work, Sequence[object]]] = []
    if collection:
        hands, runs = load(collection), kept_runs(collection)
        works += [
            (work_of(hands, splits, "collection", runs), ("--as-of", AS_OF)),
            (signs_of(hands, splits), ("--as-of", AS_OF)),
        ]
    if others:
        works.append((others.work(), ("--include-expired",)))
    people, kept = read_records([candidates]), kept_runs(candidates.parent)
    seen = fixtures(folder, people, read_judgments(qrels), read_records(facts), kept)
    hands_files = sorted(path for path in collection.rglob("*") if path.is_file()) if collection else []
    data = [candidates, qrels, *facts, folder / "vacancies.jsonl", *hands_files, *(others or ())]
    return columns(works, seen, folder, data)


def held(before: pd.DataFrame, now: pd.DataFrame) -> list[str]:
    """Reasons why the held figures may not land; empty if they may. Both sets as ``golden`` gives them."""
    units, were = (some.groupby(["column", "figure"], sort=False).size().to_dict() for some in (now, before))
    gone = [
        f"{column}: {figure} is measured on {units.get((column, figure), 0)} units and was on {number}"
        for (column, figure), number in were.items()
        if units.get((column, figure), 0) < number
    ]
    falls = [
        change for change in changes(_only_held(before), _only_held(now)) if change.difference and not change.better
    ]
    return gone + [
        f"{change.column}: {change.figure} is worse: {change.before:.3f} -> {change.after:.3f} ({change.verdict})"
        for change in falls
        if change.verdict == "worse" or abs(change.difference) > LOOK
    ]


def _only_held(some: pd.DataFrame) -> pd.DataFrame:
    return some[some.figure.isin(HELD)]


def failures(findings: Findings) -> list[str]:
    """Reasons of the fixtures against landing: a limit broken in band fits, a broken invariance."""
    return [
        *(
            f"{c.candidate} is told that {c.vacancy} fits, and both judges found a limit broken"
            for c in findings.violations
        ),
        *unlike(findings.inputs.probes),
    ]


def unlike(probes: Record) -> list[str]:
    """The broken invariances."""
    if not probes:
        return []
    return [
        *(f"accepted, and may not be held of a person: “{statement}”" for statement in probes["refused"]["accepted"]),
        *(f"ranks differently: “{one}” and “{other}”" for one, other in probes["wordings"]["differ"]),
        *(
            f"{candidate}: another list when the statements stand in another order"
            for candidate in probes["order"]["differ"]
        ),
    ]


def cases_of_run(column: str, inputs: Inputs) -> pd.DataFrame:
    """The ranking of one run as cases, for comparison with golden ones."""
    return cases(list(ranking(Part(column, inputs.judgments), ranks(inputs.run))))


def golden(measured: pd.DataFrame) -> pd.DataFrame:
    """The engine's cases, summed by writer: small enough for the repository, and readable as a diff."""
    ours = measured[(measured.system == ENGINE) & (measured.column != "real")]
    keys = ["column", "system", "figure", "writer"]
    summed = ours.groupby(keys, sort=True, as_index=False)[["value", "weight"]].sum().round(4)
    return summed.assign(unit=summed.writer)[list(measured.columns)]


def renewal(now: Path, before: Path) -> str:
    """How to make the present figures the golden ones for the next change."""
    return f"To hold the next change against these figures: make evaluate; cp {now} {before}"


def main(
    candidates: Annotated[Path, typer.Argument(help="Candidates of the fixtures, .jsonl.")],
    qrels: Annotated[Path, typer.Argument(help="Their judgments.")],
    vacancies: Annotated[list[Path], typer.Argument(help="Vacancies in any format that ipsmatch reads.")],
    as_of: Annotated[str, typer.Option("--as-of", help="The day that decides what has expired.")],
    out: Annotated[Path, typer.Option("--out", help="The folder for the report and all it is made of.")],
    before: Annotated[Path, typer.Option("--golden", help="The golden cases, .csv, to hold it against.")],
    facts: Annotated[
        list[Path] | None, typer.Option("--facts", help="What people read in the vacancies; may be repeated.")
    ] = None,
    collection: Annotated[Path | None, typer.Option("--collection", help="The folder of the collection.")] = None,
    others: Annotated[
        tuple[Path, Path, Path, Path] | None,
        typer.Option("--real", help="Real ads: candidates, vacancies, judgments and facts."),
    ] = None,
) -> None:
    """Evaluate the matcher as it is, write the report, and tell what may not land."""
    try:
        then = read_cases(before)  # missing files are reported before the long work
        findings = evaluate(candidates, qrels, vacancies, out, as_of)
        measured = measure_columns(out, candidates, qrels, facts or [], collection, Real(*others) if others else None)
        now = golden(measured.cases)
        moved = changes(then, now)
    except (Unreadable, Failed, OSError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    measured.write(out)
    now.to_csv(out / GOLDEN, index=False)
    (out / TEXT).write_text("\n".join(report.golden(findings)) + "\n", encoding="utf-8")
    report.write(findings, out / "report.html", measured, moved)
    typer.echo("\n".join([*report.column_lines(measured.figures), "", *lines(moved), ""]))
    typer.echo(f"{out / 'report.html'}\n{out / 'report.md'}\n{renewal(out / GOLDEN, before)}")
    failed = failures(findings) + held(then, now)
    for reason in failed:
        typer.echo(f"FAILS: {reason}", err=True)
    if failed:
        raise typer.Exit(1)


if __name__ == "__main__":
    typer.run(main)
