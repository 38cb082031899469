"""``python -m matcher.training base | tune | meaning | export | heads | neighbours | benchmark``."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import MofNCompleteColumn, Progress

from matcher import feeds
from matcher.encoder import SHIPPED_MODEL, ShippedEncoder, load_encoder
from matcher.schema import Candidate, Vacancy
from matcher.training import base as base_weights
from matcher.training import meaning as second_stage
from matcher.training.benchmark import compare
from matcher.training.export import export as export_model
from matcher.training.neighbours import EVERYDAY
from matcher.training.neighbours import neighbours as nearest
from matcher.training.pairs import Pairs, occupations, written_statements
from matcher.training.shipped_heads import Sources, train
from matcher.training.tune import Recipe
from matcher.training.tune import tune as tune_model

app = typer.Typer(no_args_is_help=True, add_completion=False, help="How the shipped model is made.")


@app.command()
def base(folder: Annotated[Path, typer.Argument(help="Where to write the sentence-transformers folder.")]) -> None:
    """Make the base weights, cut to Danish, English, Swedish, Norwegian and German, in float32."""
    base_weights.save(folder)


@app.command()
def tune(
    esco: Annotated[
        Path, typer.Argument(help="A folder with ESCO's occupations in Danish and English, and relations.")
    ],
    source: Annotated[Path, typer.Argument(help="The base weights, a sentence-transformers folder.")],
    out: Annotated[Path, typer.Argument(help="Where to write the tuned one; a run cut short goes on from there.")],
    steps: Annotated[int, typer.Option(help="Steps of training.")] = Recipe.steps,
    layers: Annotated[int, typer.Option(help="How many of the upper layers learn.")] = Recipe.layers,
    without: Annotated[list[str] | None, typer.Option(help="A kind of pair to leave out.")] = None,
) -> None:
    """Train the upper layers on ESCO's labels and the statements of this project."""
    mix = {kind: share for kind, share in Recipe().mix.items() if kind not in (without or [])}
    all_occupations = occupations(esco)
    with Progress(*Progress.get_default_columns(), MofNCompleteColumn()) as bar:
        task = bar.add_task("tune", total=steps)
        tune_model(
            source,
            out,
            Pairs(all_occupations, written_statements(all_occupations)),
            Recipe(steps=steps, layers=layers, mix=mix),
            lambda done: bar.update(task, completed=done),
        )
    typer.echo(f"{out}: {steps} steps, its loss in loss.csv and loss.svg")


@app.command()
def meaning(
    collection: Annotated[Path, typer.Argument(help="The collection, whose training writers are learned from.")],
    esco: Annotated[
        Path, typer.Argument(help="A folder with ESCO's occupations in Danish and English, and relations.")
    ],
    source: Annotated[Path, typer.Argument(help="The tuned weights, a sentence-transformers folder.")],
    out: Annotated[Path, typer.Argument(help="Where to write what they become.")],
    titled: Annotated[Path | None, typer.Option(help="More statements, with titles (JSON Lines).")] = None,
    steps: Annotated[int, typer.Option(help="Steps of training.")] = second_stage.Recipe.steps,
) -> None:
    """Train the upper layers on statements, kinds of work, signs and demands."""
    all_occupations = occupations(esco)
    texts = second_stage.read(collection, all_occupations, written_statements(all_occupations), titled)
    with Progress(*Progress.get_default_columns(), MofNCompleteColumn()) as bar:
        task = bar.add_task("meaning", total=steps)
        second_stage.tune(
            source, out, texts, second_stage.Recipe(steps=steps), lambda done: bar.update(task, completed=done)
        )
    typer.echo(f"{out}: {steps} steps, its loss in loss.csv")


@app.command()
def export(
    source: Annotated[Path, typer.Argument(help="A sentence-transformers folder of a BERT.")],
    vacancies: Annotated[Path, typer.Argument(help="Vacancies (JSON Lines) whose mean becomes the ads' centre.")],
    candidates: Annotated[Path, typer.Argument(help="Candidates whose statements' mean becomes the queries' centre.")],
    esco: Annotated[Path, typer.Argument(help="A folder with ESCO's occupations in Danish and English.")],
    out: Annotated[Path, typer.Option(help="The file to write.")] = SHIPPED_MODEL,
    name: Annotated[str, typer.Option(help="What the model is called.")] = "ipsmatch-e5-small",
) -> None:
    """Write the shipped file: one ONNX graph in int8 with its tokenizer and centre inside."""
    ads = [v for v in feeds.vacancies([vacancies]) if isinstance(v, Vacancy)]
    people = [c for c in feeds.candidates([candidates]) if isinstance(c, Candidate)]
    export_model(source, out, name, ads, people, esco)
    typer.echo(f"{out}: {out.stat().st_size / 1e6:.1f} MB")


@app.command()
def heads(
    collection: Annotated[Path, typer.Argument(help="The collection, whose training writers are learned from.")],
    esco: Annotated[Path, typer.Argument(help="A folder with ESCO's occupations in Danish and English.")],
    name: Annotated[list[str] | None, typer.Option(help="Only the head of that name.")] = None,
) -> None:
    """Train the shipped heads with the vectors of the shipped encoder."""
    for path in train(Sources(collection, load_encoder(), esco), name or []):
        typer.echo(f"{path}: {path.stat().st_size / 1e6:.2f} MB")


@app.command()
def neighbours(
    esco: Annotated[
        Path, typer.Argument(help="A folder with ESCO's occupations in Danish and English, and relations.")
    ],
    model: Annotated[list[Path], typer.Option(help="A shipped file; more than one are set side by side.")],
) -> None:
    """Print the occupations nearest to forty everyday statements, as a Markdown table."""
    statements = EVERYDAY.read_text(encoding="utf-8").splitlines()
    all_occupations = occupations(esco)
    columns = [nearest(ShippedEncoder(path), all_occupations, statements) for path in model]
    for row in zip(statements, *columns, strict=True):
        typer.echo(" | ".join(["", row[0], *("; ".join(labels) for labels in row[1:]), ""]).strip())


@app.command()
def benchmark(
    source: Annotated[Path, typer.Argument(help="The sentence-transformers folder that the file was made from.")],
    vacancies: Annotated[Path, typer.Argument(help="Ads to encode (JSON Lines).")],
    model: Annotated[Path, typer.Option(help="The shipped file.")] = SHIPPED_MODEL,
) -> None:
    """Compare speed and cosines of the shipped file and its source on torch, in one run."""
    ads = [json.loads(line) for line in vacancies.read_text(encoding="utf-8").splitlines()]
    for line in compare(source, ShippedEncoder(model), [f"{a['title']}\n{a['description']}" for a in ads]):
        typer.echo(line)


app()
