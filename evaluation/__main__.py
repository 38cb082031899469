"""``python -m evaluation RUN QRELS``: each candidate's measures, then their mean."""

from pathlib import Path
from typing import Annotated

import typer

from evaluation.measures import Unreadable, mean, measure, read_qrels, read_run


def main(
    run: Annotated[Path, typer.Argument(help="A run: suggestions as .jsonl or .parquet.")],
    qrels: Annotated[Path, typer.Argument(help="Judgments: candidate_id, vacancy_id, fit, limits, useful (tabs).")],
) -> None:
    """nDCG@10 and P@5 for each judged candidate and in the mean."""
    try:
        ranks, gains = read_run(run), read_qrels(qrels)
    except (Unreadable, OSError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    if not gains:
        typer.echo(f"{qrels}: no candidate with anything useful", err=True)
        raise typer.Exit(2)
    values = measure(ranks, gains)
    rows = [*values.items(), (f"mean of {len(values)}", mean(values))]
    width = max(len(name) for name, _ in rows)
    for name, figures in rows:
        typer.echo(f"{name:<{width}}  " + "  ".join(f"{m} {value:.3f}" for m, value in figures.items()))


typer.run(main)
