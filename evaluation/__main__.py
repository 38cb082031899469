"""``python -m evaluation RUN QRELS``: how good a run is, compared with others, for whom, and beyond relevance.

``python -m evaluation compare A B`` compares two evaluations (``evaluation.compare``).
"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from evaluation.reading import Unreadable


def main(
    run: Annotated[Path, typer.Argument(help="A run: suggestions as .jsonl or .parquet.")],
    qrels: Annotated[
        Path,
        typer.Argument(
            help="Judgments: candidate_id, vacancy_id, fit, limits, useful (tabs); or TREC's: candidate 0 vacancy grade"
        ),
    ],
    against: Annotated[
        list[Path] | None, typer.Option("--against", help="A run to hold it against; may be repeated.")
    ] = None,
    html: Annotated[Path | None, typer.Option("--html", help="Write the report here, and as .md beside it.")] = None,
    candidates: Annotated[
        Path | None,
        typer.Option("--candidates", help="Candidates, .jsonl of our own: slices; with --vacancies the baselines too."),
    ] = None,
    vacancies: Annotated[
        list[Path] | None, typer.Option("--vacancies", help="Vacancies, .jsonl of our own; may be repeated.")
    ] = None,
    facts: Annotated[
        Path | None, typer.Option("--facts", help="What ipsmatch read, .jsonl: slices by what the ad says.")
    ] = None,
    whole: Annotated[
        Path | None,
        typer.Option(
            "--whole", help="The same run with everything (-k 1000000 --include-broken): fitting ads left out."
        ),
    ] = None,
    probes: Annotated[Path | None, typer.Option("--probes", help="What python -m evaluation.probes found.")] = None,
    model: Annotated[
        list[str] | None,
        typer.Option("--model", help="A sentence-transformers model as a baseline, by name or path; may be repeated."),
    ] = None,
) -> None:
    """Measure a run: each candidate, the mean with its interval, and whatever else the given files allow."""
    from evaluation import report  # heavy imports wait, so that --help answers at once
    from evaluation.baselines import BASELINES, encoder
    from evaluation.inputs import read_inputs

    peers = BASELINES | {name: encoder(name) for name in model or []}
    try:
        inputs = read_inputs(run, qrels, against or [], candidates, vacancies or [], facts, whole, probes, peers)
        findings = report.assemble(inputs)
        typer.echo("\n".join(report.text(findings)))
        if html:
            report.write(findings, html)
    except (Unreadable, OSError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error


def compare(
    a: Annotated[Path, typer.Argument(help="A folder that make evaluate wrote: before.")],
    b: Annotated[Path, typer.Argument(help="Another: after.")],
) -> None:
    """Compare two evaluations: what moved, where, by how much, and through whose ads or candidates."""
    from evaluation.compare import compare as compared

    try:
        typer.echo("\n".join(compared(a, b)))
    except (Unreadable, OSError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error


if __name__ == "__main__":
    if sys.argv[1:2] == ["compare"]:
        del sys.argv[1]
        app = typer.Typer(add_completion=False)
        app.command()(compare)
        app(prog_name="python -m evaluation compare")
    else:
        typer.run(main)
