"""``python -m evaluation RUN QRELS``: how good a run is, against others, for whom, and what relevance does not show."""

import json
from pathlib import Path
from typing import Annotated

import typer

from evaluation.measures import check_depth
from evaluation.reading import (
    Gains,
    Ranks,
    Record,
    Records,
    Unreadable,
    gains,
    ranks,
    read_judgments,
    read_meta,
    read_records,
    read_suggestions,
    text,
)


def main(
    run: Annotated[Path, typer.Argument(help="A run: suggestions as .jsonl or .parquet.")],
    qrels: Annotated[Path, typer.Argument(
        help="Judgments: candidate_id, vacancy_id, fit, limits, useful (tabs); or TREC's: candidate 0 vacancy grade.")],
    against: Annotated[list[Path], typer.Option("--against", help="A run to hold it against; may be repeated.")] = [],  # noqa: B006 typer's way
    html: Annotated[Path | None, typer.Option("--html", help="Write the report here, and as .md beside it.")] = None,
    candidates: Annotated[Path | None, typer.Option("--candidates", help="Candidates, .jsonl: slices, baselines.")] = None,
    vacancies: Annotated[list[Path], typer.Option(
        "--vacancies", help="Vacancies, .jsonl of our own: slices, baselines; may be repeated.")] = [],  # noqa: B006
    facts: Annotated[Path | None, typer.Option("--facts", help="What ipsmatch read, .jsonl: slices by the ad.")] = None,
    whole: Annotated[Path | None, typer.Option(
        "--whole", help="The same run with everything (-k 1000000 --include-broken): fitting ads left out.")] = None,
    probes: Annotated[Path | None, typer.Option("--probes", help="What python -m evaluation.probes found.")] = None,
    model: Annotated[list[str], typer.Option(
        "--model", help="A sentence-transformers model as one more baseline, by name or path; may be repeated.")] = [],  # noqa: B006
) -> None:  # fmt: skip
    """Measure a run: each candidate, the mean with its interval, and what else the given files allow."""
    from evaluation import report
    from evaluation.baselines import BASELINES, encoder

    try:
        inputs = report.Inputs(
            read_suggestions(run), read_judgments(qrels), read_meta(run), name=run.stem,
            candidates=read_records([candidates]) if candidates else {},
            vacancies=read_records(vacancies, ("title", "description")),
            facts=read_records([facts]) if facts else {},
            whole=read_suggestions(whole) if whole else {},
            probes=_probes(probes) if probes else {},
            others={str(path): ranks(read_suggestions(path)) for path in against},
            baselines={**BASELINES, **{name: encoder(name) for name in model}},
            files=[qrels, *([candidates] if candidates else []), *vacancies],
        )  # fmt: skip
        _check(run, qrels, against, inputs.others, gains(inputs.judgments), inputs)
        findings = report.assemble(inputs)
    except (Unreadable, OSError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    typer.echo("\n".join(report.text(findings)))
    if html:
        report.write(findings, html)
