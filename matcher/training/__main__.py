"""``python -m matcher.training base | export | languages | benchmark``."""

import json
from pathlib import Path
from typing import Annotated

import typer

from matcher import feeds
from matcher.encoder import SHIPPED_MODEL, ShippedEncoder
from matcher.schema import Candidate, Vacancy
from matcher.training import base as base_weights
from matcher.training import languages as languages_of
from matcher.training.benchmark import compare
from matcher.training.export import export as export_model

app = typer.Typer(no_args_is_help=True, add_completion=False, help="How the shipped model is made.")


@app.command()
def base(folder: Annotated[Path, typer.Argument(help="Where to write the sentence-transformers folder.")]) -> None:
    """The base weights, cut to Danish, English, Swedish, Norwegian and German, in float32."""
    base_weights.save(folder)


@app.command()
def export(
    source: Annotated[Path, typer.Argument(help="A sentence-transformers folder of a BERT.")],
    vacancies: Annotated[Path, typer.Argument(help="Vacancies (JSON Lines) whose mean becomes the ads' centre.")],
    candidates: Annotated[Path, typer.Argument(help="Candidates whose statements' mean becomes the queries' centre.")],
    out: Annotated[Path, typer.Option(help="The file to write.")] = SHIPPED_MODEL,
    name: Annotated[str, typer.Option(help="What the model is called.")] = "ipsmatch-e5-small",
) -> None:
    """The shipped file: one ONNX graph in int8 with its tokenizer and centre inside."""
    ads = [v for v in feeds.vacancies([vacancies]) if isinstance(v, Vacancy)]
    people = [c for c in feeds.candidates([candidates]) if isinstance(c, Candidate)]
    export_model(source, out, name, ads, people)
    typer.echo(f"{out}: {out.stat().st_size / 1e6:.1f} MB")


@app.command()
def languages(
    esco: Annotated[Path, typer.Argument(help="A folder with ESCO's occupations in Danish and English.")],
    model: Annotated[Path, typer.Option(help="The shipped file.")] = SHIPPED_MODEL,
) -> None:
    """Write into the shipped file in which directions a text lies by its language."""
    pairs = languages_of.write(esco, model)
    typer.echo(f"{model}: two directions, from {pairs} pairs of labels and as many of descriptions")


@app.command()
def benchmark(
    source: Annotated[Path, typer.Argument(help="The sentence-transformers folder that the file was made from.")],
    vacancies: Annotated[Path, typer.Argument(help="Ads to encode (JSON Lines).")],
    model: Annotated[Path, typer.Option(help="The shipped file.")] = SHIPPED_MODEL,
) -> None:
    """Speed and likeness of the shipped file and its source on torch, in one run."""
    ads = [json.loads(line) for line in vacancies.read_text(encoding="utf-8").splitlines()]
    for line in compare(source, ShippedEncoder(model), [f"{a['title']}\n{a['description']}" for a in ads]):
        typer.echo(line)


app()
